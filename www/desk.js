// @ts-check
/**
 * What is wrong with an article, in sentences, and on a machine's own addresses
 * (localhost) a list of it above the widget. `dateline.js` fetches this file, and this
 * file the sentences, when there is something wrong: readers of a whole article never do.
 */

/**
 * @typedef {{ severity: string, kind: string, path: string, found: string, message: string, fix: string }} Problem
 * @typedef {[severity: string, key: string, path: string, found: string, words: string]} Report a problem as the program tells it; its words stand a line each
 * @typedef {{ words: Record<string, Record<string, string>>, sentences: Record<string, { message: string, fix: string }> }} File
 */

/** The sentences, once they have come. @type {Promise<File> | undefined} */
let file;

/**
 * The problems in sentences. Fails when those cannot be fetched.
 * @param {Report[]} reports
 */
export async function inSentences(reports) {
  file ??= fetch(new URL('problems.json', import.meta.url), { credentials: 'omit' }).then((response) => response.json());
  file.catch(() => (file = undefined));
  return told(await file, reports);
}

/**
 * The problems in the sentences of a file. In a sentence `{0}` is a word of the problem,
 * `{month:0}` what the list “month” has for it.
 * @param {File} file @param {Report[]} reports @returns {Problem[]}
 */
export function told({ words: lists, sentences }, reports) {
  return reports.map(([severity, key, path, found, words]) => {
    const steps = path.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const isKey = (/** @type {string} */ step) => /\D/.test(step);
    const field = steps.at(-1) ?? '';
    const holder = steps.slice(0, -1).reverse().find(isKey) ?? '';
    const name = !steps.length ? 'The article' : isKey(field) ? `“${field}”` : `An entry of “${holder}”`;
    /** @type {Record<string, string>} */
    const known = { found, field, holder, name, ...words.split('\n') };
    const fill = (/** @type {string} */ sentence) => sentence.replace(/\{(?:(\w+):)?(\w+)\}/g, (place, list, name) => {
      const word = known[name] ?? place;
      return list ? lists[list][word] ?? word : word;
    });
    const { message, fix } = sentences[key];
    return { severity, kind: key.split('/')[0], path, found, message: fill(message), fix: fill(fix) };
  });
}

/**
 * Lists problems for the editor, at the beginning of an element.
 * @param {ShadowRoot} root @param {Problem[]} problems
 */
export function show(root, problems) {
  const title = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const box = make('details', [
    make('summary', [`Dateline: ${title}. Readers do not see this.`]),
    make('ul', problems.map(({ severity, path, found, message, fix }) => make('li', [
      make('strong', [severity === 'error' ? 'Error' : 'Warning']),
      ...(path ? [' at ', make('code', [path])] : []),
      ...(found ? [', which is ', make('code', [found])] : []),
      `: ${message} ${fix}`,
    ]))),
  ]);
  box.setAttribute('part', 'problems');
  box.setAttribute('lang', 'en');
  box.setAttribute('dir', 'ltr');
  box.setAttribute('open', '');
  // The widget's sheet may be what is missing, so that it brings its own looks.
  box.style.cssText = 'font:14px/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff7e0;border:1px solid #8a5a00;padding:8px 12px;margin-block-end:16px;overflow-wrap:anywhere';
  root.prepend(box);
}

/** An element of these texts and elements; no text is ever taken for HTML. @param {string} name @param {(string | Node)[]} inside */
function make(name, inside) {
  const element = document.createElement(name);
  element.append(...inside);
  return element;
}
