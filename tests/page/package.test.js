// The package for npm, as a newsroom without Rust has it: installed from its file into an
// empty folder, without a network.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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
  // Every document that is named is there, and so is whatever the documents link to.
  const folder = room('note');
  assert.equal(packed(folder, ['new', 'bridge']).status, 0);
  const note = readFileSync(join(folder, 'bridge/README.md'), 'utf8');
  assert.match(note, /`node_modules\/dateline\/docs\/data\.md`/);
  const told = [note, ...['README.md', 'widget/dateline.d.ts'].map((name) => readFileSync(join(home, name), 'utf8'))];
  for (const [name] of told.flatMap((text) => [...text.matchAll(/docs\/[\w-]+\.md/g)])) assert.ok(existsSync(join(home, name)), name);
  for (const document of ['README.md', ...readdirSync(join(home, 'docs')).map((name) => `docs/${name}`)]) {
    const prose = readFileSync(join(home, document), 'utf8').replace(/^```[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
    for (const [, target] of prose.matchAll(/\]\(([^)\s#]+)/g)) {
      if (!/^\w+:/.test(target)) assert.ok(existsSync(join(home, dirname(document), target)), `${document} links to ${target}`);
    }
  }
}, { skip });

/** The names in a zip, from its directory at the end. @param {Buffer} bytes */
function zipped(bytes) {
  const names = [];
  for (let at = bytes.indexOf('PK\x01\x02', 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    names.push(bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)));
  }
  return names;
}

test('the editor’s desk is in no package, and in nothing that is uploaded', () => {
  const folder = room('desk');
  assert.ok(existsSync(join(ROOT, 'dist/desk/index.html')), 'there is one that could have come along');
  cpSync(join(ROOT, 'tests/fixtures/full.json'), join(folder, 'article.json'));
  // Also where it is built from dist/ itself, which has the desk in it.
  for (const [out, more] of [['packaged', []], ['built', ['--dist', join(ROOT, 'dist')]]]) {
    const { status, stderr } = (more.length ? native : packed)(folder, ['build', 'article.json', '--out', out, ...more]);
    assert.ok(status < 2, stderr);
  }
  const plugin = readdirSync(PACKAGES).find((name) => name.endsWith('.zip'));
  const all = {
    package: Object.keys(files(join(newsroom(), 'node_modules/dateline'))),
    'upload folder from npm': Object.keys(files(join(folder, 'packaged'))),
    'upload folder from dist/': Object.keys(files(join(folder, 'built'))),
    plugin: zipped(readFileSync(join(PACKAGES, plugin))),
  };
  for (const [name, paths] of Object.entries(all)) {
    assert.ok(paths.some((path) => path.endsWith('/dateline.js')), `${name}: ${paths}`);
    assert.deepEqual(paths.filter((path) => path.split('/').includes('desk')), [], name);
  }
}, { skip });

test('the package says how many languages it has', () => {
  const home = join(newsroom(), 'node_modules/dateline');
  const count = readdirSync(join(home, 'widget/words')).length;
  for (const document of [join(home, 'README.md'), join(ROOT, 'docs/embedding.md')]) {
    assert.match(readFileSync(document, 'utf8'), new RegExp(`words in ${count} languages|one of the ${count} in`), document);
  }
}, { skip });

test('a picture has the fonts of the machine, and is the native one’s', (t) => {
  const folder = room('picture');
  cpSync(join(ROOT, 'tests/fixtures/full.json'), join(folder, 'article.json'));
  const drawn = (run) => {
    const told = run(folder, ['picture', 'article.json', '--svg', 'a.svg', '--png', 'a.png', '--scale', '2']);
    const made = files(folder);
    for (const name of ['a.svg', 'a.png']) rmSync(join(folder, name), { force: true });
    return { told, made };
  };
  const [ours, theirs] = [packed, native].map(drawn);
  assert.deepEqual(ours, theirs);
  if (ours.told.stderr.includes('this machine has none')) return t.skip('this machine has no fonts');
  assert.deepEqual(ours.told, { status: 0, stdout: '', stderr: '' });
  assert.equal(Buffer.from(ours.made['a.png'], 'base64').toString('latin1', 1, 4), 'PNG');
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
    [['import', 'import/own-columns.csv', '--map', 'when=Wann?']],
    [['import', 'import/timelinejs-1.csv', '-o', 'nowhere/a.json']],
    [['export', 'article.json', '--to', 'csv', '-o', 'nowhere/a.csv']],
    [['preview', 'nothing.json']], [['preview', 'nothing.json', '--files', 'served']],
    [['picture', 'article.json', '--svg', 'nowhere/a.svg']], [['picture', '--help']],
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
  // So it is with what comes in and goes out, each into a folder that was empty.
  writeFileSync(join(folder, 'sheet.csv'), 'date,title\n2021,One\n2022,Two\n');
  assert.equal(native(folder, ['import', 'sheet.csv', '-o', 'old.json']).status, 0);
  const old = readFileSync(join(folder, 'old.json'), 'utf8');
  writeFileSync(join(folder, 'old.json'), old.replace('"title": "One",', '"title": "One", "countries": ["UA"],'));
  writeFileSync(join(folder, 'sheet.csv'), 'date,title,text\n2021,One,More\n2023,Three,\n');
  const exchanged = [
    [['import', 'import/timelinejs-1.csv', '-o', 'made/a.json'], ['a.json']],
    [['import', 'import/timelinejs-1.csv', 'import/own-columns.csv', '-o', 'made'], ['own-columns.json', 'timelinejs-1.json']],
    [['import', 'sheet.csv', '--onto', 'old.json', '-o', 'made/new.json'], ['new.json'], '1 created, 1 updated, 0 unchanged, 1 gone.'],
    [['import', 'import/own-columns.csv', '--map', 'date=Wann?,title=Was war', '-o', 'made/a.json'], ['a.json']],
    [['import', 'import/timelinejs-3.csv', '--report', 'made/report.json'], ['report.json']],
    ...['csv', 'timelinejs', 'ics', 'markdown'].map((format) => [['export', 'article.json', '--to', format, '-o', 'made/out'], ['out']]),
  ];
  for (const [words, names, says = ''] of exchanged) {
    const [first, second] = [packed, native].map((run) => {
      mkdirSync(join(folder, 'made'));
      const told = run(folder, words);
      const made = files(join(folder, 'made'));
      rmSync(join(folder, 'made'), { recursive: true });
      return { told, made };
    });
    assert.ok(first.told.status < 2, first.told.stderr);
    assert.deepEqual(Object.keys(first.made).sort(), names, words.join(' '));
    assert.ok(first.told.stderr.includes(says), first.told.stderr);
    assert.deepEqual(first, second, words.join(' '));
  }
  // Who asks for the preview's files gets them, and no server.
  const [ours, theirs] = [packed, native].map((run) => {
    const told = run(folder, ['preview', 'article.json', '--text', 'page.html', '--files', 'served']);
    const made = files(join(folder, 'served'));
    rmSync(join(folder, 'served'), { recursive: true });
    return { told, made };
  });
  assert.ok(ours.made['served.json'] && ours.made['page.html']);
  assert.deepEqual(ours, theirs);
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

/** The status that a server answers a request with, whose path is sent as it stands here. */
const asked = (port, path, host) => new Promise((resolve, reject) => {
  let answer = '';
  const socket = connect(port, '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\n${host === undefined ? '' : `Host: ${host}\r\n`}Connection: close\r\n\r\n`));
  socket.on('data', (bytes) => (answer += bytes));
  socket.on('error', reject);
  socket.on('close', () => resolve(Number(answer.split(' ')[1])));
});

test('the preview serves its folder to its own address alone', async () => {
  const folder = room('served');
  assert.equal(packed(folder, ['new', 'bridge']).status, 0);
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'bridge/.hidden'), 'secret');
  writeFileSync(join(folder, 'bridge/tower.svg'), '<svg/>');
  for (const [name, start] of Object.entries({ npm: [process.execPath, join(newsroom(), 'node_modules/dateline/bin/dateline.js')], native: [NATIVE] })) {
    const { port, end } = await previewing(folder, start);
    try {
      const own = `127.0.0.1:${port}`;
      for (const path of ['/', '/page.html', '/state.json', '/tower.svg', '/tower.svg?a=b', '/tower%2Esvg']) assert.equal(await asked(port, path, own), 200, `${name}: ${path}`);
      assert.equal(await asked(port, '/', `localhost:${port}`), 200, name);
      for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/%2E%2E%2Fsecret.txt', '/a/../../secret.txt', '/..%5csecret.txt', '/.hidden', '/%2ehidden', join(folder, 'secret.txt'), `/${join(folder, 'secret.txt')}`,
        `/%2f${join(folder, 'secret.txt').slice(1)}`, `file://${join(folder, 'secret.txt')}`, `http://${own}/../secret.txt`, '//etc/passwd', '/%00', '/%', '../secret.txt']) {
        const status = await asked(port, path, own);
        assert.ok(status === 404 || status === 400, `${name}: ${path}: ${status}`);
      }
      // A page of another that has had its name lead here.
      for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1:${port}.evil.example`, `127.0.0.1:${port + 1}`, '', undefined]) {
        for (const path of ['/', '/state.json', '/tower.svg']) {
          const status = await asked(port, path, host);
          assert.ok(status === 404 || status === 400, `${name}: ${host}: ${status}`);
        }
      }
    } finally {
      await end();
    }
  }
}, { skip });

/** Starts a preview of `bridge/` in a folder. @param {string[]} start @param {string[]} more */
async function previewing(folder, [file, ...words], more = []) {
  const child = spawn(file, [...words, 'preview', 'bridge/article.json', '--text', 'bridge/article.html', '--port', '0', ...more], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DATELINE_DIST: join(newsroom(), 'node_modules/dateline/widget') } });
  let told = '';
  child.stdout.on('data', (bytes) => (told += bytes));
  child.stderr.on('data', (bytes) => (told += bytes));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const end = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  try {
    const [address, port] = await until('the preview to start', () => told.match(/http:\/\/127\.0\.0\.1:(\d+)\//));
    return { address, port: Number(port), end };
  } catch (trouble) {
    await end();
    throw trouble;
  }
}

eachBrowser('the preview comes back after what could not be shown', async (browser) => {
  const folder = room('trouble');
  assert.equal(packed(folder, ['new', 'bridge']).status, 0);
  cpSync(join(newsroom(), 'node_modules/dateline/widget'), join(folder, 'widget'), { recursive: true });
  const { address, end } = await previewing(folder, [process.execPath, join(newsroom(), 'node_modules/dateline/bin/dateline.js')], ['--dist', 'widget']);
  const shown = (title) => browser.until("const widget = document.querySelector('iframe').contentDocument?.querySelector('dateline-widget'); widget?.scrollIntoView(); return widget?.state === 'ready' && widget.shadowRoot.textContent.includes(arguments[0]);", title);
  const says = (words) => browser.until("return document.getElementById('state').textContent.includes(arguments[0]);", words);
  const path = join(folder, 'bridge/article.json');
  const data = readFileSync(path, 'utf8');
  try {
    await browser.open(address);
    await shown('The bridge opens');
    // The program that it is built from has gone: the last page stays, with why.
    renameSync(join(folder, 'widget/dateline.css'), join(folder, 'gone.css'));
    writeFileSync(path, data.replace('"The bridge opens"', '"The bridge is open"'));
    await says('The page could not be made anew');
    await shown('The bridge opens');
    renameSync(join(folder, 'gone.css'), join(folder, 'widget/dateline.css'));
    writeFileSync(path, data.replace('"The bridge opens"', '"The bridge was opened"'));
    await shown('The bridge was opened');
    await says('No problems in');
    // The article is no JSON, is not there for a while, and is a folder.
    for (const [spoil, why] of [[() => writeFileSync(path, '{'), 'errors in'], [() => rmSync(path), '1 error in'], [() => { rmSync(path); mkdirSync(path); }, '1 error in']]) {
      spoil();
      await says(why);
      rmSync(path, { recursive: true, force: true });
      writeFileSync(path, data);
      await says('No problems in');
      await shown('The bridge opens');
    }
  } finally {
    await end();
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

const FLAG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path fill="#0a0" d="M0 0h3v2H0z"/></svg>';
/** The same package as `cargo xtask package` makes it where the build has a flag. */
function withFlag(home) {
  const line = (name) => `"${name}": new URL("./widget/${name}?no-inline", import.meta.url).href`;
  const script = readFileSync(join(home, 'element.js'), 'utf8');
  assert.ok(script.includes(line('words/pl.txt')) && script.includes('flags: ""'), 'the package has its lines, and no flag');
  mkdirSync(join(home, 'widget/flags'));
  writeFileSync(join(home, 'widget/flags/PL.svg'), FLAG);
  writeFileSync(join(home, 'element.js'), script.replace('flags: ""', 'flags: "PL"').replace(line('words/pl.txt'), `${line('flags/PL.svg')},\n${line('words/pl.txt')}`));
}

/** A page that a bundler makes of a script, and what else it needs. */
function project(script) {
  const folder = room('vite');
  cpSync(join(newsroom(), 'node_modules/dateline'), join(folder, 'node_modules/dateline'), { recursive: true });
  withFlag(join(folder, 'node_modules/dateline'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,"></head><body><div id="app"></div><script type="module" src="/main.js"></script></body></html>');
  writeFileSync(join(folder, 'main.js'), script);
  return folder;
}
/** Its words are a file that is smaller than what Vite writes into a bundle. */
const SMALL = { headline: 'A harbour', language: 'pl', countries: [{ code: 'PL', name: 'Polska', flag: true }], events: [{ id: 'plan', title: 'The plan', date: '2019-03', countries: ['PL'] }, { id: 'never', title: 'Never', date: '2019-13' }] };
const vite = async (folder, more = {}) => ({ ...(await import('vite')), config: { root: folder, logLevel: 'error', configFile: false, ...more } });

/** What docs/embedding.md says to a bundle, and to Vite. */
const [imported, config] = recipes('In a bundle', 'js');
const VITE = new Function(config.replace('export default', 'return'))();

/** Its one flag has come. */
const flagged = async (browser) => {
  await browser.run("deep(document, '.tile')[0].scrollIntoView({ block: 'center', behavior: 'instant' });");
  await browser.until("return deep(document, '.flag')[0]?.naturalWidth > 0;");
};

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
    await flagged(browser);
    for (const file of [/\/pl-[\w-]+\.txt/, /\/PL-[\w-]+\.svg/, /\.css/, /\.wasm/]) assert.ok(server.requests.some((path) => file.test(path)), `${file}: ${server.requests}`);
    for (const [name, bytes] of Object.entries(files(join(folder, 'dist'))).filter(([name]) => name.endsWith('.js'))) assert.doesNotMatch(Buffer.from(bytes, 'base64').toString(), /data:(text|image)\//, name);
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
    await flagged(browser);
  } finally {
    await server.close();
  }
}, only);
