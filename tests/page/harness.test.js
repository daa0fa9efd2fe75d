// The tests' own tools, tried on a plain page: when these fail, the machine or
// the harness is to blame, not the widget.

import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { error } from 'selenium-webdriver';
import { KEY, eachBrowser, isStumble, serve, stays, steady, test, until } from './harness/index.js';

let site;
before(async () => {
  site = await serve({ folder: fileURLToPath(new URL('plain/', import.meta.url)), below: '/some/where/' });
});
after(() => site.close());

eachBrowser('a page opens at exactly the width asked for', async (browser) => {
  for (const width of [320, 360, 768, 1200]) {
    await browser.open(site.home, { width, height: 700 });
    assert.equal(await browser.run('return innerWidth;'), width);
    assert.equal(await browser.run('return document.title;'), 'A page to try the tests on');
  }
});

eachBrowser('shadow roots, mouse, finger and keys are reached', async (browser) => {
  await browser.open(site.home, { width: 320, height: 700 });
  await browser.click('.count');
  assert.deepEqual(await browser.texts('.count'), ['1']);
  await browser.tap('.count');
  assert.deepEqual(await browser.texts('.count'), ['2']);
  if (browser.hasTouch) {
    assert.equal(await browser.run("return deep(document, '.count')[0].dataset.pointer;"), 'touch');
  }
  await browser.run("deep(document, '.count')[0].focus();");
  await browser.press(KEY.space, KEY.tab);
  assert.deepEqual(await browser.texts('.count'), ['3']);
  await browser.type('Київ é');
  assert.deepEqual(await browser.texts('output'), ['Київ é']);
  assert.equal(await browser.run('return focused().localName;'), 'input');
});

eachBrowser('the probe hears a blocked style and nothing else', async (browser) => {
  await browser.open(site.home);
  assert.deepEqual((await browser.probe()).reports, []);
  await browser.run("document.body.append(Object.assign(document.createElement('style'), { textContent: 'a {}' }));");
  await browser.until('return window.probe.reports.length === 1;');
  const { errors, reports } = await browser.probe();
  assert.match(reports[0], /^style-src/);
  assert.deepEqual(errors, []);
});

test('a driver that stumbles is told from a page that fails', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:4444'), { code: 'ECONNREFUSED' });
  for (const stumble of [new error.NoSuchWindowError(), new error.NoSuchSessionError(), new error.WebDriverError('unknown error'), refused]) assert.ok(isStumble(stumble), stumble.name);
  const failures = [
    new assert.AssertionError({ message: 'ECONNRESET is what the page says' }),
    new error.JavascriptError('boom'), new error.NoSuchElementError(), new error.StaleElementReferenceError(), new error.ScriptTimeoutError(),
    new Error('Waited 20 s for: it'), new TypeError('a test that is wrong'), 'a text',
  ];
  for (const failure of failures) assert.ok(!isStumble(failure), String(failure));
});

test('what comes true in time is waited for, and what must stay true is watched', async () => {
  let looks = 0;
  assert.equal(await until('the third look', () => (looks += 1) === 3 && 'there'), 'there');
  assert.equal(looks, 3);
  await assert.rejects(until('never', () => false, 60), /Waited 0\.06 s for: never/);

  let calm = true;
  await stays('calm', () => calm, 60);
  const begun = Date.now();
  setTimeout(() => (calm = false), 50);
  await assert.rejects(stays('calm', () => calm, 10_000), /No longer true: calm/);
  assert.ok(Date.now() - begun < 5000, 'it fails as soon as it is known');

  const numbers = [1, 2, 3];
  assert.equal(await steady('a number', () => numbers.shift() ?? 3, 60), 3);
});
