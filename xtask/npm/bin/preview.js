// `dateline preview`, for which the program has no connections: it writes what is to be
// served, and writes it anew when a file has changed. Natively, cli/src/preview/server.rs
// serves the same.

import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { run } from './run.js';

/** The port that is tried first, and how many after it. */
const PORT = 8080;
const PORTS = 20;

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
};

/** Serves until it is ended; returns only what the command ends with that serves nothing. @param {string[]} words */
export async function preview(words) {
  // Who asks for the files serves them.
  if (words.some((word) => word === '--files' || word.startsWith('--files='))) return run(['preview', ...words]);
  const made = mkdtempSync(join(tmpdir(), 'dateline-'));
  const remove = () => rmSync(made, { recursive: true, force: true });
  process.on('exit', remove);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(0));

  const write = () => run(['preview', '--files', made, ...words]);
  const status = await write();
  const served = read(join(made, 'served.json'));
  // Help, or a mistake, of which it has told.
  if (status !== 0 || !served) return status;
  const { port: wanted, inputs, beside } = JSON.parse(served);

  const stamps = () => inputs.map((file) => {
    const { mtimeMs, size } = statSync(file, { throwIfNoEntry: false }) ?? {};
    return `${mtimeMs} ${size}`;
  }).join();
  let seen = stamps();
  /** What kept the files from being written anew, for the page to show; the last good ones are served meanwhile. */
  let trouble = '';
  let writing = Promise.resolve();

  async function follow() {
    const now = stamps();
    if (now === seen) return;
    seen = now;
    try {
      const status = await write();
      trouble = status === 0 ? '' : 'The page could not be made anew; the terminal that the preview was started in says why. It comes back with the next change that can be shown.';
    } catch (why) {
      trouble = `The page could not be made anew: ${why}. It comes back with the next change that can be shown.`;
    }
  }

  /** The bytes of a path, of what was made or of what lies beside the article. @param {string} path */
  async function bytes(path) {
    if (path === 'state.json') {
      // The page asks for it all the time; so nobody else has to watch the files.
      writing = writing.then(follow);
      await writing;
      if (trouble) return JSON.stringify({ trouble });
    }
    return readFile(join(made, path)).catch(() => readFile(join(beside, path)));
  }

  let port;
  const server = createServer(async (request, response) => {
    const path = asked(request.url);
    // No page of another that has had its own name lead here.
    const ours = [`127.0.0.1:${port}`, `localhost:${port}`].includes(request.headers.host);
    const body = ours && path !== undefined ? await bytes(path).catch(() => undefined) : undefined;
    response.writeHead(body ? 200 : 404, {
      'Content-Type': (body && TYPES[extname(path)]) ?? 'application/octet-stream',
      'Cache-Control': 'no-store',
    });
    response.end(body ?? 'There is no such file.');
  });
  port = await listen(server, wanted);
  if (port === undefined) {
    const [first, last] = wanted === null ? [PORT, PORT + PORTS] : [wanted, wanted];
    console.error(`No port of 127.0.0.1 from ${first} to ${last} is free. Name one with --port.`);
    return 2;
  }
  console.log(`The preview is at http://127.0.0.1:${port}/ (Ctrl-C ends it).`);
  return undefined;
}

/** A file's text, if it is there. @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The path that an address names, below the folder that is served; none for one that leads out of it, or to a hidden file. @param {string} url */
function asked(url) {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0]).replace(/^\/+/, '') || 'index.html';
    return path.split(/[\\/]/).some((part) => part.startsWith('.')) || path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

/** Listens on the port that is wanted, or the first that is free. @param {import('node:http').Server} server @param {number | null} wanted */
async function listen(server, wanted) {
  const ports = wanted === null ? Array.from({ length: PORTS + 1 }, (_, at) => PORT + at) : [wanted];
  for (const port of ports) {
    const listening = await new Promise((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (listening) return server.address().port;
  }
  return undefined;
}
