// The editor's desk in a browser: opened, written in, dropped on, and looked at.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { KEY } from './browser.js';
import { ARTICLE, settled, site } from './visit.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Opens the desk anew: no work of another test is there. What is saved is seen rather than written to a disk. */
export async function open(browser, { fragment = '', ...view } = {}) {
  const { home } = await site();
  await browser.open(`${home}desk/${fragment}`, { width: 1200, height: 900, ...view });
  await begun(browser);
}

/** Waits until the desk is there, and sees what it saves. */
export async function begun(browser) {
  await browser.until("return document.querySelector('#open-example, .bar') !== null;");
  await browser.run(`
    window.showSaveFilePicker = undefined;
    window.saved = [];
    URL.createObjectURL = (blob) => { blob.text().then((text) => saved.push(text)); return '#saved'; };
    HTMLAnchorElement.prototype.click = () => {};`);
}

/** Opens the example. */
export async function example(browser, view) {
  await open(browser, view);
  await browser.click('#open-example');
  await browser.until("return deep(document, 'tbody tr').length === arguments[0];", ARTICLE.events.length);
}

/** Begins a work with nothing in it. */
export async function fresh(browser, view) {
  await open(browser, view);
  await browser.click('#new-work');
  await browser.until("return document.querySelector('.bar') !== null;");
}

/** What the work is now, as it would be saved. */
export async function saved(browser) {
  const before = await browser.run('return saved.length;');
  await browser.click('#save');
  await browser.until('return saved.length > arguments[0];', before);
  return browser.run('return saved.at(-1);');
}

/** Axe finds nothing outside of the preview, and nothing is wider than the element that a selector names. @param {string} what what is looked at */
export async function sound(browser, what, selector = ':root') {
  await settled(browser);
  await browser.driver.executeScript(AXE);
  const found = await browser.driver.executeAsyncScript(`
    const done = arguments[0];
    axe.run({ exclude: ['dateline-widget'] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => done(violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ target, any }) => target + ' ' + (any[0]?.message ?? '')).join('\\n  '))));`);
  assert.deepEqual(found, [], what);
  const over = await browser.run('const one = document.querySelector(arguments[0]); return one.scrollWidth - one.clientWidth;', selector);
  assert.ok(over <= 0, `${what}: nothing is wider than there is room, by ${over} px`);
}

/** Waits until the browser has kept the work. */
export const kept = (browser) => browser.until("return /^kept/.test(document.querySelector('.state').innerText);");

/** Writes into a field as one does who replaces what stands there. */
export async function write(browser, selector, text) {
  await browser.click(selector);
  await browser.run('deep(document, arguments[0])[0].select();', selector);
  await (await browser.one(selector)).sendKeys(text);
}

/** A file, as the page makes it of its bytes in base 64. */
const FILE = `
  const transfer = (name, bytes, kinds = {}) => {
    const data = new DataTransfer();
    for (const [kind, text] of Object.entries(kinds)) data.setData(kind, text);
    if (name) data.items.add(new File([Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))], name));
    return data;
  };
  // WebKit makes events without what they are given.
  const carrying = (event, key, data) => {
    if (!event[key]?.types.length) Object.defineProperty(event, key, { value: data });
    return event;
  };`;

/** Drops a file on the desk. */
export const drop = (browser, name, bytes) => browser.run(`${FILE}
  const data = transfer(arguments[0], arguments[1]);
  document.querySelector('.desk').dispatchEvent(carrying(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }), 'dataTransfer', data));`,
name, Buffer.from(bytes).toString('base64'));

/** Pastes into what has the focus: texts by their kinds, and a file. Whether a field is left to take it itself. */
export const paste = (browser, kinds, { name = '', bytes = '' } = {}) => browser.run(`${FILE}
  const data = transfer(arguments[1], arguments[2], arguments[0]);
  return document.activeElement.dispatchEvent(carrying(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }), 'clipboardData', data));`,
kinds, name, Buffer.from(bytes).toString('base64'));

/** Drags a text over an element, and lets it go there; whether the desk leaves each to the browser. */
export const dragged = (browser, selector, text, isOwn) => browser.run(`${FILE}
  const [selector, text, isOwn] = arguments;
  const data = transfer('', '', { 'text/plain': text });
  const over = document.querySelector(selector);
  const tell = (kind) => over.dispatchEvent(carrying(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }), 'dataTransfer', data));
  if (isOwn) tell('dragstart');
  const left = [tell('dragover'), tell('drop')];
  if (isOwn) tell('dragend');
  return left;`, selector, text, isOwn);

/** Drags one row of the table onto another. */
export const carried = (browser, from, to) => browser.run(`${FILE}
  const data = transfer('', '');
  const tell = (over, kind) => over.dispatchEvent(carrying(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }), 'dataTransfer', data));
  const [one, other] = [...arguments].map((at) => document.querySelectorAll('tbody tr')[at]);
  tell(one.querySelector('.number'), 'dragstart');
  const is = !tell(other.cells[1], 'dragover');
  tell(other.cells[1], 'drop');
  tell(one, 'dragend');
  return is;`, from, to);

/** Presses a key as a keyboard of any alphabet does; whether it is left to the browser. */
export const key = (browser, selector, key, code, held = { ctrlKey: true }) => browser.run(`
  const [selector, key, code, held] = arguments;
  return document.querySelector(selector).dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...held }));`,
selector, key, code, held);

/** What holds Control or Alt down. */
export const HELD = { control: '\uE009', alt: '\uE00A' };

/** Presses keys one after the other while another is held, or several are. */
export async function hold(browser, held, ...keys) {
  const all = [held].flat();
  const actions = [
    ...all.map((value) => ({ type: 'keyDown', value })),
    ...keys.flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]),
    ...all.map((value) => ({ type: 'keyUp', value })),
  ];
  await browser.actions([{ type: 'key', id: 'keyboard', actions }]);
}

/** Goes by Tab, or back by Shift and Tab, until what has the focus is what a selector names, which is there by then. */
export async function tabTo(browser, selector, most = 150) {
  await browser.one(selector);
  const seen = [];
  while (seen.length <= most) {
    const [isThere, isBefore, name] = await browser.run(`
      const one = focused() ?? document.body;
      const { activeElement } = document;
      const isBefore = activeElement !== document.body && activeElement.compareDocumentPosition(document.querySelector(arguments[0])) & Node.DOCUMENT_POSITION_PRECEDING;
      return [one.matches(arguments[0]), Boolean(isBefore), one.id || one.localName + (one.className && '.' + one.className)];`, selector);
    if (isThere) return;
    seen.push(name);
    await (isBefore ? hold(browser, KEY.shift, KEY.tab) : browser.press(KEY.tab));
  }
  assert.fail(`in ${browser.name} Tab does not lead to ${selector}, but to ${seen.join(', ')}`);
}

/** How many versions there are of the work at hand, or what the store holds of it. */
export const store = (browser, work) => browser.run(`
  const request = indexedDB.open('dateline-desk');
  const id = Number(location.hash.replace('#work=', ''));
  return new Promise((done, fail) => {
    request.onerror = fail;
    request.onsuccess = () => {
      const transaction = request.result.transaction(['works', 'versions'], 'readwrite');
      const [works, versions] = ['works', 'versions'].map((name) => transaction.objectStore(name));
      (${work})({ works, versions, id, range: IDBKeyRange.bound([id, 0], [id, Infinity]), done: (what) => { request.result.close(); done(what); } });
    };
  });`);
