// The way to a sentence for everybody and everywhere: the demonstration, assistive
// technology, readers' settings, frames, and articles of a megabyte.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  ARTICLE, FORCED, KEY, STILL, STORY, STRICT, colours, contrast, control, data, eachBrowser, hosting, isBack, isShown, marked, noise, page, pixels, quoteOf, reaches, serialised, settled,
  shown, storyPage, visit, visiting,
} from './harness/index.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const chromium = { only: ['chromium'], because: 'only Chromium hands out its accessibility tree' };

async function violations(browser) {
  await browser.driver.executeScript(axe);
  return browser.driver.executeAsyncScript(`
    const [done] = arguments;
    const options = {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    };
    axe.run(document, options).then(
      ({ violations }) => done(violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 4).map((node) => node.target.flat().join(' ')).join(', '))),
      (trouble) => done([String(trouble)]));`);
}

eachBrowser('in the demonstration every fact leads to its sentence', async (browser) => {
  await visit(browser);
  const before = await serialised(browser);
  const { events, eras, countries } = ARTICLE;
  const resting = (kind, list = []) => list.flatMap((one, at) => (one.source || one.quote ? [`${kind}/${at}`] : []));
  const onCards = countries.flatMap(({ figures, claims }, at) => [...resting(`figure/${at}`, figures), ...resting(`claim/${at}`, claims)]);
  const facts = [...resting('event', events), ...resting('era', eras), ...onCards];
  assert.ok(facts.length > 40, `${facts.length} facts rest on words of the article`);
  for (const fact of facts) {
    await browser.run('deep(document, arguments[0])[0].click();', await control(browser, fact));
    await browser.until("return deep(document, '.passage .here').length && focused().className === 'here';");
    const [words, label] = await browser.run(`
      const ranges = [...CSS.highlights.get('dateline-shown')];
      return [ranges.map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset)).join(''), focused().textContent];`);
    const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, '');
    assert.equal(letters(label), letters(`In the article${words}`), fact);
    await browser.press(KEY.escape);
  }
  // By now every card is open: no other way leads from them.
  const ways = await browser.run("return deep(document, '[data-source^=claim], [data-source^=figure]').map((one) => one.dataset.source);");
  assert.deepEqual(ways.sort(), onCards.sort());
  assert.equal(await serialised(browser), before);
  assert.deepEqual(await noise(browser), []);
});

for (const dark of [false, true]) {
  eachBrowser(`axe finds nothing while a sentence is shown and with the list of sentences open, ${dark ? 'dark' : 'light'}`, async (browser) => {
    await visit(browser, { dark, width: 400, height: 800 });
    await browser.run("document.querySelector('dateline-widget').setAttribute('annotate', '');");
    await browser.until("return CSS.highlights.has('dateline-fact');");
    assert.deepEqual(await violations(browser), [], 'with sentences underlined');
    await browser.run("deep(document, '.facts summary')[0].focus(); deep(document, '.facts')[0].open = true;");
    assert.deepEqual(await violations(browser), [], 'with the list');
    await shown(browser, 'claim/0/0');
    await settled(browser);
    await browser.picture(`passage-${dark ? 'dark' : 'light'}`);
    assert.deepEqual(await violations(browser), [], 'with a sentence shown');
  }, { dark });
}

eachBrowser('focus goes to the sentence, then to the way back, and on into the page; both have names', async (browser) => {
  await visiting(browser, { 'story.html': storyPage() }, async () => {
    const selector = await shown(browser, 'event/0');
    const [, ring, name] = await browser.run(`
      const { outlineStyle, outlineWidth } = getComputedStyle(focused());
      return [focused().className, outlineStyle + ' ' + outlineWidth, focused().textContent];`);
    assert.equal(ring, 'solid 2px');
    assert.equal(name, `In the article: “${quoteOf('event/0')}”`);
    await browser.press(KEY.tab);
    const back = await browser.run('const { width, height } = focused().getBoundingClientRect(); return [focused().className, focused().textContent, Math.min(width, height)];');
    assert.deepEqual(back.slice(0, 2), ['back', 'Back to the timeline']);
    assert.ok(back[2] >= 44, `the target is ${back[2]} px`);
    // Escape is heard there, too; a key that means nothing here is the host's.
    await browser.press('x', KEY.escape);
    await isBack(browser, selector);
    // Who goes back to the widget otherwise takes the mark away.
    await shown(browser, 'event/0');
    await browser.run("deep(document, '[part~=search-open]')[0].focus();");
    await browser.until("return !CSS.highlights.has('dateline-shown') && !deep(document, '.passage').length;");
  });
});

eachBrowser('a screen reader is told of the sentence and of the way back', async (browser) => {
  await visiting(browser, { 'story.html': storyPage() }, async () => {
    await shown(browser, 'event/0');
    const { nodes } = await browser.devtools('Accessibility.getFullAXTree', {});
    const of = (role, name) => nodes.find((node) => !node.ignored && node.role?.value === role && node.name?.value.includes(name));
    const words = nodes.filter((node) => node.role?.value === 'StaticText').map((node) => node.name.value);
    assert.ok(words.includes(`In the article: “${quoteOf('event/0')}”`));
    assert.ok(of('button', 'Back to the timeline'));
    // The page counts as focused, too.
    const focused = nodes.filter((node) => node.properties?.some(({ name, value }) => name === 'focused' && value.value));
    assert.deepEqual(focused.map((node) => node.role.value), ['RootWebArea', 'paragraph']);
  });
}, chromium);

eachBrowser('with forced colours the mark is still seen, and so is the overlay', async (browser) => {
  const media = { 'forced-colors': 'active' };
  for (const head of ['', '<script src="old.js"></script>']) {
    await visiting(browser, { 'story.html': storyPage('id="w"', { head }), 'old.js': 'delete window.Highlight;' }, async () => {
      assert.ok(await browser.run("return matchMedia('(forced-colors: active)').matches;"));
      await shown(browser, 'event/0');
      await settled(browser);
      // Away from the ring around the sentence.
      const box = await browser.run(`
        const { left, top, right, bottom } = focused().getBoundingClientRect();
        return { left: left + 1, top: top + 1, right: right - 1, bottom: bottom - 1 };`);
      const seen = colours(pixels(await browser.driver.takeScreenshot()), box);
      await browser.picture(`passage-forced-${head ? 'overlay' : 'mark'}`);
      const most = [...seen].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
      const [ground, mark] = head ? most : [most[1], most[0]];
      // In Firefox as strong as the system's own, which is told from its ground by 2.9.
      const [canvas, highlight] = await browser.run("return ['Canvas', 'Highlight'].map((color) => Object.assign(document.body.style, { color }) && getComputedStyle(document.body).color.match(/\\d+/g).slice(0, 3).join());");
      assert.equal(ground, canvas, 'the ground of the page, in forced colours');
      assert.ok(seen.get(mark) > 400, `${seen.get(mark)} pixels of ${mark}`);
      const least = browser.name === 'chromium' ? 3 : contrast(canvas, highlight);
      assert.ok(least > 2.5 && contrast(ground, mark) >= least, `${mark} is told from ${ground} by ${contrast(ground, mark)}`);
    }, { view: { media } });
  }
}, FORCED);

for (const [what, way, glides] of [['with less motion asked for, the page does not glide', STILL, false], ['the page glides to the sentence', {}, true]]) {
  eachBrowser(what, async (browser) => {
    const html = storyPage('id="w"', { text: '<p>In October a storm stopped the works.</p><div class="box"></div><div class="box"></div><div class="box"></div><div class="box"></div><div class="box"></div>' });
    await visiting(browser, { 'story.html': html }, async () => {
      await browser.run("window.places = new Set(); addEventListener('scroll', () => places.add(scrollY));");
      await browser.click('#w-event-0');
      await browser.run("document.getElementById('w').select('storm');");
      await browser.until("return deep(document, '[data-source=\"event/2\"]')[0]?.getClientRects().length;");
      await browser.run("deep(document, '[data-source=\"event/2\"]')[0].scrollIntoView({ block: 'center', behavior: 'instant' });");
      await settled(browser);
      const start = await browser.run('places.clear(); return scrollY;');
      await browser.run("deep(document, '[data-source=\"event/2\"]')[0].click();");
      await isShown(browser);
      await browser.until("const { top } = focused().getBoundingClientRect(); return top >= 0 && top < innerHeight;");
      // Between where it was and where it is now; Firefox rounds that a frame later.
      const between = await browser.run('return [...places].filter((place) => Math.min(Math.abs(place - arguments[0]), Math.abs(place - scrollY)) > 1).length;', start);
      assert.ok(glides ? between > 1 : between === 0, `${between} places on the way`);
    }, { view: { height: 700, ...way } });
  }, way);
}

const framing = { policy: `${STRICT}; frame-src 'self'` };
const FRAMED = (inside) => page(`<dateline-widget id="w">${data(inside)}<ol><li>The readable list</li></ol></dateline-widget>`);
const AROUND = (script) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Around</title><article>${STORY.events[2].source.quote}</article>
  <iframe id="f" title="The widget" width="700" height="900" src="framed.html"></iframe>${script}</html>`;

async function inFrame(browser, server) {
  await browser.open(server.at('around.html'));
  await browser.driver.switchTo().frame(await browser.one('#f'));
  await reaches(browser, 'ready');
  await browser.run("document.getElementById('w').select('works');");
  await browser.until("return deep(document, '[data-source=\"event/1\"]')[0]?.getClientRects().length;");
}

eachBrowser('in a frame a link leads to the words in the article', async (browser) => {
  await hosting({ 'around.html': AROUND(''), 'framed.html': FRAMED(STORY) }, async (server) => {
    await inFrame(browser, server);
    // A new tab is none of this test's business.
    await browser.run("addEventListener('click', (event) => event.composedPath()[0].localName === 'a' && event.preventDefault());");
    await browser.click('[data-source="event/1"]');
    const link = await browser.until("const link = deep(document, '[data-source=\"event/1\"] + output a')[0]; return link && [link.href, link.target, link.rel, link.textContent];");
    assert.deepEqual(link, ['https://news.example/2023/bridge#:~:text=Works%20began%20on%201%20February%202021,-%2C%20a%20Monday', '_blank', 'noopener', 'Show in the article: Works began on 1 February 2021']);
    assert.deepEqual(await noise(browser), []);
  }, framing);
});

eachBrowser('in a frame whose parent has a script of ours, that is asked', async (browser) => {
  const around = `addEventListener('message', ({ source, data, ports }) => {
    if (source === document.getElementById('f').contentWindow && data.type === 'show') {
      window.asked = data;
      ports[0].postMessage(true);
    }
  });`;
  await hosting({ 'around.html': AROUND('<script src="around.js"></script>'), 'around.js': around, 'framed.html': FRAMED(STORY) }, async (server) => {
    await inFrame(browser, server);
    await browser.click('[data-source="event/1"]');
    const asked = await browser.until('return parent.asked;');
    assert.deepEqual(asked, {
      sentinel: 'dateline', type: 'show', quote: 'Works began on 1 February 2021', before: null, after: ', a Monday', text: 'Works%20began%20on%201%20February%202021,-%2C%20a%20Monday',
    });
    // It does not say whether it has found it: a link stands beside the control, and is not followed by itself.
    const link = await browser.until("const link = deep(document, '[data-source=\"event/1\"] + output a')[0]; return link && [link.textContent, link.href.split('#:~:text=')[1]];");
    assert.deepEqual(link, ['Show in the article: Works began on 1 February 2021', asked.text]);
    assert.equal((await browser.driver.getAllWindowHandles()).length, 1);
  }, framing);
});

eachBrowser('in a frame without an article, and with no way to one, nothing is said to have changed', async (browser) => {
  const { source, ...alone } = STORY;
  const card = `<article>${STORY.events[1].source.quote}, a Monday</article>`;
  await hosting({ 'around.html': AROUND(''), 'framed.html': FRAMED(alone).replace('<ol>', `${card}<ol>`) }, async (server) => {
    await inFrame(browser, server);
    await browser.click('[data-source="event/1"]');
    const words = await browser.until("return deep(document, '[data-source=\"event/1\"] + output')[0].textContent;");
    assert.equal(words, `In the article: “${STORY.events[1].source.quote}”`);
  }, framing);
});

/** A megabyte of text in paragraphs, and a thousand sentences of it with facts. */
function long() {
  const words = 'the of and to in that said State Department report war on for with crimes Ukraine people more than 2,900 killed detained since military coup February 2021 women girls government forces children court warrants it'.split(' ');
  let state = 1;
  const next = (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const paragraphs = [];
  const quotes = [];
  for (let size = 0; size < 1_000_000;) {
    const sentence = Array.from({ length: 12 }, () => words[next(words.length)]).join(' ');
    const [a, b] = [sentence.indexOf(' ', 20), sentence.indexOf(' ', 40)];
    paragraphs.push(`<p>${quotes.length} ${sentence.slice(0, a)} <a href="#${quotes.length}">${sentence.slice(a, b)}</a> — <em>${sentence.slice(b)}</em>. ${'and so it went on. '.repeat(40)}</p>`);
    quotes.push(`${quotes.length} ${sentence.slice(0, a)} ${sentence.slice(a, b)}-${sentence.slice(b)}.`);
    size += paragraphs.at(-1).length;
  }
  while (quotes.length < 1000) quotes.push(quotes[quotes.length % 700]);
  const events = quotes.slice(0, 1000).map((quote, at) => ({ id: `e${at}`, title: `Event ${at}`, date: '2022', source: { quote } }));
  return { text: paragraphs.join('\n'), article: { schema: 1, language: 'en', headline: 'A long one', events } };
}

eachBrowser('a thousand facts in a megabyte: found and underlined without a long task', async (browser) => {
  const { text, article } = long();
  await visiting(browser, { 'story.html': storyPage('id="w"', { text, article }) }, async () => {
    await settled(browser);
    const once = (work) => browser.driver.executeAsyncScript(`
      const done = arguments[0];
      const tasks = [];
      const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration))));
      const widget = document.getElementById('w');
      const wait = (end) => new Promise((resolve) => {
        const look = () => (end() ? resolve() : setTimeout(look, 20));
        look();
      });
      (async () => {
        widget.removeAttribute('annotate');
        await wait(() => !CSS.highlights.has('dateline-fact'));
        // What was found is found anew.
        document.querySelector('#story p').append(' Once more.');
        await new Promise((resolve) => setTimeout(resolve, 300));
        ${work}
        const took = Math.round(performance.now() - start);
        await new Promise((resolve) => setTimeout(resolve, 300));
        observer.disconnect();
        done([took, tasks]);
      })();`);
    // On a machine that is busy with something else any task may become long; what is too
    // long by itself is so every time.
    const measure = async (what, work) => {
      const all = [];
      for (let time = 0; time < 8 && all.at(-1)?.[1].length !== 0; time += 1) all.push(await once(work));
      console.log(`${article.events.length} facts in ${text.length} bytes ${what}: ${all.map(([took, tasks]) => `${took} ms, long tasks ${JSON.stringify(tasks)}`).join('; ')}`);
      assert.deepEqual(all.at(-1)[1], []);
    };
    const begin = "const start = performance.now(); observer.observe({ type: 'longtask' });";
    const on = "widget.setAttribute('annotate', ''); await wait(() => CSS.highlights.get('dateline-fact')?.size > 0);";
    // The layout of so much text is the page's own, and done by now.
    await measure('underlined', begin + on);
    const { words } = await marked(browser, 'dateline-fact');
    assert.ok(words.length > 40_000, `${words.length} characters are underlined`);
    await measure('followed', `${on}
      const [first] = CSS.highlights.get('dateline-fact');
      await new Promise((resolve) => setTimeout(resolve, 300));
      ${begin}
      document.querySelector('#story p').append(' And that is all.');
      await wait(() => CSS.highlights.has('dateline-fact') && !CSS.highlights.get('dateline-fact').has(first));`);
  });
}, { only: ['chromium'], because: 'only Chromium reports long tasks' });
