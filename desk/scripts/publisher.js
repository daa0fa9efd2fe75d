// @ts-check
/** The command `dateline`, compiled to WASI, run on files in memory: a worker of the page,
 *  started when something is published for the first time. */

import { ConsoleStdout, Directory, File, OpenFile, PreopenDirectory, WASI } from '@bjorn3/browser_wasi_shim';
import { zipSync } from 'fflate';

/** The name that the command knows the built widget by. */
const WIDGET = '/dateline/widget';
/** Where the article and its text lie for the command, and where it writes. */
const HOME = '.';
/** When each file of a ZIP was changed: the first day that a ZIP knows, so that the same files make the same bytes. */
const TIME = new Date(1980, 0, 1);

const page = /** @type {any} */ (globalThis);

/** A file could not be had: its name. */
class Unfetched extends Error {}

/**
 * What the build says of itself: the command's file, and those of the widget in the folder
 * above, all with their sizes in bytes.
 *
 * @typedef {{ command: [string, number], widget: [string, number][] }} Built
 */

/** The bytes of a file; `hear` hears how many have come. @param {string} name @param {(bytes: number) => void} [hear] */
async function bytes(name, hear = () => {}) {
  try {
    // The files of one build go together, whatever was kept of another.
    const answer = await fetch(new URL(name, location.href), { cache: 'no-cache' });
    if (!answer.ok || !answer.body) throw new Error(`${answer.status}`);
    const parts = [];
    const reader = answer.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      hear(value.length);
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  } catch {
    throw new Unfetched(name.split('/').pop());
  }
}

/** @type {Promise<Built> | undefined} */
let built;
/** @type {Promise<WebAssembly.Module> | undefined} */
let program;
/** @type {Promise<Directory['contents']> | undefined} */
let widget;

/** @returns {Promise<Built>} */
const known = () => (built ??= bytes('publish.json').then((json) => JSON.parse(new TextDecoder().decode(json))));

/** The command. @param {(part: number) => void} hear */
async function command(hear) {
  hear(0);
  const { command: [name, size] } = await known();
  let come = 0;
  const whole = await bytes(name, (more) => hear((come += more) / size));
  return WebAssembly.compile(whole);
}

/** The widget's own files, as a folder. @param {(part: number) => void} hear */
async function folder(hear) {
  hear(0);
  const { widget: files } = await known();
  const size = files.reduce((sum, [, bytes]) => sum + bytes, 0);
  let come = 0;
  const all = await Promise.all(files.map(([name]) => bytes(`../${name}`, (more) => hear((come += more) / size))));
  /** @type {Directory['contents']} */
  const root = new Map();
  files.forEach(([name], at) => {
    const path = name.split('/');
    const last = /** @type {string} */ (path.pop());
    let inside = root;
    for (const part of path) {
      if (!inside.has(part)) inside.set(part, new Directory(new Map()));
      inside = /** @type {Directory} */ (inside.get(part)).contents;
    }
    inside.set(last, new File(all[at]));
  });
  return root;
}

/** Every file of a folder with its bytes, by path, in the order of the paths. @param {Directory} folder @param {string} below @returns {[string, Uint8Array][]} */
function files(folder, below = '') {
  const all = [...folder.contents].flatMap(([name, one]) => (
    one instanceof Directory ? files(one, `${below}${name}/`) : [/** @type {[string, Uint8Array]} */ ([below + name, /** @type {File} */ (one).data])]
  ));
  return all.sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Something that keeps what is written to it. */
function written() {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  return {
    file: new ConsoleStdout((part) => { parts.push(new Uint8Array(part)); }),
    text: async () => new Blob(parts).text(),
  };
}

/**
 * Runs the command. `asked.files` are the texts of files by name, and `asked.takes` is the
 * name of what to take of what it wrote: a file, or a folder, which is packed.
 *
 * @param {{ words: string[], files: Record<string, string>, takes: string, needsWidget: boolean }} asked
 * @param {(what: string, part: number) => void} hear
 */
async function run({ words, files: given, takes, needsWidget }, hear) {
  program ??= command((part) => hear('program', part));
  const compiled = await program;
  if (needsWidget) widget ??= folder((part) => hear('widget', part));
  const beside = needsWidget ? await /** @type {NonNullable<typeof widget>} */ (widget) : new Map();
  hear('work', 1);

  const encoder = new TextEncoder();
  const home = new PreopenDirectory(HOME, new Map(Object.entries(given).map(([name, text]) => [name, new File(encoder.encode(text))])));
  const [out, err] = [written(), written()];
  const nothing = new OpenFile(new File([]));
  const open = [nothing, out.file, err.file, home, new PreopenDirectory(WIDGET, beside)];
  const wasi = new WASI(['dateline', ...words], [`DATELINE_DIST=${WIDGET}`, 'NO_COLOR=1'], open, { debug: false });
  const instance = await WebAssembly.instantiate(compiled, { wasi_snapshot_preview1: wasi.wasiImport });
  let status;
  try {
    status = wasi.start(/** @type {any} */ (instance));
  } catch (error) {
    // Where it panics it says so.
    throw new Error(`${/** @type {Error} */ (error).message} ${await err.text()}`.trim());
  }
  const made = home.dir.contents.get(takes);
  const packed = () => zipSync(Object.fromEntries(files(/** @type {Directory} */ (made))), { mtime: TIME, level: 9 });
  const taken = made instanceof Directory ? packed() : made instanceof File ? made.data : new Uint8Array();
  return { status, told: await out.text(), said: await err.text(), taken };
}

page.onmessage = async (/** @type {any} */ { data: { number, asked } }) => {
  try {
    let last = -1;
    const done = await run(asked, (what, part) => {
      // A page need not hear of each packet.
      const now = Math.floor(part * 50);
      if (now !== last) page.postMessage({ number, what, part: Math.min(part, 1) });
      last = now;
    });
    page.postMessage({ number, done: { state: 'done', ...done } });
  } catch (error) {
    const state = error instanceof Unfetched ? 'unfetched' : 'stopped';
    // What could not be had is asked for again.
    built = program = widget = undefined;
    page.postMessage({ number, done: { state, status: 2, told: '', said: String(/** @type {any} */ (error).message ?? error), taken: new Uint8Array() } });
  }
};
