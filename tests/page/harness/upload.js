// What `dateline build` writes for the demonstration's article, and servers for it: the
// newsroom's own, and other people's pages that frame it.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { STRICT, serve } from './server.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** What is built here, for each lane its own. */
export const WORK = `${ROOT}target/page/${process.env.DATELINE_LANE ?? 'all'}/`;
const built = new Map();

/** The folder of the program in what is built. */
export const PROGRAM = `dateline/${readFileSync(`${ROOT}Cargo.toml`, 'utf8').match(/^version = "(.*)"$/m)[1]}/`;

/** The command itself, which is built once. */
function command() {
  if (!built.has('command')) {
    const { status, stderr } = spawnSync(process.env.CARGO ?? 'cargo', ['build', '--quiet', '--locked', '--package=dateline-cli'], { cwd: ROOT, encoding: 'utf8' });
    if (status !== 0) throw new Error(`cargo build: ${stderr}`);
    built.set('command', `${process.env.CARGO_TARGET_DIR ?? `${ROOT}target`}/debug/dateline`);
  }
  return built.get('command');
}

/** Runs the command; it may end with one of these exit codes. */
function dateline(words, codes = [0]) {
  const { error, status, stderr } = spawnSync(command(), words, { cwd: ROOT, encoding: 'utf8' });
  if (error) throw error;
  if (!codes.includes(status)) throw new Error(`dateline ${words.join(' ')}: ${stderr}`);
  return stderr;
}

/** The folder that `cargo dateline build` writes into, with these options. */
export function build(name, article, ...options) {
  const key = [name, article, ...options].join(' ');
  if (!built.has(key)) {
    const out = WORK + name;
    // An earlier program under the same version would be in the way.
    spawnSync('rm', ['-rf', out]);
    dateline(['build', article, '--out', out, ...options]);
    built.set(key, `${out}/`);
  }
  return built.get(key);
}

/** The plain HTML that `dateline build` prints for an article. */
export function rendered(article) {
  const { error, stdout } = spawnSync(command(), ['build', '-'], { input: JSON.stringify(article), encoding: 'utf8', maxBuffer: 2 ** 24 });
  if (error) throw error;
  return stdout;
}

/** The article that a file of a newsroom's becomes, and the folder that is built of it. */
export function imported(file) {
  const name = `imported-${file.replace(/\W/g, '-')}`;
  const article = `${WORK}${name}.json`;
  const key = `import ${file}`;
  if (!built.has(key)) {
    mkdirSync(WORK, { recursive: true });
    // 1 where something of it has no place in an article, which the report tells.
    dateline(['import', `tests/import/newsroom/${file}`, '--out', article, '--published', '2024-05-01'], [0, 1]);
    built.set(key, JSON.parse(readFileSync(article, 'utf8')));
  }
  return { article: built.get(key), folder: build(name, article) };
}

/** The demonstration's folder. */
export const upload = (...options) => build(['upload', ...options].join('').replace(/[^\w-]/g, ''), 'www/articles/human-rights-2022.json', ...options);

/** Serves a built folder as a newsroom has to: open to pages of any origin. */
export const newsroom = ({ folder = upload(), open = true, ...more } = {}) =>
  serve({ folder, below: '/embed/', headers: open ? { 'Access-Control-Allow-Origin': '*' } : {}, ...more });

const TYPES = { html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' };
const WATCH = readFileSync(new URL('./watch.js', import.meta.url));

/** A file of one of the packages that the tests fetch. */
export const packaged = (path) => readFileSync(new URL(`../node_modules/${path}`, import.meta.url));

/**
 * Serves other people's pages, by name; `~heard.js` notes every message that arrives, as
 * `window.heard`, and `~watch.js` what happens to the page.
 *
 * @param {Record<string, string | Buffer>} pages
 * @param {string} [frames] the origin that may be framed
 */
export function elsewhere(pages, frames = '', policy = STRICT.replace("script-src 'self'", `frame-src 'self' ${frames}; script-src 'self' ${frames}`)) {
  const own = {
    '/~watch.js': WATCH,
    '/~heard.js': "window.heard = []; addEventListener('message', ({ data, origin, source }) => heard.push({ data, origin, frame: [...document.querySelectorAll('iframe')].findIndex((one) => one.contentWindow === source) }));",
  };
  return serve({
    policy: '',
    answer(path) {
      const name = path.slice(1);
      const body = pages[name] ?? own[path];
      if (body === undefined) return undefined;
      const type = TYPES[name.split('.').pop()];
      return { type, body, headers: type === TYPES.html && policy ? { 'Content-Security-Policy': policy } : {} };
    },
  });
}

/** A page of somebody else's around a body. */
export const foreign = (body, head = '') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page elsewhere</title>
<link rel="icon" href="favicon.svg"><script src="~probe.js"></script><script src="~heard.js"></script>${head}</head>
<body>${body}</body></html>`;
