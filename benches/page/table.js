// The table that is printed.

import { count, kilobytes, megabytes, ms, seconds } from './numbers.js';

const COLUMNS = [
  ['screen', (row) => row.screen],
  ['events', (row) => count(row.events)],
  ['timeline', (row) => row.name],
  ['brotli', (row) => kilobytes(row.bytes)],
  ['first event*', (row) => seconds(row.first)],
  ['blocking*', (row) => seconds(row.blocking)],
  ['usable', (row) => seconds(row.usable)],
  ['pan step', (row) => ms(row.pan)],
  ['zoom step', (row) => ms(row.zoom)],
  ['slowest†', (row) => ms(row.interaction)],
  ['heap', (row) => megabytes(row.heap)],
  ['nodes', (row) => count(row.nodes)],
];

export function table(rows) {
  const cells = [COLUMNS.map(([title]) => title), ...rows.map((row) => COLUMNS.map(([, cell]) => cell(row)))];
  const widths = COLUMNS.map((_, column) => Math.max(...cells.map((line) => line[column].length)));
  const line = (words) => words.map((word, column) => (column === 0 || column === 2 ? word.padEnd(widths[column]) : word.padStart(widths[column]))).join('  ');
  return `${cells.map(line).join('\n')}

* on slow 4G (150 ms, 1.6 Mbit/s) and a processor slowed down 4 times; † with the slow processor alone.
usable: unthrottled, the end of the last task over 50 ms. pan, zoom: the main thread's own time, unthrottled, less what the same steps cost on an empty page.
blocking: what of all tasks from the start goes beyond 50 ms each. heap: JavaScript's after collection, and WebAssembly's memory.`;
}
