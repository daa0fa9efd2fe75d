// @ts-check
/** The element's shadow root: the readable list is in it, or the widget. */

import { joinAgain, setApart } from './apart.js';

/** What the root wears while it shows the list and the reader is near: the element is a block then, with its margins inside, as the widget is. */
const BLOCK = 'adoptedStyleSheets' in document ? new CSSStyleSheet() : null;
BLOCK?.replaceSync(':host{display:flow-root}:host([hidden]){display:none}');

export class Root {
  #element;
  #arrived;
  #internals;
  /** @type {ShadowRoot | undefined} */ #shadow;
  /** What stands in the shadow root while the widget does not. @type {Node[]} */ #list = [];
  /** Where that is meanwhile: data may be among it. */ #aside = document.createDocumentFragment();

  /** @param {HTMLElement} element @param {ElementInternals} internals @param {() => void} arrived told that the element has other children */
  constructor(element, internals, arrived) {
    this.#element = element;
    this.#internals = internals;
    this.#arrived = arrived;
  }

  /**
   * The shadow root itself. There is none before the reader comes near: to attach one has
   * the browser lay out the whole list again, which whoever opens the page would wait for.
   */
  get shadow() {
    if (!this.#shadow) {
      // It may be there already, declared in the page, and closed.
      const shadow = this.#shadow = this.#internals.shadowRoot ?? this.#element.attachShadow({ mode: 'open' });
      if (!shadow.hasChildNodes()) shadow.append(document.createElement('slot'));
      this.#list = [...shadow.childNodes];
      // Children may come later than the element, from a parser or a framework. (Those that
      // are there make themselves heard in a microtask that was queued before this one.)
      queueMicrotask(() => shadow.addEventListener('slotchange', () => this.#arrived()));
    }
    return this.#shadow;
  }

  /** Where data can stand: among the element's children, or in a declared root. */
  get places() {
    return [this.#element, this.shadow, this.#aside];
  }

  /** @param {CSSStyleSheet} sheet */
  wear(sheet) {
    this.shadow.adoptedStyleSheets = [sheet];
  }

  /** Shows the list, as a block. */
  block() {
    if (BLOCK) this.wear(BLOCK);
  }

  /** Puts the widget in the list's place. @param {HTMLElement} mount */
  show(mount) {
    this.#aside.append(...this.#list);
    this.shadow.replaceChildren(mount);
    setApart(this.#element);
  }

  /** Puts the list back. */
  restore() {
    joinAgain(this.#element);
    if (!this.#shadow) return;
    this.#shadow.replaceChildren(...this.#list);
    this.block();
  }
}
