// @ts-check
// Where things are, how wide they are, and what is asked of the browser about them.

/** Which way time flows on the page: 1 to the right, -1 to the left. @param {Element} place */
export const way = (place) => (place.closest('[dir=rtl]') ? -1 : 1);

/** How many px of an element a px of the page is: another where the host zooms or scales it. @param {HTMLElement} place */
export const scaled = (place) => place.offsetWidth / place.getBoundingClientRect().width || 1;

/** Px from an element's start to a place on the page. @param {HTMLElement} place @param {number} x */
export function along(place, x) {
  const { left, right } = place.getBoundingClientRect();
  return (way(place) < 0 ? right - x : x - left) * scaled(place);
}

/** @param {number} value @param {number} low @param {number} high */
export const bounded = (value, low, high) => Math.max(low, Math.min(high, value));

/** A number in an element's own style. @param {HTMLElement} one @param {string} name */
export const number = (one, name) => parseFloat(one.style.getPropertyValue(name));

/** Whether the reader wants things to keep still. */
export const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The width of an element in px of its own. @param {HTMLElement} place */
export function width(place) {
  return place.offsetWidth;
}

/**
 * The widths of texts, joined by NUL, in the font of `place`; in whole px, at most `most`.
 *
 * Each distinct character is measured once, on a canvas, so that the page is not laid
 * out and a hundred thousand texts cost no more than one alphabet and a sum. Kerning
 * and joined scripts come out a little too wide, which is the safe side.
 * @param {Element} place @param {string} texts @param {number} most
 */
export function widths(place, texts, most) {
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(place);
  const canvas = document.createElement('canvas').getContext('2d');
  // Not the shorthand, which not every browser fills in.
  if (canvas) canvas.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  /** @type {Record<string, number>} */
  const known = {};
  return Uint16Array.from(texts.split('\0'), (text) => {
    let sum = 0;
    for (const letter of text) {
      sum += known[letter] ??= canvas?.measureText(letter).width ?? 8;
      if (sum > most) return most;
    }
    return Math.ceil(sum);
  });
}
