// @ts-check
/** Starts the desk, and keeps it for when there is no network. */

import start from './desk.js';

await start({ module_or_path: new URL('@wasm@', import.meta.url) });

// A desk that is served from a folder on this machine, or in a private window, works without.
addEventListener('load', () => navigator.serviceWorker?.register('worker.js').catch(() => {}));
if (document.readyState === 'complete') navigator.serviceWorker?.register('worker.js').catch(() => {});
