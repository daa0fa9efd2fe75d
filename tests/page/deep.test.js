// Deep time on the axis: as close as one can come, no year is said twice.

import assert from 'node:assert/strict';
import { SMALL, data, eachBrowser, hosting, page, reaches, widget } from './harness/index.js';

const DEEP = {
  ...SMALL,
  countries: undefined,
  events: [
    { id: 'first', title: 'The first', date: 'Y-65000400', countries: ['PL'] },
    { id: 'then', title: 'The next', date: 'Y-65000100', countries: ['PL'] },
    { id: 'last', title: 'The last', date: 'Y-64999000', countries: ['PL'] },
  ],
};

eachBrowser('ticks millions of years ago have words of their own, apart from one another', async (browser) => {
  await hosting({ 'deep.html': page(widget('id="w" loading="eager"', data(DEEP))) }, async (server) => {
    await browser.open(server.at('deep.html'), { width: 1200, height: 900 });
    await reaches(browser, 'ready');
    await browser.until("return deep(document, '.tick').length > 0;");
    for (;;) {
      const words = await browser.texts('.axis-ticks .tick > span');
      assert.ok(words.length > 1, words.join());
      assert.deepEqual(words.filter((one, at) => words.indexOf(one) !== at), [], words.join());
      const over = await browser.run(`
        const boxes = deep(document, '.axis-ticks .tick > span').map((one) => one.getBoundingClientRect()).sort((a, b) => a.left - b.left);
        return boxes.filter(({ right }, at) => boxes[at + 1] && right > boxes[at + 1].left).length;`);
      assert.equal(over, 0, words.join());
      if (await browser.run("return deep(document, '[part~=zoom-in]')[0].getAttribute('aria-disabled') === 'true';")) break;
      const before = await browser.run("return deep(document, '.brush')[0].style.cssText;");
      await browser.run("deep(document, '[part~=zoom-in]')[0].click();");
      await browser.until("return deep(document, '.brush')[0].style.cssText !== arguments[0];", before);
    }
  });
});
