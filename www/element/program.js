// @ts-check
/**
 * The program: loaded once for all instances, and left for a fresh copy when it has
 * stopped, as a program in which something went wrong cannot be trusted any more.
 */

import { download, once, script, text, undelivered } from './download.js';
import { Failure } from './failure.js';
import { beside, files } from './files.js';
import { Room } from './room.js';
import { supported } from './support.js';

/** @typedef {import('./instance.js').Instance} Instance */

/** After so many stops a page keeps its lists: each leaves something behind that nobody can free. */
const STOPS = 10;
/** Ms for which a program puts anything off at most. */
const PUT_OFF = 1_000;
let stops = 0;
/** Each copy has an address of its own, as a browser gives out the same module for the same one. */
let copies = 0;

/** @returns {Promise<WebAssembly.Module>} @param {string} name */
export async function compile(name) {
  const response = await download(beside(name));
  try {
    // Compiling while it arrives insists on the right type; compiling afterwards does not.
    return await (response.headers.get('content-type')?.startsWith('application/wasm')
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer()));
  } catch (cause) {
    throw undelivered(response.url, 'arrived incomplete or damaged', cause);
  }
}

const compiled = once(() => compile(files.wasm));
const style = once(async () => new CSSStyleSheet().replace(await text(beside(files.style))));

/** Has the browser get ready to write dates and to measure texts while it waits for the program: a tenth of a second on a slow phone. */
function warm() {
  new Intl.DateTimeFormat([], { year: 'numeric', month: 'long', day: 'numeric' }).format();
  document.createElement('canvas').getContext('2d')?.measureText('a');
}

/** What a file is called where it is served: a browser that has the same wasm from elsewhere names that address. @param {string} file */
const fileName = (file) => beside(file).replace(/[?#].*/, '').replace(/.*\//, '');

/** The program, running. */
export const running = once(async () => {
  supported();
  if (stops >= STOPS) throw new Failure('stopped', undefined, `The widget has stopped ${stops} times on this page, so it is not started again.`);
  const again = copies ? `?${copies}` : '';
  copies += 1;
  const all = Promise.all([script(beside(files.glue) + again), compiled(), style()]);
  setTimeout(warm);
  const [glue, wasm, sheet] = await all;
  try {
    await glue.default({ module_or_path: wasm });
  } catch (cause) {
    throw undelivered(files.wasm, `does not go with ${files.glue}`, cause);
  }
  return new Program(glue, sheet);
});

/** One copy of the program, and the instances that it shows. */
export class Program {
  #glue;
  /** The instances, by the numbers that the program knows them by. @type {Map<number, Instance>} */ #shown = new Map();
  /** Rooms that no instance is in. Yew never gives one back, so that each serves again. @type {Room[]} */ #spare = [];
  hasStopped = false;

  /** @param {any} glue what wasm-bindgen makes @param {CSSStyleSheet} sheet */
  constructor(glue, sheet) {
    this.#glue = glue;
    this.sheet = sheet;
    glue.onPanic((/** @type {number} */ culprit, /** @type {string} */ message) => this.stop(new Error(message), culprit));
  }

  /** A room for an instance. @param {Instance} instance */
  enter(instance) {
    if (!this.#shown.size) for (const type of ['error', 'unhandledrejection']) addEventListener(type, this.#uncaught);
    this.#shown.set(instance.number, instance);
    const room = this.#spare.pop() ?? new Room(this, this.#glue);
    room.instance = instance.number;
    return room;
  }

  /** @param {Room} room */
  leave(room) {
    this.#shown.delete(room.instance);
    if (this.hasStopped) return;
    if (!this.#shown.size) this.#listenNoMore();
    this.#spare.push(room);
  }

  /**
   * The program has stopped: it is not used any more, nor is what the browser has made of its
   * wasm. All move on to a fresh copy, but an instance that was at work when one stopped
   * before goes back to its list. Nobody was (0) where others have moved the program's nodes.
   * @param {unknown} cause @param {number} [culprit]
   */
  stop(cause, culprit = this.#glue.atWork()) {
    if (this.hasStopped) return;
    this.hasStopped = true;
    stops += 1;
    running.forget();
    compiled.forget();
    const all = [...this.#shown.values()];
    this.#shown.clear();
    // Not now: the program may still be on the stack, and what stopped it on its way out.
    setTimeout(() => {
      for (const instance of all) instance.lost(instance.number === culprit, cause);
    });
    // What it had put off may come yet, and stop again.
    setTimeout(() => this.#listenNoMore(), PUT_OFF);
  }

  /** What nobody caught may have come from a listener or a timer of the program's own. */
  #uncaught = (/** @type {any} */ event) => {
    const error = event.error ?? event.reason;
    const where = `${event.filename} ${error?.stack}`;
    if (!(error instanceof Error) || ![files.wasm, files.glue].some((file) => where.includes(fileName(file)))) return;
    // It is told in a sentence.
    event.preventDefault();
    this.stop(error);
  };

  #listenNoMore() {
    for (const type of ['error', 'unhandledrejection']) removeEventListener(type, this.#uncaught);
  }
}
