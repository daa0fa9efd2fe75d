// @ts-check
/** The files that lie beside `dateline.js`: their names, and where that is. */

/**
 * What the build writes into `dateline.js`: the version, the names of files, the codes of
 * the countries whose flags lie in `flags/`, and the languages that have a file in
 * `words/`, both separated by spaces.
 * @typedef {{ version: string, glue: string, wasm: string, style: string, flags: string, words: string }} Files
 */

/** @type {Files} */
export let files;
let home = '';

/** @param {string} address that of `dateline.js` @param {Files} names */
export function found(address, names) {
  home = address;
  files = names;
}

/** The address of a file, by its name. @param {string} name */
export const beside = (name) => new URL(name, home).href;
