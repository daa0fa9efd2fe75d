// @ts-check
import { settle } from './axes.js';
import { gestures } from './listen.js';
import { along, bounded, number, scaled, way, width } from './measure.js';
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
  let kind = SLID;
  // In px: how far the pointer has come, how far the window has, and how far it can.
  let come = 0, gone = 0;
  /** @type {[number, number] | undefined} */ let room;

  const { own, on, ask } = gestures(place, end, () => {
    settle(place);
    room ??= free();
    // A pointer that comes back from beyond the end finds the window where it left it.
    const next = bounded(come, ...room);
    heard(kind, (next - gone) / width(place));
    gone = next;
  });
  /** How far what is held can go, back and on, with a px for what was rounded. @returns {[number, number]} */
  const free = () => {
    const brush = /** @type {HTMLElement} */ (place.querySelector('.brush'));
    const from = number(brush, '--_from'), to = number(brush, '--_to');
    return [(kind === ENDED ? from - to : -from) - 1, (kind === STARTED ? to - from : width(place) - to) + 1];
  };
  const centre = () => {
    settle(place);
    if (from && beside) heard(CENTRED, along(place, from.clientX) / width(place));
    beside = false;
  };
  on('pointerdown', (event) => {
    if (event.button || !event.isPrimary) return;
    const { grip } = event.target.closest('[data-grip]')?.dataset ?? {};
    kind = grip === 'start' ? STARTED : grip === 'end' ? ENDED : SLID;
    from = event;
    come = gone = 0;
    room = undefined;
    dragging = false;
    beside = grip === undefined;
    event.target.setPointerCapture(event.pointerId);
    if (!touches(event)) centre();
  });
  on('pointermove', (event) => {
    if (!from || event.pointerId !== from.pointerId || (!dragging && touches(event) && rests(from, event))) return;
    if (!dragging) centre();
    dragging = true;
    come = (event.clientX - from.clientX) * way(place) * scaled(place);
    ask();
  });
  /** @param {PointerEvent} event */
  const up = (event) => {
    if (event.pointerId !== from?.pointerId) return;
    if (event.type === 'pointerup') centre();
    from = undefined;
  };
  on('pointerup pointercancel', up);
  return own;
}
