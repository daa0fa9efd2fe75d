// Dateline, as `cargo xtask dist` built it, on a page that begins with it: what the loader
// fetches is told to the browser beforehand, as `build --eager` has it.

import { readdirSync } from 'node:fs';

export const name = 'Dateline';

let early = '';
export const folders = (here) => {
  const fetched = readdirSync(here.dist).filter((file) => file === 'dateline.css' || /^dateline-(?!frame)/.test(file));
  early = fetched.map((file) => `<link rel="${file.endsWith('.js') ? 'modulepreload"' : 'preload" as="fetch" crossorigin media="(device-posture)"'} href="/dateline/${file}">`).join('');
  return { dateline: here.dist };
};

/** More events have titles alone: an article of over 16 MiB is refused. */
const TEXTS = 10_000;

/** The data of an article with these events. */
export const article = (events) => ({
  schema: 1,
  language: 'en',
  headline: 'Ten years at the strait',
  events: events.map(({ id, title, text, start, end, country }) => ({
    id, title, ...(events.length > TEXTS ? {} : { text }), date: end ? `${start}/${end}` : start, countries: [country],
  })),
});

export const page = (events) => ({
  head: `${early}<script type="module" src="/dateline/dateline.js"></script>`,
  body: `<dateline-widget loading="eager"><script type="application/json">${JSON.stringify(article(events))}</script></dateline-widget>`,
});

/** What an event looks like. */
export const shown = ['[part~=event]', '[part~=mark-dot]'];

/** On a phone the axis is folded until it is tapped. */
export const ready = async (tab, hand) => {
  if (await tab.evaluate(`!bench.find('.axis-window')`)) await hand.tap('.axis-fold');
  await tab.until(`!!bench.find('.axis-window [part~=mark]')`);
  await tab.evaluate(`bench.find('.axis-window').scrollIntoView({ block: 'center' })`);
};

/** Where it is held to pan and zoom. */
export const pane = '.axis-window';
/** Something that changes with every step. */
export const place = `bench.all('.axis-stage,.axis-ticks *').slice(0, 12).map((one) => one.style.cssText + one.textContent).join()`;

/** An eighth of all the time, from its middle. */
export const closer = async (tab, hand) => {
  for (let step = 0; step < 3; step += 1) await hand.press('[part~=zoom-in]');
};

export const whole = (tab, hand) => hand.press('[part~=fit]');

export const zoom = 'gesture';
export const buttons = ['[part~=zoom-in]', '[part~=zoom-out]', '[part~=next]', '[part~=next]', '[part~=fit]'];
// A mark's own box has no width.
export const mark = '.axis-window [part~=mark-dot]';
