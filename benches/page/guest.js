// What the widget costs the page around it: Lighthouse's performance, and the
// demonstration with the widget beside the same page without it, on a phone with a slow
// line and a slow processor.
//
//   node guest.js --dist FOLDER --out FILE [--repeats N]

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { start } from './chromium.js';
import { median, seconds } from './numbers.js';
import { serve } from './server.js';
import { open } from './tab.js';
import { audit } from '../../tests/page/harness/lighthouse.js';

const { values: options } = parseArgs({
  options: { dist: { type: 'string' }, out: { type: 'string' }, repeats: { type: 'string', default: '5' } },
});
const repeats = Math.max(1, Number(options.repeats));

/** Later than this in ms a page is at rest. */
const REST = 2000;

/** Runs in the page before all else. */
const PROBE = `(${() => {
  const guest = { shift: 0, tasks: [], near: 0 };
  globalThis.guest = guest;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) guest.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) guest.tasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    const { state } = document.querySelector('dateline-widget') ?? {};
    if (!guest.near && state && state !== 'idle') guest.near = performance.now();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  guest.painted = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
  guest.last = () => Math.max(guest.painted(), ...guest.tasks.map(([start, duration]) => start + duration));
  guest.rests = (rest) => document.readyState === 'complete' && guest.painted() > 0 && performance.now() - guest.last() > rest;
}})()`;

/** One visit: as the page opens, and as a reader scrolls to the widget, or to the end of the same page without it. */
async function visit(browser, url, widget) {
  const tab = await open(browser, 'phone', PROBE);
  try {
    await tab.slowNetwork();
    await tab.slowProcessor(4);
    await tab.go(url);
    await tab.until(`!!globalThis.guest && guest.rests(${REST})`);
    const opened = { paint: await tab.evaluate('guest.painted()'), tasks: await tab.evaluate('guest.tasks') };
    if (await tab.evaluate('guest.near')) throw new Error('The widget was near from the beginning.');
    // A screen in two seconds: nobody who comes to the widget has jumped there. Not by a
    // finger, since layout shifts soon after one are not counted.
    await tab.evaluate(`new Promise((done) => {
      const end = () => scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
      const step = () => {
        const one = document.querySelector('dateline-widget');
        if (one ? one.state === 'ready' || one.getBoundingClientRect().top < 100 : end()) return done();
        scrollBy({ top: 40, behavior: 'instant' });
        setTimeout(step, 100);
      };
      step();
    })`);
    if (widget) await tab.until("document.querySelector('dateline-widget').state === 'ready'");
    await tab.until(`guest.rests(${REST})`);
    const { near, tasks, shift } = await tab.evaluate('({ near: guest.near, tasks: guest.tasks, shift: guest.shift })');
    // The task in which the widget hears that the reader is near begins a moment before that.
    const isBefore = ([begin, duration]) => !near || begin + duration <= near;
    return { ...opened, near, shift, before: tasks.filter(isBefore), after: tasks.filter((one) => !isBefore(one)) };
  } finally {
    await tab.close();
  }
}

const html = readFileSync(`${options.dist}/index.html`, 'utf8');
const bare = html.replace(/<dateline-widget[^]*?<\/dateline-widget>/, '').replace(/<script type="module"[^>]*(?:dateline|page)\.js[^>]*><\/script>/g, '');
if (/dateline-widget|(dateline|page)\.js/.test(bare)) throw new Error('index.html is not as it used to be: the widget cannot be taken out of it.');

const server = await serve({ page: options.dist });
const browser = await start();
const say = (line) => console.log(`  ${line}`);
try {
  server.put('/page/without.html', bare);
  server.put('/page/with.html', html);
  const [without, guest, lighthouse] = [[], [], []];
  // In turn, so that what else the machine does falls on both.
  for (let turn = 0; turn < repeats; turn += 1) {
    without.push(await visit(browser, `${server.origin}/page/without.html`, false));
    guest.push(await visit(browser, `${server.origin}/page/with.html`, true));
  }
  for (let turn = 0; turn < repeats; turn += 1) {
    lighthouse.push(await audit(`${server.origin}/page/with.html`, browser.port, ['performance']));
  }
  const of = (list, pick) => median(list.map(pick));
  const paints = [of(without, (one) => one.paint), of(guest, (one) => one.paint)];
  const longest = (list) => Math.max(0, ...list.flatMap((one) => one.map(([, duration]) => duration)));
  const found = {
    date: new Date().toISOString(),
    chromium: browser.product,
    lighthouse: { version: lighthouse[0].version, performance: of(lighthouse, (one) => one.scores.performance), scores: lighthouse.map((one) => one.scores.performance), metrics: lighthouse[0].metrics },
    paint: { without: paints[0], with: paints[1], ratio: paints[1] / paints[0] },
    shift: of(guest, (one) => one.shift),
    longTasks: {
      without: of(without, (one) => one.tasks.length),
      withoutLongest: longest(without.map((one) => one.tasks)),
      opening: of(guest, (one) => one.tasks.length),
      openingLongest: longest(guest.map((one) => one.tasks)),
      // The reader scrolls, which paints the page itself anew.
      scrolling: of(guest, (one) => one.before.length - one.tasks.length),
      scrollingLongest: longest(guest.map((one) => one.before.slice(one.tasks.length))),
      scrollingWithout: of(without, (one) => one.before.length - one.tasks.length),
      scrollingWithoutLongest: longest(without.map((one) => one.before.slice(one.tasks.length))),
      afterNear: of(guest, (one) => one.after.length),
      afterNearLongest: longest(guest.map((one) => one.after)),
    },
    runs: { without, guest },
  };
  const ms = (value) => `${Math.round(value)} ms`;
  console.log(`\nA guest on the demonstration page: ${browser.product}, a phone on slow 4G and a processor slowed down 4 times, medians of ${repeats}`);
  say(`first contentful paint: ${seconds(paints[0])} without the widget, ${seconds(paints[1])} with it: ${found.paint.ratio.toFixed(3)} times`);
  say(`layout shift, from opening it until the widget is there: ${found.shift.toFixed(4)}`);
  const { longTasks: tasks } = found;
  say(`long tasks while the page opens: ${tasks.opening} (the longest of all runs ${ms(tasks.openingLongest)}); without the widget ${tasks.without} (${ms(tasks.withoutLongest)})`);
  say(`long tasks while the reader scrolls there, until it is near: ${tasks.scrolling} (${ms(tasks.scrollingLongest)}); through the page without it ${tasks.scrollingWithout} (${ms(tasks.scrollingWithoutLongest)})`);
  say(`long tasks once it is near: ${tasks.afterNear} (${ms(tasks.afterNearLongest)})`);
  console.log(`Lighthouse ${found.lighthouse.version}, mobile: performance ${found.lighthouse.performance}, the median of ${found.lighthouse.scores.join(', ')}`);
  if (options.out) {
    mkdirSync(dirname(options.out), { recursive: true });
    writeFileSync(options.out, `${JSON.stringify(found, undefined, 2)}\n`);
    console.log(`Written to ${options.out}.`);
  }
} finally {
  await browser.end();
  await server.end();
}
