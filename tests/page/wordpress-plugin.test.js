// The plugin in a real WordPress: an author who may not write what they like publishes
// explainers, and readers have them with scripts and without.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after } from 'node:test';
import { JSDOM } from 'jsdom';
import { WORK, build, eachBrowser, plain, ready, recipes, test } from './harness/index.js';
import { lacking, wordpress } from './harness/wordpress-site.js';

const where = { only: ['chromium'], because: 'one browser shows what WordPress sends', alone: true, skip: lacking };

/** With what filters like to change: signs of HTML and of PHP, brackets and entities. */
const ARTICLE = {
  schema: 1,
  language: 'en',
  headline: 'A harbour & its “bridge”',
  people: [{ id: 'mayor', name: 'Anna Kowal', role: 'mayor of the town', country: 'PL' }],
  events: [
    { id: 'storm', title: 'A storm stops the works', date: { value: '2022-10-14', basis: 'inferred', text: 'Friday', from: 'the calendar' }, countries: ['PL'] },
    { id: 'plan', title: 'The town plans [a bridge] at \\5 < 6', date: '2019-03', text: 'The council agreed: 4 &amp; 1.', countries: ['PL', 'DE'], source: { quote: 'It was agreed.' } },
    { id: 'works', title: 'Works go on', date: '2021-02/..', countries: ['DE'] },
  ],
  countries: [{ code: 'PL', name: 'Poland', claims: [{ speaker: 'mayor', verb: 'says', quote: 'We have "waited".' }], figures: [{ value: 1400, qualifier: 'about', label: 'cars an hour' }] }],
};
const TITLES = ['The town plans [a bridge] at \\5 < 6', 'Works go on', 'A storm stops the works'];
/** As the block's editor keeps it: nothing in it that a filter knows. */
const guarded = JSON.stringify(ARTICLE).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
const block = (attributes) => `<!-- wp:dateline/explainer ${JSON.stringify(attributes).replaceAll('--', '\\u002d\\u002d').replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`).replaceAll('\\"', '\\u0022')} /-->`;

/** What docs/embedding.md says to authors, with our own file. */
const [bySrc, byFile] = recipes('WordPress', 'text')[0].trim().split('\n').map((line) => line.replace(/https:[^"]*/, 'site:').replace('123', 'file:'));

let site;
/** The site, started once. */
function started() {
  mkdirSync(WORK, { recursive: true });
  writeFileSync(`${WORK}harbour.json`, JSON.stringify(ARTICLE));
  site ??= wordpress(JSON.stringify(ARTICLE), {
    src: '<p>Before</p>\n[dateline src="upload:" annotate=""]\n<p>After</p>',
    'by-src': bySrc,
    file: byFile,
    block: block({ data: guarded }),
    'block-src': block({ src: 'site:' }),
    enclosed: `[dateline]\n${JSON.stringify({ ...ARTICLE, events: ARTICLE.events.slice(0, 1) })}\n[/dateline]`,
    pasted: `<!-- wp:html -->${readFileSync(`${build('harbour', `${WORK}harbour.json`)}snippet.html`, 'utf8')}<!-- /wp:html -->`,
    wrong: '[dateline src="https://elsewhere.example/article.json"]',
    none: '<p>No explainer here.</p>',
  });
  return site;
}
after(async () => (await site?.catch(() => undefined))?.end());

const address = ({ origin, addresses }, name, more = '') => `${origin}${addresses[name]}${more}`;
const FULL = ['src', 'by-src', 'file', 'block', 'block-src', 'pasted'];

test('an author publishes explainers, and the posts carry data and list', async () => {
  const news = await started();
  for (const name of [...FULL, 'wrong', 'none']) {
    const { document } = new JSDOM(await (await fetch(address(news, name))).text()).window;
    const loaders = [...document.querySelectorAll('script[src*="dateline.js"]')];
    assert.equal(loaders.length, name === 'none' ? 0 : 1, `${name}: scripts are loaded only where they are needed`);
    if (name === 'none') continue;
    assert.equal(loaders[0].type, 'module');
    const element = document.querySelector('dateline-widget');
    if (name === 'wrong') {
      assert.equal(element.getAttribute('src'), 'https://elsewhere.example/article.json');
      continue;
    }
    assert.deepEqual(JSON.parse(element.dataset.article), ARTICLE, name);
    const text = plain(element.textContent);
    for (const one of [ARTICLE.headline, ...TITLES, 'The council agreed: 4 &amp; 1.', 'March 2019', 'Anna Kowal', 'We have ', 'cars an hour']) assert.ok(text.includes(one), `${name}: “${one}” is missing in ${text}`);
    assert.ok(!/[{}]/.test(text.replaceAll('[a bridge]', '')), `${name}: no data stand among the words`);
  }
  const { document } = new JSDOM(await (await fetch(address(news, 'enclosed'))).text()).window;
  assert.equal(JSON.parse(document.querySelector('dateline-widget').dataset.article).headline, ARTICLE.headline);
  // What PHP had to complain of.
  const log = existsSync(news.log) ? readFileSync(news.log, 'utf8') : '';
  assert.doesNotMatch(log, /plugins\/dateline/);
}, { skip: lacking });

eachBrowser('a post in WordPress is read with scripts and without', async (browser) => {
  const news = await started();
  for (const name of FULL) {
    await browser.open(address(news, name));
    await ready(browser);
    assert.deepEqual(await browser.texts('.headline'), [ARTICLE.headline], name);
    assert.deepEqual((await browser.texts('[part~="event-title"]')).map(plain), TITLES, name);
    assert.deepEqual((await browser.texts('[part~="country"] .tile-name')).map(plain), ['Poland', 'Germany'], name);
  }
  await browser.open(address(news, 'src', '&still'));
  const seen = await browser.run("return document.querySelector('dateline-widget').innerText;");
  for (const one of [ARTICLE.headline, ...TITLES, 'since February 2021', 'about 1400 cars an hour']) assert.ok(plain(seen).includes(one), `“${one}” is missing in ${seen}`);
  assert.equal(await browser.run("return document.querySelector('dateline-widget').shadowRoot;"), null);
}, where);

eachBrowser('an author makes one with the block, in the editor', async (browser) => {
  const news = await started();
  await browser.open(`${news.origin}/wp-login.php`);
  await browser.run("document.getElementById('user_login').value = 'author'; document.getElementById('user_pass').value = 'secret'; document.getElementById('wp-submit').click();");
  await browser.until("return location.pathname.startsWith('/wp-admin');");
  await browser.open(`${news.origin}/wp-admin/post-new.php`);
  await browser.until("return window.wp?.blocks?.getBlockType('dateline/explainer') !== undefined && document.querySelector('.block-editor-block-list__layout') !== null;");
  await browser.run("const block = wp.blocks.createBlock('dateline/explainer'); wp.data.dispatch('core/block-editor').insertBlocks(block); wp.data.dispatch('core/editor').editPost({ title: 'From the editor' });");
  await browser.until("return [...document.querySelectorAll('label')].some((one) => one.textContent.startsWith('Or the data themselves'));");
  await browser.run(`
    const label = [...document.querySelectorAll('label')].find((one) => one.textContent.startsWith('Or the data themselves'));
    const field = document.getElementById(label.htmlFor);
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, arguments[0]);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));`, JSON.stringify(ARTICLE));
  // The editor shows the list that the post will have.
  await browser.until("return document.querySelector('.wp-block-dateline-explainer dateline-widget ol') !== null;");
  await browser.run("wp.data.dispatch('core/editor').editPost({ status: 'publish' }); wp.data.dispatch('core/editor').savePost();");
  await browser.until("const editor = wp.data.select('core/editor'); return editor.didPostSaveRequestSucceed() && editor.isCurrentPostPublished() && !editor.isSavingPost();");
  const link = await browser.run("return wp.data.select('core/editor').getPermalink();");
  await browser.run("window.onbeforeunload = null;");
  await browser.open(link);
  await ready(browser);
  assert.deepEqual((await browser.texts('[part~="event-title"]')).map(plain), TITLES);
}, where);
