// Measures Dateline beside two other timelines with the same events in one browser,
// prints a table and writes it as JSON.
//
//   node run.js --dist FOLDER --out FILE [--quick] [--repeats N] [--only NAME,…] [--events N,…] [--screens NAME,…]

import { mkdirSync, writeFileSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { start } from './chromium.js';
import { events } from './events.js';
import { median, ms } from './numbers.js';
import { html } from './page.js';
import { ratios, told } from './ratios.js';
import { serve } from './server.js';
import * as dateline from './subjects/dateline.js';
import * as nothing from './subjects/nothing.js';
import * as timelinejs from './subjects/timelinejs.js';
import * as vis from './subjects/vis.js';
import { table } from './table.js';
import { all, first } from './visit.js';

const { values: options } = parseArgs({
  options: {
    dist: { type: 'string' },
    out: { type: 'string' },
    quick: { type: 'boolean', default: false },
    repeats: { type: 'string', default: '3' },
    only: { type: 'string' },
    events: { type: 'string' },
    screens: { type: 'string' },
  },
});
const modules = fileURLToPath(new URL('node_modules', import.meta.url));
const subjects = [dateline, timelinejs, vis].filter(({ name }) => !options.only || options.only.toLowerCase().split(',').some((one) => name.toLowerCase().includes(one)));
const counts = options.events?.split(',').map(Number) ?? (options.quick ? [8, 1000] : [8, 1000, 10_000, 100_000]);
const screens = options.screens?.split(',') ?? (options.quick ? ['desktop'] : ['desktop', 'phone']);
const repeats = Math.max(1, Number(options.repeats));
/** Beyond this many, Dateline goes on alone. */
const TOGETHER = 10_000;

const server = await serve(Object.assign({}, ...subjects.map((one) => one.folders({ dist: options.dist, modules }))));
const browser = await start();
const version = (folder) => JSON.parse(readFileSync(`${modules}/${folder}/package.json`, 'utf8')).version;
const versions = { chromium: browser.product, timelinejs: version('@knight-lab/timelinejs'), vis: version('vis-timeline') };
const began = Date.now();
const say = (line) => console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${line}`);
const rows = [];
const elsewhere = new Map();

process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

/** All there is so far: a run that is stopped half way leaves what it has found. */
function write() {
  if (!options.out) return;
  mkdirSync(dirname(options.out), { recursive: true });
  const machine = { cores: cpus().length, processor: cpus()[0]?.model };
  const all = { date: new Date().toISOString(), versions, machine, repeats, rows, bounds: ratios(rows) };
  writeFileSync(options.out, `${JSON.stringify(all, undefined, 2)}\n`);
}

/** A step's cost without what steering the browser costs by itself. */
const less = (cost, idle) => (typeof cost === 'number' ? Math.max(cost - idle, 0) : cost);

/** What the steps cost where nothing answers to them. */
async function idling(screen) {
  const path = '/page-nothing.html';
  server.put(path, html(nothing.page()));
  const found = [];
  for (let turn = 0; turn < 3; turn += 1) found.push(await all(browser, nothing, screen, server.origin + path));
  return { pan: median(found.map((one) => one.pan?.ms)), zoom: median(found.map((one) => one.zoom?.ms)) };
}

/** Several visits; one that takes too long is not repeated. */
async function measured(subject, count, screen, idle) {
  const path = `/page-${count}-${subject.name}.html`;
  server.put(path, html(subject.page(events(count))));
  const url = server.origin + path;
  const firsts = [];
  const others = [];
  server.forget();
  for (let turn = 0; turn < repeats; turn += 1) {
    firsts.push(await first(browser, subject, screen, url));
    if (firsts.at(-1).trouble) break;
  }
  for (let turn = 0; turn < repeats; turn += 1) {
    const found = await all(browser, subject, screen, url);
    others.push(found);
    if (Object.values(found).includes('too slow')) break;
  }
  const asked = server.asked();
  server.drop(path);
  for (const host of others.flatMap((found) => found.elsewhere ?? [])) {
    elsewhere.set(subject.name, new Set([...(elsewhere.get(subject.name) ?? []), host]));
  }
  const of = (list, pick) => median(list.map(pick));
  const missing = asked.filter(({ bytes }) => bytes === undefined).map(({ path: lost }) => lost);
  return {
    screen,
    events: count,
    name: subject.name,
    bytes: asked.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
    first: of(firsts, (one) => one.trouble ?? one.shown),
    blocking: of(firsts, (one) => one.trouble ?? one.blocking),
    usable: of(others, (one) => one.quick?.usable ?? one.quick),
    pan: less(of(others, (one) => one.pan?.ms ?? one.pan), idle.pan),
    zoom: less(of(others, (one) => one.zoom?.ms ?? one.zoom), idle.zoom),
    interaction: of(others, (one) => one.interaction?.ms ?? one.interaction),
    heap: of(others, (one) => one.heap?.all ?? one.heap),
    heapOfWasm: of(others, (one) => one.heap?.wasm),
    nodes: of(others, (one) => one.nodes),
    nodesAfter: of(others, (one) => one.nodesAfter),
    files: asked,
    ...(missing.length ? { missing } : {}),
    runs: { firsts, others },
  };
}

try {
  for (const screen of screens) {
    const idle = await idling(screen);
    say(`An empty ${screen}: ${ms(idle.pan)} a pan step, ${ms(idle.zoom)} a zoom step, to be taken off all.`);
    for (const count of counts) {
      for (const subject of subjects) {
        if (count > TOGETHER && subject !== dateline) continue;
        say(`${subject.name}, ${count.toLocaleString('en')} events, ${screen} …`);
        const row = await measured(subject, count, screen, idle);
        rows.push(row);
        write();
        const troubles = row.runs.others.flatMap((found) => [
          ...(found.troubles ?? []),
          ...Object.entries(found).filter(([, value]) => typeof value === 'string').map(([what, why]) => `${what} ${why}`),
        ]);
        for (const line of new Set(troubles)) say(`  ${subject.name}: ${line}`);
        if (row.missing) say(`  ${subject.name}: asked for what is not there: ${row.missing.join(', ')}`);
      }
    }
  }
} finally {
  await browser.end();
  await server.end();
}

const bounds = ratios(rows);
console.log(`\n${versions.chromium}, TimelineJS ${versions.timelinejs}, vis-timeline ${versions.vis}; medians of ${repeats}\n`);
console.log(table(rows));
for (const [name, hosts] of elsewhere) {
  console.log(`${name} asked other servers (${[...hosts].join(', ')}), which nothing here can reach; that took it no time.`);
}
if (subjects.length > 1) console.log(`\n${told(bounds)}`);
if (options.out) console.log(`\nWritten to ${options.out}.`);
