// Pictures of events: their room is kept, they come late, and they say what they show.

import assert from 'node:assert/strict';
import { SMALL, data, eachBrowser, hosting, page, reaches, settled, widget } from './harness/index.js';

const image = { src: 'picture.svg', alt: 'A bridge over a harbour', caption: 'The new bridge', credit: 'A. Photographer', width: 1200, height: 800 };
const article = { ...SMALL, events: SMALL.events.map((event, at) => (at === 3 ? { ...event, image } : event)) };
const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path d="M0 0h3v2H0z"/></svg>';

eachBrowser('a picture comes when its event is opened, into room that was kept for it', async (browser) => {
  let send;
  const held = new Promise((resolve) => {
    send = () => resolve({ type: 'image/svg+xml', body: picture });
  });
  const meddle = (kind, request) => (request.url.endsWith('/picture.svg') ? held : undefined);
  await hosting({ 'one.html': page(widget('id="w" loading="eager"', data(article))) }, async (server) => {
    await browser.open(server.at('one.html'), { width: 400, height: 800 });
    await reaches(browser, 'ready');
    const asked = () => server.requests.filter((path) => path.endsWith('/picture.svg')).length;
    assert.equal(asked(), 0, 'nobody has opened it');
    await browser.run("document.getElementById('w').select('opening');");
    await browser.until("return deep(document, 'figure img')[0]?.getBoundingClientRect().width > 0;");
    const size = () => browser.run("const { width, height } = deep(document, 'figure img')[0].getBoundingClientRect(); return [width, height];");
    const [width, height] = await size();
    assert.ok(Math.abs(height / width - 2 / 3) < 0.02, `${width} by ${height} px before it is there`);
    await browser.run("deep(document, 'figure img')[0].scrollIntoView();");
    send();
    await browser.until("return deep(document, 'figure img')[0].naturalWidth > 0;");
    await settled(browser);
    assert.deepEqual(await size(), [width, height], 'nothing moves when it comes');
    assert.equal(asked(), 1);
    assert.equal(await browser.run("return deep(document, 'figure img')[0].alt;"), image.alt);
    assert.deepEqual(await browser.texts('figcaption'), ['The new bridge · Picture: A. Photographer']);
  }, { meddle });
});
