// Searching and choosing a country: list, cards and the count agree.

import assert from 'node:assert/strict';
import { ARTICLE, FIELD, KEY, TILE, TOKEN, eachBrowser, openAll, openSearch, plain, promised, rowOf, settled, tileOf, visit } from './harness/index.js';

const all = ARTICLE.events.length;

/** Types it into the search field, and waits until all of it has been searched for. */
async function typed(browser, text) {
  await openSearch(browser);
  await browser.type(text);
  await browser.until('return deep(document, arguments[0])[0].value === arguments[1];', FIELD, text);
  await settled(browser);
}

eachBrowser('typing narrows the list, marks the matches and counts them', async (browser) => {
  await visit(browser);
  await typed(browser, 'taliban');
  await browser.one(TOKEN);
  await browser.until("return deep(document, '.tokens .count')[0].innerText !== arguments[0];", `${all} events`);
  const shown = (await browser.all('[part~="event"]')).length;
  assert.ok(shown >= 1);
  const [count] = await browser.texts('.tokens .count');
  assert.match(count, new RegExp(`${shown} of ${all} events`));
  const marks = await browser.texts('[part~="list"] mark');
  assert.ok(marks.length > 0 && marks.every((mark) => mark.toLowerCase() === 'taliban'), `${marks}`);
  assert.match((await browser.texts('[role="status"]'))[0], new RegExp(`${shown} of ${all}`));
});

eachBrowser('case and diacritics do not matter', async (browser) => {
  const found = [];
  for (const words of ['mahsa amini', 'MÁHSA Amïni']) {
    await visit(browser);
    await openAll(browser);
    assert.equal((await browser.all('[part~="event"]')).length, all);
    await typed(browser, words);
    await browser.until("return deep(document, '[part~=\"event\"]').length < arguments[0];", all);
    found.push(await browser.texts('[part~="event-title"]'));
  }
  assert.ok(found[0].some((title) => title.includes('Amini')), `${found[0]}`);
  assert.deepEqual(found[1], found[0]);
});

eachBrowser('what is nowhere is said so, and one press shows everything again', async (browser) => {
  await visit(browser);
  await typed(browser, 'xyzzy');
  await browser.until("return deep(document, '[part~=\"event\"]').length === 0;");
  assert.match(plain((await browser.texts('.nothing'))[0]), /xyzzy/);
  await browser.click('.nothing button');
  await browser.until("return deep(document, '[part~=\"event\"]').length > 0 && deep(document, arguments[0]).length === 0;", TOKEN);
  assert.equal(await browser.run('return deep(document, arguments[0])[0].value;', FIELD), '');
  await openAll(browser);
  assert.equal((await browser.all('[part~="event"]')).length, all);
});

for (const width of [360, 1200]) {
  eachBrowser(`${width} px: choosing a country filters the list, and choosing it again undoes that`, async (browser) => {
    await visit(browser, { width, height: 800 });
    await openAll(browser);
    const wanted = ARTICLE.events.filter((event) => event.countries?.includes('IR')).length;
    const open = () => browser.run("return deep(document, arguments[0]).filter((one) => one.ariaExpanded === 'true').map((one) => one.querySelector('.tile-name').innerText);", TILE);
    const tile = await tileOf(browser, 'Iran');
    await browser.tap(tile);
    await browser.until("return deep(document, '[part~=\"event\"]').length === arguments[0];", wanted);
    assert.deepEqual(await open(), ['Iran']);
    assert.deepEqual(await browser.texts('[part~="country"][data-chosen] .tile-name'), ['Iran']);
    assert.deepEqual(await browser.run("return deep(document, '.card').map((one) => one.ariaLabel);"), ['Iran']);
    assert.deepEqual(await browser.texts(TOKEN), ['Iran']);
    // The card opens for a moment, and with it the tile moves.
    await settled(browser);
    await browser.tap(tile);
    await browser.until("return deep(document, '[part~=\"event\"]').length === arguments[0];", all);
    assert.deepEqual(await open(), []);
    assert.deepEqual([(await browser.all('.card')).length, (await browser.all(TOKEN)).length], [0, 0]);
  });
}

eachBrowser('choosing an event opens it and marks the tiles of its countries', async (browser) => {
  await visit(browser);
  const at = ARTICLE.events.findIndex((event) => event.id === 'invasion');
  const names = ARTICLE.events[at].countries.map((code) => ARTICLE.countries.find((one) => one.code === code).name);
  const row = rowOf('invasion');
  await browser.click(row);
  await browser.until('return deep(document, arguments[0])[0].ariaExpanded === "true";', row);
  const marked = await browser.texts('[part~="country"][data-marked] .tile-name');
  assert.deepEqual(marked.sort(), names.sort());
  await browser.run('deep(document, arguments[0])[0].focus();', row);
  await browser.press(KEY.enter);
  await browser.until('return deep(document, arguments[0])[0].ariaExpanded === "false";', row);
});

eachBrowser('every quotation can be found by its words', async (browser) => {
  await visit(browser);
  await openSearch(browser);
  for (const quotation of promised().quotations) {
    const words = quotation.split(' ').slice(-3).join(' ').replace(/[.,]$/, '');
    await browser.run(`
      const field = deep(document, arguments[0])[0];
      field.value = arguments[1];
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));`, FIELD, words);
    await browser.until(`
      return deep(document, '.card blockquote')
        .some((one) => one.textContent.replace(/\\s+/g, ' ').includes(arguments[0]));`, plain(quotation).slice(0, 60));
  }
});
