// @ts-check
/** Shows a sentence of the article for a frame beside it; `dateline-frame.js` fetches this when a frame first asks for one. */

/** Ms for which a press lets a page act, at most. */
const PRESS = 5000;
/** Ms that have to pass between one sentence and the next. */
const PAUSE = 500;
let last = -PAUSE;

/**
 * Shows the sentence that a frame asks for, if the reader has pressed something in it: it has
 * the focus, which a frame could take by itself; and some press lets this page act, which was
 * none in this page.
 * @param {HTMLIFrameElement} frame @param {{ before?: unknown, quote?: unknown, after?: unknown }} data @param {number} pressed when something in this page was pressed, in ms
 */
export function show(frame, data, pressed) {
  const now = performance.now();
  const mayAct = /** @type {any} */ (navigator).userActivation?.isActive !== false && now - pressed > PRESS;
  if (document.activeElement !== frame || !mayAct || now - last < PAUSE) return;
  last = now;
  select(frame, data);
}

/**
 * Selects words where the article around a frame shows them once, whatever the white space:
 * a quotation with what stands before and after it, each a string or nothing.
 * @param {HTMLIFrameElement} frame @param {{ before?: unknown, quote?: unknown, after?: unknown }} data
 */
function select(frame, { before = '', quote, after = '' }) {
  const article = frame.closest('article') ?? document.querySelector('article, main');
  if (!article || ![before, quote, after].every((text) => typeof text === 'string')) return;
  const words = `${before}${quote}${after}`;
  if (!words.trim()) return;
  /** @type {[Text, number][]} */ const texts = [];
  let all = '';
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let text; (text = /** @type {Text | null} */ (walker.nextNode()));) {
    texts.push([text, all.length]);
    all += text.data;
  }
  const pattern = words.trim().split(/\s+/).map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join('\\s*');
  /** @type {Range | undefined} */ let shown;
  for (const { index = 0, 0: { length } } of all.matchAll(RegExp(pattern, 'g'))) {
    const range = new Range();
    for (const [text, from] of texts) {
      if (from <= index) range.setStart(text, Math.min(index - from, text.length));
      if (from < index + length) range.setEnd(text, Math.min(index + length - from, text.length));
    }
    if (!range.getClientRects().length) continue;
    if (shown) return;
    shown = range;
  }
  if (!shown) return;
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(shown);
  shown.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}
