// @ts-check
// What two events of pointers say of each other.

/** Px that a finger may tremble before it drags. */
const TREMBLE = 5;

/** Whether it is a finger, or a pen, and may be about to scroll the page. @param {PointerEvent} event */
export const touches = (event) => event.pointerType !== 'mouse';

/** Whether a pointer is not far from where it came down, or a finger went up or down: that is a tap, or the page's. @param {PointerEvent} from @param {PointerEvent} to */
export function rests(from, to) {
  const far = Math.abs(to.clientX - from.clientX);
  return far < TREMBLE || (touches(from) && far < Math.abs(to.clientY - from.clientY));
}

/** How far two pointers are apart, in px. @param {PointerEvent} one @param {PointerEvent} two */
export const apart = (one, two) => Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY);
