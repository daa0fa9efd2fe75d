// Everything by keyboard alone: reached in order, seen where one is, operated.

import assert from 'node:assert/strict';
import { KEY, ROW, TILE, eachBrowser, openSearch, settled, until, visit } from './harness/index.js';

/** Whatever in the widget is meant to be reached by Tab. */
const STOPS = 'a[href], button:not([disabled]), input, select, textarea, summary, [tabindex="0"]';

/** Opens the search, an event and a country: what stands behind a press. */
async function opened(browser) {
  await openSearch(browser);
  for (const one of [ROW, TILE]) {
    await browser.run('deep(document, arguments[0])[0].click();', one);
    await browser.until("return deep(document, arguments[0])[0].getAttribute('aria-expanded') === 'true';", one);
  }
  await settled(browser);
}

for (const [width, what, prepared] of [[320, 'at rest', settled], [1200, 'at rest', settled], [320, 'opened', opened], [1200, 'opened', opened]]) {
  eachBrowser(`${width} px, ${what}: Tab reaches every control, and the focus is seen on each`, async (browser) => {
    await visit(browser, { width, height: 800 });
    await prepared(browser);
    const total = await browser.run(`
      const root = document.querySelector('dateline-widget').shadowRoot;
      const stops = deep(root, arguments[0]).filter((one) =>
        one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }));
      stops.forEach((one, at) => {
        one.dataset.stop = at;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
        one.dataset.rest = [outlineStyle, outlineWidth, boxShadow].join();
      });
      const before = document.createElement('button');
      before.textContent = 'Before';
      document.querySelector('dateline-widget').before(before);
      before.focus();
      return stops.length;`, STOPS);
    assert.ok(total > 10, `only ${total} controls`);
    const visited = new Set();
    for (let presses = 0; presses < total + 5 && visited.size < total; presses += 1) {
      await browser.press(KEY.tab);
      // Engines scroll to what has the focus in their own time.
      let seen;
      await until('the focus to be seen', async () => {
        seen = await browser.run(`
        const at = focused();
        if (!at?.dataset?.stop) return null;
        const style = getComputedStyle(at);
        const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        const shadow = style.boxShadow !== 'none' && at.dataset.rest !== [style.outlineStyle, style.outlineWidth, style.boxShadow].join();
        const box = at.getBoundingClientRect();
        const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
        return { stop: Number(at.dataset.stop), name: at.textContent.trim() || at.localName, seen: (ring || shadow) && inside, ring, shadow, box: JSON.stringify(box) };`);
        return !seen || seen.seen;
      }, 2000).catch(() => {});
      if (seen) {
        assert.ok(seen.seen, `the focus is not seen on “${seen.name}”: ring ${seen.ring}, shadow ${seen.shadow}, ${seen.box}`);
        assert.ok(!visited.has(seen.stop), `Tab came back to “${seen.name}”`);
        visited.add(seen.stop);
      }
    }
    assert.equal(visited.size, total, 'controls that Tab reached');
    await browser.press(KEY.tab);
    const outside = await browser.run("return !document.activeElement?.closest('dateline-widget');");
    assert.ok(outside, 'Tab leads out of the widget again');
  });
}

eachBrowser('controls answer to Enter and to the space bar', async (browser) => {
  await visit(browser);
  await browser.run('deep(document, arguments[0])[0].focus();', ROW);
  await browser.press(KEY.enter);
  await browser.until("return focused().getAttribute('aria-expanded') === 'true';");
  await browser.press(KEY.space);
  await browser.until("return focused().getAttribute('aria-expanded') === 'false';");
  await browser.run('deep(document, arguments[0])[1].focus();', TILE);
  await browser.press(KEY.space);
  await browser.until("return focused().getAttribute('aria-expanded') === 'true';");
  await browser.press(KEY.enter);
  await browser.until("return focused().getAttribute('aria-expanded') === 'false';");
});

eachBrowser('keys outside the widget are the host page’s own', async (browser) => {
  await visit(browser);
  await browser.run(`
    window.heard = [];
    document.activeElement?.blur();
    document.addEventListener('keydown', (event) => heard.push([event.key, event.defaultPrevented]));`);
  await browser.press('+', '-', '0', KEY.left, KEY.right);
  const heard = await browser.run('return window.heard;');
  assert.deepEqual(heard.map(([, prevented]) => prevented), [false, false, false, false, false]);
});
