// @ts-check
/** Where an element's article comes from. */

import { OTHERS, address, once, rare, text } from './download.js';

/** @typedef {import('./root.js').Root} Root */

/** Reads the article in a marked-up list, which is what a system leaves that takes out scripts and attributes. */
const markedList = rare('marked-list.js');

/** Resolves when the parser is through: until then a script may lack its end. */
const parsed = () => new Promise((resolve) => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', resolve, { once: true });
  else resolve(undefined);
});

export class Data {
  #element;
  #root;
  /** What the property was set to: an object, or JSON text. @type {unknown} */ property;
  /** What `src` names, for all who ask meanwhile. @type {(() => Promise<string>) | undefined} */ #download;
  #end = new AbortController();

  /** @param {HTMLElement} element @param {Root} root */
  constructor(element, root) {
    this.#element = element;
    this.#root = root;
  }

  /** What is downloaded is not what `src` names any more, or nobody asks for it. */
  forget() {
    this.#download = undefined;
    this.#end.abort();
    this.#end = new AbortController();
  }

  /**
   * The article from the property, `src`, `data-article`, the script or the list inside, the
   * first of them that is there; `undefined` while there is none.
   */
  async read() {
    if (this.property !== undefined) return this.property;
    const src = this.#element.getAttribute('src');
    if (src) {
      const url = address(src, this.#element.baseURI, 'src');
      this.#download ??= once(() => text(url, { ...OTHERS, signal: this.#end.signal }));
      return this.#download();
    }
    const attribute = this.#element.getAttribute('data-article');
    if (attribute !== null) return attribute;
    await parsed();
    const script = this.#script()?.textContent;
    if (script != null) return script;
    const marked = this.#root.places.find((place) => place.querySelector('[data-date]'));
    return marked && (await markedList()).article(marked);
  }

  #script() {
    const json = 'script[type="application/json"]';
    const [, ...declared] = this.#root.places;
    return this.#element.querySelector(`:scope > ${json}`) ?? declared.map((place) => place.querySelector(json)).find(Boolean);
  }
}
