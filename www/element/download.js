// @ts-check
/** What is fetched: once for all, told when it fails, and tried again when it is next asked for. */

import { Failure } from './failure.js';
import { beside, files } from './files.js';

/** What the page's author names is fetched without cookies; our own files as a page may have told the browser before. @type {RequestInit} */
export const OTHERS = { credentials: 'omit' };

/** @param {string} url @param {string} what happened to it @param {unknown} [cause] */
export const undelivered = (url, what, cause) => new Failure('download-failed', cause, `${url} ${what}.`);

/** The whole address that an attribute or a property names. @param {string} text @param {string} base @param {string} name */
export function address(text, base, name) {
  try {
    return new URL(text, base).href;
  } catch {
    throw new Failure('bad-address', undefined, `\`${name}\` is “${text}”, which is no address.`);
  }
}

/** @param {string} url @param {RequestInit} [way] */
export async function download(url, way) {
  const response = await fetch(url, way).catch((cause) => {
    throw undelivered(url, 'could not be fetched', cause);
  });
  if (response.ok) return response;
  throw undelivered(url, `was answered with ${response.status}`);
}

/** The text of a file, all of it. @param {string} url @param {RequestInit} [way] */
export async function text(url, way) {
  const response = await download(url, way);
  return response.text().catch((cause) => {
    throw undelivered(url, 'broke off while it arrived', cause);
  });
}

/** What no bundler may look into: the address is known when the page is there. @param {string} url @returns {Promise<any>} */
const imported = (url) => import(/* @vite-ignore */ /* webpackIgnore: true */ url);

/** @param {string} url @param {() => Promise<any>} [load] @returns {Promise<any>} */
export const script = (url, load = () => imported(url)) => load().catch((cause) => {
  throw undelivered(url, 'could not be loaded', cause);
});

/**
 * Calls `make` once and keeps what it promises, but not what it fails with: who asks next
 * tries again.
 * @template T @param {() => Promise<T>} make
 */
export function once(make) {
  /** @type {Promise<T> | null} */ let kept = null;
  const get = () => (kept ??= make().catch((error) => {
    kept = null;
    throw error;
  }));
  return Object.assign(get, { forget: () => void (kept = null) });
}

/** A script that few ask for. A browser remembers one that failed, so each try has an address of its own. @param {string} file */
export function rare(file) {
  let misses = 0;
  return once(() => script(beside(file) + (misses ? `?${misses}` : ''), files.scripts?.[file]).catch((failure) => {
    misses += 1;
    throw failure;
  }));
}
