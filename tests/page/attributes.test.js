// What a host asks of its widget by attributes, before it is shown and while it is.

import assert from 'node:assert/strict';
import { SMALL, data, eachBrowser, hosting, page, pause, reaches, widget } from './harness/index.js';

const LIST = '<ol><li>The readable list</li></ol>';
const attribute = (article) => `data-article="${JSON.stringify(article).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
const headline = (browser, id = 'w') => browser.run("return document.getElementById(arguments[0]).shadowRoot.querySelector('[part~=headline], .headline')?.textContent;", id);
const level = (browser, id = 'w') => browser.run(`
  const one = document.getElementById(arguments[0]).shadowRoot.querySelector('.headline');
  return Number(one.getAttribute('aria-level') ?? one.localName.slice(1));`, id);
const problems = (browser) => browser.run("return host.told.filter((one) => one.name === 'problem').flatMap((one) => one.detail.problems);");
const quiet = async (browser) => {
  const { errors, reports } = await browser.probe();
  return [...errors, ...reports];
};

eachBrowser('`data-article` carries the data; the property goes before it, the script after it', async (browser) => {
  const other = { ...SMALL, headline: 'Inside' };
  await hosting({ 'one.html': page(widget(`id="w" ${attribute({ ...SMALL, headline: '“As” & <an> \'attribute\'' })}`, data(other) + LIST)) }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'ready');
    assert.equal(await headline(browser), '“As” & <an> \'attribute\'');
    // Another value is shown in place, and none leaves the script.
    await browser.run("document.getElementById('w').dataset.article = JSON.stringify(arguments[0]);", { ...SMALL, headline: 'Another' });
    await browser.until("return document.getElementById('w').shadowRoot.querySelector('.headline').textContent === 'Another';");
    await browser.run("document.getElementById('w').removeAttribute('data-article');");
    await browser.until("return document.getElementById('w').shadowRoot.querySelector('.headline').textContent === 'Inside';");
    await browser.run("document.getElementById('w').article = arguments[0];", { ...SMALL, headline: 'The property' });
    await browser.until("return document.getElementById('w').shadowRoot.querySelector('.headline').textContent === 'The property';");
    await browser.run("document.getElementById('w').dataset.article = '{';");
    await pause(100);
    assert.equal(await headline(browser), 'The property');
    assert.deepEqual(await problems(browser), []);
    assert.deepEqual(await quiet(browser), []);
  });
});

eachBrowser('the headline is one level below the heading before the element, or what the host says', async (browser) => {
  const body = `
    ${widget('id="none" loading="eager"')}
    <h1>A page</h1>
    ${widget('id="first" loading="eager"', `<h5>The list’s own</h5>${data(SMALL)}${LIST}`)}
    <section><h3>A part</h3></section>
    ${widget('id="third" loading="eager"')}
    ${widget('id="said" heading="5" loading="eager"')}
    <div role="heading" aria-level="6">Deep</div>
    ${widget('id="deep" loading="eager"')}
    <news-story></news-story>
    <h2>After all</h2>`;
  const story = `customElements.define('news-story', class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: 'open' });
      const own = document.createElement(this.dataset.own ?? 'p');
      const one = Object.assign(document.createElement('dateline-widget'), { id: 'nested', article: ${JSON.stringify(SMALL)} });
      one.setAttribute('loading', 'eager');
      root.append(own, one);
      window.nested = one;
    }
  });`;
  await hosting({
    'levels.html': page(body, { head: '<script type="module" src="story.js"></script>' }),
    'inner.html': page(body.replace('<news-story>', '<news-story data-own="h4">'), { head: '<script type="module" src="story.js"></script>' }),
    'story.js': story,
  }, async (server) => {
    await browser.open(server.at('levels.html'));
    for (const id of ['none', 'first', 'third', 'said', 'deep']) await reaches(browser, 'ready', id);
    assert.deepEqual(await Promise.all(['none', 'first', 'third', 'said', 'deep'].map((id) => level(browser, id))), [2, 2, 4, 5, 6]);
    const nested = async () => {
      await browser.until("return window.nested?.state === 'ready';");
      return browser.run("const one = nested.shadowRoot.querySelector('.headline'); return Number(one.getAttribute('aria-level') ?? one.localName.slice(1));");
    };
    assert.equal(await nested(), 6, 'it looks past the bounds of the shadow root');
    await browser.open(server.at('inner.html'));
    assert.equal(await nested(), 5, 'but first within them');
    // Said otherwise, it is another at once, and the reader stays where they are.
    await reaches(browser, 'ready', 'said');
    await browser.run("document.getElementById('said').select('storm'); document.getElementById('said').setAttribute('heading', '3');");
    await browser.until("return document.getElementById('said').shadowRoot.querySelector('h3.headline, .headline[aria-level=\"3\"]');");
    assert.match(await browser.run("return document.getElementById('said').shadowRoot.querySelector('[part~=event][data-selected]').id;"), /event=storm$/);
    assert.deepEqual(await quiet(browser), []);
  });
});

eachBrowser('parts are shown or left out as the host says, also later', async (browser) => {
  await hosting({ 'one.html': page(widget('id="w" hide="headline search"') + widget('id="axis" show="timeline"') + widget('id="cards" show="countries" country="DE"')) }, async (server) => {
    await browser.open(server.at('one.html'), { width: 1100 });
    for (const id of ['w', 'axis', 'cards']) await reaches(browser, 'ready', id);
    const parts = (id) => browser.run(`
      const root = document.getElementById(arguments[0]).shadowRoot;
      return ['.headline', '[part~=search-open]', '[part~=axis]', '[part~=list]', '[part~=countries]'].filter((one) => root.querySelector(one)?.getClientRects().length);`, id);
    assert.deepEqual(await parts('w'), ['[part~=axis]', '[part~=list]', '[part~=countries]']);
    assert.deepEqual((await parts('axis')).filter((one) => one === '[part~=countries]'), []);
    assert.deepEqual((await parts('cards')).filter((one) => /axis|list/.test(one)), []);
    assert.ok((await browser.run("return document.getElementById('cards').shadowRoot.querySelector('[part~=countries]').textContent;")).includes('Germany'));
    await browser.run("document.getElementById('w').setAttribute('hide', 'axis countries');");
    await browser.until("const root = document.getElementById('w').shadowRoot; return root.querySelector('.headline') && !root.querySelector('[part~=axis]') && !root.querySelector('[part~=countries]');");
    await browser.run("document.getElementById('w').removeAttribute('hide');");
    await browser.until("return document.getElementById('w').shadowRoot.querySelector('[part~=countries]');");
    assert.deepEqual(await quiet(browser), []);
  });
});

eachBrowser('a value that means nothing is told to the editor, and is as if it were not there', async (browser) => {
  await hosting({ 'one.html': page(widget('id="w" lanes="contry" hide="headline footer" heading="7" folds="off"')) }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'ready');
    await browser.until("return host.told.some((one) => one.name === 'problem');");
    const all = await problems(browser);
    assert.deepEqual(all.map(({ severity, kind, found }) => [severity, kind, found]), [['warning', 'unknown-value', 'contry'], ['warning', 'unknown-value', '7'], ['warning', 'unknown-value', 'footer']]);
    assert.equal(all[0].message, 'The element\'s attribute `lanes` says “contry”, which it does not know.');
    assert.equal(all[0].fix, 'Write “one”, “country” or “group”, or leave the attribute out.');
    assert.equal(await headline(browser), null, 'what it knows counts');
  });
});

eachBrowser('the address is written where the host says', async (browser) => {
  const hash = () => browser.run('return [location.search, location.hash];');
  const cases = [
    ['', '#/news/5', ['', '#/news/5']],
    ['', '', ['', '#w.event=storm']],
    ['address="fragment"', '#/news/5', ['', '#/news/5&w.event=storm']],
    ['address="query"', '?page=1#/news/5', ['?page=1&w.event=storm', '#/news/5']],
    ['address="off"', '', ['', '']],
  ];
  const pages = Object.fromEntries(cases.map(([attributes], at) => [`${at}.html`, page(widget(`id="w" ${attributes}`))]));
  await hosting(pages, async (server) => {
    for (const [at, [attributes, address, expected]] of cases.entries()) {
      await browser.open(server.at(`${at}.html${address}`));
      await reaches(browser, 'ready');
      await browser.run("document.getElementById('w').shadowRoot.querySelector('[id$=\"event=storm\"] button[aria-expanded]').click();");
      await browser.until("return document.getElementById('w').shadowRoot.querySelector('[part~=event][data-selected]')?.id.endsWith('storm');");
      await pause(50);
      assert.deepEqual(await hash(), expected, attributes);
    }
    // A link in the query leads there as well.
    await browser.open(server.at('3.html?w.event=works'));
    await reaches(browser, 'ready');
    await browser.until("return document.getElementById('w').shadowRoot.querySelector('[part~=event][data-selected]')?.id.endsWith('works');");
  });
});
