// The widget arrives: it takes the readable list's place, shows all that the
// data holds, and nobody notices it but the reader.

import assert from 'node:assert/strict';
import { ARTICLE, ROW, TILE, TILES, eachBrowser, openAll, plain, promised, site, visit } from './harness/index.js';

eachBrowser('the widget takes the place of the readable list', async (browser) => {
  await visit(browser);
  assert.equal((await browser.all('[part~="country"]')).length, Math.min(ARTICLE.countries.length, TILES));
  const slots = await browser.run("return document.querySelector('dateline-widget').shadowRoot.querySelectorAll('slot').length;");
  assert.equal(slots, 0, 'the list and the widget are not shown together');
  // A few of the events, and the others behind a press that says how many there are.
  const few = (await browser.all('[part~="event"]')).length;
  assert.ok(few >= 5 && few < ARTICLE.events.length, `${few} events at rest`);
  assert.ok((await browser.texts('[part~="more"]')).includes(`All ${ARTICLE.events.length} events`));
  await openAll(browser);
  assert.equal((await browser.all('[part~="event"]')).length, ARTICLE.events.length);
});

eachBrowser('every title, name, quotation, claim and speaker of the data is shown', async (browser) => {
  await visit(browser);
  // What is behind an event's title is there once it is open: here all of it, as on paper.
  await browser.run("dispatchEvent(new Event('beforeprint'));");
  const shown = plain(await browser.run(`
    return document.querySelector('dateline-widget').shadowRoot.textContent;`));
  for (const [kind, texts] of Object.entries(promised())) {
    for (const text of [texts].flat()) {
      assert.ok(shown.includes(plain(text)), `${kind}: “${text}” is missing`);
    }
  }
});

eachBrowser('nothing offends the content policy and nothing is said in the console', async (browser) => {
  await visit(browser);
  await browser.click(ROW);
  await browser.click(TILE);
  await browser.click('[part~="search-open"]');
  await browser.one('[part~="search"]');
  const { errors, reports } = await browser.probe();
  assert.deepEqual(reports, []);
  assert.deepEqual(errors, []);
});

eachBrowser('nothing is fetched from any other server', async (browser) => {
  await visit(browser);
  const { origin } = await site();
  const addresses = await browser.run("return performance.getEntriesByType('resource').map((one) => one.name);");
  assert.ok(addresses.length >= 4, 'loader, glue, wasm and style are among the resources');
  assert.deepEqual(addresses.filter((address) => !address.startsWith(`${origin}/`)), []);
});

eachBrowser('nothing of the widget is fetched before the reader comes near', async (browser) => {
  const { home, requests } = await site();
  const before = requests.length;
  // So flat a view that the widget is far below it.
  await browser.open(home, { width: 360, height: 300 });
  await browser.run("return document.readyState === 'complete' || new Promise((done) => addEventListener('load', done));");
  const early = requests.slice(before).filter((path) => path.endsWith('.wasm'));
  assert.deepEqual(early, []);
});

eachBrowser('the page does not jump when the widget arrives', async (browser) => {
  for (const width of [360, 1200]) {
    await visit(browser, { width, height: 700 });
    await browser.steady('return probe.shift;');
    const { shift, shifts } = await browser.probe();
    assert.ok(shift < 0.005, `layout shift ${shift} at ${width} px: ${shifts.join('; ')}`);
  }
}, { only: ['chromium'], because: 'only Chromium reports layout shifts' });
