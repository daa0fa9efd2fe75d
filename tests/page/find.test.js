// Searching and choosing a country: list, cards and the count agree.

import assert from 'node:assert/strict';
import { ARTICLE, KEY, eachBrowser, plain, promised, settled, visit } from './harness/index.js';

const all = ARTICLE.events.length;

/** Types it into the search field, and waits until all of it has been searched for. */
async function typed(browser, text) {
  await browser.run("deep(document, '[part~=\"search\"] input')[0].focus();");
  await browser.type(text);
  await browser.until("return deep(document, '[part~=\"search\"] input')[0].value === arguments[0];", text);
  await settled(browser);
}

eachBrowser('typing narrows the list, marks the matches and counts them', async (browser) => {
  await visit(browser);
  await typed(browser, 'taliban');
  await browser.until("return deep(document, '[part~=\"event\"]').length < arguments[0];", all);
  const shown = (await browser.all('[part~="event"]')).length;
  assert.ok(shown >= 1);
  const [count] = await browser.texts('[part~="search"] .count');
  assert.match(count, new RegExp(`${shown} of ${all} events`));
  const marks = await browser.texts('[part~="list"] mark');
  assert.ok(marks.length > 0 && marks.every((mark) => mark.toLowerCase() === 'taliban'), `${marks}`);
  assert.match((await browser.texts('[role="status"]'))[0], new RegExp(`${shown} of ${all}`));
});

eachBrowser('case and diacritics do not matter', async (browser) => {
  const found = [];
  for (const words of ['mahsa amini', 'MÁHSA Amïni']) {
    await visit(browser);
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
  await browser.until("return deep(document, '[part~=\"event\"]').length === arguments[0];", all);
  assert.equal(await browser.run("return deep(document, '[part~=\"search\"] input')[0].value;"), '');
});

for (const width of [360, 1200]) {
  eachBrowser(`${width} px: choosing a country filters the list, and choosing it again undoes that`, async (browser) => {
    await visit(browser, { width, height: 800 });
    const iran = ARTICLE.countries.findIndex((country) => country.code === 'IR');
    const wanted = ARTICLE.events.filter((event) => event.countries?.includes('IR')).length;
    const pressed = () => browser.run("return deep(document, '.chip').map((one) => one.getAttribute('aria-pressed'));");
    const chip = `.chip:nth-of-type(${iran + 2})`;
    await browser.tap(chip);
    await browser.until("return deep(document, '[part~=\"event\"]').length === arguments[0];", wanted);
    assert.equal((await pressed())[iran + 1], 'true');
    const cards = await browser.texts('[part~="country"][data-chosen] h4');
    assert.deepEqual(cards, ['Iran']);
    await browser.tap(chip);
    await browser.until("return deep(document, '[part~=\"event\"]').length === arguments[0];", all);
    assert.equal((await pressed())[iran + 1], 'false');
  });
}

eachBrowser('choosing an event opens it and marks the cards of its countries', async (browser) => {
  await visit(browser);
  const at = ARTICLE.events.findIndex((event) => event.id === 'invasion');
  const names = ARTICLE.events[at].countries.map((code) => ARTICLE.countries.find((one) => one.code === code).name);
  await browser.run(`
    deep(document, '[part~="event-title"] button')
      .find((one) => one.textContent.trim() === arguments[0]).setAttribute('data-wanted', '');`, ARTICLE.events[at].title);
  await browser.click('[data-wanted]');
  await browser.until("return deep(document, '[data-wanted]')[0].getAttribute('aria-expanded') === 'true';");
  const marked = await browser.texts('[part~="country"][data-marked] h4');
  assert.deepEqual(marked.sort(), names.sort());
  await browser.run("deep(document, '[data-wanted]')[0].focus();");
  await browser.press(KEY.enter);
  await browser.until("return deep(document, '[data-wanted]')[0].getAttribute('aria-expanded') === 'false';");
});

eachBrowser('every quotation can be found by its words', async (browser) => {
  await visit(browser);
  for (const quotation of promised().quotations) {
    const words = quotation.split(' ').slice(-3).join(' ').replace(/[.,]$/, '');
    await browser.run(`
      const field = deep(document, '[part~="search"] input')[0];
      field.value = arguments[0];
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));`, words);
    await browser.until(`
      return deep(document, '[part~="country"] blockquote, [part~="country"] q')
        .some((one) => one.textContent.replace(/\\s+/g, ' ').includes(arguments[0]));`, plain(quotation).slice(0, 60));
  }
});
