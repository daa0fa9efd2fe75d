// The page without code: complete prose in the HTML that the server sends.

import assert from 'node:assert/strict';
import { JSDOM } from 'jsdom';
import { ARTICLE, eachBrowser, plain, promised, settled, site, test } from './harness/index.js';

/** The element of the page as the server sends it, before any script has run. */
async function sent() {
  const { document } = new JSDOM(await (await fetch((await site()).home)).text()).window;
  return document.querySelector('dateline-widget');
}

test('the HTML alone holds every title, name, quotation, claim and speaker', async () => {
  const element = await sent();
  assert.equal(element.querySelector('script, style, template'), null, 'what is there is there to read');
  const shown = plain(element.textContent);
  for (const [kind, texts] of Object.entries(promised())) {
    for (const one of [texts].flat()) {
      assert.ok(shown.includes(plain(one)), `${kind}: “${one}” is missing`);
    }
  }
  for (const tag of ['ol', 'time', 'blockquote', 'h3', 'h4']) {
    assert.ok(element.querySelector(tag), `<${tag}> is missing`);
  }
  const attributes = [...element.querySelectorAll('*')].flatMap((one) => one.getAttributeNames());
  assert.deepEqual(attributes.filter((name) => name === 'style' || name.startsWith('on')), [], 'neither styles nor handlers stand in attributes');
});

test('the data inside the page is the article, unharmed', async () => {
  assert.deepEqual(JSON.parse((await sent()).dataset.article), ARTICLE);
});

eachBrowser('with scripts forbidden the list is there to read', async (browser) => {
  const { home } = await site();
  const { serve } = await import('./harness/index.js');
  // A policy that lets no script run is JavaScript switched off, in every engine.
  const off = await serve({ policy: "default-src 'none'; style-src 'self'; img-src 'self'", probe: false });
  try {
    assert.notEqual(home, off.home);
    await browser.open(off.home, { width: 360, height: 700 });
    await browser.picture('no-script');
    // Its parts are laid out when the reader comes to them, and what is closed opens without code.
    const read = async (selector) => {
      let words = '';
      for (const part of await browser.all(selector)) {
        await browser.run("arguments[0].scrollIntoView({ block: 'center' });", part);
        await settled(browser);
        words += ` ${plain(await browser.run('return arguments[0].innerText;', part)).toLowerCase()}`;
      }
      return words;
    };
    const is = (shown, texts) => texts.forEach((one) => assert.ok(shown.includes(plain(one).toLowerCase()), `“${one}” is not visible`));
    is(await read('dateline-widget :is(.head, .event, summary, div.country)'), [ARTICLE.headline, ...ARTICLE.events.map(({ title }) => title), ...promised().names]);
    const closed = await browser.all('dateline-widget summary');
    assert.ok(closed.length > ARTICLE.countries.filter(({ claims }) => claims).length, `${closed.length} parts are closed`);
    for (const summary of closed) {
      await browser.run("arguments[0].scrollIntoView({ block: 'center' });", summary);
      await settled(browser);
      await browser.pointer('mouse', summary);
    }
    const { titles, quotations, claims, labels, speakers } = promised();
    is(await read('dateline-widget :is(.event, .eras, .card)'), [...titles, ...quotations, ...claims, ...labels, ...speakers]);
    const [inner, full] = await browser.run('return [document.documentElement.clientWidth, document.documentElement.scrollWidth];');
    assert.ok(full <= inner, 'the plain page does not scroll sideways');
  } finally {
    await off.close();
  }
});
