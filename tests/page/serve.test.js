// What developers run: `trunk serve`, under the policy of a careful host.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ARTICLE, STRICT, TILE, WORK, eachBrowser, openAll, ready } from './harness/index.js';
import { find, freePort, start } from './harness/processes.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The development server, started once. @type {Promise<{ home: string, end: () => Promise<void> }> | undefined} */
let served;
after(async () => (await served)?.end());

async function serve() {
  const port = await freePort();
  const home = `http://127.0.0.1:${port}/`;
  const answers = () => fetch(home).then(({ ok }) => ok, () => false);
  const words = ['serve', '--address', '127.0.0.1', '--port', `${port}`, '--dist', `${WORK}served`];
  return { home, ...await start(find('trunk'), words, { ready: answers, folder: ROOT, patience: 100_000 }) };
}

eachBrowser('the development server keeps to the policy that the page tests are held to, and the widget to it', async (browser) => {
  const { home } = await (served ??= serve());
  const { headers } = await fetch(home);
  assert.equal(headers.get('content-security-policy'), STRICT.replace("img-src 'self'", "img-src 'self' data:"), 'but for the picture that the desk has made itself');
  assert.equal(headers.get('access-control-allow-origin'), '*', 'its files are open to frames without an origin');
  await browser.driver.get('about:blank');
  await browser.open(home);
  await browser.run(`
    window.heard = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => heard.push(violatedDirective + ' ' + blockedURI));
    addEventListener('error', ({ message }) => heard.push(message));
    addEventListener('dateline-problem', ({ detail }) => heard.push(detail.problems[0].message));`);
  await ready(browser);
  await openAll(browser);
  assert.equal((await browser.all('[part~="event"]')).length, ARTICLE.events.length);
  await browser.click(TILE);
  await browser.run("deep(document, '[data-source]')[0].click();");
  await browser.until("return CSS.highlights?.get('dateline-shown')?.size;");
  assert.deepEqual(await browser.run('return heard;'), []);
}, { alone: true });
