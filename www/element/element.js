// @ts-check
/** `<dateline-widget>` as a page knows it: `dateline.d.ts` has its types. */

import { found } from './files.js';
import { Instance } from './instance.js';
import { OPTIONS } from './options.js';
import { diagnostics } from './reports.js';

/** Attributes that say where the data are. */
const DATA = ['src', 'data-article'];

export class DatelineWidget extends HTMLElement {
  static observedAttributes = [...DATA, 'of', 'words', 'id', 'loading', 'annotate', ...OPTIONS];
  static version = '';

  #instance = new Instance(this, this.attachInternals());

  /** How far it has come. */
  get state() {
    return this.#instance.state;
  }

  /** The article's data, an object or its JSON text. Setting it shows it instead of what attributes, the script or the list inside say. */
  get article() {
    return this.#instance.article;
  }

  set article(article) {
    this.#instance.article = article ?? undefined;
    this.#instance.renew();
  }

  /** Words to use in place of the interface's own: an object of them by their names, lines as in `words/en.txt`, or, as in the attribute, the address of a file of such lines. */
  get words() {
    return this.#instance.words;
  }

  set words(words) {
    this.#instance.words = words ?? undefined;
    this.#instance.renew();
  }

  /** Chooses the event of this id. Whether there is one. @param {string} id */
  select(id) {
    return this.#instance.select(id);
  }

  /** Brings the list back and lets everything go; inserting it again or setting `article` begins anew. */
  destroy() {
    this.#instance.destroy();
  }

  connectedCallback() {
    for (const name of /** @type {const} */ (['words', 'article'])) {
      if (!Object.getOwnPropertyDescriptor(this, name)) continue;
      // Set before this class was known: such a property hides the accessor.
      const value = this[name];
      Reflect.deleteProperty(this, name);
      this[name] = value;
    }
    this.#instance.connected();
  }

  disconnectedCallback() {
    // A move is a removal and an insertion in one go; only a removal lasts.
    setTimeout(() => this.isConnected || this.#instance.disconnected());
  }

  /** Called instead of the two above by `moveBefore`: nothing changes. */
  connectedMoveCallback() {}

  /** @param {string} name */
  attributeChangedCallback(name) {
    const instance = this.#instance;
    if (name === 'loading') instance.hurry();
    else if (name === 'annotate') instance.annotate();
    else if (name === 'id') instance.renamed();
    else if (OPTIONS.includes(name)) instance.choose();
    else if (name === 'of' || name === 'words') instance.renew();
    else if (instance.article === undefined) instance.reload();
  }
}

/**
 * Makes the element known, unless another copy of this script has done so.
 * @param {string} address that of `dateline.js` @param {import('./files.js').Files} files
 */
export function define(address, files) {
  found(address, files);
  DatelineWidget.version = files.version;
  const other = /** @type {any} */ (customElements.get('dateline-widget'));
  if (other) diagnostics().then(({ twice }) => twice(other, files.version), () => {});
  else customElements.define('dateline-widget', DatelineWidget);
}
