// Many long ranges that overlap: none lies over another, none is lost, and what is a
// cluster says how many and opens.

import assert from 'node:assert/strict';
import { FAR, KEY, SMALL, data, eachBrowser, hosting, page, reaches, settled, widget } from './harness/index.js';

const AT_ONCE = 8;

/** Sixty ranges of years, one every four months, and some that begin on one day. */
const ARTICLE = (() => {
  const month = (number) => String((number % 12) + 1).padStart(2, '0');
  const range = (at) => ({
    id: `range-${at}`,
    title: `Range ${at}`,
    date: `${2000 + Math.floor(at / 3)}-${month(at * 4)}/${at % 9 === 4 ? '..' : `${2021 + (at % 4)}-${month(at)}`}`,
    countries: [at % 2 ? 'PL' : 'DE'],
  });
  const events = Array.from({ length: 60 }, (_, at) => range(at));
  const same = (at) => ({ id: `same-${at}`, title: `Begun together ${at}`, date: '2012-03-01/2030', countries: ['PL'] });
  return { ...SMALL, events: [...events, ...Array.from({ length: AT_ONCE }, (_, at) => same(at))] };
})();

const COUNT = ARTICLE.events.length;
const settings = [
  { width: 1200, height: 900, lanes: 0 },
  { width: 1200, height: 900, lanes: 1 },
  { width: 360, height: 780, lanes: 0 },
  { width: 1200, height: 900, lanes: 0, way: 'rtl' },
];

async function showing(browser, { width, height, lanes = 0, way = 'ltr' }, work) {
  const body = `<div dir="${way}">${FAR}${widget('id="w" loading="eager"', data({ ...ARTICLE, language: way === 'rtl' ? 'ar' : 'en' }))}${FAR}</div>`;
  await hosting({ 'one.html': page(body) }, async (server) => {
    await browser.open(server.at('one.html'), { width, height });
    await reaches(browser, 'ready');
    if (width < 640) await act(browser, 'fold');
    if (lanes) await act(browser, `lanes ${lanes}`);
    await browser.one('[role="option"]');
    await browser.run("deep(document, '.axis-window')[0].scrollIntoView({ block: 'center', behavior: 'instant' });");
    await settled(browser);
    await work();
    const { errors, reports } = await browser.probe();
    assert.deepEqual([...errors, ...reports], []);
  });
}

async function act(browser, what) {
  await browser.until("return deep(document, `[data-act=\"${arguments[0]}\"]`).length > 0;", what);
  await browser.run("deep(document, `[data-act=\"${arguments[0]}\"]`)[0].click();", what);
  await settled(browser);
}

/** What is on the axis: bars and heads by what is drawn of them, and how many events in all. */
const marks = (browser) => browser.run(`
  // A platform may write Arabic in its own digits.
  const number = (text) => Number(text.replace(/[\u0660-\u0669]/g, (digit) => digit.charCodeAt(0) - 0x660));
  const axis = deep(document, '.axis-window')[0].getBoundingClientRect();
  return deep(document, '[role="option"]').map((one) => {
    const { left, right, top } = one.getBoundingClientRect();
    const bar = one.matches('.bar:not(.ends-cut)');
    const label = one.querySelector('.mark-title')?.getBoundingClientRect();
    return {
      bar, left, right, row: Math.round(top),
      seen: right > axis.left && left < axis.right,
      count: one.matches('.cluster') ? number(one.textContent) : 1,
      cut: one.matches('.ends-cut'),
      title: label && { left: label.left, right: label.right },
      act: one.dataset.act,
    };
  });`);

function apart(spans, what) {
  for (const number of new Set(spans.map(({ row }) => row))) {
    const row = spans.filter((one) => one.row === number).sort((one, two) => one.left - two.left);
    row.slice(1).forEach((next, at) => assert.ok(row[at].right <= next.left + 1, `${what}: ${JSON.stringify([row[at], next])}`));
  }
}

for (const setting of settings) {
  const { width, lanes, way = '' } = setting;
  eachBrowser(`ranges that overlap are counted or drawn, and no two bars are over one another, ${lanes ? 'by country' : 'in one lane'} at ${width} px ${way}`, (browser) => showing(browser, setting, async () => {
    let [bars, cut] = [0, 0];
    for (let closer = 0; closer < 5; closer += 1) {
      const all = await marks(browser);
      // Everything is in the window at first.
      if (closer === 0) {
        assert.equal(all.reduce((sum, { count }) => sum + count, 0), COUNT, 'every event is counted once');
        assert.ok(all.some(({ count }) => count > 1), 'there is a cluster with its count');
      }
      apart(all.filter(({ bar }) => bar), 'bars');
      apart(all.filter(({ bar }) => !bar), 'discs, clusters and what is cut');
      apart(all.filter(({ title }) => title).map(({ row, title }) => ({ row, ...title })), 'titles');
      bars += all.filter(({ bar, seen }) => bar && seen).length;
      cut += all.filter((one) => one.cut).length;
      await browser.run("deep(document, '[part~=\"zoom-in\"]')[0].click();");
      await settled(browser);
    }
    assert.ok(bars > 0, 'some have their length');
    assert.ok(cut > 0, 'some are cut for want of a row');
  }));
}

/** The cluster that holds what began together: its name, its count and what it spans. */
const together = (browser, selector = '[part~="cluster"]') => browser.run(`
  const at = Date.UTC(2012, 2, 1) / 1000;
  const holds = (one) => { const [, , from, to] = one.dataset.act.split(' ').map(Number); return from <= at && at <= to; };
  const found = deep(document, arguments[0]).find(holds);
  return found ? { id: found.id, count: Number(found.textContent), act: found.dataset.act } : null;`, selector);

/** Opens it until its events are listed: \`press\` tells which cluster it has pressed. */
async function opens(browser, press) {
  let last;
  for (;;) {
    const pressed = await press();
    await settled(browser);
    const list = await browser.texts('.axis-opened li');
    if (list.length) {
      assert.equal(list.length, pressed.count, 'the list has as many as the cluster says');
      assert.equal(list.filter((text) => text.includes('Begun together')).length, AT_ONCE);
      return;
    }
    assert.notEqual(pressed.act, last, 'it came closer');
    last = pressed.act;
  }
}

eachBrowser('a cluster of ranges that begin on one day comes closer and then lists them, by pointer', (browser) => showing(browser, settings[0], () => opens(browser, async () => {
  const cluster = await together(browser);
  await browser.pointer('mouse', await browser.one(`[id="${cluster.id}"]`));
  return cluster;
})));

eachBrowser('and by key', (browser) => showing(browser, settings[0], () => opens(browser, async () => {
  await browser.run("deep(document, '[role=\"listbox\"]')[0].focus();");
  for (let steps = 0; steps <= COUNT; steps += 1) {
    const active = await browser.run("return focused().getAttribute('aria-activedescendant');");
    const cluster = await together(browser, `[id="${active}"][part~="cluster"]`);
    if (cluster) {
      await browser.press(KEY.enter);
      return cluster;
    }
    await browser.press(KEY.right);
    await settled(browser);
  }
  return assert.fail('the arrow keys do not come to the cluster');
})));
