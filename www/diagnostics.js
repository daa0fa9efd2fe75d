// @ts-check
/**
 * What is wrong, in sentences: with an article, with an attribute, with the page around,
 * with the download; and on a machine's own addresses (localhost) a list of it above the
 * widget. `dateline.js` fetches this file when there is something wrong, and this file the
 * sentences for data: readers of a whole article never do.
 */

/**
 * @typedef {{ severity: string, kind: string, path: string, found: string, message: string, fix: string }} Problem
 * @typedef {import('./element/room.js').Report} Report
 * @typedef {import('./element/options.js').Misused} Misused
 * @typedef {{ words: Record<string, Record<string, string>>, sentences: Record<string, { kind: string, message: string, fix: string, meant?: string }> }} File
 */

/** The sentences, once they have come. @type {Promise<File> | undefined} */
let file;

/**
 * What is wrong with the data, and with the element's attributes, in sentences. Fails when
 * those cannot be fetched.
 * @param {Report[]} reports @param {Misused[]} misused
 */
export async function inSentences(reports, misused) {
  const attributes = misused.map(attribute);
  if (!reports.length) return attributes;
  file ??= fetch(new URL('problems.json', import.meta.url), { credentials: 'omit' }).then((response) => response.json());
  file.catch(() => (file = undefined));
  return [...told(await file, reports), ...attributes];
}

/** @param {Misused} misused @returns {Problem} */
function attribute({ attribute, found, allowed }) {
  const most = allowed.map((one) => `“${one}”`);
  const last = most.pop();
  return {
    severity: 'warning', kind: 'unknown-value', path: '', found,
    message: `The element's attribute \`${attribute}\` says “${found}”, which it does not know.`,
    fix: `Write ${most.join(', ')} or ${last}, or leave the attribute out.`,
  };
}

/**
 * The problems in the sentences of a file. In a sentence `{0}` is a word of the problem,
 * `{month:0}` what the list “month” has for it or for all others (`*`).
 * @param {File} file @param {Report[]} reports @returns {Problem[]}
 */
export function told({ words: lists, sentences }, reports) {
  return reports.map(({ severity, mistake, path, found, arguments: words }) => {
    const { kind, message, fix, meant: mended } = sentences[mistake];
    const steps = path.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const isKey = (/** @type {string} */ step) => /\D/.test(step);
    const field = steps.at(-1) ?? '';
    const holder = steps.slice(0, -1).reverse().find(isKey) ?? '';
    const name = !steps.length ? 'article' : isKey(field) ? 'field' : 'entry';
    const meant = mended && nearest(found, words);
    /** @type {Record<string, string | undefined>} */
    const known = { found, field, holder, meant, ...Object.fromEntries(words.entries()) };
    const fill = (/** @type {string} */ text) => text.replace(/\{(?:(\w+):)?(\w+)\}/g, (place, list, name) => {
      const word = known[name] ?? place;
      return list ? lists[list][word] ?? lists[list]['*'] ?? word : word;
    });
    known.name = fill(lists.name[name]);
    return { severity, kind, path, found, message: fill(message), fix: fill(meant && mended ? mended : fix) };
  });
}

/** The known name that a misspelt one was meant to be, if any. @param {string} word @param {string[]} known */
function nearest(word, known) {
  const letters = [...word.toLowerCase()];
  let least = letters.length > 4 ? 3 : 2;
  let best;
  for (const candidate of known) {
    const steps = distance(letters, [...candidate.toLowerCase()]);
    if (steps < least) [least, best] = [steps, candidate];
  }
  return best;
}

/** Levenshtein's distance, with a swap of neighbours as one step. @param {string[]} a @param {string[]} b */
function distance(a, b) {
  const rows = [b.map((_, j) => j).concat(b.length)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      row.push(Math.min(
        rows[i - 1][j - 1] + Number(a[i - 1] !== b[j - 1]),
        rows[i - 1][j] + 1,
        row[j - 1] + 1,
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2][j - 2] + 1 : Infinity,
      ));
    }
    rows.push(row);
  }
  return rows[a.length][b.length];
}

/** What a reader's browser has to be. */
const BROWSERS = 'Use Chrome 99, Firefox 102, Safari 16.4 or later.';

/** Why there is no widget, and what to do, by kinds of failures; what a download met with is told already. @type {Record<string, [string, string]>} */
const FAILURES = {
  'opened-as-file': ['The page was opened as a file, which browsers do not let load programs.', 'Serve it over http, for instance with `cargo xtask serve`.'],
  'no-webassembly': ['This browser has no WebAssembly or no constructable style sheets.', BROWSERS],
  'browser-too-old': ['This browser is too old.', BROWSERS],
  'policy-blocks-wasm': ["The page's content policy forbids WebAssembly.", "Add 'wasm-unsafe-eval' to its script-src."],
  'download-slow': ['What the widget takes has not arrived after ten seconds, so the list stays until it has.', 'Serve the folder compressed and with a long cache lifetime, from near the readers; `src` and `words`, too.'],
  'bad-address': ['An attribute names no address.', 'Write a whole address such as “https://news.example/article.json”, or one relative to the page.'],
  'of-itself': ['`of` leads back to the element itself.', 'Let `of` be the id of the <dateline-widget> that has the data, and that one have no `of`.'],
  'of-unknown': ['`of` names no <dateline-widget> of the page.', 'Give the element that has the data this id; it may stand anywhere in the page, and come later.'],
  panic: ['The widget stopped.', 'Please report it with the article; setting `article` starts it again.'],
  stopped: ['The widget has stopped too often.', 'Please report it with the article; loading the page again starts it again.'],
};

/** What is no failure: the reader waits. */
const WARNINGS = ['download-slow', 'of-unknown'];

/** What to do about a download, by what happened. @type {[RegExp, string][]} */
const CURES = [
  [/arrived\.$/, 'Check the connection, and that the server sends the file whole. It is tried again when the reader comes near.'],
  [/fetched\.$/, "Check the connection, and that the page's policy allows the address under connect-src."],
  [/loaded\.$/, 'Check that the file is there under that name and served as JavaScript.'],
  [/answered with \d+\.$/, 'Check that the file is there under that name.'],
  [/./, 'Upload the whole folder again.'],
];

/**
 * A failure in sentences.
 * @param {string} kind @param {string} happened what is known of it, or nothing @returns {Problem}
 */
export function failure(kind, happened) {
  const [message, fix] = FAILURES[kind] ?? [happened, CURES.find(([what]) => what.test(happened))?.[1] ?? ''];
  return { severity: WARNINGS.includes(kind) ? 'warning' : 'error', kind, path: '', found: '', message: happened || message, fix };
}

/**
 * Says that the page has a copy of the element already. However many there are, one
 * sentence is enough.
 * @param {{ version: string, told?: boolean }} first @param {string} version
 */
export function twice(first, version) {
  if (!first.told) console.info(`dateline: the page has loaded <dateline-widget> before (${first.version}); this copy (${version}) does nothing.`);
  first.told = true;
}

/**
 * Lists problems for their editor, at the beginning of an element, in place of those
 * listed before; on a machine's own addresses only, as readers never see them.
 * @param {ShadowRoot} root @param {Problem[]} problems
 */
export function show(root, problems) {
  root.querySelector('[part=problems]')?.remove();
  if (!problems.length || !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname)) return;
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
