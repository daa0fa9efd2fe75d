// Widgets come and go, and leave nothing behind.

import assert from 'node:assert/strict';
import { SMALL, built, eachBrowser, hosting, page } from './harness/index.js';

const chromium = { only: ['chromium'], because: 'only Chromium lets a test collect garbage and count what is left' };

/** How often; `DATELINE_CYCLES=500` for the long run. */
const CYCLES = Number(process.env.DATELINE_CYCLES ?? 100);

/** What is alive after all garbage is collected. */
async function alive(browser) {
  for (let time = 0; time < 3; time += 1) {
    await browser.devtools('HeapProfiler.collectGarbage');
  }
  const { metrics } = await browser.devtools('Performance.getMetrics');
  const metric = (name) => metrics.find((one) => one.name === name).value;
  const wasm = await browser.driver.executeAsyncScript(`
    const done = arguments[1];
    import(arguments[0]).then((glue) => glue.initSync()).then(({ memory }) => done(memory.buffer.byteLength));`, `./${built('glue')}`);
  return { nodes: metric('Nodes'), listeners: metric('JSEventListeners'), heap: metric('JSHeapUsedSize'), wasm };
}

/** In the page: so many times, shows an element, chooses something, and removes or moves it. */
const CYCLE = `
  const [times, article, moves, done] = arguments;
  const once = (one, name) => new Promise((resolve) => one.addEventListener(name, resolve, { once: true }));
  const rest = () => new Promise((resolve) => setTimeout(resolve));
  (async () => {
    for (let time = 0; time < times; time += 1) {
      const one = document.createElement('dateline-widget');
      one.setAttribute('loading', 'eager');
      one.article = article;
      const ready = once(one, 'dateline-ready');
      document.body.append(one);
      await ready;
      const chosen = once(one, 'dateline-select');
      one.select('works');
      await chosen;
      for (let move = 0; move < moves; move += 1) {
        document.body.prepend(one);
        await rest();
      }
      one.remove();
      await rest();
      await rest();
    }
    done();
  })();`;

async function bounded(browser, cycles, moves) {
  await hosting({ 'none.html': page('<p>A host page</p>') }, async (server) => {
    await browser.open(server.at('none.html'));
    await browser.until("return customElements.get('dateline-widget');");
    await browser.devtools('Performance.enable');
    await browser.driver.manage().setTimeouts({ script: 110_000 });
    // The first few warm caches up.
    await browser.driver.executeAsyncScript(CYCLE, 10, SMALL, moves);
    const before = await alive(browser);
    await browser.driver.executeAsyncScript(CYCLE, cycles, SMALL, moves);
    const after = await alive(browser);
    const grown = Object.fromEntries(Object.keys(before).map((what) => [what, after[what] - before[what]]));
    const told = `${cycles} cycles: ${JSON.stringify(before)}, then ${JSON.stringify(after)}`;
    assert.ok(grown.nodes <= 50, `nodes grew by ${grown.nodes}; ${told}`);
    assert.ok(grown.listeners <= 10, `listeners grew by ${grown.listeners}; ${told}`);
    assert.ok(grown.heap <= 400_000, `the heap grew by ${grown.heap} bytes; ${told}`);
    assert.ok(grown.wasm <= 65_536, `wasm memory grew by ${grown.wasm} bytes; ${told}`);
  });
}

eachBrowser('instances that come and go leave heap, nodes, listeners and wasm memory as they were', (browser) => bounded(browser, CYCLES, 0), chromium);

eachBrowser('an instance that is moved again and again does, too', (browser) => bounded(browser, 1, CYCLES), chromium);
