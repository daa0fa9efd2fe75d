// The first frame of the open page, and the widget in it.

import assert from 'node:assert/strict';
import { pause } from './browser.js';

// WebKit's driver loses a frame for a moment that goes to another fragment of its address.
const lost = ({ name }) => name === 'NoSuchWindowError' || name === 'NoSuchFrameError';

/** Does something inside the first frame of the page, and comes back. */
export async function inside(browser, work) {
  for (let turn = 1; ; turn += 1) {
    try {
      await browser.driver.switchTo().frame(await browser.one('iframe'));
      break;
    } catch (trouble) {
      if (!lost(trouble) || turn === 20) throw trouble;
      await pause(100);
      await browser.home();
    }
  }
  try {
    return await work();
  } finally {
    await browser.driver.switchTo().parentFrame();
  }
}

/** Waits for the widget in the frame. */
export async function comes(browser) {
  const ready = () => inside(browser, () => browser.until("return document.querySelector('dateline-widget')?.state === 'ready';"));
  await ready().catch(async (trouble) => {
    if (!lost(trouble)) throw trouble;
    await browser.home();
    await ready();
  });
}

/** How high its content is, in whole pixels. */
export const high = (browser) => inside(browser, () => browser.run('return Math.ceil(document.documentElement.getBoundingClientRect().height);'));
/** How high the frame is, without its border. */
export const framed = (browser) => browser.run("return Math.round(document.querySelector('iframe').getBoundingClientRect().height - 2 * document.querySelector('iframe').clientTop);");

/** Waits until the frame is exactly as high as what is in it. */
export async function fits(browser, before) {
  for (let turn = 0; turn < 100; turn += 1) {
    const [inner, outer] = [await high(browser), await framed(browser)];
    if (inner === outer && inner !== before) return inner;
    await pause(50);
  }
  assert.fail(`the frame is ${await framed(browser)} px high and its content ${await high(browser)}`);
}

/** Waits until this event is the chosen one in the frame. */
export async function chooses(browser, id) {
  const chosen = () => inside(browser, () => browser.run("return deep(document, '[part~=\"event\"][data-selected]')[0]?.id;"));
  for (let turn = 0; turn < 60 && (await chosen()) !== `dateline.event=${id}`; turn += 1) await pause(50);
  assert.equal(await chosen(), `dateline.event=${id}`);
}
