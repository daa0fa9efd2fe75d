// The page that a frame shows: it tells the page around how high it is and what is
// chosen, whoever that page is, and takes a link to an event.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { ARTICLE, DIST, FIELD, KEY, PROGRAM, STRICT, TILE, TOKEN, chooses, comes, eachBrowser, elsewhere, fits, foreign, framed, high, inside, newsroom, openSearch, packaged, pause, settled, stays, steady, test, until } from './harness/index.js';

const FAR = '<p><br></p>'.repeat(80);
const frame = (address, attributes = '') =>
  `<iframe title="The widget" width="100%" height="300" src="${address}" ${attributes}></iframe>`;

/** Serves the newsroom's folder and a page elsewhere, made by `page(home)`, and opens that. */
async function framing(browser, make, work, { fragment = '', ...options } = {}) {
  const news = await newsroom(options);
  const pages = make(news.home);
  const other = await elsewhere(pages, news.origin);
  try {
    await browser.open(`${other.origin}/page.html${fragment}`);
    await work({ news, other });
  } finally {
    await other.close();
    await news.close();
  }
}

const heard = (browser) => browser.run('return heard;');
const quiet = async (browser) => {
  const { errors, reports } = await browser.probe();
  return [...errors, ...reports];
};

/** Chooses a country in the frame, so that something else is shown. */
const filter = (browser) => inside(browser, async () => {
  await browser.run("deep(document, arguments[0]).find((one) => one.textContent.includes('Ukraine')).click();", TILE);
});
/** Chooses an event in the frame by what a page's own code calls. */
const select = (browser, id) => inside(browser, () => browser.run("return document.querySelector('dateline-widget').select(arguments[0]);", id));

const OWN = (home) => ({
  'page.html': foreign(`${FAR}${frame(`${home}frame.html`, 'data-dateline')}${FAR}`, `<script type="module" src="${home}${PROGRAM}dateline-frame.js"></script>`),
});

test('what a place says is the same to program, frame and page around', () => {
  const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const [, parts] = read('src/explore/fragment.rs').match(/const PARTS: \[&str; \d+\] = \[(.*)\];/);
  const names = parts.match(/\w+/g);
  assert.ok(names.length > 3);
  assert.deepEqual(read('www/frame.js').match(/const KEYS = \[(.*)\];/)[1].match(/\w+/g), names);
  assert.deepEqual(read('www/dateline-frame.js').match(/\^\(([\w|]+)\)=/)[1].split('|'), names);
});

test('the script for pages that frame the widget weighs less than 1 kB', () => {
  const bytes = brotliCompressSync(readFileSync(`${DIST}dateline-frame.js`), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  assert.ok(bytes < 1000, `${bytes} bytes`);
});

eachBrowser('asked for a fact’s sentence, the page around selects it, and never another', async (browser) => {
  const at = ARTICLE.events.findIndex((event) => event.source?.quote);
  const { id, source: { before = '', quote, after = '' } } = ARTICLE.events[at];
  const [head, ...rest] = quote.split(' ');
  const sentence = `<p>${before}<em>${head}</em> ${rest.join(' ')}${after}</p>`;
  const script = (home) => `<script type="module" src="${home}${PROGRAM}dateline-frame.js"></script>`;
  const asked = (times) => (home) => ({
    'page.html': foreign(`<article>${sentence.repeat(times)}</article>${FAR}${frame(`${home}frame.html`, 'data-dateline')}`, `${script(home)}<script src="tells.js"></script>`),
    // Whoever looks from here takes the focus away from the frame in WebKit's driver: the page itself says what is selected.
    'tells.js': "document.addEventListener('selectionchange', () => getSelection().isCollapsed || fetch('selected'));",
  });
  const selected = () => browser.run("return getSelection().toString().replace(/\\s+/g, ' ');");
  const ask = async ({ news, other }, isThere) => {
    await comes(browser);
    await fits(browser);
    await browser.run("document.querySelector('iframe').scrollIntoView();");
    await select(browser, id);
    // A press, which no script can be instead.
    await inside(browser, async () => {
      await browser.one('[part~="event"][data-selected] [data-source]');
      await settled(browser);
      // WebKit lets a frame of another origin take the focus only after a press in it.
      if (browser.name === 'webkit') {
        await browser.click('[part~="event"][data-selected] [data-source]');
      } else {
        await browser.run("deep(document, '[part~=\"event\"][data-selected] [data-source]')[0].focus();");
        await browser.press(KEY.enter);
      }
      await until('the sentence to be looked for', () => news.requests.some((path) => path.endsWith('/frame-sentence.js')));
      const isSelected = () => other.requests.includes('/selected');
      if (isThere) await until('the sentence to be selected', isSelected);
      else await stays('nothing is selected', () => !isSelected());
    });
  };
  await framing(browser, asked(1), async (servers) => {
    await ask(servers, true);
    assert.equal(await selected(), (before + quote + after).replace(/\s+/g, ' '));
  });
  // Twice the same: nothing tells which is meant.
  await framing(browser, asked(2), async (servers) => {
    await ask(servers, false);
    assert.equal(await selected(), '');
  });
  // Not in the article: the rest of a page is none of a frame's business.
  const beside = (html) => html.replace('<article>', '<article>The article.</article><aside>').replace('</article><p>', '</aside><p>');
  await framing(browser, (home) => ({ ...asked(1)(home), 'page.html': beside(asked(1)(home)['page.html']) }), async (servers) => {
    await ask(servers, false);
    assert.equal(await selected(), '');
    // The frame is told nothing, so that the reader has the sentence beside the control.
    const said = await inside(browser, () => browser.until("return deep(document, '[data-source] + output').map((one) => one.textContent).find(Boolean);"));
    assert.ok(said.includes(quote), said);
  });
});

/** A page that guesses what stands in the page around: it asks for each word that it is told to, and notes what it is answered. */
const SPY = `
  window.answers = [];
  window.ask = (data) => {
    const { port1, port2 } = new MessageChannel();
    const one = { data, answer: null };
    answers.push(one);
    port1.onmessage = (event) => (one.answer = event.data);
    parent.postMessage({ sentinel: 'dateline', type: 'show', ...data }, '*', [port2]);
  };`;

eachBrowser('a frame that spies learns nothing, and has nothing shown before a press inside it', async (browser) => {
  const spying = (home) => ({
    'page.html': foreign(`<p>account 4711</p><article><p>The secret is plum.</p><iframe title="A spy" data-dateline src="spy.html" width="300" height="300"></iframe></article>${FAR}<p id="own">A paragraph of the page</p>`, `<script type="module" src="${home}${PROGRAM}dateline-frame.js"></script>`),
    'spy.html': `<!doctype html><html lang="en"><head><title>A spy</title><script src="spy.js"></script></head><body><button id="press">Press</button></body></html>`,
    'spy.js': SPY,
  });
  await framing(browser, spying, async () => {
    // Asked from within the frame: whoever looks from the page around takes the focus away from
    // the frame in WebKit's driver.
    const selected = () => browser.run('return parent.getSelection().toString();');
    const ask = async (...quotes) => {
      await browser.run('answers.length = 0; arguments[0].forEach((quote) => ask({ quote }));', quotes);
      await browser.until('return answers.every((one) => one.answer !== null);');
      return browser.run('return answers.map((one) => one.answer);');
    };
    await inside(browser, async () => {
      // Whatever it guesses, it is answered the same, and nothing moves.
      assert.deepEqual(await ask('plum', 'pear', 'account 4711', ''), [true, true, true, true]);
      await stays('nothing is selected', async () => (await selected()) === '');
      // To have taken the focus is no press.
      await browser.run('window.focus(); document.getElementById("press").focus();');
      await ask('plum');
      await stays('nothing is selected', async () => (await selected()) === '');
    });
    // Nor is a press in the page around.
    await browser.click('#own');
    await inside(browser, async () => {
      await browser.run('window.focus(); document.getElementById("press").focus();');
      await ask('plum');
      await stays('nothing is selected', async () => (await selected()) === '');
      // A press in the page around is forgotten by then.
      await pause(5000);
      // After a press one sentence of the article is shown, and not one after the other.
      await browser.click('#press');
      await ask('account 4711');
      await stays('what is not in the article is not shown', async () => (await selected()) === '', 600);
      await browser.click('#press');
      assert.deepEqual(await ask('The secret', 'plum', 'The'), [true, true, true]);
      await browser.until("return parent.getSelection().toString() !== '';");
      await stays('it is the first, and no other so soon', async () => (await selected()) === 'The secret');
    });
    assert.deepEqual(await quiet(browser), []);
  });
});

eachBrowser('whatever a frame says, the page around is not troubled', async (browser) => {
  const odd = (home) => ({
    'page.html': foreign(`<article><p>The article</p><iframe title="An odd one" data-dateline src="odd.html" width="300" height="300"></iframe></article>`, `<script type="module" src="${home}${PROGRAM}dateline-frame.js"></script>`),
    'odd.html': '<!doctype html><html lang="en"><head><title>Odd</title><script src="odd.js"></script></head><body><button>Press</button></body></html>',
    'odd.js': `
      const strange = { toString: 1, valueOf: 1 };
      window.all = (then) => {
        for (const odd of [strange, null, 7, 7n, [], {}, NaN, true, [strange], 'text', undefined]) {
          for (const said of [odd, { sentinel: odd, type: odd }, { sentinel: 'amp', type: 'embed-size', height: odd }, { sentinel: 'dateline', type: 'show', quote: odd, before: odd, after: odd },
            { sentinel: 'dateline', type: 'show', quote: 'The', before: odd }, { sentinel: 'dateline', type: 'place', place: odd, top: odd }, { sentinel: 'dateline', type: 'place', place: 'event=x', top: odd }]) parent.postMessage(said, '*');
        }
      };`,
  });
  await framing(browser, odd, async () => {
    await inside(browser, async () => {
      await browser.click('button');
      await browser.run('all();');
    });
    await stays('nothing is said', async () => !(await quiet(browser)).length);
    assert.equal(await framed(browser), 7, 'the one height that is one');
  });
});

/** Themes of the page in the frame, and of the page around it. */
const THEMES = {
  'a frame’s page that is as high as its frame': ['html, body { height: 100% } body { padding-bottom: 7px }', ''],
  'a frame’s page that is at least as high, and in a column': ['html { height: 100% } body { min-height: 100vh; display: flex; flex-direction: column; margin: 0 } main { flex: none }', ''],
  'a host’s frame with a border in its height': ['', 'iframe { border: 3px solid; box-sizing: border-box }'],
};
for (const [what, [inner, outer]] of Object.entries(THEMES)) {
  eachBrowser(`${what}: it is as high as its content, and follows what opens`, async (browser) => {
    const answer = (path) => (inner && path.endsWith('/frame.css') ? { type: 'text/css', headers: { 'Access-Control-Allow-Origin': '*' }, body: inner } : undefined);
    const themed = (home) => ({ 'page.html': OWN(home)['page.html'].replace('</head>', '<link rel="stylesheet" href="outer.css"></head>'), 'outer.css': outer });
    const content = () => inside(browser, () => browser.run(`
      const last = document.querySelector('main').getBoundingClientRect().bottom + scrollY;
      const { paddingBottom, marginBottom } = getComputedStyle(document.body);
      return Math.ceil(last + parseFloat(paddingBottom) + parseFloat(marginBottom));`));
    const fitted = async (before) => {
      let heights;
      await until('the frame to be as high as its content', async () => {
        heights = [await content(), await framed(browser)];
        return Math.abs(heights[0] - heights[1]) <= 1 && heights[1] !== before;
      }).catch(({ message }) => assert.fail(`${message}; they are ${heights.join(' and ')} px high`));
      return heights[1];
    };
    await framing(browser, themed, async () => {
      await comes(browser);
      await browser.run("document.querySelector('iframe').scrollIntoView();");
      const closed = await fitted();
      await select(browser, 'invasion');
      // What opens takes a moment.
      await fitted(closed);
      await steady('the frame', () => framed(browser));
      const opened = await fitted(closed);
      assert.ok(opened > closed, `${opened} after ${closed}`);
      const { height } = (await heard(browser)).filter(({ data }) => data.type === 'embed-size').at(-1).data;
      assert.equal(height, opened, 'the last that was told');
      await select(browser, 'coup');
      await fitted(opened);
      assert.deepEqual(await quiet(browser), []);
    }, { answer: inner ? answer : undefined });
  });
}

eachBrowser('a link in the page around leads into the frame a second time, too, and a route is not written into', async (browser) => {
  const linked = (home) => ({ 'page.html': OWN(home)['page.html'].replace('<body>', '<body><a id="to" href="#dateline.event=warrants">The warrants</a>') });
  await framing(browser, linked, async () => {
    await comes(browser);
    for (const time of ['first', 'second']) {
      await browser.run('scrollTo(0, 0);');
      await browser.click('#to');
      await chooses(browser, 'warrants');
      await browser.until('return scrollY > 100;');
      assert.equal(await browser.run('return location.hash;'), '#dateline.event=warrants', time);
    }
    // The page's own ways to something stay what they are.
    for (const [own, event] of [['#/news/5', 'coup'], ['#about', 'invasion']]) {
      await browser.run('location.hash = arguments[0];', own);
      await select(browser, event);
      await chooses(browser, event);
      await browser.stays('return location.hash === arguments[0];', own);
    }
  });
});

eachBrowser('with our own script the frame is as high as its content, and stays so', async (browser) => {
  await framing(browser, OWN, async () => {
    await comes(browser);
    const whole = await fits(browser);
    assert.ok(whole > 600 && whole <= 1100, `${whole} px`);
    assert.ok(await browser.run("return document.querySelector('iframe').getBoundingClientRect().top > innerHeight;"), 'before the reader comes to it');
    await browser.run("document.querySelector('iframe').scrollIntoView();");
    await filter(browser);
    const less = await fits(browser, whole);
    await browser.run("document.querySelector('iframe').width = 320;");
    await fits(browser, less);
    // Its columns follow a frame later.
    await steady('the frame', () => framed(browser));
    await fits(browser, less);
    assert.deepEqual(await quiet(browser), []);
    // No polling: once all is said and while nothing changes, nothing is said.
    const before = await steady('what is said', async () => (await heard(browser)).length, 500);
    await stays('nothing more is said', async () => (await heard(browser)).length === before, 1500);
  });
});

const room = (browser) => inside(browser, () => browser.run("return document.querySelector('dateline-widget').shadowRoot.firstChild.style.minBlockSize;"));

eachBrowser('what follows the frame does not jump while it is in view, and no empty room is left where it is not', async (browser) => {
  for (const near of [false, true]) {
    let send = () => {};
    const slow = new Promise((resolve) => (send = resolve));
    // On a phone the widget is shorter than its list.
    const narrow = (home) => ({ 'page.html': OWN(home)['page.html'].replace('width="100%"', 'width="360"') });
    await framing(browser, narrow, async () => {
      await browser.until("return heard.some((one) => one.data.height > 1000);");
      const after = "return document.querySelector('iframe').nextElementSibling.getBoundingClientRect().top;";
      if (near) {
        await browser.run("scrollBy(0, document.querySelector('iframe').getBoundingClientRect().bottom - innerHeight / 2);");
        await browser.steady(after);
      }
      const before = await browser.run(after);
      send();
      await comes(browser);
      await fits(browser);
      if (!near) {
        await stays('there is no room', async () => (await room(browser)) === '');
        return;
      }
      await until('the room', async () => (await room(browser)) !== '');
      assert.equal(await browser.run(after), before);
      // The reader acts, and the room goes.
      const kept = await high(browser);
      await inside(browser, () => browser.run("document.querySelector('dateline-widget').shadowRoot.firstChild.dispatchEvent(new Event('pointerdown'));"));
      assert.ok((await fits(browser, kept)) < kept);
    }, { answer: async (path) => (path.endsWith('.wasm') ? void (await slow) : undefined) });
  }
});

eachBrowser('each height is told once, in the form of AMP, and to nobody but the parent', async (browser) => {
  const nested = (home) => ({
    ...OWN(home),
    'page.html': foreign('<iframe id="middle" title="A page between" src="middle.html" width="800" height="600"></iframe>'),
    'middle.html': foreign(frame(`${home}frame.html`)),
  });
  await framing(browser, nested, async () => {
    await browser.driver.switchTo().frame(await browser.one('#middle'));
    await comes(browser);
    const height = await high(browser);
    await browser.until('return heard.some((one) => one.data.height === arguments[0]);', height);
    await select(browser, 'invasion');
    await browser.until("return heard.some((one) => one.data.type === 'place');");
    const told = await heard(browser);
    const heights = told.filter((one) => one.data.type === 'embed-size').map((one) => one.data);
    assert.ok(heights.length > 0);
    for (const one of heights) {
      assert.deepEqual(Object.keys(one).sort(), ['height', 'sentinel', 'type']);
      assert.equal(one.sentinel, 'amp');
      assert.ok(Number.isInteger(one.height) && one.height > 0);
    }
    heights.slice(1).forEach((one, at) => assert.notEqual(one.height, heights[at].height, 'the same height is not told twice'));
    assert.deepEqual(told.filter((one) => typeof one.data === 'string'), [], 'pym.js is only spoken with where it made the frame');
    await browser.driver.switchTo().parentFrame();
    assert.deepEqual(await heard(browser), [], 'the outermost page hears nothing');
  });
});

eachBrowser('what is chosen in the frame stands in the address of the page around, and a link leads back', async (browser) => {
  await framing(browser, OWN, async ({ other }) => {
    await comes(browser);
    await browser.run("document.querySelector('iframe').scrollIntoView();");
    const before = await browser.run('return [history.length, scrollY];');
    assert.ok(await select(browser, 'invasion'));
    await browser.until("return location.hash === '#own=1&dateline.event=invasion';");
    await filter(browser);
    await browser.until("return /^#own=1&dateline\\.event=invasion&dateline\\.countries=UA$/.test(location.hash);");
    assert.equal(await browser.run('return scrollY;'), before[1], 'the page does not move');
    const hash = await browser.run('return location.hash;');

    // The link, opened anew.
    await browser.open(`${other.origin}/page.html${hash}`);
    await comes(browser);
    await chooses(browser, 'invasion');
    await browser.until('return scrollY > 0;');
    await browser.steady('return scrollY;');
    const { top, bottom } = await inside(browser, () => browser.run("const { top, bottom } = deep(document, '[part~=\"event\"][data-selected]')[0].getBoundingClientRect(); return { top, bottom };"));
    const [frameTop, inner] = await browser.run("return [document.querySelector('iframe').getBoundingClientRect().top, innerHeight];");
    assert.ok(frameTop + top >= 0 && frameTop + bottom <= inner, `the event is at ${frameTop + top} to ${frameTop + bottom} of ${inner}`);
    assert.equal(await browser.run('return location.hash;'), hash, 'the address is as it was');
    assert.deepEqual(await quiet(browser), []);
  }, { fragment: '#own=1' });
});

for (const ending of ['.wasm', '/dateline.js']) {
  eachBrowser(`a link within the page leads there as well, and who has moved before ${ending} came is left where they are`, async (browser) => {
    // As soon as the frame has spoken, the reader goes elsewhere.
    const moving = (home) => ({
      'page.html': OWN(home)['page.html'].replace('</head>', '<script src="moves.js"></script></head>'),
      'moves.js': "addEventListener('message', () => setTimeout(() => { scrollTo(0, 30); dispatchEvent(new Event('keydown')); }, 50), { once: true });",
    });
    await framing(browser, moving, async () => {
      await comes(browser);
      await browser.until("return heard.some((one) => one.data.type === 'place' && one.data.top > 0);");
      await browser.stays('return scrollY === 30;');
      await browser.run("location.hash = 'dateline.event=warrants';");
      await browser.until("return heard.some((one) => one.data.place?.startsWith('event=warrants'));");
      await browser.until('return scrollY > 100;');
    }, { fragment: '#dateline.event=invasion', answer: async (path) => (path.endsWith(ending) ? void (await pause(800)) : undefined) });
  });
}

eachBrowser('a frame of a fixed height goes to the event that its query names, and the page around stays', async (browser) => {
  await framing(browser, (home) => ({ 'page.html': foreign(`${frame(`${home}frame.html?event=warrants`)}${FAR}`) }), async () => {
    await comes(browser);
    await chooses(browser, 'warrants');
    const { top, height, scrolled } = await inside(browser, () => browser.steady("return { top: deep(document, '[part~=\"event\"][data-selected]')[0].getBoundingClientRect().top, height: innerHeight, scrolled: scrollY };"));
    assert.ok(scrolled > 0 && top >= 0 && top < height, `the event is at ${top} of ${height}`);
    assert.equal(await browser.run('return scrollY;'), 0);
  });
});

eachBrowser('messages count only when they come from the frame itself', async (browser) => {
  const spoofed = (home) => ({
    ...OWN(home),
    'page.html': foreign(`${frame(`${home}frame.html`, 'data-dateline')}<iframe id="other" title="Another" src="other.html"></iframe>`, `<script type="module" src="${home}${PROGRAM}dateline-frame.js"></script>`),
    'other.html': '<!doctype html><script src="spoof.js"></script>',
    'spoof.js': "parent.postMessage({ sentinel: 'amp', type: 'embed-size', height: 77 }, '*'); parent.postMessage({ sentinel: 'dateline', type: 'place', place: 'event=spoofed' }, '*');",
  });
  await framing(browser, spoofed, async () => {
    await browser.until("return heard.filter((one) => one.frame === 1).length === 2;");
    await browser.run("postMessage({ sentinel: 'amp', type: 'embed-size', height: 78 }, '*');");
    await comes(browser);
    await fits(browser);
    const [other, hash] = await browser.run("return [document.getElementById('other').style.height, location.hash];");
    assert.deepEqual([other, hash], ['', '']);
  });
});

eachBrowser('pym.js 1.3.2 as the parent: it fits, hears what is chosen, and hands a link on', async (browser) => {
  const pym = (home) => ({
    'page.html': foreign('<div id="here"></div><script src="start.js"></script>', '<script src="pym.js"></script>'),
    'pym.js': packaged('pym.js/dist/pym.v1.js'),
    'start.js': `window.places = [];
      window.made = new pym.Parent('here', '${home}frame.html', { title: 'The widget' });
      made.onMessage('dateline', (place) => places.push(place));`,
  });
  await framing(browser, pym, async () => {
    await comes(browser);
    const whole = await fits(browser);
    await filter(browser);
    await fits(browser, whole);
    await browser.until('return /^event=warrants&countries=UA$/.test(places.at(-1));');
    const told = (await heard(browser)).filter((one) => typeof one.data === 'string').map((one) => one.data);
    assert.ok(told.includes(`pymxPYMxherexPYMxheightxPYMx${whole}`), told.join(' | '));
    // pym.js tells its width when that changes, and is answered.
    const before = told.length;
    await browser.run("document.getElementById('here').style.inlineSize = '400px'; dispatchEvent(new Event('resize'));");
    await browser.until("return heard.filter((one) => typeof one.data === 'string').length > arguments[0];", before);
    await fits(browser);
    // The link was in the page's own address.
    await chooses(browser, 'warrants');
    assert.deepEqual(await quiet(browser), []);
  }, { fragment: '#dateline.event=warrants' });
});

eachBrowser('@newswire/frames 1.0.0 as the parent, also when it comes late', async (browser) => {
  const newswire = (home) => ({
    'page.html': foreign(`<div data-frame-src="${home}frame.html" data-frame-attribute-title="The widget"></div>`, '<script type="module" src="start.js"></script>'),
    'frames.js': packaged('@newswire/frames/dist/frames.modern.js'),
    'start.js': "import { autoInitFrames } from './frames.js'; autoInitFrames();",
    'late.html': foreign(frame(`${home}frame.html`)),
  });
  await framing(browser, newswire, async ({ other }) => {
    await comes(browser);
    const whole = await fits(browser);
    await filter(browser);
    await fits(browser, whole);
    await browser.open(`${other.origin}/late.html`);
    await comes(browser);
    assert.notEqual(await framed(browser), await high(browser));
    await browser.driver.executeAsyncScript("const done = arguments[0]; import('./frames.js').then(({ observeIframe }) => { observeIframe(document.querySelector('iframe')); done(); });");
    await fits(browser);
    assert.deepEqual(await quiet(browser), []);
  });
});

eachBrowser('in a sandbox without an origin, as AMP and oEmbed hosts make it, it does all of this', async (browser) => {
  const sandboxed = (home) => ({
    'page.html': foreign(frame(`${home}frame.html?event=invasion`, 'data-dateline sandbox="allow-scripts"'), `<script type="module" src="${home}${PROGRAM}dateline-frame.js"></script>`),
  });
  await framing(browser, sandboxed, async () => {
    await comes(browser);
    await fits(browser);
    const [origin, chosen, noise] = await inside(browser, async () => [
      ...(await browser.run("return [origin, deep(document, '[part~=\"event\"][data-selected]')[0]?.id];")),
      await quiet(browser),
    ]);
    assert.deepEqual([origin, chosen], ['null', 'dateline.event=invasion']);
    assert.deepEqual(noise, []);
    await filter(browser);
    await browser.until("return /^#dateline\\.event=invasion&dateline\\.countries=UA$/.test(location.hash);");
    assert.ok((await heard(browser)).every((one) => one.origin === 'null'));
    // A link within the page around reaches it, too.
    await browser.run("location.hash = 'dateline.event=warrants';");
    await chooses(browser, 'warrants');
    // To WebKit 'self' is nothing where there is no origin: such a policy has to name it.
  }, { policy: (origin) => STRICT.replaceAll("'self'", origin) });
});

eachBrowser('in such a sandbox, without the header that opens the files to all, the list stays', async (browser) => {
  const sandboxed = (home) => ({ 'page.html': foreign(frame(`${home}frame.html`, 'sandbox="allow-scripts"')) });
  await framing(browser, sandboxed, async () => {
    await inside(browser, () => browser.stays("return document.querySelector('dateline-widget').state === undefined;"));
    const text = await inside(browser, () => browser.run("return document.querySelector('dateline-widget').innerText;"));
    assert.ok(text.includes(ARTICLE.headline) && ARTICLE.events.every((event) => text.includes(event.title)));
  }, { open: false });
});

eachBrowser('the page stands alone, too: with a link in its query, and nobody to talk to', async (browser) => {
  const news = await newsroom();
  try {
    await browser.open(`${news.home}frame.html?event=invasion&countries=UA,RU&speaker=report&search=%D1%83`);
    await browser.until("return document.querySelector('dateline-widget')?.state === 'ready';");
    const [id, hash] = await browser.run(`return [deep(document, '[part~="event"][data-selected]')[0]?.id ?? null, location.hash];`);
    const { name } = ARTICLE.people.find((person) => person.id === 'report');
    assert.deepEqual(await browser.texts(TOKEN), ['Russia', 'Ukraine', name, '“у”']);
    await openSearch(browser);
    assert.equal(await browser.run('return deep(document, arguments[0])[0].value;', FIELD), 'у');
    assert.match(hash, /^#dateline\.event=invasion&dateline\.speaker=report&dateline\.countries=UA,RU&dateline\.search=%D1%83$/);
    assert.ok(id === 'dateline.event=invasion' || id === null);
    assert.deepEqual(await quiet(browser), []);
  } finally {
    await news.close();
  }
});

eachBrowser('a link out of the frame opens beside the page, not inside the frame', async (browser) => {
  await framing(browser, OWN, async () => {
    await comes(browser);
    const targets = await inside(browser, () => browser.run(`
      const out = Object.assign(document.createElement('a'), { href: 'https://news.example/', textContent: 'out' });
      const within = Object.assign(document.createElement('a'), { href: '#dateline.event=coup', textContent: 'within' });
      document.querySelector('dateline-widget').shadowRoot.append(out, within);
      for (const link of [out, within]) {
        link.addEventListener('click', (event) => event.preventDefault());
        link.click();
      }
      return [out.target, within.target];`));
    assert.deepEqual(targets, ['_blank', '']);
  });
});
