// @ts-check
/**
 * The article in the marked-up list inside an element, which is what a CMS leaves that
 * takes out scripts. `dateline.js` fetches this file where there are no other data;
 * docs/embedding.md lists the marks.
 */

const HEADING = 'h1,h2,h3,h4,h5,h6';

/** @param {ParentNode} element */
export function article(element) {
  const items = /** @type {HTMLElement[]} */ ([...element.querySelectorAll('[data-date]')]);
  const own = [...element.querySelectorAll(HEADING)].find((one) => !one.closest('[data-date]'));
  return {
    language: items[0]?.closest('[lang]')?.getAttribute('lang') ?? undefined,
    headline: own?.textContent?.trim() ?? document.title,
    events: items.map(event),
  };
}

/** @param {HTMLElement} item @param {number} at */
function event(item, at) {
  const { date, dateText, basis, from, note, countries = '' } = item.dataset;
  /** @param {string} what */
  const texts = (what) => [...item.querySelectorAll(what)].map((one) => one.textContent?.trim()).filter(Boolean);
  const [quote] = texts('blockquote');
  // What is quoted is the source, and a paragraph of it is no text of the event.
  const text = texts('p:not(blockquote p)').join(' ');
  return {
    id: item.id || `event-${at + 1}`,
    title: texts(HEADING)[0],
    text: text || undefined,
    date: { value: date, text: dateText, basis, from, note },
    countries: countries.split(/[ ,]+/).filter(Boolean),
    source: quote ? { quote } : undefined,
  };
}
