// The editor's desk: the ways through it that an editor goes, by mouse and by keyboard.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ARTICLE, KEY, eachBrowser, serve, site, test } from './harness/index.js';
import { HELD, drop, example, hold, open, paste, saved, sound, write } from './harness/desk.js';

/** How many of each are wrong, once the desk has looked. */
const counts = (browser) => browser.steady("return deep(document, '#problems-title')[0].innerText;");

eachBrowser('ten edits of the example, undone and done again, save the same file', async (browser) => {
  await example(browser);
  const first = await saved(browser);
  assert.deepEqual(JSON.parse(first), ARTICLE, 'opened and saved, it is what it was');
  await browser.click('tbody tr:nth-child(2) td:nth-of-type(2)');
  await write(browser, '[id="field:/events/1/title"]', 'An invasion');
  await write(browser, '[id="field:/events/1/date"]', '25 February 2022');
  await write(browser, '[id="field:/events/1/text"]', 'What it was.');
  await write(browser, '[id="field:/events/1/countries"]', 'Ukraine, Poland');
  await browser.click('[id="field:/events/1/key"]');
  await browser.click('.row-form .acts button:nth-child(2)');
  await browser.click('[data-section="people"]');
  await browser.click('#add-row');
  await browser.type('Anna Kowal');
  await browser.press(KEY.tab);
  await browser.type('mayor');
  await browser.click('[data-section="head"]');
  await write(browser, '[id="field:/headline"]', 'Another headline');
  await browser.click('[data-section="events"]');
  await browser.click('tbody tr:nth-child(1) td:nth-of-type(1)');
  await browser.click('.row-form .acts button:nth-child(3)');
  const last = await saved(browser);
  const { events, people, headline } = JSON.parse(last);
  assert.equal(headline, 'Another headline');
  assert.equal(events.length, ARTICLE.events.length - 1);
  const edited = events.find(({ title }) => title === 'An invasion');
  assert.equal(edited.date.value, '2022-02-25');
  assert.deepEqual(edited.countries, ['UA', 'PL']);
  assert.equal(people.at(-1).name, 'Anna Kowal');
  let steps = 0;
  while (await browser.run("return !document.querySelector('#undo').disabled;")) {
    await browser.run("document.querySelector('#undo').click();");
    steps += 1;
  }
  assert.ok(steps >= 10, `${steps} steps`);
  assert.equal(await saved(browser), first, 'undo of all is the beginning');
  for (let step = 0; step < steps; step += 1) await browser.run("document.querySelector('#redo').click();");
  assert.equal(await saved(browser), last, 'redo of all is the end');
  assert.deepEqual((await browser.probe()).reports, [], 'nothing is against the policy');
});

eachBrowser('an article is pasted, and three selections become facts without an error', async (browser) => {
  await open(browser);
  await browser.click('#new-work');
  await browser.click('#article-text');
  const html = '<article><h1>A harbour town</h1><p>Poland opened the <b>bridge</b> on 20 March 2023.</p>'
    + '<p>“We have waited long enough”, said mayor Anna Kowal.</p><p>About 1,400 cars an hour cross it in Poland.</p>'
    + '<img src="https://evil.example/x.png" onerror="window.harmed = true"><script>window.harmed = true</script></article>';
  assert.equal(await paste(browser, { 'text/html': html, 'text/plain': 'x' }), false, 'the desk takes it');
  const text = await browser.until("return document.querySelector('#article-text').value;");
  assert.equal(text, 'A harbour town\n\nPoland opened the bridge on 20 March 2023.\n\n“We have waited long enough”, said mayor Anna Kowal.\n\nAbout 1,400 cars an hour cross it in Poland.');
  const select = async (words, button) => {
    await browser.run(`
      const area = document.querySelector('#article-text');
      area.focus();
      const at = area.value.indexOf(arguments[0]);
      area.setSelectionRange(at, at + arguments[0].length);
      area.dispatchEvent(new Event('select', { bubbles: true }));`, words);
    const selector = `.from-selection button:nth-child(${button})`;
    await browser.until('return !document.querySelector(arguments[0]).disabled;', selector);
    await browser.click(selector);
  };
  await select('Poland opened the bridge on 20 March 2023.', 1);
  await browser.until("return document.activeElement.id === 'field:/events/0/title';");
  assert.equal(await browser.run("return document.getElementById('field:/events/0/date').value;"), '2023-03-20');
  await browser.click('[data-section="people"]');
  await browser.click('#add-row');
  await browser.type('Anna Kowal');
  await select('“We have waited long enough”, said mayor Anna Kowal.', 3);
  await browser.until("return document.activeElement.id === 'field:/countries/0/claims/0/speaker';");
  assert.equal(await browser.run('return document.activeElement.value;'), 'Anna Kowal');
  await write(browser, '[id="field:/countries/0/code"]', 'Poland');
  await select('1,400 cars an hour cross it in Poland', 4);
  await browser.until("return document.activeElement.id === 'field:/countries/0/figures/0/speaker';");
  await browser.press(KEY.tab);
  // What has the focus then is scrolled to.
  await browser.steady("return [document.activeElement.id, document.querySelector('.data-pane').scrollTop];");
  await browser.click('[data-section="head"]');
  await write(browser, '[id="field:/headline"]', 'The bridge');
  await browser.until("return document.querySelectorAll('.mirror mark').length === 3;");
  assert.match(await counts(browser), /^(No problems|Errors: 0)/);
  assert.equal(await browser.run('return window.harmed;'), null, 'nothing of what was pasted ran');
  const { reports } = await browser.probe();
  assert.ok(reports.every((report) => report.startsWith('script-src-attr')), `only its own handlers were refused: ${reports}`);
  await browser.until("return deep(document, '[part~=\"list\"]').length > 0;");
});

eachBrowser('a reload in the middle of typing loses nothing', async (browser) => {
  await example(browser);
  await browser.click('tbody tr:nth-child(2) td:nth-of-type(2)');
  await browser.type('In the middle of a wo');
  await browser.until("return /kept/.test(document.querySelector('.state').innerText);");
  const typed = await browser.run('return document.activeElement.value;');
  await browser.driver.navigate().refresh();
  await browser.home();
  await browser.until("return deep(document, 'tbody tr').length > 0;");
  assert.equal(typed, 'In the middle of a wo');
  await browser.until("return deep(document, 'tbody tr:nth-child(2) td:nth-of-type(2)')[0].innerText === arguments[0];", typed);
});

const SHEET = 'When it was,What,Land\n31 February 2023,Nobody knows,Poland\n20 March 2023,The bridge opens,Poland\n2019-03,The plan,Poland\n';

eachBrowser('a sheet is dropped, its columns are told, and what is published is shown elsewhere', async (browser) => {
  await open(browser);
  await drop(browser, 'bridge.csv', SHEET);
  await browser.one('dialog[open]');
  await browser.click('.mapping summary');
  const choose = (at, role) => browser.run(`
    const select = document.querySelector('#map-' + arguments[0]);
    select.value = arguments[1];
    select.dispatchEvent(new Event('change', { bubbles: true }));`, at, role);
  await choose(0, 'date');
  await choose(1, 'title');
  await choose(2, 'countries');
  await browser.until("return /Events: 3/.test(document.querySelector('dialog').innerText);");
  assert.match(await browser.run("return document.querySelector('.report').innerText;"), /February/);
  await browser.click('#import-new');
  await browser.until("return deep(document, 'tbody tr').length === 3;");
  await browser.click('[data-section="head"]');
  await write(browser, '[id="field:/headline"]', 'A harbour town and its bridge');
  assert.match(await counts(browser), /^(No problems|Errors: 0)/);
  await browser.click('#publish');
  await browser.one('dialog[open]');
  if (await browser.run("return document.querySelector('#sure') !== null;")) await browser.click('#sure');
  const { home } = await site();
  await write(browser, '#program', home);
  const snippet = await browser.until("const { value } = document.querySelector('#snippet'); return value.includes(arguments[0]) && value;", home);
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Elsewhere</title></head><body><main>${snippet}</main></body></html>`;
  const elsewhere = await serve({ policy: '', answer: (path) => (path === '/' ? { body, type: 'text/html; charset=utf-8' } : undefined) });
  const files = await serve({ headers: { 'Access-Control-Allow-Origin': '*' } });
  try {
    const other = body.replaceAll(home, files.home);
    const shown = await serve({ policy: '', answer: (path) => (path === '/' ? { body: other, type: 'text/html; charset=utf-8' } : undefined) });
    await browser.open(shown.home, { width: 800, height: 900 });
    await browser.until("return deep(document, '[part~=\"list\"]').length > 0;");
    assert.match((await browser.texts('[part~="list"]')).join(), /The bridge opens/);
    await shown.close();
  } finally {
    await elsewhere.close();
    await files.close();
  }
});

eachBrowser('a spreadsheet is read by a program that is fetched for it', async (browser) => {
  await open(browser);
  const asked = () => browser.run("return performance.getEntriesByType('resource').filter(({ name }) => name.includes('importer')).length;");
  assert.equal(await asked(), 0, 'nobody has brought anything yet');
  await drop(browser, 'sheet.xlsx', readFileSync(new URL('../import/fixtures/sheet.xlsx', import.meta.url)));
  await browser.click('#import-new');
  await browser.until("return deep(document, 'tbody tr').length > 0;");
  assert.equal(await asked(), 2, 'the program and its glue');
  assert.deepEqual((await browser.probe()).reports, []);
});

eachBrowser('by keyboard alone: the example opens, cells are gone through, written and undone', async (browser) => {
  await open(browser);
  await browser.run("document.querySelector('#choose-file').focus();");
  await browser.press(KEY.tab, KEY.enter);
  await browser.until("return deep(document, 'tbody tr').length > 0;");
  await browser.run("document.querySelector('#add-row').focus();");
  for (let step = 0; step < 6 && !(await browser.run("return document.activeElement.matches('td');")); step += 1) await browser.press(KEY.tab);
  await browser.press(KEY.enter);
  const at = () => browser.run("const cell = document.activeElement.closest('td'); return cell && [cell.parentElement.rowIndex, cell.cellIndex].join();");
  await browser.until("return document.activeElement.matches('td input');");
  assert.equal(await at(), '1,1');
  await browser.press(KEY.down, KEY.right);
  await browser.until("const cell = document.activeElement.closest('td'); return cell && cell.parentElement.rowIndex === 2 && cell.cellIndex === 2;");
  await browser.type('Typed');
  await browser.press(KEY.enter);
  await browser.until("return document.activeElement.closest('td')?.parentElement.rowIndex === 3;");
  await hold(browser, HELD.control, 'z');
  await browser.until("return deep(document, 'tbody tr:nth-child(2) td:nth-of-type(2)')[0].textContent !== 'Typed' && !deep(document, 'tbody tr:nth-child(2) input').some((one) => one.value === 'Typed');");
  await browser.press(KEY.escape);
  await browser.until("return document.activeElement.matches('td');");
});

eachBrowser('rows copied from a sheet are pasted into the table, and sorted', async (browser) => {
  await open(browser);
  await browser.click('#new-work');
  await browser.click('#add-row');
  await browser.until("return document.activeElement.matches('td input');");
  assert.equal(await paste(browser, { 'text/plain': '20 March 2023\tThe bridge opens\tPoland\r\n2019-03\tThe plan\tPoland, Germany\r\n' }), false);
  await browser.until("return deep(document, 'tbody tr').length === 2;");
  await browser.click('.acts .quiet');
  const { events } = JSON.parse(await saved(browser));
  assert.deepEqual(events.map(({ date, title, countries }) => ({ date, title, countries })), [
    { date: '2019-03', title: 'The plan', countries: ['PL', 'DE'] },
    { date: '2023-03-20', title: 'The bridge opens', countries: ['PL'] },
  ]);
  assert.equal(new Set(events.map(({ id }) => id)).size, 2);
});

eachBrowser('a problem leads to its field, and a certain one is mended by a press', async (browser) => {
  await example(browser);
  await browser.click('tbody tr:nth-child(3) td:nth-of-type(1)');
  await write(browser, '[id="field:/events/2/date/value"], [id="field:/events/2/date"]', '2022-13');
  await browser.until("return /^Errors: [1-9]/.test(document.querySelector('#problems-title').innerText);");
  await browser.click('[data-section="people"]');
  await browser.click('.problems li.error .way');
  await browser.until("return document.activeElement.id === 'field:/events/2/date';");
  assert.equal(await browser.run("return document.activeElement.getAttribute('aria-invalid');"), 'true');
  await browser.click('#publish');
  assert.match((await browser.texts('dialog .refused')).join(), /1/, 'with errors nothing is published');
  await browser.press(KEY.escape);
  await browser.until("return !document.querySelector('dialog');");
});

eachBrowser('a store that is forbidden is said, and the work can be saved', async (browser) => {
  await open(browser);
  await browser.run("IDBDatabase.prototype.transaction = () => { throw new Error('forbidden'); };");
  await browser.click('#new-work');
  await browser.until("return /not kept/.test(document.querySelector('.state.bad')?.innerText);");
  assert.deepEqual(Object.keys(JSON.parse(await saved(browser))), ['schema', 'language']);
});

eachBrowser('two tabs with the same work hear of each other', async (browser) => {
  await open(browser);
  await browser.click('#new-work');
  await browser.until("return location.hash.startsWith('#work=') && /kept/.test(document.querySelector('.state').innerText);");
  const address = await browser.run('return location.href;');
  const first = await browser.driver.getWindowHandle();
  await browser.driver.switchTo().newWindow('tab');
  try {
    await browser.driver.get(address);
    await browser.until("return document.querySelector('.bar') !== null;");
    await browser.click('#add-row');
    await browser.type('1999');
    await browser.until("return /kept/.test(document.querySelector('.state').innerText);");
    await browser.driver.switchTo().window(first);
    await browser.home();
    await browser.until("return /another tab|Another tab/.test(document.querySelector('.notice')?.innerText);");
    await browser.until("return document.querySelectorAll('.notice button').length === 2;");
    await browser.click('.notice button');
    await browser.until("return deep(document, 'tbody tr').length === 1 && !document.querySelector('.notice');");
  } finally {
    for (const handle of await browser.driver.getAllWindowHandles()) {
      if (handle === first) continue;
      await browser.driver.switchTo().window(handle);
      await browser.driver.close();
    }
    await browser.driver.switchTo().window(first);
    await browser.home();
  }
}, { only: ['chromium', 'firefox'], because: 'the driver of WebKitGTK keeps the first tab in front, and one behind it draws no frames' });

eachBrowser('once loaded, the desk works without a network', async (browser) => {
  const server = await serve({ below: '/news/2023/' });
  try {
    await browser.open(`${server.home}desk/`, { width: 1440, height: 900 });
    await browser.until("return document.querySelector('#open-example') !== null;");
    // What it keeps is there once it answers.
    await browser.until('return navigator.serviceWorker.controller !== null;');
  } finally {
    await server.close();
  }
  await browser.open(`${server.home}desk/`, { width: 1440, height: 900 });
  await browser.click('#open-example');
  await browser.until("return deep(document, 'tbody tr').length > 0 && deep(document, '[part~=\"list\"]').length > 0;");
});

for (const [language, direction, word, wrong] of [['ar', 'rtl', 'الأحداث', '«soon» لا يبدأ بسنة من أربعة أرقام.'], ['uk', 'ltr', 'Події', '«soon» не починається з року з чотирьох цифр.']]) {
  eachBrowser(`the desk speaks its editor’s language: ${language}`, async (browser) => {
    const userAgent = await browser.run('return navigator.userAgent;');
    await browser.devtools('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: language });
    try {
      await example(browser, { width: 360 });
      assert.deepEqual(await browser.run('return [document.documentElement.lang, document.documentElement.dir];'), [language, direction]);
      assert.ok((await browser.texts('.tab')).some((tab) => tab.startsWith(word)));
      await browser.click('tbody tr:nth-child(3) td:nth-of-type(1)');
      await browser.until("return document.querySelector('.row-form') !== null;");
      const over = await browser.run('return document.documentElement.scrollWidth - document.documentElement.clientWidth;');
      assert.ok(over <= 0, `nothing is wider than the page, by ${over} px`);
      assert.match(await browser.run("return document.querySelector('.reads').innerText;"), /September 2022/, 'dates are in the article’s language');
      await write(browser, '[id="field:/events/2/date"]', 'soon');
      await browser.until("return [...document.querySelectorAll('.row-form .told li')].some((one) => one.innerText === arguments[0]);", wrong);
    } finally {
      await browser.devtools('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: 'en' });
    }
  }, { only: ['chromium'], because: 'only its driver changes the languages of a browser that runs' });
}

eachBrowser('what an input method composes is one step', async (browser) => {
  await open(browser);
  await browser.click('#new-work');
  await browser.click('[data-section="head"]');
  await browser.click('[id="field:/headline"]');
  const compose = (kind, text) => browser.run(`
    const input = document.activeElement;
    const [kind, text] = arguments;
    if (kind === 'input') {
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, isComposing: true }));
    } else input.dispatchEvent(new CompositionEvent(kind, { bubbles: true, data: text }));`, kind, text);
  await browser.type('x');
  await compose('compositionstart', '');
  for (const text of ['xに', 'xにほ', 'x日本']) await compose('input', text);
  await compose('compositionend', '日本');
  assert.equal(await browser.run('return document.activeElement.value;'), 'x日本');
  await hold(browser, HELD.control, 'z');
  await browser.until("return document.activeElement.value === 'x';");
});

for (const [width, dark] of [[1440, false], [1440, true], [360, false], [320, true]]) {
  eachBrowser(`axe finds nothing on the desk at ${width} px, ${dark ? 'dark' : 'light'}`, async (browser) => {
    const look = (what) => sound(browser, what);
    await open(browser, { width, dark });
    await look('first visit');
    await browser.click('#open-example');
    await browser.until("return deep(document, 'tbody tr').length > 0;");
    await browser.click('tbody tr:nth-child(3) td:nth-of-type(1)');
    await browser.until("return document.querySelector('.row-form') !== null;");
    await look('an event');
    await browser.click('[data-section="countries"]');
    await browser.click('tbody tr:nth-child(1) td:nth-of-type(1)');
    await browser.run("for (const one of document.querySelectorAll('.data-pane details')) one.open = true;");
    await look('a country with its claims');
    await browser.click('#publish');
    await browser.one('dialog[open]');
    await look('what to publish');
  }, { dark });
}

test('tsc agrees with what the desk’s scripts say of themselves', () => {
  const tsc = fileURLToPath(new URL('./node_modules/typescript/bin/tsc', import.meta.url));
  const desk = fileURLToPath(new URL('../../desk/', import.meta.url));
  const scripts = ['scripts/store.js', 'scripts/files.js', 'scripts/platform.js', 'worker.js'];
  const words = ['--noEmit', '--checkJs', '--strict', '--moduleDetection', 'force', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--lib', 'es2023,dom,dom.iterable'];
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...words, ...scripts], { cwd: desk, encoding: 'utf8' });
  assert.equal(status, 0, stdout);
});
