// On paper: every fact has a number, and the sentences stand at the end, in that order.

import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { ARTICLE, PAPER, STORY, data, eachBrowser, hosting, onPaper, page, plain, quoteOf, reaches, settled, storyPage, visit, visiting, widget } from './harness/index.js';

/** The sentences that the list of notes holds, and how many marks there are; nothing on the screen. */
const notes = (browser) => browser.run(`
  return [deep(document, '.notes li').map((one) => one.firstChild.textContent), deep(document, '.dateline sup').length];`);

const printing = (browser, what) => browser.run('dispatchEvent(new Event(arguments[0]));', what);

/** What facts rest on words of the article: how each reads, and those words. */
function facts({ events, eras = [], countries = [] }) {
  const cards = countries.flatMap(({ figures = [], claims = [] }) => [...figures, ...claims]);
  const words = (one) => one.source?.quote ?? one.quote;
  return [...events, ...eras, ...cards].filter(words).map((one) => [one.title ?? one.label ?? one.quote ?? one.text, words(one)]);
}

const sentences = (article) => facts(article).map(([, words]) => words);
const quoted = (words) => (/^“.*”$/.test(words) ? words : `“${words}”`);

eachBrowser('while the page is printed the sentences are listed in the order of their facts, and only then', async (browser) => {
  await visit(browser);
  assert.deepEqual(await notes(browser), [[], 0]);
  await printing(browser, 'beforeprint');
  const [listed] = await notes(browser);
  const words = (list) => list.map((one) => plain(one)).sort();
  assert.deepEqual(words(listed), words(sentences(ARTICLE).map(quoted)));
  // Marks and notes belong together: both in the order of the page, and each note of its fact.
  const marks = await browser.run(`
    return deep(document, '.dateline sup').map((one) => {
      const note = one.getRootNode().getElementById(one.querySelector('a').getAttribute('href').slice(1));
      const back = note.getRootNode().getElementById(note.querySelector('a').getAttribute('href').slice(1));
      return [one.textContent, back === one, one.parentElement.textContent.replace(/\\u2060.*/, ''), note.firstChild.textContent];
    });`);
  const bare = (text) => plain(text).replace(/^“(.*)”$/, '$1');
  const known = facts(ARTICLE).map(([fact, words]) => `${bare(fact)}: ${bare(words)}`);
  assert.deepEqual(marks.map(([, , , note]) => note), listed);
  marks.forEach(([mark, leadsBack, fact, note], at) => {
    assert.deepEqual([mark, leadsBack], [`[${at + 1}]`, true]);
    assert.ok(known.includes(`${bare(fact)}: ${bare(note)}`), `${fact} does not rest on ${note}`);
  });
  const [first] = await browser.texts('[part~="event-title"]');
  assert.equal(listed[0], `“${ARTICLE.events.find((event) => first.startsWith(event.title)).source.quote}”`);
  await printing(browser, 'afterprint');
  assert.deepEqual(await notes(browser), [[], 0]);
});

eachBrowser('what is filtered away is not in the notes either, which the print says, and a widget that is gone prints none', async (browser) => {
  await visiting(browser, { 'story.html': storyPage() }, async () => {
    await browser.click('#w-country-1');
    await browser.until("return deep(document, '[part~=\"event\"]').length === 2;");
    await printing(browser, 'beforeprint');
    const [listed, marks] = await notes(browser);
    assert.equal(listed.length, marks);
    assert.ok(listed.includes(`“${quoteOf('event/2')}”`) && !listed.includes(`“${quoteOf('event/0')}”`), `${listed}`);
    assert.deepEqual(await browser.texts('.printed'), ['Only part of this is printed: Germany · 2 of 4 events']);
    await printing(browser, 'afterprint');
    assert.deepEqual(await browser.texts('.printed'), []);
    await browser.run("document.getElementById('w').destroy(); dispatchEvent(new Event('beforeprint'));");
    const listeners = await browser.run('return host.listeners.map((one) => one.type);');
    assert.ok(!listeners.some((type) => type.endsWith('print')), `${listeners}`);
  });
});

/** The texts of a PDF's pages are out of reach; how many pages it has is not. */
const pages = (pdf) => {
  const file = Buffer.from(pdf, 'base64').toString('latin1');
  const streams = [...file.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, bytes]) => {
    try {
      return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return (file + streams.join('')).match(/\/Type\s*\/Page\b/g).length;
};

eachBrowser('a print of the live widget carries marks and notes, and leaves none behind', async (browser) => {
  await visit(browser, { width: 1000, height: 800 });
  await browser.run(`
    window.seen = null;
    const root = document.querySelector('dateline-widget').shadowRoot;
    addEventListener('beforeprint', () => (seen = root.querySelectorAll('.notes li').length));`);
  const pdf = await browser.driver.printPage();
  assert.ok(pages(pdf) >= 3, `${pages(pdf)} pages`);
  assert.equal(await browser.run('return seen;'), sentences(ARTICLE).length);
  assert.equal((await notes(browser))[0].length, 0);
}, { only: ['chromium'], because: 'the other drivers print without telling the page' });

eachBrowser('on paper each fact has a number beside it, the sentence once, and no control', async (browser) => {
  for (const language of ['en', 'ar']) {
    const html = page(widget('id="w" loading="eager"', data({ ...STORY, language })));
    await hosting({ 'one.html': html }, async (server) => {
      await browser.open(server.at('one.html'), { width: 760, height: 900 });
      await reaches(browser, 'ready');
      await onPaper(browser, async () => {
        await printing(browser, 'beforeprint');
        await settled(browser);
        await browser.picture(`print-${language}`);
        const seen = await browser.run(`
          const shown = (selector) => deep(document, selector).filter((one) => one.checkVisibility());
          return {
            marks: shown('.dateline sup').map((one) => one.textContent),
            notes: shown('.notes li').length,
            sources: shown('.sentence').length,
            controls: shown(':is(.dateline, .dateline *):is(button, select, input, .to-article, .icon-button)').length,
            beside: shown('.dateline sup').map((one) => one.closest('.event, .era, .figure, .claim').className.split(' ')[0]),
          };`);
        const { length } = sentences(STORY);
        assert.deepEqual(seen.marks, Array.from({ length }, (_, at) => `[${at + 1}]`));
        assert.deepEqual([seen.notes, seen.sources, seen.controls], [length, 0, 0]);
        assert.deepEqual(seen.beside, ['event', 'event', 'event', 'event', 'era', 'figure', 'claim']);
        await printing(browser, 'afterprint');
      });
    });
  }
}, PAPER);
