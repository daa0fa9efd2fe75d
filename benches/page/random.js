// Numbers that look random and are the same every time: every timeline is given the
// same events, and tomorrow's run the same as today's.

/** A generator of numbers from 0 up to 1, of period 2³² (a Weyl sequence, mixed). */
export function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}
