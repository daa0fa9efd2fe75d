// @ts-check
/** Publishing: the command in its worker, and pictures drawn as PNG. */

import { save, script } from './files.js';

const PUBLISHER = 'publisher.js';

/**
 * What came of a run: `done`, `unfetched` when a file could not be had (its name is in
 * `said`), `stopped` when it did not come to an end (why is in `said`); what the command ended
 * with, what it printed and what it complained of; the file that was taken.
 *
 * @typedef {{ state: string, status: number, told: string, said: string, taken: Uint8Array<ArrayBuffer> }} Done
 */

/** @type {Worker | undefined} */
let worker;
/** Who waits for what was asked, by number. @type {Map<number, { hear: (what: string, part: number) => void, resolve: (done: Done) => void }>} */
const waiting = new Map();
let asked = 0;

function started() {
  if (worker) return worker;
  worker = new Worker(script(PUBLISHER));
  worker.onmessage = ({ data: { number, what, part, done } }) => {
    if (!done) {
      // What is fetched is fetched once, for all.
      for (const [other, { hear }] of waiting) if (other === number || part < 1) hear(what, part);
      return;
    }
    const one = waiting.get(number);
    waiting.delete(number);
    // What did not come to its end leaves its memory as it is: another begins anew.
    if (done.state === 'stopped') ended();
    one?.resolve(done);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    ended();
    const done = { status: 2, told: '', taken: new Uint8Array() };
    // A script that could not be had has nothing to say.
    const said = event.message ? { state: 'stopped', said: event.message } : { state: 'unfetched', said: PUBLISHER };
    for (const { resolve } of waiting.values()) resolve({ ...done, ...said });
    waiting.clear();
  };
  return worker;
}

function ended() {
  worker?.terminate();
  worker = undefined;
}

/**
 * Runs the command on an article, `article.json`. `words` are its arguments, one a line.
 *
 * @param {string} words @param {string} article @param {string} takes @param {boolean} needsWidget
 * @param {(what: string, part: number) => void} hear
 * @returns {Promise<Done>}
 */
export function run(words, article, takes, needsWidget, hear) {
  asked += 1;
  const number = asked;
  const files = { 'article.json': article };
  return new Promise((resolve) => {
    waiting.set(number, { hear, resolve });
    started().postMessage({ number, asked: { words: words.split('\n'), files, takes, needsWidget } });
  });
}

/** An address as it is passed to the command, in ASCII. @param {string} address */
export function ascii(address) {
  try {
    return new URL(address).href;
  } catch {
    return encodeURI(address);
  }
}

/** The address of an SVG that is shown as a picture. @param {string} svg */
export const picture = (svg) => `data:image/svg+xml,${encodeURIComponent(svg)}`;

/**
 * Saves an SVG as a PNG, with so many dots to a px; resolves to the file's name.
 *
 * @param {string} name @param {string} svg @param {number} width @param {number} height @param {number} times
 */
export async function png(name, svg, width, height, times) {
  const image = new Image(width, height);
  await new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = reject;
    image.src = picture(svg);
  });
  const canvas = document.createElement('canvas');
  canvas.width = width * times;
  canvas.height = height * times;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('no room for so many dots');
  return save(name, blob, 'image/png', false);
}

/** Saves bytes as a file; resolves to its name. @param {string} name @param {Uint8Array<ArrayBuffer>} bytes @param {string} type */
export const keep = (name, bytes, type) => save(name, bytes.slice(), type, false);
