// What a page may do to the program under it: its own code runs in the midst of ours, and
// what every object is made of is not what it was.

import assert from 'node:assert/strict';
import { SMALL, STORY, data, eachBrowser, hosting, page, reaches, settled, storyPage, until, widget } from './harness/index.js';

const headline = (browser, id = 'w') => browser.run("return document.getElementById(arguments[0]).shadowRoot.querySelector('.headline, [part~=\"headline\"]')?.textContent;", id);
const chosen = (browser, id = 'w') => browser.run("return document.getElementById(arguments[0]).shadowRoot.querySelector('[part~=\"event\"][data-selected]')?.id.split('=')[1] ?? null;", id);

async function quiet(browser) {
  // In one text: drivers stumble over what a page adds to all objects.
  assert.equal(await browser.run("return [...probe.errors, ...probe.reports].join('\\n');"), '');
}

eachBrowser('an article whose getters call this widget and another is shown, and nobody is blamed', async (browser) => {
  await hosting({ 'two.html': page(widget('id="w" loading="eager"') + widget('id="other" loading="eager"')) }, async (server) => {
    await browser.open(server.at('two.html'));
    for (const id of ['w', 'other']) await reaches(browser, 'ready', id);
    await browser.run(`
      const [own, other] = ['w', 'other'].map((id) => document.getElementById(id));
      own.article = {
        ...arguments[0],
        get headline() {
          host.found = [own.select('works'), other.select('storm')];
          return 'From a getter';
        },
        toJSON() {
          own.select('plan');
          return { ...this };
        },
      };`, SMALL);
    await browser.until("return host.found;");
    await settled(browser);
    assert.deepEqual(await browser.run('return host.found;'), [true, true]);
    assert.equal(await headline(browser), 'From a getter');
    assert.deepEqual([await chosen(browser), await chosen(browser, 'other')], ['works', 'storm']);
    await quiet(browser);
  });
});

eachBrowser('a page that hears of a choice and chooses at once is followed', async (browser) => {
  await hosting({ 'two.html': page(widget('id="w" loading="eager"') + widget('id="other" loading="eager"')) }, async (server) => {
    await browser.open(server.at('two.html'));
    for (const id of ['w', 'other']) await reaches(browser, 'ready', id);
    await browser.run(`
      const [own, other] = ['w', 'other'].map((id) => document.getElementById(id));
      own.addEventListener('dateline-select', ({ detail }) => other.select(detail.id));
      own.addEventListener('focusin', () => other.select('plan'));
      own.select('storm');`);
    await browser.until("return host.told.some(({ name, id }) => name === 'select' && id === 'other');");
    assert.deepEqual([await chosen(browser), await chosen(browser, 'other')], ['storm', 'storm']);
    await browser.run("document.getElementById('w').shadowRoot.querySelector('[part~=\"event\"] button').focus();");
    await settled(browser);
    assert.equal(await chosen(browser, 'other'), 'plan');
    await quiet(browser);
  });
});

/** What libraries of old and careless pages add to all objects. */
const POLLUTED = `
  Object.prototype.x = 1;
  Object.prototype.place = 'storm\\n\\n\\n';
  Object.prototype.each = function () {};
  Array.prototype.toJSON = function () { return String(this); };
  Array.prototype.last = function () { return this[this.length - 1]; };`;

eachBrowser('what a page adds to all objects does no harm, and leads nobody elsewhere', async (browser) => {
  const html = storyPage('id="w" loading="eager"', { head: '<script src="polluted.js"></script>' });
  await hosting({ 'story.html': html, 'polluted.js': POLLUTED }, async (server) => {
    await browser.open(server.at('story.html'));
    await reaches(browser, 'ready');
    assert.equal(await chosen(browser), null);
    assert.equal((await browser.all('[part~="event"]')).length, STORY.events.length);
    await browser.run("document.getElementById('w').select(arguments[0]);", STORY.events[0].id);
    await settled(browser);
    // On to the sentence that it rests on.
    await browser.run("document.getElementById('w').shadowRoot.querySelector('[data-source=\"event/0\"]').click();");
    await browser.until("return CSS.highlights ? CSS.highlights.has('dateline-shown') : deep(document, '.passage').length > 0;");
    await quiet(browser);
  });
});

eachBrowser('a widget that has no width while its axis is open says nothing of it', async (browser) => {
  const html = page(`<div id="box">${widget('id="w" loading="eager"', data(SMALL))}</div>`);
  await hosting({ 'one.html': html }, async (server) => {
    await browser.open(server.at('one.html'), { width: 900, height: 700 });
    await reaches(browser, 'ready');
    await browser.one('[role="option"]');
    await browser.run("deep(document, '[part~=\"zoom-in\"]')[0].click();");
    await settled(browser);
    const marks = await browser.run("return deep(document, '[role=\"option\"]').map((one) => one.style.cssText);");
    await browser.run("const { style } = document.getElementById('box'); style.width = '0'; style.overflow = 'hidden';");
    await settled(browser);
    for (const part of ['fit', 'zoom-in', 'zoom-in', 'next']) await browser.run("deep(document, `[part~=\"${arguments[0]}\"]`)[0]?.click();", part);
    await browser.steady("return deep(document, '.axis-window, .axis-window *').map((one) => one.style.cssText);");
    const styles = await browser.run("return deep(document, '.axis-window, .axis-window *, .brush').map((one) => one.style.cssText).filter((style) => /NaN|Infinity/i.test(style));");
    assert.deepEqual(styles, []);
    await browser.run("document.getElementById('box').style.width = '';");
    await until(`the marks to be back: ${marks}`, async () => (await browser.all('[role="option"]')).length);
    await quiet(browser);
  });
});
