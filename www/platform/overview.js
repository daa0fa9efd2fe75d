// @ts-check
import { settle } from './axes.js';
import { gestures } from './listen.js';
import { along, scaled, way, width } from './measure.js';
import { rests, touches } from './pointers.js';
import { CENTRED, ENDED, SLID, STARTED } from './told.js';

/** @typedef {import('./told.js').Heard} Heard */

/**
 * Hears of the window being dragged over an overview, once a frame at most. Grips are
 * told by their `data-grip`: `start`, `end`, or anything for the window itself.
 * @param {HTMLElement} place @param {Heard} heard @param {AbortSignal} end
 */
export function overview(place, heard, end) {
  /** What holds the window, since it came down. @type {PointerEvent | undefined} */
  let from;
  let dragging = false;
  /** Whether the window has yet to come to the finger. */
  let beside = false;
  let kind = SLID, last = 0, by = 0;

  const { own, on, ask } = gestures(place, end, () => {
    settle(place);
    heard(kind, by);
    by = 0;
  });
  const come = () => {
    settle(place);
    if (from && beside) heard(CENTRED, along(place, from.clientX) / width(place));
    beside = false;
  };
  on('pointerdown', (event) => {
    if (event.button || !event.isPrimary) return;
    const { grip } = event.target.closest('[data-grip]')?.dataset ?? {};
    kind = grip === 'start' ? STARTED : grip === 'end' ? ENDED : SLID;
    from = event;
    last = event.clientX;
    dragging = false;
    beside = grip === undefined;
    event.target.setPointerCapture(event.pointerId);
    if (!touches(event)) come();
  });
  on('pointermove', (event) => {
    if (!from || event.pointerId !== from.pointerId || (!dragging && touches(event) && rests(from, event))) return;
    if (!dragging) come();
    dragging = true;
    by += ((event.clientX - last) * way(place) * scaled(place)) / width(place);
    last = event.clientX;
    ask();
  });
  /** @param {PointerEvent} event */
  const up = (event) => {
    if (event.pointerId !== from?.pointerId) return;
    if (event.type === 'pointerup') come();
    from = undefined;
  };
  on('pointerup pointercancel', up);
  return own;
}
