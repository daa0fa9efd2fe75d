// Fingers on the glass, one or more, each along its own path.

import { privileged } from './privileged.js';

/**
 * Puts fingers down at px from an element's middle, moves them all step by step, rests
 * and lifts them.
 *
 * Chromium's driver sends touches on the same way as a screen does. Firefox's hands them
 * to the page past the part that scrolls, so there one finger is sent from the browser's
 * own side; two of them that part would take for a zoom of the page, whatever the page
 * says, so they stay with the driver. WebKitGTK's driver turns touches into a mouse: there
 * the page is told of fingers that no screen has felt.
 *
 * @param {import('./browser.js').Browser} browser
 * @param {string} selector
 * @param {{ from?: [number, number], path?: [number, number][] }[]} fingers
 * @param {{ step?: number, rest?: number }} [times] ms from one step to the next, and at the end
 */
export async function fingers(browser, selector, fingers, { step = 20, rest = 0 } = {}) {
  const origin = await browser.one(selector);
  if (browser.name === 'webkit') return told(browser.driver, origin, fingers, step, rest);
  if (browser.name === 'firefox' && fingers.length === 1) {
    const middle = await browser.run('const box = arguments[0].getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2];', origin);
    const [{ from = [0, 0], path = [] }] = fingers;
    return native(browser.driver, points([middle[0] + from[0], middle[1] + from[1]], path), step, rest);
  }
  return browser.actions(fingers.map(({ from = [0, 0], path = [] }, number) => ({
    type: 'pointer',
    id: `finger ${number}`,
    parameters: { pointerType: 'touch' },
    actions: [
      { type: 'pointerMove', duration: 0, origin, x: from[0], y: from[1] },
      { type: 'pointerDown', button: 0 },
      ...path.map(([x, y]) => ({ type: 'pointerMove', duration: step, origin: 'pointer', x, y })),
      { type: 'pause', duration: rest },
      { type: 'pointerUp', button: 0 },
    ],
  })));
}

/**
 * Fingers as a page hears of them. The engine's part is played here: it lets the page
 * scroll where `touch-action` does, tells of that by a `pointercancel`, and clicks where a
 * finger came down and went up again.
 */
function told(driver, origin, fingers, step, rest) {
  return driver.executeAsyncScript(`
    const [origin, fingers, step, rest, done] = arguments;
    const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    const capture = Element.prototype.setPointerCapture;
    // It knows none of these fingers.
    Element.prototype.setPointerCapture = () => {};
    const { left, top, width, height } = origin.getBoundingClientRect();
    const deepest = (x, y, root = document) => {
      const found = root.elementFromPoint(x, y);
      return found?.shadowRoot && found.shadowRoot !== root ? deepest(x, y, found.shadowRoot) ?? found : found;
    };
    const allowed = (one) => {
      const ways = [];
      for (let at = one; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) ways.push(getComputedStyle(at).touchAction);
      return ways.every((way) => /auto|manipulation|pan-y/.test(way));
    };
    const all = fingers.map(({ from = [0, 0], path = [] }, number) => {
      const [x, y] = [left + width / 2 + from[0], top + height / 2 + from[1]];
      return { number, x, y, start: [x, y], path, over: deepest(x, y), scrolls: false };
    });
    const tell = ({ over, number, x, y }, type, more = {}) => over.dispatchEvent(new (type === 'click' ? MouseEvent : PointerEvent)(type, {
      pointerId: 70 + number, pointerType: 'touch', isPrimary: number === 0, clientX: x, clientY: y, button: type === 'pointermove' ? -1 : 0,
      buttons: type === 'pointerup' || type === 'pointercancel' ? 0 : 1, bubbles: true, composed: true, cancelable: true, view: window, ...more,
    }));
    (async () => {
      for (const one of all) tell(one, 'pointerdown');
      for (let turn = 0; turn < Math.max(...all.map(({ path }) => path.length)); turn += 1) {
        await wait(step);
        for (const one of all.filter(({ path }) => turn < path.length)) {
          const [x, y] = one.path[turn];
          one.x += x;
          one.y += y;
          if (one.scrolls) scrollBy({ top: -y, behavior: 'instant' });
          else if (all.length === 1 && turn === 0 && Math.abs(y) > Math.abs(x) && allowed(one.over)) {
            one.scrolls = true;
            tell(one, 'pointercancel');
          } else tell(one, 'pointermove');
        }
      }
      await wait(rest || 30);
      for (const one of all.filter(({ scrolls }) => !scrolls)) {
        tell(one, 'pointerup');
        if (all.length === 1 && !one.path.length) tell(one, 'click', { detail: 1 });
      }
      await wait(50);
    })().finally(() => (Element.prototype.setPointerCapture = capture)).then(() => done(null), (error) => done(String(error)));`, origin, fingers, step, rest)
    .then((trouble) => {
      if (trouble) throw new Error(trouble);
    });
}

/** Every point on a path of steps. */
function points(from, path) {
  const all = [from];
  for (const [x, y] of path) {
    const [lastX, lastY] = all.at(-1);
    all.push([lastX + x, lastY + y]);
  }
  return all;
}

/** A finger as a screen would report it to Firefox, at points of the view. */
function native(driver, path, step, rest) {
  return privileged(driver, (path, step, rest, done) => {
    const window = Services.wm.getMostRecentWindow('navigator:browser');
    const view = window.gBrowser.selectedBrowser.getBoundingClientRect();
    const utils = window.windowUtils;
    const wait = (ms) => new Promise((resolve) => window.setTimeout(resolve, ms));
    const touch = (phase, [x, y]) => utils.sendNativeTouchPoint(
      1, phase,
      (window.mozInnerScreenX + view.x + x) * window.devicePixelRatio,
      (window.mozInnerScreenY + view.y + y) * window.devicePixelRatio,
      1, 90, null,
    );
    (async () => {
      for (const point of path) {
        touch(utils.TOUCH_CONTACT, point);
        await wait(step);
      }
      await wait(rest);
      touch(utils.TOUCH_REMOVE, path.at(-1));
      await wait(50);
    })().then(() => done(null), (error) => done(String(error)));
  }, path, step, rest);
}
