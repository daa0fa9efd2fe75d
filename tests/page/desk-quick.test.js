// How long an editor waits grows slowly with what there is: what a letter costs the page, with
// all that follows from it, beside what it costs in a short work. `cargo xtask bench --desk` has
// the times.

import assert from 'node:assert/strict';
import { ARTICLE, eachBrowser } from './harness/index.js';
import { drop, open } from './harness/desk.js';

/** Letters that are written. */
const LETTERS = 'another harbour ';
/** Ten times as many events may cost so many times as much. */
const MOST = 2;

const article = (many) => JSON.stringify({
  ...ARTICLE,
  events: Array.from({ length: many }, (_, at) => ({
    id: `e${at}`, title: `What happened on day ${at}`, date: `${1950 + (at % 70)}-0${1 + (at % 9)}`, countries: ['UA'],
  })),
  countries: [],
  corrections: [],
});

/** Main thread's seconds for a letter. */
async function cost(browser, many) {
  await open(browser);
  await drop(browser, 'work.json', article(many));
  await browser.click('#import-new');
  await browser.until("return document.querySelectorAll('tbody tr').length === arguments[0] && document.querySelector('#preview')?.state === 'ready';", many);
  await browser.click('tbody tr:nth-child(2) td:nth-of-type(2)');
  const title = '[id="field:/events/1/title"]';
  await browser.one(title);
  await browser.run('document.querySelector(arguments[0]).focus();', title);
  await browser.devtools('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => (await browser.devtools('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value;
  const before = await spent();
  for (const letter of LETTERS) {
    await browser.type(letter);
    await browser.until(`
      const { value } = document.querySelector(arguments[0]);
      return [...document.querySelector('#preview').shadowRoot.querySelectorAll('[part~="event-title"]')].some((one) => one.textContent === value);`, title);
  }
  return (await spent() - before) / LETTERS.length;
}

eachBrowser('a letter in a work of 200 events costs at most twice what it costs among 20', async (browser) => {
  const few = await cost(browser, 20);
  const many = await cost(browser, 200);
  console.log(`a letter: ${Math.round(few * 1000)} ms among 20 events, ${Math.round(many * 1000)} ms among 200: ${(many / few).toFixed(2)} times`);
  assert.ok(many < few * MOST, `${many / few} times`);
}, { only: ['chromium'], because: 'only Chromium tells what a page’s own thread has spent', alone: true });
