// Looks: light, dark and as the reader prefers; more contrast; what each custom property
// of a host changes, of which docs/theming.md has a picture.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { SCENE, PROPERTIES, tile } from './harness/properties.js';
import { CONTRAST, PAPER, data, eachBrowser, hosting, onPaper, openSearch, page, pixels, reaches, settled, test, widget, written } from './harness/index.js';

const LIGHT = ['rgb(255, 255, 255)', 'rgb(26, 26, 26)', 'light dark'];
const DARK = ['rgb(20, 23, 26)', 'rgb(236, 236, 236)', 'light dark'];
const look = (browser, id) => browser.run("const { backgroundColor, color, colorScheme } = getComputedStyle(document.getElementById(arguments[0]).shadowRoot.querySelector('.dateline')); return [backgroundColor, color, colorScheme];", id);
const themed = page(['', 'light', 'dark'].map((theme) => widget(`id="w${theme}" loading="eager" ${theme && `theme="${theme}"`}`, data(SCENE))).join(''));

for (const [scheme, dark] of [['light', false], ['dark', true]]) {
  eachBrowser(`who prefers ${scheme} gets ${scheme}, unless the page has chosen`, async (browser) => {
    await hosting({ 'one.html': themed }, async (server) => {
      await browser.open(server.at('one.html'), { width: 700, height: 900, dark });
      for (const id of ['w', 'wlight', 'wdark']) await reaches(browser, 'ready', id);
      assert.deepEqual(await look(browser, 'w'), dark ? DARK : LIGHT);
      assert.deepEqual(await look(browser, 'wlight'), [...LIGHT.slice(0, 2), 'light']);
      assert.deepEqual(await look(browser, 'wdark'), [...DARK.slice(0, 2), 'dark']);
      // It may choose again.
      await browser.run("document.getElementById('w').setAttribute('theme', arguments[0]);", dark ? 'light' : 'dark');
      assert.deepEqual((await look(browser, 'w')).slice(0, 2), (dark ? LIGHT : DARK).slice(0, 2));
    });
  }, { dark });
}

eachBrowser('paper is light, whatever the page has chosen', async (browser) => {
  await hosting({ 'one.html': themed }, async (server) => {
    await browser.open(server.at('one.html'), { width: 700, height: 900 });
    for (const id of ['w', 'wlight', 'wdark']) await reaches(browser, 'ready', id);
    await onPaper(browser, async () => {
      for (const id of ['w', 'wlight', 'wdark']) assert.deepEqual((await look(browser, id)).slice(0, 2), LIGHT.slice(0, 2), id);
    });
  });
}, PAPER);

for (const dark of [false, true]) {
  for (const [what, strong, way] of [['are quiet and thin', false, {}], ['asked for in more contrast are as strong as the others', true, CONTRAST]]) {
    eachBrowser(`${dark ? 'dark' : 'light'}, quiet text and thin lines ${what}`, async (browser) => {
      await hosting({ 'one.html': themed }, async (server) => {
        await browser.open(server.at('one.html'), { dark, ...way });
        await reaches(browser, 'ready');
        await openSearch(browser);
        const [quiet, line, ink, edge] = await browser.run(`
          // The field that has the focus is framed in colour.
          focused().blur();
          const of = (selector, name) => getComputedStyle(deep(document.getElementById('w'), selector)[0])[name];
          return [of('.imprint', 'color'), of('.event', 'borderBlockEndColor'), of('.headline', 'color'), of('input', 'borderBlockStartColor')];`);
        assert.deepEqual([quiet === ink, line === edge], [strong, strong]);
      });
    }, { dark, ...way });
  }
}

eachBrowser('every custom property changes something that is seen, and only in the widget', async (browser) => {
  const pages = Object.fromEntries(['none', ...PROPERTIES.keys()].map((name) => [`${name}.html`, page(`<p id="own">The page’s own <a href="#">link</a></p>${tile(name)}`, { head: `<link rel="stylesheet" href="${name}.css">` })]));
  const styles = Object.fromEntries([...PROPERTIES].map(([name, value]) => [`${name}.css`, `dateline-widget { ${name}: ${value} }`]));
  await hosting({ ...pages, ...styles, 'none.css': '' }, async (server) => {
    const shot = async (name) => {
      await browser.open(server.at(`${name}.html`), { width: 700, height: 900 });
      await reaches(browser, 'ready', 'tile');
      await browser.run("document.getElementById('tile').select('storm');");
      await browser.until("return deep(document, '[part~=\"event\"][data-selected]').length === 1;");
      await settled(browser);
      const top = await browser.run("return Math.floor(document.getElementById('tile').getBoundingClientRect().top) - 1;");
      return [pixels(await browser.driver.takeScreenshot()), top];
    };
    const [calm, top] = await shot('none');
    let ink = 0;
    for (let y = 0; y < top; y += 1) for (let x = 0; x < calm.width; x += 1) if (calm.at(x, y).join() !== calm.at(0, 0).join()) ink += 1;
    // WebKitGTK does not paint the edges of letters the same twice; of another colour or
    // font, all of them would differ.
    const most = browser.name === 'webkit' ? ink / 3 : 0;
    for (const name of PROPERTIES.keys()) {
      const [other] = await shot(name);
      let inside = 0, outside = 0;
      for (let y = 0; y < Math.min(calm.height, other.height); y += 1) {
        for (let x = 0; x < calm.width; x += 1) if (calm.at(x, y).join() !== other.at(x, y).join()) y < top ? (outside += 1) : (inside += 1);
      }
      assert.ok(inside > 20, `${name} changes ${inside} pixels of the widget`);
      assert.ok(outside <= most, `${name} changes ${outside} pixels of the page, which has ${ink} that are not plain`);
    }
  });
});

test('docs/theming.md names every custom property and part, and has the picture of what they change', () => {
  const theming = written('docs/theming.md');
  const { modules: [{ declarations: [{ cssProperties, cssParts }] }] } = JSON.parse(readFileSync(new URL('../../www/custom-elements.json', import.meta.url), 'utf8'));
  assert.deepEqual([...PROPERTIES.keys()], cssProperties.map(({ name }) => name), 'each has a tile in the picture');
  for (const { name } of [...cssProperties, ...cssParts]) assert.ok(theming.includes(`\`${name}\``), `${name} is not in docs/theming.md`);
  const [, alt, file] = theming.match(/!\[([^\]]*)\]\(\.\.\/(www\/properties\.png)\)/) ?? assert.fail('docs/theming.md does not show www/properties.png');
  assert.ok(alt.length > 40, 'the picture is put into words');
  const picture = readFileSync(new URL(`../../${file}`, import.meta.url));
  assert.equal(picture.subarray(1, 4).toString(), 'PNG');
  assert.ok(picture.length < 100_000, `${picture.length} bytes`);
});
