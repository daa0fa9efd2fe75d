// @ts-check
/**
 * For pages that show the widget in a frame: `<iframe data-dateline src="…/frame.html">`.
 *
 * What it lets the page in such a frame do, and nothing else: be as high as it says it is;
 * have the reader's place in it stand in this page's address (`#dateline.event=opening`, or
 * the frame's `id` in place of `dateline`), unless that is this page's own way to something
 * (`#/news/5`, `#about`), and hear what stands there under its name; have this page scrolled
 * to the event that a link names, once and unless the reader has moved; and, after a press of
 * the reader's inside it, have a sentence of this page's article selected and scrolled to, at
 * most twice a second. It does not learn whether that was there. A message counts only when
 * it comes from the frame itself.
 */

/** The frames that have spoken. @type {WeakSet<HTMLIFrameElement>} */
const heard = new WeakSet();
/** The frame that was led somewhere and has not come there yet. @type {HTMLIFrameElement | undefined} */
let led;
/** Whether the reader has a place of their own: who reloads, goes back or has moved is not moved. */
let moved = /** @type {any} */ (performance.getEntriesByType('navigation')[0])?.type !== 'navigate';
/** When something in this page itself was pressed, in ms. */
let pressed = -1e4;

const frames = () => [.../** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll('iframe[data-dateline]'))];
/** A frame's name in the address: its id, or `dateline`, `dateline-2` and so on. @param {HTMLIFrameElement} frame */
const named = (frame) => {
  const at = frames().filter(({ id }) => !id).indexOf(frame);
  return `${frame.id || `dateline${at > 0 ? `-${at + 1}` : ''}`}.`;
};
const parts = () => location.hash.slice(1).split('&');
/** @param {HTMLIFrameElement} frame @param {object} message */
const tell = (frame, message) => frame.contentWindow?.postMessage(message, '*');

/** Hands a frame its parts of the address. @param {HTMLIFrameElement} frame */
function lead(frame) {
  const name = named(frame);
  const place = parts().filter((part) => part.startsWith(name)).map((part) => part.slice(name.length)).join('&');
  if (!place) return;
  if (!moved) led = frame;
  tell(frame, { sentinel: 'dateline', type: 'place', place });
}

/** Makes a frame as high as its content, its border not counted. @param {HTMLIFrameElement} frame @param {number} height */
function fit(frame, height) {
  const border = getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
  frame.style.setProperty('height', `${height + border}px`, 'important');
}

/** Writes a frame's place into the address. @param {HTMLIFrameElement} frame @param {string} place */
function write(frame, place) {
  const name = named(frame);
  const others = parts().filter((part) => part && !part.startsWith(name));
  // What names no value is the page's own way to something.
  if (others.some((part) => !part.includes('='))) return;
  const own = place.split('&').filter((part) => /^(event|speaker|countries|search|groups)=[^#]/.test(part));
  const fragment = [...others, ...own.map((part) => name + part)].join('&');
  try {
    history.replaceState(history.state, '', location.href.replace(/#.*|$/, () => fragment && `#${fragment}`));
  } catch {
    // A browser may refuse an address that changes often, or one without an origin.
  }
}

addEventListener('message', ({ source, data, ports }) => {
  const frame = frames().find((one) => one.contentWindow === source);
  if (!frame || !data) return;
  const { sentinel, type, height, place, top } = data;
  if (!heard.has(frame)) {
    heard.add(frame);
    lead(frame);
  }
  if (sentinel === 'amp' && type === 'embed-size' && typeof height === 'number' && height > 0) fit(frame, height);
  if (sentinel !== 'dateline') return;
  if (type === 'show') {
    // Whatever comes of it.
    ports[0]?.postMessage(true);
    import('./frame-sentence.js').then(({ show }) => show(frame, data, pressed), () => {});
  }
  if (type === 'place' && typeof place === 'string') {
    write(frame, place);
    if (led === frame && typeof top === 'number' && top > 0) {
      led = undefined;
      scrollBy(0, frame.getBoundingClientRect().top + top - innerHeight / 3);
    }
  }
});
function follow() {
  moved = false;
  frames().forEach(lead);
}
addEventListener('hashchange', follow);
// Of a link that is followed a second time no browser tells.
addEventListener('click', (event) => {
  const link = /** @type {any} */ (event.target).closest?.('a[href^="#"]');
  if (link?.hash === location.hash) follow();
});
for (const act of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
  addEventListener(act, ({ timeStamp }) => {
    if (act.endsWith('down')) pressed = timeStamp;
    moved = true;
    led = undefined;
  }, { passive: true, capture: true });
}
// They may have spoken before this script was there to hear it.
frames().forEach((frame) => tell(frame, { sentinel: 'amp', type: 'frames-init' }));
