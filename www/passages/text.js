// @ts-check
/**
 * The article's text as the page shows it, and the search for the facts' sentences in
 * it. A small program of its own finds them (`src/bin/finder.rs`); here the text is
 * gathered, and what was found is told in text nodes.
 */

import { above, childNodes, localName, nodeType, shadowRoot } from '../element/nodes.js';
// What wasm-bindgen makes of that program; `cargo xtask stage` puts it here.
// @ts-ignore
import { Finder, initSync } from './finder.js';

/**
 * A piece of a text node that belongs to a sentence; `data` is the node's text as it was.
 * @typedef {{ node: Text, start: number, end: number, data: string }} Part
 */
/** A fact with the words it rests on, and those around them. @typedef {{ name: string, quote: string, before?: string, after?: string }} Sentence */
/**
 * A fact with the words it rests on. `at` is where they begin, in bytes; `parts` where
 * they stand, none when they stand nowhere.
 * @typedef {Sentence & { at: number, readonly parts: Part[] }} Fact
 */
/**
 * A search in one text, to be freed.
 * @typedef {{ seek(quote: string, before?: string, after?: string): void, read(text: string): number, found(): Uint32Array | undefined, free(): void }} Search
 */
/** Fetches and compiles a program, named by its path from `dateline.js`. @typedef {(name: string) => Promise<WebAssembly.Module>} Compile */

/** The program's file: `cargo xtask stage` writes its name here. */
const PROGRAM = 'passages/@finder@';

/** What holds no words of the article. The rest of what is not shown the styles tell. */
const SILENT = new Set(['dateline-widget', 'script', 'style', 'template', 'noscript', 'title', 'desc', 'select', 'textarea']);
/** What ends a word although it stands in a line. */
const ENDS = new Set(['br', 'hr', 'img', 'picture', 'video', 'button', 'select', 'textarea']);
/** Pieces of a text node are at most so long, in UTF-16 units: what it takes to find a place in one. */
const PIECE = 4096;
/** For so many milliseconds the reader's own doings may wait. */
const PATIENCE = 8;

/**
 * The article that an element belongs to: what its `for` names, else the `<article>`
 * around it, else the first one, else `<main>`; at last the page, unless it is a frame's.
 * @param {Element} element @returns {Element | null}
 */
export function articleOf(element) {
  const id = element.getAttribute('for');
  for (let at = /** @type {Element | null} */ (element); id && at; at = /** @type {any} */ (at.getRootNode()).host) {
    const named = /** @type {Document} */ (at.getRootNode()).getElementById?.(id);
    if (named) return named;
  }
  for (let at = above(element); at; at = above(at)) if (localName(at) === 'article') return at;
  // The readable list has articles of its own.
  return document.querySelector('article:not(dateline-widget *)') ?? document.querySelector('main') ?? (parent === window ? document.body : null);
}

/**
 * The text nodes of what is shown, and a blank wherever a word ends without one.
 * `watch` is told of each root of nodes on the way.
 * @param {Element} article @param {(root: Node) => void} watch @returns {Generator<Text | ' '>}
 */
function* texts(article, watch) {
  watch(article);
  /** What is still to come, the next at the end: a page may nest as deep as it likes. @type {(Node | ' ')[]} */
  const stack = [article];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node === ' ' || nodeType(node) === Node.TEXT_NODE) {
      yield /** @type {Text | ' '} */ (node);
      continue;
    }
    if (!(node instanceof Element)) continue;
    const name = localName(node);
    const ends = ENDS.has(name);
    if (ends) yield ' ';
    if (SILENT.has(name)) continue;
    const { display, visibility, contentVisibility } = /** @type {any} */ (getComputedStyle(node));
    if (display === 'none' || contentVisibility === 'hidden') continue;
    const shadow = shadowRoot(node);
    if (shadow) watch(shadow);
    /** @type {ChildNode[]} */ let inside = [...childNodes(shadow ?? node)];
    if (node instanceof HTMLSlotElement) {
      const given = node.assignedNodes();
      if (given.length) {
        inside = /** @type {ChildNode[]} */ (given);
        watch(/** @type {Node} */ (given[0].parentNode));
      }
    }
    if (node instanceof HTMLDetailsElement && !node.open) inside = inside.filter((one) => one instanceof Element && localName(one) === 'summary').slice(0, 1);
    // Within what is not seen something may be seen.
    if (visibility !== 'visible') inside = inside.filter((one) => one instanceof Element);
    if (ends || !/^(inline|contents|ruby)/.test(display)) {
      yield ' ';
      stack.push(' ');
    }
    for (let at = inside.length - 1; at >= 0; at -= 1) stack.push(inside[at]);
  }
}

/** How many UTF-16 units of a text its first bytes in UTF-8 are. @param {string} text @param {number} bytes */
function units(text, bytes) {
  let at = 0;
  while (bytes > 0) {
    const code = text.codePointAt(at) ?? 0;
    bytes -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += code < 0x10000 ? 1 : 2;
  }
  return at;
}

/** The text as it was handed to the program, piece by piece. */
class Pieces {
  /** `begin` and `end` are in bytes, `from` in UTF-16 units. @type {{ node: Text, data: string, from: number, text: string, begin: number, end: number }[]} */
  #pieces = [];
  #bytes = 0;

  /** @param {Text | ' '} node @param {Search} finder */
  add(node, finder) {
    if (node === ' ') {
      this.#bytes = finder.read(node);
      return;
    }
    const { data } = node;
    for (let from = 0; from < data.length;) {
      let to = Math.min(from + PIECE, data.length);
      // Not between the halves of a character.
      if (to < data.length && (data.charCodeAt(to - 1) & 0xfc00) === 0xd800) to -= 1;
      const text = data.slice(from, to);
      const begin = this.#bytes;
      this.#bytes = finder.read(text);
      this.#pieces.push({ node, data, from, text, begin, end: this.#bytes });
      from = to;
    }
  }

  /** Where the bytes from `start` to `end` stand. @param {number} start @param {number} end */
  parts(start, end) {
    let [low, high] = [0, this.#pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pieces[middle].end > start) high = middle;
      else low = middle + 1;
    }
    /** @type {Part[]} */ const parts = [];
    for (; this.#pieces[low]?.begin < end; low += 1) {
      const piece = this.#pieces[low];
      const [first, last] = [start, end].map((byte) => piece.from + units(piece.text, Math.min(byte, piece.end) - piece.begin));
      const before = parts.at(-1);
      if (before?.node === piece.node) before.end = last;
      else parts.push({ node: piece.node, start: first, end: last, data: piece.data });
    }
    return parts;
  }
}

/**
 * Cuts work into tasks too short to be felt. What it makes is asked whether to go on
 * whenever there was a pause to be made for the reader: `holds` is asked then.
 * @param {() => boolean} [holds] without it, there is no pause
 */
export function unhurried(holds) {
  let until = performance.now() + PATIENCE;
  return {
    /** Whether it is time for a pause: a promise for each step would take longer than most. */
    get due() {
      return Boolean(holds) && performance.now() >= until;
    },
    async pause() {
      await new Promise((resolve) => setTimeout(resolve));
      until = performance.now() + PATIENCE;
      return Boolean(holds?.());
    },
  };
}

/** The program, running, for all widgets. @type {Promise<unknown> | undefined} */
let running;

/** Has the program ready. One that failed to arrive is asked for again the next time. @param {Compile} compile */
export const ready = (compile) => (running ??= compile(PROGRAM).then((module) => initSync({ module })).catch((failure) => {
  running = undefined;
  throw failure;
}));

/**
 * Looks for facts in the article, once the program is `ready`. Nothing when `holds` says,
 * after a pause, that it is in vain; without `holds`, in one go.
 * @param {Sentence[]} list
 * @param {Element | null} article @param {(root: Node) => void} watch @param {() => boolean} [holds]
 * @returns {Promise<Fact[] | undefined>}
 */
export async function search(list, article, watch, holds) {
  const pieces = new Pieces();
  const places = await located(list, article, watch, pieces, unhurried(holds));
  /** @type {Fact[]} */ const facts = [];
  for (const [at, sentence] of places ? list.entries() : []) {
    const [start = 0, end = 0] = places?.slice(at * 2, at * 2 + 2) ?? [];
    /** @type {Part[] | undefined} */ let parts;
    // Not before somebody asks: of a thousand facts a reader looks at a few.
    facts.push({ ...sentence, at: start, get parts() {
      return (parts ??= pieces.parts(start, end));
    } });
  }
  return places && facts;
}

/**
 * Where the facts' words begin and end, in bytes; twice 0 for none, and nothing at all
 * when it was in vain. What the program stumbles over it does not find.
 * @param {Sentence[]} list @param {Element | null} article @param {(root: Node) => void} watch
 * @param {Pieces} pieces @param {ReturnType<typeof unhurried>} work @returns {Promise<Uint32Array | undefined>}
 */
async function located(list, article, watch, pieces, work) {
  /** @type {Search | undefined} */ let finder = new Finder();
  try {
    for (const { quote, before, after } of list) finder?.seek(quote, before, after);
    for (const node of article ? texts(article, watch) : []) {
      pieces.add(node, /** @type {Search} */ (finder));
      if (work.due && !(await work.pause())) return undefined;
    }
    let places = finder?.found();
    while (!places) {
      if (work.due && !(await work.pause())) return undefined;
      places = finder?.found();
    }
    return places;
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    // What stopped within the program cannot be freed.
    finder = undefined;
    return new Uint32Array();
  } finally {
    finder?.free();
  }
}

/** Whether what was found is still there, as it was. @param {Fact | undefined} fact */
export const stands = (fact) => Boolean(fact?.parts.length)
  && fact?.parts.every(({ node, data }) => node.isConnected && node.data === data) === true;
