// The page stays still while the widget arrives, wherever the reader is.

import assert from 'node:assert/strict';
import { eachBrowser, serve, until } from './harness/index.js';

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
