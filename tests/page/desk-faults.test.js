// The editor's desk where it is hard on it: files and tabs that would write over each other,
// keyboards of other alphabets, what is dragged and pasted, and what is heard of it.

import assert from 'node:assert/strict';
import { ARTICLE, KEY, eachBrowser, serve, until } from './harness/index.js';
import { begun, dragged, drop, example, fresh, kept, key, open, paste, saved, store, write } from './harness/desk.js';

const article = (more = {}) => ({ schema: 1, language: 'en', headline: 'H', events: [{ id: 'e', title: 'T', date: '2021' }], ...more });

/** Files that are chosen and written as where the browser lets a page do both. */
async function choosing(browser, files) {
  await browser.run(`
    const [files] = arguments;
    window.written = {};
    const handle = (name) => ({
      name,
      getFile: async () => new File([files[name] ?? ''], name),
      createWritable: async () => ({ write: async (blob) => { written[name] = await blob.text(); }, close: async () => {} }),
    });
    window.choose = (name) => { window.showOpenFilePicker = async () => [handle(name)]; };
    window.showSaveFilePicker = async () => handle('asked');`, files);
}

const pick = async (browser, name, button = '#import') => {
  await browser.run('choose(arguments[0]);', name);
  await browser.click(button);
  await browser.one('dialog[open] #import-new');
};

/** Begins another work. The works come into their list a moment later, and move what is below. */
async function another(browser) {
  await browser.click('#works');
  await browser.one('dialog .works li');
  await browser.click('dialog .acts .plain');
  await browser.until("return !document.querySelector('dialog');");
}

/** The files that a save has written, by name. */
async function writes(browser) {
  await browser.run('window.written = {};');
  await browser.click('#save');
  return browser.until('const names = Object.keys(written); return names.length > 0 && names;');
}

eachBrowser('a save writes over a file only where that was opened as a work', async (browser) => {
  const mine = `${JSON.stringify(article(), null, 2)}\n`;
  const files = {
    'mine.json': mine,
    'other.json': JSON.stringify({ events: [{ start_date: { year: '2021' }, text: { headline: 'T' } }] }),
    'page.html': `<!doctype html><dateline-widget><script type="application/json">${JSON.stringify(article())}</script></dateline-widget>`,
  };
  await fresh(browser);
  await kept(browser);
  await choosing(browser, files);
  await pick(browser, 'mine.json');
  await browser.press(KEY.escape);
  await browser.until("return !document.querySelector('dialog');");
  assert.deepEqual(await writes(browser), ['asked'], 'what was looked at alone');
  for (const name of ['other.json', 'page.html']) {
    await pick(browser, name);
    await browser.click('#import-new');
    await browser.until("return deep(document, 'tbody tr').length === 1;");
    assert.deepEqual(await writes(browser), ['asked'], name);
  }
  await pick(browser, 'mine.json');
  await browser.click('#import-update');
  assert.deepEqual(await writes(browser), ['asked'], 'what went into another work');
  await pick(browser, 'mine.json');
  await browser.click('#import-new');
  assert.deepEqual(await writes(browser), ['mine.json']);
  assert.equal(await browser.run("return written['mine.json'];"), mine);
  await another(browser);
  assert.deepEqual(await writes(browser), ['asked'], 'another work is none of that file');
  await another(browser);
  await browser.until("return !/saved as/.test(document.querySelector('.state').innerText);");
});

eachBrowser('a work that is opened from the first visit is saved nowhere unasked', async (browser) => {
  await fresh(browser);
  await kept(browser);
  await open(browser);
  await choosing(browser, { 'mine.json': JSON.stringify(article()) });
  await pick(browser, 'mine.json', '#choose-file');
  await browser.press(KEY.escape);
  await browser.until("return !document.querySelector('dialog');");
  await browser.click('.works .way');
  await browser.until("return document.querySelector('.bar') !== null;");
  assert.deepEqual(await writes(browser), ['asked']);
});

const versions = (browser) => store(browser, '({ versions, range, done }) => { versions.getAllKeys(range).onsuccess = ({ target }) => done(target.result.length); }');

eachBrowser('neither opening a work nor its name pushes its versions out', async (browser) => {
  await fresh(browser);
  await kept(browser);
  assert.equal(await versions(browser), 1);
  await write(browser, '#work-name', 'A name');
  await kept(browser);
  assert.equal(await versions(browser), 1, 'its name');
  await browser.driver.navigate().refresh();
  await browser.home();
  await browser.until("return document.querySelector('#work-name')?.value === 'A name';");
  await kept(browser);
  // A minute later.
  await browser.run('const { now } = window.Date; window.Date.now = () => now() + 60_000;');
  await write(browser, '#work-name', 'Another');
  await kept(browser);
  assert.equal(await versions(browser), 1, 'opening, and its name');
  await browser.click('#add-row');
  // What was kept before is still said for a moment.
  await until('a version of the change', async () => await versions(browser) > 1);
  await kept(browser);
  assert.equal(await versions(browser), 2, 'a change');
});

eachBrowser('a store that does not answer is asked anew', async (browser) => {
  await fresh(browser);
  await kept(browser);
  await browser.run(`
    const { IDBDatabase, setTimeout: later } = window;
    const { transaction } = IDBDatabase.prototype;
    // The first try alone has less time.
    window.setTimeout = (act, time, ...more) => later(act, window.asked ? time : Math.min(time, 200), ...more);
    const silent = { objectStore: () => ({ get: () => ({}) }) };
    window.asked = 0;
    IDBDatabase.prototype.transaction = function (...all) {
      window.asked += 1;
      return window.asked === 1 ? silent : transaction.apply(this, all);
    };`);
  await browser.click('#article-text');
  await browser.type('M');
  await browser.until('return asked > 1;');
  await kept(browser);
  assert.equal(await store(browser, '({ works, id, done }) => { works.get(id).onsuccess = ({ target }) => done(target.result.text); }'), 'M');
});

eachBrowser('what another tab has is taken by a step, which is undone', async (browser) => {
  await fresh(browser);
  await kept(browser);
  await browser.click('#article-text');
  await browser.type('Mine');
  await kept(browser);
  await store(browser, `({ works, id, done }) => {
    works.get(id).onsuccess = ({ target }) => { works.put({ ...target.result, text: 'Theirs' }).onsuccess = () => done(); };
  }`);
  const tell = (kind) => browser.run(`
    const [kind, id] = [arguments[0], Number(location.hash.replace('#work=', ''))];
    window.other ??= new BroadcastChannel('dateline-desk');
    other.postMessage({ kind, id, tab: -1 });`, kind);
  await tell('kept');
  await browser.until("return document.querySelectorAll('.notice button').length === 2;");
  await tell('hello');
  await browser.stays("return document.querySelectorAll('.notice button').length === 2;");
  await browser.click('.notice button');
  await browser.until("return document.querySelector('#article-text').value === 'Theirs';");
  await browser.click('#undo');
  await browser.until("return document.querySelector('#article-text').value === 'Mine';");
});

eachBrowser('without a work tabs say nothing to each other, and a channel that fails is no trouble of the work’s', async (browser) => {
  await open(browser);
  await browser.run(`
    window.heard = [];
    window.other = new BroadcastChannel('dateline-desk');
    other.onmessage = ({ data }) => heard.push(data);
    other.postMessage({ kind: 'hello', id: 0, tab: -1 });`);
  await browser.stays("return heard.length === 0 && document.querySelector('.notice') === null;");
  await browser.run("BroadcastChannel.prototype.postMessage = () => { throw new Error('the channel is closed'); };");
  await browser.click('#new-work');
  await kept(browser);
});

eachBrowser('a work is forgotten, and one that is not kept is left, only when the editor is sure', async (browser) => {
  await fresh(browser);
  await kept(browser);
  await browser.run('window.asked = []; window.sure = false; window.confirm = (question) => { asked.push(question); return sure; };');
  await another(browser);
  await kept(browser);
  assert.deepEqual(await browser.run('return asked;'), [], 'what is kept may be left');
  await browser.click('#works');
  const count = () => browser.steady("return document.querySelectorAll('dialog .works li .quiet').length;");
  await browser.one('dialog .works li .quiet');
  const before = await count();
  await browser.click('dialog .works li .quiet');
  assert.equal(await count(), before);
  await browser.run('window.sure = true;');
  await browser.click('dialog .works li .quiet');
  await browser.until("return arguments[0] === document.querySelectorAll('dialog .works li .quiet').length;", before - 1);
  const asked = await browser.run('return asked;');
  assert.ok(asked.length === 2 && asked.every((question) => question.startsWith('Forget “')), asked.join('\n'));
  await browser.run("window.asked = []; window.sure = false; IDBDatabase.prototype.transaction = () => { throw new Error('forbidden'); };");
  await browser.press(KEY.escape);
  await browser.until("return !document.querySelector('dialog');");
  await browser.click('#article-text');
  await browser.type('Mine');
  await browser.until("return document.querySelector('.state.bad span[lang=en]')?.innerText === 'forbidden';");
  const leave = async () => {
    await browser.click('#works');
    await browser.click('dialog .acts .plain');
    await browser.until("return !document.querySelector('dialog');");
    return browser.run("return [asked.length, document.querySelector('#article-text').value];");
  };
  assert.deepEqual(await leave(), [1, 'Mine']);
  await saved(browser);
  assert.deepEqual(await leave(), [1, ''], 'a file has it');
});

eachBrowser('shortcuts are heard from keyboards of other alphabets, and not where they have nothing to do', async (browser) => {
  await fresh(browser);
  await browser.click('#article-text');
  await browser.type('x');
  const text = "return document.querySelector('#article-text').value;";
  assert.equal(await key(browser, '#article-text', 'я', 'KeyZ'), false);
  await browser.until(text.replace('value', "value === ''"));
  assert.equal(await key(browser, '#article-text', 'ئ', 'KeyZ', { metaKey: true, shiftKey: true }), false);
  await browser.until(text.replace('value', "value === 'x'"));
  // A German keyboard has Z where others have Y.
  assert.equal(await key(browser, '#article-text', 'z', 'KeyY'), false);
  await browser.until(text.replace('value', "value === ''"));
  assert.equal(await key(browser, '#work-name', 'z', 'KeyZ', { ctrlKey: true, shiftKey: true }), true, 'its own undo');
  await browser.click('#publish');
  await browser.one('dialog[open]');
  assert.equal(await key(browser, 'dialog button', 'y', 'KeyY'), true, 'what is under a dialog');
  assert.equal(await browser.run(text), '');
  await browser.press(KEY.escape);
  const before = await browser.run('return saved.length;');
  assert.equal(await key(browser, '#article-text', 'і', 'KeyS'), false);
  await browser.until('return saved.length > arguments[0];', before);
});

eachBrowser('what is pasted goes in at the caret, and what is dragged within a text is no import', async (browser) => {
  await fresh(browser);
  await browser.click('#article-text');
  await browser.type('AB');
  await browser.run("document.querySelector('#article-text').setSelectionRange(1, 1);");
  assert.equal(await paste(browser, { 'text/html': '<p>one <b>two</b></p>' }), false);
  await browser.until("return document.querySelector('#article-text').value === 'Aone twoB';");
  assert.deepEqual(await browser.run("const area = document.querySelector('#article-text'); return [area.selectionStart, area.selectionEnd];"), [8, 8]);
  for (const isOwn of [true, false]) {
    assert.deepEqual(await dragged(browser, '#article-text', 'two', isOwn), [true, true], 'the field takes it');
  }
  assert.deepEqual(await dragged(browser, '.bar', 'two', true), [true, true], 'nobody takes it');
  // Sheets copy a picture of their cells with them.
  await browser.click('#add-row');
  await browser.until("return document.activeElement.matches('td input');");
  const picture = { name: 'cells.png', bytes: 'PNG' };
  assert.equal(await paste(browser, { 'text/plain': '2021\tOne\n2022\tTwo\n' }, picture), false);
  await browser.until("return deep(document, 'tbody tr').length === 2;");
  await browser.stays("return document.querySelector('dialog, .notice') === null;");
  await browser.run('document.activeElement.select();');
  assert.equal(await paste(browser, { 'text/plain': 'One\n' }, picture), false);
  await browser.until("return document.activeElement.value === 'One';");
  assert.equal(await browser.run("return document.querySelector('dialog, .notice');"), null);
  assert.deepEqual(await dragged(browser, '.bar', '2021-01-01: One\n2022: Two', false), [false, false], 'a text from elsewhere');
  await browser.one('dialog[open]');
});

eachBrowser('cells of several lines are gone through as others are', async (browser) => {
  await fresh(browser);
  await browser.click('[data-section="countries"]');
  await browser.click('#add-row');
  await browser.click('#add-row');
  const at = (row, column) => browser.until(`
    const cell = document.activeElement.closest('td');
    return cell && cell.parentElement.rowIndex === arguments[0] && cell.cellIndex === arguments[1];`, row, column);
  await at(2, 1);
  await browser.press(KEY.tab);
  await at(2, 2);
  assert.equal(await browser.run('return document.activeElement.localName;'), 'textarea');
  assert.equal(await paste(browser, { 'text/plain': 'A note\n' }), false);
  await browser.until("return document.activeElement.value === 'A note';");
  await browser.press(KEY.up);
  await at(1, 2);
  await browser.press(KEY.enter);
  await at(2, 2);
  assert.equal(await browser.run('return [document.activeElement.value, document.activeElement.selectionEnd].join();'), 'A note,6', 'all of it is selected');
  await browser.press(KEY.left);
  await at(2, 1);
  assert.equal(await paste(browser, { 'text/plain': 'PL\tBridges\n' }), false);
  await browser.until("return document.querySelector('tbody tr:nth-child(2) td:nth-of-type(2)').innerText === 'Bridges';");
  await browser.run("document.documentElement.dir = 'rtl';");
  await browser.press(KEY.up);
  await at(1, 1);
  await browser.press(KEY.left);
  await at(1, 2);
  await browser.press(KEY.right);
  await at(1, 1);
});

/** Letters in an encoding of a byte each, whose letters begin at a place as Unicode's do at another. */
const bytes = (text, from, to) => Buffer.from([...text].map((letter) => (letter.codePointAt(0) < 128 ? letter.codePointAt(0) : letter.codePointAt(0) - from + to)));

eachBrowser('rows are pasted with countries in the language that the article has by then', async (browser) => {
  await fresh(browser);
  await browser.click('#add-row');
  await browser.click('[data-section="head"]');
  await write(browser, '[id="field:/language"]', 'uk');
  await browser.click('[data-section="events"]');
  await browser.click('tbody tr:nth-child(1) td:nth-of-type(1)');
  await browser.until("return document.activeElement.matches('td input');");
  assert.equal(await paste(browser, { 'text/plain': '2021\tМіст\tПольща\n' }), false);
  await browser.until("return deep(document, 'tbody td')[1]?.innerText === 'Міст';");
  assert.deepEqual(JSON.parse(await saved(browser)).events[0].countries, ['PL']);
});

eachBrowser('files in older encodings are read by the language of the work', async (browser) => {
  await fresh(browser);
  const text = (wanted) => browser.until("return document.querySelector('#article-text').value === arguments[0];", wanted);
  await browser.click('[data-section="head"]');
  await write(browser, '[id="field:/language"]', 'uk');
  const words = 'Польща закрила кордон з Білоруссю'.replaceAll('і', 'и');
  await drop(browser, 'a.txt', bytes(words, 0x410, 0xc0));
  await text(words);
  await drop(browser, 'b.txt', Buffer.from('Le café près de la forêt', 'latin1'));
  await text('Le café près de la forêt');
  await write(browser, '[id="field:/language"]', 'ar');
  await drop(browser, 'c.txt', Buffer.from([0xc7, 0xe1, 0xcd, 0xcf, 0xe6, 0xcf]));
  await text('الحدود');
});

eachBrowser('a sheet is read in the language of the work', async (browser) => {
  await fresh(browser);
  await browser.click('[data-section="head"]');
  await write(browser, '[id="field:/language"]', 'uk');
  await drop(browser, 'a.csv', 'Date,Title\n3/4/2021,План\n20 березня 2023,Міст\n');
  await browser.click('#import-new');
  await browser.until("return document.querySelector('#work-name').value === 'a';");
  const { language, events } = JSON.parse(await saved(browser));
  const value = (date) => date.value ?? date;
  assert.deepEqual([language, ...events.map(({ date }) => value(date))], ['uk', '2021-04-03', '2023-03-20']);
});

eachBrowser('a sheet is read in the desk’s language where there is no work', async (browser) => {
  const userAgent = await browser.run('return navigator.userAgent;');
  await browser.devtools('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: 'uk' });
  try {
    await open(browser);
    await drop(browser, 'a.csv', 'Date,Title\n3/4/2021,План\n20 березня 2023,Міст\n');
    await browser.click('#import-new');
    await browser.until("return document.querySelector('#work-name')?.value === 'a';");
    const { language, events } = JSON.parse(await saved(browser));
    assert.deepEqual([language, events.map(({ date }) => date.value ?? date)], ['uk', ['2021-04-03', '2023-03-20']]);
    await browser.click('tbody tr:nth-child(1) td:nth-of-type(1)');
    await write(browser, '[id="field:/events/0/date"]', '2021-13-45');
    const told = () => browser.run("return ['.told li > *', '.date-field .reading > *'].flatMap((one) => [...document.querySelectorAll(one)]).map(({ lang, dir }) => lang + dir);");
    await browser.until("return document.querySelector('.told li') !== null;");
    assert.deepEqual(new Set(await told()), new Set(['enltr']), 'what is told in English says so');
  } finally {
    await browser.devtools('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: 'en' });
  }
}, { only: ['chromium'], because: 'only its driver changes the languages of a browser that runs' });

eachBrowser('that the work is kept is heard once, and each field is told of by its hint and its problem', async (browser) => {
  await example(browser);
  await kept(browser);
  await browser.run(`
    window.told = 0;
    new MutationObserver(() => { told += 1; }).observe(document.querySelector('.bar [role=status]'), { subtree: true, childList: true, characterData: true });`);
  await browser.click('#article-text');
  for (const letter of 'abcdefgh') {
    await browser.type(letter);
    await kept(browser);
  }
  const told = await browser.run('return told;');
  assert.ok(told <= 1, `${told} times, where a minute may have passed once`);
  assert.match(await browser.run("return document.querySelector('.bar [role=status]').textContent;"), /^kept /);
  await browser.click('tbody tr:nth-child(3) td:nth-of-type(1)');
  await write(browser, '[id="field:/events/2/date"]', '2022-13');
  const described = (path) => browser.run(`
    const ids = document.getElementById('field:' + arguments[0]).getAttribute('aria-describedby');
    return (ids ?? '').split(' ').map((id) => document.getElementById(id)?.className).join(' ');`, path);
  await browser.until("return document.querySelector('[data-field=date] .told') !== null;");
  assert.equal(await described('/events/2/date'), 'reading told');
});

eachBrowser('the first visit names the sheets that may be dropped', async (browser) => {
  await open(browser);
  assert.match((await browser.texts('.drops'))[0], /\.xlsx.*\.ods/);
});

eachBrowser('what keeps the desk offline keeps this build alone, and no answer that failed', async (browser) => {
  const server = await serve({ below: '/news/2024/' });
  try {
    await browser.open(`${server.home}desk/`);
    await browser.run("return caches.open('dateline-desk-older').then((cache) => cache.put('desk.css', new Response('older')));");
    await begun(browser);
    const names = () => browser.run('return caches.keys();');
    await browser.until('return navigator.serviceWorker.controller !== null;');
    await browser.until("return caches.keys().then((names) => names.length === 1 && names[0] !== 'dateline-desk-older');");
    const [name] = await names();
    const answers = await browser.run(`
      return caches.open(arguments[0]).then(async (cache) => Promise.all((await cache.keys()).map(async (one) => (await cache.match(one)).status)));`, name);
    assert.ok(answers.length > 10 && answers.every((status) => status === 200), answers.join());
  } finally {
    await server.close();
  }
});

eachBrowser('of a long table the first rows are there before the others, and in the end all', async (browser) => {
  await open(browser);
  const rows = Array.from({ length: 600 }, (_, at) => `${1900 + (at % 120)}-03,Event ${at}`);
  await drop(browser, 'long.csv', `Date,Title\n${rows.join('\n')}\n`);
  await browser.one('dialog[open] #import-new');
  await browser.run(`
    window.counts = [];
    const look = () => {
      const { length } = document.querySelectorAll('tbody tr');
      if (length && length !== counts.at(-1)) counts.push(length);
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });`);
  await browser.click('#import-new');
  await browser.until("return document.querySelectorAll('tbody tr').length === 600;");
  const counts = await browser.run('return counts;');
  assert.ok(counts[0] < 300 && counts.every((count, at) => at === 0 || count > counts[at - 1]), `${counts}`);
  // The row that is written in is among them, whichever it is.
  await browser.click('[data-section="head"]');
  await browser.click('[data-section="events"]');
  await browser.until("return document.querySelectorAll('tbody tr').length === 600;");
  await browser.run("const cell = document.querySelector('tbody tr:nth-child(590) td:nth-of-type(2)'); cell.scrollIntoView(); cell.click();");
  await browser.until("return document.querySelector('.row-form h2').innerText.includes('Event 589');");
});

eachBrowser('what is pressed in the preview is pressed there alone', async (browser) => {
  await example(browser);
  await browser.until("return document.querySelector('#preview').state === 'ready';");
  const desk = async () => [
    await saved(browser),
    ...await browser.run("return [document.querySelector('.page-sheet').dataset.width, document.querySelectorAll('tbody tr').length, document.querySelector('#undo').disabled];"),
  ];
  const before = await desk();
  let pressed = 0;
  for (let at = 0; at < 60; at += 1) {
    // Each as a reader presses it, where it is seen.
    const name = await browser.run(`
      const all = [...document.querySelector('#preview').shadowRoot.querySelectorAll('button, [part~="mark"], [role="option"]')].filter((one) => one.checkVisibility?.() ?? one.offsetParent);
      const one = all[arguments[0]];
      if (!one) return '';
      for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        const Kind = kind.startsWith('pointer') ? PointerEvent : MouseEvent;
        one.dispatchEvent(new Kind(kind, { bubbles: true, cancelable: true, composed: true, view: window }));
      }
      return one.textContent || one.ariaLabel || one.className || 'nameless';`, at);
    if (!name) break;
    pressed += 1;
    assert.deepEqual(await desk(), before, `after “${name}”`);
  }
  assert.ok(pressed > 20, `${pressed} were pressed`);
  // And it answers.
  await browser.run("const [row] = document.querySelector('#preview').shadowRoot.querySelectorAll('[part~=\"event\"] > .row > button'); row.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));");
  await browser.until("return document.querySelector('#preview').shadowRoot.querySelector('[part~=\"event\"] > .row > button[aria-expanded]') !== null;");
});

eachBrowser('prose that is pasted on the first visit is an article’s text', async (browser) => {
  await open(browser);
  await browser.run("document.querySelector('#choose-file').focus();");
  await paste(browser, { 'text/plain': 'The dam holds\n\nThe river rose, and on 3 March 2025 the town was emptied, the mayor said.\n\nNobody was hurt.' });
  const text = await browser.until("return document.querySelector('#article-text')?.value;");
  assert.match(text, /^The dam holds\n\nThe river rose/);
  assert.equal(await browser.run("return document.querySelector('dialog');"), null);
});

eachBrowser('a press on a row’s number chooses the row', async (browser) => {
  await example(browser);
  await browser.click('tbody tr:nth-child(3) th');
  await browser.until("return document.querySelector('tbody tr:nth-child(3)').getAttribute('aria-selected') === 'true';");
  assert.equal(await browser.run("return document.querySelector('.row-form h2').innerText;"), ARTICLE.events[2].title);
});

eachBrowser('no snippet names an address that readers cannot reach', async (browser) => {
  await example(browser);
  await browser.click('#publish');
  await browser.one('dialog[open]');
  if (await browser.run("return document.querySelector('#sure') !== null;")) await browser.click('#sure');
  await browser.one('#program');
  assert.deepEqual(await browser.run("return ['#program', '#snippet'].map((one) => document.querySelector(one).value);"), ['', '']);
  assert.equal(await browser.run("return document.querySelector('#copy-snippet').disabled;"), true);
  await write(browser, '#program', 'https://news.example/dateline/');
  const snippet = await browser.until("return document.querySelector('#snippet').value;");
  assert.match(snippet, /src="https:\/\/news\.example\/dateline\/dateline\.js"/);
  assert.equal(await browser.run("return document.querySelector('#copy-snippet').disabled;"), false);
});

eachBrowser('a desk that is left in the middle of a step does not hold up the next', async (browser) => {
  await open(browser);
  await drop(browser, 'mine.json', JSON.stringify(article()));
  await browser.click('#import-new');
  await browser.until("return document.querySelector('tbody tr');");
  for (let turn = 0; turn < 3; turn += 1) {
    await browser.click('#add-row');
    await fresh(browser);
    await kept(browser);
  }
});
