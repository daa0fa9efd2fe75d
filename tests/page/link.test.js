// A link to an event leads to it: once, and only who came by it is moved.

import assert from 'node:assert/strict';
import { FAR, KEY, SMALL, data, eachBrowser, hosting, page, reaches, settled, stays, until, widget } from './harness/index.js';

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

/** The way into the widget from the page itself. */
const LINKED = `<nav><a id="to" href="#w.event=storm">The storm</a> <a id="to-about" href="#about">About</a> <a id="route" href="#/news/5">News</a></nav>`;
const LISTED = '<ol><li id="w.event=plan"><h3>The town plans a bridge</h3></li><li id="w.event=storm"><h3>A storm stops the works</h3></li></ol>';
const linked = (inside) => page(LINKED + FAR + widget('id="w"', inside) + FAR + '<p id="about">About us</p>');
/** The chosen event is in view, and the focus on its title. */
const isThere = (browser, id) => browser.until(`
  const event = deep(document, '[part~="event"][data-selected]')[0];
  if (event?.id !== 'w.event=' + arguments[0]) return false;
  const { top, bottom } = event.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight && event.contains(focused());`, id);

for (const [what, inside] of [['a list without ids', undefined], ['a list whose events have ids', `${data(SMALL)}${LISTED}`]]) {
  eachBrowser(`a link in the page leads to its event before the widget is near, and again: ${what}`, async (browser) => {
    await hosting({ 'linked.html': linked(inside) }, async (server) => {
      await browser.open(server.at('linked.html'));
      await browser.until("return customElements.get('dateline-widget');");
      await browser.stays("return document.getElementById('w').state === 'idle';");
      await browser.click('#to');
      await reaches(browser, 'ready');
      await isThere(browser, 'storm');
      assert.equal(await browser.run('return location.hash;'), '#w.event=storm');

      // A second time, with nothing changed but where the reader is.
      await browser.run("scrollTo({ top: 0, behavior: 'instant' });");
      await browser.click('#to');
      await isThere(browser, 'storm');

      // After another event was chosen, and after none was.
      for (const other of ["one.select('plan')", "one.shadowRoot.querySelector('[part~=\"event\"][data-selected] button[aria-expanded]').click()"]) {
        await browser.run(`const one = document.getElementById('w'); ${other}; scrollTo({ top: 0, behavior: 'instant' });`);
        await browser.click('#to');
        await isThere(browser, 'storm');
      }

      // With the keyboard as well.
      await browser.run("document.getElementById('to').focus(); scrollTo({ top: 0, behavior: 'instant' });");
      await browser.press(KEY.enter);
      await isThere(browser, 'storm');
      const { errors, reports } = await browser.probe();
      assert.deepEqual([...errors, ...reports], []);
    });
  });
}

eachBrowser('a link to an event opens it in an element that follows, where that lists the events', async (browser) => {
  const pages = { 'shared.html': page(`${LINKED}${FAR}${widget('id="w" hidden')}${widget('id="other" of="w"', '')}${FAR}`) };
  await hosting(pages, async (server) => {
    await browser.open(server.at('shared.html'));
    await browser.until("return customElements.get('dateline-widget');");
    await browser.run("document.getElementById('w').hidden = true;");
    await browser.click('#to');
    await reaches(browser, 'ready');
    await browser.run("document.getElementById('other').scrollIntoView();");
    await reaches(browser, 'ready', 'other');
    await browser.run("scrollTo({ top: 0, behavior: 'instant' });");
    await browser.click('#to');
    await browser.until("const event = document.getElementById('other').shadowRoot.querySelector('[part~=\"event\"][data-selected]'); if (!event) return false; const { top, bottom } = event.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight;");
  });
});

eachBrowser('who moves on after following a link is left where they are', async (browser) => {
  let send = () => {};
  const slow = new Promise((resolve) => (send = resolve));
  await hosting({ 'linked.html': linked() }, async (server) => {
    await browser.open(server.at('linked.html'));
    await browser.until("return customElements.get('dateline-widget');");
    await browser.click('#to');
    await reaches(browser, 'loading');
    await browser.run("scrollTo({ top: 0, behavior: 'instant' });");
    await browser.press('x');
    send();
    await reaches(browser, 'ready');
    await settled(browser);
    assert.equal(await browser.run('return scrollY;'), 0);
    assert.equal((await place(browser)).id, 'w.event=storm');
  }, { meddle: async (kind) => (kind === 'wasm' ? void (await slow) : undefined) });
});

eachBrowser('the page’s own anchors and links are its own', async (browser) => {
  await hosting({ 'linked.html': linked(), 'prevents.js': '' }, async (server) => {
    await browser.open(server.at('linked.html'));
    await browser.until("return customElements.get('dateline-widget');");
    await browser.click('#route');
    await browser.run("scrollTo({ top: 0, behavior: 'instant' });");
    await browser.click('#to-about');
    await browser.until("const { top, bottom } = document.querySelector('p#about').getBoundingClientRect(); return top >= 0 && bottom <= innerHeight;");
    assert.equal(await browser.run('return location.hash;'), '#about');
    // A link that its page answers itself is not followed.
    await browser.run("scrollTo({ top: 0, behavior: 'instant' }); document.getElementById('to').addEventListener('click', (event) => event.preventDefault());");
    await browser.click('#to');
    await browser.stays("return document.getElementById('w').state === 'idle' && location.hash === '#about';");
  });
});
