// The demonstration, opened the way a reader comes upon it.

import { readFileSync } from 'node:fs';
import { closeBetween } from './between.js';
import { serve } from './server.js';

/** The demonstration's article as its editor wrote it. */
export const ARTICLE = JSON.parse(
  readFileSync(new URL('../../../www/articles/human-rights-2022.json', import.meta.url), 'utf8'),
);

/** The widths that the page is held to: two phones, a tablet, a desk. */
export const WIDTHS = [320, 360, 768, 1200];

let demonstration;

/** The server of the built demonstration; one for all scenarios. */
export function site() {
  demonstration ??= serve({ below: '/news/2023/' });
  return demonstration;
}

/** Ends the demonstration's server, and that of the page between. */
export async function closeSite() {
  await (await demonstration)?.close();
  await closeBetween();
}

/**
 * Opens the demonstration, comes near the widget and waits until it is there.
 *
 * @param {import('./browser.js').Browser} browser
 * @param {{ width?: number, height?: number, dark?: boolean, fragment?: string }} [options]
 */
export async function visit(browser, { fragment = '', ...view } = {}) {
  const { home } = await site();
  await browser.open(home + fragment, view);
  await ready(browser);
}

/** Comes near the widget on the open page and waits until it is there. A page that a server has reloaded meanwhile begins at its top again. */
export async function ready(browser) {
  const come = "document.querySelector('dateline-widget').scrollIntoView({ block: 'start', behavior: 'instant' });";
  await browser.run(come);
  await browser.until(`
    const widget = document.querySelector('dateline-widget');
    if (widget.state === 'idle') ${come}
    return widget.state === 'ready' && deep(document, '[part~="list"]').length > 0;`);
  await settled(browser);
}

/** Waits until two frames have been drawn and nothing moves any more. */
export function settled(browser) {
  return browser.driver.executeAsyncScript(`
    const done = arguments[0];
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const roots = [document, ...[...document.querySelectorAll('*')].flatMap((one) => one.shadowRoot ?? [])];
      const moving = roots.flatMap((root) => root.getAnimations()).filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
      Promise.allSettled(moving.map((one) => one.finished)).then(() => done());
    }));`);
}

/** Waits until no axis glides, runs on or waits to be laid out anew, and the page does not scroll: where all is stays the same for a while. */
export const atRest = (browser) => browser.steady(`
  const place = (one) => Object.values(one.getBoundingClientRect().toJSON()).map(Math.round).join();
  return [scrollX, scrollY, ...deep(document, '[part~="axis"] *').map(place)];`);

/** Texts without differences that a reader does not see. */
export function plain(text) {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Every text of the article that a reader has to find on the page. */
export function promised() {
  const { headline, events, eras, countries, people } = ARTICLE;
  const spoken = new Set();
  const claims = countries.flatMap((country) => [...(country.claims ?? []), ...(country.figures ?? [])]);
  for (const claim of claims) {
    spoken.add(claim.speaker);
  }
  for (const event of events) {
    event.people?.forEach((id) => spoken.add(id));
  }
  return {
    headline,
    titles: [...events, ...(eras ?? [])].map((one) => one.title),
    names: countries.map((country) => country.name),
    quotations: countries.flatMap((country) => (country.claims ?? []).map((claim) => claim.quote).filter(Boolean)),
    claims: countries.flatMap((country) => (country.claims ?? []).map((claim) => claim.text).filter(Boolean)),
    labels: countries.flatMap((country) => (country.figures ?? []).map((figure) => figure.label)),
    speakers: people.filter((person) => spoken.has(person.id)).map((person) => person.name),
  };
}
