// The page opens as if the widget were not on it: its list comes a piece at a time, and no
// long task is added before the reader is near.

import assert from 'node:assert/strict';
import { eachBrowser, serve, steady } from './harness/index.js';

const chromium = { only: ['chromium'], because: 'only Chromium reports long tasks and can be slowed down' };
const PHONE = { width: 412, height: 823 };

/** The elements of the list that are shown: what is in a closed part never is. */
const LIST = `
  const list = () => [...document.querySelectorAll('dateline-widget .dateline *:not(details:not([open]) > :not(summary), details:not([open]) > :not(summary) *)')];`;

/** Notes how many elements of the list are laid out anew in each frame, of which each has time for a few. */
const PIECES = `${LIST}
  let now = 0;
  performance.now = () => (now += 3);
  const pieces = (globalThis.pieces = []);
  const seen = new WeakSet();
  const look = () => {
    const anew = list().filter((one) => !seen.has(one) && one.checkVisibility({ contentVisibilityAuto: true }));
    anew.forEach((one) => seen.add(one));
    pieces.push(anew.length);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);`;

/** Notes how long each long task takes, in ms. */
const TASKS = `
  const tasks = (globalThis.tasks = []);
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });`;

/** Jumps past the list as soon as the page is painted, and notes where it then is, frame by frame. */
const JUMP = `${LIST}
  const told = (globalThis.told = { waiting: 0, tops: [] });
  const soon = (work) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(work)));
  addEventListener('DOMContentLoaded', () => soon(() => {
    told.waiting = list().filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length;
    const next = document.querySelector('dateline-widget').nextElementSibling;
    next.scrollIntoView({ block: 'center', behavior: 'instant' });
    const look = () => {
      told.tops.push(next.getBoundingClientRect().top);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }));`;

const SCRIPTS = { 'pieces.js': PIECES, 'tasks.js': TASKS, 'jump.js': JUMP };

/** The demonstration with one of the scripts, and the same page without the widget. */
async function opening(script, work) {
  const { home, requests, close } = await serve({
    async answer(path) {
      const name = path.split('/').pop();
      if (name === script) return { type: 'text/javascript', body: SCRIPTS[script] };
      if (!['with.html', 'without.html'].includes(name)) return undefined;
      const html = await (await fetch(home)).text();
      const bare = html.replace(/<dateline-widget[^]*?<\/dateline-widget>/, '').replace(/<script type="module"[^>]*(?:dateline|page)\.js[^>]*><\/script>/g, '');
      assert.ok(!/dateline-widget|(dateline|page)\.js/.test(bare), 'the widget can be taken out');
      const body = (name === 'with.html' ? html : bare).replace('<head>', `<head><script src="${script}"></script>`);
      return { type: 'text/html; charset=utf-8', body };
    },
  });
  try {
    await work(home, requests);
  } finally {
    await close();
  }
}

eachBrowser('the list comes a piece at a time, and is all there before anybody is near', async (browser) => {
  await opening('pieces.js', async (home) => {
    await browser.open(`${home}with.html`, PHONE);
    const [pieces, all] = await browser.until(`
      const all = list().length;
      return globalThis.pieces?.reduce((sum, one) => sum + one, 0) === all && [pieces, all];`);
    assert.equal(await browser.run("return document.querySelector('dateline-widget').state;"), 'idle');
    const largest = Math.max(...pieces);
    assert.ok(largest < all / 2, `${largest} of ${all} elements at once: ${pieces.filter(Boolean).join(', ')}`);
    // Nothing waits any more: no height is a guess.
    const high = () => browser.run("return document.querySelector('dateline-widget').getBoundingClientRect().height;");
    const before = await high();
    await browser.run("for (const one of document.querySelectorAll('dateline-widget *')) one.style.contentVisibility = 'visible';");
    assert.equal(await high(), before);
  });
}, chromium);

eachBrowser('nothing moves for a reader who jumps past the list before it is there', async (browser) => {
  await opening('jump.js', async (home) => {
    // On a busy machine the list may be all there before the reader jumps: then it was no jump past it.
    let told;
    for (let turn = 0; turn < 10 && !told?.waiting; turn += 1) {
      await browser.open(`${home}with.html`, PHONE);
      told = await browser.until('return globalThis.told?.tops.length > 20 && told;');
    }
    const { waiting, tops } = told;
    assert.ok(waiting > 0, 'the list was there before the jump, ten times');
    assert.ok(Math.max(...tops) - Math.min(...tops) < 2, `it moved: ${tops.map(Math.round).join(', ')}`);
  });
}, chromium);

eachBrowser('with the widget the page opens with no long tasks that it does not have without it, and without a shift', async (browser) => {
  const tasks = async (address) => {
    await browser.open('about:blank', PHONE);
    await browser.devtools('Emulation.setCPUThrottlingRate', { rate: 4 });
    await browser.driver.setNetworkConditions({ offline: false, latency: 150, download_throughput: 200_000, upload_throughput: 94_000 });
    try {
      await browser.driver.get(address);
      await steady('the page', () => browser.run('return tasks.length;'), 1500);
      return await browser.run('return tasks;');
    } finally {
      await browser.devtools('Emulation.setCPUThrottlingRate', { rate: 1 });
      await browser.driver.deleteNetworkConditions();
    }
  };
  await opening('tasks.js', async (home, requests) => {
    // What else the machine does makes tasks longer, never shorter: the calmest visits count.
    const [without, guest] = [[], []];
    const kept = (one) => one.reduce((sum, duration) => sum + duration - 50, 0);
    const calmest = (visits) => Math.min(...visits.map(kept));
    const calm = () => calmest(guest) <= calmest(without) + 20;
    do {
      without.push(await tasks(`${home}without.html`));
      guest.push(await tasks(`${home}with.html`));
      const { shift, shifts } = await browser.probe();
      assert.equal(shift, 0, shifts.join('; '));
    } while (!calm() && guest.length < 5);
    assert.ok(!requests.some((path) => path.endsWith('.wasm')), 'nobody was near');
    assert.ok(calm(), `with the widget ${JSON.stringify(guest)}, without it ${JSON.stringify(without)} (ms)`);
  });
}, { ...chromium, alone: true });
