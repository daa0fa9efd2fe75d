// @ts-check
import { Failure } from './failure.js';

/** What the program and its scripts use and an old browser lacks, by its name. @type {[string, () => unknown][]} */
const NEEDED = [
  ['TextDecoder', () => globalThis.TextDecoder],
  ['TextEncoder', () => globalThis.TextEncoder],
  ['ResizeObserver', () => globalThis.ResizeObserver],
  ['String.prototype.replaceAll', () => String.prototype.replaceAll],
  ['Array.prototype.at', () => Array.prototype.at],
  ['Intl.DisplayNames', () => Intl.DisplayNames],
  ['Intl.ListFormat', () => Intl.ListFormat],
];

/** Finds out what the browser lacks or the page's policy forbids, before anything is fetched. */
export function supported() {
  if (import.meta.url.startsWith('file:')) throw new Failure('opened-as-file');
  if (typeof WebAssembly !== 'object' || !('adoptedStyleSheets' in document)) throw new Failure('no-webassembly');
  const lacking = NEEDED.find(([, get]) => !get());
  if (lacking) throw new Failure('browser-too-old', undefined, `This browser is too old: it has no ${lacking[0]}.`);
  try {
    // An empty program; some browsers object to the first step, some to the second.
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch (cause) {
    throw new Failure('policy-blocks-wasm', cause);
  }
}
