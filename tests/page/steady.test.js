// The page stays still while the widget arrives, wherever the reader is.

import assert from 'node:assert/strict';
import { eachBrowser, ready, rowOf, serve, tileOf, until, visit } from './harness/index.js';

/** Where the reader is when the widget arrives: scripts that go there. */
const PLACES = {
  'scrolling down to it': 'scrollBy({ top: 200, behavior: "instant" });',
  'at its beginning': 'scrollTo({ top: top - 80, behavior: "instant" });',
  'in the middle of its list': 'scrollTo({ top: (top + bottom) / 2, behavior: "instant" });',
  'past it, its end in view': 'scrollTo({ top: bottom - innerHeight / 2, behavior: "instant" });',
  'coming up to it from below': 'scrollTo({ top: (scrollY || 1e6) - 200, behavior: "instant" });',
};

for (const [where, go] of Object.entries(PLACES)) {
  eachBrowser(`nothing jumps for a reader ${where}`, async (browser) => {
    for (const width of [360, 1200]) {
      let send = () => {};
      const slow = new Promise((resolve) => (send = resolve));
      // The program takes its time, so that it arrives where the reader is by then.
      const site = await serve({ answer: async (path) => (path.endsWith('.wasm') ? void (await slow) : undefined) });
      try {
        await browser.open(site.home, { width, height: 740 });
        await browser.until("return customElements.get('dateline-widget') && document.readyState === 'complete';");
        // Whoever moves before the list is there: calm.test.js. What is closed takes no room.
        await browser.until("return [...document.querySelectorAll('dateline-widget .dateline *')].every((one) => one.checkVisibility({ contentVisibilityAuto: true }) || !one.checkVisibility());");
        const step = `
          const one = document.querySelector('dateline-widget');
          const box = one.getBoundingClientRect();
          const [top, bottom] = [box.top + scrollY, box.bottom + scrollY];
          ${go}
          return one.state;`;
        const near = () => browser.run("return document.querySelector('dateline-widget').state === 'loading';");
        await until('the reader to come near', async () => (await near()) || void (await browser.run(step)));
        // The first thing after the widget that is in view stays in view where it was.
        const after = "const next = document.querySelector('dateline-widget').nextElementSibling; const { top } = next?.getBoundingClientRect() ?? {}; return top > 0 && top < innerHeight ? top : null;";
        const before = await browser.steady(after);
        send();
        await browser.until("return document.querySelector('dateline-widget').state === 'ready';");
        await browser.steady('return probe.shift;');
        // Only Chromium reports shifts; what follows stays in all of them.
        const { shift, shifts } = await browser.probe();
        assert.ok(shift < 0.005, `layout shift ${shift} at ${width} px: ${shifts.join('; ')}`);
        if (before !== null) {
          const now = await browser.run("return document.querySelector('dateline-widget').nextElementSibling.getBoundingClientRect().top;");
          assert.ok(Math.abs(now - before) < 2, `what follows moved from ${before} to ${now} at ${width} px`);
        }
      } finally {
        await site.close();
      }
    }
  });
}

/** How far a control has moved once its press is answered, in px. */
async function moved(browser, selector) {
  // At rest: what is opened grows for a while.
  const top = () => browser.steady('return deep(document, arguments[0])[0].getBoundingClientRect().top;', selector);
  await browser.run("deep(document, arguments[0])[0].scrollIntoView({ block: 'center', behavior: 'instant' });", selector);
  const state = "return deep(document, arguments[0])[0].getAttribute('aria-pressed') ?? deep(document, arguments[0])[0].getAttribute('aria-expanded');";
  const [before, was] = [await top(), await browser.run(state, selector)];
  await browser.click(selector);
  await until('the press to be answered', async () => (await browser.run(state, selector)) !== was);
  return Math.abs((await top()) - before);
}

eachBrowser('what is pressed stays under the finger, though the list above it gets shorter', async (browser) => {
  await visit(browser, { width: 360, height: 780 });
  await ready(browser);
  const tile = await tileOf(browser, 'Iran');
  for (const what of ['opened', 'closed']) {
    const by = await moved(browser, tile);
    assert.ok(by < 2, `${what}, the tile moved by ${by} px`);
  }
  // A row under one that is open.
  assert.ok((await moved(browser, rowOf('coup'))) < 2);
  const by = await moved(browser, rowOf('amini'));
  assert.ok(by < 2, `the row moved by ${by} px`);
});
