// Runs the program on some words, with the folders that it may see.

import { readFile } from 'node:fs/promises';
import { readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The name that the program knows the built widget by. */
const WIDGET = '/dateline/widget';
const widget = fileURLToPath(new URL('../widget/', import.meta.url));
const program = fileURLToPath(new URL('./dateline.wasm', import.meta.url));

/** Node marks its WASI as experimental, and says so each time. That one warning is left out. */
const warn = process.emitWarning;
process.emitWarning = (warning, ...more) => {
  if (!String(warning).startsWith('WASI is an experimental feature')) warn.call(process, warning, ...more);
};
const { WASI } = await import('node:wasi');

/** The folders in which systems keep their fonts, in the order in which the native program looks there. */
function places() {
  const home = homedir();
  if (process.platform === 'win32') {
    const system = process.env.SystemRoot ?? 'C:\\Windows';
    return [join(system, 'Fonts'), join(home, 'AppData/Local/Microsoft/Windows/Fonts'), join(home, 'AppData/Roaming/Microsoft/Windows/Fonts')];
  }
  if (process.platform === 'darwin') return ['/Library/Fonts', '/System/Library/Fonts', '/Network/Library/Fonts', join(home, 'Library/Fonts')];
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(home, '.fonts'), join(home, '.local/share/fonts')];
}

/** The folders of fonts that can be read, by the names that the program knows them by; a picture alone asks for them. @param {string[]} words */
function fonts([act]) {
  if (act !== 'picture') return {};
  const isReadable = (folder) => {
    try {
      return readdirSync(folder).length > 0;
    } catch {
      return false;
    }
  };
  return Object.fromEntries(places().filter(isReadable).map((folder, at) => [`/dateline/fonts/${at}`, folder]));
}

let compiled;

const isFolder = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * The folders that the program sees, by the names that it knows them by: the one it is
 * started in, and those of paths that lead out of it, of which a word may be one.
 * @param {string[]} words
 */
function folders(words) {
  const seen = { '.': '.', [WIDGET]: widget };
  for (const word of words) {
    const path = word.startsWith('-') ? word.slice(word.indexOf('=') + 1) : word;
    if (!isAbsolute(path) && !relative('.', resolve(path)).startsWith('..')) continue;
    let folder = path;
    // What is to be written is not there yet.
    while (!isFolder(folder) && dirname(folder) !== folder) folder = dirname(folder);
    seen[folder] = resolve(folder);
  }
  return seen;
}

/** Runs the command, and returns what it ends with. @param {string[]} words */
export async function run(words) {
  compiled ??= await WebAssembly.compile(await readFile(program));
  const seen = fonts(words);
  const wasi = new WASI({
    version: 'preview1',
    args: ['dateline', ...words],
    // Whatever they are elsewhere: the program sees no other folders.
    env: { ...process.env, DATELINE_DIST: WIDGET, DATELINE_FONTS: Object.keys(seen).join(':') },
    preopens: { ...folders(words), ...seen },
    returnOnExit: true,
  });
  return wasi.start(await WebAssembly.instantiate(compiled, wasi.getImportObject()));
}
