// The address follows the reader, and leads back.

import assert from 'node:assert/strict';
import { ARTICLE, FIELD, ROW, TOKEN, eachBrowser, openSearch, ready, visit } from './harness/index.js';

const hash = (browser) => browser.run('return location.hash;');
const open = (browser) => browser.run(`
  return deep(document, '[part~="event"][data-selected] [part~="event-title"]').map((one) => one.textContent.trim());`);
const titled = (id) => ARTICLE.events.find((event) => event.id === id).title;

eachBrowser('nothing is written before the reader acts', async (browser) => {
  await visit(browser);
  assert.equal(await hash(browser), '');
});

eachBrowser('a link restores the event, the country and the search', async (browser) => {
  await visit(browser, { fragment: '#dateline.event=amini&dateline.countries=IR&dateline.search=protest' });
  await browser.until("return deep(document, '[part~=\"event\"][data-selected]').length === 1;");
  assert.deepEqual(await open(browser), [titled('amini')]);
  assert.deepEqual(await browser.texts('[part~="country"][data-chosen] .tile-name'), ['Iran']);
  assert.deepEqual(await browser.texts(TOKEN), ['Iran', '“protest”']);
  await openSearch(browser);
  assert.equal(await browser.run('return deep(document, arguments[0])[0].value;', FIELD), 'protest');
});

eachBrowser('choosing writes the address, and back and forward follow', async (browser) => {
  await visit(browser, { fragment: '#host=1' });
  await browser.click(ROW);
  await browser.until("return location.hash.includes('dateline.event=');");
  const chosen = await hash(browser);
  assert.match(chosen, /host=1/, 'what the host page wrote is still there');
  const [title] = await open(browser);
  await browser.driver.navigate().back();
  await browser.until("return deep(document, '[part~=\"event\"][data-selected]').length === 0;");
  assert.equal(await hash(browser), '#host=1');
  await browser.driver.navigate().forward();
  await browser.until("return deep(document, '[part~=\"event\"][data-selected]').length === 1;");
  assert.deepEqual(await open(browser), [title]);
  assert.equal(await hash(browser), chosen);
});

eachBrowser('a search survives loading the page again', async (browser) => {
  await visit(browser);
  await openSearch(browser);
  await browser.type('Єв');
  await browser.until("return decodeURIComponent(location.hash).includes('dateline.search=Єв');");
  const address = await browser.run('return location.href;');
  await browser.open(address);
  await ready(browser);
  assert.deepEqual(await browser.texts(TOKEN), ['“Єв”']);
  await openSearch(browser);
  assert.equal(await browser.run('return deep(document, arguments[0])[0].value;', FIELD), 'Єв');
});
