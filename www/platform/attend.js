// @ts-check
import { names, others } from './address.js';
import { held, sized } from './listen.js';
import { width } from './measure.js';
import { LATER, MOVED, PRINTED, WIDTH } from './told.js';

/** @typedef {import('./told.js').Heard} Heard */

/**
 * Hears of the width of `place` and of its texts, and of an address that leads the reader
 * of the widget `name` elsewhere.
 * @param {HTMLElement} place @param {string} name @param {Heard} heard @param {AbortSignal} end
 */
export function attend(place, name, heard, end) {
  const own = held(end);
  // A frame later: to lay out anew what is being observed would end in an error that the
  // page hears of.
  const tell = () => requestAnimationFrame(() => own.signal.aborted || heard(WIDTH, width(place)));
  sized(place, tell, own.signal);
  // A font that comes late has texts of another width, and may leave all as high as it was.
  document.fonts.addEventListener('loadingdone', tell, own);
  // Who goes back to the fragment as it was when the widget came leaves all its places; any
  // other without it is the host's own business.
  const home = others(name).join('&');
  addEventListener('hashchange', () => {
    if (names(name) || location.hash.slice(1) === home) heard(MOVED);
  }, own);
  // While the page is printed all is listed, and then the sentences as numbered notes, in the
  // order of the marks.
  for (const type of ['beforeprint', 'afterprint']) {
    addEventListener(type, () => {
      const begins = type === 'beforeprint';
      heard(PRINTED, Number(begins));
      const notes = /** @type {HTMLElement} */ (place.querySelector('.notes'));
      const marks = /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll(begins ? 'sup' : 'none'));
      const items = [...marks].map(({ dataset }) => Object.assign(document.createElement('li'), { textContent: dataset.quote }));
      notes.lastElementChild?.replaceChildren(...items);
      notes.hidden = !items.length;
    }, own);
  }
  return own;
}

/** Tells `heard` in a task of its own, so that input and painting come between. @param {Heard} heard @param {AbortController} own */
export function later(heard, own) {
  setTimeout(() => own.signal.aborted || heard(LATER));
}
