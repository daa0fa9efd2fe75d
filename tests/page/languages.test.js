// Every language on the narrowest phone: its words have room.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { FIELD, cut, data, eachBrowser, hosting, openSearch, overlapping, page, protruding, reaches, settled, widget } from './harness/index.js';

const LANGUAGES = readdirSync(new URL('../../www/words', import.meta.url)).map((name) => name.replace('.txt', ''));

/** Dates whose words are long, a date with a remark, groups, and a card of every kind. */
const article = (language) => ({
  language,
  headline: 'A – 1 – Б',
  published: '2023-03-21',
  people: [{ id: 'mayor', name: 'Anna Kowal' }, { id: 'press', name: 'Petro Bondar' }],
  events: [
    { id: 'a', title: 'A', date: { value: '2023-03-20', text: 'Monday', basis: 'inferred', from: 'B' }, countries: ['PL'], people: ['mayor'], source: { quote: 'C' }, links: [{ url: 'https://news.example/', text: 'D' }] },
    { id: 'b', title: 'B', date: '2019-12-24/2020-11-30', countries: ['PL', 'DE'] },
    { id: 'c', title: 'C', date: '[2021-09-21..2021-09-30]', countries: ['DE'] },
    { id: 'd', title: 'D', date: '2004-06-~11', countries: ['UA'] },
    { id: 'e', title: 'E', date: '1998-39/..', countries: ['UA'] },
    { id: 'f', title: 'F', date: '2021-30?', countries: ['AU'] },
    { id: 'g', title: 'G', date: { value: '1917-10-25', calendar: 'julian', basis: 'editor', note: 'H' }, countries: ['RU'] },
    { id: 'h', title: 'H', date: 'XXXX-12-25', countries: ['PL'] },
  ],
  eras: [{ id: 'era', title: 'I', date: '2019/..' }],
  countries: [
    { code: 'PL', claims: ['mayor', 'mayor', 'press', 'press', 'mayor'].map((speaker, at) => ({ speaker, text: `J${at}`, kind: ['allegation', 'denial', 'finding'][at], via: at === 3 ? 'mayor' : undefined })), figures: [{ value: 1400, qualifier: 'K', label: 'L', since: '2023-03' }] },
    { code: 'CF' },
  ],
  corrections: [{ date: '2023-03-22', what: 'events/a/date', was: 'M', now: 'N' }],
});

eachBrowser('every language has room at 320 px, with an event, a card and the search open', async (browser) => {
  const wrong = [];
  await hosting({ 'one.html': page(widget('id="w" loading="eager"', data(article('en')))) }, async (server) => {
    for (const language of LANGUAGES) {
      await browser.open(server.at('one.html'), { width: 320, height: 1600 });
      await reaches(browser, 'ready');
      await browser.run("document.getElementById('w').article = arguments[0];", article(language));
      await browser.until("return deep(document, '[lang]').some((one) => one.lang === arguments[0]);", language);
      await browser.run("document.getElementById('w').select('a');");
      await browser.one('[part~="event"][data-selected] .more');
      await openSearch(browser);
      await browser.run("for (const one of deep(document, '.tiles button')) { one.click(); break; }");
      await settled(browser);
      await browser.picture(`language-${language}`);
      const [inner, full] = await browser.run('return [document.documentElement.clientWidth, document.documentElement.scrollWidth];');
      if (full > inner) wrong.push(`${language}: the page is ${full} px wide`);
      const hint = await browser.run(`
        const [field] = deep(document, arguments[0]);
        field.value = field.placeholder;
        const { scrollWidth, clientWidth, placeholder } = field;
        field.value = '';
        return scrollWidth > clientWidth ? [placeholder + ' ' + scrollWidth + ' of ' + clientWidth] : [];`, FIELD);
      wrong.push(...hint.map((what) => `${language}: the field cuts ${what}`));
      for (const look of [protruding, overlapping, cut]) wrong.push(...(await browser.run(look)).map((what) => `${language}: ${look.name} ${what}`));
    }
  });
  assert.deepEqual(wrong, []);
}, { only: ['chromium'], because: 'one engine draws all languages once; layout is the same program in the others' });
