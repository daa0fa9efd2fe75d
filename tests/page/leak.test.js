// Widgets come and go, and leave nothing behind.

import assert from 'node:assert/strict';
import { SMALL, built, eachBrowser, hosting, page, until } from './harness/index.js';
import { collect } from './harness/garbage.js';

const chromium = { only: ['chromium'], because: 'only Chromium tells how many nodes and listeners there are, and how large the heap is' };
const collected = { only: ['chromium', 'firefox'], because: 'WebKit’s driver cannot have garbage collected' };

/** How often; another number by `DATELINE_CYCLES`. */
const CYCLES = Number(process.env.DATELINE_CYCLES ?? 500);

/** How large the program's memory is, in bytes. It never gets smaller. */
async function memory(browser) {
  await browser.run('window.bytes = 0; window.measure();');
  return browser.until('return window.bytes;');
}
/** Only a script of the page's own may import in every engine. */
const MEASURE = `window.measure = () => import('./${built('glue')}').then((glue) => (window.bytes = glue.initSync().memory.buffer.byteLength));`;

/** What is alive after all garbage is collected. */
async function alive(browser) {
  await collect(browser);
  const { metrics } = await browser.devtools('Performance.getMetrics');
  const metric = (name) => metrics.find((one) => one.name === name).value;
  return { nodes: metric('Nodes'), listeners: metric('JSEventListeners'), heap: metric('JSHeapUsedSize'), wasm: await memory(browser) };
}

/** By how much more is alive than before. */
const growth = (before, after) => Object.fromEntries(Object.keys(before).map((what) => [what, after[what] - before[what]]));

/** In the page: so many times, shows some elements at once, chooses something in each, moves them about and removes them. */
const CYCLE = `
  const [times, article, moves, together, done] = arguments;
  window.made ??= [];
  const once = (one, name) => new Promise((resolve) => one.addEventListener(name, resolve, { once: true }));
  const rest = () => new Promise((resolve) => setTimeout(resolve));
  const live = async () => {
    const one = document.createElement('dateline-widget');
    made.push(new WeakRef(one));
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
    return one;
  };
  (async () => {
    for (let time = 0; time < times; time += 1) {
      const all = await Promise.all(Array.from({ length: together }, live));
      for (const one of all) one.remove();
      await rest();
      await rest();
    }
    done();
  })();`;

/** Does that on a page that holds nothing else. */
async function living(browser, work) {
  await hosting({ 'none.html': page('<p>A host page</p>', { head: '<script src="measure.js"></script>' }), 'measure.js': MEASURE }, async (server) => {
    await browser.open(server.at('none.html'));
    await browser.until("return customElements.get('dateline-widget');");
    if (browser.name === 'chromium') await browser.devtools('Performance.enable');
    await browser.driver.manage().setTimeouts({ script: 110_000 });
    await work((cycles, { moves = 0, together = 1 } = {}) => browser.driver.executeAsyncScript(CYCLE, cycles, SMALL, moves, together));
  });
}

async function bounded(browser, cycles, moves) {
  await living(browser, async (live) => {
    // The first few warm caches up.
    await live(10, { moves: Math.min(moves, 10) });
    const before = await alive(browser);
    await live(cycles, { moves });
    const after = await alive(browser);
    const grown = growth(before, after);
    const told = `${cycles} cycles: ${JSON.stringify(before)}, then ${JSON.stringify(after)}`;
    assert.ok(grown.nodes <= 50, `nodes grew by ${grown.nodes}; ${told}`);
    assert.ok(grown.listeners <= 10, `listeners grew by ${grown.listeners}; ${told}`);
    assert.ok(grown.heap <= 400_000, `the heap grew by ${grown.heap} bytes; ${told}`);
    assert.ok(grown.wasm <= 65_536, `wasm memory grew by ${grown.wasm} bytes; ${told}`);
  });
}

eachBrowser('instances that come and go leave heap, nodes, listeners and wasm memory as they were', (browser) => bounded(browser, CYCLES, 0), chromium);

eachBrowser('an instance that is moved again and again does, too', (browser) => bounded(browser, 1, CYCLES), chromium);

eachBrowser('wasm memory levels off', async (browser) => {
  await living(browser, async (live) => {
    await live(10);
    const before = await memory(browser);
    await live(CYCLES / 5);
    const grown = (await memory(browser)) - before;
    assert.ok(grown <= 65_536, `wasm memory grew by ${grown} bytes`);
  });
});

eachBrowser('nobody holds an element that is gone', async (browser) => {
  await living(browser, async (live) => {
    await live(50, { moves: 1 });
    const left = () => browser.run('return made.filter((one) => one.deref()).length;');
    // The test's own variables hold the last one.
    await until('all but one to be gone', async () => {
      await collect(browser);
      return (await left()) <= 1;
    }).catch(async ({ message }) => assert.fail(`${message}; ${await left()} of 50 are still there`));
  });
}, collected);

// Yew gives back neither the root that it has mounted nor what listens at it, so that each
// serves one instance after another.
const TOGETHER = 20;

eachBrowser('what Yew keeps of a root is kept as often as there were instances at once, and no more', async (browser) => {
  await living(browser, async (live) => {
    await live(10);
    const one = await alive(browser);
    await live(1, { together: TOGETHER });
    const many = await alive(browser);
    await live(10, { together: TOGETHER });
    const again = await alive(browser);
    const kept = Object.entries(growth(one, many)).map(([what, count]) => [what, Math.round(count / (TOGETHER - 1))]);
    console.log(`Yew keeps of each root: ${kept.map(([what, count]) => `${count} ${what}`).join(', ')} (heap and wasm in bytes).`);
    const root = Object.fromEntries(kept);
    assert.ok(root.nodes <= 10, `${root.nodes} nodes a root`);
    assert.ok(root.listeners <= 10, `${root.listeners} listeners a root`);
    assert.ok(root.heap <= 30_000, `${root.heap} bytes of heap a root`);
    const grown = growth(many, again);
    assert.ok(grown.nodes <= 20 && grown.listeners <= 10 && grown.heap <= 400_000 && grown.wasm <= 65_536, `it grew by ${JSON.stringify(grown)}`);
  });
}, chromium);
