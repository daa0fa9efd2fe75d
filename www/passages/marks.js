// @ts-check
/**
 * Marks on the host's text that leave its nodes alone: the CSS Custom Highlight API, with
 * a style sheet that is adopted for as long as something is marked.
 */

/** @typedef {import('./text.js').Fact} Fact */
/** @typedef {import('./text.js').Part} Part */

/**
 * In a layer, so that any rule of the host's own goes before. A line under the words
 * tells them without colour; both colours are set, so that they are read on any ground.
 */
const STYLE = `@layer dateline {
::highlight(dateline-fact) { text-decoration-line: underline; text-decoration-style: dotted; text-decoration-thickness: 1px }
::highlight(dateline-shown) { background-color: #cfe6f0; color: #16191b; text-decoration-line: underline; text-decoration-color: #0b5c7d; text-decoration-thickness: 2px }
@media (forced-colors: active) {
::highlight(dateline-shown) { background-color: Highlight; color: HighlightText; text-decoration-color: HighlightText }
}
}`;

/** Whether the browser marks text for us. */
export const canMark = () => typeof Highlight === 'function' && 'highlights' in CSS;

/** The marks of one kind that one widget makes. */
export class Marks {
  /** Those of all widgets of the page, which go by one name. @type {Map<string, Set<Marks>>} */ static #all = new Map();

  #name;
  #priority;
  /** @type {Map<Fact, StaticRange[]>} */ #ranges = new Map();
  #sheet = new CSSStyleSheet();
  /** The roots that wear the sheet. @type {Set<Document | ShadowRoot>} */ #roots = new Set();

  /** @param {'dateline-fact' | 'dateline-shown'} name @param {number} priority */
  constructor(name, priority) {
    this.#name = name;
    this.#priority = priority;
  }

  /** Marks the words of these facts, and no others any more. @param {Iterable<Fact>} facts */
  set(facts) {
    if (!canMark()) return;
    const ranges = new Map();
    for (const fact of facts) ranges.set(fact, this.#ranges.get(fact) ?? fact.parts.map(({ node, start, end }) =>
      new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end })));
    this.#ranges = ranges;
    const roots = new Set();
    for (const { parts } of ranges.keys()) for (const { node } of parts) roots.add(node.getRootNode());
    for (const root of this.#roots) if (!roots.has(root)) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    if (!this.#sheet.cssRules.length) this.#sheet.replaceSync(STYLE);
    for (const root of roots) if (!this.#roots.has(root)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
    this.#roots = roots;
    this.#publish();
  }

  /** Takes all marks away but those of the facts that `stays` says yes to. @param {(fact: Fact) => boolean} stays */
  keep(stays) {
    const facts = [...this.#ranges.keys()];
    const kept = facts.filter(stays);
    if (kept.length < facts.length) this.set(kept);
  }

  /** Hands the browser a fresh highlight: with thousands of ranges, to change one costs more each time. */
  #publish() {
    const all = Marks.#all.get(this.#name) ?? new Set();
    Marks.#all.set(this.#name, all);
    if (this.#ranges.size) all.add(this);
    else all.delete(this);
    if (!all.size) {
      CSS.highlights.delete(this.#name);
      return;
    }
    const highlight = new Highlight();
    highlight.priority = this.#priority;
    for (const marks of all) for (const ranges of marks.#ranges.values()) for (const range of ranges) highlight.add(range);
    CSS.highlights.set(this.#name, highlight);
  }
}

/** The boxes that parts of the text are shown in, in the window's pixels. @param {Part[]} parts */
export const boxes = (parts) => parts.flatMap(({ node, start, end }) => {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return [...range.getClientRects()].filter(({ width, height }) => width && height);
});

/** The box around boxes. @param {DOMRect[]} boxes */
export function around(boxes) {
  const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
  const [right, bottom] = [Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))];
  return new DOMRect(left, top, right - left, bottom - top);
}
