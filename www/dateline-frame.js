// @ts-check
/**
 * For pages that show the widget in a frame: `<iframe data-dateline src="…/frame.html">`.
 * Each frame becomes as high as what is in it, and what the reader chooses in it stands
 * in this page's address (`#dateline.event=opening`, or the frame's `id` in place of
 * `dateline`), so that a link leads back there. A message counts only when it comes from
 * the frame itself. Asked for a fact's sentence, it selects it where this page has it.
 */

/** The frames that have spoken. @type {WeakSet<HTMLIFrameElement>} */
const heard = new WeakSet();
/** The frame that was led somewhere and has not come there yet. @type {HTMLIFrameElement | undefined} */
let led;
/** Whether the reader has a place of their own: who reloads, goes back or has moved is not moved. */
let moved = /** @type {any} */ (performance.getEntriesByType('navigation')[0])?.type !== 'navigate';

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

/**
 * Selects the sentence that a frame asks for, where this page has it once: what stands
 * around it tells it from its like. Whether it is shown.
 * @param {{ before?: string, quote: string, after?: string }} data
 */
function shows({ before = '', quote, after = '' }) {
  const text = before + quote + after;
  /** @type {any} */ (window).getSelection()?.removeAllRanges();
  // The page's own finding, which every engine has: it crosses links and emphasis.
  const found = () => /** @type {any} */ (window).find?.(text, true);
  if (!text.trim() || !found()) return false;
  const range = getSelection()?.getRangeAt(0);
  const again = found();
  getSelection()?.removeAllRanges();
  if (again || !range) return false;
  getSelection()?.addRange(range);
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  return true;
}

addEventListener('message', ({ source, data, ports }) => {
  const frame = frames().find((one) => one.contentWindow === source);
  if (!frame || !data) return;
  if (!heard.has(frame)) {
    heard.add(frame);
    lead(frame);
  }
  if (data.sentinel === 'amp' && data.type === 'embed-size' && data.height > 0) {
    frame.style.setProperty('height', `${+data.height}px`, 'important');
  }
  if (data.sentinel === 'dateline' && data.type === 'show' && shows(data)) ports[0]?.postMessage(true);
  if (data.sentinel === 'dateline' && data.type === 'place') {
    const name = named(frame);
    const others = parts().filter((part) => part && !part.startsWith(name));
    const own = `${data.place}`.split('&').filter((part) => /^(event|countries|speaker|search)=[^#]/.test(part));
    const fragment = [...others, ...own.map((part) => name + part)].join('&');
    try {
      history.replaceState(history.state, '', location.href.split('#')[0] + (fragment && `#${fragment}`));
    } catch {
      // A browser may refuse an address that changes often, or one without an origin.
    }
    if (led === frame && data.top > 0) {
      led = undefined;
      scrollBy(0, frame.getBoundingClientRect().top + data.top - innerHeight / 3);
    }
  }
});
addEventListener('hashchange', () => {
  moved = false;
  frames().forEach(lead);
});
for (const act of ['wheel', 'touchmove', 'keydown']) {
  addEventListener(act, () => {
    moved = true;
    led = undefined;
  }, { passive: true });
}
// They may have spoken before this script was there to hear it.
frames().forEach((frame) => tell(frame, { sentinel: 'amp', type: 'frames-init' }));
