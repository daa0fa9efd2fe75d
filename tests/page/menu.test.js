// The axis's menu closes on Escape, on a press elsewhere, and when the focus goes on.

import assert from 'node:assert/strict';
import { KEY, SMALL, data, eachBrowser, hosting, page, reaches, settled, widget } from './harness/index.js';

const MENU = 'details[data-menu]';
const isOpen = (browser) => browser.run('return deep(document, arguments[0])[0].open;', MENU);

eachBrowser('the menu closes as menus do, and the choice in it is made', async (browser) => {
  await hosting({ 'one.html': page(`<p id="above">The host’s own text</p>${widget('id="w" loading="eager"', data(SMALL))}`) }, async (server) => {
    await browser.open(server.at('one.html'), { width: 1000, height: 800 });
    await reaches(browser, 'ready');
    await browser.one(MENU);
    const opened = async () => {
      await browser.click(`${MENU} > summary`);
      await browser.until('return deep(document, arguments[0])[0].open;', MENU);
      await settled(browser);
    };
    const outside = () => browser.run("return host.listeners.filter((one) => one.type === 'pointerdown').length;");
    const closed = async () => {
      await browser.until('return !deep(document, arguments[0])[0].open;', MENU);
      await settled(browser);
      assert.equal(await outside(), apart, 'the menu listens to the page around no more');
    };
    // What keeps the widget apart is there as long as it is shown.
    const apart = await outside();
    const before = (await browser.all('.axis-lane')).length;
    await opened();
    await browser.click(`${MENU} input[type="radio"]:not(:checked)`);
    await browser.until("return deep(document, '.axis-lane').length > arguments[0];", before);
    assert.equal(await isOpen(browser), true, 'more can be chosen');
    await browser.press(KEY.escape);
    await closed();
    assert.equal(await browser.run("return focused().localName;"), 'summary', 'the focus is where it opens again');
    await opened();
    await browser.click('#above');
    await closed();
    await opened();
    await browser.click('[part~="event"] button');
    await closed();
    await opened();
    await browser.run("deep(document, 'details[data-menu] input')[0].focus(); deep(document, '[part~=\"event\"] button')[0].focus();");
    await closed();
    const { errors, reports } = await browser.probe();
    assert.deepEqual([...errors, ...reports], []);
  });
});
