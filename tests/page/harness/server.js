// A small static server: what a newsroom's would do, and nothing more. It
// serves a folder below any path, with the types that browsers insist on and
// a strict content policy, and it adds one probe to each page.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The built demonstration, which the page tests are about. */
export const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url));

/** The policy of a careful news site. */
export const STRICT = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
};

const FRAME = '/~frame';
const PROBE = '/~probe.js';

/**
 * Serves a folder on a free port of 127.0.0.1.
 *
 * @param {object} [options]
 * @param {string} [options.folder] what is served; the built demonstration if left out
 * @param {string} [options.below] the path it is served below, such as "/news/2023/"
 * @param {string | ((origin: string) => string)} [options.policy] the Content-Security-Policy header; empty for none
 * @param {boolean} [options.probe] whether pages carry the probe; they do unless told
 * @param {Record<string, string>} [options.headers] sent with every answer
 * @param {(path: string, request: import('node:http').IncomingMessage) => (object|undefined|Promise<object|undefined>)} [options.answer]
 *   answers a path itself, with `{ status, type, headers, body }`, before the folder is asked
 */
export async function serve({
  folder = DIST,
  below = '/',
  policy = STRICT,
  probe = true,
  headers: always = {},
  answer = () => undefined,
} = {}) {
  const requests = [];

  async function reply(request) {
    const url = new URL(request.url, 'http://127.0.0.1');
    const path = decodeURIComponent(url.pathname);
    requests.push(path);
    if (path === FRAME) {
      return { body: frame(url.searchParams), type: TYPES['.html'] };
    }
    if (path === PROBE) {
      return { body: await readFile(join(here, 'probe.js')), type: TYPES['.js'] };
    }
    const special = await answer(path, request);
    if (special) {
      return special;
    }
    if (!path.startsWith(below)) {
      return { status: 404, body: 'Not here.' };
    }
    const name = normalize(path.slice(below.length) || 'index.html');
    const file = join(folder, name.endsWith('/') ? join(name, 'index.html') : name);
    if (!file.startsWith(normalize(folder))) {
      return { status: 403, body: 'Not yours.' };
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    let body = await readFile(file);
    const headers = {};
    if (type === TYPES['.html']) {
      body = body.toString('utf8');
      body = probe ? body.replace('<head>', `<head><script src="${PROBE}"></script>`) : body;
      if (policy) {
        headers['Content-Security-Policy'] = typeof policy === 'function' ? policy(origin) : policy;
      }
    }
    return { body, type, headers };
  }

  const server = createServer((request, response) => {
    reply(request)
      .catch((trouble) => ({ status: trouble.code === 'ENOENT' ? 404 : 500, body: String(trouble) }))
      .then(({ status = 200, type = 'text/plain; charset=utf-8', headers = {}, body = '' }) => {
        response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', ...always, ...headers });
        response.end(body);
      });
  });
  // Who has a connection open and is busy for a while finds it open still.
  server.keepAliveTimeout = 0;
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    /** The address of the folder's page. */
    home: origin + below,
    /** Every path that was asked for, in order. */
    requests,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The path of a page that shows another in a frame of an exact size, light or dark. */
export function framed(address, width, height, dark = false) {
  const query = new URLSearchParams({ address, width, height, scheme: dark ? 'dark' : 'light' });
  return `${FRAME}?${query}`;
}

function frame(query) {
  const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const size = (name) => Number.parseInt(query.get(name), 10);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A frame</title><style>
  /* A framed page takes the scheme of the frame that holds it. */
  html { color-scheme: ${query.get('scheme') === 'dark' ? 'dark' : 'light'} }
  body { margin: 0 }
  iframe { border: 0; display: block; color-scheme: inherit }
</style></head>
<body><iframe title="The page" width="${size('width')}" height="${size('height')}" src="${escape(query.get('address'))}"></iframe></body>
</html>`;
}
