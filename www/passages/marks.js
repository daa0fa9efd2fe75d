// @ts-check
/**
 * Marks on the host's text that leave its nodes alone: the CSS Custom Highlight API, with
 * a style sheet that is adopted for as long as something is marked.
 */

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
  #name;
  #priority;
  /** @type {AbstractRange[]} */ #ranges = [];
  /** @type {CSSStyleSheet | undefined} */ #sheet;
  /** The roots that wear it. @type {Set<Document | ShadowRoot>} */
  #roots = new Set();

  /** @param {'dateline-fact' | 'dateline-shown'} name @param {number} priority */
  constructor(name, priority) {
    this.#name = name;
    this.#priority = priority;
  }

  /** Marks these parts, and nothing else any more. @param {Part[]} parts */
  set(parts) {
    this.clear();
    if (!canMark() || !parts.length) return;
    // Other widgets of the page mark theirs under the same name.
    let highlight = CSS.highlights.get(this.#name);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = this.#priority;
      CSS.highlights.set(this.#name, highlight);
    }
    this.#sheet ??= new CSSStyleSheet();
    if (!this.#sheet.cssRules.length) this.#sheet.replaceSync(STYLE);
    for (const { node, start, end } of parts) {
      const range = new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
      highlight.add(range);
      this.#ranges.push(range);
      const root = /** @type {Document | ShadowRoot} */ (node.getRootNode());
      if (this.#roots.has(root)) continue;
      this.#roots.add(root);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
    }
  }

  clear() {
    const highlight = canMark() ? CSS.highlights.get(this.#name) : undefined;
    for (const range of this.#ranges) highlight?.delete(range);
    if (highlight && !highlight.size) CSS.highlights.delete(this.#name);
    for (const root of this.#roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    this.#ranges = [];
    this.#roots.clear();
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
