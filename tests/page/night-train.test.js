// A story of another kind than the demonstration: six countries, a company, a league and the
// Union, whose cards stand side by side.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { data, eachBrowser, hosting, page, reaches, settled, widget } from './harness/index.js';

const STORY = JSON.parse(readFileSync(new URL('../fixtures/night_train.json', import.meta.url), 'utf8'));
const FACE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4" width="320" height="320"><path fill="#246" d="M0 0h4v4H0z"/><circle cx="2" cy="1.6" r=".8" fill="#fc8"/></svg>';
const meddle = (_kind, { url }) => (url.endsWith('.svg') ? { type: 'image/svg+xml', body: FACE } : undefined);

/** How high the widget is at rest at most, in px, by the width of its page. */
const HEIGHTS = [[360, 1500], [1200, 1100]];

for (const [width, most] of HEIGHTS) {
  eachBrowser(`${width} px: the story fits, and who has no code is shown as who has one`, async (browser) => {
    await hosting({ 'one.html': page(widget('id="w" loading="eager"', data(STORY))) }, async (server) => {
      await browser.open(server.at('one.html'), { width, height: 900 });
      await reaches(browser, 'ready');
      await settled(browser);
      await browser.picture(`night-train-${width}`);
      const [high, inner, full] = await browser.run(`
        const { height } = document.querySelector('dateline-widget').getBoundingClientRect();
        return [height, document.documentElement.clientWidth, document.documentElement.scrollWidth];`);
      assert.ok(high <= most, `it is ${high} px high`);
      assert.ok(full <= inner, `the page is ${full} px wide in ${inner} px`);

      await browser.run("deep(document, '.tile button')[0].click();");
      await settled(browser);
      await browser.picture(`night-train-${width}-open`);
      assert.match(await browser.run('return location.hash;'), /countries=nightline/);
      const face = await browser.run(`
        const image = deep(document, '.portrait')[0];
        const { width, height } = image.getBoundingClientRect();
        return { width, height, alt: image.alt };`);
      assert.deepEqual(face, { width: 32, height: 32, alt: 'Rita Almeida' });

      await browser.run("deep(document, '.portrait-of > summary')[0].click();");
      await browser.until("return deep(document, '.portrait-of[open] figure img')[0].naturalWidth > 0;");
      await settled(browser);
      await browser.picture(`night-train-${width}-face`);
      assert.match(await browser.run("return deep(document, '.portrait-of[open]')[0].innerText;"), /Drawn for this page/);
      const outward = await browser.run("return deep(document, '.claim a').map((one) => [one.textContent, one.href, one.rel]);");
      assert.ok(outward.some(([text, href, rel]) => text === 'The League’s letter' && href === 'https://league.example/price' && rel === 'external noopener'));
    }, { meddle });
  });
}
