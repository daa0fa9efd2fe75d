// Fingers on the glass, one or more, each along its own path.

import { privileged } from './privileged.js';

/**
 * Puts fingers down at px from an element's middle, moves them all step by step, rests
 * and lifts them.
 *
 * Chromium's driver sends touches on the same way as a screen does. Firefox's hands them
 * to the page past the part that scrolls, so there one finger is sent from the browser's
 * own side; two of them that part would take for a zoom of the page, whatever the page
 * says, so they stay with the driver. WebKitGTK's driver turns touches into a mouse, and
 * is not asked.
 *
 * @param {import('./browser.js').Browser} browser
 * @param {string} selector
 * @param {{ from?: [number, number], path?: [number, number][] }[]} fingers
 * @param {{ step?: number, rest?: number }} [times] ms from one step to the next, and at the end
 */
export async function fingers(browser, selector, fingers, { step = 20, rest = 0 } = {}) {
  const origin = await browser.one(selector);
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
