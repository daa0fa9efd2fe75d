// The page fits: no width makes it scroll sideways, no text runs out of its
// box or over another.

import assert from 'node:assert/strict';
import { WIDTHS, cut, eachBrowser, largerText, overlapping, protruding, settled, stays, steady, visit } from './harness/index.js';

for (const width of WIDTHS) {
  eachBrowser(`${width} px: nothing scrolls sideways and no label lies over another`, async (browser) => {
    await visit(browser, { width, height: 800 });
    await browser.picture(`fits-${width}`);
    const [inner, full] = await browser.run('return [document.documentElement.clientWidth, document.documentElement.scrollWidth];');
    assert.ok(full <= inner, `the page is ${full} px wide in ${inner} px`);
    assert.deepEqual(await browser.run(protruding), []);
    assert.deepEqual(await browser.run(overlapping), []);
  });
}

eachBrowser('text at 200 % still fits a phone and loses nothing', async (browser) => {
  await visit(browser, { width: 360, height: 800 });
  // What a browser does that enlarges text only: every size doubles, boxes stay.
  await browser.run(`
    const sizes = deep(document, 'html, body *').map((one) => [one, parseFloat(getComputedStyle(one).fontSize)]);
    for (const [one, size] of sizes) one.style.setProperty('font-size', size * 2 + 'px', 'important');`);
  await settled(browser);
  await browser.picture('text-200');
  const [inner, full] = await browser.run('return [document.documentElement.clientWidth, document.documentElement.scrollWidth];');
  assert.ok(full <= inner, `the page is ${full} px wide in ${inner} px`);
  assert.deepEqual(await browser.run(protruding), []);
  assert.deepEqual(await browser.run(cut), []);
});

eachBrowser('a reader who has text twice as large finds an axis on which no words lie over others', async (browser) => {
  await largerText(browser, 2, async () => {
    await visit(browser, { width: 1200, height: 900 });
    const size = await browser.run("return parseFloat(getComputedStyle(deep(document, '.tick')[0]).fontSize);");
    assert.equal(size, 26);
    for (let closer = 0; closer < 4; closer += 1) {
      await browser.picture(`axis-200-${closer}`);
      assert.deepEqual(await browser.run(overlapping), []);
      await browser.run("deep(document, '[part~=\"zoom-in\"]')[0].click();");
      await settled(browser);
    }
  });
}, { only: ['firefox'], because: 'the other drivers cannot set the size of text' });

/** How wide the axis has it that the first title is. */
const room = (browser) => browser.run("return deep(document, '.mark-title')[0].getBoundingClientRect().width;");
const otherFont = (browser) => browser.run("document.querySelector('dateline-widget').style.setProperty('--dateline-text-font', 'monospace');");

eachBrowser('texts that are enlarged while the axis is open are given more room there', async (browser) => {
  await visit(browser, { width: 1200, height: 900 });
  const before = await room(browser);
  await largerText(browser, 2, async () => {
    await browser.until("return deep(document, '.mark-title')[0].getBoundingClientRect().width > arguments[0] * 1.2;", before);
    await settled(browser);
    assert.deepEqual(await browser.run(overlapping), []);
  });
  await browser.until("return deep(document, '.mark-title')[0].getBoundingClientRect().width === arguments[0];", before);
  await settled(browser);
  assert.deepEqual(await browser.run(overlapping), []);
}, { only: ['firefox'], because: 'the other drivers cannot set the size of text' });

eachBrowser('titles in another font are measured anew', async (browser) => {
  await visit(browser, { width: 1200, height: 900 });
  const before = await room(browser);
  await otherFont(browser);
  await browser.until("return deep(document, '.mark-title')[0].getBoundingClientRect().width !== arguments[0];", before);
  await settled(browser);
  assert.deepEqual(await browser.run(overlapping), []);
});

eachBrowser('a font that comes late is heard of even where all is as high as before', async (browser) => {
  await visit(browser, { width: 1200, height: 900 });
  await browser.run(`
    document.querySelector('dateline-widget').shadowRoot.firstChild.style.blockSize = '3000px';
    Object.assign(deep(document, '.axis-window')[0].style, { blockSize: '250px', padding: 0 });`);
  const before = await steady('the axis', () => room(browser));
  await otherFont(browser);
  await stays('nothing tells that the texts are of another width', async () => (await room(browser)) === before);
  await browser.run("document.fonts.dispatchEvent(new Event('loadingdone'));");
  await browser.until("return deep(document, '.mark-title')[0].getBoundingClientRect().width !== arguments[0];", before);
});
