// Deep time on the axis: as close as one can come, no year is said twice.

import assert from 'node:assert/strict';
import { SMALL, data, eachBrowser, hosting, page, reaches, settled, until, widget } from './harness/index.js';

const DEEP = {
  ...SMALL,
  countries: undefined,
  events: [
    { id: 'first', title: 'The first', date: 'Y-65040000', countries: ['PL'] },
    { id: 'then', title: 'The next', date: 'Y-65010000', countries: ['PL'] },
    { id: 'last', title: 'The last', date: 'Y-64900000', countries: ['PL'] },
  ],
};

eachBrowser('ticks millions of years ago have words of their own, apart from one another', async (browser) => {
  await hosting({ 'deep.html': page(widget('id="w" loading="eager"', data(DEEP))) }, async (server) => {
    await browser.open(server.at('deep.html'), { width: 1200, height: 900 });
    await reaches(browser, 'ready');
    await browser.until("return deep(document, '.tick').length > 0;");
    assert.ok((await browser.texts('.axis-ticks .tick > span')).length > 1);
    for (;;) {
      const words = await browser.texts('.axis-ticks .tick > span');
      // So far away nobody tells one year from the next: closer, the line above says when it is.
      assert.match((await browser.texts('.axis-now'))[0], /million years ago$/);
      assert.deepEqual(words.filter((one, at) => words.indexOf(one) !== at), [], words.join());
      const over = await browser.run(`
        const boxes = deep(document, '.axis-ticks .tick > span').map((one) => one.getBoundingClientRect()).sort((a, b) => a.left - b.left);
        return boxes.filter(({ right }, at) => boxes[at + 1] && right > boxes[at + 1].left).length;`);
      assert.equal(over, 0, words.join());
      if (await browser.run("return deep(document, '[part~=zoom-in]')[0].getAttribute('aria-disabled') === 'true';")) break;
      const window = "return deep(document, '.axis-now')[0].textContent + deep(document, '.axis-ticks .tick').map((one) => [one.textContent, one.getBoundingClientRect().left]);";
      const before = await browser.run(window);
      await browser.run("deep(document, '[part~=zoom-in]')[0].click();");
      await until('another window', async () => (await browser.run(window)) !== before);
      await settled(browser);
    }
  });
});
