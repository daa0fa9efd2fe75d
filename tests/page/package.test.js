// The package for npm, as a newsroom without Rust has it: installed from its file into an
// empty folder, without a network.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { STRICT, eachBrowser, ready, recipes, serve, test, until } from './harness/index.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PACKAGES = join(ROOT, 'target/package');
const NATIVE = join(ROOT, 'target/debug/dateline');
const tarball = existsSync(PACKAGES) && readdirSync(PACKAGES).find((name) => name.endsWith('.tgz'));
const skip = !tarball ? 'there is no package: `cargo xtask package` builds it' : !existsSync(NATIVE) ? 'there is no native command: `cargo build --package dateline-cli` builds it' : '';
const only = { only: ['chromium'], because: 'what is built is tested in the others elsewhere', alone: true, skip };
/** What the command weighs at most. */
const LIMIT = 6_000_000;

const rooms = [];
function room(name) {
  rooms.push(mkdtempSync(join(tmpdir(), `dateline-${name}-`)));
  return rooms.at(-1);
}
after(() => rooms.forEach((folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })));

/** Runs a program to its end. */
function ran(folder, file, words, { input, environment = {} } = {}) {
  const { status, stdout, stderr, error } = spawnSync(file, words, { cwd: folder, input, encoding: 'utf8', maxBuffer: 2 ** 27, env: { ...process.env, ...environment } });
  if (error) throw error;
  return { status, stdout, stderr };
}

let installed;
/** How long the installation took, in ms. */
let installation = 0;
/** The folder that the package was installed into, once. */
function newsroom() {
  if (!installed) {
    const folder = room('newsroom');
    const began = Date.now();
    const { status, stderr } = ran(folder, 'npm', ['install', '--offline', '--no-audit', '--no-fund', '--loglevel=error', join(PACKAGES, tarball)]);
    assert.equal(status, 0, stderr);
    installed = folder;
    installation = Date.now() - began;
  }
  return installed;
}
const npx = (folder, ...words) => ran(folder, 'npx', ['--no-install', 'dateline', ...words]);
/** Without npx, which takes its time to find the same file. */
const packed = (folder, words, more) => ran(folder, process.execPath, [join(newsroom(), 'node_modules/dateline/bin/dateline.js'), ...words], more);
const native = (folder, words, more = {}) => ran(folder, NATIVE, words, { ...more, environment: { DATELINE_DIST: join(newsroom(), 'node_modules/dateline/widget') } });

/** Every file below a folder with its bytes, by path. */
function files(folder, below = '') {
  const all = readdirSync(join(folder, below), { withFileTypes: true });
  return Object.fromEntries(all.flatMap((one) => {
    const path = `${below}${one.name}`;
    return one.isDirectory() ? Object.entries(files(folder, `${path}/`)) : [[path, readFileSync(join(folder, path)).toString('base64')]];
  }));
}

test('the package is one file without dependencies or scripts of installation, and its command is light', () => {
  const home = join(newsroom(), 'node_modules/dateline');
  const { dependencies, scripts, engines } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  assert.deepEqual([dependencies, scripts, engines.node], [undefined, undefined, '>=20']);
  assert.deepEqual(readdirSync(join(newsroom(), 'node_modules')).filter((name) => !name.startsWith('.')), ['dateline']);
  assert.ok(statSync(join(home, 'bin/dateline.wasm')).size <= LIMIT);
  const listed = JSON.parse(readFileSync(join(home, 'widget/integrity.json'), 'utf8'));
  const there = Object.keys(files(join(home, 'widget'))).filter((name) => name !== 'integrity.json').sort();
  assert.deepEqual(Object.keys(listed.files).sort(), there);
  for (const name of ['words/uk.txt', 'dateline.d.ts', 'problems.json', 'passages/passages.js']) assert.ok(there.includes(name), name);
  const manifest = JSON.parse(readFileSync(join(home, 'custom-elements.json'), 'utf8'));
  assert.ok(existsSync(join(home, manifest.modules[0].path)));
}, { skip });

test('a server that renders pages may import it', () => {
  const { status, stderr } = ran(newsroom(), process.execPath, ['--input-type=module', '-e', "import 'dateline'; import { DatelineWidget } from 'dateline/element'; if (typeof DatelineWidget !== 'function') throw 1;"]);
  assert.deepEqual([status, stderr], [0, '']);
}, { skip });

test('what the command prints is byte for byte what the native one prints', () => {
  const folder = room('same');
  cpSync(join(ROOT, 'tests/fixtures'), join(folder, 'fixtures'), { recursive: true });
  cpSync(join(ROOT, 'tests/import/fixtures'), join(folder, 'import'), { recursive: true });
  cpSync(join(ROOT, 'www/articles/human-rights-2022.json'), join(folder, 'article.json'));
  cpSync(join(ROOT, 'index.html'), join(folder, 'page.html'));
  writeFileSync(join(folder, 'fix.json'), '{"headline":"A","events":[{"id":"a","title":"A","date":"2022-2-4","countries":["UK"]}]}');
  const elsewhere = room('elsewhere');
  cpSync(join(ROOT, 'tests/fixtures/full.json'), join(elsewhere, 'full.json'));
  const article = readFileSync(join(folder, 'article.json'), 'utf8');
  const fixtures = readdirSync(join(folder, 'fixtures')).filter((name) => name.endsWith('.json')).map((name) => `fixtures/${name}`);
  const table = [
    [['--version']], [['--help']], [['build', '--help']], [['preview', '--help']], [[]], [['chek']],
    [['check', 'article.json']],
    [['check', 'article.json', '--text', 'page.html']],
    [['check', '--format', 'json', ...fixtures]],
    [['check', ...fixtures]],
    [['check', 'nothing.json', 'fixtures']],
    [['check', '-'], { input: article }],
    [['check', '-'], { input: '{"headline":' }],
    [['check', 'fix.json', '--fix', '--dry-run']],
    [['check', join(elsewhere, 'full.json')]],
    [['check', `../${elsewhere.split('/').pop()}/full.json`]],
    [['build', 'article.json', '--json-ld']],
    [['build', 'fixtures/arabic.json']], [['build', 'fixtures/ukrainian.json']],
    [['build', 'fixtures/not_an_object.json']],
    [['build', 'article.json', '--dist', 'nowhere', '--out', 'out']],
    ...['csv', 'timelinejs', 'ics', 'markdown'].map((format) => [['export', 'article.json', '--to', format]]),
    ...['timelinejs-3.csv', 'council.ics', 'notes.mw', 'archieml.aml', 'sheet.xlsx', 'wikidata.json', 'page.html', 'no-header.csv'].map((name) => [['import', `import/${name}`, '--published', '2023-03-21']]),
    [['preview', 'nothing.json']],
  ];
  for (const [words, more] of table) {
    assert.deepEqual(packed(folder, words, more), native(folder, words, more), words.join(' '));
  }
  // What they write is the same, too: here, beside, and in folders that are not there yet.
  for (const [name, out] of [['here', 'deep/new/upload'], ['beside', `../${elsewhere.split('/').pop()}/new/upload`], ['far', join(elsewhere, 'far/upload')]]) {
    const words = ['build', 'article.json', '--out', out, '--base-url', 'https://news.example/'];
    const [first, second] = [packed, native].map((run) => {
      rmSync(join(out.startsWith('/') ? '' : folder, out), { recursive: true, force: true });
      const told = run(folder, words);
      return { told, files: files(out.startsWith('/') ? out : join(folder, out)) };
    });
    assert.equal(first.told.status, 0, first.told.stderr);
    assert.deepEqual(first, second, name);
  }
  const written = [packed, native].map((run) => {
    writeFileSync(join(folder, 'fix.json'), '{"headline":"A","events":[{"id":"a","title":"A","date":"2022-2-4","countries":["UK"]}]}');
    const told = [run(folder, ['check', 'fix.json', '--fix']), run(folder, ['new', 'story'])];
    const made = { told, fixed: readFileSync(join(folder, 'fix.json'), 'utf8'), story: files(join(folder, 'story')) };
    rmSync(join(folder, 'story'), { recursive: true });
    return made;
  });
  assert.deepEqual(written[0], written[1]);
}, { skip });

eachBrowser('from npm install to a page in a browser', async (browser) => {
  const folder = newsroom();
  const began = Date.now() - installation;
  const made = npx(folder, 'new', 'bridge');
  assert.deepEqual([made.status, made.stderr], [0, '']);
  const inside = join(folder, 'bridge');
  const checked = npx(inside, 'check', 'article.json', '--text', 'article.html');
  assert.deepEqual([checked.status, checked.stderr], [0, '']);
  assert.match(checked.stdout, /No problems in article\.json/);
  const built = npx(inside, 'build', 'article.json', '--out', 'upload');
  assert.deepEqual([built.status, built.stderr], [0, 'No problems in article.json\n']);
  // The page that came with it uses what was built.
  const server = await serve({ folder: inside });
  try {
    await browser.open(`${server.home}article.html`);
    await ready(browser);
    assert.deepEqual(await browser.texts('.headline'), ['A bridge between two towns']);
    assert.equal((await browser.texts('[part~="event-title"]')).length, 3);
    console.log(`from npm install to a page in a browser: ${((Date.now() - began) / 1000).toFixed(1)} s`);
  } finally {
    await server.close();
  }
}, only);

eachBrowser('the preview shows the page, follows its files and says what is wrong', async (browser) => {
  const folder = room('preview');
  assert.equal(packed(folder, ['new', 'bridge']).status, 0);
  const words = [join(newsroom(), 'node_modules/dateline/bin/dateline.js'), 'preview', 'bridge/article.json', '--text', 'bridge/article.html', '--port', '0'];
  const child = spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let told = '';
  child.stdout.on('data', (bytes) => (told += bytes));
  child.stderr.on('data', (bytes) => (told += bytes));
  try {
    const [, address] = await until('the preview to start', () => told.match(/(http:\/\/127\.0\.0\.1:\d+\/)/));
    assert.equal((await fetch(`${address}../../etc/passwd`)).status, 404);
    await browser.open(address);
    await browser.until("return document.getElementById('state').textContent.startsWith('No problems in');");
    const shown = (title) => browser.until("const widget = document.querySelector('iframe').contentDocument?.querySelector('dateline-widget'); widget?.scrollIntoView(); return widget?.state === 'ready' && widget.shadowRoot.textContent.includes(arguments[0]);", title);
    await shown('The bridge opens');
    const path = join(folder, 'bridge/article.json');
    const data = readFileSync(path, 'utf8');
    writeFileSync(path, data.replace('"The bridge opens"', '"The bridge was opened"').replace('"2019-03"', '"2019-13"'));
    await shown('The bridge was opened');
    await browser.until("return document.querySelectorAll('#problems li').length > 0 && document.getElementById('state').textContent.startsWith('1 error in');");
    assert.match((await browser.texts('#problems li'))[0], /There is no such month/);
  } finally {
    child.kill('SIGINT');
    assert.equal(await ended, 0, told);
  }
}, only);

/** A page that a bundler makes of a script, and what else it needs. */
function project(script) {
  const folder = room('vite');
  cpSync(join(newsroom(), 'node_modules/dateline'), join(folder, 'node_modules/dateline'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,"></head><body><div id="app"></div><script type="module" src="/main.js"></script></body></html>');
  writeFileSync(join(folder, 'main.js'), script);
  return folder;
}
const SMALL = { headline: 'A harbour', language: 'uk', events: [{ id: 'plan', title: 'The plan', date: '2019-03', countries: ['PL'] }, { id: 'never', title: 'Never', date: '2019-13' }] };
const vite = async (folder, more = {}) => ({ ...(await import('vite')), config: { root: folder, logLevel: 'error', configFile: false, ...more } });

/** What docs/embedding.md says to a bundle, and to Vite. */
const [imported, config] = recipes('In a bundle', 'js');
const VITE = new Function(config.replace('export default', 'return'))();

eachBrowser('Vite builds a page with it, which finds every file under a strict policy', async (browser) => {
  const folder = project(`
    ${imported}
    const element = document.createElement('dateline-widget');
    element.article = ${JSON.stringify(SMALL)};
    document.getElementById('app').append(element);`);
  const { build, config } = await vite(folder, { base: './', build: { modulePreload: false } });
  await build(config);
  const server = await serve({ folder: join(folder, 'dist'), below: '/news/', policy: `${STRICT}; img-src 'self' data:` });
  try {
    await browser.open(`${server.home}index.html`);
    await ready(browser);
    assert.deepEqual(await browser.texts('.headline'), ['A harbour']);
    // Its words, its style and its sentences have come, all of them from the bundle.
    await browser.until("return document.querySelector('dateline-widget').shadowRoot.querySelector('[part=problems]') !== null;");
    assert.ok(server.requests.some((path) => /words.*uk|\/uk-[\w-]+\.txt/.test(path)), `${server.requests}`);
    assert.ok(server.requests.every((path) => path.startsWith('/news/') || path.startsWith('/~')), `${server.requests}`);
    const { errors } = await browser.probe();
    assert.deepEqual(errors.filter((one) => !/2019-13|no such month/i.test(one)), []);
  } finally {
    await server.close();
  }
}, only);

eachBrowser('Vite’s server for development shows it, and the class can have a name of its own', async (browser) => {
  const folder = project(`
    import { DatelineWidget } from 'dateline/element';
    if (customElements.get('dateline-widget')) throw new Error('it has been defined');
    customElements.define('dateline-widget', class extends DatelineWidget {});
    const element = document.createElement('dateline-widget');
    element.article = ${JSON.stringify(SMALL)};
    document.getElementById('app').append(element);`);
  const { createServer, config } = await vite(folder, { server: { port: 0, host: '127.0.0.1' }, ...VITE });
  const server = await createServer(config);
  try {
    await server.listen();
    await browser.open(`http://127.0.0.1:${server.httpServer.address().port}/`);
    await ready(browser);
    assert.deepEqual(await browser.texts('.headline'), ['A harbour']);
  } finally {
    await server.close();
  }
}, only);
