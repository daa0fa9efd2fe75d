// What an editor waits for at the desk: from a key to the letter, from a key to the preview,
// and from a spreadsheet to its rows, on a processor slowed down 4 times.
//
//   node desk.js --dist FOLDER --out FILE [--events N,…]

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { start } from './chromium.js';
import { events } from './events.js';
import { memory } from './measures/memory.js';
import { count, median, megabytes, ms } from './numbers.js';
import { probe } from './probe.js';
import { serve } from './server.js';
import { spreadsheet } from './spreadsheet.js';
import * as dateline from './subjects/dateline.js';
import { open } from './tab.js';

const { values: options } = parseArgs({
  options: { dist: { type: 'string' }, out: { type: 'string' }, events: { type: 'string', default: '20,200,1000' } },
});
const SLOWER = 4;
/** Letters of which each is waited for, and letters that are typed in one go. */
const ALONE = 20;
const IN_A_ROW = 40;
/** How long a quick hand takes for a letter, in ms. */
const LETTER = 90;
const STEPS = 1000;
const ROWS = 2000;
const TITLE = "document.getElementById('field:/events/1/title')";
const LETTERS = 'the harbour opens again after a long winter ';

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
const letter = (at) => LETTERS[at % LETTERS.length];

async function key(tab, text) {
  const code = text === ' ' ? 'Space' : `Key${text.toUpperCase()}`;
  await tab.send('Input.dispatchKeyEvent', { type: 'keyDown', key: text, code, text });
  await tab.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text, code });
}

/** Brings a file as one does who drops it on the desk. */
const drop = (tab, name, bytes) => tab.evaluate(`(() => {
  const data = new DataTransfer();
  const bytes = Uint8Array.from(atob('${Buffer.from(bytes).toString('base64')}'), (sign) => sign.charCodeAt(0));
  data.items.add(new File([bytes], '${name}'));
  bench.dropped = performance.now();
  document.querySelector('.desk').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
})()`);

/** A desk in a tab of its own, before anything is on it. */
async function desk(browser, url, run) {
  const tab = await open(browser, 'desktop', probe(['.bar']));
  try {
    await tab.go(url);
    await tab.until("!!document.querySelector('#open-example')");
    const found = await run(tab);
    if (tab.troubles.length) throw new Error(tab.troubles[0]);
    return found;
  } finally {
    await tab.close();
  }
}

/** What was dropped, as a new work. */
async function taken(tab) {
  await tab.until("!!document.querySelector('#import-new')");
  await tab.evaluate("bench.taken = performance.now(); document.querySelector('#import-new').click()");
}

/** The desk with so many events, the second of which is being written. */
async function writing(tab, many) {
  await drop(tab, 'strait.json', JSON.stringify(dateline.article(events(many))));
  await taken(tab);
  await tab.until("document.querySelectorAll('tbody tr').length > 1 && document.querySelector('#preview')?.state === 'ready'");
  await tab.evaluate("document.querySelector('tbody tr:nth-child(2) td:nth-of-type(2)').click()");
  await tab.until(`!!${TITLE}`);
  await tab.evaluate(`(() => {
    const field = ${TITLE};
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    addEventListener('keydown', ({ timeStamp }) => { bench.key = timeStamp; }, true);
    bench.previewed = () => new Promise((done) => {
      const look = (time) => {
        const { shadowRoot } = document.querySelector('#preview');
        const isThere = [...shadowRoot.querySelectorAll('[part~=event-title], [part~=mark-title]')].some((one) => one.textContent.includes(field.value));
        if (isThere) done(Math.max(time, performance.now()) - bench.key);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  })()`);
}

async function typed(tab, many) {
  await writing(tab, many);
  await tab.slowProcessor(SLOWER);
  await tab.evaluate('void (bench.slow.length = 0)');
  const previews = [];
  const before = await tab.metrics();
  for (let at = 0; at < ALONE; at += 1) {
    await key(tab, letter(at));
    previews.push(await tab.evaluate('bench.previewed()'));
    await pause(300);
  }
  const work = ((await tab.metrics()).TaskDuration - before.TaskDuration) * 1000 / ALONE;
  // A hand does not wait for the letter before.
  const began = performance.now();
  for (let at = 0; at < IN_A_ROW; at += 1) {
    await key(tab, letter(ALONE + at));
    await pause(Math.max(0, began + (at + 1) * LETTER - performance.now()));
  }
  await tab.evaluate('bench.previewed()');
  // Of each letter the longest of what it sets off, until that is painted.
  const keys = await tab.evaluate(`(() => {
    const longest = new Map();
    for (const { name, duration, startTime } of bench.slow) {
      if (/^key|^input|^beforeinput/.test(name)) longest.set(Math.round(startTime), Math.max(longest.get(Math.round(startTime)) ?? 0, duration));
    }
    return [...longest.values()];
  })()`);
  await tab.slowProcessor(1);
  return { keys, previews, work };
}

/** How much memory a thousand steps take, undone and done again. */
async function steady(tab, many) {
  await writing(tab, many);
  const press = (button, times) => tab.evaluate(`(async () => {
    for (let at = 0; at < ${times}; at += 1) {
      (${button})(at).click();
      if (at % 20 === 0) await new Promise(requestAnimationFrame);
    }
  })()`);
  const id = (name) => `() => document.getElementById('${name}')`;
  // A row goes down and up again: each is a step of its own.
  const steps = async (count) => {
    await press("(at) => document.querySelectorAll('.row-form header .acts button')[(at + 1) % 2]", count);
    await press(id('undo'), count);
    await press(id('redo'), count);
    await pause(500);
  };
  await steps(STEPS / 10);
  const before = await memory(tab);
  await steps(STEPS);
  const after = await memory(tab);
  return { before: before.all, after: after.all };
}

async function brought(tab) {
  await tab.slowProcessor(SLOWER);
  await drop(tab, 'rows.xlsx', spreadsheet(events(ROWS)));
  await taken(tab);
  await tab.until("document.querySelectorAll('tbody tr').length > 1");
  return tab.evaluate('({ read: bench.taken - bench.dropped, shown: performance.now() - bench.taken })');
}

const server = await serve({ page: options.dist });
const browser = await start();
const url = `${server.origin}/page/desk/index.html`;
try {
  const rows = [];
  for (const many of options.events.split(',').map(Number)) {
    const { keys, previews, work } = await desk(browser, url, (tab) => typed(tab, many));
    rows.push({ events: many, keys, previews, work });
  }
  const spent = await desk(browser, url, (tab) => steady(tab, 200));
  const sheet = await desk(browser, url, brought);
  // The browser times no event that is over within 16 ms.
  const slowest = (list) => ms(Math.max(16, ...list));
  console.log(`\nAt the desk: ${browser.product}, a processor slowed down ${SLOWER} times\n`);
  console.log('events  key, median  key, slowest  preview, median  preview, slowest  work of a letter*');
  for (const { events: many, keys, previews, work } of rows) {
    console.log([count(many).padStart(6), ms(median([...keys])).padStart(11), slowest(keys).padStart(12), ms(median(previews)).padStart(15), ms(Math.max(...previews)).padStart(16), ms(work).padStart(17)].join('  '));
  }
  console.log('\n* the time of the slowed main thread for a letter and all that follows from it: the preview, the check, the copy in the store.');
  console.log(`A spreadsheet of ${count(ROWS)} rows: read in ${ms(sheet.read)}, in the table after ${ms(sheet.shown)} more.`);
  console.log(`${count(STEPS)} steps more, undone and done again: ${megabytes(spent.before)} of memory before, ${megabytes(spent.after)} after.`);
  if (options.out) {
    mkdirSync(dirname(options.out), { recursive: true });
    writeFileSync(options.out, `${JSON.stringify({ date: new Date().toISOString(), chromium: browser.product, rows, spent, sheet }, undefined, 2)}\n`);
    console.log(`Written to ${options.out}.`);
  }
} finally {
  await browser.end();
  await server.end();
}
