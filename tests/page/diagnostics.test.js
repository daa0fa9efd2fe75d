// On its editor's own machine the widget shows what is wrong with the data; to a
// reader it never does.

import assert from 'node:assert/strict';
import { SMALL, data, eachBrowser, hosting, page, reaches, stays, widget } from './harness/index.js';

const LIST = '<ol><li>The readable list</li></ol>';
const BAD = { ...SMALL, events: [...SMALL.events, { id: 'never', title: '<b>Never</b>', date: '<i>2021-02-31</i>', countries: ['PL'] }] };
const PAGES = {
  'good.html': page(widget()),
  'half.html': page(widget('id="w"', data(BAD) + LIST)),
  'none.html': page(widget('id="w"', `<script type="application/json">{}</script>${LIST}`)),
};
const BOX = '#w [part="problems"], [part="problems"]';

eachBrowser('an editor sees what is wrong, where, and how to mend it', async (browser) => {
  await hosting(PAGES, async (server) => {
    await browser.open(server.at('half.html'));
    await reaches(browser, 'ready');
    const [box] = await browser.until("const found = deep(document, arguments[0]).map((one) => [one.innerText, one.querySelector('i, b') !== null, one.getBoundingClientRect().height]); return found.length && found;", BOX);
    const [text, markup, height] = box;
    assert.match(text, /1 problem\. Readers do not see this/);
    assert.match(text, /Error at \/events\/4\/date/);
    assert.ok(text.includes('<i>2021-02-31</i>'), 'what was written is shown as it was written');
    assert.equal(markup, false, 'and never taken for HTML');
    assert.ok(height > 0);
    const [{ message, fix }] = await browser.run("return host.told.find((one) => one.name === 'problem').detail.problems;");
    assert.ok(text.includes(message) && text.includes(fix));
    assert.equal((await browser.all('[part~="event"]')).length, 4, 'the rest is shown');
    assert.equal((await browser.all(BOX)).length, 1);
    // By keyboard it closes and opens.
    await browser.run("deep(document, 'summary').find((one) => one.parentNode.part.contains('problems')).focus();");
    await browser.press(' ');
    await browser.until("return !deep(document, arguments[0])[0].open;", BOX);
    // An article without problems takes the list away.
    await browser.run("document.getElementById('w').article = arguments[0];", SMALL);
    await browser.until('return deep(document, arguments[0]).length === 0;', BOX);
    const { errors, reports } = await browser.probe();
    assert.deepEqual([...errors, ...reports], []);
  });
});

eachBrowser('an editor sees it above the plain list, too, and it goes with the element', async (browser) => {
  await hosting(PAGES, async (server) => {
    await browser.open(server.at('none.html'));
    await reaches(browser, 'failed');
    await browser.until('return deep(document, arguments[0]).length === 1;', BOX);
    assert.match((await browser.texts(BOX))[0], /headline/);
    assert.ok(await browser.run("return document.querySelector('#w > ol').getBoundingClientRect().height > 0;"));
    await browser.run("document.getElementById('w').destroy();");
    assert.deepEqual(await browser.all(BOX), []);
  });
});

/** What is fetched only when something is wrong. */
const LATER = ['diagnostics.js', 'problems.json'];
const fetched = (server) => LATER.filter((name) => server.requests.some((path) => path.endsWith(`/${name}`)));
const told = (browser) => browser.until("return host.told.find((one) => one.name === 'problem')?.detail.problems;");

eachBrowser('a reader never sees it, and only an article with problems fetches the sentences', async (browser) => {
  await hosting(PAGES, async (server) => {
    // The same machine by a name that is not its own.
    const away = (name) => server.at(name).replace('127.0.0.1', 'reader.localhost');
    await browser.open(away('good.html'));
    await reaches(browser, 'ready');
    await stays('nothing of it is fetched', () => !fetched(server).length);
    for (const [name, state] of [['half.html', 'ready'], ['none.html', 'failed']]) {
      await browser.open(away(name));
      await reaches(browser, state);
      const [{ message, fix }] = await told(browser);
      assert.match(`${message} ${fix}`, /^[“A-Z].+\. [A-Z].+\.$/);
      await stays('there is no list', async () => !(await browser.all(BOX)).length);
    }
    assert.deepEqual(fetched(server), LATER);
    assert.equal(server.requests.filter((path) => path.endsWith('/problems.json')).length, 2, 'once a page');
  });
});

eachBrowser('without the sentences a problem still has its place and a way on', async (browser) => {
  for (const lost of LATER) {
    await hosting(PAGES, async (server) => {
      await browser.open(server.at('half.html'));
      await reaches(browser, 'ready');
      assert.deepEqual(await told(browser), [{
        severity: 'error',
        kind: 'untold',
        path: '/events/4/date',
        found: '<i>2021-02-31</i>',
        message: 'There is a problem in the data at /events/4/date.',
        fix: 'The command `dateline check` says more.',
      }]);
      await browser.open(server.at('none.html'));
      await reaches(browser, 'failed');
      await told(browser);
      const { errors } = await browser.probe();
      assert.deepEqual(errors.filter((one) => /dateline:|^unhandled|^uncaught/i.test(one)), [
        'console.error: dateline: There is a problem in the data at /headline. The command `dateline check` says more.',
      ]);
    }, { meddle: (_, { url }) => (url.endsWith(`/${lost}`) ? { status: 404, body: 'Not here.' } : undefined) });
  }
});

eachBrowser('problems that come late are never listed with another article', async (browser) => {
  let send = () => {};
  const late = new Promise((resolve) => (send = resolve));
  await hosting(PAGES, async (server) => {
    await browser.open(server.at('half.html'));
    await reaches(browser, 'ready');
    await browser.run("document.getElementById('w').article = arguments[0];", SMALL);
    await browser.until("return host.told.filter((one) => one.name === 'ready').length === 2;");
    send();
    assert.equal((await told(browser)).length, 1, 'the page hears of them all the same');
    await stays('there is no list', async () => !(await browser.all(BOX)).length);
  }, { meddle: async (_, { url }) => (url.endsWith('/problems.json') ? void (await late) : undefined) });
});
