// From a sentence of the host's article to its fact in the widget.

import assert from 'node:assert/strict';
import { KEY, SENTENCES, STORY, TOKEN, bare, eachBrowser, isShown, marked, noise, openSearch, pause, quoteOf, serialised, stays, storyPage, tileOf, visiting } from './harness/index.js';

const ATTRIBUTES = 'id="w" annotate';
/** The facts whose sentences are in the text, in its order. */
const IN_ORDER = ['event/0', 'event/1', 'claim/0/0', 'figure/0/0', 'era/0', 'event/2'];
const underlined = (browser) => browser.until("return CSS.highlights.has('dateline-fact');");
/** Presses the middle of the first box of a node of the host's. */
async function press(browser, kind, selector) {
  const element = await browser.run("return document.querySelector(arguments[0]);", selector);
  await browser.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });", element);
  await browser.pointer(kind, element);
}
/** Waits until the control of a fact has the focus and is in view. */
const isOpen = (browser, fact) => browser.until(`
  const one = focused();
  const box = one?.getBoundingClientRect();
  return one?.dataset?.source === arguments[0] && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;`, fact);

eachBrowser('with `annotate` sentences that carry a fact are underlined, each once, and no other words', async (browser) => {
  await visiting(browser, { 'story.html': storyPage(ATTRIBUTES) }, async () => {
    const before = await serialised(browser);
    await underlined(browser);
    const { words } = await marked(browser, 'dateline-fact');
    assert.equal(bare(words), bare(IN_ORDER.map((fact) => SENTENCES[fact]).join('')));
    assert.equal(await serialised(browser), before);
    // A sentence that comes later is underlined as well.
    await browser.run("document.getElementById('late').append(' The bridge opened to traffic on Monday.');");
    await browser.until("return [...CSS.highlights.get('dateline-fact')].some((one) => one.startContainer.data.includes('opened to traffic'));");
    // And when the host thinks better of it, none.
    await browser.run("document.getElementById('w').removeAttribute('annotate');");
    await browser.until("return !CSS.highlights.has('dateline-fact') && document.adoptedStyleSheets.length === 0 && !deep(document, '.facts').length;");
    await browser.run("document.getElementById('w').setAttribute('annotate', '');");
    await underlined(browser);
    assert.deepEqual(await noise(browser), []);
  });
});

eachBrowser('without `annotate` nothing is fetched, marked or listened to', async (browser) => {
  await visiting(browser, { 'story.html': storyPage() }, async (server) => {
    await stays('nothing is fetched', () => !server.requests.some((path) => path.includes('/passages/')));
    assert.equal(await browser.run('return CSS.highlights.size;'), 0);
  });
});

for (const kind of ['mouse', 'touch']) {
  eachBrowser(`by ${kind}: choosing a sentence opens its fact, and from there leads back`, async (browser) => {
    await visiting(browser, { 'story.html': storyPage(ATTRIBUTES) }, async () => {
      await underlined(browser);
      const before = await serialised(browser);
      for (const [place, fact] of [['#late u', 'event/2'], ['.word', 'claim/0/0'], ['#story > p > strong', 'event/0']]) {
        await press(browser, kind, place);
        await isOpen(browser, fact);
        if (fact.startsWith('event')) {
          const open = await browser.run("return focused().closest('[part~=event]').querySelector('.row > button').ariaExpanded;");
          assert.equal(open, 'true');
        }
        await browser.press(KEY.enter);
        await isShown(browser);
        assert.equal(bare((await marked(browser)).words), bare(SENTENCES[fact]));
        await browser.press(KEY.escape);
        await isOpen(browser, fact);
        assert.equal(await serialised(browser), before);
      }
      assert.deepEqual(await noise(browser), []);
    });
  });
}

eachBrowser('a link in a sentence stays a link, words beside it are nothing, and text can be selected', async (browser) => {
  await visiting(browser, { 'story.html': storyPage(ATTRIBUTES) }, async () => {
    await underlined(browser);
    const still = async (what) => {
      await stays(`${what} does nothing`, () => browser.run("return !focused()?.dataset?.source && !host.told.some(({ name }) => name === 'select');"));
    };
    await press(browser, 'mouse', '#story a b');
    assert.equal(await browser.run('return location.hash;'), '#town');
    await still('a link');
    await press(browser, 'mouse', '#story h1');
    await still('a heading');
    // The first of the two is not meant: the words after it tell.
    const [x, y] = await browser.run(`
      const range = new Range();
      const node = document.querySelectorAll('#story > p')[1].firstChild;
      range.setStart(node, 3);
      range.setEnd(node, 4);
      scrollTo(0, 0);
      const { left, top } = range.getBoundingClientRect();
      return [Math.round(left + 2), Math.round(top + 4)];`);
    await browser.pointer('mouse', 'viewport', { x, y });
    await still('words that are no fact’s');
    await browser.run("getSelection().selectAllChildren(document.querySelector('#late'));");
    await browser.run("document.querySelector('#late u').click();");
    await still('a selection');
  });
});

eachBrowser('by keyboard: a list of the sentences, in the order of the text, leads to the facts', async (browser) => {
  await visiting(browser, { 'story.html': storyPage(ATTRIBUTES) }, async () => {
    await underlined(browser);
    const summary = await browser.one('.facts summary');
    const hidden = await browser.run('const { width, height } = arguments[0].parentElement.getBoundingClientRect(); return width <= 1 && height <= 1;', summary);
    assert.ok(hidden, 'it is out of sight until the focus comes to it');
    // From what stands before the widget, the next stop is the list.
    await browser.run("document.querySelector('#story a').focus();");
    await browser.press(KEY.tab);
    assert.equal(await browser.run('return focused().localName;'), 'summary');
    assert.deepEqual(await browser.texts('.facts summary'), ['Facts in this article']);
    assert.ok(await browser.run("return focused().getBoundingClientRect().height >= 24;"));
    await browser.press(KEY.enter);
    await browser.until("return deep(document, '.facts li').length;");
    assert.deepEqual(await browser.texts('.facts li'), IN_ORDER.map((fact) => quoteOf(fact)));
    await browser.picture('annotate-list');
    for (let stop = 0; stop < 3; stop += 1) await browser.press(KEY.tab);
    await browser.press(KEY.enter);
    await isOpen(browser, 'claim/0/0');
    await browser.press(KEY.enter);
    await isShown(browser);
    await browser.press(KEY.escape);
    await isOpen(browser, 'claim/0/0');
  });
});

eachBrowser('a fact that the reader had filtered away is shown again', async (browser) => {
  await visiting(browser, { 'story.html': storyPage(ATTRIBUTES) }, async () => {
    await underlined(browser);
    await browser.click(await tileOf(browser, 'Germany'));
    await browser.until("return deep(document, '[part~=\"event\"]').length === 2;");
    await press(browser, 'mouse', '#story > p > strong');
    await isOpen(browser, 'event/0');
    assert.equal((await browser.all('[part~="event"]')).length, STORY.events.length);
    await openSearch(browser);
    await (await browser.one('.speaker-choice option[value="0"]')).click();
    await browser.until("return deep(document, '[part~=\"event\"]').length === 0;");
    // Two presses of one place in a row would be a double click, which selects a word.
    await pause(1000);
    await press(browser, 'mouse', '#story > p > strong');
    await isOpen(browser, 'event/0');
    assert.equal((await browser.all(TOKEN)).length, 0, 'nobody is heard alone any more');
  });
});
