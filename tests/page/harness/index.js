// What every scenario imports. Browsers are started at the first test that wants one,
// serve many, and are ended after the last.

import { after, describe, test as declared } from 'node:test';
import { Browser } from './browser.js';
import { ENGINES } from './engines.js';
import { isStumble } from './stumbles.js';
import { closeSite } from './visit.js';

export { cut, overlapping, protruding } from './boxes.js';
export { Browser, KEY } from './browser.js';
export { FIELD, ROW, TILE, TILES, TOKEN, openAll, openSearch, rowOf, tileOf } from './controls.js';
export { fingers } from './fingers.js';
export { chooses, comes, fits, framed, high, inside } from './frame.js';
export { FAR, SMALL, built, bytes, data, hosting, leaves, page, reaches, showsList, widget } from './host.js';
export { CONTRAST, FORCED, PAPER, STILL, largerText, onPaper } from './media.js';
export { PUBLISHED, recipes, written } from './recipes.js';
export { colours, contrast, pixels } from './pixels.js';
export { DIST, STRICT, serve } from './server.js';
export { PROGRAM, WORK, build, elsewhere, foreign, imported, newsroom, packaged, rendered, upload } from './upload.js';
export {
  READERS, SENTENCES, STORY, TEXT, arrived, bare, control, isBack, isShown, marked, noise, quoteOf, serialised, shown, story, storyPage, visiting,
} from './story.js';
export { ARTICLE, WIDTHS, atRest, plain, promised, ready, settled, site, visit } from './visit.js';
export { isStumble } from './stumbles.js';
export { pause, stays, steady, until } from './waiting.js';

/** Which part of all is this process's: what wants one engine, what is `plain` and wants none, the `rest`, or everything. */
const lane = process.env.DATELINE_LANE;
const wanted = (process.env.DATELINE_BROWSERS ?? Object.keys(ENGINES).join(','))
  .split(',')
  .filter((name) => name in ENGINES);
/** How many tests of a process may be tried again: drivers stumble, but seldom. */
const AGAIN = 2;
let tried = 0;
/** So many tests one browser is there for: an engine that has compiled the program a thousand times is no reader's. */
const USES = 100;
const started = new Map();

/** How a browser of that name is set up. WebKit takes what its reader asks for for life. */
const setUp = (name, { dark = false, files = false, flags, media = {} }) => ({ files, flags, ...(name === 'webkit' ? { dark, media } : {}) });

/** The started browser of that name, one for each way it is set up. */
async function browser(name, options) {
  const way = setUp(name, options);
  const key = JSON.stringify([name, way]);
  if (started.get(key)?.uses === USES) await end(name, options);
  if (!started.has(key)) {
    const starting = ENGINES[name](way).then(({ session, end }) => ({ browser: new Browser(name, session), end }));
    starting.catch(() => {});
    started.set(key, { starting, uses: 0 });
  }
  const one = started.get(key);
  one.uses += 1;
  return (await one.starting).browser;
}

/** Ends that browser; the next test that wants it starts another. */
async function end(name, options) {
  const key = JSON.stringify([name, setUp(name, options)]);
  const one = started.get(key);
  started.delete(key);
  await one?.starting.then(({ end }) => end()).catch(() => {});
}

after(async () => {
  await closeSite();
  for (const { starting } of started.values()) {
    await starting.then(({ end }) => end(), () => {});
  }
});

/** Declares a test that needs no browser, or starts what it needs; `skip` says why it cannot run here. */
export function test(what, check, { skip = '' } = {}) {
  if (!lane || lane === 'plain') declared(what, { skip: skip || false }, check);
}

/**
 * Declares one test a browser.
 *
 * @param {string} what the sentence that has to be true
 * @param {(browser: Browser) => Promise<void>} check
 * @param {{ skip?: string, only?: string[], because?: string, alone?: boolean, dark?: boolean, files?: boolean, flags?: string[], media?: Record<string, string> }} [where]
 *   why it cannot run here; the engines that can, and why not the others; whether nothing else may keep the
 *   machine busy meanwhile; how the browser is set up
 */
export function eachBrowser(what, check, { skip: lacking = '', only, because, alone = false, ...way } = {}) {
  const here = wanted.filter((name) => !lane || lane === (alone ? 'rest' : name));
  if (!here.length) return;
  describe(what, () => {
    for (const name of here) {
      const able = !only || only.includes(name);
      const skip = able ? lacking || false : (because ?? `only ${only.join(' and ')} can show it`);
      declared(name, { skip, timeout: 120_000 }, async (run) => {
        try {
          await check(await browser(name, way));
        } catch (trouble) {
          // What the page did is never tried again.
          if (!isStumble(trouble) || tried === AGAIN) throw trouble;
          tried += 1;
          run.diagnostic(`The driver of ${name} stumbled in “${what}”, which is tried again: ${trouble.stack}`);
          await end(name, way);
          await check(await browser(name, way));
        }
      });
    }
  });
}
