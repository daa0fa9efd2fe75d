// The widget takes the plain list's place, although it is lower, and nothing that the
// reader sees of the page moves, wherever they are.

import assert from 'node:assert/strict';
import { SMALL, data, eachBrowser, hosting, page, reaches, settled, widget } from './harness/index.js';

/** A list that is far higher than its widget; in its middle the events of the article, with the widget's ids. */
const ITEMS = Array.from({ length: 80 }, (_, at) => {
  const event = SMALL.events[at - 38];
  return `<li${event ? ` id="w.event=${event.id}"` : ''}><h3>${event?.title ?? `Another thing, number ${at}`}</h3><p>What was said of it.</p></li>`;
});
const text = (id) => `<p id="${id}">Text of the article.</p>`;
const around = (name) => Array.from({ length: 40 }, (_, at) => text(`${name}-${at}`)).join('');
const body = (list) => `${around('before')}${widget('id="w" loading="eager"', `${data(SMALL)}<ol>${list.join('')}</ol>`)}${around('after')}`;
const LONG = body(ITEMS);
const SHORT = body(ITEMS.slice(38, 42));

/** Where the reader is: by how many px the element's begin or end is below the top of the view, or above it. */
const PLACES = {
  'below the view': "scrollBy(0, w.top - innerHeight - 200);",
  'with its beginning in view': "scrollBy(0, w.top - innerHeight / 2);",
  'all around the view': "scrollBy(0, document.getElementById('w.event=storm').getBoundingClientRect().top - 100);",
  'with its end in view': "scrollBy(0, w.bottom - innerHeight / 2);",
  'above the view': "scrollBy(0, w.bottom + 300);",
};

/** What of the page around is in view, and where. */
const SEEN = `
  return [...document.querySelectorAll('p[id]')].map((one) => [one.id, one.getBoundingClientRect()])
    .filter(([, { top, bottom }]) => bottom > 0 && top < innerHeight).map(([id, { top }]) => [id, Math.round(top)]);`;

/** Has the reader at a place when the widget comes; what is lower than its widget gives way to it. */
async function swapping(browser, html, where, view, work, isLower = false) {
  let send = () => {};
  const slow = new Promise((resolve) => (send = resolve));
  await hosting({ 'one.html': page(html) }, async (server) => {
    await browser.open(server.at('one.html'), view);
    await reaches(browser, 'loading');
    await browser.run(`const w = document.getElementById('w').getBoundingClientRect(); ${where}`);
    await settled(browser);
    const before = await browser.steady(SEEN);
    const event = () => browser.run("const one = deep(document, '[id=\"w.event=storm\"]')[0]; return Math.round(one.getBoundingClientRect().top);");
    const read = await event();
    send();
    await reaches(browser, 'ready');
    await settled(browser);
    await work({ before, after: await browser.steady(SEEN), read, event });
    const { shift, shifts, errors } = await browser.probe();
    if (!isLower) assert.ok(shift < 0.001, `layout shift ${shift}: ${shifts.join('; ')}`);
    assert.deepEqual(errors, []);
  }, { meddle: async (kind) => (kind === 'wasm' ? void (await slow) : undefined) });
}

for (const width of [360, 1100]) {
  for (const [what, where] of Object.entries(PLACES)) {
    eachBrowser(`at ${width} px the swap moves nothing when the element is ${what}`, async (browser) => {
      await swapping(browser, LONG, where, { width, height: 780 }, async ({ before, after, read, event }) => {
        assert.deepEqual(after.filter(([id]) => before.some(([one]) => one === id)), before, 'what was in view is where it was');
        if (what === 'all around the view') {
          assert.deepEqual([before, after], [[], []], 'nothing else has come into view');
          const now = await event();
          assert.ok(read > 0 && now >= 0 && now < 780, `the event that is being read was at ${read} and is at ${now}`);
        }
        // No more room is kept than there is in view.
        const { height, inner } = await browser.run("const place = document.getElementById('w').shadowRoot.firstElementChild; return { height: parseFloat(place.style.minBlockSize) || 0, inner: innerHeight };");
        assert.ok(height <= inner, `${height} px are kept`);
      });
    });
  }

  eachBrowser(`at ${width} px what follows a list in view stays until the reader acts`, async (browser) => {
    // So high a view that all of a list is in it, and what is around.
    const low = { ...SMALL, events: SMALL.events.slice(0, 1), countries: [] };
    const high = `${text('before-0')}${widget('id="w" loading="eager"', `${data(low)}<ol>${ITEMS.slice(0, 25).join('')}</ol>`)}${text('after-0')}<div class="far"></div>`;
    let send = () => {};
    const slow = new Promise((resolve) => (send = resolve));
    await hosting({ 'one.html': page(high) }, async (server) => {
      await browser.open(server.at('one.html'), { width, height: 3600 });
      await reaches(browser, 'loading');
      await settled(browser);
      const top = () => browser.run("return document.getElementById('after-0').getBoundingClientRect().top;");
      const before = await top();
      assert.ok(before < 3600, `${before}`);
      send();
      await reaches(browser, 'ready');
      await settled(browser);
      assert.ok(Math.abs((await top()) - before) <= 1, `${before}, then ${await top()}`);
      const lower = () => browser.run("const place = document.getElementById('w').shadowRoot.firstElementChild; return place.style.minBlockSize;");
      assert.notEqual(await lower(), '');
      await browser.run("document.getElementById('w').shadowRoot.firstElementChild.dispatchEvent(new Event('pointerdown'));");
      assert.equal(await lower(), '');
      await browser.until('return document.getElementById("after-0").getBoundingClientRect().top < arguments[0];', before);
    }, { meddle: async (kind) => (kind === 'wasm' ? void (await slow) : undefined) });
  });
}

eachBrowser('in a box that scrolls by itself nothing moves either', async (browser) => {
  const boxed = `<div id="box">${LONG}</div>`;
  const style = '<link rel="stylesheet" href="box.css">';
  for (const where of ["w.bottom - 300", "w.bottom + 500"]) {
    let send = () => {};
    const slow = new Promise((resolve) => (send = resolve));
    await hosting({ 'one.html': page(boxed, { head: style }), 'box.css': '#box { block-size: 600px; overflow: auto; overflow-anchor: none }' }, async (server) => {
      await browser.open(server.at('one.html'), { width: 700, height: 780 });
      await reaches(browser, 'loading');
      await browser.run(`const w = document.getElementById('w').getBoundingClientRect(); document.getElementById('box').scrollBy(0, ${where});`);
      await settled(browser);
      const seen = () => browser.run("const box = document.getElementById('box').getBoundingClientRect(); return [...document.querySelectorAll('p[id]')].map((one) => [one.id, one.getBoundingClientRect()]).filter(([, { top, bottom }]) => bottom > box.top && top < box.bottom).map(([id, { top }]) => [id, Math.round(top)]);");
      const before = await seen();
      assert.ok(before.length > 0);
      send();
      await reaches(browser, 'ready');
      await settled(browser);
      assert.deepEqual(await seen(), before);
    }, { meddle: async (kind) => (kind === 'wasm' ? void (await slow) : undefined) });
  }
});

eachBrowser('a list that is lower than its widget leaves what is above it where it is', async (browser) => {
  await swapping(browser, SHORT, PLACES['with its beginning in view'], { width: 360, height: 780 }, async ({ before, after }) => {
    const above = (all) => all.filter(([id]) => id.startsWith('before'));
    assert.deepEqual(above(after), above(before));
  }, true);
});
