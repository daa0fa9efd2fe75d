// @ts-check
/**
 * The sentences of the host's article that the widget's facts rest on: leads the reader
 * there and back and, with `annotate`, from a sentence to its fact. `dateline.js` fetches
 * this when a reader first asks for a sentence, or at once for `annotate`. The host's
 * nodes stay as they are: their text is marked from outside, and what takes the focus is
 * the widget's own.
 */

import { above } from '../element/nodes.js';
import { Annotations } from './annotate.js';
import { Layer } from './layer.js';
import { Marks, around, boxes } from './marks.js';
import { articleOf, ready, search, stands } from './text.js';

/** @typedef {import('./text.js').Fact} Fact */
/** The way back, that a sentence has changed, what a sentence is, what the list of all is called. @typedef {{ back: string, changed: string, label: string, list: string }} Words */
/** @typedef {{ open(fact: string): void, facts(): import('./text.js').Sentence[], words(): Words }} Widget */

/** Changes of the article after which its sentences may stand elsewhere. */
const CHANGES = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['hidden', 'open'] };
/** Milliseconds that the article has to be quiet before it is searched again. */
const QUIET = 100;
/** Milliseconds that the page around a frame has to answer. */
const ANSWER = 200;

/** How to move so far: at once from afar, and for who asked for less motion. @param {number} way @returns {ScrollBehavior} */
const behaviour = (way) => (Math.abs(way) > innerHeight * 4 || matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth');

/** Brings a sentence into view, in whatever it scrolls in. @param {Fact} fact */
function bring({ parts }) {
  const box = () => around(boxes(parts));
  const outermost = document.scrollingElement;
  for (let at = above(parts[0].node); at && at !== document.body && at !== outermost; at = above(at)) {
    if (!/auto|scroll/.test(getComputedStyle(at).overflow)) continue;
    const [frame, inner] = [at.getBoundingClientRect(), box()];
    const top = inner.top - frame.top - Math.max(0, (at.clientHeight - inner.height) / 2);
    const left = inner.left < frame.left || inner.right > frame.right ? inner.left - frame.left : 0;
    at.scrollBy({ top, left, behavior: 'instant' });
  }
  const { top, bottom, height } = box();
  // Under it is the way back.
  if (top >= 0 && bottom <= innerHeight - 80) return;
  const way = top - Math.max(16, (innerHeight - height) / 3);
  scrollBy({ top: way, behavior: behaviour(way) });
}

/** The text directive (`:~:text=`) that leads to a fact's words. @param {Fact} fact */
function directive({ quote, before, after }) {
  const encoded = (/** @type {string} */ text) => encodeURIComponent(text.trim()).replaceAll('-', '%2D');
  const words = quote.trim().split(/\s+/);
  // Browsers look for a long text within one paragraph only.
  const text = words.length > 12 ? [words.slice(0, 5), words.slice(-5)] : [words];
  return [before && `${encoded(before)}-`, ...text.map((some) => encoded(some.join(' '))), after && `-${encoded(after)}`].filter(Boolean).join(',');
}

/** The sentences of one widget's article, until its signal ends them. */
export class Passages {
  #element;
  #root;
  #widget;
  #signal;
  #compile;
  #layer;
  #marks = new Marks('dateline-shown', 1);
  #observer = new MutationObserver(() => this.#changed());
  /** @type {Element | null} */ #article = null;
  /** Grows whenever the article or its data change. */
  #turn = 0;
  /** What was found, or is being looked for. @type {Promise<Fact[]> | undefined} */ #found;
  #searching = false;
  /** How often a sentence was asked for: only the last counts. */
  #asked = 0;
  /** The fact that is shown, and the control that it was asked for with. @type {{ name: string, origin: HTMLElement, end: AbortController } | undefined} */ #now;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #later;
  /** @type {Annotations | undefined} */ #annotations;
  #words;

  /** @param {HTMLElement} element @param {ShadowRoot} root @param {Widget} widget @param {AbortSignal} signal @param {import('./text.js').Compile} compile */
  constructor(element, root, widget, signal, compile) {
    this.#element = element;
    this.#root = root;
    this.#widget = widget;
    this.#signal = signal;
    this.#compile = compile;
    this.#words = widget.words();
    this.#layer = new Layer(root, this.#words, () => this.#back());
    // Other data are shown: names stand for other facts.
    element.addEventListener('dateline-ready', () => {
      this.#end();
      this.#changed();
    }, { signal });
    signal.addEventListener('abort', () => {
      this.#end();
      this.annotate(false);
      this.#observer.disconnect();
      clearTimeout(this.#later);
    });
  }

  /** Leads to the sentence of a fact, for the control that asks for it. @param {HTMLElement} origin */
  async show(origin) {
    const name = origin.dataset.source ?? '';
    const asked = ++this.#asked;
    const fact = await this.#fact(name);
    if (asked !== this.#asked || this.#signal.aborted || !fact) return;
    if (!fact.parts.length) {
      this.#end();
      if (parent !== window) {
        if (await this.#elsewhere(fact, origin)) return;
        // A frame that has none of the sentences has no article: nothing has changed.
        if (!(await this.#facts()).some(({ parts }) => parts.length)) {
          this.#say(origin, fact, this.#words.label);
          return;
        }
      }
      this.#say(origin, fact);
      return;
    }
    this.#say(origin);
    this.#end();
    const end = new AbortController();
    this.#now = { name, origin, end };
    bring(fact);
    this.#present(fact);
    // Who goes back to the widget by themselves needs no way back.
    this.#root.addEventListener('focusin', ({ target }) => this.#layer.holds(target) || this.#end(), { signal: end.signal });
  }

  /** Underlines the sentences that carry a fact, or no longer does. @param {boolean} on */
  async annotate(on) {
    if (!on) {
      this.#annotations?.end();
      this.#annotations = undefined;
      return;
    }
    if (this.#annotations || this.#signal.aborted) return;
    this.#annotations = new Annotations(this.#root, this.#words, (fact) => this.#open(fact));
    await this.#follow();
  }

  /** All facts, with where they stand in the article as it is now. */
  #facts() {
    return (this.#found ??= this.#search());
  }

  async #search() {
    this.#searching = true;
    try {
      await ready(this.#compile);
      this.#article = articleOf(this.#element);
      const watch = (/** @type {Node} */ root) => this.#observer.observe(root, CHANGES);
      /** @type {Fact[] | undefined} */ let facts;
      // An article that never rests is searched in one go at last.
      for (let time = 0; !facts && !this.#signal.aborted; time += 1) {
        const turn = this.#turn;
        const holds = () => turn === this.#turn && !this.#signal.aborted;
        facts = await search(this.#widget.facts(), this.#article, watch, time < 3 ? holds : undefined);
      }
      return facts ?? [];
    } catch (failure) {
      // Who asks again, tries again.
      this.#found = undefined;
      throw failure;
    } finally {
      this.#searching = false;
    }
  }

  /** A fact of this name as it stands now. @param {string} name */
  async #fact(name) {
    const known = this.#found;
    const find = async () => (await this.#facts()).find((fact) => fact.name === name);
    const fact = await find();
    if (!fact || !known || stands(fact) && boxes(fact.parts).length) return fact;
    // What changed may be something that nobody is told of, such as a style.
    if (this.#found === known) this.#found = undefined;
    return find();
  }

  /** The article has changed. */
  #changed() {
    this.#turn += 1;
    // A search under way notices, and begins again.
    if (!this.#searching) this.#found = undefined;
    if (!this.#now && !this.#annotations) return;
    // Before anything is painted: no mark on words that it was not made for.
    this.#marks.keep(stands);
    this.#annotations?.keep(stands);
    if (this.#now && !stands(this.#layer.fact)) this.#layer.lose();
    clearTimeout(this.#later);
    // Without the program nothing is found, which has been told.
    this.#later = setTimeout(() => this.#follow().catch(() => {}), QUIET);
  }

  /** What is marked follows the article. */
  async #follow() {
    const turn = this.#turn;
    const facts = await this.#facts();
    const now = this.#now;
    const fact = now && facts.find(({ name }) => name === now.name);
    if (this.#signal.aborted || turn !== this.#turn) return;
    if (fact?.parts.length) this.#present(fact);
    else if (now && fact) this.#say(now.origin, fact);
    await this.#annotations?.set(facts, this.#article, () => turn === this.#turn && !this.#signal.aborted);
  }

  /** @param {Fact} fact */
  #present(fact) {
    this.#marks.set([fact]);
    this.#layer.show(fact);
  }

  #end() {
    this.#now?.end.abort();
    this.#now = undefined;
    this.#marks.set([]);
    this.#layer.hide();
  }

  /** Back to where the reader came from. */
  #back() {
    if (!this.#now) return;
    const { name, origin } = this.#now;
    this.#end();
    this.#reveal(origin.isConnected ? origin : this.#control(name));
  }

  /** Says beside a control that its sentence has changed, or no longer does. @param {HTMLElement} origin @param {Fact} [fact] @param {string} [words] */
  #say(origin, fact, words = this.#words.changed) {
    const output = origin.nextElementSibling;
    if (output instanceof HTMLOutputElement) output.textContent = fact ? words.replace('{0}', () => fact.quote) : '';
  }

  /**
   * Leads from a frame to the page with the article. A script there that looks for the
   * sentence answers `{ sentinel: 'dateline', type: 'show', quote, before, after, text }`,
   * where `text` is the text directive, with any message on the port that comes with it. It
   * does not say whether the sentence is there, which is its own business; so a link that
   * leads there as well stands beside the control. Without an answer the link is followed.
   * Whether there is a way.
   * @param {Fact} fact @param {HTMLElement} origin
   */
  async #elsewhere(fact, origin) {
    const { quote, before, after } = fact;
    const text = directive(fact);
    const { port1, port2 } = new MessageChannel();
    const answered = new Promise((resolve) => {
      port1.onmessage = () => resolve(true);
      setTimeout(resolve, ANSWER, false);
    });
    parent.postMessage({ sentinel: 'dateline', type: 'show', quote, before, after, text }, '*', [port2]);
    const isLookedFor = await answered;
    port1.close();
    const article = /** @type {HTMLAnchorElement | null} */ (this.#root.querySelector('.imprint a'))?.href;
    if (!article) {
      if (isLookedFor) this.#say(origin, fact, this.#words.label);
      return isLookedFor;
    }
    const link = document.createElement('a');
    const name = origin.textContent?.trim() || origin.getAttribute('aria-label');
    Object.assign(link, { href: `${article}${article.includes('#') ? '' : '#'}:~:text=${text}`, target: '_blank', rel: 'noopener', textContent: name });
    origin.nextElementSibling?.replaceChildren(link);
    if (!isLookedFor) link.click();
    return true;
  }

  /** The control that shows a fact's sentence, where it is in sight. @param {string} name */
  #control(name) {
    const control = /** @type {HTMLElement | null} */ (this.#root.querySelector(`[data-source="${name}"]`));
    return control?.getClientRects().length ? control : null;
  }

  /** Opens a fact in the widget. @param {Fact} fact */
  async #open({ name }) {
    this.#end();
    this.#widget.open(name);
    await new Promise(requestAnimationFrame);
    if (!this.#signal.aborted) this.#reveal(this.#control(name));
  }

  /** @param {HTMLElement | null} control */
  #reveal(control) {
    const target = control ?? this.#element;
    // At once: what was just opened above it may still move it, and stop a slow scroll short.
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
    target.focus({ preventScroll: true });
  }
}
