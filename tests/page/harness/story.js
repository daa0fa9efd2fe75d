// An article whose sentences carry facts, as host pages write such: over links and
// emphasis, with other quotation marks and spaces than the data, twice, far away.

import { KEY } from './browser.js';
import { data, hosting, page } from './host.js';
import { settled } from './visit.js';

/** The facts' names, as the page calls them, and the words that are to be found. */
export const SENTENCES = {
  'event/0': 'The council of the town agreed on a bridge in March 2019, by one vote.',
  'event/1': 'Works began on 1 February 2021',
  'event/2': 'In October a storm stopped the works.',
  'era/0': 'For two years the harbour was a building site',
  'claim/0/0': 'We have waited "long enough"',
  'figure/0/0': 'about 1,400 cars an hour',
};

export const STORY = {
  schema: 1,
  language: 'en',
  headline: 'A harbour town and its bridge',
  published: '2023-03-21',
  source: { name: 'The Harbour Post', url: 'https://news.example/2023/bridge' },
  people: [{ id: 'mayor', name: 'Anna Kowal', role: 'mayor of the town' }],
  events: [
    { id: 'plan', title: 'The town plans a bridge', date: '2019-03', countries: ['PL'], source: { quote: 'The council of the town agreed on a bridge in March 2019, by one vote.' } },
    { id: 'works', title: 'Works begin', date: '2021-02-01', countries: ['PL', 'DE'], source: { quote: 'Works began on 1 February 2021', after: ', a Monday' } },
    { id: 'storm', title: 'A storm stops the works', date: '2022-10-14', countries: ['DE'], source: { quote: 'In October a storm stopped the works.' } },
    { id: 'opening', title: 'The bridge opens', date: '2023-03-20', countries: ['PL'], source: { quote: 'The bridge opened to traffic on Monday.' } },
  ],
  eras: [{ id: 'site', title: 'Building works', date: '2021-02/2023-03', source: { quote: 'For two years the harbour was a building site' } }],
  countries: [
    {
      code: 'PL',
      name: 'Poland',
      claims: [{ speaker: 'mayor', verb: 'says', quote: 'We have waited “long enough”' }],
      figures: [{ value: 1400, qualifier: 'about', label: 'cars an hour', source: { quote: 'about 1,400 cars an hour' } }],
    },
    { code: 'DE', name: 'Germany' },
  ],
};

/** The words that a fact rests on, as the data have them. */
export function quoteOf(fact, { events, eras, countries } = STORY) {
  const [kind, at, entry] = fact.split('/');
  const one = { event: () => events[at], era: () => eras[at], claim: () => countries[at].claims[entry], figure: () => countries[at].figures[entry] }[kind]();
  return one.source?.quote ?? one.quote;
}

/** The article's text. The bridge's opening is not in it. */
export const TEXT = `
<h1>A harbour town and its bridge</h1>
<p>The council of <a href="#town">the <b>town</b></a> agreed on a
   <em>brid<i>ge</i></em> in<br>March&nbsp;2019, by <strong>one</strong> vote.<script type="text/plain">In October</script></p>
<p>Works began on 1 February 2021, it was planned. <span>Works began on 1&#8239;February 2021</span>, a Monday.</p>
<div class="far"></div>
<blockquote>« We have <span class="word">waited</span> "long enough" »,</blockquote> <p>said Anna Kowal. She counts about 1,400&#8203; cars an
hour. For two years the harbour was a build&shy;ing site.</p>
<p hidden>In October a storm stopped the works.</p>
<p id="late">In October a <u>storm</u> stopped the works.</p>
<div class="far"></div>`;

/** The widget after the text, in one article. */
export const story = (attributes = 'id="w"', { text = TEXT, article = STORY } = {}) =>
  `<main><article id="story">${text}<dateline-widget ${attributes}>${data(article)}<ol><li>The readable list</li></ol></dateline-widget></article><div class="far"></div></main>`;

export const storyPage = (attributes, options) => page(story(attributes, options), options);

/** What opens what hides the control of a fact, each the innermost first: an event's row, the eras, a country's card. */
const card = (at) => [`-country-${at}`, `-open-claims-${at}`, '-open-countries'];
const OPENERS = { event: (at) => [`-event-${at}`, '-open-events'], era: () => ['-open-eras'], claim: card, figure: card };

/** Opens what hides the control of a fact, and names the control. */
export async function control(browser, fact) {
  const [kind, at] = fact.split('/');
  const selector = `[data-source="${fact}"]`;
  await browser.until(`
    const [selector, openers] = arguments;
    if (deep(document, selector)[0]?.getClientRects().length) return true;
    const closed = openers.flatMap((name) => deep(document, \`[id$="\${name}"][aria-expanded="false"]\`));
    closed[0]?.click();
    return false;`, selector, OPENERS[kind](at));
  // What opens takes a moment, in which the control is on its way.
  await settled(browser);
  return selector;
}

/** Waits until a sentence is shown and has the focus. */
export const isShown = (browser) => browser.until("return focused()?.matches?.('.passage .here');");

/** The marked words, and where they are in the window: as the browser's own ranges tell. */
export const marked = (browser, name = 'dateline-shown') => browser.run(`
  const ranges = [...CSS.highlights.get(arguments[0]) ?? []].map((one) => {
    const range = new Range();
    range.setStart(one.startContainer, one.startOffset);
    range.setEnd(one.endContainer, one.endOffset);
    return range;
  });
  const boxes = ranges.flatMap((range) => [...range.getClientRects()]);
  return { words: ranges.map(String).join(''), top: Math.min(...boxes.map((box) => box.top)), bottom: Math.max(...boxes.map((box) => box.bottom)), height: innerHeight };`, name);

/** The whole page as text: the host's nodes, those of its shadow roots, and none of the widget's own. */
export const serialised = (browser) => browser.run(`
  const below = (root) => [...root.querySelectorAll('*')].flatMap((one) =>
    one.shadowRoot && one.localName !== 'dateline-widget' ? [one.localName + one.shadowRoot.innerHTML, ...below(one.shadowRoot)] : []);
  return [document.documentElement.outerHTML, ...below(document)].join('\\n');`);

/** Words without the spaces between them and what nobody sees: a line break is no text. */
export const bare = (words) => words.normalize('NFC').replace(/[\s\u00ad\u200b]/g, '');

/** Opens a page of the story and comes near its widget. */
export async function visiting(browser, pages, work, { view, ...options } = {}) {
  await hosting(pages, async (server) => {
    await browser.open(server.at('story.html'), view);
    await browser.until("return customElements.get('dateline-widget') && deep(document, 'dateline-widget').length > 0;");
    await browser.run("deep(document, 'dateline-widget')[0].scrollIntoView();");
    await browser.until("return deep(document, 'dateline-widget')[0].state === 'ready';");
    await work(server);
  }, options);
}

/** Has the sentence of a fact shown, and waits until it is where it is to stay. */
export async function shown(browser, fact) {
  const selector = await control(browser, fact);
  await browser.click(selector);
  await isShown(browser);
  await arrived(browser);
  return selector;
}

/** Waits until the shown sentence is in view: a page that moves smoothly takes its time. */
export const arrived = (browser) => browser.until(`
  const { top, bottom } = deep(document, '.passage .here')[0].getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;`);

/** Waits until the control of a fact has the focus and is in view, and no sentence is shown any more. */
export const isBack = (browser, selector) => browser.until(`
  const one = deep(document, arguments[0])[0];
  const { top, bottom } = one.getBoundingClientRect();
  return focused() === one && top >= 0 && bottom <= innerHeight && !deep(document, '.passage').length;`, selector);

/** What the page said, and what its policy forbade. */
export const noise = async (browser) => {
  const { errors, reports } = await browser.probe();
  return [...errors, ...reports];
};

/** How each kind of reader presses what a selector names. */
export const READERS = {
  mouse: (browser, selector) => browser.click(selector),
  touch: (browser, selector) => browser.tap(selector),
  async keyboard(browser, selector) {
    await browser.run('deep(document, arguments[0])[0].focus({ focusVisible: true });', selector);
    await browser.press(KEY.enter);
  },
};
