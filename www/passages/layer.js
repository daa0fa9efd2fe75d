// @ts-check
/**
 * What lies over the page while a sentence is shown: the place that has the focus, as
 * large as the sentence, and the way back. It is in the widget's shadow root and in the
 * browser's top layer, so that nothing of the host's is in its way or it in theirs.
 */

import { above } from '../element/nodes.js';
import { around, boxes, canMark } from './marks.js';

/** @typedef {import('./text.js').Fact} Fact */

/** Outside the top layer, in older browsers, the layer is moved to where the window is. */
const STYLE = `
.passage { all: initial; position: fixed; inset: 0; z-index: 2147483647; inline-size: 100vw; block-size: 100vh; block-size: 100dvh; margin: 0; padding: 0; border: 0;
  overflow: visible; background: none; pointer-events: none; font: 400 medium/1.5 var(--_text); color: var(--_ink) }
.passage > *, .passage .line { position: absolute; box-sizing: border-box }
.passage .lines { inset: 0 }
.passage .line { background: #0b5c7d33; border-block-end: 2px solid #0b5c7d }
.passage .here { margin: 0; border-radius: 2px; outline: 2px solid var(--_accent); outline-offset: 4px }
.passage .here:not(:focus) { outline-color: transparent }
.passage .here span { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.passage .back { inset-block-end: 16px; inset-inline-end: 16px; min-block-size: 44px; padding-inline: 20px; border: 1px solid var(--_paper); border-radius: 22px;
  pointer-events: auto; color: var(--_paper); background: var(--_accent); font-weight: 600 }
@media (forced-colors: active) {
  .passage .line { forced-color-adjust: none; background: none; border: 2px solid Highlight }
}
@media print { .passage { display: none } }`;

/** An element of a class. @template {keyof HTMLElementTagNameMap} K @param {K} name @param {string} kind @param {...(Node | string)} inside */
export function made(name, kind, ...inside) {
  const element = document.createElement(name);
  element.className = kind;
  element.append(...inside);
  return element;
}

/** Has a shadow root wear one more sheet. @param {ShadowRoot} root @param {string} style */
export function wear(root, style) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** Gives an element a box. @param {HTMLElement} element @param {DOMRect} box */
function put({ style }, { left, top, width, height }) {
  Object.assign(style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
}

export class Layer {
  #root;
  #words;
  /** What it lies over. @type {Fact | undefined} */ fact;
  #lines = made('div', 'lines');
  #said = made('span', '');
  #here = made('p', 'here', this.#said);
  #back = made('button', 'back');
  #layer = made('div', 'passage', this.#lines, this.#here, this.#back);
  #place = () => {
    this.#follow();
    // What a new size does to the page is done a frame later, the widget's own layout too.
    requestAnimationFrame(() => requestAnimationFrame(() => this.#follow()));
  };
  /** Of the sentence's own lines: to observe the article would report a loop when the widget in it changes its size. */
  #resized = new ResizeObserver(() => this.#follow());

  /** @param {ShadowRoot} root @param {Record<string, string>} words @param {() => void} back */
  constructor(root, words, back) {
    this.#root = root;
    this.#words = words;
    wear(root, STYLE);
    this.#lines.ariaHidden = 'true';
    this.#here.tabIndex = -1;
    this.#back.type = 'button';
    this.#back.textContent = words.back;
    this.#back.addEventListener('click', back);
    this.#layer.setAttribute('popover', 'manual');
    this.#layer.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      back();
    });
  }

  /** Whether it holds a node. @param {EventTarget | null} node */
  holds(node) {
    return this.#layer.contains(/** @type {Node | null} */ (node));
  }

  /** Lies over a sentence, and takes the focus there unless it lies over the page already. @param {Fact} fact */
  show(fact) {
    this.fact = fact;
    this.#said.textContent = this.#words.label.replace('{0}', () => fact.quote);
    this.#here.hidden = false;
    const fresh = !this.#layer.isConnected;
    if (fresh) {
      const { lang, dir } = /** @type {HTMLElement} */ (this.#root.querySelector('.dateline'));
      Object.assign(this.#layer, { lang, dir });
      this.#root.append(this.#layer);
      this.#layer.showPopover?.();
      // Whatever scrolls, the sentence may be in it.
      addEventListener('scroll', this.#place, { capture: true, passive: true });
      addEventListener('resize', this.#place);
      // A picture above it has come.
      document.addEventListener('load', this.#place, { capture: true });
    }
    this.#resized.disconnect();
    for (const { node } of fact.parts) this.#resized.observe(/** @type {Element} */ (above(node)));
    this.#follow();
    if (fresh) this.#here.focus({ preventScroll: true });
  }

  /** The sentence is gone; the way back stays. */
  lose() {
    this.fact = undefined;
    this.#lines.replaceChildren();
    if (this.#root.activeElement === this.#here) this.#back.focus({ preventScroll: true });
    this.#here.hidden = true;
  }

  hide() {
    this.fact = undefined;
    removeEventListener('scroll', this.#place, { capture: true });
    removeEventListener('resize', this.#place);
    document.removeEventListener('load', this.#place, { capture: true });
    this.#resized.disconnect();
    this.#layer.remove();
  }

  /** Stays with the sentence. */
  #follow() {
    const { style } = this.#layer;
    style.transform = '';
    const { left, top } = this.#layer.getBoundingClientRect();
    if (left || top) style.transform = `translate(${-left}px,${-top}px)`;
    if (!this.fact) return;
    const found = boxes(this.fact.parts);
    if (!found.length) return;
    put(this.#here, around(found));
    if (canMark()) return;
    while (this.#lines.childElementCount < found.length) this.#lines.append(made('div', 'line'));
    while (this.#lines.childElementCount > found.length) this.#lines.lastElementChild?.remove();
    found.forEach((box, at) => put(/** @type {HTMLElement} */ (this.#lines.children[at]), box));
  }
}
