// The class of the element, which defines nothing. Where the files are that it fetches
// stands here word for word, as bundlers look for exactly that: `cargo xtask package`
// writes a line for each.

import { DatelineWidget } from '../../www/element/element.js';
import { found } from '../../www/element/files.js';

DatelineWidget.version = '@version@';
found(import.meta.url, {
  version: '@version@', glue: '@glue@', wasm: '@wasm@', style: 'dateline.css', flags: '@flags@', words: '@words@',
  at: {
    '@files@': '',
  },
  scripts: {
    'diagnostics.js': () => import('./widget/diagnostics.js'),
    'marked-list.js': () => import('./widget/marked-list.js'),
    'passages/passages.js': () => import('./widget/passages/passages.js'),
  },
});

export { DatelineWidget };
