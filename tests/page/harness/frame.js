// The first frame of the open page, and the widget in it.

import assert from 'node:assert/strict';
import { until } from './waiting.js';

// WebKit's driver loses a frame for a moment that goes to another fragment of its address.
const lost = ({ name }) => name === 'NoSuchWindowError' || name === 'NoSuchFrameError';

/** Does something inside the first frame of the page, and comes back. */
export async function inside(browser, work) {
  await until('the frame', async () => {
    try {
      await browser.driver.switchTo().frame(await browser.one('iframe'));
      return true;
    } catch (trouble) {
      if (!lost(trouble)) throw trouble;
      await browser.home();
      return false;
    }
  });
  try {
    return await work();
  } finally {
    await browser.driver.switchTo().parentFrame();
  }
}

/** Waits for the widget in the frame, which is gone into anew each time: what it held before it went elsewhere is never ready. */
export async function comes(browser) {
  const ready = () => inside(browser, () => browser.run("return document.querySelector('dateline-widget')?.state === 'ready';"));
  await until('the widget in the frame to be ready', async () => {
    try {
      return await ready();
    } catch (trouble) {
      if (!lost(trouble)) throw trouble;
      await browser.home();
      return false;
    }
  });
}

/** How high its content is, in whole pixels. */
export const high = (browser) => inside(browser, () => browser.run('return Math.ceil(document.documentElement.getBoundingClientRect().height);'));
/** How high the frame is, without its border. */
export const framed = (browser) => browser.run("return Math.round(document.querySelector('iframe').getBoundingClientRect().height - 2 * document.querySelector('iframe').clientTop);");

/** Waits until the frame is exactly as high as what is in it. */
export async function fits(browser, before) {
  let heights;
  await until('the frame to be as high as its content', async () => {
    heights = [await high(browser), await framed(browser)];
    return heights[0] === heights[1] && heights[0] !== before;
  }).catch(({ message }) => assert.fail(`${message}; they are ${heights.join(' and ')} px high`));
  return heights[0];
}

/** Waits until this event is the chosen one in the frame. */
export async function chooses(browser, id) {
  const chosen = () => inside(browser, () => browser.run("return deep(document, '[part~=\"event\"][data-selected]')[0]?.id;"));
  await until(`${id} to be chosen in the frame`, async () => (await chosen()) === `dateline.event=${id}`);
}
