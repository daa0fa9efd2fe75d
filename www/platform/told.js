// @ts-check
// The numbers by which things are told: `src/browser/instance.rs` has the same.

/**
 * @typedef {(kind: number, a?: number, b?: number) => void} Heard Told what has happened: a number for what it is, and up to two with it.
 */

// What an axis or an overview is told. Px and parts count in the direction of time.
/** The axis is so many px wide. */
export const RESIZED = 0;
/** Pulled by so many px. */
export const PANNED = 1;
/** Spread by a factor, about a px. */
export const PINCHED = 2;
/** Spread so by one press, which is worth a word to who cannot see it. */
export const ZOOMED = 3;
/** The overview's window, its start or its end is pulled by a part of everything. */
export const SLID = 4;
export const STARTED = 5;
export const ENDED = 6;
/** The overview's window is asked to a part of everything. */
export const CENTRED = 7;

// What an instance is told.
/** It is so many px wide. */
export const WIDTH = 0;
/** The address is another. */
export const MOVED = 1;
/** There is time to go on. */
export const LATER = 2;
/** It is being printed (1), or no longer (0). */
export const PRINTED = 3;
