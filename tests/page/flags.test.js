// Flags: before a country's name where the editor asks for one and it is served.

import assert from 'node:assert/strict';
import { SMALL, built, bytes, colours, data, eachBrowser, hosting, page, pixels, reaches, settled, widget } from './harness/index.js';

const [POLAND, GERMANY] = SMALL.countries;
const CZECHIA = { code: 'CZ', name: 'Czechia', flag: true };
const article = { ...SMALL, countries: [{ ...POLAND, flag: true }, GERMANY, CZECHIA, { code: 'AT', name: 'Austria', flag: true }] };
const FLAG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path fill="#0a0" d="M0 0h3v2H0z"/></svg>';

/** The loader of a build whose page has articles that ask for these flags. */
const loader = (codes) => {
  const text = bytes('loader').toString();
  const told = text.replace(/flags: ?(['"])\1/, `flags:'${codes}'`);
  assert.notEqual(told, text, `${built('loader')} says which flags are there`);
  return told;
};

eachBrowser('a flag is shown where the editor asks for one and it is served; everywhere the name', async (browser) => {
  // Three are said to be there, and one of them is not; of Austria nothing is said.
  const meddle = (kind, { url }) => (kind === 'loader' ? { type: 'text/javascript', body: loader('CZ DE PL') }
    : url.endsWith('/flags/PL.svg') ? { type: 'image/svg+xml', body: FLAG } : undefined);
  await hosting({ 'one.html': page(widget('id="w" loading="eager"', data(article))) }, async (server) => {
    await browser.open(server.at('one.html'), { width: 1000, height: 900 });
    await reaches(browser, 'ready');
    const asked = () => server.requests.filter((path) => path.includes('/flags/')).map((path) => path.split('/').pop());
    await browser.run("deep(document, '.tile')[0].scrollIntoView({ block: 'center', behavior: 'instant' });");
    await browser.until("return deep(document, '.flag')[0].complete && deep(document, '.flag')[0].naturalWidth > 0;");
    await browser.until("return deep(document, '.flag')[1].complete;");
    await settled(browser);
    const all = await browser.run(`
      const px = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
      return deep(document, '.tile-name').map((one) => {
        const words = new Range();
        words.selectNodeContents(one.lastChild);
        return {
          name: one.textContent,
          words: px(words.getBoundingClientRect()),
          images: [...one.querySelectorAll('img')].map((image) => ({ alt: image.alt, box: px(image.getBoundingClientRect()) })),
        };
      });`);
    assert.deepEqual(all.map(({ name, images }) => [name, images.length]), [['Poland', 1], ['Germany', 0], ['Czechia', 1], ['Austria', 0]]);
    // The name beside it says all that it says.
    assert.ok(all.flatMap(({ images }) => images).every(({ alt }) => alt === ''));
    for (const { words, images } of all) for (const { box } of images) assert.ok(box.right <= words.left && box.top < words.bottom && box.bottom > words.top, 'it stands before its name');
    const picture = pixels(await browser.driver.takeScreenshot());
    const [{ box }] = all[0].images;
    const flag = colours(picture, { left: box.left + 3, top: box.top + 3, right: box.right - 3, bottom: box.bottom - 3 });
    assert.deepEqual([...flag.keys()], ['0,170,0'], 'the flag is seen');
    for (const { name, words } of all) {
      const seen = colours(picture, words);
      assert.ok(seen.size > 5 && !seen.has('0,170,0'), `${name}: the name is seen`);
    }
    assert.deepEqual(asked().sort(), ['CZ.svg', 'PL.svg'], 'each is asked for once, and no other');
    const { errors, reports } = await browser.probe();
    assert.deepEqual([...errors.filter((one) => !one.includes('/flags/CZ.svg')), ...reports], []);
  }, { meddle });
});

eachBrowser('flags are fetched when their tiles come near, and make no room for themselves', async (browser) => {
  let send = () => {};
  const held = new Promise((resolve) => {
    send = () => resolve({ type: 'image/svg+xml', body: FLAG });
  });
  const meddle = (kind, { url }) => (kind === 'loader' ? { type: 'text/javascript', body: loader('PL') } : url.endsWith('/flags/PL.svg') ? held : undefined);
  await hosting({ 'one.html': page(widget('id="w" loading="eager"', data(article))) }, async (server) => {
    await browser.open(server.at('one.html'), { width: 400, height: 700 });
    await reaches(browser, 'ready');
    await browser.run("deep(document, '.tile')[0].scrollIntoView({ block: 'center', behavior: 'instant' });");
    await browser.until("return deep(document, '.flag').length === 1;");
    const boxes = () => browser.run("return deep(document, '.tile, .tile-name, .flag, .sparkline').map((one) => Object.values(one.getBoundingClientRect().toJSON()).map(Math.round).join());");
    const before = await boxes();
    send();
    await browser.until("return deep(document, '.flag')[0].naturalWidth > 0;");
    await settled(browser);
    assert.deepEqual(await boxes(), before);
  }, { meddle });
});
