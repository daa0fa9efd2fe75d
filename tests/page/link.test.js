// A link to an event leads to it: once, and only who came by it is moved.

import assert from 'node:assert/strict';
import { FAR, eachBrowser, hosting, page, reaches, settled, stays, until, widget } from './harness/index.js';

const PAGES = { 'far.html': page(FAR + widget() + FAR), 'nameless.html': page(FAR + widget('') + FAR) };
const place = (browser) => browser.run(`
  const event = deep(document, '[part~="event"][data-selected]')[0];
  const { top, bottom } = event?.getBoundingClientRect() ?? {};
  return { id: event?.id, top, bottom, height: innerHeight, scrolled: scrollY };`);

eachBrowser('a link to an event brings it into view', async (browser) => {
  await hosting(PAGES, async (server) => {
    await browser.open(server.at('far.html#w.event=storm&w.countries=DE'));
    await reaches(browser, 'ready');
    await settled(browser);
    const { id, top, bottom, height } = await place(browser);
    assert.equal(id, 'w.event=storm');
    assert.ok(top >= 0 && bottom <= height, `the event is at ${top} to ${bottom} of ${height}`);
    // Only once: who comes again within the page is not moved.
    await browser.run(`
      window.one = document.getElementById('w');
      one.remove();
      scrollTo(0, 0);`);
    await browser.until("return one.state === 'destroyed';");
    await browser.run("one.setAttribute('loading', 'eager'); document.querySelector('.far').after(one);");
    await reaches(browser, 'ready');
    await settled(browser);
    assert.equal((await place(browser)).scrolled, 0);
  });
});

eachBrowser('another fragment, or a country alone, moves nothing and loads nothing early', async (browser) => {
  await hosting(PAGES, async (server) => {
    for (const fragment of ['', '#section', '#w.countries=DE', '#other.event=storm', '#xw.event=storm']) {
      await browser.open(server.at(`far.html${fragment}`));
      await browser.until("return customElements.get('dateline-widget');");
      await stays(`${fragment} does nothing`, () => browser.run("return document.getElementById('w').state === 'idle' && scrollY === 0;"));
    }
    await browser.open(server.at('nameless.html#dateline.event=nowhere'));
    await browser.until("return document.querySelector('dateline-widget').state === 'ready';");
    await settled(browser);
    assert.equal((await place(browser)).scrolled, 0, 'an event that is not there leads nowhere');
  });
});

eachBrowser('who has moved before the widget is there is left where they are', async (browser) => {
  let send = () => {};
  const slow = new Promise((resolve) => (send = resolve));
  await hosting(PAGES, async (server) => {
    await browser.open(server.at('far.html#w.event=storm'));
    await reaches(browser, 'loading');
    await browser.run("document.body.tabIndex = -1; document.body.focus({ preventScroll: true });");
    await browser.press('x');
    send();
    await reaches(browser, 'ready');
    await settled(browser);
    const { id, scrolled } = await place(browser);
    assert.equal(id, 'w.event=storm');
    assert.equal(scrolled, 0);
  }, { meddle: async (kind) => (kind === 'wasm' ? void (await slow) : undefined) });
});

eachBrowser('who reloads keeps their own place', async (browser) => {
  await hosting(PAGES, async (server) => {
    await browser.open(server.at('far.html#w.event=storm'));
    await reaches(browser, 'ready');
    await browser.run('scrollTo(0, 100);');
    await browser.steady('return scrollY;');
    await browser.run('window.old = true; location.reload();').catch(() => {});
    // While the page goes, a driver may find none.
    await until('the page to be back', () => browser.run("return !window.old && document.readyState === 'complete' && customElements.get('dateline-widget') !== undefined;").catch(() => false));
    await browser.stays("return performance.getEntriesByType('navigation')[0].type === 'reload' && document.getElementById('w').state === 'idle';");
    assert.ok((await place(browser)).scrolled < 200);
  });
});
