// @ts-check
// Listeners, observers and frames, which end with a signal.

import { width } from './measure.js';

/** An end of one's own, which also comes with another; it serves listeners as their options. @param {AbortSignal} end */
export function held(end) {
  const own = new AbortController();
  end.addEventListener('abort', () => own.abort(), own);
  return own;
}

/** Calls `heard` with the element's width whenever that is another. @param {HTMLElement} place @param {(width: number) => void} heard @param {AbortSignal} signal */
export function sized(place, heard, signal) {
  const observer = new ResizeObserver(() => heard(width(place)));
  observer.observe(place);
  signal.addEventListener('abort', () => observer.disconnect());
}

/**
 * What both kinds of gestures need: their end, listeners that end with it, and frames to
 * draw in, of which nobody asks for more than one at a time. Idle, it costs nothing.
 * @param {HTMLElement} place @param {AbortSignal} end @param {(time: number) => void} draw
 */
export function gestures(place, end, draw) {
  const own = held(end);
  const { signal } = own;
  let asked = 0;
  signal.addEventListener('abort', () => cancelAnimationFrame(asked));
  return {
    own,
    /** @param {string} types separated by spaces @param {(event: any) => void} work */
    on(types, work) {
      for (const type of types.split(' ')) place.addEventListener(type, work, { signal, passive: false });
    },
    ask() {
      asked ||= requestAnimationFrame((time) => {
        asked = 0;
        draw(time);
      });
    },
  };
}
