// The controls that readers press most, by their selectors, and how they come to those
// that stand behind a press.

import { KEY } from './browser.js';

/** The title of an event in the list: pressed, it opens the event. */
export const ROW = '[part~="event"] > .row > button';
/** A country's tile: pressed, it opens the card and shows that country alone. */
export const TILE = '[part~="country"] > button';
/** How many tiles a wide page has at rest; the others stand behind a press. */
export const TILES = 12;
/** What narrows down what is shown: pressed, it is taken away. */
export const TOKEN = 'button.token';
/** The search field, while the search is open. */
export const FIELD = '[part~="search"] input';

/** The title of the event of this id. */
export const rowOf = (id) => `[part~="event"][id$=".event=${id}"] > .row > button`;

/** The tile of the country of this name. */
export const tileOf = (browser, name) => browser.until(`
  const tile = deep(document, arguments[0]).find((one) => one.querySelector('.tile-name').textContent.trim() === arguments[1]);
  return tile && '#' + CSS.escape(tile.id);`, TILE, name);

/** Opens the search, if it is closed, and goes to its field. */
export async function openSearch(browser) {
  if (!(await browser.all(FIELD)).length) {
    await browser.one('[part~="search-open"]');
    // By keyboard: at the edge of a page WebKitGTK's scrollbar lies over it, and takes the press.
    await browser.run("deep(document, '[part~=\"search-open\"]')[0].focus();");
    await browser.press(KEY.enter);
  }
  await browser.one(FIELD);
  await browser.run('deep(document, arguments[0])[0].focus();', FIELD);
}

/** Opens whatever the list and the countries hold back at rest. */
export async function openAll(browser) {
  const closed = '[part~="more"][aria-expanded="false"]';
  for (;;) {
    const left = (await browser.all(closed)).length;
    if (!left) return;
    await browser.run('deep(document, arguments[0])[0].click();', closed);
    await browser.until('return deep(document, arguments[0]).length !== arguments[1];', closed, left);
  }
}
