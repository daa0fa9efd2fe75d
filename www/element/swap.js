// @ts-check
/** The widget takes the readable list's place, and nothing else that the reader sees moves. */

import { above } from './nodes.js';

/** What scrolls an element: a box around it, or the page. @param {Element} element */
function scrollerOf(element) {
  const page = document.scrollingElement ?? document.documentElement;
  for (let at = above(element); at && at !== document.body && at !== page; at = above(at)) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight) return at;
  }
  return page;
}

/** The events of a readable list, and of the widget, by the same ids. @param {ParentNode[]} places */
const eventsIn = (places) => places.flatMap((place) => [...place.querySelectorAll('[id*=".event="]')]);

/**
 * What the reader has before their eyes when the widget is ready.
 * @param {HTMLElement} element @param {ParentNode[]} places where the list may be
 */
export function seen(element, places) {
  const scroller = scrollerOf(element);
  const isPage = scroller === document.scrollingElement;
  const { top, bottom } = isPage ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect();
  const before = element.getBoundingClientRect();
  // The event that is being read, where the list is all there is in view.
  const isWithin = before.top < top && before.bottom > bottom;
  const event = isWithin ? eventsIn(places).find((one) => one.getBoundingClientRect().bottom > top) : undefined;
  return { scroller, top, bottom, before, reading: event && { id: event.id, top: event.getBoundingClientRect().top } };
}

/**
 * Keeps what is in view where it was, now that the widget stands in the list's place. What
 * is above the element stays when the element's beginning is in view, else what is below
 * it; and when neither is, the event stays that was being read. A widget that is too low for
 * that keeps room until the reader acts.
 * @param {HTMLElement} element @param {HTMLElement} mount @param {ReturnType<typeof seen>} view @param {AbortSignal} signal
 */
export function settle(element, mount, { scroller, top, bottom, before, reading }, signal) {
  // The browser may have scrolled already, when the page became too short for where the reader was.
  const now = element.getBoundingClientRect();
  let begin, end;
  if (before.top >= top) {
    begin = before.top;
    end = Math.min(before.bottom, bottom);
  } else if (before.bottom <= bottom) {
    // It cannot come down further than the page goes up.
    begin = Math.min(before.bottom - now.height, now.top + scroller.scrollTop);
    end = before.bottom;
  } else {
    const event = reading && eventsIn([mount]).find(({ id }) => id === reading.id);
    const wanted = reading && event?.getClientRects().length ? now.top + reading.top - event.getBoundingClientRect().top : before.top;
    begin = Math.min(Math.max(wanted, bottom - now.height), top);
    end = bottom;
  }
  if (now.height < end - begin) {
    // A host may have scaled it; its own height is told in whole px.
    const scale = now.height / element.offsetHeight;
    keepRoom(mount, (end - begin) / (Math.abs(scale - 1) < 0.02 ? 1 : scale), signal);
  }
  scroller.scrollBy({ top: element.getBoundingClientRect().top - begin, behavior: 'instant' });
}

/** Has what is opening be open at once: who measures it, or is taken there, cannot wait. @param {Element} within */
export function finish(within) {
  for (const one of within.getAnimations({ subtree: true })) if (one instanceof CSSTransition) one.finish();
}

/** @param {HTMLElement} mount @param {number} height in px @param {AbortSignal} signal */
function keepRoom(mount, height, signal) {
  mount.style.minBlockSize = `${height}px`;
  const free = () => (mount.style.minBlockSize = '');
  mount.addEventListener('pointerdown', free, { signal });
  mount.addEventListener('keydown', free, { signal });
  addEventListener('resize', free, { signal });
}
