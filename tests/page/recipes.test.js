// The documents' recipes, each run as it is printed.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import createDOMPurify from 'dompurify';
import { build as bundle } from 'esbuild';
import { JSDOM } from 'jsdom';
import sanitizeHtml from 'sanitize-html';
import { PROGRAM, PUBLISHED, SMALL, STRICT, WORK, build, chooses, comes, eachBrowser, elsewhere, fits, foreign, inside, newsroom, packaged, recipes, test } from './harness/index.js';


/** The folder that `build` writes for a small article. */
function bridge() {
  mkdirSync(WORK, { recursive: true });
  writeFileSync(`${WORK}bridge.json`, JSON.stringify(SMALL));
  return build('bridge', `${WORK}bridge.json`, '--json-ld');
}

/** Serves that folder, and pages elsewhere in which its address is the documents'. */
async function published(make, work, policy, own = {}) {
  const news = await newsroom({ folder: bridge(), ...own });
  const here = (text) => text.replaceAll(PUBLISHED, news.home).replaceAll(PUBLISHED.replace('/bridge/', ''), news.origin);
  const pages = Object.fromEntries(Object.entries(make(here)).map(([name, body]) => [name, typeof body === 'string' ? here(body) : body]));
  const other = await elsewhere(pages, news.origin, policy === undefined ? undefined : here(policy));
  try {
    await work({ news, at: (name) => `${other.origin}/${name}` });
  } finally {
    await other.close();
    await news.close();
  }
}

const ready = (browser) => browser.until("return document.querySelector('dateline-widget')?.state === 'ready';");
const noise = async (browser) => {
  const { errors, reports } = await browser.probe();
  return [...errors, ...reports];
};
const titles = (browser) => browser.texts('[part~="event-title"]');
// A policy as docs/embedding.md prints it, for a page that takes the program from another origin.
const [OWN] = recipes('Content policy', '');
const apart = OWN.trim().replaceAll("'self'", `'self' ${PUBLISHED.replace('/bridge/', '')}`);

test('the policy that is printed is the one that every test is held to', () => assert.equal(OWN.trim(), STRICT));

eachBrowser('the page in the README', async (browser) => {
  const [html] = recipes('In a page', 'html');
  await published(() => ({ 'page.html': foreign(html) }), async ({ at }) => {
    await browser.open(at('page.html'));
    await ready(browser);
    assert.deepEqual(await titles(browser), ['The bridge opens']);
    assert.deepEqual(await noise(browser), []);
  }, apart);
});

eachBrowser('a plain page', async (browser) => {
  const [html] = recipes('A plain page', 'html');
  const [css] = recipes('A plain page', 'css');
  await published(() => ({ 'page.html': foreign(html, '<link rel="stylesheet" href="page.css">'), 'page.css': css }), async ({ at }) => {
    await browser.open(at('page.html'));
    await ready(browser);
    assert.deepEqual(await titles(browser), ['The town plans a bridge', 'The bridge opens']);
    assert.deepEqual(await noise(browser), []);
    // The list waits for nothing any more.
    await browser.run("document.querySelector('dateline-widget').destroy();");
    const looks = await browser.run("const one = document.querySelector('dateline-widget'); return [getComputedStyle(one).display, getComputedStyle(one.querySelector('ol')).contentVisibility, one.innerText.includes('The town plans a bridge')];");
    assert.deepEqual(looks, ['block', 'visible', true]);
  }, apart);
});

eachBrowser('several places, one article', async (browser) => {
  const [html] = recipes('Several places, one article', 'html');
  await published(() => ({ 'page.html': foreign(html) }), async ({ news, at }) => {
    await browser.open(at('page.html'));
    await browser.until("return document.querySelectorAll('dateline-widget').length === 3 && [...document.querySelectorAll('dateline-widget')].every((one) => one.state === 'ready');");
    assert.equal(news.requests.filter((path) => path.endsWith('/article.json')).length, 1);
    await browser.click('[id="bridge.event=storm"] button');
    await browser.until("return location.hash === '#bridge.event=storm';");
    const cards = await browser.run("return [...document.querySelectorAll('[of]')].map((one) => one.shadowRoot.querySelector('[part~=countries]').textContent);");
    assert.ok(cards[0].includes('Poland') && cards[1].includes('Germany'), `${cards}`);
    assert.deepEqual(await noise(browser), []);
  }, apart);
});

eachBrowser('the snippets that are built, on pages of their own', async (browser) => {
  const folder = bridge();
  for (const name of ['snippet.html', 'snippet-src.html']) {
    const body = `<!doctype html><html lang="en"><head><title>A page</title><script src="/~probe.js"></script>${readFileSync(`${folder}json-ld.html`, 'utf8')}</head><body>${readFileSync(`${folder}${name}`, 'utf8')}</body></html>`;
    const page = { type: 'text/html; charset=utf-8', body, headers: { 'Content-Security-Policy': STRICT } };
    const news = await newsroom({ folder, answer: (path) => (path === '/embed/page.html' ? page : undefined) });
    try {
      await browser.open(`${news.home}page.html`);
      await ready(browser);
      assert.equal((await titles(browser)).length, SMALL.events.length);
      assert.deepEqual((await noise(browser)).filter((one) => !one.includes('favicon')), []);
      // What was built for search engines is no script to a policy.
      const linked = await browser.run("return document.querySelector('script[type=\"application/ld+json\"]').textContent;");
      assert.equal(JSON.parse(linked)['@graph'].filter((one) => one['@type'] === 'Event').length, SMALL.events.length);
    } finally {
      await news.close();
    }
  }
});

eachBrowser('a page that begins with the widget has it loaded at once, and each file once', async (browser) => {
  bridge();
  const folder = build('bridge-eager', `${WORK}bridge.json`, '--eager');
  const page = (name) => (name === 'frame.html' ? readFileSync(`${folder}${name}`, 'utf8') : `<!doctype html><html lang="en"><head><title>A page</title><script src="/~probe.js"></script></head><body><div style="height: 9000px"></div>${readFileSync(`${folder}${name}`, 'utf8')}</body></html>`);
  for (const name of ['snippet.html', 'snippet-src.html', 'frame.html']) {
    const answer = (path) => (path === '/embed/page.html' ? { type: 'text/html; charset=utf-8', body: page(name), headers: { 'Content-Security-Policy': STRICT } } : undefined);
    const news = await newsroom({ folder, answer });
    try {
      await browser.open(`${news.home}page.html`);
      await ready(browser);
      const files = news.requests.filter((path) => path.includes(PROGRAM)).map((path) => path.split('/').pop());
      assert.ok(files.some((file) => file.endsWith('.wasm')) && files.includes('dateline.css'), `${files}`);
      assert.deepEqual(files.filter((file, at) => files.indexOf(file) !== at), [], name);
      // Chromium alone is told of it: WebKit would fetch it twice.
      const by = await browser.run("return performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.wasm')).initiatorType;");
      if (browser.name === 'chromium') assert.equal(by, 'link', name);
    } finally {
      await news.close();
    }
  }
});

eachBrowser('the snippets for other people’s pages and the answer to oEmbed, as they are built', async (browser) => {
  bridge();
  const folder = build('bridge-elsewhere', `${WORK}bridge.json`, '--base-url', PUBLISHED);
  const read = (name) => readFileSync(`${folder}${name}`, 'utf8');
  const answer = JSON.parse(read('oembed.json'));
  const [, frames] = recipes('Content policy', '');
  const policy = `default-src 'none'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; ${frames.trim()}`;
  const pages = { 'still.html': read('snippet-iframe.html'), 'fits.html': read('snippet-iframe-script.html'), 'asked.html': answer.html };
  const around = () => Object.fromEntries(Object.entries(pages).map(([name, html]) => [name, foreign(html)]));
  await published(around, async ({ news, at }) => {
    // Who asks finds the answer by the frame's own page.
    const [, found] = (await (await fetch(`${news.home}frame.html`)).text()).match(/type="application\/json\+oembed" href="([^"]*)"/);
    assert.deepEqual(await (await fetch(found.replace(PUBLISHED, news.home))).json(), answer);
    for (const name of Object.keys(pages)) {
      await browser.open(at(name));
      await comes(browser);
      const [high, title] = await browser.run("const { clientHeight, title } = document.querySelector('iframe'); return [clientHeight, title];");
      assert.equal(title, SMALL.headline);
      if (name === 'fits.html') await fits(browser);
      else assert.equal(high, answer.height, name);
      const seen = await inside(browser, () => browser.texts('[part~="event-title"]'));
      assert.equal(seen.length, SMALL.events.length, name);
      assert.deepEqual((await noise(browser)).filter((one) => !one.startsWith('style-src')), [], name);
    }
  }, policy, { folder });
});

/** What docs/embedding.md says to a sanitiser, run on what it says to a CMS. */
const [marked] = recipes('A CMS that takes out scripts', 'html');
const [withSanitizeHtml, withDOMPurify] = recipes('A CMS that takes out scripts', 'js');
const run = (code, values) => new Function(...Object.keys(values), `return ${code.trim()};`)(...Object.values(values));
const SYSTEMS = {
  'sanitize-html': () => run(withSanitizeHtml, { sanitizeHtml, html: marked }),
  DOMPurify: () => run(withDOMPurify, { DOMPurify: createDOMPurify(new JSDOM('').window), html: marked }),
  // The tags and marks that its posts may have, with the element added by its filter.
  'a system like WordPress': () => sanitizeHtml(marked, {
    allowedTags: ['dateline-widget', 'a', 'b', 'blockquote', 'br', 'cite', 'div', 'em', 'figure', 'h2', 'h3', 'h4', 'h5', 'h6', 'i', 'li', 'ol', 'p', 'section', 'span', 'strong', 'ul'],
    allowedAttributes: { a: ['href', 'rel'], 'dateline-widget': ['id', 'src'], '*': ['id', 'class', 'lang', 'dir', 'title', 'data-*', 'aria-label'] },
  }),
};

for (const [system, clean] of Object.entries(SYSTEMS)) {
  eachBrowser(`a CMS that takes out scripts: ${system}`, async (browser) => {
    const list = clean();
    assert.ok(list.includes('<dateline-widget'), list);
    // The loader is the template's.
    const loader = `<script type="module" src="${PUBLISHED}${PROGRAM}dateline.js"></script>`;
    await published(() => ({ 'page.html': foreign(list, loader) }), async ({ at }) => {
      await browser.open(at('page.html'));
      await ready(browser);
      assert.deepEqual(await titles(browser), ['The town plans a bridge', 'The bridge opens']);
      assert.deepEqual(await browser.texts('.headline'), ['A harbour town and its bridge']);
      assert.match((await browser.texts('[part~="event-date"]'))[1], /^20 March 2023\s+(· )?worked out$/);
      assert.deepEqual(await browser.texts('[part~="country"] .tile-name'), ['Poland', 'Germany']);
      // What the list says of the date comes when its event is opened.
      await browser.run("deep(document, '[part~=\"event\"] button')[1].click();");
      await browser.until("return deep(document, '.basis').length > 0;");
      assert.deepEqual(await browser.texts('.basis'), ['The article says “Monday”; worked out from the publication date.']);
      assert.deepEqual(await noise(browser), []);
    }, apart);
  });
}

eachBrowser('a frame on other people’s pages', async (browser) => {
  const [html] = recipes("A frame on other people's pages", 'html');
  const [, frames] = recipes('Content policy', '');
  const policy = `default-src 'none'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; ${frames.trim()}`;
  await published(() => ({ 'page.html': foreign(html), 'still.html': foreign(html.replace(/<script.*<\/script>/, '')) }), async ({ at }) => {
    await browser.open(at('page.html'));
    await comes(browser);
    await fits(browser);
    await inside(browser, () => browser.run("document.querySelector('dateline-widget').select('storm');"));
    await browser.until("return location.hash === '#dateline.event=storm';");
    // (The frame's border is a style in the markup, which such a policy takes away.)
    assert.deepEqual((await noise(browser)).filter((one) => !one.startsWith('style-src')), []);
    await browser.open(at('still.html'));
    await comes(browser);
    assert.equal(await browser.run("return document.querySelector('iframe').clientHeight;"), 720, 'without the script it is as high as its attribute says');
  }, policy);
});

eachBrowser('pym.js as the parent', async (browser) => {
  const [html] = recipes('pym.js and AMP', 'html');
  await published(() => ({ 'page.html': foreign(html), 'pym.v1.min.js': packaged('pym.js/dist/pym.v1.min.js') }), async ({ at }) => {
    await browser.open(at('page.html'));
    await comes(browser);
    await fits(browser);
    await inside(browser, () => browser.run("document.querySelector('dateline-widget').select('storm');"));
    await browser.until("return location.hash === '#dateline.event=storm';");
    await browser.open(at('page.html#dateline.event=works'));
    await comes(browser);
    await fits(browser);
    await chooses(browser, 'works');
    assert.deepEqual(await noise(browser), []);
  }, '');
});

/**
 * A stand-in for AMP's own program, which no package carries: an element that makes the
 * frame from its attributes, in its sandbox, and resizes it as AMP documents it.
 */
const AMP = `
  customElements.define('amp-iframe', class extends HTMLElement {
    connectedCallback() {
      const frame = document.createElement('iframe');
      for (const name of ['src', 'title', 'sandbox', 'frameborder', 'width', 'height']) frame.setAttribute(name, this.getAttribute(name));
      frame.style.width = '100%';
      this.append(frame);
      addEventListener('message', ({ source, data }) => {
        if (source !== frame.contentWindow || data?.sentinel !== 'amp' || data.type !== 'embed-size') return;
        if (this.hasAttribute('resizable') && data.height > 100) frame.height = data.height;
      });
    }
  });`;

eachBrowser('a parent that keeps AMP’s protocol', async (browser) => {
  const [, html] = recipes('pym.js and AMP', 'html');
  await published(() => ({ 'page.html': foreign(html, '<script type="module" src="amp.js"></script>'), 'amp.js': AMP }), async ({ at }) => {
    await browser.open(at('page.html'));
    await browser.one('iframe');
    await comes(browser);
    await fits(browser);
    assert.equal(await inside(browser, () => browser.run('return origin;')), 'null');
    // To WebKit 'self' is nothing in such a sandbox, so that the policy names the origin.
  }, '', { policy: (origin) => STRICT.replaceAll("'self'", origin) });
});

/** Bundles the printed component with a page that uses it. */
async function react() {
  const [component] = recipes('React', 'jsx');
  const home = `${WORK}react/`;
  mkdirSync(`${home}dateline`, { recursive: true });
  writeFileSync(`${home}explainer.jsx`, component);
  writeFileSync(`${home}page.jsx`, `
    import { createRoot } from 'react-dom/client';
    import { Explainer } from './explainer.jsx';
    const root = createRoot(document.getElementById('root'));
    window.chosen = [];
    window.show = (article, name = 'one') => root.render(<main><Explainer key={name} article={article} onChosen={(id) => window.chosen.push(id)}><ol><li>The readable list</li></ol></Explainer></main>);
    window.show(${JSON.stringify(SMALL)});`);
  const { outputFiles: [{ text }] } = await bundle({
    entryPoints: [`${home}page.jsx`],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    // The element stays a file of its own, which finds the rest beside itself.
    external: ['./dateline/dateline.js'],
    nodePaths: [fileURLToPath(new URL('./node_modules', import.meta.url))],
  });
  return text.replaceAll('./dateline/dateline.js', `${PUBLISHED}${PROGRAM}dateline.js`);
}

eachBrowser('React', async (browser) => {
  const script = await react();
  await published(() => ({ 'page.html': foreign('<div id="root"></div><script type="module" src="react.js"></script>'), 'react.js': script }), async ({ at }) => {
    await browser.open(at('page.html'));
    await ready(browser);
    assert.equal((await titles(browser)).length, SMALL.events.length);
    await browser.run("window.element = document.querySelector('dateline-widget'); element.select('storm');");
    await browser.until('return chosen.length > 0;');
    assert.deepEqual(await browser.run('return chosen;'), ['storm']);
    await browser.run("show({ ...arguments[0], headline: 'Another' });", SMALL);
    await browser.until("return deep(document, '.headline')[0]?.textContent === 'Another';");
    assert.ok(await browser.run("return document.querySelector('dateline-widget') === element && element.state === 'ready';"), 'in place');
    assert.deepEqual(await noise(browser), []);
  }, apart);
});
