// A long article is read in turns: between two of them the page scrolls and is pressed.

import assert from 'node:assert/strict';
import { FAR, eachBrowser, hosting, page, reaches, settled, widget } from './harness/index.js';

const EVENTS = 3_000;
const long = (headline) => ({
  schema: 1,
  headline,
  events: Array.from({ length: EVENTS }, (_, at) => ({ id: `e${at}`, title: `Event ${at}`, date: `${1000 + (at % 1000)}`, countries: ['PL'] })),
});

/** A clock that goes on with every look at it, so that a turn is so many looks on any machine; and how many tasks there were. */
const CLOCK = `
  const now = Date.now();
  window.looks = 0;
  Date.now = () => now + (looks += 1);
  window.tasks = 0;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { window.tasks += 1; port2.postMessage(0); };
  port2.postMessage(0);`;

const headline = (browser) => browser.run("return deep(document, '.headline')[0]?.textContent;");

async function reading(work) {
  const head = '<script src="clock.js"></script>';
  const pages = {
    'long.html': page(widget('id="w" loading="eager"'), { head }),
    'far.html': page(FAR + widget(), { head }),
    'clock.js': CLOCK,
  };
  await hosting(pages, work);
}

eachBrowser('while a long article is read the page has its turn, again and again', async (browser) => {
  await reading(async (server) => {
    await browser.open(server.at('long.html'));
    await reaches(browser, 'ready');
    // As text, of which a driver makes no copy of its own.
    const tasks = await browser.driver.executeAsyncScript(`
      const [article, done] = arguments, one = document.getElementById('w'), before = window.tasks;
      one.article = article;
      one.addEventListener('dateline-ready', () => done(window.tasks - before), { once: true });`, JSON.stringify(long('A long one')));
    assert.equal(await headline(browser), 'A long one');
    assert.ok(tasks > EVENTS / 30, `${tasks} tasks for ${EVENTS} events`);
  });
});

eachBrowser('what is set while another is read is what is shown', async (browser) => {
  await reading(async (server) => {
    await browser.open(server.at('long.html'));
    await reaches(browser, 'ready');
    await browser.run(`
      const one = document.getElementById('w');
      window.shown = [];
      one.addEventListener('dateline-ready', () => shown.push(one.shadowRoot.querySelector('.headline').textContent));
      one.article = arguments[0];
      setTimeout(() => { one.article = arguments[1]; }, 20);`, JSON.stringify(long('Replaced')), JSON.stringify(long('In its place')));
    await browser.until('return shown.length > 0;');
    await settled(browser);
    assert.deepEqual(await browser.run('return shown;'), ['In its place']);
    assert.equal(await browser.run('return probe.errors.length;'), 0);
  });
});

eachBrowser('an element that goes while its article is read is gone', async (browser) => {
  await reading(async (server) => {
    await browser.open(server.at('far.html'));
    await browser.run(`
      const gone = window.gone = document.getElementById('w');
      gone.article = arguments[0];
      gone.setAttribute('loading', 'eager');
      const look = () => (looks > 1000 ? gone.remove() : setTimeout(look));
      look();`, JSON.stringify(long('Seen the second time')));
    await browser.until("return gone.state === 'destroyed';");
    assert.ok(await browser.run('return looks;') < 2 * EVENTS, 'not all was read');
    await browser.stays("return gone.state === 'destroyed' && probe.errors.length === 0;");
    // Put back, it begins anew.
    await browser.run('document.body.append(gone);');
    await reaches(browser, 'ready');
    assert.equal(await headline(browser), 'Seen the second time');
  });
});
