// Serves the pages and the files of each timeline, compressed as a good host would,
// and notes what was asked for.

import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};
/** Compressed by their own format already. */
const DENSE = ['.woff2', '.woff', '.png', '.jpg'];

/**
 * @param {Record<string, string>} folders a folder for each first part of an address
 */
export async function serve(folders) {
  /** Pages by address, held here rather than in files. */
  const pages = new Map();
  const packed = new Map();
  /** Bytes on the way by address, as asked for since `forget`. */
  const asked = new Map();

  const file = (path) => {
    const [, first, ...rest] = path.split('/');
    const folder = folders[first];
    const name = folder && normalize(join(folder, ...rest));
    return name?.startsWith(normalize(folder)) && existsSync(name) && statSync(name).isFile() ? name : undefined;
  };
  const body = (path) => {
    if (packed.has(path)) return packed.get(path);
    const page = pages.get(path);
    const name = page === undefined ? file(path) : undefined;
    if (page === undefined && !name) return undefined;
    const type = extname(name ?? 'page.html');
    const raw = name ? readFileSync(name) : Buffer.from(page);
    // Pages hold megabytes of events, which the best quality takes minutes for.
    const quality = page === undefined ? 11 : 5;
    const dense = DENSE.includes(type);
    const bytes = dense ? raw : brotliCompressSync(raw, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
    });
    const made = { bytes, type: TYPES[type] ?? 'application/octet-stream', dense };
    packed.set(path, made);
    return made;
  };

  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://127.0.0.1').pathname);
    const found = body(path);
    if (!found) {
      asked.set(path, undefined);
      response.writeHead(404).end();
      return;
    }
    if (!pages.has(path)) asked.set(path, found.bytes.length);
    response.writeHead(200, {
      'content-type': found.type,
      'content-length': found.bytes.length,
      'cache-control': 'no-store',
      ...(found.dense ? {} : { 'content-encoding': 'br' }),
    });
    response.end(found.bytes);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** Compresses a page now, so that no measurement waits for it. */
    put(path, html) {
      pages.set(path, html);
      body(path);
    },
    drop(path) {
      pages.delete(path);
      packed.delete(path);
    },
    forget: () => asked.clear(),
    asked: () => [...asked].map(([path, bytes]) => ({ path, bytes })),
    end: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}
