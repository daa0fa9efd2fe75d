// What is promised to pages: the manifest and the types say what the element does, no
// more and no less.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CHOICES, LISTS, OPTIONS } from '../../www/element/options.js';
import { SMALL, TILE, WORK, data, eachBrowser, hosting, openAll, openSearch, page, reaches, recipes, settled, test, widget } from './harness/index.js';

const at = (path) => new URL(`../../www/${path}`, import.meta.url);
const { modules: [manifest] } = JSON.parse(readFileSync(at('custom-elements.json'), 'utf8'));
const [element] = manifest.declarations;
const types = readFileSync(at('dateline.d.ts'), 'utf8');
const names = (list) => list.map(({ name }) => name).sort();
const RICH = JSON.parse(readFileSync(new URL('../fixtures/full.json', import.meta.url), 'utf8'));
/** More on one day than have room for marks of their own; no zoom tells them apart. */
const CROWDED = { ...SMALL, events: [SMALL.events[0], ...Array.from({ length: 40 }, (_, which) => ({ id: `same-${which}`, title: `The same day, ${which}`, date: '2023-03-20', countries: ['PL'] }))] };

/** The members of an interface in the types. */
function members(name) {
  const [, body] = types.match(new RegExp(`interface ${name}\\b[^{]*\\{([^]*?)^\\}`, 'm')) ?? assert.fail(`the types have no ${name}`);
  const bare = body.replace(/\/\*\*[^]*?\*\//g, '');
  return [...new Set([...bare.matchAll(/^ {2}(?:readonly )?['"]?([\w-]+)['"]?\??(?:<[^>]*>)?[:(]/gm)].map(([, member]) => member))].sort();
}

test('the manifest names the element, its file and the types of its events', () => {
  assert.equal(manifest.path, 'dateline.js');
  assert.equal(element.tagName, 'dateline-widget');
  for (const { type: { text } } of element.events) {
    for (const [name] of text.matchAll(/Dateline\w+/g)) assert.match(types, new RegExp(`export interface ${name}\\b`));
  }
  assert.deepEqual(names(element.events), members('DatelineEventMap'));
  assert.deepEqual(names(element.members), members('DatelineWidget').filter((name) => name !== 'addEventListener'));
  assert.deepEqual(members('DatelineAttributes'), [...names(element.attributes), 'article'].sort());
});

test('the custom properties are those of the style sheet, with its values', () => {
  const css = readdirSync(at('style')).map((name) => readFileSync(at(`style/${name}`), 'utf8')).join('\n');
  const found = [...css.matchAll(/var\((--dateline-[\w-]+), ([^;]*)\);|^\s*(--dateline-[\w-]+): ([^;]*);/gm)];
  // The page's own font is what stands in for one that is to be inherited.
  const used = found.map(([, name, fallback, own, value]) => [name ?? own, fallback ?? value]).filter(([, value]) => value !== 'inherit');
  assert.deepEqual(names(element.cssProperties), [...new Set(used.map(([name]) => name))].sort());
  for (const { name, default: value } of element.cssProperties) {
    const values = used.filter(([one]) => one === name).map(([, value]) => value);
    for (const one of values) assert.ok(value.includes(one), `${name}: ${one} is not in “${value}”`);
  }
});

test('attributes that know some values have those in manifest and types', () => {
  const quoted = (values) => values.map((value) => `'${value}'`).join(' | ');
  for (const [name, values] of Object.entries(CHOICES)) {
    assert.equal(element.attributes.find((one) => one.name === name)?.type.text, quoted(values), name);
    assert.ok(types.match(new RegExp(`^  ${name}\\?: (.*);$`, 'm'))?.[1].endsWith(quoted(values)), `${name} in the types`);
  }
  for (const [name, values] of Object.entries(LISTS)) {
    const listed = `${values.map((value) => `\`${value}\``).join(', ')}.`;
    assert.ok(element.attributes.find((one) => one.name === name)?.description.endsWith(listed), name);
    assert.match(types, new RegExp(`${listed} \\*/\\n  ${name}\\?: string;`));
  }
  assert.deepEqual(OPTIONS.filter((name) => !names(element.attributes).includes(name)), []);
});

eachBrowser('members, attributes and events are those of the manifest', async (browser) => {
  const heard = "window.dispatched = {}; const { dispatchEvent } = EventTarget.prototype; EventTarget.prototype.dispatchEvent = function (event) { if (event.type.startsWith('dateline')) dispatched[event.type] = { keys: Object.keys(event.detail).sort(), bubbles: event.bubbles, composed: event.composed }; return dispatchEvent.call(this, event); };";
  const wrong = { ...SMALL, events: [...SMALL.events, { id: 'never', title: 'Never', date: '31 February' }] };
  await hosting({ 'one.html': page(widget('id="w"', data(wrong)), { head: '<script src="heard.js"></script>' }), 'heard.js': heard }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'ready');
    await browser.run("document.getElementById('w').select('storm');");
    await browser.until("return 'dateline-select' in dispatched;");
    await browser.click(TILE);
    await browser.until('return Object.keys(dispatched).length >= 4;');
    await browser.steady('return Object.keys(dispatched).length;');
    const { prototype, observed, dispatched } = await browser.run(`
      const made = customElements.get('dateline-widget');
      return {
        prototype: Object.getOwnPropertyNames(made.prototype).filter((name) => name !== 'constructor' && !name.endsWith('Callback')).sort(),
        observed: made.observedAttributes,
        dispatched,
      };`);
    assert.deepEqual(prototype, names(element.members));
    // Some are only read when they are needed.
    const source = ['element', 'style', 'passages'].flatMap((folder) => readdirSync(at(folder)).map((name) => readFileSync(at(`${folder}/${name}`), 'utf8'))).join('\n');
    const read = [...source.matchAll(/[gs]etAttribute\('(\w+)'\)|:where\(\[(\w+)=|\.(id)\b/g)].map(([, name, styled, id]) => name ?? styled ?? id);
    assert.deepEqual(observed.filter((name) => !names(element.attributes).includes(name)), []);
    assert.deepEqual(names(element.attributes).filter((name) => !observed.includes(name) && !read.includes(name)), []);
    assert.deepEqual(Object.keys(dispatched).sort(), names(element.events));
    for (const [name, { keys, bubbles, composed }] of Object.entries(dispatched)) {
      assert.ok(bubbles && composed, `${name} bubbles and crosses shadow roots`);
      const { type: { text } } = element.events.find((one) => one.name === name);
      const [, named] = text.match(/^CustomEvent<(Dateline\w+)>$/) ?? [];
      assert.deepEqual(keys, named ? members(named) : ['problems'], name);
    }
    const problem = await browser.run("return host.told.find((one) => one.name === 'problem').detail.problems[0];");
    assert.deepEqual(Object.keys(problem).sort(), members('DatelineProblem'));
    // Setting what is read only does nothing.
    assert.equal(await browser.run("document.getElementById('w').state = 'idle'; return document.getElementById('w').state;"), 'ready');
  });
});

eachBrowser('the parts are those of the manifest, and each is there', async (browser) => {
  const both = widget('id="w" loading="eager"', data(RICH)) + widget('id="crowded" loading="eager"', data(CROWDED));
  await hosting({ 'parts.html': page(both) }, async (server) => {
    await browser.open(server.at('parts.html'), { width: 1200 });
    await reaches(browser, 'ready');
    await reaches(browser, 'ready', 'crowded');
    await settled(browser);
    await browser.until("return deep(document, '[part~=\"mark\"]').length > 0;");
    await openSearch(browser);
    for (const tile of await browser.all(TILE)) await browser.run("if (arguments[0].ariaExpanded === 'false') arguments[0].click();", tile);
    await openAll(browser);
    const seen = await browser.run("return [...new Set([...document.querySelectorAll('dateline-widget')].flatMap((one) => [...one.shadowRoot.querySelectorAll('[part]')].flatMap(({ part }) => [...part])))].filter((name) => name !== 'problems').sort();");
    assert.deepEqual(seen, names(element.cssParts));
  });
});

eachBrowser('parts and custom properties are a host’s to style', async (browser) => {
  const style = 'dateline-widget { --dateline-accent: rgb(1, 2, 3); --dateline-ink: rgb(4, 5, 6); --dateline-paper: rgb(7, 8, 9); --dateline-title-font: monospace } dateline-widget::part(event-date) { color: rgb(9, 9, 9) }';
  await hosting({ 'own.html': page(widget('id="w"', data(SMALL)), { head: '<link rel="stylesheet" href="own.css">' }), 'own.css': style }, async (server) => {
    await browser.open(server.at('own.html'));
    await reaches(browser, 'ready');
    await browser.run("document.getElementById('w').select('storm');");
    await browser.one('[part~="event"][data-selected]');
    await settled(browser);
    const looks = await browser.run(`
      const of = (selector, name) => getComputedStyle(deep(document, selector)[0])[name];
      return [of('.dateline', 'color'), of('.dateline', 'backgroundColor'), of('.headline', 'fontFamily'), of('[data-selected] .title', 'color'), of('[part~="event-date"]', 'color')];`);
    assert.deepEqual(looks, ['rgb(4, 5, 6)', 'rgb(7, 8, 9)', 'monospace', 'rgb(1, 2, 3)', 'rgb(9, 9, 9)']);
  });
});

eachBrowser('where the fonts are to be the page’s, they are, and nothing else is', async (browser) => {
  const style = 'body { font: italic 300 30px/3 cursive } dateline-widget { --dateline-title-font: inherit; --dateline-text-font: inherit }';
  await hosting({ 'own.html': page(widget('id="w"', data(SMALL)), { head: '<link rel="stylesheet" href="own.css">' }), 'own.css': style }, async (server) => {
    await browser.open(server.at('own.html'));
    await reaches(browser, 'ready');
    const looks = await browser.run(`
      return ['.dateline', '.headline', '.part-title', '.row .title', '.when', '.tile-name', '.imprint'].map((one) => {
        const { fontFamily, fontStyle, fontWeight, fontSize } = getComputedStyle(deep(document, one)[0]);
        return [fontFamily, fontStyle, fontWeight, fontSize].join(' ');
      });`);
    assert.deepEqual(looks, ['400 16', '700 22', '700 17', '400 17', '400 13', '400 17', '400 13'].map((one) => `cursive normal ${one}px`));
  });
});

/** What tsc says, which remembers what it has found of files that have not changed since; its own libraries are not checked. */
function tsc(name, folder, words) {
  const program = fileURLToPath(new URL('./node_modules/typescript/bin/tsc', import.meta.url));
  const kept = ['--skipDefaultLibCheck', '--incremental', '--tsBuildInfoFile', `${WORK}${name}.tsbuildinfo`];
  const { status, stdout } = spawnSync(process.execPath, [program, '--noEmit', ...kept, ...words], { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, `${name}: ${stdout}`);
}

test('tsc agrees with what the scripts say of themselves', () => {
  const www = fileURLToPath(at(''));
  const scripts = ['dateline.js', 'diagnostics.js', 'marked-list.js', 'frame.js', 'dateline-frame.js', 'frame-sentence.js', 'passages/passages.js'];
  const words = ['--checkJs', '--strict', '--moduleDetection', 'force', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--lib', 'es2023,dom,dom.iterable'];
  tsc('scripts', www, [...words, ...scripts]);
});

test('tsc agrees with the types: in TypeScript, in JSX, and in React as docs/embedding.md has it', () => {
  const here = fileURLToPath(new URL('./types/', import.meta.url));
  const [react] = recipes('React', 'ts');
  const printed = `${here}react.ts`;
  writeFileSync(printed, react.replace('./dateline/dateline.js', '../../../www/dateline.js'));
  const strict = ['--strict', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2022,dom,dom.iterable'];
  const runs = [
    ['use.ts', 'use.tsx', '--jsx', 'react-jsx', '--types', 'react'],
    ['plain.tsx', '--jsx', 'react', '--jsxFactory', 'h'],
  ];
  try {
    for (const words of runs) tsc(words[0], here, [...strict, ...words]);
  } finally {
    rmSync(printed);
  }
});
