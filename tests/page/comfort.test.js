// Readers' own settings are honoured: less motion, forced colours.

import assert from 'node:assert/strict';
import { FORCED, ROW, STILL, TILE, eachBrowser, visit } from './harness/index.js';

eachBrowser('with less motion asked for, nothing moves', async (browser) => {
  await visit(browser, STILL);
  const long = await browser.run(`
    const seconds = (list) => Math.max(...list.split(',').map((one) => parseFloat(one) * (one.trim().endsWith('ms') ? 1 : 1000)));
    return deep(document.querySelector('dateline-widget').shadowRoot, '*')
      .filter((one) => { const style = getComputedStyle(one); return seconds(style.transitionDuration) > 1 || (style.animationName !== 'none' && seconds(style.animationDuration) > 1); })
      .map((one) => one.localName + '.' + (one.getAttribute('class') ?? ''));`);
  assert.deepEqual(long, []);
  await browser.click(ROW);
  await browser.one('.more');
  assert.equal(await browser.run("return document.querySelector('dateline-widget').shadowRoot.getAnimations().length;"), 0);
}, STILL);

eachBrowser('with forced colours, state and focus are still seen', async (browser) => {
  await visit(browser, { media: { 'forced-colors': 'active' } });
  assert.equal(await browser.run("return matchMedia('(forced-colors: active)').matches;"), true);
  await browser.click(TILE);
  await browser.until("return deep(document, arguments[0])[0].ariaExpanded === 'true';", TILE);
  await browser.picture('forced-colours');
  const [chosen, other] = await browser.run(`
    return [0, 1].map((at) => {
      const { backgroundColor, color, borderColor, borderWidth, outlineStyle, textDecorationLine, fontWeight } = getComputedStyle(deep(document, arguments[0])[at]);
      return [backgroundColor, color, borderColor, borderWidth, outlineStyle, textDecorationLine, fontWeight].join();
    });`, TILE);
  assert.notEqual(chosen, other, 'a chosen country differs from one that is not');
  await browser.run("deep(document, arguments[0])[0].focus({ focusVisible: true });", ROW);
  const ring = await browser.run("const style = getComputedStyle(focused()); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;");
  assert.ok(ring, 'the focus is seen');
}, FORCED);
