// What takes pages apart leaves the readable list complete: sanitisers of content
// systems, and a browser's reader view.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import createDOMPurify from 'dompurify';
import { JSDOM } from 'jsdom';
import sanitizeHtml from 'sanitize-html';
import { ARTICLE, STRICT, eachBrowser, elsewhere, foreign, newsroom, openAll, packaged, plain, site, test, upload } from './harness/index.js';
import { filtered, lacking } from './harness/wordpress.js';

const snippet = () => readFileSync(`${upload()}snippet.html`, 'utf8');
const people = new Map(ARTICLE.people.map((person) => [person.id, person.name]));
const BLOCK = /^(address|article|aside|blockquote|body|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|td|tr|ul)$/;

/** What is read of HTML without any style: each block on lines of its own, and nothing between inline elements. */
function read(html) {
  const { document } = new JSDOM(`<!doctype html><body>${html}`).window;
  const text = (node) => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1 || /^(script|style|template)$/.test(node.localName)) return '';
    const inside = [...node.childNodes].map(text).join('');
    return BLOCK.test(node.localName) ? `\n${inside}\n` : inside;
  };
  return plain(text(document.body));
}

const date = (value, form) => new Intl.DateTimeFormat('en-GB', { ...form, timeZone: 'UTC' }).format(new Date(value));
/** An EDTF value of the demonstration in words, independently of the program. */
function words(value) {
  const [start, end] = value.split('/');
  if (end === '..') return `since ${words(start)}`;
  if (start === '..') return `until ${words(end)}`;
  if (end) {
    const [day, ...rest] = words(end).split(' ');
    assert.equal(start.slice(0, 7), end.slice(0, 7), 'the demonstration has ranges within a month only');
    return [`${Number(start.slice(8))}–${day}`, ...rest].join(' ');
  }
  const form = [{ year: 'numeric' }, { month: 'long', year: 'numeric' }, { day: 'numeric', month: 'long', year: 'numeric' }];
  return date(start, form[start.split('-').length - 1]);
}

/** Where a text stands, with neither letter nor digit run into it. */
function places(prose, wanted, what) {
  const text = plain(wanted);
  const found = [];
  for (let at = prose.indexOf(text); at >= 0; at = prose.indexOf(text, at + 1)) {
    const around = [prose.slice(0, at).at(-1), prose.at(at + text.length)];
    if (around.every((letter) => !letter || !/[\p{L}\p{N}]/u.test(letter))) found.push(at);
  }
  assert.ok(found.length > 0, `${what}: “${text}” is missing`);
  return found;
}

/** One text follows another, with at most so many characters between. */
function near(prose, before, after, most, what) {
  const starts = places(prose, before, what);
  const ends = places(prose, after, what);
  assert.ok(
    starts.some((start) => ends.some((end) => end > start && end - start - plain(before).length <= most)),
    `${what}: “${after}” does not follow “${before}”`,
  );
}

/** Every fact of the article is there, and what belongs together stands together. */
function complete(prose) {
  const { headline, summary, events, eras, countries } = ARTICLE;
  places(prose, headline, 'headline');
  places(prose, summary, 'summary');
  for (const { id, title, text, date: { value, text: said, from, note }, people: who = [], source } of [...events, ...eras]) {
    near(prose, words(value), title, 250, `${id}: date and title`);
    if (said && !words(value).endsWith(said) && !/^February 24/.test(said)) places(prose, said, `${id}: the article's words for the date`);
    for (const basis of [from, note].filter(Boolean)) places(prose, basis, `${id}: what the date rests on`);
    if (text) near(prose, title, text, 250, `${id}: title and text`);
    for (const person of who) near(prose, title, people.get(person), 900, `${id}: who acts`);
    if (source) places(prose, source.quote, `${id}: source`);
  }
  for (const { name, note, claims = [], figures = [] } of countries) {
    places(prose, name, 'country');
    if (note) places(prose, note, `${name}: note`);
    for (const { text, quote, speaker, source } of claims) {
      for (const said of [text, quote].filter(Boolean)) near(prose, people.get(speaker), said, 900, `${name}: speaker and claim`);
      if (source) places(prose, source.quote, `${name}: source`);
    }
    for (const { value, qualifier, label, speaker } of figures) {
      const amount = typeof value === 'number' ? value.toLocaleString('en-GB') : value;
      near(prose, amount, label, 1, `${name}: figure`);
      if (qualifier) near(prose, qualifier, amount, 1, `${name}: figure`);
      near(prose, label, people.get(speaker), 60, `${name}: who counts`);
    }
  }
}

/** The readable list of the snippet, as it was built. */
const list = () => snippet().replace(/^[^]*?<dateline-widget[^>]*>/, '').replace(/<\/dateline-widget>[^]*$/, '');

/** All that a reader then sees is the list: every fact, and nothing of the data. */
function isTheList(clean) {
  const seen = read(clean);
  complete(seen);
  assert.ok(!/"(schema|headline|events)"\s*:/.test(seen), seen.slice(0, 300));
  const bare = (text) => text.replace(/\s+/g, '');
  assert.equal(bare(seen), bare(read(list())));
}

test('the snippet itself is complete prose', () => isTheList(snippet()));

test('what keeps the text of every tag that it takes out leaves the list, and nothing of the data', () => {
  const { document } = new JSDOM(`<!doctype html><body>${snippet()}`).window;
  const bare = (text) => text.replace(/\s+/g, '');
  assert.equal(bare(document.body.textContent), bare(new JSDOM(`<!doctype html><body>${list()}`).window.document.body.textContent));
});

test('WordPress leaves complete prose, its structure, and nothing of the data', (run) => {
  if (lacking) return run.skip(lacking);
  const clean = filtered(snippet());
  isTheList(clean);
  assert.ok(!/<script|<dateline-widget|<time/.test(clean), 'it does take out what it always takes out');
  for (const tag of ['<ol', '<li', '<blockquote', '<h3', '<h4']) assert.ok(clean.includes(tag), tag);
});

eachBrowser('of a snippet that went through WordPress, with the element let through, comes the widget', async (browser) => {
  const kept = filtered(snippet(), { element: true });
  // The loader is the template's.
  const [loader] = snippet().match(/<script type="module".*<\/script>/);
  const body = `<!doctype html><html lang="en"><head><title>A page</title><script src="/~probe.js"></script>${loader}</head><body>${kept}</body></html>`;
  const page = { type: 'text/html; charset=utf-8', body, headers: { 'Content-Security-Policy': STRICT } };
  const news = await newsroom({ answer: (path) => (path === '/embed/page.html' ? page : undefined) });
  try {
    await browser.open(`${news.home}page.html`);
    await browser.run("document.querySelector('dateline-widget').scrollIntoView();");
    await browser.until("return document.querySelector('dateline-widget').state === 'ready';");
    await openAll(browser);
    assert.equal((await browser.texts('[part~="event-title"]')).length, ARTICLE.events.length);
    assert.equal(await browser.run("return JSON.parse(document.querySelector('dateline-widget').dataset.article).headline;"), ARTICLE.headline);
    const { errors } = await browser.probe();
    assert.deepEqual(errors.filter((one) => !one.includes('favicon')), []);
  } finally {
    await news.close();
  }
}, lacking ? { only: [], because: lacking } : {});

test('DOMPurify leaves complete prose, its structure and its links', () => {
  const { window } = new JSDOM('');
  const clean = createDOMPurify(window).sanitize(snippet());
  isTheList(clean);
  assert.ok(!/<script|<dateline-widget/.test(clean), 'it does take out what it always takes out');
  for (const tag of ['<ol', '<li', '<time datetime=', '<blockquote', '<h3', '<h4']) assert.ok(clean.includes(tag), tag);
  assert.ok(clean.includes('id="dateline.event=invasion"'), 'a link to an event leads there without code');
});

test('sanitize-html leaves complete prose and its structure', () => {
  const clean = sanitizeHtml(snippet());
  isTheList(clean);
  assert.ok(!/<script|<dateline-widget|class=/.test(clean), 'it does take out what it always takes out');
  for (const tag of ['<ol', '<li', '<time', '<blockquote', '<h3', '<h4']) assert.ok(clean.includes(tag), tag);
});

test('tags alone taken out leave complete prose', () => isTheList(sanitizeHtml(snippet(), {
  allowedTags: ['p', 'ol', 'ul', 'li', 'h2', 'h3', 'h4', 'h5', 'blockquote'], allowedAttributes: {},
})));

test('the reader view of the article’s page holds the list whole', async () => {
  const { home } = await site();
  const html = await (await fetch(home)).text();
  const { content } = new Readability(new JSDOM(html, { url: home }).window.document).parse();
  complete(read(content));
});

test('the reader view of the frame’s page is the list', () => {
  const html = readFileSync(`${upload()}frame.html`, 'utf8');
  const { content, title, excerpt } = new Readability(new JSDOM(html, { url: 'https://news.example/frame.html' }).window.document).parse();
  assert.equal(title, ARTICLE.headline);
  // Title and summary are parts of the view of their own, and not repeated.
  complete(read(`<h1>${title}</h1><p>${excerpt}</p>${content}`));
});

eachBrowser('DOMPurify in the browser leaves complete prose', async (browser) => {
  const other = await elsewhere({
    'page.html': foreign('', '<script src="purify.js"></script>'),
    'purify.js': packaged('dompurify/dist/purify.js'),
  });
  try {
    await browser.open(`${other.origin}/page.html`);
    isTheList(await browser.run('return DOMPurify.sanitize(arguments[0]);', snippet()));
  } finally {
    await other.close();
  }
});
