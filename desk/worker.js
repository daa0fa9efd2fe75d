// @ts-check
/** Keeps the desk, and the widget that it previews with, for when there is no network. It
 *  answers for the desk alone. */

const worker = /** @type {any} */ (globalThis);

/** This build's name; another build has another, and its own copies. */
const CACHE = 'dateline-desk-@build@';
/** What the desk cannot do without, from its own folder. */
const FILES = '@files@'.split(' ');
const KEPT = new Set(FILES.map((name) => new URL(name, location.href).href));

worker.addEventListener('install', (/** @type {any} */ event) => {
  // What the browser itself has kept may be of an older build. An answer that failed fails all.
  const files = FILES.map((name) => new Request(name, { cache: 'reload' }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(files)).then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (/** @type {any} */ event) => {
  const old = (/** @type {string[]} */ names) => names.filter((name) => name.startsWith('dateline-desk-') && name !== CACHE);
  event.waitUntil(caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))).then(() => worker.clients.claim()));
});

// The network comes first, so that nobody works with an old desk; what is kept answers where
// there is none.
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  event.respondWith(answered(event));
});

/** The answer to what the desk asks for. @param {any} event */
async function answered(event) {
  const { request } = event;
  let answer;
  try {
    answer = await fetch(request);
  } catch {
    return (await caches.match(request, { ignoreSearch: true })) ?? Response.error();
  }
  // What one publishes with is kept once it has been asked for.
  if (answer.status === 200 && !KEPT.has(request.url)) {
    const copy = answer.clone();
    event.waitUntil(caches.open(CACHE).then((cache) => cache.put(request, copy)).catch(() => {}));
  }
  return answer;
}
