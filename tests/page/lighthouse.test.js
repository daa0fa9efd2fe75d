// Lighthouse, mobile preset: accessibility, best practices and search engines at 100.
// Performance is a timing and so a matter of the benchmark.

import assert from 'node:assert/strict';
import { eachBrowser, newsroom, site } from './harness/index.js';
import { audit } from './harness/lighthouse.js';

const chromium = { only: ['chromium'], because: 'Lighthouse drives Chromium' };
const CATEGORIES = ['accessibility', 'best-practices', 'seo'];

const port = async (browser) => Number((await browser.driver.getCapabilities()).get('goog:chromeOptions').debuggerAddress.split(':').pop());

async function perfect(browser, url, widget) {
  // Lighthouse opens a page of its own beside the tests'.
  await browser.driver.get('about:blank');
  const { scores, lacking, asked } = await audit(url, await port(browser), CATEGORIES);
  assert.deepEqual(scores, Object.fromEntries(CATEGORIES.map((name) => [name, 100])), lacking.join('\n'));
  assert.equal(asked.some((one) => one.endsWith('.wasm')), widget, widget ? 'the widget was there' : 'the list was there');
}

eachBrowser('the demonstration is at 100 as it opens, with its list', async (browser) => perfect(browser, (await site()).home, false), chromium);

eachBrowser('and with the widget, opened by a link to an event', async (browser) => perfect(browser, `${(await site()).home}#dateline.event=invasion`, true), chromium);

eachBrowser('the page for frames is at 100, with the widget', async (browser) => {
  const news = await newsroom({ answer: (path) => (path === '/favicon.ico' ? { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' } : undefined) });
  try {
    await perfect(browser, `${news.home}frame.html`, true);
  } finally {
    await news.close();
  }
}, chromium);
