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
