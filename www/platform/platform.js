// @ts-check
/**
 * What the program asks of the browser: gestures, widths of texts, a language's words,
 * the address. `dateline.js` loads this file beside the program and hands it over;
 * `src/browser/platform.rs` says the same in Rust. Nothing is decided here: fingers and
 * wheels become numbers, and what they mean to the axis is the program's affair.
 *
 * Nothing here throws, as nobody could catch it in the program, and whatever listens
 * ends with the signal that it was given.
 */

export { acts } from './acts.js';
export { go, place } from './address.js';
export { attend, later } from './attend.js';
export { axis } from './axis.js';
export { width, widths } from './measure.js';
export { overview } from './overview.js';
export { fold, tongue } from './tongue.js';
