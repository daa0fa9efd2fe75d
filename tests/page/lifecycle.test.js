// The element's life: when it loads, what it shares, what moving and removing it do.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { FAR, SMALL, bytes, data, eachBrowser, hosting, page, reaches, showsList, stays, widget } from './harness/index.js';

const LIST = '<ol><li>The readable list</li></ol>';
const OTHER = { ...SMALL, headline: 'Another headline' };
const told = (browser, name, id) => browser.run(
  'return host.told.filter((one) => one.name === arguments[0] && one.id === arguments[1]).map((one) => one.detail);', name, id);
const headline = (browser, id) => browser.run(
  "return document.getElementById(arguments[0]).shadowRoot.querySelector('.headline')?.textContent;", id);
const selected = (browser, id) => browser.run(
  "return document.getElementById(arguments[0]).shadowRoot.querySelector('[part~=\"event\"][data-selected]')?.id.split('=')[1] ?? null;", id);

eachBrowser('nothing is fetched until the reader comes near', async (browser) => {
  await hosting({ 'far.html': page(FAR + widget()) }, async (server) => {
    await browser.open(server.at('far.html'));
    await browser.until("return customElements.get('dateline-widget');");
    await stays('nothing is fetched', () => !['glue', 'wasm', 'style'].some(server.asked));
    // Nor is there a shadow root, for which the browser would lay out the list anew.
    assert.deepEqual(await browser.run("const one = document.getElementById('w'); return [one.state, one.shadowRoot === null];"), ['idle', true]);
    await browser.run('scrollTo(0, 5400);');
    await reaches(browser, 'ready');
    assert.deepEqual(['glue', 'wasm', 'style'].map(server.asked), [1, 1, 1]);
  });
});

eachBrowser('nor are data, words or the reader of marked-up lists', async (browser) => {
  const far = [
    widget('id="w" src="late.json"', LIST),
    widget('id="own" words="own.txt"'),
    widget('id="uk"', data({ ...SMALL, language: 'uk' }) + LIST),
    widget('id="list"', '<ol><li data-date="2020"><h3>An event</h3></li></ol>'),
  ];
  const files = ['late.json', 'own.txt', 'words/uk.txt', 'marked-list.js'];
  const json = { 'late.json': JSON.stringify(SMALL), 'own.txt': 'timeline=Own' };
  await hosting({ 'far.html': page(FAR + far.join('')), ...json }, async (server) => {
    const asked = () => files.map((name) => server.requests.filter((path) => path.endsWith(`/${name}`)).length);
    await browser.open(server.at('far.html'));
    await browser.until("return customElements.get('dateline-widget');");
    await stays('nothing is fetched', () => !asked().some(Boolean));
    await browser.run('scrollTo(0, 6000);');
    for (const id of ['w', 'own', 'uk', 'list']) await reaches(browser, 'ready', id);
    assert.deepEqual(asked(), [1, 1, 1, 1]);
  });
});

eachBrowser('loading="eager" does not wait', async (browser) => {
  await hosting({ 'eager.html': page(FAR + widget('id="w" loading="eager"')) }, async (server) => {
    await browser.open(server.at('eager.html'));
    await reaches(browser, 'ready');
    assert.equal(await browser.run('return scrollY;'), 0);
  });
});

eachBrowser('several instances, in several languages, share one download', async (browser) => {
  const speaking = (language) => data({ ...SMALL, language }) + LIST;
  const all = ['en', 'uk', 'ar'].map((language) => widget(`id="${language}" loading="eager"`, speaking(language))).join('');
  await hosting({ 'many.html': page(all) }, async (server) => {
    await browser.open(server.at('many.html'));
    for (const id of ['en', 'uk', 'ar']) {
      await reaches(browser, 'ready', id);
    }
    assert.deepEqual(['glue', 'wasm', 'style'].map(server.asked), [1, 1, 1]);
    const roots = await browser.run("return deep(document, '.dateline').map((one) => [one.lang, one.dir, one.querySelector('.list .part-title').textContent]);");
    assert.deepEqual(roots.map(([language, direction]) => `${language} ${direction}`), ['en ltr', 'uk ltr', 'ar rtl']);
    assert.equal(new Set(roots.map(([, , title]) => title)).size, 3, 'each speaks its own language');
    assert.ok(await browser.run("return document.getElementById('uk').select('storm');"));
    await browser.until("return host.told.some((one) => one.name === 'select');");
    assert.deepEqual(await told(browser, 'select', 'en'), [], 'the others are left alone');
    assert.equal((await told(browser, 'select', 'uk'))[0].id, 'storm');
  });
});

eachBrowser('moving the element keeps its state; removing it lets go; inserting it again brings it back', async (browser) => {
  await hosting({ 'move.html': page(`${widget()}<div id="box"></div>`) }, async (server) => {
    await browser.open(server.at('move.html'));
    await reaches(browser, 'ready');
    await browser.run(`
      window.one = document.getElementById('w');
      one.select('works');
      window.inside = one.shadowRoot.firstChild;`);
    await browser.until("return host.told.some((one) => one.name === 'select');");
    // Frameworks insert before, append, and newly move in one go.
    await browser.run(`
      document.getElementById('box').append(one);
      document.body.prepend(one);
      const box = document.getElementById('box');
      box.moveBefore ? box.moveBefore(one, null) : box.append(one);`);
    await browser.stays("return one.state === 'ready' && one.shadowRoot.firstChild === inside && one.parentNode.id === 'box';");
    assert.equal(await selected(browser, 'w'), 'works');
    assert.equal((await told(browser, 'ready', 'w')).length, 1, 'a move is not a new beginning');

    await browser.run('one.remove();');
    await browser.until("return one.state === 'destroyed';");
    assert.equal(await browser.run("return one.shadowRoot.firstChild.localName;"), 'slot');
    await browser.run('document.body.prepend(one);');
    await reaches(browser, 'ready');
    await browser.until("return one.shadowRoot.querySelector('[data-selected]');");
    assert.equal(await selected(browser, 'w'), 'works', 'the reader is where they were');
    assert.deepEqual(['glue', 'wasm', 'style'].map(server.asked), [1, 1, 1]);
  });
});

eachBrowser('destroy brings the list back, and setting the article begins anew', async (browser) => {
  await hosting({ 'one.html': page(widget()) }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'ready');
    await browser.run("document.getElementById('w').destroy();");
    assert.equal(await browser.run("return document.getElementById('w').state;"), 'destroyed');
    assert.ok(await showsList(browser));
    await browser.run("document.getElementById('w').article = arguments[0];", OTHER);
    await reaches(browser, 'ready');
    assert.equal(await headline(browser, 'w'), OTHER.headline);
  });
});

eachBrowser('an article set before the element is known is shown', async (browser) => {
  const before = `<script src="before.js"></script>`;
  await hosting({
    'early.html': page(widget('id="w"', LIST) + before),
    'before.js': `document.getElementById('w').article = ${JSON.stringify(OTHER)};`,
  }, async (server) => {
    await browser.open(server.at('early.html'));
    await reaches(browser, 'ready');
    assert.equal(await headline(browser, 'w'), OTHER.headline);
    assert.equal(await browser.run("return Object.hasOwn(document.getElementById('w'), 'article');"), false);
  });
});

eachBrowser('an article set again is shown in place, and the reader stays where they are', async (browser) => {
  await hosting({ 'one.html': page(widget()) }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'ready');
    await browser.run(`
      window.one = document.getElementById('w');
      one.select('storm');
      window.inside = one.shadowRoot.firstChild;`);
    await browser.until("return host.told.some((one) => one.name === 'select');");
    await browser.run('one.article = arguments[0];', { ...OTHER, events: OTHER.events.slice(1) });
    await browser.until("return one.shadowRoot.querySelector('.headline').textContent.startsWith('Another');");
    assert.equal(await browser.run('return one.shadowRoot.firstChild === inside;'), true);
    assert.equal(await selected(browser, 'w'), 'storm');
    assert.equal((await told(browser, 'select', 'w')).length, 1, 'nothing was chosen anew');
    assert.deepEqual((await told(browser, 'ready', 'w')).map((one) => one.events), [4, 3]);
    // Where the event is gone, so is the choice.
    await browser.run('one.article = arguments[0];', { ...OTHER, events: OTHER.events.slice(0, 2) });
    await browser.until("return host.told.some((one) => one.name === 'select' && one.detail.id === null);");
    assert.equal(await selected(browser, 'w'), null);
  });
});

eachBrowser('`src` names the data, which is fetched without credentials', async (browser) => {
  const cookies = [];
  await hosting({
    'src.html': page(widget('id="w" src="bridge.json"', LIST), { head: '<script src="cookie.js"></script>' }),
    'cookie.js': "document.cookie = 'reader=known; path=/';",
    'bridge.json': JSON.stringify(OTHER),
  }, async (server) => {
    await browser.open(server.at('src.html'));
    await reaches(browser, 'ready');
    assert.equal(await headline(browser, 'w'), OTHER.headline);
    assert.deepEqual(cookies, [undefined]);
    // What cannot be fetched is told, and the old article stays.
    await browser.run("document.getElementById('w').setAttribute('src', 'nowhere.json');");
    await browser.until("return host.told.some((one) => one.name === 'problem');");
    const [{ problems: [{ kind, message }] }] = await told(browser, 'problem', 'w');
    assert.equal(kind, 'download-failed');
    assert.match(message, /nowhere\.json was answered with 404/);
    assert.equal(await headline(browser, 'w'), OTHER.headline);
  }, {
    meddle: (_, request) => {
      if (request.url.endsWith('bridge.json')) cookies.push(request.headers.cookie);
    },
  });
});

eachBrowser('data that a framework puts in later is found', async (browser) => {
  await hosting({ 'late.html': page(widget('id="w"', '')) }, async (server) => {
    await browser.open(server.at('late.html'));
    await reaches(browser, 'near');
    assert.equal(server.asked('wasm'), 0, 'there is nothing to show yet');
    await browser.run(`
      const script = document.createElement('script');
      script.type = 'application/json';
      script.append(document.createTextNode(arguments[0]));
      document.getElementById('w').append(script);`, JSON.stringify(SMALL));
    await reaches(browser, 'ready');
  });
});

eachBrowser('a shadow root declared in the page is used', async (browser) => {
  const declared = `<template shadowrootmode="open"><p id="own">Above</p><slot></slot></template>${data(SMALL)}${LIST}`;
  await hosting({ 'declared.html': page(widget('id="w"', declared)) }, async (server) => {
    await browser.open(server.at('declared.html'));
    await reaches(browser, 'ready');
    await browser.run("document.getElementById('w').destroy();");
    assert.deepEqual(
      await browser.run("return [...document.getElementById('w').shadowRoot.children].map((one) => one.localName);"),
      ['p', 'slot'],
      'what was declared comes back',
    );
  });
});

eachBrowser('a closed one, too, and its data', async (browser) => {
  const declared = `<template shadowrootmode="closed">${data(OTHER)}<ol><li>The readable list</li></ol></template>`;
  await hosting({ 'declared.html': page(widget('id="w"', declared)) }, async (server) => {
    await browser.open(server.at('declared.html'));
    await reaches(browser, 'ready');
    await browser.until("return host.told.some((one) => one.name === 'ready' && one.detail.events === arguments[0]);", OTHER.events.length);
    assert.equal(await browser.run("return document.getElementById('w').shadowRoot;"), null, 'it stays closed');
    assert.ok(await browser.run("return document.getElementById('w').getBoundingClientRect().height > 100;"));
    const { errors, reports } = await browser.probe();
    assert.deepEqual([...errors, ...reports], []);
  });
});

eachBrowser('data and list may stand in the declared shadow root', async (browser) => {
  const declared = `<template shadowrootmode="open">${data(OTHER)}<ol id="inner"><li>The readable list</li></ol></template>`;
  await hosting({ 'declared.html': page(FAR + widget('id="w"', declared)) }, async (server) => {
    await browser.open(server.at('declared.html'));
    await browser.until("return customElements.get('dateline-widget');");
    assert.deepEqual(await browser.run("const one = document.getElementById('w'); return [one.state, one.shadowRoot.getElementById('inner').offsetHeight > 0];"), ['idle', true], 'it is left alone until the reader comes near');
    await browser.run('scrollTo(0, 5400);');
    await reaches(browser, 'ready');
    assert.equal(await headline(browser, 'w'), OTHER.headline);
    assert.equal(await browser.run("return document.getElementById('w').shadowRoot.getElementById('inner');"), null, 'it takes the list’s place');
    // What was declared has its data still, when they are asked for again.
    await browser.run("document.getElementById('w').words = 'timeline=In other words';");
    await browser.until("return deep(document, '.list .part-title')[0]?.textContent === 'In other words';");
    assert.equal(await headline(browser, 'w'), OTHER.headline);
    await browser.run("document.getElementById('w').destroy();");
    assert.ok(await browser.run("return document.getElementById('w').shadowRoot.getElementById('inner').offsetHeight > 0;"));
    await browser.run("document.getElementById('w').remove();");
    const { errors, reports } = await browser.probe();
    assert.deepEqual([...errors, ...reports], []);
  });
});

eachBrowser('what is asked of an element that nobody came near does no harm', async (browser) => {
  await hosting({ 'far.html': page(FAR + widget()) }, async (server) => {
    await browser.open(server.at('far.html'));
    await browser.until("return customElements.get('dateline-widget');");
    await browser.run(`
      window.one = document.getElementById('w');
      one.words = { all: 'Everywhere' };
      one.setAttribute('annotate', '');
      one.setAttribute('src', 'nowhere.json');
      one.removeAttribute('src');
      window.chosen = one.select('plan');
      one.destroy();`);
    assert.deepEqual(await browser.run('return [chosen, one.state, one.shadowRoot === null];'), [false, 'destroyed', true]);
    await browser.run('document.body.append(one); one.article = arguments[0]; one.scrollIntoView();', OTHER);
    await reaches(browser, 'ready');
    assert.equal(await headline(browser, 'w'), OTHER.headline);
    const { errors, reports } = await browser.probe();
    assert.deepEqual([...errors, ...reports], []);
  });
});

eachBrowser('further copies of the loader, and other versions of it, do no harm and say so once', async (browser) => {
  const copies = ['dateline.js', 'dateline.js?again', 'old.js', 'dateline.js?late'];
  const loader = copies.map((name) => `<script type="module" src="${name}"></script>`).join('');
  await hosting({
    'copies.html': page(widget(), { loader }),
    'older.html': page(widget(), { loader: copies.slice(2).map((name) => `<script type="module" src="${name}"></script>`).join('') }),
    'old.js': bytes('loader').toString().replace(/version: ?(['"])[^'"]*\1/, "version:'0.0.7'"),
  }, async (server) => {
    await browser.open(server.at('copies.html'));
    await reaches(browser, 'ready');
    const said = await browser.steady('return host.said;');
    assert.equal(said.length, 1, said.join(' | '));
    assert.match(said[0], /^dateline: the page has loaded <dateline-widget> before \(\d.*\); this copy \(\d.*\) does nothing\.$/);
    const { errors, reports } = await browser.probe();
    assert.deepEqual([...errors, ...reports], []);
    assert.deepEqual(['glue', 'wasm', 'style'].map(server.asked), [1, 1, 1]);

    // Whichever came first is the one that works.
    await browser.open(server.at('older.html'));
    await reaches(browser, 'ready');
    assert.match((await browser.steady('return host.said;')).join(' | '), /before \(0\.0\.7\); this copy \(\d.*\) does nothing\.$/);
    assert.deepEqual(['glue', 'wasm', 'style'].map(server.asked), [2, 2, 2]);
  });
});

eachBrowser('unbundled, as a developer without esbuild is served it, it works the same', async (browser) => {
  const at = (path) => new URL(`../../www/${path}`, import.meta.url);
  // The names that the build has written into its one file.
  const names = bytes('loader').toString().match(/\{version:[^}]*\}/)[0];
  const entry = readFileSync(at('dateline.js'), 'utf8').replace(/\{\s*version:[^}]*\}/, names);
  const modules = Object.fromEntries(readdirSync(at('element')).map((name) => [`element/${name}`, readFileSync(at(`element/${name}`), 'utf8')]));
  await hosting({ 'one.html': page(widget()), 'dateline.js': entry, ...modules }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'ready');
    assert.ok(server.requests.some((path) => path.endsWith('/element/instance.js')), 'it is not the bundle');
    assert.ok(await browser.run("return document.getElementById('w').select('storm');"));
    await browser.until("return host.told.some((one) => one.name === 'select');");
    const { errors, reports } = await browser.probe();
    assert.deepEqual([...errors, ...reports], []);
  });
});

eachBrowser('inside another component it works the same, and its events come out', async (browser) => {
  await hosting({
    'inside.html': page('<news-story></news-story>', { head: '<script type="module" src="story.js"></script>' }),
    'story.js': `customElements.define('news-story', class extends HTMLElement {
      connectedCallback() {
        const one = Object.assign(document.createElement('dateline-widget'), { id: 'w', article: ${JSON.stringify(SMALL)} });
        one.setAttribute('loading', 'eager');
        this.attachShadow({ mode: 'closed' }).append(one);
        this.one = one;
      }
    });`,
  }, async (server) => {
    await browser.open(server.at('inside.html'));
    await browser.until("return document.querySelector('news-story').one?.state === 'ready';");
    await browser.run("document.querySelector('news-story').one.select('storm');");
    await browser.until("return host.told.some((one) => one.name === 'select');");
    const [{ detail, composed }] = await browser.run("return host.told.filter((one) => one.name === 'select');");
    assert.deepEqual([detail.id, composed], ['storm', true]);
  });
});
