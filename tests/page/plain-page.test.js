// The page without code: complete prose in the HTML that the server sends.

import assert from 'node:assert/strict';
import { ARTICLE, eachBrowser, plain, promised, settled, site, test } from './harness/index.js';

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", nbsp: ' ' };

function text(html) {
  const visible = html.replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, ' ').replace(/<!--[\s\S]*?-->/g, '');
  const words = visible.replace(/<[^>]*>/g, '').replace(/&(#?\w+);/g, (whole, name) => ENTITIES[name] ?? whole);
  return plain(words);
}

async function html() {
  return (await fetch((await site()).home)).text();
}

test('the HTML alone holds every title, name, quotation, claim and speaker', async () => {
  const page = await html();
  const element = page.slice(page.indexOf('<dateline-widget'), page.indexOf('</dateline-widget>'));
  const shown = text(element);
  for (const [kind, texts] of Object.entries(promised())) {
    for (const one of [texts].flat()) {
      assert.ok(shown.includes(plain(one)), `${kind}: “${one}” is missing`);
    }
  }
  for (const tag of ['<ol', '<time', '<blockquote', '<h3', '<h4']) {
    assert.ok(element.includes(tag), `${tag} is missing`);
  }
  assert.ok(!/\sstyle=|\son\w+=/.test(element), 'neither styles nor handlers stand in attributes');
});

test('the data inside the page is the article, unharmed', async () => {
  const page = await html();
  const [, data] = page.match(/<script type="application\/json">([\s\S]*?)<\/script>/);
  assert.deepEqual(JSON.parse(data), ARTICLE);
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
    // Its parts are laid out when the reader comes to them.
    let shown = '';
    for (const part of await browser.all('dateline-widget :is(.head, .year, .eras, .card)')) {
      await browser.run('arguments[0].scrollIntoView();', part);
      await settled(browser);
      shown += ` ${plain(await browser.run('return arguments[0].innerText;', part)).toLowerCase()}`;
    }
    for (const title of [...promised().titles, ...promised().quotations, ...promised().names]) {
      assert.ok(shown.includes(plain(title).toLowerCase()), `“${title}” is not visible`);
    }
    const [inner, full] = await browser.run('return [document.documentElement.clientWidth, document.documentElement.scrollWidth];');
    assert.ok(full <= inner, 'the plain page does not scroll sideways');
  } finally {
    await off.close();
  }
});
