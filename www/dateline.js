// @ts-check
// <dateline-widget>: `element/` is what it is made of. `cargo xtask stage` writes here how
// the files beside this one are called, and puts everything into this one file.

import { define } from './element/element.js';

define(import.meta.url, {
  version: '@version@', glue: '@glue@', wasm: '@wasm@', style: 'dateline.css', flags: '@flags@', words: '@words@',
});
