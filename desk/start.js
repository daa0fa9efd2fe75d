// @ts-check
/** Starts the desk. */

import start from './desk.js';

await start({ module_or_path: new URL('@wasm@', import.meta.url) });
