// The interface's words: the article's language, the page's own file, single words.

import assert from 'node:assert/strict';
import { SMALL, data, eachBrowser, hosting, page, reaches, showsList, widget } from './harness/index.js';

const UKRAINIAN = { ...SMALL, language: 'uk' };
const POLISH = { ...SMALL, language: 'pl' };
const POLISH_WORDS = '# Polish\ntag = pl\nsearch = Szukaj\nall = Wszystkie\nevents.one = {0} wydarzenie\nevents.few = {0} wydarzenia\n';
const loading = (article, attributes = '') => page(widget(`id="w" loading="eager" ${attributes}`, `${data(article)}<ol><li>The readable list</li></ol>`));
/** What the control that opens the search is called: it is an icon. */
const search = (browser) => browser.run("const [one] = deep(document, '[part~=\"search-open\"]'); return one.ariaLabel ?? one.getAttribute('aria-label');");
const count = (browser) => browser.texts('.imprint-events').then(([text]) => text);
const fetched = (server) => server.requests.filter((path) => path.includes('/words/'));

eachBrowser('an article in another language brings that language, and an English one brings none', async (browser) => {
  await hosting({ 'uk.html': loading(UKRAINIAN), 'en.html': loading(SMALL) }, async (server) => {
    await browser.open(server.at('en.html'));
    await reaches(browser, 'ready');
    assert.deepEqual(fetched(server), []);
    assert.equal(await search(browser), 'Search');
    assert.match(await count(browser), /4 events/);
    await browser.open(server.at('uk.html'));
    await reaches(browser, 'ready');
    assert.equal(fetched(server).length, 1);
    assert.equal(await search(browser), 'Пошук');
    assert.match(await count(browser), /4 події/);
  });
});

eachBrowser('the file of words is that of the language, its script and its region', async (browser) => {
  const files = { nb: 'no', 'nn-NO': 'no', zh: 'zh-Hans', 'zh-TW': 'zh-Hant', 'zh-Hant-HK': 'zh-Hant', 'zh-SG': 'zh-Hans', sr: 'sr', 'sr-Cyrl-ME': 'sr', 'sr-Latn': undefined, 'az-Arab': undefined, pt: 'pt', 'pt-AO': 'pt', 'pt-BR': 'pt-BR', 'pt-Latn-BR': 'pt-BR', iw: 'he', 'ar-EG-u-nu-latn': 'ar', 'EN-us': undefined, is: undefined, 'no language': undefined };
  await hosting({ 'one.html': loading(SMALL) }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'ready');
    for (const [at, [language, file]] of Object.entries(files).entries()) {
      const before = fetched(server).length;
      await browser.run("document.getElementById('w').article = arguments[0];", { ...SMALL, language, headline: `The ${at}th` });
      await browser.until("return deep(document, '[part~=\"headline\"]').some((one) => one.textContent.replaceAll('\\u2060', '') === arguments[0]);", `The ${at}th`);
      const names = fetched(server).slice(before).map((path) => path.split('/').pop());
      const isKnown = fetched(server).slice(0, before).some((path) => path.endsWith(`/${file}.txt`));
      assert.deepEqual(names, file && !isKnown ? [`${file}.txt`] : [], language);
    }
  });
});

eachBrowser('a page brings a language of its own by a file', async (browser) => {
  await hosting({ 'one.html': loading(POLISH, 'words="pl.txt"'), 'pl.txt': POLISH_WORDS }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'ready');
    assert.equal(await search(browser), 'Szukaj');
    assert.match(await count(browser), /4 wydarzenia/);
    const dates = await browser.texts('[part~="event-date"]');
    assert.ok(dates.some((date) => date.includes('marca 2023')), dates.join());
  });
});

eachBrowser('a page puts single words in place of ours, and takes them back', async (browser) => {
  await hosting({ 'one.html': loading(SMALL) }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'ready');
    const titles = () => browser.texts('.part-title');
    assert.deepEqual(await titles(), ['What happened when', 'Country by country']);
    await browser.run("document.getElementById('w').words = { timeline: 'All that happened' };");
    await browser.until("return deep(document, '.list .part-title')[0].textContent === 'All that happened';");
    assert.deepEqual(await titles(), ['All that happened', 'Country by country']);
    await browser.run("document.getElementById('w').words = null;");
    await browser.until("return deep(document, '.list .part-title')[0].textContent === 'What happened when';");
    assert.deepEqual(await titles(), ['What happened when', 'Country by country']);
  });
});

eachBrowser('without a language’s file the list stays, and the console says which file is missing', async (browser) => {
  await hosting({ 'one.html': loading(POLISH, 'words="gone.txt"') }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'failed');
    assert.ok(await showsList(browser));
    const { errors } = await browser.probe();
    assert.ok(errors.some((line) => line.includes('gone.txt') && line.includes('404')), errors.join());
  });
});
