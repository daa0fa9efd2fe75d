// Frameworks move and re-create nodes as they please: the reader's place moves along, and
// what is gone has let go of everything.

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { SMALL, eachBrowser, hosting, page, stays } from './harness/index.js';

const LANGUAGES = ['en', 'uk', 'ar'];
const ARTICLES = Object.fromEntries(LANGUAGES.map((language) => [language, { ...SMALL, language, headline: `Headline, ${language}` }]));

/** One widget a language, in the order of a list; `show(names)` renders it. */
const APPS = {
  react: `
    import { StrictMode, createElement as h } from 'react';
    import { createRoot } from 'react-dom/client';
    const root = createRoot(document.getElementById('root'));
    window.show = (names, wrapped) => {
      const all = names.map((name) => h('dateline-widget', { key: name, id: name, loading: 'eager', article: articles[name] }, h('ol', null, h('li', null, 'The readable list'))));
      root.render(h(StrictMode, null, wrapped ? h('section', null, all) : h('main', null, all)));
    };`,
  vue: `
    import { createApp, h, shallowRef } from 'vue';
    const state = shallowRef({ names: [], wrapped: false });
    createApp({
      render() {
        const { names, wrapped } = state.value;
        const all = names.map((name) => h('dateline-widget', { key: name, id: name, loading: 'eager', '.article': articles[name] }, [h('ol', [h('li', 'The readable list')])]));
        return wrapped ? h('section', all) : h('main', all);
      },
    }).mount('#root');
    window.show = (names, wrapped) => (state.value = { names, wrapped });`,
};

async function script(framework) {
  const { outputFiles: [{ text }] } = await bundle({
    stdin: { contents: `const articles = ${JSON.stringify(ARTICLES)};${APPS[framework]}\nwindow.show(['en', 'uk', 'ar']);`, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    write: false,
    format: 'esm',
    // As it is developed with: React then renders everything twice to find out what does not bear it.
    define: { 'process.env.NODE_ENV': '"development"', __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  });
  return text;
}

const states = (browser) => browser.run("return [...document.querySelectorAll('dateline-widget')].map((one) => `${one.id} ${one.state}`);");
const chosen = (browser) => browser.run(`
  return [...document.querySelectorAll('dateline-widget')].map((one) => one.shadowRoot.querySelector('[part~="event"][data-selected]')?.id ?? null);`);
const outer = (browser) => browser.run('return host.listeners.map((one) => one.type).sort();');

for (const framework of Object.keys(APPS)) {
  eachBrowser(`${framework} may sort, hide, wrap and re-create the elements`, async (browser) => {
    await hosting({ 'app.html': page('<div id="root"></div><script type="module" src="app.js"></script>'), 'app.js': await script(framework) }, async (server) => {
      await browser.open(server.at('app.html'));
      const ready = (...names) => browser.until("return arguments[0].every((name) => document.getElementById(name)?.state === 'ready');", names);
      await ready(...LANGUAGES);
      assert.deepEqual(
        await browser.run("return deep(document, '.dateline').map((one) => [one.lang, one.dir, one.querySelector('.headline').textContent].join(' '));"),
        ['en ltr Headline, en', 'uk ltr Headline, uk', 'ar rtl Headline, ar'],
      );
      await browser.run(`
        window.before = Object.fromEntries([...document.querySelectorAll('dateline-widget')].map((one) => [one.id, one]));
        before.en.select('storm');
        before.ar.select('plan');`);
      await browser.until("return host.told.filter((one) => one.name === 'select').length === 2;");
      const first = await outer(browser);

      // Sorted: the same elements in another order, each where its reader was.
      await browser.run("show(['ar', 'uk', 'en']);");
      await browser.until("return document.querySelector('dateline-widget').id === 'ar';");
      await stays('they are ready', async () => String(await states(browser)) === 'ar ready,uk ready,en ready');
      assert.deepEqual(await chosen(browser), ['ar.event=plan', null, 'en.event=storm']);
      assert.ok(await browser.run("return [...document.querySelectorAll('dateline-widget')].every((one) => one === before[one.id]);"), 'they were moved, not made anew');
      assert.equal(await browser.run("return host.told.filter((one) => one.name === 'ready').length;"), 3, 'a move is not a new beginning');

      // Hidden and shown again: others take their place.
      await browser.run("show(['uk']);");
      await browser.until("return document.querySelectorAll('dateline-widget').length === 1 && before.en.state === 'destroyed' && before.ar.state === 'destroyed';");
      assert.ok((await outer(browser)).length < first.length, 'their listeners are gone');
      await browser.run("show(['en', 'uk', 'ar']);");
      await ready(...LANGUAGES);
      assert.ok(await browser.run("return document.getElementById('en') !== before.en && document.getElementById('uk') === before.uk;"));

      // Wrapped in something else: all are made anew.
      await browser.run("show(['en', 'uk', 'ar'], true);");
      await browser.until("return document.querySelectorAll('section dateline-widget').length === 3 && before.uk.state === 'destroyed';");
      await ready(...LANGUAGES);
      assert.equal((await outer(browser)).length, first.length);
      await browser.run('show([]);');
      await browser.until("return document.querySelectorAll('dateline-widget').length === 0;");
      await browser.steady('return probe.errors.length;');

      const { errors, reports } = await browser.probe();
      assert.deepEqual([...errors, ...reports].filter((one) => !/React DevTools|development build/i.test(one)), []);
      assert.deepEqual(['glue', 'wasm', 'style'].map(server.asked), [1, 1, 1]);
    });
  });
}
