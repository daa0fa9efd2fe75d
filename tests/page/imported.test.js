// What a newsroom has, a file of each format: imported, built, served from the folder and
// opened on a phone and on a desk.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { eachBrowser, imported, newsroom, openAll, overlapping, protruding, ready } from './harness/index.js';

const FILES = readdirSync(new URL('../import/newsroom/', import.meta.url)).sort();

// What a file becomes is the same everywhere, and any article is shown in every engine by
// other tests: each of these is opened in one of them, in turn.
const ENGINES = ['chromium', 'firefox', 'webkit'];

for (const [at, file] of FILES.entries()) {
  const only = [ENGINES[at % ENGINES.length]];
  eachBrowser(`${file}: imported, built and opened, with all of its events`, async (browser) => {
    const { article, folder } = imported(file);
    const titles = article.events.map((event) => event.title);
    assert.ok(titles.length > 3, `${titles}`);
    const news = await newsroom({ folder });
    try {
      for (const width of [360, 1200]) {
        await browser.open(`${news.home}frame.html`, { width, height: 900 });
        const plain = await browser.run("return document.querySelector('dateline-widget').textContent;");
        for (const title of titles) assert.ok(plain.includes(title), `the plain list lacks “${title}”`);
        await ready(browser);
        await browser.picture(`imported-${file}-${width}`);
        assert.deepEqual(await browser.texts('[part~="headline"]'), [article.headline]);
        const [inner, full] = await browser.run('return [document.documentElement.clientWidth, document.documentElement.scrollWidth];');
        assert.ok(full <= inner, `the page is ${full} px wide in ${inner} px`);
        assert.deepEqual(await browser.run(protruding), []);
        assert.deepEqual(await browser.run(overlapping), []);
        await openAll(browser);
        const listed = await browser.texts('[part~="event-title"]');
        assert.deepEqual(listed.sort(), [...titles].sort());
      }
    } finally {
      await news.close();
    }
  }, { only, because: `${only[0]} opens this one` });
}
