// From a fact to its sentence in the host's article, and back.

import assert from 'node:assert/strict';
import { KEY, bare, control, eachBrowser, hosting, isShown, marked, quoteOf, reaches, SENTENCES, serialised, settled, storyPage } from './harness/index.js';

/** Whether the control of a fact has the focus and is in view. */
const isBack = (browser, selector) => browser.until(`
  const one = deep(document, arguments[0])[0];
  const { top, bottom } = one.getBoundingClientRect();
  return focused() === one && top >= 0 && bottom <= innerHeight && !deep(document, '.passage').length;`, selector);
const noise = async (browser) => {
  const { errors, reports } = await browser.probe();
  return [...errors, ...reports];
};

/** How each kind of reader presses what a selector names. */
const READERS = {
  mouse: (browser, selector) => browser.click(selector),
  touch: (browser, selector) => browser.tap(selector),
  async keyboard(browser, selector) {
    await browser.run('deep(document, arguments[0])[0].focus({ focusVisible: true });', selector);
    await browser.press(KEY.enter);
  },
};

for (const [reader, press] of Object.entries(READERS)) {
  eachBrowser(`by ${reader}: from each fact to its sentence, and back`, async (browser) => {
    await hosting({ 'story.html': storyPage() }, async (server) => {
      await browser.open(server.at('story.html'), { width: reader === 'touch' ? 400 : 1200, height: 800 });
      await browser.run("document.getElementById('w').scrollIntoView();");
      await reaches(browser, 'ready');
      assert.ok(!server.requests.some((path) => path.includes('/passages/')), 'nothing is fetched before somebody asks');
      for (const [fact, words] of Object.entries(SENTENCES)) {
        const selector = await control(browser, fact);
        assert.deepEqual(await browser.texts(selector), ['Show in the article']);
        const before = await serialised(browser);
        await press(browser, selector);
        await isShown(browser);
        await settled(browser);
        await browser.until("return [...CSS.highlights.get('dateline-shown')].length > 0;");
        // A page that moves smoothly takes its time.
        await browser.until(`
          const { top, bottom } = focused().getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;`);
        const { words: found, top, bottom, height } = await marked(browser);
        assert.equal(bare(found), bare(words), fact);
        assert.ok(top >= 0 && bottom <= height, `${fact} is in view: ${top} to ${bottom} of ${height}`);
        assert.equal(await browser.run('return focused().textContent;'), `In the article: “${quoteOf(fact)}”`);
        assert.equal(await serialised(browser), before, 'the host’s nodes are as they were');
        if (reader === 'keyboard') await browser.press(KEY.escape);
        else await press(browser, '.passage .back');
        await isBack(browser, selector);
        assert.equal(await browser.run("return CSS.highlights.has('dateline-shown');"), false);
        assert.equal(await serialised(browser), before);
      }
      assert.deepEqual(await noise(browser), []);
    });
  });
}
