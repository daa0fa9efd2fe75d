// Draws docs/pictures/, what a reader sees at rest and with an event and a country open, from
// the built widget in Chromium:
//
//   cargo xtask pictures

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Browser } from './harness/browser.js';
import { ENGINES } from './harness/engines.js';
import { hosting, page } from './harness/host.js';
import { pixels } from './harness/pixels.js';
import { png } from './harness/png.js';
import { settled } from './harness/visit.js';

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const read = (path) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
const ARTICLES = { en: read('../../www/articles/human-rights-2022.json'), ar: read('data/report-ar.json') };
/** What is opened, by the address, as a link would. */
const OPEN = '#dateline.event=xi-visit&dateline.countries=CN';

const widget = (language) => `<dateline-widget loading="eager"><script type="application/json">${ARTICLES[language].replaceAll('<', '\\u003c')}</script></dateline-widget>`;
const style = 'body { margin: 0; padding: 16px; background: light-dark(#fff, #14171a); color-scheme: light dark } html[lang] { overflow: hidden }';

const started = await ENGINES.chromium({});
try {
  mkdirSync(FOLDER, { recursive: true });
  const browser = new Browser('chromium', started.session);
  const pages = Object.keys(ARTICLES).map((language) => [`${language}.html`, page(widget(language), { head: '<link rel="stylesheet" href="all.css">' })]);
  await hosting({ ...Object.fromEntries(pages), 'all.css': style }, async (server) => {
    for (const language of Object.keys(ARTICLES)) {
      for (const width of [360, 1200]) {
        for (const dark of [false, true]) {
          for (const open of [false, true]) {
            const address = server.at(`${language}.html`) + (open ? OPEN : '');
            await browser.open(address, { width, height: 900, dark });
            await browser.until("return document.querySelector('dateline-widget').state === 'ready';");
            await settled(browser);
            const height = await browser.run('return Math.ceil(document.documentElement.scrollHeight);');
            await browser.devtools('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
            await browser.run("document.querySelector('dateline-widget').shadowRoot.activeElement?.blur(); scrollTo(0, 0);");
            await settled(browser);
            const name = ['widget', language, width, dark ? 'dark' : 'light', open ? 'open' : 'rest'].join('-') + '.png';
            const bytes = png(pixels(await browser.driver.takeScreenshot()));
            writeFileSync(FOLDER + name, bytes);
            console.log(`${name}: ${width}×${height}, ${bytes.length} bytes`);
          }
        }
      }
    }
  });
} finally {
  await started.end();
}
