// A CMS that takes out scripts leaves the list; its marks are enough for a widget.

import assert from 'node:assert/strict';
import { SMALL, data, eachBrowser, hosting, page, reaches, widget } from './harness/index.js';

const LIST = `
  <h2>A harbour town and its <em>bridge</em></h2>
  <ol lang="en">
    <li data-date="2019-03" data-countries="PL" id="plan"><h3>The town plans a bridge</h3><p>In the council.</p><p>By one vote.</p></li>
    <li data-date="2021-02-01" data-countries="PL DE"><h3>Works begin</h3></li>
    <li>Not an event</li>
    <li data-date="2023-03-20" data-date-text="Monday" data-basis="inferred" data-from="the publication date" data-countries="PL" id="opening">
      <h3>The bridge &lt;b&gt;opens&lt;/b&gt;</h3><blockquote><p>The bridge opened to traffic on Monday.</p></blockquote></li>
  </ol>`;

eachBrowser('a marked-up list alone yields the widget', async (browser) => {
  await hosting({ 'list.html': page(widget('id="w"', LIST)) }, async (server) => {
    await browser.open(server.at('list.html'));
    await reaches(browser, 'ready');
    assert.deepEqual(await browser.texts('.headline'), ['A harbour town and its bridge']);
    assert.deepEqual(await browser.texts('[part~="event-title"]'), ['The town plans a bridge', 'Works begin', 'The bridge <b>opens</b>']);
    assert.deepEqual(await browser.run("return deep(document, '[part~=\"event\"]').map((one) => one.id);"), ['w.event=plan', 'w.event=event-2', 'w.event=opening']);
    const dates = await browser.run("return deep(document, '[part~=\"event-date\"]').map((one) => one.textContent);");
    assert.match(dates[0], /^March 2019$/);
    assert.match(dates[2], /^20 March 2023 · worked out$/);
    // As on paper, where all of them are open.
    await browser.run("dispatchEvent(new Event('beforeprint'));");
    const texts = await browser.run("return deep(document, '[part~=\"event\"]').map((one) => one.querySelector('.text')?.textContent ?? null);");
    assert.deepEqual(texts, ['In the council. By one vote.', null, null]);
    const [note] = await browser.texts('.notes li');
    assert.match(note, /The bridge opened to traffic on Monday\./);
    assert.match(note, /The article says “Monday”; worked out from the publication date\./);
    assert.deepEqual(await browser.texts('[part~="country"] .card-title'), ['Poland', 'Germany']);
    const { errors, reports } = await browser.probe();
    assert.deepEqual([...errors, ...reports], []);
    assert.deepEqual(await browser.run("return host.told.filter((one) => one.name === 'problem');"), []);
  });
});

eachBrowser('a list without a heading of its own takes the page’s title and language', async (browser) => {
  const bare = '<ul><li data-date="2019-03" data-countries="PL"><h4>План</h4></li></ul>';
  await hosting({ 'bare.html': page(widget('id="w"', bare), { language: 'uk' }) }, async (server) => {
    await browser.open(server.at('bare.html'));
    await reaches(browser, 'ready');
    assert.deepEqual(await browser.texts('.headline'), ['A host page']);
    assert.equal(await browser.run("return deep(document, '.dateline')[0].lang;"), 'uk');
  });
});

eachBrowser('what is wrong in a mark is told like any other data', async (browser) => {
  const wrong = '<ol><li data-date="2019-03" data-countries="PL"><h4>Plan</h4></li><li data-date="31 February"><h4>Never</h4></li></ol>';
  await hosting({ 'wrong.html': page(widget('id="w"', wrong)) }, async (server) => {
    await browser.open(server.at('wrong.html'));
    await reaches(browser, 'ready');
    await browser.until("return host.told.some((one) => one.name === 'problem');");
    const paths = await browser.run("return host.told.find((one) => one.name === 'problem').detail.problems.filter((one) => one.severity === 'error').map((one) => one.path);");
    assert.deepEqual(paths, ['/events/1/date/value']);
    assert.equal((await browser.all('[part~="event"]')).length, 1);
  });
});

eachBrowser('a script of data goes before the list, and its reader is not fetched', async (browser) => {
  await hosting({ 'both.html': page(widget('id="w"', data(SMALL) + LIST)) }, async (server) => {
    await browser.open(server.at('both.html'));
    await reaches(browser, 'ready');
    assert.equal((await browser.all('[part~="event"]')).length, SMALL.events.length);
    assert.deepEqual(server.requests.filter((path) => path.endsWith('marked-list.js')), []);
  });
});
