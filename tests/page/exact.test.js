// How exact a date is, and what was corrected: in words on every date, in shapes on list
// and axis, and to assistive technology.

import assert from 'node:assert/strict';
import { ARTICLE, FORCED, TILE, data, eachBrowser, hosting, openAll, page, plain, reaches, rowOf, settled, visit, widget } from './harness/index.js';

const chromium = { only: ['chromium'], because: 'only Chromium hands out its accessibility tree' };

/** How sure a date is, in the two or three words that stand with it. */
const remark = ({ basis }) => ({ inferred: 'worked out', editor: 'added by the editor' })[basis] ?? '';
/** And on what it rests, once its event is open. */
function reason({ basis, from, note }) {
  if (basis === 'inferred') return `worked out from ${from}`;
  return basis === 'editor' ? `added by the editor: ${note}` : '';
}

eachBrowser('every date in the list says how sure it is, and on what it rests once its event is open', async (browser) => {
  await visit(browser);
  await openAll(browser);
  const facts = [...ARTICLE.events, ...ARTICLE.eras];
  const told = await browser.run(`
    return deep(document, '[part~="event"], li[part~="era"]').map((one) => [one.querySelector('.title').textContent.replaceAll('\\u2060', ''), one.querySelector('.when').innerText, one.dataset.basis ?? 'stated']);`);
  assert.equal(told.length, facts.length);
  for (const [title, when, basis] of told) {
    const { date } = facts.find((one) => one.title === title);
    assert.equal(basis, date.basis ?? 'stated', title);
    if (basis === 'stated') assert.doesNotMatch(when, /worked out|added/, title);
    else assert.ok(plain(when).endsWith(remark(date)), `${when}: ${remark(date)}`);
  }
  // The words of the article, and what the date was worked out from.
  for (const { id, date } of ARTICLE.events) {
    await browser.run("document.querySelector('dateline-widget').select(arguments[0]);", id);
    await browser.one('[part~="event"][data-selected] .more');
    const words = (await browser.texts('[part~="event"][data-selected] .basis')).map(plain);
    const says = date.text ? `The article says “${date.text}”; ` : 'Date: ';
    assert.deepEqual(words, reason(date) ? [`${says}${reason(date)}.`] : [], id);
  }
  const eras = await browser.run(`return deep(document, 'li[part~="era"]').map((one) => [one.querySelector('.title').textContent.replaceAll('\\u2060', ''), one.querySelector('.basis')?.innerText ?? '']);`);
  for (const [title, words] of eras) assert.ok(words.includes(reason(ARTICLE.eras.find((era) => era.title === title).date)), title);
});

eachBrowser('every mark of the axis says it, too, and so does what is announced', async (browser) => {
  await visit(browser, { width: 1200, height: 900 });
  await browser.click('[part~="zoom-in"]');
  await browser.click('[part~="fit"]');
  const labels = () => browser.run("return deep(document, '[part=mark]').map((one) => one.getAttribute('aria-label'));");
  let seen = 0;
  for (const label of await labels()) {
    const event = ARTICLE.events.find((one) => label.includes(one.title));
    assert.ok(label.includes(reason(event.date)), label);
    if (reason(event.date)) seen += 1;
  }
  assert.ok(seen >= 2, `${seen} marks with a remark`);
  await browser.run("deep(document, 'dateline-widget')[0].select('ngo-order');");
  await browser.until("return deep(document, '[part=mark][aria-selected=true]').length;");
  await browser.click('[part~="previous"]');
  const { title, date } = ARTICLE.events.find((event) => event.id === 'amini');
  await browser.until("return deep(document, '[role=status]')[0].textContent.includes(arguments[0]);", title.slice(0, 20));
  const status = await browser.run("return deep(document, '[role=status]')[0].textContent;");
  assert.ok(status.includes(remark(date)), status);
});

/** The shape of each element that a selector names: all but its colour. */
const SHAPES = `
  const shape = (one) => {
    const { borderTopStyle, borderTopLeftRadius, backgroundColor, borderInlineStartStyle } = getComputedStyle(one);
    return [borderTopStyle, borderTopLeftRadius, borderInlineStartStyle, backgroundColor === 'rgb(255, 255, 255)' || backgroundColor === 'rgba(0, 0, 0, 0)'].join(' ');
  };`;

eachBrowser('the shapes differ without colour, among the eras and on the axis', async (browser) => {
  const date = { stated: '2020-03-01', inferred: { value: '2021-03-01', basis: 'inferred', from: 'a' }, editor: { value: '2022-03-01', basis: 'editor', note: 'b' } };
  const span = { stated: '2020-03/2020-05', inferred: { value: '2021-03/2021-05', basis: 'inferred', from: 'a' }, editor: { value: '2022-03/2022-05', basis: 'editor', note: 'b' } };
  const kinds = ['stated', 'inferred', 'editor'];
  const article = {
    headline: 'Three bases',
    events: kinds.map((kind) => ({ id: kind, title: kind, date: date[kind], countries: ['PL'] })),
    eras: kinds.map((kind) => ({ id: `era-${kind}`, title: kind, date: span[kind] })),
    countries: [{ code: 'PL', name: 'Poland' }],
  };
  await hosting({ 'one.html': page(widget('id="w" loading="eager"', data(article))) }, async (server) => {
    await browser.open(server.at('one.html'), { width: 1200, height: 900 });
    await reaches(browser, 'ready');
    await openAll(browser);
    await settled(browser);
    await browser.picture('exact');
    const shapes = await browser.run(`${SHAPES}
      const of = (selector) => deep(document, selector).map(shape);
      return [of('li[part~=era]'), of('[part=mark] > [part=mark-dot]'), of('.band > [part=era-band]')];`);
    for (const one of shapes) {
      assert.equal(one.length, 3, JSON.stringify(shapes));
      assert.equal(new Set(one).size, 3, JSON.stringify(one));
    }
  });
});

eachBrowser('with forced colours the shapes are still seen', async (browser) => {
  await visit(browser, { width: 1200, height: 900, media: { 'forced-colors': 'active' } });
  await browser.picture('exact-forced');
  const [ground, ink, ...seen] = await browser.run(`
    const probe = document.body.appendChild(document.createElement('i'));
    const system = ['Canvas', 'CanvasText'].map((color) => Object.assign(probe.style, { color }) && getComputedStyle(probe).color);
    return system.concat([':not([data-basis])', '[data-basis=inferred]', '[data-basis=editor]'].map((basis) => {
      const [dot] = deep(document, '.mark.disc:is(' + basis + ') > .mark-dot');
      const { backgroundColor, borderTopStyle, borderTopColor, borderTopLeftRadius } = getComputedStyle(dot);
      return [backgroundColor, borderTopStyle, borderTopColor, borderTopLeftRadius];
    }));`);
  const [stated, inferred, editor] = seen;
  assert.notEqual(ground, ink);
  assert.deepEqual([stated[0], editor[0]], [ink, ink]);
  assert.deepEqual([inferred[0], inferred[1], inferred[2]], [ground, 'dashed', ink]);
  assert.notEqual(stated[3], editor[3]);
}, FORCED);

eachBrowser('a screen reader hears it with each date and each mark', async (browser) => {
  await visit(browser, { width: 1200, height: 900 });
  await openAll(browser);
  const { nodes } = await browser.devtools('Accessibility.getFullAXTree', {});
  const names = (role) => nodes.filter((node) => !node.ignored && node.role?.value === role).map((node) => node.name?.value ?? '');
  const texts = names('StaticText').join('\n');
  for (const { date } of [...ARTICLE.events, ...ARTICLE.eras]) assert.ok(texts.includes(remark(date)), remark(date));
  const options = names('option').filter((name) => ARTICLE.events.some((event) => name.includes(event.title)));
  assert.ok(options.some((name) => name.includes('worked out from the publication date')), `${options}`);
}, chromium);

const CORRECTED = {
  headline: 'A bridge',
  people: [{ id: 'mayor', name: 'Anna Kowal' }],
  events: [{ id: 'opening', title: 'The bridge opens', date: '2023-03-20', countries: ['PL'] }, { id: 'plan', title: 'The plan', date: '2019', countries: ['PL'] }],
  eras: [{ id: 'works', title: 'Works', date: '2021/2023' }],
  countries: [{
    code: 'PL', name: 'Poland',
    claims: [{ speaker: 'mayor', text: 'One.' }, { speaker: 'mayor' }, { speaker: 'mayor', text: 'Three.' }],
    figures: [{ value: 1400, label: 'cars' }],
  }],
  corrections: [
    { date: '2023-03-21', what: 'events/opening/date', was: 'Sunday', now: 'Monday', why: 'A slip.' },
    { date: '2023-03-25', what: 'countries/PL/claims/2/text', was: 'Four.' },
    { date: '2023-03-23', what: '/countries/PL/figures/0', now: '1,400' },
    { date: '2023-03-24', what: 'eras/works/title', was: 'Work' },
    { date: '2023-03-22', what: 'countries/PL/name', was: 'Polonia' },
    { date: '2023-03-26', what: 'headline', was: 'The bridge' },
  ],
};

eachBrowser('what was corrected stands beside the fact it changed, and in the log at the end, newest first', async (browser) => {
  await hosting({ 'one.html': page(widget('id="w" loading="eager"', data(CORRECTED))) }, async (server) => {
    await browser.open(server.at('one.html'), { width: 1200, height: 900 });
    await reaches(browser, 'ready');
    await browser.click(rowOf('opening'));
    await browser.click(TILE);
    await openAll(browser);
    await settled(browser);
    const beside = await browser.run(`
      return deep(document, '[part~=list] .correction, [part~=countries] .correction').map((told) => {
        const one = told.closest('.event, .era, .figure, .claim, .card');
        return [one.className, one.innerText.includes('Three.') && one.localName === 'li' ? 'Three.' : '', told.innerText.trim(), told.checkVisibility()];
      });`);
    assert.deepEqual(beside.map((one) => one.map((text) => (typeof text === 'string' ? plain(text) : text))), [
      ['event', '', 'Corrected 21 March 2023. Was: Sunday. Now: Monday. A slip.', true],
      ['era', '', 'Corrected 24 March 2023. Work', true],
      ['card', '', 'Corrected 22 March 2023. Polonia', true],
      ['figure', '', 'Corrected 23 March 2023. 1,400', true],
      ['claim', 'Three.', 'Corrected 25 March 2023. Four.', true],
    ]);
    const log = (await browser.texts('.corrections li')).map(plain);
    assert.deepEqual(log.map((one) => one.replace(/^(\d+) March 2023 /, '$1: ')), [
      '26: headline. The bridge', '25: Poland. Four.', '24: Works. Work', '23: Poland. 1,400', '22: Poland. Polonia', '21: The bridge opens. Was: Sunday. Now: Monday. A slip.',
    ]);
    const last = await browser.run("const all = deep(document, '.dateline :is(section, .axis)').filter((one) => one.checkVisibility() && one.role !== 'status' && one.getAttribute('role') !== 'status'); return all.at(-1).className;");
    assert.equal(last, 'corrections', 'at the end');
  });
});
