// Where a place is written is the host's: in the fragment unless that is a way of its own, in
// the query, or nowhere.

import assert from 'node:assert/strict';
import { SMALL, data, eachBrowser, hosting, page, reaches, rowOf, settled, until, widget } from './harness/index.js';

const chosen = (browser) => browser.run("return deep(document, '[part~=\"event\"][data-selected]')[0]?.id.split('=')[1] ?? null;");
const address = (browser) => browser.run('return location.search + location.hash;');

/** Opens a page with one widget at an address, chooses, and tells the address. */
async function choosing(browser, attributes, at, work) {
  const html = page(widget(`id="w" loading="eager" ${attributes}`, data(SMALL)));
  await hosting({ 'one.html': html }, async (server) => {
    await browser.open(server.at(`one.html${at}`));
    await reaches(browser, 'ready');
    await settled(browser);
    await work(async (id) => {
      await browser.run("document.getElementById('w').select(arguments[0]);", id);
      await settled(browser);
    });
    const { errors, reports } = await browser.probe();
    assert.deepEqual([...errors, ...reports], []);
  });
}

/** Has the reader choose an event in the widget, as the host's own calls write nothing. WebKit steps over what no hand has written. */
const press = (browser, id) => browser.click(rowOf(id));

eachBrowser('a fragment that is the page’s own way to something is left alone', async (browser) => {
  for (const [attributes, before, written] of [
    ['', '#about', '#about'],
    ['', '#/news/5', '#/news/5'],
    ['', '#tab=2', '#tab=2&w.event=plan'],
    ['', '', '#w.event=plan'],
    ['address="fragment"', '#about', '#about&w.event=plan'],
    ['address="off"', '', ''],
    ['address="off"', '#tab=2', '#tab=2'],
  ]) {
    await choosing(browser, attributes, before, async () => {
      await press(browser, 'plan');
      await settled(browser);
      assert.equal(await chosen(browser), 'plan', `${attributes} ${before}`);
      assert.equal(await address(browser), written, `${attributes} ${before}`);
    });
  }
});

eachBrowser('in the query, it is a step back and forward like any other, and the fragment stays', async (browser) => {
  await choosing(browser, 'address="query"', '?page=2#about', async () => {
    await press(browser, 'plan');
    await settled(browser);
    assert.equal(await address(browser), '?page=2&w.event=plan#about');
    await browser.driver.navigate().back();
    await browser.until("return location.search === '?page=2';");
    await settled(browser);
    assert.equal(await chosen(browser), null);
    await browser.driver.navigate().forward();
    await browser.until("return location.search !== '?page=2';");
    await settled(browser);
    assert.equal(await chosen(browser), 'plan');
    // A link to an event is followed all the same, and where that leads is written.
    await browser.run("location.hash = 'w.event=storm';");
    await until('the storm to be chosen', async () => (await chosen(browser)) === 'storm');
  });
  await choosing(browser, 'address="query"', '?w.event=works', async () => {
    assert.equal(await chosen(browser), 'works');
  });
});

eachBrowser('in a page that may not write its history, choosing works all the same', async (browser) => {
  await choosing(browser, '', '', async () => {
    await browser.run("history.pushState = history.replaceState = () => { throw new DOMException('no', 'SecurityError'); };");
    await press(browser, 'plan');
    await settled(browser);
    assert.deepEqual([await chosen(browser), await address(browser)], ['plan', '']);
  });
});
