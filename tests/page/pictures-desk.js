// Draws the pictures of the editor's desk in docs/pictures/, from what is built, in Chromium:
//
//   cargo xtask pictures

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Browser } from './harness/browser.js';
import { ENGINES } from './harness/engines.js';
import { pixels } from './harness/pixels.js';
import { png } from './harness/png.js';
import { DIST, STRICT, serve } from './harness/server.js';
import { settled } from './harness/visit.js';

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
/** A screen, a small one, a phone. */
const VIEWS = [[1440, 900], [1024, 768], [360, 740]];

const started = await ENGINES.chromium({});
// The desk shows a picture that it has made itself.
const policy = STRICT.replace("img-src 'self'", "img-src 'self' data:");
const site = await serve({ folder: process.env.DATELINE_DIST ?? DIST, policy });
try {
  mkdirSync(FOLDER, { recursive: true });
  const browser = new Browser('chromium', started.session);
  const keep = async (name) => {
    await settled(browser);
    // When it was kept is another time with each drawing.
    await browser.run("const state = document.querySelector('.state'); if (state) state.textContent = state.textContent.replace(/\\d.*/, '14:05');");
    const bytes = png(pixels(await browser.driver.takeScreenshot()));
    writeFileSync(FOLDER + name, bytes);
    console.log(`${name}: ${bytes.length} bytes`);
  };
  for (const [width, height] of VIEWS) {
    for (const dark of [false, true]) {
      const name = (what) => `desk-${width}-${dark ? 'dark' : 'light'}${what}.png`;
      await browser.open(`${site.home}desk/`, { width, height, dark });
      await browser.one('#open-example');
      if (width !== 1024 && !dark) await keep(name('-first'));
      await browser.click('#open-example');
      await browser.until("return deep(document, 'tbody tr').length > 0 && deep(document, '[part~=\"list\"]').length > 0;");
      await browser.click('tbody tr:nth-child(3) td:nth-of-type(1)');
      await browser.until("return document.querySelector('.row-form .reads') !== null;");
      await browser.run('scrollTo(0, 0);');
      await keep(name(''));
      if (width === 1024) continue;
      await browser.click('#publish');
      await browser.click('#picture-show');
      await browser.until("return document.querySelector('.picture')?.complete;");
      await browser.run("document.activeElement.blur(); document.querySelector('.picture').scrollIntoView({ block: 'end' });");
      await keep(name('-publish'));
    }
  }
} finally {
  await started.end();
  await site.close();
}
