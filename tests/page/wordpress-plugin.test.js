// The plugin in a real WordPress: an author who may not write what they like publishes
// explainers, and readers have them with scripts and without.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { after } from 'node:test';
import { JSDOM } from 'jsdom';
import { WORK, build, eachBrowser, plain, ready, recipes, rendered, test } from './harness/index.js';
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

/** What another plugin would run, wherever an author may write. */
const BOOM = 'A [boom] and a [/boom]';
const SHORTCODES = {
  headline: BOOM,
  people: [{ id: 'p', name: BOOM, role: BOOM }],
  events: [{ id: 'a', title: BOOM, text: BOOM, date: { value: 'XXXX', text: BOOM }, groups: [BOOM], countries: ['PL'], links: [{ url: 'https://news.example/[boom]', text: BOOM }], image: { src: 'https://news.example/[boom].png', alt: BOOM } }],
  countries: [{ code: 'PL', name: BOOM, claims: [{ speaker: 'p', quote: BOOM }] }],
};

const FIXTURES = new URL('../fixtures/', import.meta.url);
const FULL = JSON.parse(readFileSync(new URL('full.json', FIXTURES), 'utf8'));

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
    brackets: `[dateline heading="A &#91;boom&#93;"]\n${JSON.stringify(SHORTCODES).replace(/[[\]]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`).replaceAll(/\\u005b(?=["{])/g, '[').replaceAll(/(?<=["}])\\u005d/g, ']')}\n[/dateline]`,
    'block-brackets': block({ data: JSON.stringify(SHORTCODES), heading: BOOM }),
    wrong: '[dateline src="https://elsewhere.example/article.json"]',
    none: '<p>No explainer here.</p>',
  });
  return site;
}
after(async () => (await site?.catch(() => undefined))?.end());

const address = ({ origin, addresses }, name, more = '') => `${origin}${addresses[name]}${more}`;
const POSTS = ['src', 'by-src', 'file', 'block', 'block-src', 'pasted'];

test('an author publishes explainers, and the posts carry data and list', async () => {
  const news = await started();
  for (const name of [...POSTS, 'wrong', 'none']) {
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

test('what looks like a shortcode in the data is text', async () => {
  const news = await started();
  for (const name of ['brackets', 'block-brackets']) {
    const html = await (await fetch(address(news, name))).text();
    assert.doesNotMatch(html, /EXECUTED/, name);
    const element = new JSDOM(html).window.document.querySelector('dateline-widget');
    assert.deepEqual(JSON.parse(element.dataset.article), SHORTCODES, name);
    for (const selector of ['.headline', '.title', '.text', '.when', '.about', '.links a', '.name', '.card-title', 'blockquote']) {
      assert.ok(element.querySelector(selector).textContent.includes('[boom]'), `${name}, ${selector}`);
    }
    assert.ok(element.getAttribute('heading').includes('[boom]'), name);
  }
}, { skip: lacking });

/** Every place in a tree, as a path. */
const places = (tree, path = []) => [path, ...(Object(tree) === tree ? Object.entries(tree).flatMap(([key, value]) => places(value, [...path, key])) : [])];
/** The tree with something else at a place. */
const changed = (tree, [key, ...rest], value) => (key === undefined ? value : Array.isArray(tree)
  ? tree.map((one, at) => (String(at) === key ? changed(one, rest, value) : one)) : { ...tree, [key]: changed(tree[key], rest, value) });

test('any data give the list or a sentence, and nothing that PHP complains of', async () => {
  const news = await started();
  const objects = [FULL, ARTICLE].flatMap((tree) => places(tree).slice(1).flatMap((path) => [null, true, -1, 1.5, '', '2022-02-31', 'https://', [], {}, [[1]], [null], { a: [{}] }].map((value) => changed(tree, path, value))));
  const fixtures = readdirSync(FIXTURES).filter((name) => name.endsWith('.json')).map((name) => readFileSync(new URL(name, FIXTURES), 'utf8'));
  const lists = [...objects.map((data) => JSON.stringify(data)), '{}', '{"events":{"0":{"title":"x"}}}'];
  const none = ['', ' ', '{', 'null', '3', '"text"', '[]', '[{"events":[]}]', '{"a":1e999}', '{"\\u0000a":1}', '\u0000', `${'['.repeat(600)}${']'.repeat(600)}`,
    // Within the limit, but no PHP has the memory for so many lists; and more than the limit.
    `{"a":[${'[0],'.repeat(2_000_000)}0]}`, `{"a":"${'x'.repeat(16 << 20)}"}`];
  const all = news.render([...lists, ...none, ...fixtures].map((json) => [{}, json]));
  assert.deepEqual(all.filter((html) => html.startsWith('PHP')), []);
  assert.deepEqual(lists.filter((json, at) => !/^<dateline-widget data-article="[^"]*"><div class="dateline"[^>]*>.*<\/div><\/dateline-widget>$/s.test(all[at])), []);
  const sentence = '<p>Dateline: there are no data that could be read, JSON of at most 16 MiB. The command “dateline check” says where a mistake is.</p>';
  assert.deepEqual([...new Set(all.slice(lists.length, lists.length + none.length))], [sentence]);
  const addresses = ['http:///', 'http://:80', '//', '/', 'a b', 'javascript:alert(1)', 'https://elsewhere.example/a.json?b=[boom]', 'http://[::1]:x/', 'article.json'];
  const told = news.render(addresses.map((src) => [{ src }, '']).concat([{ file: 'x' }, { file: 999 }, { src: ['a'] }, { id: ['a'], of: 3 }, {}].map((attributes) => [attributes, ''])));
  assert.deepEqual(told.filter((html) => !(html === sentence || /^<dateline-widget( src="https?:[^"[]*")?><\/dateline-widget>$/.test(html))), []);
}, { skip: lacking });

test('a date is said as the command says it, or stands as in the data', async () => {
  const news = await started();
  const table = readFileSync(new URL('dates.tsv', FIXTURES), 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t')).filter(([value]) => !value.startsWith('julian '));
  const impossible = ['2022-02-31', '2022-13', '2022-00', '2022-01-00', '0000', '0033-04-03', '10000', '2022-01-01T25:00', '2023/2022', '2022-02-31/..', '../2022-13', '../..', '/', '', '2022\n', ' 2022'];
  const dates = [...table.map(([value]) => value), ...impossible];
  const texts = (article) => [...new JSDOM(news.render([[{}, JSON.stringify(article)]])[0]).window.document.querySelectorAll('.event')].map((one) => one.querySelector('.when')?.textContent ?? '');
  const article = (values, language) => ({ headline: 'x', language, events: [...values.map((date, at) => ({ id: `e${at}`, title: 'x', date })), { id: 'last', title: 'x', date: 'Y' }] });
  const said = texts(article(dates, 'en'));
  let inWords = 0;
  for (const [at, [value, , , english]] of table.entries()) {
    // Two whole dates stand with a dash between, where the command leaves out what they share.
    const [from, to] = value.split('/').map((one) => said[dates.indexOf(one)] ?? '');
    assert.ok([value, english, ...(to ? [`${from} – ${to}`] : [])].includes(said[at]) || /^\d{4}[^/]*\/\d{4}/.test(value), `${value}: “${said[at]}”, not “${english}”`);
    if (said[at] === english) inWords++;
  }
  assert.ok(inWords > 15, `${inWords} are said in words`);
  assert.deepEqual(said.slice(table.length, -1), impossible);
  assert.deepEqual(texts(article(['2004-02-01/2005-02-08', '2004-06/2004-08', '1984~/2004-06'], 'en')).slice(0, 3), ['1 February 2004 – 8 February 2005', 'June 2004 – August 2004', 'about 1984 – June 2004']);
  // The site speaks English: no date is half in one language.
  assert.deepEqual(texts(article(['2021-02/..', '2022-10-14'], 'uk')).slice(0, 2), ['2021-02/..', '2022-10-14']);
  assert.deepEqual(texts(article([{ value: '2022-02-31', text: 'the last of February' }, { value: '1917-10-25', calendar: 'julian' }], 'en')).slice(0, 2), ['the last of February', '1917-10-25']);
}, { skip: lacking });

test('the list has the words of the command’s in elements of the same classes', async () => {
  const news = await started();
  const article = JSON.parse(JSON.stringify(FULL).replaceAll('"pictures/', '"https://gazette.example/'));
  const [ours, theirs] = [news.render([[{}, JSON.stringify(article)]])[0], rendered(article)].map((html) => new JSDOM(html).window.document);
  for (const mark of theirs.querySelectorAll('sup')) mark.remove();
  const classes = (document) => new Set([...document.querySelectorAll('.dateline [class]')].flatMap((one) => [...one.classList]));
  assert.deepEqual([...classes(ours)].filter((name) => !classes(theirs).has(name)), []);
  const texts = (document, selector) => [...document.querySelectorAll(selector)].map((one) => plain(one.textContent).replaceAll('\u2060', ''));
  for (const selector of ['.headline', '.summary', '.list > .part-title', '.countries-part .part-title', '.event > .title', '.event .text', '.era .text', '.note', '.said', '.links a', '.credit', '.event .foot a']) {
    // Of countries without a card the command says that there is none.
    const wanted = texts(theirs, selector).filter((text) => !text.startsWith('The article names this country'));
    assert.ok(wanted.length > 0, selector);
    for (const text of wanted) assert.ok(texts(ours, selector).some((one) => text.includes(one) && one !== ''), `${selector}: “${text}” is missing in ${texts(ours, selector)}`);
  }
  assert.deepEqual(texts(ours, '.event > .title'), texts(theirs, '.event > .title'), 'in the same order');
  for (const text of ['Source: The Example Gazette, The report', 'published 21', 'worked out', 'added by the editor', '“unveiled the report on Monday”', 'reported by Yearly report', 'allegation', 'Was: Sunday. Now: Monday. A slip.', 'more than 2,900', '0.5 billion dollars', '… – 2022', 'February 2021 – March 2023', 'Who is who', 'since ', 'Corrections']) {
    assert.ok(plain(ours.body.textContent).includes(text), `“${text}” is missing in ${plain(ours.body.textContent)}`);
  }
}, { skip: lacking });

test('no file of the server is read but those of the media library', async () => {
  const news = await started();
  const { uploads } = news;
  writeFileSync(`${uploads}/secret.json`, '{"headline":"Secret","events":[]}');
  const paths = ['/wp-content/uploads/secret.json', '/wp-content/uploads/2026/../secret.json', '/wp-content/uploads/%73ecret.json', '/wp-content/uploads//secret.json'];
  const told = news.render(paths.flatMap((path) => [path, `${news.origin}${path}`]).map((src) => [{ src }, '']));
  assert.deepEqual(told.filter((html) => !html.startsWith('<dateline-widget src="')), []);
}, { skip: lacking });

eachBrowser('a post in WordPress is read with scripts and without', async (browser) => {
  const news = await started();
  for (const name of POSTS) {
    await browser.open(address(news, name));
    await ready(browser);
    assert.deepEqual(await browser.texts('.headline'), [ARTICLE.headline], name);
    assert.deepEqual((await browser.texts('[part~="event-title"]')).map(plain), TITLES, name);
    assert.deepEqual((await browser.texts('[part~="country"] .tile-name')).map(plain), ['Poland', 'Germany'], name);
  }
  await browser.open(address(news, 'src', '&still'));
  const seen = await browser.run("return document.querySelector('dateline-widget').innerText;");
  for (const one of [ARTICLE.headline, ...TITLES, 'since February 2021', 'about 1,400', 'cars an hour']) assert.ok(plain(seen).includes(one), `“${one}” is missing in ${seen}`);
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
  const paste = (text) => browser.run(`
    const label = [...document.querySelectorAll('label')].find((one) => one.textContent.startsWith('Or the data themselves'));
    const field = document.getElementById(label.htmlFor);
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, arguments[0]);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));`, text);
  const kept = () => browser.run("return wp.data.select('core/block-editor').getBlocks().find((one) => one.name === 'dateline/explainer').attributes.data ?? null;");
  // The attributes are those of the server's list.
  assert.ok(await browser.run("const { attributes } = wp.blocks.getBlockType('dateline/explainer'); return ['src', 'file', 'data', 'annotate', 'theme'].every((name) => name in attributes);"));
  await paste('{ "headline": <b>no JSON');
  await browser.until("return document.body.textContent.includes('The post keeps nothing of this');");
  assert.equal(await kept(), null);
  await paste(JSON.stringify(ARTICLE, null, 2));
  assert.equal(await kept(), guarded);
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
