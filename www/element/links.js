// @ts-check
/**
 * Links to an event, `#dateline.event=report`: one that the page was opened with, and those
 * that are followed within it, whenever that is and however often.
 */

import { finish } from './swap.js';

/**
 * Who wants to hear of the links to their events, and says whether the event is on the
 * screen by then.
 * @typedef {{ name: string, followed(): boolean }} Listener
 */

/** @type {Set<Listener>} */
const listening = new Set();

const navigation = /** @type {PerformanceNavigationTiming | undefined} */ (performance.getEntriesByType('navigation')[0]);
/**
 * The address that the page was opened with. Who reloads or goes back keeps their own
 * place, and so does who has moved before the widget is there.
 */
let opened = navigation?.type === 'navigate' ? `${location.hash}&${location.search}` : '';
/** The fragment of the link that the browser is about to follow. @type {string | undefined} */
let next;

/** Whether an address leads to an event of the widget of this name. @param {string} address @param {string} name */
const leadsTo = (address, name) => address.split(/[#?&]/).some((part) => part.startsWith(`${name}.event=`));

/** Whether the page was opened with a link to an event of this widget. @param {string} name */
export const isOpenedWith = (name) => leadsTo(opened, name);

/** The reader has come to where the page's address led, or has gone elsewhere. */
export const forget = () => void (opened = '');

/** Whether the event that a fragment leads to is on the screen by then. @param {string} fragment */
const follow = (fragment) => [...listening].filter((one) => leadsTo(fragment, one.name) && one.followed()).length > 0;

/** @param {MouseEvent} event */
function clicked(event) {
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement && one.hash);
  if (!(link instanceof HTMLAnchorElement) || !/^(_self)?$/.test(link.target) || link.href.split('#')[0] !== location.href.split('#')[0]) return;
  const { hash } = link;
  // Of a link that is followed a second time no browser tells. It has nowhere else to go,
  // and Firefox would take the focus to where the list was.
  if (hash !== location.hash) next = hash;
  else if (follow(hash)) event.preventDefault();
}

function changed() {
  if (next === location.hash) follow(next);
  next = undefined;
}

/** @param {Listener} instance */
export function listen(instance) {
  if (!listening.size) {
    addEventListener('click', clicked);
    addEventListener('hashchange', changed);
  }
  listening.add(instance);
}

/** @param {Listener} instance */
export function listenNoMore(instance) {
  listening.delete(instance);
  if (listening.size) return;
  removeEventListener('click', clicked);
  removeEventListener('hashchange', changed);
}

/** Brings the chosen event into view, and the focus to where reading goes on. Whether there is one to be seen. @param {ParentNode} mount */
export function reveal(mount) {
  const event = mount.querySelector('[part~=event][data-selected]');
  if (!event?.getClientRects().length) return false;
  finish(event);
  const block = event.getBoundingClientRect().height < innerHeight ? 'center' : 'start';
  event.scrollIntoView({ block, behavior: 'instant' });
  const title = /** @type {HTMLElement | null} */ (event.querySelector('button[aria-expanded]'));
  title?.focus({ preventScroll: true });
  return true;
}
