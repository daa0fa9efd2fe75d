// @ts-check
/** Files: opened, saved, and read from what is dropped and pasted. */

/** Encodings that are tried, one after the other, where a file does not say which it has. */
const MARKS = /** @type {const} */ ([[[0xff, 0xfe], 'utf-16le'], [[0xfe, 0xff], 'utf-16be']]);

/** Older encodings of what is not written in Latin letters, and the languages that have them. */
const OLDER = { 'windows-1251': 'be bg kk ky mk mn ru sr tg uk', 'windows-1256': 'ar fa ps ur' };

/**
 * The encoding of a file that is older than UTF-8. What is not in Latin letters has many large
 * bytes side by side; in which letters it is, the languages tell.
 *
 * @param {Uint8Array} bytes @param {string} languages divided by spaces, the likeliest first
 */
function older(bytes, languages) {
  let beside = 0;
  let alone = 0;
  for (let at = 1; at < bytes.length; at += 1) {
    if (bytes[at] < 0xc0) continue;
    if (bytes[at - 1] >= 0xc0) beside += 1;
    else if (/[a-z]/i.test(String.fromCharCode(bytes[at - 1]))) alone += 1;
  }
  if (beside <= alone) return 'windows-1252';
  for (const language of languages.split(' ')) {
    const main = language.split('-')[0].toLowerCase();
    const found = Object.entries(OLDER).find(([, all]) => all.split(' ').includes(main));
    if (found) return found[0];
  }
  return 'windows-1252';
}

/** @param {Uint8Array} bytes @param {string} languages */
function decoded(bytes, languages) {
  const mark = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (mark) return new TextDecoder(mark[1]).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(older(bytes, languages)).decode(bytes);
  }
}

/** The largest file that is read: as large as an article may be. */
const MOST = 64 << 20;

/** Where chosen files can be saved again. @type {WeakMap<File, any>} */
const origins = new WeakMap();

/**
 * A file's name, text and bytes, the bytes alone where it is packed, as spreadsheets are; and
 * where it can be saved again, if the browser lets it.
 *
 * @param {File} file @param {string} languages in which it may be, divided by spaces
 */
export async function contents(file, languages) {
  if (file.size > MOST) throw new Error(`${file.name} is larger than ${MOST >> 20} MiB`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const text = isPacked ? '' : decoded(bytes, languages);
  return { name: file.name, bytes, text, isPacked, origin: origins.get(file) };
}

/** What the work at hand was opened from or last saved to. @type {any} */
let handle;

/** The next save goes there; to nothing, it asks where. @param {any} origin */
export function saveTo(origin) {
  handle = origin;
}

/**
 * Saves a text, or bytes, as a file: in place where the browser can, else as a download.
 * Resolves to the file's name, or to nothing when the editor did not want to.
 *
 * @param {string} name @param {BlobPart} text @param {string} type @param {boolean} isWork
 */
export async function save(name, text, type, isWork) {
  const blob = new Blob([text], { type });
  const pick = /** @type {any} */ (globalThis).showSaveFilePicker;
  if (isWork && pick) {
    try {
      handle ??= await pick({ suggestedName: name });
      const stream = await handle.createWritable();
      await stream.write(blob);
      await stream.close();
      return handle.name;
    } catch (error) {
      handle = undefined;
      if (/** @type {Error} */ (error).name === 'AbortError') return '';
    }
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}

/** @param {string} text */
export const copy = (text) => navigator.clipboard.writeText(text);

/** The address of what keeps the desk for when there is no network. */
const WORKER = 'worker.js';
/** The desk's own scripts that are not part of its page. */
const SCRIPTS = [WORKER, 'publisher.js'];

/**
 * The one policy of the desk. It lets through HTML that is parsed inert and never inserted,
 * and two scripts, the desk's own.
 */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('dateline-desk', {
  createHTML: (/** @type {string} */ html) => html,
  createScriptURL: (/** @type {string} */ address) => (SCRIPTS.includes(address) ? address : ''),
});

/** The address of one of the desk's own scripts, for a worker. @param {string} address */
export const script = (address) => policy?.createScriptURL(address) ?? address;

/** Keeps the desk for when there is no network. Where a browser has no such keeping, it works without. */
export function offline() {
  navigator.serviceWorker?.register(script(WORKER)).catch(() => {});
}

/** What ends a line in a text. */
const BLOCKS = new Set('address article aside blockquote body dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(' '));
/** What holds no words of an article. */
const SILENT = new Set('dateline-widget head noscript script style template title button form iframe svg'.split(' '));

/**
 * The words of pasted or dropped HTML, a paragraph a line; of a whole page, those of its
 * article. Its document is inert: nothing in it runs or loads.
 *
 * @param {string} html
 */
export function words(html) {
  const { body } = new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html');
  const root = body.querySelector('article') ?? body.querySelector('main') ?? body;
  const lines = [''];
  /** @type {Node[]} */
  const ahead = [root];
  /** @type {Set<Node>} */
  const ends = new Set();
  while (ahead.length) {
    const node = /** @type {Node} */ (ahead.pop());
    const name = node.nodeName.toLowerCase();
    if (ends.has(node)) {
      lines.push('');
    } else if (node.nodeType === Node.TEXT_NODE) {
      lines[lines.length - 1] += node.nodeValue ?? '';
    } else if (name === 'br') {
      lines.push('');
    } else if (!SILENT.has(name)) {
      if (BLOCKS.has(name)) {
        lines.push('');
        ends.add(node);
        ahead.push(node);
      }
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) ahead.push(node.childNodes[at]);
    }
  }
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean).join('\n\n');
}

/** The text of a file of the desk's own server. @param {string} address */
export async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}

/** Has the editor choose a file; resolves to it, or to nothing. @returns {Promise<File | undefined>} */
export async function choose() {
  const pick = /** @type {any} */ (globalThis).showOpenFilePicker;
  if (pick) {
    try {
      const [chosen] = await pick();
      const file = await chosen.getFile();
      origins.set(file, chosen);
      return file;
    } catch (error) {
      if (/** @type {Error} */ (error).name === 'AbortError') return undefined;
    }
  }
  const input = document.createElement('input');
  input.type = 'file';
  return new Promise((resolve) => {
    input.onchange = () => resolve(input.files?.[0]);
    input.oncancel = () => resolve(undefined);
    input.click();
  });
}

/** The second program, which reads what others write; fetched when something is brought. @type {Promise<any> | undefined} */
let importer;

/**
 * Reads a source, its text or its packed bytes; `asked` and what comes are JSON.
 *
 * @param {Uint8Array} bytes @param {string} text @param {string} asked
 */
export async function bring(bytes, text, asked) {
  // What is given is of the first program's memory, which may move meanwhile.
  const own = bytes.slice();
  importer ??= (async () => {
    const at = (/** @type {string} */ name) => new URL(name, document.baseURI).href;
    const program = await import(at('importer.js'));
    await program.default({ module_or_path: at('importer_bg.wasm') });
    return program;
  })();
  importer.catch(() => { importer = undefined; });
  const { bring } = await importer;
  return bring(own, text, asked);
}
