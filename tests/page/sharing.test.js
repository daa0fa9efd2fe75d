// Elements that share an article: one download of data, one choice, one address, whatever
// comes first, moves, leaves and comes back.

import assert from 'node:assert/strict';
import { FAR, SMALL, data, eachBrowser, hosting, page, reaches, settled, stays, steady, widget } from './harness/index.js';

const LIST = '<ol><li>The readable list</li></ol>';
const leader = (attributes = 'src="story.json"') => widget(`id="w" ${attributes}`, LIST);
const follower = (id, attributes = '') => widget(`id="${id}" of="w" ${attributes}`, '');
const PAGES = {
  'three.html': page(follower('first') + leader() + follower('last')),
  'far.html': page(follower('first') + FAR + leader()),
  'story.json': JSON.stringify(SMALL),
  'other.json': JSON.stringify({ ...SMALL, headline: 'Another headline', events: SMALL.events.slice(2) }),
};

const downloads = (server, name = 'story.json') => server.requests.filter((path) => path.endsWith(`/${name}`)).length;
const chosen = (browser, ...ids) => browser.run(`
  return arguments[0].map((id) => document.getElementById(id).shadowRoot.querySelector('[part~="event"][data-selected]')?.id.split('=')[1] ?? null);`, ids);
const choose = (browser, ids, event) => browser.until(`
  return arguments[0].every((id) => (document.getElementById(id).shadowRoot.querySelector('[part~="event"][data-selected]')?.id.split('=')[1] ?? null) === arguments[1]);`, ids, event);
const told = (browser, name) => browser.run('return host.told.filter((one) => one.name === arguments[0]).map(({ id, detail }) => [id, detail]);', name);
const hash = (browser) => browser.run('return location.hash;');
/** Presses the title of an event in one of them, as a reader does: WebKit passes over steps back that no reader caused. */
async function press(browser, id, event) {
  await settled(browser);
  const title = await browser.run(`
    const title = document.getElementById(arguments[0]).shadowRoot.querySelector(\`[id$='event=\${arguments[1]}'] button[aria-expanded]\`);
    title.scrollIntoView({ block: 'center', behavior: 'instant' });
    return title;`, id, event);
  await browser.pointer('mouse', title);
}
const quiet = async (browser) => {
  const { errors, reports } = await browser.probe();
  return [...errors, ...reports];
};
const all = ['first', 'w', 'last'];

eachBrowser('three elements: one download of data, one choice, one address, one set of events', async (browser) => {
  await hosting(PAGES, async (server) => {
    await browser.open(server.at('three.html'));
    for (const id of all) await reaches(browser, 'ready', id);
    assert.equal(downloads(server), 1);
    assert.deepEqual((await told(browser, 'ready')).map(([id]) => id).sort(), [...all].sort(), 'each is on the screen');
    assert.deepEqual(await chosen(browser, ...all), [null, null, null]);
    assert.equal(await hash(browser), '', 'nothing is written before the reader acts');

    // From one that follows, from the one that leads, from the other.
    await press(browser, 'first', 'storm');
    await choose(browser, all, 'storm');
    assert.equal(await hash(browser), '#w.event=storm');
    await press(browser, 'w', 'works');
    await choose(browser, all, 'works');
    assert.ok(await browser.run("return document.getElementById('last').select('opening');"));
    await choose(browser, all, 'opening');
    assert.equal(await hash(browser), '#w.event=opening');
    assert.deepEqual((await told(browser, 'select')).map(([id, detail]) => [id, detail.id]), [['w', 'storm'], ['w', 'works'], ['w', 'opening']]);

    // Back and forward lead all of them.
    await browser.driver.navigate().back();
    await choose(browser, all, 'works');
    await browser.driver.navigate().forward();
    await choose(browser, all, 'opening');

    // Words typed into one are looked for in all.
    await browser.run("document.getElementById('last').shadowRoot.querySelector('[part~=search-open]').click(); const field = document.getElementById('last').shadowRoot.querySelector('input'); field.value = 'storm'; field.dispatchEvent(new Event('input', { bubbles: true }));");
    await browser.until("return ['first', 'w', 'last'].every((id) => document.getElementById(id).shadowRoot.querySelectorAll('[part~=event]').length === 1);");
    assert.deepEqual((await told(browser, 'filter')).map(([id, { search }]) => [id, search]), [['w', 'storm']]);
    assert.deepEqual(await quiet(browser), []);
  });
});

eachBrowser('a link in the address leads all of them', async (browser) => {
  await hosting(PAGES, async (server) => {
    await browser.open(server.at('three.html#w.event=storm'));
    for (const id of all) await reaches(browser, 'ready', id);
    await choose(browser, all, 'storm');
    assert.equal(await hash(browser), '#w.event=storm');
    assert.deepEqual((await told(browser, 'select')).map(([id]) => id), ['w']);
  });
});

eachBrowser('who follows and is near has the one that leads come, however far that is', async (browser) => {
  await hosting(PAGES, async (server) => {
    await browser.open(server.at('far.html'));
    await reaches(browser, 'ready', 'first');
    await reaches(browser, 'ready', 'w');
    assert.equal(await browser.run('return scrollY;'), 0);
    await press(browser, 'first', 'storm');
    await choose(browser, ['first', 'w'], 'storm');
    assert.equal(await hash(browser), '#w.event=storm');
    assert.equal(downloads(server), 1);
  });
});

eachBrowser('the one that leads may come later, and with data that come later', async (browser) => {
  await hosting({ ...PAGES, 'late.html': page(follower('first', 'loading="eager"')) }, async (server) => {
    await browser.open(server.at('late.html'));
    await reaches(browser, 'near', 'first');
    await stays('there is nothing to show yet', () => server.asked('wasm') === 0);
    await browser.run("window.one = Object.assign(document.createElement('dateline-widget'), { id: 'w' }); document.body.append(one);");
    await reaches(browser, 'near', 'w');
    await settled(browser);
    await browser.run('one.article = arguments[0];', SMALL);
    for (const id of ['first', 'w']) await reaches(browser, 'ready', id);
    // An id may come later still.
    await browser.run("const two = document.createElement('dateline-widget'); two.setAttribute('of', 'later'); two.id = 'two'; two.setAttribute('loading', 'eager'); document.body.append(two);");
    await reaches(browser, 'near', 'two');
    await browser.run("one.id = 'later';");
    await reaches(browser, 'ready', 'two');
    assert.deepEqual(await quiet(browser), []);
  });
});

eachBrowser('moved, removed and inserted again, it leads on', async (browser) => {
  await hosting(PAGES, async (server) => {
    await browser.open(server.at('three.html'));
    for (const id of all) await reaches(browser, 'ready', id);
    await browser.run("window.one = document.getElementById('w'); document.body.prepend(one);");
    await settled(browser);
    await press(browser, 'first', 'storm');
    await choose(browser, all, 'storm');

    // Gone, the others show on and share what is chosen.
    await browser.run('one.remove();');
    await browser.until("return one.state === 'destroyed';");
    const before = await hash(browser);
    await press(browser, 'last', 'works');
    await choose(browser, ['first', 'last'], 'works');
    assert.equal(await hash(browser), before, 'nobody writes the address');
    assert.equal((await told(browser, 'select')).length, 1, 'and nobody tells');

    // Back, it is where the others are.
    await browser.run('document.body.append(one);');
    await reaches(browser, 'ready');
    await choose(browser, all, 'works');
    await press(browser, 'w', 'opening');
    await choose(browser, all, 'opening');
    assert.equal(await hash(browser), '#w.event=opening');

    // Another in its place, as frameworks make one.
    await browser.run("one.remove(); window.two = document.createElement('dateline-widget'); two.id = 'w'; two.setAttribute('src', 'other.json'); document.body.append(two);");
    await reaches(browser, 'ready');
    await browser.until("return ['first', 'w', 'last'].every((id) => document.getElementById(id).shadowRoot.querySelector('.headline')?.textContent === 'Another headline');");
    await press(browser, 'first', 'storm');
    await choose(browser, all, 'storm');
    assert.equal((await told(browser, 'select')).at(-1)[0], 'w');
    assert.deepEqual(await quiet(browser), []);
  });
});

eachBrowser('other data and other words are shown in all of them', async (browser) => {
  await hosting(PAGES, async (server) => {
    await browser.open(server.at('three.html'));
    for (const id of all) await reaches(browser, 'ready', id);
    await browser.run("document.getElementById('w').words = { timeline: 'In other words' };");
    await browser.until("return ['first', 'w', 'last'].every((id) => document.getElementById(id).shadowRoot.querySelector('.list .part-title').textContent === 'In other words');");
    await browser.run("document.getElementById('w').setAttribute('src', 'other.json');");
    await browser.until("return ['first', 'w', 'last'].every((id) => document.getElementById(id).shadowRoot.querySelector('.headline').textContent === 'Another headline');");
    assert.equal(downloads(server, 'other.json'), 1);
    // Without `of` it is its own again, and has no data.
    await browser.run("const one = document.getElementById('last'); one.removeAttribute('of'); one.article = arguments[0];", SMALL);
    await browser.until("return document.getElementById('last').shadowRoot.querySelector('.headline').textContent === arguments[0];", SMALL.headline);
    await press(browser, 'last', 'plan');
    await choose(browser, ['last'], 'plan');
    assert.deepEqual(await chosen(browser, 'first', 'w'), [null, null]);
    assert.deepEqual((await told(browser, 'select')).at(-1), ['last', { id: 'plan', title: 'The town plans a bridge' }]);
  });
});

eachBrowser('what is wrong with the data is told once, and by whom they belong to', async (browser) => {
  const half = { ...SMALL, events: [...SMALL.events, { id: 'never', title: 'Never', date: '2021-02-31' }] };
  await hosting({
    ...PAGES,
    'half.html': page(follower('first') + widget('id="w"', data(half) + LIST) + follower('last')),
    'none.html': page(widget('id="first" of="w"', LIST) + widget('id="w"', `<script type="application/json">{}</script>${LIST}`)),
  }, async (server) => {
    await browser.open(server.at('half.html'));
    for (const id of all) await reaches(browser, 'ready', id);
    await browser.until("return host.told.some((one) => one.name === 'problem');");
    const heard = () => told(browser, 'problem');
    assert.deepEqual((await steady('what is told', heard)).map(([id, { problems }]) => [id, problems.length]), [['w', 1]]);
    await browser.open(server.at('none.html'));
    for (const id of ['first', 'w']) await reaches(browser, 'failed', id);
    await browser.until("return host.told.some((one) => one.name === 'problem');");
    assert.deepEqual((await steady('what is told', heard)).map(([id]) => id), ['w']);
    assert.equal((await browser.probe()).errors.length, 1);
  });
});

/** Ten seconds are over sooner in this page. */
const SOON = "const later = setTimeout; window.setTimeout = (work, ms, ...rest) => later(work, ms === 10_000 ? 300 : ms, ...rest);";

eachBrowser('who names nobody, or in the end itself, is told so, and the list stays', async (browser) => {
  const alone = widget('id="w" of="nowhere"', LIST);
  const circle = widget('id="w" of="other"', LIST) + widget('id="other" of="w"', LIST);
  await hosting({
    'alone.html': page(alone, { head: '<script src="soon.js"></script>' }),
    'circle.html': page(circle),
    'soon.js': SOON,
  }, async (server) => {
    await browser.open(server.at('alone.html'));
    await browser.until("return host.told.some((one) => one.name === 'problem');");
    const [[, { problems: [one] }]] = await told(browser, 'problem');
    assert.deepEqual([one.severity, one.kind], ['warning', 'of-unknown']);
    assert.match(one.message, /`of="nowhere"` names no <dateline-widget>/);
    assert.ok(await browser.run("return document.querySelector('#w > ol').getBoundingClientRect().height > 0;"));

    await browser.open(server.at('circle.html'));
    for (const id of ['w', 'other']) await reaches(browser, 'failed', id);
    await browser.until("return host.told.filter((one) => one.name === 'problem').length >= 2;");
    const heard = await steady('what is told', () => told(browser, 'problem'));
    assert.deepEqual(heard.map(([id, { problems }]) => [id, ...problems.map(({ kind }) => kind)]).sort(), [['other', 'of-itself'], ['w', 'of-itself']]);
    assert.equal(server.asked('wasm'), 0);
  });
});

eachBrowser('inside another component it finds whom it names outside', async (browser) => {
  await hosting({
    ...PAGES,
    'inside.html': page(`<news-story></news-story>${leader()}`, { head: '<script type="module" src="story.js"></script>' }),
    'story.js': `customElements.define('news-story', class extends HTMLElement {
      connectedCallback() {
        const one = document.createElement('dateline-widget');
        one.setAttribute('of', 'w');
        this.attachShadow({ mode: 'open' }).append(one);
        this.one = one;
      }
    });`,
  }, async (server) => {
    await browser.open(server.at('inside.html'));
    await browser.until("return document.querySelector('news-story').one?.state === 'ready';");
    await browser.run("document.querySelector('news-story').one.select('storm');");
    await choose(browser, ['w'], 'storm');
    assert.equal(downloads(server), 1);
  });
});
