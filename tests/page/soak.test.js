// Whatever readers, extensions, translators and the page itself do, in any order, for long:
// three widgets on a page live, show what they are given, and leave nothing behind.

import assert from 'node:assert/strict';
import { SMALL, built, data, eachBrowser, hosting, page, until, widget } from './harness/index.js';
import { collect } from './harness/garbage.js';

/** How many acts; another number by `DATELINE_SOAK`. */
const ACTS = Number(process.env.DATELINE_SOAK ?? 300);
/** What chance begins with; another number by `DATELINE_SEED`. */
const SEED = Number(process.env.DATELINE_SEED ?? 20230321);

const MANY = {
  ...SMALL,
  headline: 'A long year',
  events: Array.from({ length: 130 }, (_, at) => ({
    id: `day-${at}`, title: `Of the hundred and thirty things that happened, number ${at}`, date: `2021-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`, countries: [['PL', 'DE', 'UA'][at % 3]],
  })),
};
const FEW = { ...SMALL, headline: 'A short one', events: SMALL.events.slice(0, 1) };
const ARTICLES = [SMALL, MANY, FEW];

/** In the page: acts by chance, each given time to be answered. */
const SOAK = String.raw`
  window.soak = (() => {
    let state = 1;
    // Park and Miller's.
    const chance = (below) => (state = (state * 48271) % 2147483647) % below;
    const one = (list) => list[chance(list.length)];
    const widgets = () => [...document.querySelectorAll('dateline-widget')];
    const inside = (selector) => [...(one(widgets()).shadowRoot?.querySelectorAll(selector) ?? [])];
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const acts = {
      press: () => one(inside('button, summary, input[type=radio], input[type=checkbox], a[href^="#"], [role=option]'))?.click(),
      search() {
        const field = one(inside('input[type=search]'));
        if (!field) return one(inside('[part~=search-open]'))?.click();
        field.value = one(['', 'bridge', 'number 1', 'zzz', 'Ärger (', 'e']);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      speaker() {
        const choice = one(inside('select'));
        if (!choice?.options.length) return;
        choice.selectedIndex = chance(choice.options.length);
        choice.dispatchEvent(new Event('change', { bubbles: true }));
      },
      key() {
        const key = one(['ArrowRight', 'ArrowLeft', 'Home', 'End', 'Enter', 'Escape', '+', '-', '0', 'PageUp']);
        one(inside('[role=listbox], [role=slider], input, button'))?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
      },
      wheel() {
        one(inside('.axis-window'))?.dispatchEvent(new WheelEvent('wheel', { deltaX: chance(400) - 200, deltaY: chance(200) - 100, ctrlKey: chance(2) > 0, bubbles: true, composed: true, cancelable: true }));
      },
      select: () => one(widgets()).select(one(['opening', 'works', 'day-7', 'day-129', 'no such event', null])),
      article: () => void (one(widgets()).article = one(host.articles)),
      width: () => void (one(widgets()).parentElement.style.width = one(['320px', '360px', '640px', '900px', '1100px', '0'])),
      move: () => one(widgets()).parentElement.append(one(widgets())),
      // As page translators do it.
      translate() {
        const root = one(widgets()).shadowRoot;
        if (!root) return;
        const place = one([root, ...root.querySelectorAll('li, section, header, [part~=axis]')]);
        const texts = [];
        for (let walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT), text = walk.nextNode(); text; text = walk.nextNode()) {
          if (text.data.trim() && !text.parentElement?.closest('style, font, option')) texts.push(text);
        }
        for (const text of texts) {
          const [outer, inner] = [document.createElement('font'), document.createElement('font')];
          inner.textContent = text.data.toUpperCase();
          outer.append(inner);
          text.replaceWith(outer);
        }
      },
      // As extensions do it.
      remove: () => one(inside('[part~=event], [part~=country], .card, .more, [part~=mark], .tick, p, h4'))?.remove(),
      wrap() {
        const part = one(inside('[part~=event], [part~=country], .card, h4'));
        if (!part?.parentNode) return;
        const around = document.createElement('div');
        part.replaceWith(around);
        around.append(part);
      },
    };
    const names = Object.keys(acts);
    return async (count, seed) => {
      if (seed) state = seed;
      for (let number = 0; number < count; number += 1) {
        const name = one(names);
        host.acts.push(name);
        acts[name]();
        await frame();
      }
    };
  })();
  window.bytes = () => import('./${built('glue')}').then((glue) => (window.size = glue.initSync().memory.buffer.byteLength));
  window.host.acts = [];`;

const problems = (browser) => browser.run("return host.told.filter(({ name, detail }) => name === 'problem' && detail.problems.some(({ severity }) => severity === 'error')).flatMap(({ detail }) => detail.problems.map(({ message }) => message));");

/** All three show an article that is given to them now, and answer. */
async function live(browser, number) {
  const article = { ...SMALL, headline: `In the end, ${number}` };
  await browser.run(`
    for (const one of document.querySelectorAll('dateline-widget')) {
      one.parentElement.style.width = '640px';
      one.article = arguments[0];
    }`, article);
  const said = () => browser.run(`
    return [...document.querySelectorAll('dateline-widget')].map((one) => [one.state, one.shadowRoot?.querySelector('.headline')?.textContent.trim()].join(': '));`);
  await until('three widgets to show what they are given', async () => (await said()).every((one) => one === `ready: ${article.headline}`))
    .catch(async ({ message }) => assert.fail(`${message}; they say ${(await said()).join('; ')} after ${(await browser.run('return host.acts.slice(-12);')).join(', ')}`));
  // What is searched for or chosen may hide the event.
  await browser.until("const set = deep(document, '.token'); set[0]?.click(); return !set.length;");
  await browser.run("for (const one of document.querySelectorAll('dateline-widget')) one.select('works');");
  const chosen = () => browser.run("return deep(document, '[part~=\"event\"][data-selected] .title').map((one) => one.textContent);");
  await until('three widgets to show the event that is chosen', async () => (await chosen()).join() === 'Works begin,Works begin,Works begin')
    .catch(async ({ message }) => assert.fail(`${message}; they show ${JSON.stringify(await chosen())}`));
}

/** What is alive after all garbage is collected; only Chromium tells. */
async function alive(browser) {
  await collect(browser);
  const { metrics } = await browser.devtools('Performance.getMetrics');
  const metric = (name) => metrics.find((one) => one.name === name).value;
  await browser.run('window.size = 0; window.bytes();');
  const page = await browser.run(`
    const count = (root) => [...root.querySelectorAll('*')].reduce((sum, one) => sum + one.childNodes.length + (one.shadowRoot ? count(one.shadowRoot) : 0), root.childNodes.length);
    return count(document);`);
  return { page, nodes: metric('Nodes'), listeners: metric('JSEventListeners'), heap: metric('JSHeapUsedSize'), wasm: await browser.until('return window.size;') };
}

eachBrowser('random acts, articles, widths, moves, translations and removals: three widgets live, and nothing is left', async (browser) => {
  const one = (name) => `<div>${widget(`name="${name}" loading="eager"`, data(SMALL))}</div>`;
  const html = page(['a', 'b', 'c'].map(one).join('\n'), { head: '<script src="soak.js"></script>' });
  await hosting({ 'one.html': html, 'soak.js': SOAK }, async (server) => {
    await browser.open(server.at('one.html'), { width: 1200, height: 900 });
    await browser.until("return [...document.querySelectorAll('dateline-widget')].every((one) => one.state === 'ready');");
    await browser.run('host.articles = arguments[0];', ARTICLES);
    await browser.driver.manage().setTimeouts({ script: 110_000 });
    const acts = (count, seed) => browser.driver.executeAsyncScript('const done = arguments[2]; soak(arguments[0], arguments[1]).then(() => done(), (trouble) => done(String(trouble)));', count, seed);
    const measures = browser.name === 'chromium';
    if (measures) await browser.devtools('Performance.enable');
    const counts = [];
    // The first third warms caches up.
    for (const part of [1, 2, 3]) {
      assert.equal(await acts(Math.ceil(ACTS / 3), part === 1 ? SEED : 0), null);
      await live(browser, part);
      if (measures) counts.push(await alive(browser));
    }
    assert.deepEqual([...(await problems(browser)), ...(await browser.probe()).errors], []);
    const [, before, after] = counts;
    if (!after) return;
    const grown = Object.fromEntries(Object.keys(before).map((what) => [what, after[what] - before[what]]));
    const told = `${JSON.stringify(before)}, then ${JSON.stringify(after)}`;
    console.log(`After ${ACTS} acts: ${told}.`);
    assert.ok(grown.nodes <= 600, `nodes grew by ${grown.nodes}; ${told}`);
    assert.ok(grown.listeners <= 40, `listeners grew by ${grown.listeners}; ${told}`);
    assert.ok(grown.heap <= 1_000_000, `the heap grew by ${grown.heap} bytes; ${told}`);
    assert.ok(grown.wasm <= 1_000_000, `wasm memory grew by ${grown.wasm} bytes; ${told}`);
  });
});
