// Many long ranges that overlap: none lies over another, none is lost, and what is a
// cluster says how many and opens.

import assert from 'node:assert/strict';
import { FAR, KEY, SMALL, atRest, data, eachBrowser, hosting, page, reaches, settled, widget } from './harness/index.js';

/** More than the axis has rows, so that they never stand apart. */
const AT_ONCE = 24;

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
    if (lanes) await byCountry(browser);
    await browser.one('[role="option"]');
    await browser.run("deep(document, '.axis-window')[0].scrollIntoView({ block: 'center', behavior: 'instant' });");
    await settled(browser);
    await work();
    const { errors, reports } = await browser.probe();
    assert.deepEqual([...errors, ...reports], []);
  });
}

/** Chooses lanes by country in the axis's menu, where the first choice is one lane. */
async function byCountry(browser) {
  await browser.run("deep(document, '.axis-menu [type=radio]')[1].click();");
  await browser.until("return deep(document, '.axis-lane').length > 1;");
  await settled(browser);
}

/** What is on the axis: bars and heads by what is drawn of them, and how many events in all. */
const marks = (browser) => browser.run(`
  // A platform may write Arabic in its own digits.
  const number = (text) => Number(text.replace(/[\u0660-\u0669]/g, (digit) => digit.charCodeAt(0) - 0x660));
  const axis = deep(document, '.axis-window')[0].getBoundingClientRect();
  const box = (one) => { const { left, right, top, bottom } = one.getBoundingClientRect(); return { left, right, top, bottom }; };
  return deep(document, '[role="option"]').map((one) => {
    // What is drawn of it; the element itself is where a finger may hit it.
    const head = box(one.querySelector('.mark-dot'));
    const title = one.querySelector('.mark-title');
    return {
      bar: one.matches('.bar:not(.ends-cut)'),
      seen: head.right > axis.left && head.left < axis.right,
      count: one.matches('[part~=cluster]') ? number(one.querySelector('.mark-dot').textContent) : 1,
      cut: one.matches('.ends-cut'),
      head,
      title: title && box(title),
    };
  });`);

/** No two of these boxes are over one another by more than a pixel. */
function apart(boxes, what) {
  const over = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
  boxes.forEach((one, at) => boxes.slice(at + 1).forEach((other) => assert.ok(!over(one, other), `${what}: ${JSON.stringify([one, other])}`)));
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
      apart([...all.map(({ head }) => head), ...all.flatMap(({ title }) => title ?? [])], 'bars, discs, clusters, what is cut, and titles');
      bars += all.filter(({ bar, seen }) => bar && seen).length;
      cut += all.filter((one) => one.cut).length;
      await browser.run("deep(document, '[part~=\"zoom-in\"]')[0].click();");
      await atRest(browser);
    }
    assert.ok(bars > 0, 'some have their length');
    assert.ok(cut > 0, 'some are cut for want of a row');
  }));
}

/** The cluster that holds the chosen event: its name, its count and what time is shown around it. */
const chosen = (browser) => browser.run(`
  const [one] = deep(document, '[part~="cluster"][aria-selected="true"]');
  return one ? { id: one.id, count: Number(one.querySelector('.mark-dot').textContent) } : null;`);

/** The time in the window, as the overview says it. */
const WINDOW = "deep(document, '.axis-overview [role=slider]')[0].getAttribute('aria-valuetext')";

/** Opens it until its events are listed: `press` tells which cluster it has pressed. */
async function opens(browser, press) {
  for (;;) {
    const last = await browser.run(`return ${WINDOW};`);
    const pressed = await press();
    await browser.until(`return deep(document, '.cluster-list').length > 0 || ${WINDOW} !== arguments[0];`, last);
    await settled(browser);
    const list = await browser.texts('.cluster-list li');
    if (list.length) {
      assert.equal(list.length, pressed.count, 'the list has as many as the cluster says');
      assert.equal(list.filter((text) => text.includes('Begun together')).length, AT_ONCE);
      return;
    }
  }
}

eachBrowser('a cluster of ranges that begin on one day comes closer and then lists them, by pointer', (browser) => showing(browser, settings[0], async () => {
  assert.ok(await browser.run("return document.getElementById('w').select('same-3');"));
  await settled(browser);
  await opens(browser, async () => {
    const cluster = await chosen(browser);
    await browser.pointer('mouse', await browser.one(`[id="${cluster.id}"] .mark-dot`));
    return cluster;
  });
}));

eachBrowser('and by key', (browser) => showing(browser, settings[0], () => opens(browser, async () => {
  await browser.run("deep(document, '[role=\"listbox\"]')[0].focus();");
  for (let steps = 0; steps <= COUNT; steps += 1) {
    const [active, event] = await browser.run("return [focused().getAttribute('aria-activedescendant'), deep(document, '[part~=event][data-selected]')[0]?.id ?? ''];");
    const cluster = await chosen(browser);
    if (event.startsWith('w.event=same-') && cluster) {
      assert.equal(active, cluster.id);
      await browser.press(KEY.enter);
      return cluster;
    }
    await browser.press(KEY.right);
    await settled(browser);
  }
  return assert.fail('the arrow keys do not come to the cluster');
})));
