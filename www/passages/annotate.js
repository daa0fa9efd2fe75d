// @ts-check
/**
 * The way from the article to the widget: sentences that carry a fact are underlined, and
 * choosing one, in the text or in a list, opens its fact. Only where the host asks for it
 * with `annotate`.
 */

import { Marks, boxes } from './marks.js';
import { made, wear } from './layer.js';
import { stands, unhurried } from './text.js';

/** @typedef {import('./text.js').Fact} Fact */

/** The list is for keys and screen readers; others see it when the focus comes to it. */
const STYLE = `
.facts { all: initial; display: block; color-scheme: inherit; position: absolute; z-index: 2; inset-inline: 0; inset-block-start: 0; max-block-size: 24em; overflow: auto;
  font: 400 medium/1.5 var(--_text); color: var(--_ink); background: var(--_paper); border: 1px solid var(--_edge) }
.facts:not(:focus-within) { inline-size: 1px; block-size: 1px; border: 0; overflow: hidden; clip-path: inset(50%) }
.facts summary { display: list-item; list-style: disclosure-closed inside; padding: 10px 12px; cursor: pointer }
.facts[open] summary { list-style-type: disclosure-open }
.facts button { inline-size: 100%; min-block-size: 44px; padding: 6px 12px }
.facts :focus-visible { outline-offset: -2px }`;

/** What does something of its own when it is clicked on. */
const OWN = 'a,area,audio,button,dateline-widget,embed,iframe,input,label,object,option,select,summary,textarea,video,[contenteditable],[role=button],[role=link]';

export class Annotations {
  #root;
  #open;
  #marks = new Marks('dateline-fact', 0);
  /** The sentences, in the order of the text. @type {Fact[]} */ #facts = [];
  #items = made('ol', '');
  #list;
  /** @type {Element | null} */ #article = null;
  #choose = (/** @type {Event} */ event) => this.#click(/** @type {MouseEvent} */ (event));

  /** @param {ShadowRoot} root @param {Record<string, string>} words @param {(fact: Fact) => void} open */
  constructor(root, words, open) {
    this.#root = root;
    this.#open = open;
    wear(root, STYLE);
    this.#list = made('details', 'facts', made('summary', '', words.list), this.#items);
    // Most readers never look into it.
    this.#list.addEventListener('toggle', () => this.#fill());
    this.#items.addEventListener('click', ({ target }) => {
      const item = /** @type {Element} */ (target).closest('li');
      const fact = item && this.#facts[[...this.#items.children].indexOf(item)];
      this.#list.open = false;
      if (fact) this.#open(fact);
    });
  }

  /** Underlines these facts, where they are found. @param {Fact[]} facts @param {Element | null} article @param {() => boolean} holds */
  async set(facts, article, holds) {
    const work = unhurried(holds);
    /** Of the facts that rest on one sentence the first is opened. @type {Map<number, Fact>} */
    const found = new Map();
    for (const fact of facts) {
      if (!stands(fact) || found.has(fact.at)) continue;
      found.set(fact.at, fact);
      if (work.due && !(await work.pause())) return;
    }
    this.#facts = [...found.values()].sort((a, b) => a.at - b.at);
    this.#marks.set(this.#facts);
    if (!found.size) this.#list.remove();
    else if (!this.#list.isConnected) {
      const { lang, dir } = /** @type {HTMLElement} */ (this.#root.querySelector('.dateline'));
      Object.assign(this.#list, { lang, dir });
      this.#root.prepend(this.#list);
    }
    this.#fill();
    if (this.#article === article) return;
    this.#article?.removeEventListener('click', this.#choose);
    this.#article = article;
    article?.addEventListener('click', this.#choose);
  }

  /** Marks that are no longer right go at once. @param {(fact: Fact) => boolean} stays */
  keep(stays) {
    this.#marks.keep(stays);
  }

  end() {
    this.#marks.set([]);
    this.#list.remove();
    this.#article?.removeEventListener('click', this.#choose);
    this.#article = null;
  }

  #fill() {
    this.#items.replaceChildren(...(this.#list.open ? this.#facts : []).map((fact) => {
      const button = made('button', '', fact.quote);
      button.type = 'button';
      return made('li', '', button);
    }));
  }

  /** Opens the sentence that was clicked on, if nothing else was meant by it. @param {MouseEvent} event */
  #click(event) {
    if (event.defaultPrevented || event.button || getSelection()?.isCollapsed === false) return;
    const path = event.composedPath();
    const inside = path.slice(0, path.indexOf(/** @type {Element} */ (this.#article)));
    if (inside.some((one) => one instanceof Element && Element.prototype.matches.call(one, OWN))) return;
    const { clientX: x, clientY: y } = event;
    const target = /** @type {Node} */ (path[0]);
    const hit = (/** @type {DOMRect} */ { left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom;
    const chosen = this.#facts.find(({ parts }) => parts.some(({ node }) => Node.prototype.contains.call(target, node)) && boxes(parts).some(hit));
    if (chosen && stands(chosen)) this.#open(chosen);
  }
}
