// Others change the widget's nodes: page translators, browser extensions. It lives, what
// changes is shown, and the reader stays where they are.

import assert from 'node:assert/strict';
import { FAR, SMALL, data, eachBrowser, hosting, page, reaches, settled, widget } from './harness/index.js';

/** What they do, as functions of the page. */
const OTHERS = `
  const root = () => document.getElementById('w').shadowRoot;
  const texts = (below) => {
    const walk = document.createTreeWalker(below, NodeFilter.SHOW_TEXT), all = [];
    while (walk.nextNode()) if (walk.currentNode.data.trim() && !walk.currentNode.parentNode.closest('font, style, option')) all.push(walk.currentNode);
    return all;
  };
  const translated = (text) => {
    const [outer, inner] = ['font', 'font'].map((name) => document.createElement(name));
    inner.append('«' + text.data + '»');
    outer.append(inner);
    text.replaceWith(outer);
  };
  window.others = {
    /** As Chrome, Edge and Safari do, now and whenever there is something new. */
    translate() {
      const all = () => texts(root()).forEach(translated);
      all();
      new MutationObserver(all).observe(root(), { childList: true, subtree: true, characterData: true });
    },
    /** One text of all. */
    translateOne(at) {
      const all = texts(root());
      if (all.length) translated(all[at % all.length]);
    },
    remove(one) { one?.remove(); },
    wrap(one) {
      if (!one) return;
      const box = document.createElement('div');
      one.replaceWith(box);
      box.append(one);
    },
    rewrite(one) { if (one) one.textContent = 'rewritten'; },
  };`;

async function showing(browser, work, { view = { width: 900, height: 800 }, article = SMALL } = {}) {
  const html = page(`${FAR}${widget('id="w" loading="eager"', data(article))}${widget('id="other" loading="eager"')}${FAR}`, { head: '<script src="others.js"></script>' });
  await hosting({ 'one.html': html, 'others.js': OTHERS }, async (server) => {
    await browser.open(server.at('one.html'), view);
    for (const id of ['w', 'other']) await reaches(browser, 'ready', id);
    await browser.run("document.getElementById('w').scrollIntoView({ behavior: 'instant' });");
    await settled(browser);
    await work(server);
    // Nobody has noticed.
    assert.deepEqual(await browser.run("return [document.getElementById('w').state, document.getElementById('other').state];"), ['ready', 'ready']);
    assert.deepEqual(await browser.run("return host.told.filter((one) => one.name === 'problem');"), []);
  });
}

const listed = (browser) => browser.run("return [...document.getElementById('w').shadowRoot.querySelectorAll('[part~=\"event\"]')].map((one) => one.id.split('=')[1]);");
const chosen = (browser) => browser.run("return document.getElementById('w').shadowRoot.querySelector('[part~=\"event\"][data-selected]')?.id.split('=')[1] ?? null;");
const select = (browser, id) => browser.run("return document.getElementById('w').select(arguments[0]);", id);
const foreign = (browser, what, selector, at = 0) => browser.run("others[arguments[0]](document.getElementById('w').shadowRoot.querySelectorAll(arguments[1])[arguments[2]]);", what, selector, at);

eachBrowser('an extension takes a listed event away, wraps another, and the reader goes on', (browser) => showing(browser, async () => {
  const all = await listed(browser);
  await foreign(browser, 'remove', '[part~="event"]', 1);
  await foreign(browser, 'wrap', '[part~="event"]', 1);
  await settled(browser);
  const scrolled = await browser.run('return scrollY;');
  assert.ok(await select(browser, 'storm'));
  await settled(browser);
  // What was taken away is there again: the view is made anew, where it was.
  assert.deepEqual(await listed(browser), all);
  assert.equal(await chosen(browser), 'storm');
  assert.equal(await browser.run('return scrollY;'), scrolled);
  assert.equal(await browser.run("return document.getElementById('w').shadowRoot.querySelectorAll('.dateline').length;"), 1);
  // And it goes on.
  assert.ok(await select(browser, 'works'));
  await settled(browser);
  assert.equal(await chosen(browser), 'works');
}));

eachBrowser('the focus stays on its control, and what was typed in its field', (browser) => showing(browser, async () => {
  await browser.run(`
    const { shadowRoot } = document.getElementById('w');
    const title = shadowRoot.querySelectorAll('[part~="event"] button')[1];
    window.title = title.textContent;
    title.focus();`);
  await foreign(browser, 'remove', '[part~="event"]', 3);
  await settled(browser);
  await select(browser, 'plan');
  await settled(browser);
  assert.equal(await browser.run('return document.activeElement.shadowRoot.activeElement.textContent === title;'), true);
}));

eachBrowser('in a page that is translated the reader goes on, and a corrected article is shown', (browser) => showing(browser, async () => {
  await browser.run('others.translate();');
  await settled(browser);
  for (const id of ['works', 'storm', 'plan']) {
    assert.ok(await select(browser, id));
    await settled(browser);
    assert.equal(await chosen(browser), id);
  }
  await browser.run('document.getElementById("w").article = arguments[0];', { ...SMALL, headline: 'Corrected' });
  await browser.until("return document.getElementById('w').shadowRoot.querySelector('.headline, [part~=\"headline\"]').textContent === '«Corrected»';");
  assert.equal(await chosen(browser), 'plan');
}));

/** Numbers that are the same in every run: a linear congruential generator. */
function numbers(seed) {
  let now = seed;
  return (most) => {
    now = (now * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor((now / 2 ** 32) * most);
  };
}

eachBrowser('whatever others do to it between whatever the reader does, it lives', (browser) => showing(browser, async () => {
  const random = numbers(11);
  const ids = [...SMALL.events.map(({ id }) => id)];
  for (let turn = 0; turn < 60; turn += 1) {
    const what = ['remove', 'wrap', 'rewrite'][random(3)];
    const count = await browser.run("return document.getElementById('w').shadowRoot.querySelectorAll('.dateline, .dateline *').length;");
    const did = `${what} ${random(count)}`;
    await foreign(browser, what, '.dateline, .dateline *', random(count));
    if (random(3) === 0) await browser.run('others.translateOne(arguments[0]);', random(1000));
    const id = ids[random(ids.length)];
    const act = random(3);
    if (act === 0) {
      // An article that was set a turn before may still be read.
      await reaches(browser, 'ready');
      assert.ok(await select(browser, id), `${turn}: ${did}`);
    } else if (act === 1) {
      await browser.run(`
        const buttons = document.getElementById('w').shadowRoot.querySelectorAll('button');
        buttons[arguments[0] % buttons.length]?.click();`, random(1000));
    } else await browser.run("document.getElementById('w').article = arguments[0];", { ...SMALL, headline: `Number ${turn}` });
  }
  await browser.run("document.getElementById('w').article = arguments[0];", { ...SMALL, headline: 'At last' });
  await reaches(browser, 'ready');
  await browser.until("return document.getElementById('w').shadowRoot.querySelector('.headline, [part~=\"headline\"]')?.textContent === 'At last';");
  // Of what is shown, as it may be filtered by now.
  const last = (await listed(browser)).at(-1);
  await select(browser, last);
  await settled(browser);
  assert.equal(await chosen(browser), last ?? null);
}));
