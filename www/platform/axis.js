// @ts-check
import { axes } from './axes.js';
import { gestures, sized } from './listen.js';
import { along, bounded, scaled, still, way } from './measure.js';
import { apart, rests, touches } from './pointers.js';
import { stage } from './stage.js';
import { RESIZED } from './told.js';

/** @typedef {import('./told.js').Heard} Heard */

/** Ms over which a drag's speed is smoothed; a finger that rests for longer throws nothing. */
const SMOOTH = 60;
/** Px a ms that a pan needs to run on, and below which it stops. */
const THROWN = 0.25;
const SLOWEST = 0.02;
/** How much of its speed a running pan keeps for a ms. */
const KEPT = 0.996;
/** Ms and px within which a second tap makes a double tap. */
const AGAIN = 300;
const NEAR = 30;
/** Px that an axis gives way at most when it is pulled beyond its bounds. */
const GIVES = 60;

/**
 * Hears of an axis's width and of what is done to it by fingers, mouse, wheel and
 * trackpad. A vertical swipe and a plain wheel stay the page's: the stylesheet's
 * `touch-action: pan-y` says so for fingers, and only a wheel that goes sideways, or comes
 * with Ctrl or ⌘ (which is how trackpads report a pinch), is taken.
 * @param {HTMLElement} place @param {Heard} heard @param {AbortSignal} end
 */
export function axis(place, heard, end) {
  // Since the last frame: the width that came, and how far all was pulled and spread, in
  // px to the right, about which px of the page.
  /** @type {number | undefined} */ let resized;
  let by = 0, factor = 1, at = 0;
  /** The first two fingers that are down, or the mouse. @type {Map<number, PointerEvent>} */
  const fingers = new Map();
  /** Where the first of them came down. @type {PointerEvent} */
  let from;
  /** Whether it is a drag by now: no click may come of that. */
  let dragging = false;
  /** The last tap. @type {PointerEvent | undefined} */
  let tap;
  /** When a cluster was last pressed, which is to open it, and not to zoom. */
  let opened = -1000;
  // Px a ms of late, and since when; at which speed the axis runs on by itself.
  let speed = 0, since = 0, running = 0;
  // Px towards the future that it was pulled beyond its bounds, and the scale that a
  // trackpad's pinch had last (WebKit).
  let over = 0, scale = 1;
  /** Whether all comes to rest when the axis does: the last finger that goes up ends it, a wheel has no such end. */
  let ends = false;

  const { own, on, ask } = gestures(place, end, (time) => {
    if (running) {
      const passed = Math.min(Math.max(time - since, 1), 50);
      since = time;
      by += running * passed;
      running *= KEPT ** passed;
      if (Math.abs(running) < SLOWEST) running = 0;
      else ask();
    }
    if (resized !== undefined) laid.tell(RESIZED, resized);
    let pull = by * -way(place) * scaled(place);
    if (over && !fingers.size) give(0);
    else if (over * pull < 0) {
      // First back from beyond the bounds.
      const back = Math.abs(pull) < Math.abs(over) ? pull : -over;
      pull -= back;
      give(over + back);
    }
    if (factor !== 1 || pull) {
      const beyond = laid.move(factor, factor === 1 ? 0 : along(place, at), pull);
      // A px more or less is rounding; a wheel just stops.
      if (factor === 1 && Math.abs(beyond) > 1 && !still() && (fingers.size || running)) {
        running = 0;
        give(over + beyond);
        if (!fingers.size) ask();
      }
    }
    if (ends && !running) laid.tell();
    ends = ends && running !== 0;
    resized = undefined;
    by = 0;
    factor = 1;
  });

  const laid = stage(place, heard, own.signal);

  /** Gives way to a pull, ever less; the stylesheet lets it spring back. @param {number} px */
  function give(px) {
    over = px;
    const shift = (px * GIVES * -way(place)) / (2 * GIVES + Math.abs(px));
    place.style.setProperty('--_pull', `${shift}px`);
    place.dataset.pull = px ? '' : 'back';
  }

  /** @param {PointerEvent} event */
  function up(event) {
    if (!fingers.delete(event.pointerId)) return;
    ends = !fingers.size;
    ask();
    if (fingers.size || event.type === 'pointercancel') speed = 0;
    else if (dragging) {
      if (event.timeStamp - since < SMOOTH && Math.abs(speed) > THROWN && !still()) {
        running = speed;
        since = event.timeStamp;
      }
    } else if (touches(event)) {
      const again = tap && event.timeStamp - tap.timeStamp < AGAIN && apart(event, tap) < NEAR;
      if (again) closer(event);
      tap = again ? undefined : event;
    }
  }

  /** @param {MouseEvent} event */
  function closer(event) {
    if (event.timeStamp - opened > 1000) laid.glide(2, along(place, event.clientX));
  }

  /** @param {number} times @param {number} x */
  function spread(times, x) {
    factor *= times;
    at = x;
    running = 0;
    ask();
  }

  /** The middle of the fingers, and how far they are apart. */
  function span() {
    const [one, two = one] = fingers.values();
    return [(one.clientX + two.clientX) / 2, apart(one, two)];
  }

  on('pointerdown', (event) => {
    if (event.button) return;
    if (event.isPrimary) {
      fingers.clear();
      from = event;
      // A touch stops an axis that runs on, and does nothing else.
      dragging = running !== 0;
    } else dragging = true;
    if (event.target.closest('[part~=cluster]')) opened = event.timeStamp;
    if (fingers.size < 2) fingers.set(event.pointerId, event);
    speed = running = 0;
    since = event.timeStamp;
  });
  on('pointermove', (event) => {
    // The mouse may have been let go elsewhere.
    if (!event.buttons) fingers.delete(event.pointerId);
    if (!fingers.has(event.pointerId) || (!dragging && rests(from, event))) return;
    // What a finger did before it dragged does not count.
    const [x, before] = dragging ? span() : [event.clientX, 0];
    dragging = true;
    fingers.set(event.pointerId, event);
    place.setPointerCapture(event.pointerId);
    const [now, after] = span();
    const passed = Math.max(event.timeStamp - since, 1);
    since = event.timeStamp;
    speed += ((now - x) / passed - speed) * Math.min(passed / SMOOTH, 1);
    by += now - x;
    at = now;
    if (before > 20 && after > 20) factor *= after / before;
    ask();
  });
  on('pointerup pointercancel', up);
  // Some engines have one for fingers too, and the others have none.
  on('dblclick', (event) => touches(from) || closer(event));
  on('wheel', (event) => {
    const { deltaX, deltaY } = event;
    if (event.ctrlKey || event.metaKey) {
      // A notch of a wheel is about 100 px; twice as close is enough for one.
      spread(2 ** (bounded(-deltaY, -100, 100) / 100), event.clientX);
    } else {
      const sideways = event.shiftKey && !deltaX ? deltaY : deltaX;
      if (!event.shiftKey && Math.abs(sideways) <= Math.abs(deltaY)) return;
      by -= sideways;
      spread(1, at);
    }
    event.preventDefault();
  });
  // WebKit reports a trackpad's pinch in events of its own; two fingers on the glass have
  // been heard of as pointers.
  on('gesturestart gesturechange', (event) => {
    event.preventDefault();
    if (event.type === 'gesturechange' && !fingers.size) spread(event.scale / scale, event.clientX);
    scale = event.scale;
  });
  sized(place, (width) => {
    resized = width;
    ask();
  }, own.signal);
  const root = place.getRootNode();
  // What ends a drag is no choice; a click without a count comes from a key or a program.
  // It is caught on its way down, above the place where the program listens.
  root.addEventListener('click', (/** @type {any} */ event) => {
    if (dragging && event.detail && place.contains(event.target)) event.stopPropagation();
  }, { signal: own.signal, capture: true });
  axes.set(root, laid);
  own.signal.addEventListener('abort', () => axes.delete(root));
  return own;
}
