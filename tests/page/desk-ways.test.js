// Whole ways through the editor's desk, by mouse and by keyboard alone; what a reload in the
// middle of a word leaves; and files that were made to do harm.

import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ARTICLE, KEY, STRICT, WORK, eachBrowser, ready, serve } from './harness/index.js';
import { HELD, drop, example, fresh, hold, kept, open, paste, saved, tabTo, write } from './harness/desk.js';

/** Packs and unpacks, as the desk's own publishing does. */
const { unzipSync, zipSync } = createRequire(new URL('../../xtask/package.json', import.meta.url))('fflate');

/** Writes over all that stands in the field that has the focus. */
async function overwrite(browser, text) {
  await hold(browser, HELD.control, 'a');
  await browser.type(text);
}

/** What an editor does with a mouse, and types. */
const mouse = (browser) => ({
  press: (selector) => browser.click(selector),
  tick: (selector) => browser.click(selector),
  write: (selector, text) => write(browser, selector, text),
  choose: async (selector, value) => (await browser.one(`${selector} option[value="${value}"]`)).click(),
  cell: (row, column) => browser.click(`tbody tr:nth-child(${row}) td:nth-of-type(${column})`),
});

/** The same without one. */
const keyboard = (browser) => {
  const press = async (selector, key = KEY.enter) => {
    await tabTo(browser, selector);
    await browser.press(key);
  };
  return {
    press,
    tick: (selector) => press(selector, KEY.space),
    async write(selector, text) {
      await tabTo(browser, selector);
      await overwrite(browser, text);
    },
    async choose(selector, value) {
      await tabTo(browser, selector);
      const steps = await browser.run(`
        const { options, selectedIndex } = document.querySelector(arguments[0]);
        return [...options].findIndex(({ value }) => value === arguments[1]) - selectedIndex;`, selector, value);
      await browser.press(...Array(steps).fill(KEY.down));
    },
    async cell(row, column) {
      await press('td[tabindex="0"]');
      const here = await browser.until("return document.activeElement.matches('td input') && document.activeElement.closest('tr').rowIndex;");
      await browser.press(...Array(Math.abs(row - here)).fill(row > here ? KEY.down : KEY.up), ...Array(column - 1).fill(KEY.right));
    },
  };
};

/** Waits until the focus is in the field of a cell. */
const inCell = (browser, row, column) => browser.until(`
  const cell = document.activeElement.closest('td');
  return cell?.parentElement.rowIndex === arguments[0] && cell.cellIndex === arguments[1];`, row, column);

/** Waits until nothing is wrong that is an error, and sees that it stays so. */
async function flawless(browser) {
  const isSo = "return /^(No problems|Errors: 0)/.test(document.querySelector('#problems-title').innerText);";
  await browser.until(isSo);
  await browser.stays(isSo);
}

/** The bytes of the next file that is saved. */
async function bytesOf(browser, act) {
  await browser.run(`
    const { createObjectURL } = URL;
    window.made = undefined;
    URL.createObjectURL = (blob) => { window.made = blob; return createObjectURL(blob); };`);
  await act();
  await browser.until('return window.made !== undefined;');
  return Buffer.from(await browser.run(`
    return new Promise((done) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result.split(',')[1]);
      reader.readAsDataURL(window.made);
    });`), 'base64');
}

/** Columns without a name that is known, a day and a month in an unknown order, a country that none is called, and a row without a date. */
const SHEET = `When it was,What it was,Whose land
3/4/2021,Works begin,Poland
14 October 2022,A storm stops the works,Polnd
soon after,The bridge opens,Poland
`;

/** Serves the files of a folder that was published, with a page around its snippet, and opens that. */
async function elsewhere(browser, zip, look) {
  const folder = `${WORK}desk-ways-${browser.name}/`;
  rmSync(folder, { recursive: true, force: true });
  const files = unzipSync(zip);
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Elsewhere</title></head><body><main>${Buffer.from(files['snippet.html'])}</main></body></html>`;
  for (const [path, bytes] of Object.entries({ ...files, 'index.html': page })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const server = await serve({ folder, below: '/stories/', policy: STRICT });
  try {
    await browser.open(server.home, { width: 800, height: 900 });
    await ready(browser);
    await look();
  } finally {
    await server.close();
  }
}

for (const [how, hand] of [['mouse', mouse], ['keyboard alone', keyboard]]) {
  eachBrowser(`a sheet is mapped, mended and published, and shown by another server: by ${how}`, async (browser) => {
    const { press, tick, write, choose, cell } = hand(browser);
    await open(browser);
    // No driver can choose a file in the browser's own window, nor drag one in.
    await drop(browser, 'bridge.csv', SHEET);
    await browser.one('dialog[open] .mapping');
    await press('.mapping summary');
    for (const [at, role] of ['date', 'title', 'countries'].entries()) await choose(`#map-${at}`, role);
    await choose('#date-order', 'dmy');
    await browser.until("return /Events: 2/.test(document.querySelector('dialog').innerText) && /soon after/.test(document.querySelector('.report').innerText);");
    await press('#import-new');
    await browser.until("return document.querySelectorAll('tbody tr').length === 2;");
    await cell(2, 3);
    await inCell(browser, 2, 3);
    await browser.type('Poland');
    await press('#add-row');
    await inCell(browser, 3, 1);
    await browser.type('2023-13');
    await browser.press(KEY.tab);
    await browser.type('The bridge opens');
    await browser.press(KEY.tab);
    await browser.type('Poland');
    await browser.one('.problems li.error .way');
    // What is told a moment later moves what is below it.
    await browser.steady("return document.querySelector('.problems').innerText;");
    await press('.problems li.error .way');
    await browser.until("return document.activeElement.id === 'field:/events/2/date';");
    await overwrite(browser, '20 March 2023');
    await flawless(browser);
    await press('#publish');
    await browser.one('dialog[open] #publish-zip');
    if (await browser.run("return document.querySelector('#sure') !== null;")) await tick('#sure');
    const zip = await bytesOf(browser, () => press('#publish-zip'));
    await elsewhere(browser, zip, async () => {
      const shown = (await browser.texts('[part~="list"]')).join();
      for (const words of ['Works begin', 'A storm stops the works', 'The bridge opens', '3 April 2021']) assert.ok(shown.includes(words), `${words}: ${shown}`);
      assert.deepEqual((await browser.probe()).reports, []);
    });
  });
}

/** What the work is now, saved by a key. */
async function savedByKey(browser) {
  const before = await browser.run('return saved.length;');
  await hold(browser, HELD.control, 's');
  await browser.until('return saved.length > arguments[0];', before);
  return browser.run('return saved.at(-1);');
}

/** Presses a shortcut until a button can no longer be pressed; how often. */
async function exhaust(browser, button, ...keys) {
  let steps = 0;
  while (await browser.run('return !document.querySelector(arguments[0]).disabled;', button)) {
    await hold(browser, ...keys);
    steps += 1;
    assert.ok(steps < 100, `${button} has no end`);
  }
  return steps;
}

eachBrowser('by keyboard alone: ten edits of the example, undone and done again, save the same file', async (browser) => {
  const { press, write: writeIn, cell } = keyboard(browser);
  await open(browser);
  await press('#open-example');
  await browser.until("return document.querySelectorAll('tbody tr').length === arguments[0];", ARTICLE.events.length);
  const first = await savedByKey(browser);
  assert.deepEqual(JSON.parse(first), ARTICLE, 'opened and saved, it is what it was');
  await cell(2, 1);
  await inCell(browser, 2, 1);
  await browser.type('25 February 2022');
  await browser.press(KEY.tab);
  await inCell(browser, 2, 2);
  await browser.type('An invasion');
  await hold(browser, HELD.alt, KEY.down);
  await inCell(browser, 3, 2);
  await writeIn('[id="field:/events/2/text"]', 'What it was.');
  await writeIn('[id="field:/events/2/countries"]', 'Ukraine, Poland');
  await press('[id="field:/events/2/key"]', KEY.space);
  await press('[data-section="people"]');
  await press('#add-row');
  await inCell(browser, ARTICLE.people.length + 1, 1);
  await browser.type('Anna Kowal');
  await browser.press(KEY.tab);
  await browser.type('mayor');
  await press('[data-section="head"]');
  await writeIn('[id="field:/headline"]', 'Another headline');
  await press('[data-section="events"]');
  await press('.row-form .acts button:nth-child(3)');
  await browser.until("return document.querySelectorAll('tbody tr').length === arguments[0];", ARTICLE.events.length - 1);
  const last = await savedByKey(browser);
  const { events, people, headline } = JSON.parse(last);
  const before = ARTICLE.events[1];
  const { title, date, text, countries, key } = events[1];
  assert.deepEqual([title, date.value, text, countries, key ?? false], ['An invasion', '2022-02-25', 'What it was.', ['UA', 'PL'], !before.key]);
  assert.deepEqual([headline, people.at(-1).name, people.at(-1).role], ['Another headline', 'Anna Kowal', 'mayor']);
  const steps = await exhaust(browser, '#undo', HELD.control, 'z');
  assert.ok(steps >= 10, `${steps} steps`);
  assert.equal(await savedByKey(browser), first, 'undo of all is the beginning');
  assert.equal(await exhaust(browser, '#redo', [HELD.control, KEY.shift], 'z'), steps);
  assert.equal(await savedByKey(browser), last, 'redo of all is the end');
});

eachBrowser('Tab goes to the next cell, and Shift with it to the one before, where what is typed stands instead', async (browser) => {
  await example(browser);
  const { cell } = keyboard(browser);
  await cell(2, 1);
  await inCell(browser, 2, 1);
  await browser.press(KEY.tab);
  await inCell(browser, 2, 2);
  await hold(browser, KEY.shift, KEY.tab);
  await inCell(browser, 2, 1);
  await browser.type('1999');
  await browser.until("return document.activeElement.value === '1999';");
});

eachBrowser('a cell that Escape has left is gone on from by arrows, and written over by letters', async (browser) => {
  await example(browser);
  const { cell } = keyboard(browser);
  await cell(2, 2);
  await inCell(browser, 2, 2);
  const leave = async () => {
    await browser.press(KEY.escape);
    await browser.until("return document.activeElement.matches('td');");
  };
  await leave();
  await browser.press(KEY.down);
  await inCell(browser, 3, 2);
  await leave();
  await browser.type('Anew');
  await inCell(browser, 3, 2);
  await browser.until("return document.activeElement.value === 'Anew';");
});

eachBrowser('the focus is never lost with what was pressed', async (browser) => {
  const { press } = keyboard(browser);
  await open(browser);
  await press('#new-work');
  await browser.until("return document.activeElement.id === 'add-row';");
  await browser.press(KEY.enter);
  await inCell(browser, 1, 1);
  await press('.row-form > header button:last-child');
  await browser.until("return document.activeElement.id === 'add-row';");
  await open(browser);
  await press('#open-example');
  await browser.until("return document.activeElement.matches('td');");
  await drop(browser, 'mine.json', JSON.stringify({ schema: 1, language: 'en', headline: 'Caf&eacute; Central', events: [{ id: 'e', title: 'T', date: '2021', countries: ['Poland'] }] }));
  await press('#import-new');
  for (const left of [1, 0]) {
    await press('.problems .mend');
    await browser.until("return document.activeElement.id === 'problems-title';");
    await browser.until("return document.querySelectorAll('.problems .mend').length === arguments[0];", left);
  }
  const { headline, events: [event] } = JSON.parse(await saved(browser));
  assert.deepEqual([headline, event.countries], ['Café Central', ['PL']]);
});

eachBrowser('columns without headers are mapped by their letters', async (browser) => {
  await open(browser);
  await drop(browser, 'sheet.csv', 'Kolumna 1,Kolumna 2\n2019-03-05,Most otwarto\n2020-04-06,Droga\n');
  const { choose, press } = mouse(browser);
  await press('.mapping summary');
  assert.deepEqual(await browser.run("return [...document.querySelectorAll('.mapping label')].map(({ textContent }) => textContent);"), ['A', 'B']);
  await choose('#map-0', 'date');
  await choose('#map-1', 'title');
  await browser.until("return document.querySelector('#import-new');");
  await press('#import-new');
  await browser.until("return [...document.querySelectorAll('tbody tr')].some(({ innerText }) => innerText.includes('Most otwarto'));");
});

/** An article as it is copied from its page. */
const PAGE = `<article><h1>A harbour town</h1><p>Poland opened the <b>bridge</b> on 20 March 2023.</p>
  <p>“We have waited long enough”, said mayor Anna Kowal.</p><p>About 1,400 cars an hour cross it in Poland.</p></article>`;

/** Takes the caret forward to a place in the text, with a key held or none. Firefox stops twice where a line is broken. */
async function caretTo(browser, place, held = []) {
  const left = () => browser.run('return arguments[0] - document.activeElement.selectionEnd;', place);
  for (let steps = await left(); steps > 0; steps = await left()) await hold(browser, held, ...Array(steps).fill(KEY.right));
}

/** Selects words of the article's text, in which the focus is. */
async function select(browser, words) {
  const at = await browser.run('return document.activeElement.value.indexOf(arguments[0]);', words);
  await hold(browser, HELD.control, KEY.home);
  await caretTo(browser, at);
  await caretTo(browser, at + words.length, KEY.shift);
  const selected = await browser.run('const { value, selectionStart, selectionEnd } = document.activeElement; return value.slice(selectionStart, selectionEnd);');
  assert.equal(selected, words);
}

eachBrowser('by keyboard alone: an article is pasted, and three selections become facts without an error', async (browser) => {
  const { press, write: writeIn } = keyboard(browser);
  await open(browser);
  await press('#new-work');
  await tabTo(browser, '#article-text');
  await paste(browser, { 'text/html': PAGE, 'text/plain': 'x' });
  await browser.until("return /Kowal/.test(document.querySelector('#article-text').value);");
  const make = async (words, choice, field) => {
    await tabTo(browser, '#article-text');
    await select(browser, words);
    await tabTo(browser, `.from-selection button:nth-child(${choice})`);
    await browser.press(KEY.enter);
    await browser.until('return document.activeElement.id === arguments[0];', `field:${field}`);
  };
  const sentences = ['Poland opened the bridge on 20 March 2023.', '“We have waited long enough”, said mayor Anna Kowal.', '1,400 cars an hour cross it in Poland'];
  const found = (count) => browser.until("return [...document.querySelectorAll('.sentence .reading')].filter(({ innerText }) => innerText === 'It stands in the article’s text.').length === arguments[0];", count);
  await make(sentences[0], 1, '/events/0/title');
  await overwrite(browser, 'The bridge opens');
  await found(1);
  await make(sentences[1], 3, '/countries/0/claims/0/speaker');
  await overwrite(browser, 'Anna Kowal');
  await press('[data-field="speaker"] .acts button');
  await browser.until("return document.activeElement.id === 'field:/countries/0/claims/0/speaker';");
  await writeIn('[id="field:/countries/0/code"]', 'Poland');
  await make(sentences[2], 4, '/countries/0/figures/0/speaker');
  await found(2);
  await press('[data-section="head"]');
  await writeIn('[id="field:/headline"]', 'The bridge');
  await flawless(browser);
  assert.deepEqual(await browser.run("return [...document.querySelectorAll('.mirror mark')].map(({ textContent }) => textContent);"), sentences);
  const { events, people, countries: [card] } = JSON.parse(await savedByKey(browser));
  assert.deepEqual([events[0].title, events[0].date.value ?? events[0].date, events[0].countries], ['The bridge opens', '2023-03-20', ['PL']]);
  assert.deepEqual([people[0].name, card.code, card.claims[0].speaker, card.figures.length], ['Anna Kowal', 'PL', people[0].id, 1]);
});

/** How a page comes again: by its reader's press, or by its own in the moment of the last letter. */
const RELOADS = {
  'after its last letter': { act: (browser) => browser.driver.navigate().refresh() },
  'with its last letter': { arm: "addEventListener('input', ({ target }) => { if (target.value.endsWith('wo')) location.reload(); });" },
};

for (const [when, { arm = '', act = () => {} }] of Object.entries(RELOADS)) {
  eachBrowser(`a reload in the middle of a word loses no letter of it: ${when}`, async (browser) => {
    await example(browser);
    await kept(browser);
    // What is lost of a word depends on how far the store is: several tell more than one.
    for (let turn = 1; turn <= 6; turn += 1) {
      const words = `${turn}. In the middle of a wo`;
      await browser.click('tbody tr:nth-child(2) td:nth-of-type(2)');
      await inCell(browser, 2, 2);
      await browser.run(`window.isOld = true; ${arm}`);
      await browser.type(words);
      // Drivers answer for the reader who is asked whether to leave.
      await act(browser);
      await browser.home();
      await browser.until("return !window.isOld && document.querySelectorAll('tbody tr').length > 0;");
      assert.equal(await browser.steady("return document.querySelector('tbody tr:nth-child(2) td:nth-of-type(2)').innerText;"), words);
    }
  });
}

/** Waits for the sentence that a file gets which cannot be read. */
const refusal = (browser) => browser.until("return document.querySelector('dialog .refused[role=\"alert\"], .notice.bad')?.innerText;");

/** A packed file whose sheet is 300 MB of one letter. */
function bomb() {
  const sheet = Buffer.alloc(300 << 20, 'a');
  return Buffer.from(zipSync({ 'xl/workbook.xml': Buffer.from('<workbook/>'), 'xl/worksheets/sheet1.xml': sheet }, { level: 9 }));
}

/** The same, which says that it is small. */
function liar() {
  const bytes = bomb();
  const [size, small] = [300 << 20, 1000].map((length) => {
    const four = Buffer.alloc(4);
    four.writeUInt32LE(length);
    return four;
  });
  for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at)) small.copy(bytes, at);
  return bytes;
}

/** Entities that stand for ten of the one before, thirty deep. */
const LAUGHS = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY l0 "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')}]>
<svg xmlns="http://www.w3.org/2000/svg"><text>&l30;</text></svg>`;

const WIDE = `${'a,'.repeat(999_999)}a\n`;

eachBrowser('files that were made to do harm get a sentence, and the desk lives on', async (browser) => {
  await fresh(browser);
  const files = {
    'bomb.xlsx': [bomb(), /256 MiB/],
    'liar.xlsx': [liar(), /cannot be read: .*larger than its declared/],
    'wide.csv': [WIDE + WIDE, /1000000 columns; at most 2000/],
    'laughs.svg': [LAUGHS, /This is XML/],
    'laughs.xml': [LAUGHS, /This is XML/],
  };
  let text = '';
  for (const [name, [bytes, sentence]] of Object.entries(files)) {
    await drop(browser, name, bytes);
    assert.match(await refusal(browser), sentence, name);
    if (await browser.run("return document.querySelector('dialog') !== null;")) await browser.press(KEY.escape);
    await browser.until("return document.querySelector('dialog') === null;");
    // Two clicks at one place are a double click, which selects what was typed.
    await tabTo(browser, '#article-text');
    await browser.type('x');
    text += 'x';
    await browser.until("return document.querySelector('#article-text').value === arguments[0];", text);
    await kept(browser);
  }
});

/** The cells of a table. */
const cellsOf = (csv) => [...csv.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(?:,|\r?\n)/g)].map(([, cell]) => cell.replace(/^"|"$/g, '').replaceAll('""', '"'));

eachBrowser('cells that a spreadsheet would run are texts at the desk, and leave it as texts', async (browser) => {
  const cells = ['=HYPERLINK("https://evil.example","x")', '+1+1', '-2+3', '@SUM(A1)'];
  const quoted = (cell) => `"${cell.replaceAll('"', '""')}"`;
  const titles = async () => JSON.parse(await saved(browser)).events.map(({ title }) => title);
  await open(browser);
  await drop(browser, 'cells.csv', `Date,Title,Countries\n${cells.map((cell, at) => `${2001 + at},${quoted(cell)},PL\n`).join('')}`);
  await browser.click('#import-new');
  await browser.until("return document.querySelectorAll('tbody tr').length === 4;");
  assert.deepEqual(await titles(), cells);
  await flawless(browser);
  await browser.click('#publish');
  await browser.one('dialog[open] #publish-csv');
  if (await browser.run("return document.querySelector('#sure') !== null;")) await browser.click('#sure');
  const csv = (await bytesOf(browser, () => browser.click('#publish-csv'))).toString('utf8');
  const written = cellsOf(csv);
  for (const cell of cells) assert.ok(written.includes(`'${cell}`), `${cell}: ${csv}`);
  assert.deepEqual(written.filter((cell) => /^[=+\-@]/.test(cell)), []);
  await browser.press(KEY.escape);
  await browser.until("return document.querySelector('dialog') === null;");
  await drop(browser, 'again.csv', csv);
  await browser.click('#import-new');
  await browser.until("return document.querySelector('#work-name').value === 'again';");
  assert.deepEqual(await titles(), cells, 'and they come back as they were');
});
