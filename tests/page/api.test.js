// The tables of the element say what the manifest and the types say, which
// contract.test.js holds against the element itself.

import assert from 'node:assert/strict';
import { SMALL, data, eachBrowser, hosting, page, reaches, rowOf, test, widget, written } from './harness/index.js';
import { api } from './harness/api.js';

test('docs/api.md is what the manifest and the types say', () => {
  assert.equal(written('docs/api.md'), api(), 'run `node tests/page/api.js`');
});

eachBrowser('what a page chooses by select() does not stand in the address, what a reader chooses does', async (browser) => {
  await hosting({ 'one.html': page(widget('id="w" loading="eager"', data(SMALL))) }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'ready');
    const steps = await browser.run('return history.length;');
    assert.equal(await browser.run("return document.getElementById('w').select('storm');"), true);
    await browser.until("return host.told.some(({ name, detail }) => name === 'select' && detail.id === 'storm');");
    assert.deepEqual(await browser.run('return [location.hash, history.length];'), ['', steps]);
    await browser.click(rowOf('plan'));
    await browser.until("return location.hash === '#w.event=plan';");
  });
});
