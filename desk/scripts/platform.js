// @ts-check
/** What the browser knows: its languages, names of countries, sizes. */

/** The languages that the browser's owner reads, one a line. */
export const languages = () => navigator.languages.join('\n');

/** Names of countries in a language: code and name, one a line. @param {string} language @param {string} codes */
export function countries(language, codes) {
  let names;
  try {
    names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  } catch {
    names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  }
  const known = codes.split(' ').map((code) => [code, names.of(code)]);
  return known.filter(([, name]) => name).map((pair) => pair.join('\t')).join('\n');
}

/** The same in several languages, in the browser's spare time. @param {string} languages @param {string} codes */
export async function countriesElsewhere(languages, codes) {
  const spare = window.requestIdleCallback ?? ((/** @type {() => void} */ act) => setTimeout(act, 50));
  const lines = [];
  for (const language of languages.split(' ')) {
    await new Promise((done) => { spare(() => done(undefined)); });
    lines.push(countries(language, codes));
  }
  return lines.join('\n');
}

/** The folder in which the program lies that the desk previews with, where readers reach it, too: not on this machine alone. */
export function program() {
  const { href, hostname } = new URL('..', location.href);
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname) ? '' : href;
}

/** A text in the canonical decomposition. @param {string} text */
export const decomposed = (text) => text.normalize('NFD');

/** Bytes of the UTF-8 before a place in a text, which the page counts in UTF-16. @param {string} text @param {number} at */
export const bytesBefore = (text, at) => new TextEncoder().encode(text.slice(0, at)).length;

/** @type {Map<string, Intl.DateTimeFormat>} What writes times, by language and length: to make one takes long. */
const clocks = new Map();

/** A time of day, or a day and a time when it was not today. @param {number} time @param {string} language */
export function clock(time, language) {
  const isToday = new Date(time).toDateString() === new Date().toDateString();
  const key = `${language} ${isToday}`;
  const known = clocks.get(key) ?? new Intl.DateTimeFormat(language, isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' });
  clocks.set(key, known);
  return known.format(time);
}

/**
 * Fits a sheet of a fixed width into the pane around it, for as long as it is there.
 *
 * @param {HTMLElement} pane @param {HTMLElement} sheet @param {number} width
 */
export function fit(pane, sheet, width) {
  const lay = () => {
    const scale = Math.min(1, pane.clientWidth / width);
    sheet.style.inlineSize = `${width}px`;
    sheet.style.blockSize = `${pane.clientHeight / scale}px`;
    sheet.style.transform = scale < 1 ? `scale(${scale})` : '';
  };
  const observer = new ResizeObserver(lay);
  observer.observe(pane);
  lay();
  return observer;
}

/** Gives the preview its article. @param {any} widget @param {string} article */
export function show(widget, article) {
  widget.article = article;
}

/** Puts the focus on the field of a place of the article, or of what is around it. @param {string} path */
export function lead(path) {
  for (let at = path; at; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = document.getElementById(`field:${at}`) ?? document.getElementById(`field:${at}/value`);
    if (found) {
      for (let around = found.parentElement; around; around = around.parentElement) {
        if (around instanceof HTMLDetailsElement) around.open = true;
      }
      found.focus({ preventScroll: true });
      found.scrollIntoView({ block: 'center' });
      return true;
    }
  }
  return false;
}

/**
 * Writes into a field what is pasted, in place of what is selected: the caret is behind it
 * then, and whoever hears of typing hears of it.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} field @param {string} text
 */
export function insert(field, text) {
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
}

/** Whether an element's text goes from right to left. @param {Element} element */
export const isRightToLeft = (element) => getComputedStyle(element).direction === 'rtl';
