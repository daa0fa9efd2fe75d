// From a fact to its sentence in the host's article, and back.

import assert from 'node:assert/strict';
import {
  KEY, READERS, SENTENCES, STORY, TEXT, arrived, bare, colours, contrast, control, eachBrowser, hosting, isBack, isShown, marked, noise, page, pixels, quoteOf, reaches,
  serialised, settled, shown, story, storyPage, visiting,
} from './harness/index.js';

/** What a control is called: it is an icon, and says where it leads. */
const label = (browser, selector) => browser.run("const [one] = deep(document, arguments[0]); return one.ariaLabel ?? one.getAttribute('aria-label');", selector);

for (const [reader, press] of Object.entries(READERS)) {
  eachBrowser(`by ${reader}: from each fact to its sentence, and back`, async (browser) => {
    await hosting({ 'story.html': storyPage() }, async (server) => {
      await browser.open(server.at('story.html'), { width: reader === 'touch' ? 400 : 1200, height: 800 });
      await browser.run("document.getElementById('w').scrollIntoView();");
      await reaches(browser, 'ready');
      assert.ok(!server.requests.some((path) => path.includes('/passages/')), 'nothing is fetched before somebody asks');
      for (const [fact, words] of Object.entries(SENTENCES)) {
        const selector = await control(browser, fact);
        assert.equal(await label(browser, selector), `Show in the article: ${quoteOf(fact)}`);
        const before = await serialised(browser);
        await press(browser, selector);
        await isShown(browser);
        await settled(browser);
        await browser.until("return [...CSS.highlights.get('dateline-shown')].length > 0;");
        await arrived(browser);
        const { words: found, top, bottom, height } = await marked(browser);
        assert.equal(bare(found), bare(words), fact);
        assert.ok(top >= 0 && bottom <= height, `${fact} is in view: ${top} to ${bottom} of ${height}`);
        assert.equal(await browser.run('return focused().textContent;'), `In the article: “${quoteOf(fact)}”`);
        assert.equal(await serialised(browser), before, 'the host’s nodes are as they were');
        if (reader === 'keyboard') await browser.press(KEY.escape);
        else await press(browser, '.passage .back');
        await isBack(browser, selector);
        assert.equal(await browser.run("return CSS.highlights.has('dateline-shown');"), false);
        assert.equal(await serialised(browser), before);
      }
      assert.deepEqual(server.requests.filter((path) => path.includes('/passages/')).map((path) => path.replace(/^.*\/|-[0-9a-f]{8}/g, '')), ['passages.js', 'finder.wasm'], 'and then once');
      assert.deepEqual(await noise(browser), []);
    });
  });
}

const said = (browser, fact) => browser.run("return deep(document, arguments[0])[0].nextElementSibling.textContent;", `[data-source="${fact}"]`);
const CHANGED = 'The sentence this rests on has changed since';

eachBrowser('the mark is painted, with a line under the words; the ring is around them; both go', async (browser) => {
  await visiting(browser, { 'story.html': storyPage() }, async () => {
    const look = async () => colours(pixels(await browser.driver.takeScreenshot()), await frameBox(browser));
    await shown(browser, 'event/0');
    await settled(browser);
    const marks = await look();
    await browser.picture('passage');
    assert.ok(marks.get('207,230,240') > 1000, 'the ground');
    assert.ok(marks.get('11,92,125') > 200, 'the line and the ring');
    assert.ok(marks.get('22,25,27') > 20, 'the words');
    assert.ok(contrast('207,230,240', '22,25,27') >= 7, 'the words are read on the ground');
    assert.ok(contrast('207,230,240', '11,92,125') >= 3, 'the line is told from the ground');
    await browser.run("deep(document, '.passage')[0].remove();");
    await settled(browser);
    const alone = await look();
    assert.ok(alone.get('11,92,125') > 100, 'the line alone');
    await browser.run("document.getElementById('w').destroy();");
    await settled(browser);
    const none = await look();
    assert.ok(!none.get('207,230,240') && !none.get('11,92,125'), 'nothing is left');
  });
});

/** Where the first paragraph is in a picture of the view. */
const frameBox = (browser) => browser.run(`
  const { left, top, right, bottom } = document.querySelector('#story > p').getBoundingClientRect();
  return { left, top: Math.max(0, top), right: Math.min(right, innerWidth), bottom: Math.min(bottom, innerHeight) };`);

eachBrowser('a rule of the host’s own goes before ours, and its sheets stay', async (browser) => {
  await visiting(browser, { 'story.html': storyPage() }, async () => {
    await browser.run(`
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('::highlight(dateline-shown) { background-color: rgb(250, 220, 90) }');
      document.adoptedStyleSheets = [sheet];`);
    await shown(browser, 'event/0');
    await settled(browser);
    const marks = colours(pixels(await browser.driver.takeScreenshot()), await frameBox(browser));
    assert.ok(marks.get('250,220,90') > 1000 && !marks.get('207,230,240'), [...marks.keys()].slice(0, 4).join(' '));
    await browser.press(KEY.escape);
    assert.equal(await browser.run('return document.adoptedStyleSheets.length;'), 1);
  });
});

eachBrowser('where the browser cannot mark text, an overlay stays with the words', async (browser) => {
  const head = '<script src="old.js"></script>';
  const old = 'delete window.Highlight; delete HTMLElement.prototype.showPopover; delete HTMLElement.prototype.popover;';
  const box = '<div class="box"><div class="far"></div><p>In October a <u>storm</u> stopped<br>the works.</p><div class="far"></div></div>';
  const text = TEXT.replace(/<p id="late">.*<\/p>/, box);
  await visiting(browser, { 'story.html': storyPage('id="w"', { head, text }), 'old.js': old }, async () => {
    const before = await serialised(browser);
    const off = () => browser.run(`
      const walker = document.createTreeWalker(document.querySelector('.box p'), NodeFilter.SHOW_TEXT);
      const wanted = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const range = new Range();
        range.selectNodeContents(node);
        wanted.push(...range.getClientRects());
      }
      const lines = deep(document, '.passage .line').map((one) => one.getBoundingClientRect());
      const corners = ({ left, top, right, bottom }) => [left, top, right, bottom];
      return [wanted.length, lines.length, Math.max(...wanted.flatMap((box, at) => corners(box).map((value, side) => Math.abs(value - corners(lines[at])[side]))))];`);
    const stays = async (what) => {
      await settled(browser);
      const [wanted, there, most] = await off();
      assert.ok(wanted >= 4, `${wanted} boxes`);
      assert.equal(there, wanted, what);
      assert.ok(most < 1, `${what}: ${most} px off`);
    };
    const selector = await shown(browser, 'event/2');
    await stays('as it is shown');
    await browser.run('scrollBy({ top: 40, behavior: "instant" });');
    await stays('after the page moved');
    await browser.run("document.querySelector('.box').scrollTop += 30;");
    await stays('after the box around it moved');
    await browser.run("document.getElementById('story').style.paddingTop = '33px'; document.getElementById('story').style.width = '700px';");
    await stays('after its article became narrow');
    await browser.run("document.getElementById('story').removeAttribute('style');");
    const back = await browser.run(`
      const { left, top, right, bottom } = deep(document, '.passage .back')[0].getBoundingClientRect();
      return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && deep(document, '.passage .back')[0].getRootNode().elementFromPoint((left + right) / 2, (top + bottom) / 2).className;`);
    assert.equal(back, 'back', 'the way back is in the window and can be hit');
    // Two engines keep an empty attribute of the test's own.
    assert.equal((await serialised(browser)).replace(' style=""', ''), before);
    await browser.press(KEY.escape);
    await isBack(browser, selector);
    assert.deepEqual(await noise(browser), []);
  });
});

eachBrowser('what has changed since is said, stays as it was quoted, and never leads elsewhere', async (browser) => {
  await visiting(browser, { 'story.html': storyPage() }, async () => {
    const before = await serialised(browser);
    const selector = await control(browser, 'event/3');
    await browser.click(selector);
    await browser.until("return deep(document, arguments[0])[0].nextElementSibling.textContent;", selector);
    assert.equal(await said(browser, 'event/3'), `${CHANGED}: “The bridge opened to traffic on Monday.”`);
    const role = await browser.run("return deep(document, arguments[0])[0].nextElementSibling.localName;", selector);
    assert.equal(role, 'output', 'it is announced: an output is a live region');
    assert.equal(await browser.run("return CSS.highlights.has('dateline-shown') || deep(document, '.passage').length > 0;"), false);
    assert.equal(await serialised(browser), before);
    // The article gets the sentence after all.
    await browser.run("document.getElementById('late').after('The bridge ', Object.assign(document.createElement('i'), { textContent: 'opened' }), ' to traffic on Monday.');");
    await browser.click(selector);
    await isShown(browser);
    assert.equal(bare((await marked(browser)).words), bare('The bridge opened to traffic on Monday.'));
    assert.equal(await said(browser, 'event/3'), '');
  });
});

eachBrowser('an article that changes while a sentence is shown is followed', async (browser) => {
  await visiting(browser, { 'story.html': storyPage() }, async () => {
    const selector = await shown(browser, 'event/2');
    const there = () => browser.until("return CSS.highlights.has('dateline-shown') && getComputedStyle(deep(document, '.passage .here')[0]).display !== 'none';");
    // Its nodes are replaced by equal ones, as a framework does that renders anew.
    await browser.run("const late = document.getElementById('late'); late.replaceWith(late.cloneNode(true));");
    await there();
    await browser.until("return [...CSS.highlights.get('dateline-shown')].every(({ startContainer }) => startContainer.isConnected);");
    assert.equal(bare((await marked(browser)).words), bare('In October a storm stopped the works.'));
    // A word of it is altered: at once nothing is marked any more.
    const now = await browser.driver.executeAsyncScript(`
      const done = arguments[0];
      document.querySelector('#late u').firstChild.data = 'strike';
      Promise.resolve().then(() => done(CSS.highlights.has('dateline-shown')));`);
    assert.equal(now, false);
    await browser.until("return deep(document, arguments[0])[0].nextElementSibling.textContent;", selector);
    assert.match(await said(browser, 'event/2'), new RegExp(`^${CHANGED}`));
    assert.equal(await browser.run('return focused().className;'), 'back', 'the focus is on the way back');
    // And mended, while the reader is at something of the host's.
    await browser.run("document.querySelector('#story a').focus(); document.querySelector('#late u').firstChild.data = 'storm';");
    await there();
    assert.equal(await browser.run('return focused().localName;'), 'a', 'the focus stays where the reader has put it');
    assert.equal(bare((await marked(browser)).words), bare('In October a storm stopped the works.'));
    await browser.click('.passage .back');
    await isBack(browser, selector);
  });
});

eachBrowser('the article is what `for` names, wherever it is', async (browser) => {
  const body = `<article>${STORY.events[2].source.quote}</article><div class="far"></div>
    ${story('id="w" for="named"').replace('<article id="story">', '<article id="story">The other one: ')}
    <section id="named"><p>In October a storm stopped the works.</p></section>`;
  await visiting(browser, { 'story.html': page(body) }, async () => {
    await shown(browser, 'event/2');
    assert.equal(await browser.run("return [...CSS.highlights.get('dateline-shown')].every(({ startContainer }) => startContainer.parentElement.closest('#named'));"), true);
  });
});

eachBrowser('without an article of the host’s it is `<main>`, not a card of the readable list', async (browser) => {
  const card = `<article>${SENTENCES['event/2']}</article>`;
  const body = story().replace('<main><article id="story">', '<main id="story">').replace('</article>', '').replace('<ol>', `${card}<ol>`);
  await visiting(browser, { 'story.html': page(body) }, async () => {
    for (const fact of ['event/2', 'claim/0/0']) {
      await shown(browser, fact);
      assert.equal(bare((await marked(browser)).words), bare(SENTENCES[fact]));
      assert.equal(await browser.run("return [...CSS.highlights.get('dateline-shown')].some(({ startContainer }) => startContainer.parentElement.closest('dateline-widget'));"), false);
      await browser.press(KEY.escape);
    }
  });
});

eachBrowser('from right to left', async (browser) => {
  const article = {
    schema: 1,
    language: 'ar',
    headline: 'مدينة الميناء وجسرها',
    events: [{ id: 'a', title: 'افتتاح الجسر', date: '2023-03-20', source: { quote: 'افتُتح الجسر أمام حركة المرور يوم الاثنين، كما قال رئيس البلدية: «انتظرنا طويلًا».' } }],
  };
  const text = '<p>قبل ذلك لم يكن هناك شيء.</p><p id="ar">افتُتح <a href="#x">الجسر</a> أمام حركة المرور <b>يوم\nالاثنين</b>، كما قال رئيس البلدية: ”انتظرنا طويلًا“. وبعد ذلك عاد الناس.</p><div class="far"></div>';
  const html = storyPage('id="w"', { text, article, language: 'ar' }).replace('<html ', '<html dir="rtl" ');
  await visiting(browser, { 'story.html': html }, async () => {
    const selector = await control(browser, 'event/0');
    assert.ok((await label(browser, selector)).startsWith('اعرضه في المقال: افتُتح'), await label(browser, selector));
    await browser.click(selector);
    await isShown(browser);
    await arrived(browser);
    const { words } = await marked(browser);
    assert.ok(words.startsWith('افتُتح') && words.endsWith('طويلًا“.'), words);
    const [right, ring, back] = await browser.run(`
      const range = new Range();
      range.selectNodeContents(document.querySelector('#ar').firstChild);
      const ring = focused().getBoundingClientRect();
      const back = deep(document, '.passage .back')[0];
      return [range.getBoundingClientRect().right, ring.right, [back.textContent, getComputedStyle(back).direction, back.getBoundingClientRect().left < innerWidth / 2]];`);
    assert.ok(Math.abs(right - ring) < 1, 'the ring begins where the sentence does, on the right');
    assert.deepEqual(back, ['العودة إلى التسلسل الزمني', 'rtl', true], 'the way back is at the end of the lines');
    await browser.picture('passage-right-to-left');
    await browser.press(KEY.escape);
    await isBack(browser, selector);
  }, { view: { width: 400, height: 800 } });
});

/** An element whose shadow root holds the article: the text is partly in the root, partly given to it. */
const SHADOW = `
customElements.define('news-story', class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    const article = document.createElement('article');
    const more = Object.assign(document.createElement('p'), { textContent: 'said Anna Kowal. She counts about 1,400 ' });
    more.append(Object.assign(document.createElement('em'), { textContent: 'cars' }), ' an hour.');
    const inner = document.createElement('span');
    inner.attachShadow({ mode: 'open' }).append('In Oct', document.createElement('slot'));
    inner.append('ober a storm');
    const last = document.createElement('p');
    last.append(inner, ' stopped the works.');
    const far = Object.assign(document.createElement('div'), { className: 'space' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.space { block-size: 3000px }');
    root.adoptedStyleSheets = [sheet];
    const widget = document.createElement('dateline-widget');
    Object.assign(widget, { id: 'w', article: window.DATA });
    article.append(document.createElement('slot'), more, last, far, widget);
    root.append(article);
  }
});`;

eachBrowser('in a host with shadow roots, across their borders', async (browser) => {
  const body = `<news-story><p>Works began on 1 February 2021, a Monday. The council of the <b>town</b> agreed on a bridge in March 2019, by one vote.</p></news-story>`;
  const scripts = { 'shadow.js': `window.DATA = ${JSON.stringify(STORY)};${SHADOW}` };
  await visiting(browser, { 'story.html': page(body + '<script src="shadow.js"></script>'), ...scripts }, async () => {
    const before = await serialised(browser);
    assert.match(before, /said Anna Kowal/);
    const sheets = () => browser.run("const { shadowRoot } = document.querySelector('news-story'); return [document, shadowRoot, shadowRoot.querySelector('span').shadowRoot].map((root) => root.adoptedStyleSheets.length);");
    const bareSheets = await sheets();
    for (const fact of ['event/0', 'event/1', 'event/2', 'figure/0/0']) {
      const selector = await shown(browser, fact);
      await settled(browser);
      const { words } = await marked(browser);
      assert.equal(bare(words), bare(SENTENCES[fact]), fact);
      // A page that glides to the sentence goes on for a moment after it has come into view.
      const box = await browser.steady('const { left, top, right, bottom } = focused().getBoundingClientRect(); return { left, top, right: Math.min(right, innerWidth), bottom };');
      const seen = colours(pixels(await browser.driver.takeScreenshot()), box);
      assert.ok(seen.get('207,230,240') > 300, `${fact} is painted`);
      assert.equal(await serialised(browser), before);
      await browser.click('.passage .back');
      await isBack(browser, selector);
      assert.deepEqual(await sheets(), bareSheets);
    }
    assert.deepEqual(await noise(browser), []);
  });
});

eachBrowser('all of it is given back: marks, sheets, listeners, the layer', async (browser) => {
  await visiting(browser, { 'story.html': storyPage('id="w" annotate') }, async () => {
    await browser.until("return CSS.highlights.has('dateline-fact');");
    const before = await serialised(browser);
    const listeners = () => browser.run('return host.listeners.map((one) => one.type).sort();');
    const keys = async () => (await listeners()).filter((type) => type.startsWith('key'));
    // What keeps a widget apart is there as long as it is shown.
    await reaches(browser, 'ready');
    const apart = await keys();
    await shown(browser, 'event/0');
    assert.ok((await listeners()).includes('scroll'));
    assert.deepEqual(await keys(), apart, 'no key is listened to on the page');
    await browser.run("document.getElementById('w').destroy();");
    assert.deepEqual(await browser.run(`
      return [CSS.highlights.size, document.adoptedStyleSheets.length, deep(document, '.passage, .facts').length];`), [0, 0, 0]);
    assert.deepEqual((await listeners()).filter((type) => ['scroll', 'resize', 'load', 'click'].includes(type)), []);
    assert.equal(await serialised(browser), before);
    // And a second life.
    await browser.run("document.getElementById('w').article = arguments[0];", STORY);
    await reaches(browser, 'ready');
    await browser.until("return CSS.highlights.has('dateline-fact');");
    await shown(browser, 'event/0');
    assert.deepEqual(await noise(browser), []);
  });
});

for (const [what, ending, told] of [['module', /\/passages\.js$/, /passages\/passages\.js could not be loaded/], ['program', /\/finder-[0-9a-f]{8}\.wasm$/, /passages\/finder-[0-9a-f]{8}\.wasm was answered with 500/]]) {
  eachBrowser(`without the ${what} the console says so, and the next try may succeed`, async (browser) => {
    let broken = true;
    await visiting(browser, { 'story.html': storyPage() }, async () => {
      const selector = await control(browser, 'event/0');
      await browser.click(selector);
      await browser.until("return host.told.some(({ name }) => name === 'problem');");
      const [{ detail: { problems: [{ kind, message }] } }] = await browser.run("return host.told.filter(({ name }) => name === 'problem');");
      assert.equal(kind, 'download-failed');
      assert.match(message, told);
      assert.equal(await browser.run("return document.getElementById('w').state;"), 'ready');
      broken = false;
      await browser.click(selector);
      await isShown(browser);
    }, { meddle: (_, request) => (broken && ending.test(request.url) ? { status: 500, body: '' } : undefined) });
  });
}

eachBrowser('what stops the program that finds is a sentence not found, and the widget goes on', async (browser) => {
  const head = '<script src="stops.js"></script>';
  // As a panic in it would.
  const stops = `
    const { Instance, RuntimeError } = WebAssembly;
    WebAssembly.Instance = function (module, imports) {
      const { exports } = new Instance(module, imports);
      if (!exports.finder_read) return { exports };
      return { exports: { ...exports, finder_read(...rest) {
        if (document.body.dataset.stops) throw new RuntimeError('unreachable');
        return exports.finder_read(...rest);
      } } };
    };
    WebAssembly.Instance.prototype = Instance.prototype;`;
  await visiting(browser, { 'story.html': storyPage('id="w"', { head }), 'stops.js': stops }, async () => {
    await browser.run('document.body.dataset.stops = "yes";');
    const selector = await control(browser, 'event/0');
    await browser.click(selector);
    await browser.until("return deep(document, arguments[0])[0].nextElementSibling.textContent;", selector);
    assert.match(await said(browser, 'event/0'), new RegExp(`^${CHANGED}`));
    assert.equal(await browser.run("return document.getElementById('w').state;"), 'ready');
    await browser.run('delete document.body.dataset.stops;');
    await browser.click(selector);
    await isShown(browser);
    assert.deepEqual(await noise(browser), []);
  });
});
