// @ts-check
/** The files that lie beside `dateline.js`: their names, and where that is. */

/**
 * What the build writes into `dateline.js`: the version, the names of files, the codes of
 * the countries whose flags lie in `flags/`, and the languages that have a file in
 * `words/`, both separated by spaces.
 * Where a bundler has put the files elsewhere, `at` has their addresses by their names, and
 * `scripts` what loads those that few ask for (`xtask/npm/element.js`).
 * @typedef {{ version: string, glue: string, wasm: string, style: string, flags: string, words: string, at?: Record<string, string>, scripts?: Record<string, () => Promise<any>> }} Files
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
export const beside = (name) => files.at?.[name] ?? new URL(name, home).href;
