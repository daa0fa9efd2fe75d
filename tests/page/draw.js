// Draws www/properties.png, the picture in docs/theming.md of what each custom property changes, from
// the built widget in Chromium:
//
//   cargo xtask pictures

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Browser } from './harness/browser.js';
import { ENGINES } from './harness/engines.js';
import { hosting, page } from './harness/host.js';
import { pixels } from './harness/pixels.js';
import { png } from './harness/png.js';
import { PROPERTIES, tile } from './harness/properties.js';
import { settled } from './harness/visit.js';

const FILE = fileURLToPath(new URL('../../www/properties.png', import.meta.url));
/** Px: a tile, and how many stand beside one another. */
const [WIDTH, HEIGHT, BESIDE] = [300, 660, 4];

/** So many colours are enough for them, and make a small file. */
const COLOURS = 64;

const names = ['', ...PROPERTIES.keys()];
const tiles = names.map((name, at) => `<figure><figcaption>${name || 'as it is'}</figcaption><div>${tile(name, `t${at}`)}</div></figure>`);
const style = `
  body { margin: 0; display: grid; grid-template-columns: repeat(${BESIDE}, ${WIDTH}px); background: #fff }
  figure { margin: 0; padding: 8px 12px 16px; box-sizing: border-box; inline-size: ${WIDTH}px; block-size: ${HEIGHT}px; overflow: hidden }
  figcaption { font: 600 15px/28px system-ui, sans-serif; color: #1a1a1a }
  div { block-size: ${HEIGHT - 52}px; overflow: hidden }
  dateline-widget::part(axis) { display: none }
  ${[...PROPERTIES].map(([name, value]) => `.${name} { ${name}: ${value} }`).join('\n')}`;

const started = await ENGINES.chromium({});
try {
  const browser = new Browser('chromium', started.session);
  await hosting({ 'all.html': page(tiles.join(''), { head: '<link rel="stylesheet" href="all.css">' }), 'all.css': style }, async (server) => {
    await browser.open(server.at('all.html'), { width: WIDTH * BESIDE, height: HEIGHT * Math.ceil(names.length / BESIDE) });
    await browser.until("return [...document.querySelectorAll('dateline-widget')].every((one) => one.state === 'ready');");
    await browser.run("for (const one of document.querySelectorAll('dateline-widget')) { one.shadowRoot.querySelector('[part~=search-open]').click(); one.select('storm'); }");
    await browser.until("return document.querySelectorAll('dateline-widget').length === deep(document, '[part~=\"event\"][data-selected]').length;");
    await settled(browser);
    await browser.run("for (const one of document.querySelectorAll('dateline-widget')) one.shadowRoot.activeElement?.blur();");
    const bytes = png(pixels(await browser.driver.takeScreenshot()), COLOURS);
    writeFileSync(FILE, bytes);
    console.log(`${FILE}: ${bytes.length} bytes`);
  });
} finally {
  await started.end();
}
