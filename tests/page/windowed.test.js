// More events than are listed at once: parts of the list, the years to jump to, and how axis
// and list follow one another while the page around stays where it is.

import assert from 'node:assert/strict';
import { FAR, PAPER, SMALL, data, eachBrowser, hosting, onPaper, page, reaches, settled, widget } from './harness/index.js';

const COUNT = 300;
const PARTS = 50;
const two = (number) => String(number).padStart(2, '0');
/** Ten events a year, from 1990 on. */
const ARTICLE = {
  ...SMALL,
  events: Array.from({ length: COUNT }, (_, at) => ({
    id: `event-${at}`,
    title: `Number ${at}`,
    date: `${1990 + Math.floor(at / 10)}-${two((at % 10) + 1)}-${two((at % 27) + 1)}`,
    countries: [at % 3 ? 'PL' : 'DE'],
  })),
};

async function showing(browser, work, { width = 1200, inside = widget('id="w" loading="eager"', data(ARTICLE)) } = {}) {
  await hosting({ 'one.html': page(`${FAR}${inside}${FAR}`) }, async (server) => {
    await browser.open(server.at('one.html'), { width, height: 900 });
    await reaches(browser, 'ready');
    await browser.run("document.getElementById('w').scrollIntoView({ behavior: 'instant' });");
    await settled(browser);
    await work();
    const { errors, reports } = await browser.probe();
    assert.deepEqual([...errors, ...reports], []);
  });
}

/** Where the listed events stand among all, and of how many. */
const listed = (browser) => browser.run(`
  return deep(document, '[part~="event"]').map((one) => [one.querySelector('[part~="event-title"]').innerText.trim(), +one.ariaPosInSet || +one.getAttribute('aria-posinset'), +one.getAttribute('aria-setsize')]);`);
const part = (from) => Array.from({ length: Math.min(PARTS, COUNT - from) }, (_, at) => [`Number ${from + at}`, from + at + 1, COUNT]);
const press = async (browser, selector) => {
  await browser.run('deep(document, arguments[0])[0].click();', selector);
  await settled(browser);
};
/** The title of the event that has the focus, and whether all of it is in view. */
const here = (browser) => browser.run(`
  const { top, bottom } = focused().getBoundingClientRect();
  return [focused().querySelector('[part~="event-title"]')?.innerText.trim(), top >= 0 && bottom <= innerHeight];`);
const scrolled = (browser) => browser.run('return scrollY;');

eachBrowser('a long list comes in parts, each event with its place among all; years are jumped to', (browser) => showing(browser, async () => {
  // At rest there are a few, and it is said of how many.
  assert.deepEqual(await listed(browser), part(0).slice(0, 6));
  assert.equal((await browser.all('.pager')).length, 0);
  await browser.click('#w-open-events');
  await browser.until("return deep(document, '.pager').length === 2;");
  assert.deepEqual(await listed(browser), part(0));
  assert.equal(await browser.run("return deep(document, '.pager button')[0].disabled;"), true, 'there is nothing before the first');
  await press(browser, '.pager button:last-child');
  assert.deepEqual(await listed(browser), part(PARTS));
  // Reading goes on at the first of them.
  assert.deepEqual(await here(browser), [`Number ${PARTS}`, true]);
  // The year is said by the choice, before and after it is made.
  const year = () => browser.run("return deep(document, '.pager select')[0].selectedOptions[0].textContent;");
  assert.equal(await year(), '1995', 'the choice says the first year that is listed');
  const years = await browser.texts('.pager select option');
  assert.deepEqual([years.length, years[0], years.at(-1)], [30, '1990', '2019']);
  await browser.run(`
    const [field] = deep(document, '.pager select');
    field.value = [...field.options].find((one) => one.textContent === '2012').value;
    field.dispatchEvent(new Event('change', { bubbles: true }));`);
  await settled(browser);
  assert.deepEqual(await listed(browser), part(220));
  assert.equal(await year(), '2012');
  const inView = await browser.run("const { top, bottom } = deep(document, '[id=\"w.event=event-220\"]')[0].getBoundingClientRect(); return top >= 0 && bottom <= innerHeight;");
  assert.ok(inView, 'the year has come into view');
  // At the foot the way back leads to the head of the list.
  await browser.run("deep(document, '.pager')[1].scrollIntoView({ block: 'center', behavior: 'instant' });");
  await browser.run("deep(document, '.pager')[1].querySelector('button').click();");
  await settled(browser);
  assert.deepEqual(await listed(browser), part(170));
  assert.deepEqual(await here(browser), ['Number 170', true]);
  // And closed again it is a few.
  await browser.click('#w-open-events');
  await browser.until("return deep(document, '[part~=\"event\"]').length === 6;");
}));

eachBrowser('axis and list follow one another, and the page stays where it is', (browser) => showing(browser, async () => {
  const chosen = () => browser.run(`
    const [event] = deep(document, '[part~="event"][data-selected]'), [mark] = deep(document, '[role="option"][aria-selected="true"]');
    const axis = deep(document, '.axis-window')[0].getBoundingClientRect(), box = mark?.getBoundingClientRect();
    return [event?.querySelector('[part~="event-title"]').innerText.trim() ?? null, Boolean(box && box.right > axis.left && box.left < axis.right)];`);
  for (let closer = 0; closer < 4; closer += 1) await press(browser, '[part~="zoom-in"]');
  // From the list, far from what the axis shows.
  const before = await scrolled(browser);
  await press(browser, '#w-event-3');
  const [first, inView] = await chosen();
  assert.ok(first && inView, 'the axis has come to what was chosen');
  assert.equal(await scrolled(browser), before);
  // From the page's own code, on another part of the list.
  assert.ok(await browser.run("return document.getElementById('w').select('event-222');"));
  await settled(browser);
  assert.deepEqual(await chosen(), ['Number 222', true]);
  assert.equal(await scrolled(browser), before);
  // From the axis.
  const mark = await browser.run(`
    const axis = deep(document, '.axis-window')[0].getBoundingClientRect();
    const one = deep(document, '[role="option"]:not([part~="cluster"], [aria-selected="true"])').find((one) => { const { left, right } = one.getBoundingClientRect(); return left > axis.left + 20 && right < axis.right - 20; });
    one.click();
    return one.id.split('-').at(-1);`);
  await settled(browser);
  assert.deepEqual(await chosen(), [`Number ${mark}`, true]);
  assert.equal(await scrolled(browser), before);
}));

eachBrowser('what a filter hides is paler in the overview', (browser) => showing(browser, async () => {
  const paths = () => browser.run("return ['all', 'shown'].map((name) => deep(document, `.axis-overview .${name}`)[0].getAttribute('d'));");
  const [all, shown] = await paths();
  assert.equal(shown, all);
  await press(browser, '#w-country-1');
  await browser.until("return /100 of 300/.test(deep(document, '.tokens .count')[0]?.innerText);");
  const [still, fewer] = await paths();
  assert.equal(still, all);
  assert.notEqual(fewer, all);
  const [pale, strong] = await browser.run("return ['all', 'shown'].map((name) => { const { fill, opacity } = getComputedStyle(deep(document, `.axis-overview .${name}`)[0]); return [fill, opacity].join(); });");
  assert.notEqual(pale, strong);
}));

for (const width of [1200, 400]) {
  eachBrowser(`hidden at first, it is laid out once it is shown, ${width} px wide`, (browser) => showing(browser, async () => {
    await browser.run("document.getElementById('box').hidden = false;");
    await settled(browser);
    await browser.until("return deep(document, '[part~=\"event\"]').length > 0;");
    await browser.until("return deep(document, '[role=\"option\"]').length > 3;");
    const [marks, inside] = await browser.run(`
      const axis = deep(document, '.axis-window')[0].getBoundingClientRect();
      const boxes = deep(document, '[role="option"]').map((one) => one.getBoundingClientRect());
      return [boxes.length, boxes.filter(({ left, right }) => right > axis.left && left < axis.right).length];`);
    assert.equal(inside, marks, `${inside} of ${marks} marks are in view`);
    const [own, all] = await browser.run("return [deep(document, '.axis')[0].getBoundingClientRect().width, document.getElementById('w').getBoundingClientRect().width];");
    assert.ok(own > 0 && own <= all, `${own} px of ${all}`);
  }, { width, inside: `<div id="box" hidden>${widget('id="w" loading="eager"', data(ARTICLE))}</div>` }));
}

/** So many events, a few a month, of ten countries. */
const many = (count) => ({
  ...SMALL,
  countries: CODES.map((code) => ({ code, name: `Country ${code}` })),
  events: Array.from({ length: count }, (_, at) => ({
    id: `event-${at}`, title: `Number ${at}`, text: `What happened as number ${at}.`,
    date: `${2000 + Math.floor((at * 20) / count)}-${two((at % 12) + 1)}-${two((at % 27) + 1)}`, countries: [CODES[at % CODES.length]],
  })),
});
const CODES = ['PL', 'DE', 'FR', 'IT', 'ES', 'PT', 'SE', 'NO', 'FI', 'DK'];

eachBrowser('whatever the number of events, there are at most 800 nodes', async (browser) => {
  for (const [count, lanes] of [[25, 0], [25, 1], [26, 0], [200, 1], [2000, 0], [2000, 1]]) {
    await showing(browser, async () => {
      if (lanes) {
        await press(browser, '.axis-menu label:nth-child(2) [type="radio"]');
        await browser.until("return deep(document, '.axis-lane').length > 1;");
      }
      const [nodes, axis] = await browser.run(`
        const count = (root) => { const walk = document.createTreeWalker(root, NodeFilter.SHOW_ALL); let all = 0; while (walk.nextNode()) all += 1; return all; };
        return [count(document.getElementById('w').shadowRoot), deep(document, '[role="option"]').length];`);
      assert.ok(axis > 5, 'the axis is there');
      assert.ok(nodes <= 800, `${count} events${lanes ? ' by country' : ''}: ${nodes} nodes, ${axis} marks`);
    }, { inside: widget('id="w" loading="eager"', data(many(count))) });
  }
});

eachBrowser('on paper up to 1,000 events are whole; of more, it says how many of them are there', async (browser) => {
  for (const [count, said] of [[1000, []], [1001, ['1 to 1,000 of 1,001 events']]]) {
    await showing(browser, () => onPaper(browser, async () => {
      await browser.run("dispatchEvent(new Event('beforeprint'));");
      await settled(browser);
      const seen = await browser.run(`
        const shown = (selector) => deep(document, selector).filter((one) => one.checkVisibility());
        return [shown('[part~="event"]').length, shown('.list > .count').map((one) => one.innerText.trim())];`);
      assert.deepEqual(seen, [1000, said]);
      await browser.run("dispatchEvent(new Event('afterprint'));");
    }), { inside: widget('id="w" loading="eager"', data(many(count))) });
  }
}, PAPER);
