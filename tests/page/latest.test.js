// What comes last is what is shown; what was missing is asked for again.

import assert from 'node:assert/strict';
import { FAR, SMALL, data, eachBrowser, hosting, leaves, page, reaches, showsList, stays, widget } from './harness/index.js';

const named = (headline) => ({ ...SMALL, headline });
const headline = (browser) => browser.run("return document.getElementById('w').shadowRoot.querySelector('.headline').textContent;");

eachBrowser('an article that arrives late never replaces a later one', async (browser) => {
  let send = () => {};
  const slow = new Promise((resolve) => (send = resolve));
  await hosting({ 'one.html': page(widget()), 'slow.json': JSON.stringify(named('Slow')) }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'ready');
    await browser.run("document.getElementById('w').setAttribute('src', 'slow.json');");
    await browser.run("document.getElementById('w').article = arguments[0];", named('Last'));
    await browser.until("return document.getElementById('w').shadowRoot.querySelector('.headline').textContent === 'Last';");
    send();
    await stays('the last one is shown', async () => (await headline(browser)) === 'Last');
  }, { meddle: async (_, { url }) => (url.endsWith('/slow.json') ? void (await slow) : undefined) });
});

eachBrowser('an article whose own code calls the widget is shown all the same', async (browser) => {
  await hosting({ 'one.html': page(widget()) }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'ready');
    await browser.run("const [small] = arguments; const w = document.getElementById('w'); w.article = { toJSON() { window.answered = w.select(small.events[0].id); return small; } };", named('From within'));
    await browser.until("return document.getElementById('w').shadowRoot.querySelector('.headline').textContent === 'From within';");
    assert.deepEqual(await browser.run("return [answered, document.getElementById('w').state];"), [true, 'ready']);
    const { errors, reports } = await browser.probe();
    assert.deepEqual([...errors, ...reports], []);
  });
});

eachBrowser('moved while it loads, it goes on', async (browser) => {
  let send = () => {};
  const slow = new Promise((resolve) => (send = resolve));
  await hosting({ 'one.html': page(`${widget('id="w" loading="eager"')}<div id="box"></div>`) }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'loading');
    await browser.run("document.getElementById('box').append(document.getElementById('w'));");
    assert.equal(await browser.run("return document.getElementById('w').state;"), 'loading');
    send();
    await reaches(browser, 'ready');
  }, { meddle: async (kind) => (kind === 'wasm' ? void (await slow) : undefined) });
});

eachBrowser('without the reader of marked-up lists the list stays, and the next approach tries again', async (browser) => {
  let missing = true;
  const list = '<ol lang="en"><li data-date="2019-03" data-countries="PL"><h3>The town plans a bridge</h3></li></ol>';
  await hosting({ 'far.html': page(FAR + widget('id="w"', list) + FAR) }, async (server) => {
    await browser.open(server.at('far.html'));
    await browser.until("return customElements.get('dateline-widget');");
    await browser.run("document.getElementById('w').scrollIntoView();");
    await reaches(browser, 'failed');
    assert.ok(await showsList(browser));
    await browser.until("return host.told.some((one) => one.name === 'problem');");
    const [told] = await browser.run("return host.told.filter((one) => one.name === 'problem').flatMap((one) => one.detail.problems);");
    assert.equal(told.kind, 'download-failed');
    missing = false;
    await leaves(browser);
    await browser.run("document.getElementById('w').scrollIntoView();");
    await reaches(browser, 'ready');
  }, { meddle: (_, { url }) => (missing && /\/marked-list\.js/.test(url) ? { status: 404, body: 'Not here.' } : undefined) });
});

eachBrowser('words by the property: their address, and for an article without a language', async (browser) => {
  const { language, ...bare } = SMALL;
  await hosting({ 'one.html': page(widget()), 'own.txt': 'timeline = Everything\n' }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'ready');
    await browser.run("document.getElementById('w').words = 'own.txt';");
    await browser.until("return deep(document, '.list .part-title')[0].textContent === 'Everything';");
    await browser.run("const one = document.getElementById('w'); one.words = { timeline: 'All of it' }; one.article = arguments[0];", bare);
    await browser.until("return deep(document, '.list .part-title')[0].textContent === 'All of it';");
  });
});

eachBrowser('another article stands on the axis at once', async (browser) => {
  const events = Array.from({ length: 60 }, (_, at) => ({ id: `e${at}`, title: `The ${at}th of all things`, date: `${1960 + at}-03-0${1 + (at % 9)}`, countries: [['PL', 'DE', 'FR'][at % 3]] }));
  await hosting({ 'one.html': page(widget('id="w"', data(SMALL))) }, async (server) => {
    await browser.open(server.at('one.html'), { width: 1200, height: 900 });
    await reaches(browser, 'ready');
    await browser.until("return deep(document, '[part~=mark]').length > 0;");
    await browser.run("document.getElementById('w').article = arguments[0];", { ...SMALL, events, countries: undefined });
    await browser.until("return deep(document, '[part~=event] [part~=event-title]')[0].textContent === 'The 0th of all things';");
    await browser.until("return deep(document, '[part~=mark]').length > 3;");
  });
});
