// What leaves the editor's desk is what the command writes: the folder to upload, the plain
// HTML, the picture. Under the policy of a careful host.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { ARTICLE, KEY, STRICT, WORK, build, eachBrowser, pixels, rendered, serve, test, upload } from './harness/index.js';
import { sound } from './harness/desk.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** The demonstration's article, as the native command reads it. */
const FILE = 'www/articles/human-rights-2022.json';
/** As strict as everywhere, but for the picture that the page has made itself. */
const POLICY = STRICT.replace("img-src 'self'", "img-src 'self' data:");

/** Serves the desk for as long as `work` takes. */
async function served(work, { policy = POLICY, ...more } = {}) {
  const server = await serve({ below: '/news/2023/', policy, ...more });
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}

/** What is saved is seen rather than written to a disk: name, type, and bytes in base64. */
const SEEN = `
  window.showSaveFilePicker = undefined;
  window.saved = [];
  let last;
  URL.createObjectURL = (blob) => { last = blob; return '#saved'; };
  HTMLAnchorElement.prototype.click = function () {
    const { type } = last;
    const name = this.download;
    const reader = new FileReader();
    reader.onload = () => saved.push({ name, type, bytes: reader.result.slice(reader.result.indexOf(',') + 1) });
    reader.readAsDataURL(last);
  };`;

/** Opens the desk with the example, and its dialog. */
async function publishing(browser, server, view) {
  await browser.open(`${server.home}desk/`, { width: 1200, height: 900, ...view });
  await browser.until("return document.querySelector('#open-example, .bar') !== null;");
  await browser.run(SEEN);
  await browser.click('#open-example');
  await browser.until("return deep(document, 'tbody tr').length === arguments[0];", ARTICLE.events.length);
  await browser.click('#publish');
  await browser.one('dialog[open]');
}

/** What is saved next once something was done. */
async function saves(browser, act) {
  const before = await browser.run('return saved.length;');
  await act();
  await browser.until("return saved.length > arguments[0] || document.querySelector('[role=\"alert\"]');", before);
  const [file, trouble] = await browser.run("return [saved[arguments[0]], document.querySelector('[role=\"alert\"]')?.innerText];", before);
  assert.equal(trouble ?? undefined, undefined);
  return { ...file, bytes: Buffer.from(file.bytes, 'base64') };
}
const press = (browser, id) => saves(browser, () => browser.click(`#${id}`));

/** Says what stands in the alert that comes. */
const alert = (browser) => browser.until("return document.querySelector('dialog [role=\"alert\"]')?.innerText;");

/** Chooses a radio button, or writes into a field that is left then. */
const choose = (browser, id, value) => browser.run(`
  const input = document.getElementById(arguments[0]);
  if (arguments[1] === null) input.click();
  else {
    input.value = arguments[1];
    for (const kind of ['input', 'change']) input.dispatchEvent(new Event(kind, { bubbles: true }));
  }`, id, value ?? null);

/** The files of a ZIP, by path, in their order. */
function unpacked(zip) {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const files = {};
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment, start] = [28, 30, 32, 42].map((place) => (place === 42 ? zip.readUInt32LE(at + place) : zip.readUInt16LE(at + place)));
    const path = zip.toString('utf8', at + 46, at + 46 + name);
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const bytes = zip.subarray(data, data + packed);
    files[path] = method ? inflateRawSync(bytes) : Buffer.from(bytes);
    at += 46 + name + extra + comment;
  }
  return files;
}

/** Every file below a folder, by path. */
function files(folder, below = '') {
  return Object.fromEntries(readdirSync(join(folder, below), { withFileTypes: true }).flatMap((one) => {
    const path = below + one.name;
    return one.isDirectory() ? Object.entries(files(folder, `${path}/`)) : [[path, readFileSync(join(folder, path))]];
  }));
}

function same(made, native) {
  assert.deepEqual(Object.keys(made).sort(), Object.keys(native).sort());
  const other = Object.keys(native).filter((name) => !native[name].equals(made[name]));
  assert.deepEqual(other, [], 'these have other bytes');
}

/** Builds the native command, which some tests run elsewhere, and runs it. */
function native(...words) {
  const all = ['run', '--quiet', '--locked', '--package=dateline-cli', '--', ...words];
  const { status, stderr } = spawnSync(process.env.CARGO ?? 'cargo', all, { cwd: ROOT, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}

/** A picture as the native command draws it. */
function drawn(...options) {
  mkdirSync(WORK, { recursive: true });
  const file = `${WORK}picture.svg`;
  native('picture', FILE, '--svg', file, ...options);
  return readFileSync(file, 'utf8');
}

/** How wide words are, and so where they stand, depends on the fonts of who measures them. */
const withoutMeasures = (svg) => svg.replace(/(?<=["\s])-?\d+(\.\d+)?(?=[\s"])/g, '#');

eachBrowser('the ZIP holds byte for byte what the command builds, and nothing is fetched for it before', (browser) => served(async (server) => {
  await publishing(browser, server);
  const asked = () => server.requests.filter((path) => /publish|desk\/dateline-/.test(path)).map((path) => path.split('/').pop());
  assert.deepEqual(asked(), [], 'nobody has published anything yet');
  const zip = await press(browser, 'publish-zip');
  assert.match(zip.name, /^human-rights-2022\.zip$/);
  assert.equal(zip.type, 'application/zip');
  assert.equal(asked().length, 3, `the script, its list and the command: ${asked()}`);
  const made = unpacked(zip.bytes);
  same(made, files(upload()));
  assert.deepEqual(Object.keys(made), Object.keys(made).sort(), 'in the order of their paths');
  await browser.until("return /saved as human-rights-2022.zip/.test(document.querySelector('.run [role=\"status\"]').innerText);");
  const again = await press(browser, 'publish-zip');
  assert.ok(again.bytes.equals(zip.bytes), 'the same article makes the same ZIP');
  assert.equal(asked().length, 3, 'and fetches nothing again');
  await choose(browser, 'base-url', 'https://news.example/bridge/');
  same(unpacked((await press(browser, 'publish-zip')).bytes), files(build('upload-based', FILE, '--base-url', 'https://news.example/bridge/')));
  assert.deepEqual((await browser.probe()).reports, [], 'nothing is against the policy');
}));

eachBrowser('the plain HTML is the command’s', (browser) => served(async (server) => {
  await publishing(browser, server);
  const html = await press(browser, 'publish-html');
  assert.equal(html.name, 'human-rights-2022.html');
  assert.equal(html.bytes.toString('utf8'), rendered(ARTICLE));
}));

eachBrowser('the picture is the command’s, as SVG and as PNG, in each size, light and dark', (browser) => served(async (server) => {
  await publishing(browser, server);
  const paper = (png) => pixels(png.bytes.toString('base64'));
  const looks = async (size, dark, ...options) => {
    const [width, height] = size.split('x').map(Number);
    const name = `human-rights-2022-${size}${dark ? '-dark' : ''}`;
    const svg = await press(browser, 'picture-svg');
    assert.deepEqual([svg.name, svg.type], [`${name}.svg`, 'image/svg+xml']);
    assert.equal(withoutMeasures(svg.bytes.toString('utf8')), withoutMeasures(drawn('--size', size, ...options)));
    // WebKit tells how large an SVG is shown, the others how large it is.
    const shown = await browser.until(`
      const image = document.querySelector('.picture');
      const { naturalWidth, naturalHeight, complete } = image;
      return complete && image.getAttribute('width') === arguments[0] && naturalWidth / naturalHeight;`, `${width}`);
    assert.ok(Math.abs(shown / (width / height) - 1) < 0.01, `what is shown is ${shown} times as wide as high`);
    for (const [id, times, ending] of [['picture-png', 1, '.png'], ['picture-png2', 2, '@2x.png']]) {
      const png = await press(browser, id);
      assert.deepEqual([png.name, png.type], [name + ending, 'image/png']);
      const { width: across, height: down, at } = paper(png);
      assert.deepEqual([across, down], [width * times, height * times]);
      const [red] = at(2, 2);
      assert.ok(dark ? red < 60 : red > 240, `its paper is ${at(2, 2)}`);
      // The headline stands above what happened, on a line of its own.
      const inked = Array.from({ length: across * Math.round(down / 5) }, (_, place) => at(place % across, Math.floor(place / across)));
      assert.ok(inked.filter(([other]) => Math.abs(other - red) > 120).length > across, 'the headline is drawn in it');
    }
  };
  await looks('1200x675', false);
  await choose(browser, 'size-1080x1350');
  await choose(browser, 'paper-dark');
  await looks('1080x1350', true, '--dark');
  await choose(browser, 'size-free');
  await choose(browser, 'paper-light');
  await choose(browser, 'picture-width', '640');
  await choose(browser, 'picture-height', '900');
  await looks('640x900', false);
  assert.deepEqual((await browser.probe()).reports, [], 'nothing is against the policy');
}));

eachBrowser('what is published is shown by another server, under a strict policy', (browser) => served(async (server) => {
  await publishing(browser, server);
  const folder = `${WORK}desk-published-${browser.name}/`;
  rmSync(folder, { recursive: true, force: true });
  for (const [path, bytes] of Object.entries(unpacked((await press(browser, 'publish-zip')).bytes))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const snippet = readFileSync(join(folder, 'snippet.html'), 'utf8');
  writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Elsewhere</title></head><body><main>${snippet}</main></body></html>`);
  await served(async (elsewhere) => {
    await browser.open(elsewhere.home, { width: 800, height: 900 });
    await browser.run("document.querySelector('dateline-widget').scrollIntoView();");
    await browser.until("return document.querySelector('dateline-widget').state === 'ready' && deep(document, '[part~=\"list\"]').length > 0;");
    assert.match((await browser.texts('[part~="list"]')).join(), new RegExp(ARTICLE.events[0].title));
    assert.deepEqual((await browser.probe()).reports, []);
  }, { folder, policy: STRICT });
}));

eachBrowser('by keyboard alone: the ZIP and a dark picture are saved, and the focus goes back', (browser) => served(async (server) => {
  await publishing(browser, server);
  await browser.press(KEY.escape);
  await browser.until("return !document.querySelector('dialog') && document.activeElement.id === 'publish';");
  await browser.press(KEY.enter);
  await browser.one('dialog[open]');
  const to = async (id) => {
    for (let step = 0; step < 40; step += 1) {
      if (await browser.run('return document.activeElement.id === arguments[0];', id)) return;
      await browser.press(KEY.tab);
    }
    assert.fail(`Tab does not lead to ${id}`);
  };
  await to('publish-zip');
  const zip = await saves(browser, () => browser.press(KEY.enter));
  assert.ok(zip.bytes.length > 100_000);
  await to('size-1200x675');
  await browser.press(KEY.down);
  await to('paper-light');
  await browser.press(KEY.down);
  await to('picture-png');
  const png = await saves(browser, () => browser.press(KEY.enter));
  assert.equal(png.name, 'human-rights-2022-1080x1350-dark.png');
  assert.equal(await browser.run('return document.activeElement.id;'), 'picture-png', 'the focus stays');
  await browser.press(KEY.escape);
  await browser.until("return !document.querySelector('dialog') && document.activeElement.id === 'publish';");
}));

eachBrowser('what cannot be fetched is said by name, and a second press works', async (browser) => {
  for (const missing of [/\/publisher\.js$/, /\/desk\/dateline-\w+\.wasm$/, /\/words\/uk\.txt$/]) {
    let isThere = false;
    const answer = (path) => (!isThere && missing.test(path) ? { status: 503, body: 'Later.' } : undefined);
    await served(async (server) => {
      await publishing(browser, server);
      await browser.click('#publish-zip');
      const said = await alert(browser);
      assert.match(said, /could not be fetched/);
      assert.match(`/${said.startsWith('dateline') ? 'desk/' : said.startsWith('uk') ? 'words/' : ''}${said.split(' ')[0]}`, missing);
      isThere = true;
      await browser.click('#publish-zip');
      await browser.until('return saved.length === 1;');
      assert.equal(await browser.run("return document.querySelector('dialog [role=\"alert\"]');"), null);
    }, { answer });
  }
});

eachBrowser('while the program comes, it is said what is waited for', async (browser) => {
  let send;
  const sent = new Promise((resolve) => { send = resolve; });
  // Nothing else is answered in its place once it is let go of.
  const answer = (path) => (/\/desk\/dateline-\w+\.wasm$/.test(path) ? sent : undefined);
  await served(async (server) => {
    await publishing(browser, server);
    await browser.click('#publish-zip');
    await browser.until(`
      const run = document.querySelector('.run');
      return run.querySelector('progress') && /^Fetching the program/.test(run.querySelector('[role="status"]').innerText);`);
    send();
    await browser.until('return saved.length === 1;');
    assert.equal(await browser.run("return document.querySelector('dialog progress');"), null);
  }, { answer });
});

eachBrowser('a program that stops is told, and a second press begins anew', async (browser) => {
  let isBroken = true;
  const answer = (path) => (isBroken && /\/desk\/dateline-\w+\.wasm$/.test(path) ? { type: 'application/wasm', body: 'Nothing that runs.' } : undefined);
  await served(async (server) => {
    await publishing(browser, server);
    await browser.click('#publish-html');
    assert.match(await alert(browser), /^The program stopped/);
    isBroken = false;
    await browser.click('#publish-html');
    await browser.until('return saved.length === 1;');
  }, { answer });
});

eachBrowser('once something was published, it can be published without a network', async (browser) => {
  const zip = await served(async (server) => {
    await browser.open(`${server.home}desk/`);
    await browser.until('return navigator.serviceWorker.controller !== null;');
    await publishing(browser, server);
    const first = await press(browser, 'publish-zip');
    const command = server.requests.find((path) => /dateline-\w+\.wasm$/.test(path) && path.includes('/desk/'));
    // It is kept a moment after it has come.
    await browser.until(`
      const kept = (name) => caches.match(new URL(name, location.href));
      return Promise.all(['publisher.js', 'publish.json', '../passages/passages.js', arguments[0]].map(kept)).then((all) => all.every(Boolean));`, command);
    // Nothing answers any more, and the page begins anew.
    await server.close();
    await publishing(browser, server);
    const second = await press(browser, 'publish-zip');
    assert.ok(second.bytes.equals(first.bytes));
    return second;
  });
  assert.ok(zip.bytes.length > 100_000);
});

eachBrowser('what the command refuses is said in its own words', (browser) => served(async (server) => {
  await publishing(browser, server);
  await choose(browser, 'size-free');
  await choose(browser, 'picture-width', '10');
  await browser.click('#picture-svg');
  assert.match(await alert(browser), /A picture’s sides are from 320 to 4096 px long, not 10x675/);
  await choose(browser, 'picture-width', '800');
  await press(browser, 'picture-svg');
  await choose(browser, 'base-url', 'bridge');
  await browser.click('#publish-zip');
  assert.match(await alert(browser), /--base-url/);
  assert.equal(await browser.run('return saved.length;'), 1);
}));

eachBrowser('a server that forbids pictures of the page’s own making gets a sentence for a PNG, and the SVG', (browser) => served(async (server) => {
  await publishing(browser, server);
  await browser.click('#picture-show');
  await browser.until("return /policy/.test(document.querySelector('#picture-show').closest('section').querySelector('.told')?.innerText);");
  await browser.click('#picture-png');
  assert.match(await alert(browser), /policy/);
  assert.match((await press(browser, 'picture-svg')).name, /\.svg$/);
}, { policy: STRICT }));

const image = { src: 'harbour.jpg', alt: 'A bridge over a harbour', credit: 'A. Photographer', width: 1200, height: 800 };

eachBrowser('with warnings it asks, and pictures that are not at hand are told', (browser) => served(async (server) => {
  const events = ARTICLE.events.map((event, at) => (at === 1 ? { ...event, image } : event));
  const article = { ...ARTICLE, events, surplus: true };
  await browser.open(`${server.home}desk/`, { width: 1200, height: 900 });
  await browser.until("return document.querySelector('#open-example') !== null;");
  await browser.run(SEEN);
  await browser.run(`
    const data = new DataTransfer();
    data.items.add(new File([arguments[0]], 'harbour.json', { type: 'application/json' }));
    const drop = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
    if (!drop.dataTransfer) Object.defineProperty(drop, 'dataTransfer', { value: data });
    document.querySelector('.desk').dispatchEvent(drop);`, JSON.stringify(article));
  await browser.click('#import-new');
  await browser.until("return /Warnings: [1-9]/.test(document.querySelector('#problems-title')?.innerText);");
  await browser.click('#publish');
  const held = () => browser.run("return [...document.querySelectorAll('#publish-zip, #publish-html, #picture-png, #publish-json')].map(({ disabled }) => disabled);");
  assert.deepEqual(await held(), [true, true, true, true]);
  await browser.click('#sure');
  assert.deepEqual(await held(), [false, false, false, false]);
  const zip = await press(browser, 'publish-zip');
  assert.ok('frame.html' in unpacked(zip.bytes));
  const told = await browser.until("return document.querySelector('.run .told')?.innerText;");
  assert.match(told, /harbour\.jpg, the picture of “.*”, is not copied/);
}));

eachBrowser('the article is held against its text with each change, as the command does it', (browser) => served(async (server) => {
  await publishing(browser, server);
  await browser.press(KEY.escape);
  const problems = "[...document.querySelectorAll('.problems li')].map((one) => one.querySelector('.what').textContent)";
  assert.deepEqual(await browser.run(`return ${problems};`), []);
  // A day after the one that its sentence has.
  await browser.click('tbody tr:nth-child(2) td:nth-of-type(2)');
  await browser.click('[id="field:/events/1/date"]');
  await browser.run('document.activeElement.select();');
  await (await browser.one('[id="field:/events/1/date"]')).sendKeys('2022-02-25');
  const [found] = await browser.until(`const all = ${problems}; return all.length && all;`);
  await browser.click('#publish');
  await browser.click('#sure');
  const folder = `${WORK}desk-against-${browser.name}/`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}article.json`, (await press(browser, 'publish-json')).bytes);
  writeFileSync(`${folder}article.txt`, await browser.run("return document.querySelector('#article-text').value;"));
  const program = `${process.env.CARGO_TARGET_DIR ?? `${ROOT}target`}/debug/dateline`;
  const { stdout } = spawnSync(program, ['check', 'article.json', '--text', 'article.txt', '--format', 'json'], { cwd: folder, encoding: 'utf8' });
  const [said, ...rest] = JSON.parse(stdout);
  assert.deepEqual(rest, []);
  assert.match(found, /24/);
  // An editor knows an event by its title, who reads a file by its id.
  const unnamed = (sentence) => sentence.replace(/“[^”]*”/, '“”');
  assert.equal(unnamed(found), unnamed(said.message));
}));

for (const [width, dark] of [[1440, false], [1440, true], [360, false], [320, true]]) {
  eachBrowser(`axe finds nothing in what publishes at ${width} px, ${dark ? 'dark' : 'light'}`, (browser) => served(async (server) => {
    const look = (what) => sound(browser, what, 'dialog');
    await publishing(browser, server, { width, dark });
    await look('at first');
    await press(browser, 'publish-zip');
    await browser.run("for (const one of document.querySelectorAll('dialog details')) one.open = true;");
    await choose(browser, 'size-free');
    await choose(browser, 'picture-width', '10');
    await browser.click('#picture-show');
    await alert(browser);
    await look('with what the command says');
    await choose(browser, 'picture-width', '800');
    await browser.click('#picture-show');
    await browser.until("return document.querySelector('.picture')?.complete;");
    await look('with a picture');
  }), { dark });
}

eachBrowser('in Arabic the dialog reads from the right, at 360 px', (browser) => served(async (server) => {
  const userAgent = await browser.run('return navigator.userAgent;');
  await browser.devtools('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: 'ar' });
  try {
    await publishing(browser, server, { width: 360 });
    assert.equal(await browser.run("return getComputedStyle(document.querySelector('dialog')).direction;"), 'rtl');
    await press(browser, 'publish-zip');
    assert.match(await browser.run("return document.querySelector('.run [role=\"status\"]').innerText;"), /human-rights-2022\.zip/);
    await browser.click('#picture-show');
    await browser.until("return document.querySelector('.picture')?.complete;");
    const over = await browser.run("const dialog = document.querySelector('dialog'); return dialog.scrollWidth - dialog.clientWidth;");
    assert.ok(over <= 0, `nothing is wider than the dialog, by ${over} px`);
  } finally {
    await browser.devtools('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: 'en' });
  }
}), { only: ['chromium'], because: 'only its driver changes the languages of a browser that runs' });

test('tsc agrees with what the scripts that publish say of themselves', () => {
  mkdirSync(WORK, { recursive: true });
  const project = `${WORK}tsconfig.json`;
  const packages = `${ROOT}xtask/node_modules/`;
  writeFileSync(project, JSON.stringify({
    compilerOptions: {
      noEmit: true, allowJs: true, checkJs: true, strict: true, skipLibCheck: true, moduleDetection: 'force',
      target: 'es2022', module: 'esnext', moduleResolution: 'bundler', lib: ['es2023', 'dom', 'dom.iterable'], types: [],
      paths: { '@bjorn3/browser_wasi_shim': [`${packages}@bjorn3/browser_wasi_shim/typings/index.d.ts`], fflate: [`${packages}fflate/lib/index.d.ts`] },
    },
    files: ['publish.js', 'publisher.js'].map((name) => `${ROOT}desk/scripts/${name}`),
  }));
  const tsc = fileURLToPath(new URL('./node_modules/typescript/bin/tsc', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [tsc, '--project', project], { encoding: 'utf8' });
  assert.equal(status, 0, stdout);
});
