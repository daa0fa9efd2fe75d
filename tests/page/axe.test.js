// axe-core over the whole page, with its best practices and with the rule for
// target sizes, which it leaves off by default.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ROW, TILE, TOKEN, eachBrowser, openAll, openSearch, settled, visit } from './harness/index.js';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};

async function violations(browser) {
  await browser.driver.executeScript(source);
  const found = await browser.driver.executeAsyncScript(`
    const [options, done] = arguments;
    axe.run(document, options).then(
      ({ violations }) => done(violations.map(({ id, help, nodes }) => ({
        id, help, where: nodes.slice(0, 4).map((node) => node.target.flat().join(' ') + ' ' + (node.any[0]?.message ?? '')),
      }))),
      (trouble) => done([{ id: 'axe itself', help: String(trouble), where: [] }]),
    );`, OPTIONS);
  return found.map(({ id, help, where }) => `${id}: ${help}\n    ${where.join('\n    ')}`);
}

for (const [scheme, dark] of [['light', false], ['dark', true]]) {
  for (const width of [360, 1200]) {
    eachBrowser(`axe finds nothing at ${width} px, ${scheme}`, async (browser) => {
      await visit(browser, { width, height: 900, dark });
      assert.equal(await browser.run("return matchMedia('(prefers-color-scheme: dark)').matches;"), dark);
      await browser.picture(`axe-${width}-${scheme}`);
      assert.deepEqual(await violations(browser), [], 'as the page opens');
      await browser.click(ROW);
      await browser.click(TILE);
      if (width >= 640) await browser.click('.axis-menu summary');
      await openAll(browser);
      await settled(browser);
      await browser.picture(`axe-${width}-${scheme}-open`);
      assert.deepEqual(await violations(browser), [], 'with an event, a country and all that is more open');
      await browser.click(TOKEN);
      await openSearch(browser);
      await browser.click('[part~="search"] .quiet');
      await (await browser.one('.speaker-choice option[value="0"]')).click();
      await browser.one(TOKEN);
      await settled(browser);
      assert.deepEqual(await violations(browser), [], 'with the search open, claims by speaker and one speaker chosen');
    }, { dark });
  }
}
