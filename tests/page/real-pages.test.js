// What real pages, browsers and connections do to a widget: each of these once broke it.

import assert from 'node:assert/strict';
import { FAR, SMALL, data, eachBrowser, hosting, leaves, page, reaches, showsList, storyPage, visiting, widget } from './harness/index.js';

const LIST = '<ol><li>The readable list</li></ol>';
const problems = (browser) => browser.run("return host.told.filter((one) => one.name === 'problem').flatMap((one) => one.detail.problems);");
const told = (browser) => browser.until("return host.told.some((one) => one.name === 'problem');");
const noise = async (browser) => {
  const { errors, reports } = await browser.probe();
  return [...errors, ...reports];
};
/** What nobody should ever hear of: an error that nothing answers for. */
const uncaught = async (browser) => (await browser.probe()).errors.filter((one) => !one.startsWith('console.'));

/** Sends a body that ends too early, as a lost connection makes it: fewer bytes than were promised. (WebKit takes the end of a whole chunk for the end of all.) */
const cutOff = (type, body) => (request) => {
  const { socket } = request;
  socket.write(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n${(Buffer.byteLength(body) + 100).toString(16)}\r\n${body}`);
  return new Promise((resolve) => setTimeout(() => {
    socket.destroy();
    resolve({});
  }, 100));
};

const CUT = {
  'the style sheet': [/\/dateline\.css$/, cutOff('text/css', '.dateline{color:red'), widget()],
  'the words': [/\/words\/uk\.txt$/, cutOff('text/plain', 'all = Усі'), widget('id="w"', data({ ...SMALL, language: 'uk' }) + LIST)],
  'the page’s own words': [/\/own\.txt$/, cutOff('text/plain', 'all = Every'), widget('id="w" words="own.txt"')],
  'the data': [/\/story\.json$/, cutOff('application/json', '{ "headline": "A harb'), widget('id="w" src="story.json"', LIST)],
};
for (const [what, [file, answer, html]] of Object.entries(CUT)) {
  eachBrowser(`${what} cut off in the body: told as a failed download, and tried again`, async (browser) => {
    let isCut = true;
    const own = { 'own.txt': 'all = Everywhere', 'story.json': JSON.stringify(SMALL) };
    await hosting({ 'far.html': page(FAR + html + FAR), ...own }, async (server) => {
      await browser.open(server.at('far.html'));
      await browser.until("return customElements.get('dateline-widget');");
      await browser.run("document.getElementById('w').scrollIntoView();");
      await reaches(browser, 'failed');
      await told(browser);
      assert.ok(await showsList(browser));
      const [{ kind, severity, message }] = await problems(browser);
      assert.deepEqual([severity, kind], ['error', 'download-failed']);
      assert.match(message, /(broke off while it arrived|could not be fetched)\.$/);
      assert.ok(file.test(message.split(' ')[0]), 'it names the file');
      assert.deepEqual(await uncaught(browser), []);
      isCut = false;
      await leaves(browser);
      await browser.run("document.getElementById('w').scrollIntoView();");
      await reaches(browser, 'ready');
    }, { meddle: (_, request) => (isCut && file.test(request.url) ? answer(request) : undefined) });
  });
}

eachBrowser('an address that is none is named, in `src` and in `words`', async (browser) => {
  const pages = {
    'src.html': page(widget('id="w" src="http://["', LIST)),
    'words.html': page(widget('id="w" words="http://["')),
    'property.html': page(widget()),
  };
  await hosting(pages, async (server) => {
    for (const name of ['src', 'words']) {
      await browser.open(server.at(`${name}.html`));
      await reaches(browser, 'failed');
      await told(browser);
      assert.ok(await showsList(browser));
      const [{ kind, message, fix }] = await problems(browser);
      assert.equal(kind, 'bad-address');
      assert.equal(message, `\`${name}\` is “http://[”, which is no address.`);
      assert.match(fix, /https:\/\//);
      // Mended, it is shown.
      await browser.run("document.getElementById('w').removeAttribute(arguments[0]); document.getElementById('w').article = arguments[1];", name, SMALL);
      await reaches(browser, 'ready');
    }
    await browser.open(server.at('property.html'));
    await reaches(browser, 'ready');
    await browser.run("document.getElementById('w').words = 'http://[';");
    await told(browser);
    assert.deepEqual((await problems(browser)).map(({ kind }) => kind), ['bad-address']);
    assert.equal(await browser.run("return document.getElementById('w').state;"), 'ready', 'what was shown stays');
  });
});

/** Fields of a form stand before what every node has under their names. (`matches` and `children` are what the tests themselves ask of every element.) */
const FIELDS = (...names) => names.map((name) => `<input type="hidden" name="${name}">`).join('');
const FORMS = {
  'in the article': ['<article id="story">', `<article id="story"><form>${FIELDS('childNodes', 'nodeType', 'localName', 'shadowRoot', 'firstChild', 'parentNode', 'contains', 'getRootNode')}<p>A field.</p></form>`, '</article>', '</article>'],
  'around it': ['<article id="story">', `<form>${FIELDS('parentNode', 'parentElement', 'assignedSlot', 'getRootNode', 'childNodes', 'nodeType', 'contains')}<article id="story">`, '</article>', '</article></form>'],
};
for (const [where, [begin, first, end, last]] of Object.entries(FORMS)) {
  eachBrowser(`<input name="childNodes"> and its like in a form ${where}: the sentences are found`, async (browser) => {
    const html = storyPage('id="w" annotate').replace(begin, first).replace(end, last);
    await visiting(browser, { 'story.html': html }, async () => {
      await browser.until("return CSS.highlights ? CSS.highlights.has('dateline-fact') : deep(document, '.facts').length > 0;");
      await browser.run("document.getElementById('w').select('storm');");
      await browser.until("return deep(document, '[part~=\"event\"][data-selected] [data-source]').length > 0;");
      await browser.run("deep(document, '[part~=\"event\"][data-selected] [data-source]')[0].click();");
      await browser.until("return deep(document, '.passage .here').length > 0;");
      assert.deepEqual(await noise(browser), []);
    });
  });
}

for (const [what, script] of Object.entries({
  TextDecoder: 'delete window.TextDecoder;',
  'String.prototype.replaceAll': 'delete String.prototype.replaceAll;',
})) {
  eachBrowser(`a browser without ${what} is told as one that is too old`, async (browser) => {
    await hosting({ 'old.html': page(widget(), { head: '<script src="old.js"></script>' }), 'old.js': script }, async (server) => {
      await browser.open(server.at('old.html'));
      await reaches(browser, 'failed');
      await told(browser);
      assert.ok(await showsList(browser));
      const [{ kind, message, fix }] = await problems(browser);
      assert.equal(kind, 'browser-too-old');
      assert.equal(message, `This browser is too old: it has no ${what}.`);
      assert.match(fix, /Chrome 99/);
      assert.equal(server.asked('wasm'), 0, 'nothing is fetched in vain');
    });
  });
}

/** What pages of long ago do to everything that there is. */
const POLLUTED = {
  'Object.prototype.x': 'Object.prototype.x = 1; Object.prototype.get = undefined; delete Object.prototype.get; Object.prototype.place = 7; Object.prototype.words = 7;',
  'Prototype.js’s toJSON': `
    const json = (text) => '"' + text + '"';
    Array.prototype.toJSON = function () { return '[' + this.map((one) => json(one)).join(', ') + ']'; };
    String.prototype.toJSON = function () { return json(this); };`,
};
for (const [what, script] of Object.entries(POLLUTED)) {
  eachBrowser(`${what} on the page does no harm`, async (browser) => {
    const head = '<script src="polluted.js"></script>';
    await visiting(browser, { 'story.html': storyPage('id="w"', { head }), 'polluted.js': script }, async () => {
      await browser.run("const one = document.getElementById('w'); one.select('storm');");
      await browser.until("return deep(document, '[part~=\"event\"][data-selected] [data-source]').length > 0;");
      await browser.run("deep(document, '[part~=\"event\"][data-selected] [data-source]')[0].click();");
      await browser.until("return deep(document, '.passage').length > 0;");
      // An object goes through as well. (As text first: a driver copies what is inherited, too.)
      await browser.run("document.getElementById('w').article = JSON.parse(arguments[0]);", JSON.stringify({ ...SMALL, headline: 'As an object' }));
      await browser.until("return deep(document, '.headline')[0].textContent === 'As an object';");
      // In words: what a driver makes of a list goes through the page's own `toJSON`.
      const trouble = "return [...host.told.filter((one) => one.name === 'problem').map(({ detail }) => detail.problems.map((one) => one.message).join()), ...probe.errors, ...probe.reports].join('; ');";
      assert.equal(await browser.run(trouble), '');
    });
  });
}

eachBrowser('fifty widgets that are ready together are shown one a task', async (browser) => {
  const all = Array.from({ length: 50 }, (_, at) => widget(`id="w${at}" loading="eager"`)).join('');
  const tasks = `
    window.turns = [];
    addEventListener('dateline-ready', ({ target }) => turns.push([target.id, window.turn]));
    window.turn = 0;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { window.turn += 1; port2.postMessage(0); };
    port2.postMessage(0);
    // In WebKit a message is longer on its way than a widget takes: each timer has a task of its own, too.
    const later = window.setTimeout;
    window.setTimeout = (work, ...rest) => later((...values) => { window.turn += 1; work(...values); }, ...rest);`;
  await hosting({ 'fifty.html': page(all, { head: '<script src="tasks.js"></script>' }), 'tasks.js': tasks }, async (server) => {
    await browser.open(server.at('fifty.html'));
    const turns = await browser.until('return turns.length === 50 && turns;');
    // Between any two there was another task, in which the page has its turn.
    const shared = turns.filter(([, turn], at) => at > 0 && turn === turns[at - 1][1]);
    assert.ok(shared.length <= 2, `${shared.length} of 50 were ready in a task with another`);
    assert.deepEqual(['glue', 'wasm', 'style'].map(server.asked), [1, 1, 1]);
  });
});

/** Has the page break the widget's DOM under it, which stops the program wherever it is next at work, and again when it begins anew. */
const BREAKS = `
  const one = document.getElementById('w'), { shadowRoot } = one, { insertBefore } = Node.prototype;
  Node.prototype.insertBefore = function (...nodes) {
    if (this.getRootNode() === shadowRoot) throw new Error('boom');
    return insertBefore.apply(this, nodes);
  };
  window.heals = () => void (Node.prototype.insertBefore = insertBefore);`;

/** From where the program is called when it stops. */
const STOPS = {
  'select()': "window.answer = one.select('storm');",
  'setting the article': "one.article = { ...one.article, headline: 'Other', events: [{ id: 'z', title: 'Z', date: '2020', countries: ['PL'] }] };",
  'an event of its own': "one.shadowRoot.querySelector('[part~=event] button[aria-expanded]').click();",
  'an event of the page’s': "dispatchEvent(new Event('beforeprint'));",
};
for (const [what, act] of Object.entries(STOPS)) {
  eachBrowser(`a program that stops in ${what} is told once, its culprit shows its list, and the innocent moves on`, async (browser) => {
    await hosting({ 'two.html': page(widget('id="w"') + widget('id="other"')) }, async (server) => {
      await browser.open(server.at('two.html'));
      for (const id of ['w', 'other']) await reaches(browser, 'ready', id);
      await browser.run("document.getElementById('other').select('works');");
      await browser.until("return host.told.some((one) => one.name === 'select');");
      await browser.run(`${BREAKS} window.failures = []; window.unanswered = 0; addEventListener('error', (event) => event.defaultPrevented || (unanswered += 1)); addEventListener('dateline-problem', ({ target, detail }) => failures.push([target.id, ...detail.problems.map(({ kind }) => kind)]));
        ${act}`);
      await reaches(browser, 'failed');
      await reaches(browser, 'ready', 'other');
      assert.ok(await showsList(browser));
      await browser.until('return failures.length > 0;');
      assert.deepEqual(await browser.steady('return failures;'), [['w', 'panic']], 'told once, and of the culprit');
      // What nobody can catch the page hears of, too, but its console is told in a sentence.
      assert.deepEqual((await uncaught(browser)).filter((one) => !/boom|unreachable/i.test(one)), []);
      assert.equal(await browser.run('return unanswered;'), 0);
      assert.equal((await browser.probe()).errors.filter((one) => one.startsWith('console.error: dateline:')).length, 1);
      if (what === 'select()') assert.equal(await browser.run('return answer;'), false);
      // The innocent is where it was, and works.
      await browser.until("return document.getElementById('other').shadowRoot.querySelector('[part~=\"event\"][data-selected]')?.id === 'other.event=works';");
      assert.ok(await browser.run("return document.getElementById('other').select('storm');"));
      // The culprit begins anew when it is asked to.
      await browser.run('heals();');
      await browser.run("document.getElementById('w').article = arguments[0];", SMALL);
      await reaches(browser, 'ready');
    });
  });
}

eachBrowser('without memory the program stops: the culprit shows its list, the innocent moves on', async (browser) => {
  const huge = `({ ...${JSON.stringify(SMALL)}, events: Array.from({ length: 20000 }, (_, at) => ({ id: 'e' + at, title: 'x'.repeat(190) + at, date: '2020', countries: ['PL'] })) })`;
  await hosting({ 'two.html': page(widget('id="w"') + widget('id="other"')) }, async (server) => {
    await browser.open(server.at('two.html'));
    for (const id of ['w', 'other']) await reaches(browser, 'ready', id);
    await browser.run("document.getElementById('other').select('works');");
    await browser.run(`window.unanswered = 0; addEventListener('error', (event) => event.defaultPrevented || (unanswered += 1));
      document.getElementById('w').article = ${huge};`);
    await reaches(browser, 'failed');
    await reaches(browser, 'ready', 'other');
    await told(browser);
    assert.deepEqual((await problems(browser)).map(({ kind }) => kind), ['panic']);
    assert.ok(await showsList(browser));
    // A trap in a task of the program's own the page hears of, too, but it is answered for.
    assert.deepEqual((await uncaught(browser)).filter((one) => !one.includes('unreachable')), []);
    assert.equal(await browser.run('return unanswered;'), 0);
    assert.ok(await browser.run("return document.getElementById('other').select('storm');"));
    await browser.run("document.getElementById('w').article = arguments[0];", SMALL);
    await reaches(browser, 'ready');
  });
}, { only: ['chromium'], because: 'only Chromium can be given so little memory', flags: ['--js-flags=--wasm-max-mem-pages=80'] });

eachBrowser('after ten stops a page keeps its lists, and says so', async (browser) => {
  await hosting({ 'one.html': page(widget() + widget('id="other"')) }, async (server) => {
    await browser.open(server.at('one.html'));
    for (const id of ['w', 'other']) await reaches(browser, 'ready', id);
    const state = (id) => browser.run('return document.getElementById(arguments[0]).state;', id);
    for (let time = 0; time < 10 && (await state('other')) !== 'failed'; time += 1) {
      await browser.run(`${BREAKS} one.select('storm');`);
      await reaches(browser, 'failed');
      await browser.run('heals();');
      await browser.until("return ['ready', 'failed'].includes(document.getElementById('other').state);");
      if ((await state('other')) === 'failed') break;
      await browser.run("document.getElementById('w').article = arguments[0];", SMALL);
      await browser.until("return ['ready', 'failed'].includes(document.getElementById('w').state);");
    }
    await reaches(browser, 'failed', 'other');
    assert.ok(await showsList(browser, 'other'));
    await browser.until("return host.told.filter(({ id, name }) => id === 'other' && name === 'problem').length > 0;");
    const [{ kind, message }] = await browser.run("return host.told.find(({ id, name }) => id === 'other' && name === 'problem').detail.problems;");
    assert.equal(kind, 'stopped');
    assert.match(message, /stopped 10 times/);
    assert.deepEqual(await uncaught(browser), []);
  });
});
