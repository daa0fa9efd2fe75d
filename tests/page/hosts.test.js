// Hostile hosts: whatever a page does to everything on it, the widget looks and measures
// as it does on a calm page.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PAPER, ROW, SMALL, TILE, atRest, data, eachBrowser, hosting, onPaper, page, pause, pixels, reaches, settled, widget } from './harness/index.js';

const RICH = JSON.parse(readFileSync(new URL('../fixtures/full.json', import.meta.url), 'utf8'));
const LIST = '<ol><li>The readable list</li></ol>';

/** A host page: its style sheet, and the widget in a box of a known width. */
const host = (style, { article = RICH, box = 'inline-size: 700px', language = 'en', attributes = '' } = {}) => ({
  'host.html': page(`<div id="box">${widget('id="w" loading="eager"', data(article) + LIST)}</div>`, { head: '<link rel="stylesheet" href="host.css">', language }).replace('<html ', `<html ${attributes} `),
  'host.css': `body { margin: 0 } #box { ${box}; --loaded: yes }\n${style}`,
});

const STYLES = [
  'display', 'visibility', 'opacity', 'position', 'float', 'color', 'backgroundColor', 'backgroundImage', 'fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'fontVariantNumeric',
  'lineHeight', 'letterSpacing', 'wordSpacing', 'textAlign', 'textTransform', 'textIndent', 'textDecorationLine', 'textShadow', 'whiteSpace', 'direction', 'writingMode', 'listStyleType',
  'marginTop', 'marginRight', 'marginBottom', 'marginLeft', 'paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft',
  'borderTopWidth', 'borderRightWidth', 'borderBottomWidth', 'borderLeftWidth', 'borderTopColor', 'boxSizing', 'cursor', 'pointerEvents', 'userSelect', 'transform', 'colorScheme', 'hyphens', 'tabSize',
];

/** Every element of the widget: what it is, where it stands in the widget, and how it looks. */
const LOOKS = `
  const [styles] = arguments;
  const root = document.getElementById('w').shadowRoot;
  const home = root.querySelector('.dateline').getBoundingClientRect();
  const named = (one) => one.localName + '.' + (one.getAttribute('class') ?? '');
  return [...root.querySelector('.dateline').parentNode.querySelectorAll('*')].map((one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    return { name: named(one), box: width || height ? [left - home.left, top - home.top, width, height] : [0, 0, 0, 0], style: styles.map((name) => style[name]) };
  });`;

/** Opens the search, a country and an event: much of what a host could spoil stands behind a press. */
async function opens(browser) {
  for (const one of ['[part~="search-open"]', TILE, ROW]) {
    await browser.run('deep(document, arguments[0])[0].click();', one);
    await browser.until("return deep(document, arguments[0])[0].getAttribute('aria-expanded') === 'true';", one);
  }
  await settled(browser);
  // Nothing blinks.
  await browser.run('focused()?.blur();');
}

/** How the widget looks at rest, and then opened. */
async function looks(browser, server, width) {
  await browser.open(server.at('host.html'), { width });
  // Where an earlier test has left the mouse something would be hovered.
  await browser.actions([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [{ type: 'pointerMove', duration: 0, origin: 'viewport', x: 0, y: 0 }] }]);
  await reaches(browser, 'ready');
  await settled(browser);
  assert.ok(await browser.run("return getComputedStyle(document.getElementById('box')).getPropertyValue('--loaded');"), 'the host has its styles');
  // A busy machine may take a while to tell the widget how wide its host has it.
  const all = async () => {
    await browser.steady(LOOKS, []);
    return browser.run(LOOKS, STYLES);
  };
  const rest = await all();
  await opens(browser);
  return [...rest, ...await all()];
}

/** The widget as it is painted, as far as the view shows it. */
async function painted(browser) {
  const { left, top, right } = await browser.run("const { left, top, right } = document.getElementById('w').shadowRoot.querySelector('.dateline').getBoundingClientRect(); return { left, top, right };");
  const { at, height } = pixels(await browser.driver.takeScreenshot());
  return { at: (x, y) => at(Math.round(left) + x, Math.round(top) + y), width: Math.round(right - left), height: Math.min(height - Math.round(top), 800) };
}

/** How the widget looks and is painted on a calm page, which is asked once of each browser. */
const calm = new Map();
async function calmly(browser) {
  if (!calm.has(browser.name)) {
    await hosting(host(''), async (server) => calm.set(browser.name, [await looks(browser, server, 1000), await painted(browser)]));
  }
  return calm.get(browser.name);
}

/** How many pixels of two pictures differ, of how many. */
function repainted(one, other) {
  let count = 0;
  for (let y = 0; y < one.height; y += 1) {
    for (let x = 0; x < one.width; x += 1) if (one.at(x, y).some((value, which) => Math.abs(value - other.at(x, y)[which]) > 8)) count += 1;
  }
  return [count, one.width * one.height];
}

/** How two pages differ, in lines. @param {number} scale what the second is enlarged by */
function differences(calm, hostile, { scale = 1, tolerance = 0.6, slack = 0, except = [] } = {}) {
  const out = calm.length === hostile.length ? [] : [`${calm.length} elements, and ${hostile.length}`];
  calm.forEach((one, at) => {
    const other = hostile[at];
    if (!other || out.length > 8) return;
    if (one.name !== other.name) out.push(`${one.name} is ${other.name}`);
    const off = one.box.map((side, which) => Math.abs(side - other.box[which] / scale) - slack * Math.abs(side));
    if (Math.max(...off) > tolerance) out.push(`${one.name} is at ${one.box.map(Math.round)}, and at ${other.box.map((side) => Math.round(side / scale))}`);
    STYLES.forEach((name, which) => {
      if (!except.includes(name) && one.style[which] !== other.style[which]) out.push(`${one.name}: ${name} is ${one.style[which]}, and ${other.style[which]}`);
    });
  });
  return out;
}

const IMPORTANT = `
  *, *::before, *::after {
    margin: 7px !important; padding: 9px !important; border: 5px dashed red !important; box-sizing: content-box !important;
    font: italic 900 9px/3 monospace !important; color: red !important; background: yellow !important; letter-spacing: 3px !important;
    word-spacing: 9px !important; text-transform: uppercase !important; text-align: center !important; text-indent: 20px !important;
    text-shadow: 2px 2px red !important; text-decoration: line-through !important; white-space: nowrap !important; list-style: square !important;
    cursor: wait !important; line-height: 3 !important; hyphens: auto !important; tab-size: 1 !important; outline: 3px solid red !important;
    transition: all 3s !important; quotes: none !important; font-variant: small-caps !important; user-select: none !important; -webkit-user-select: none !important;
  }
  #box, body, html, dateline-widget { margin: 0 !important; padding: 0 !important; border: 0 !important; box-sizing: border-box !important }
  #box { inline-size: 700px !important }`;

const NAMES = `
  :root, *, dateline-widget {
    --_ink: red; --_paper: yellow; --_accent: lime; --_secondary: red; --_hairline: red; --_edge: red; --_wash: red; --_title: monospace; --_text: monospace;
    --_motion: 9s; --_s13: 40px; --_s15: 40px; --_s17: 40px; --_s22: 40px; --_target: 99px; --_row: 99px; --_way: -7; --_top: 99px; --_pull: 50px;
    --ink: red; --paper: yellow; --accent: lime; --title: monospace; --text: monospace; --motion: 9s;
  }`;

const HOSTS = {
  'sets everything with !important': IMPORTANT,
  'has a root font size of 62.5 %': 'html { font-size: 62.5% } body { font-size: 1.6rem }',
  'has a huge root font size': 'html { font-size: 60px } body { font-size: 2rem; line-height: 2 }',
  'writes from right to left': ['html, body, #box { direction: rtl }', { attributes: 'dir="rtl"', language: 'ar' }],
  'writes vertically inside': 'dateline-widget { writing-mode: inherit } #box { text-orientation: upright; text-combine-upright: all }',
  'has properties of the same names': NAMES,
  'resets all of everything': '*:where(:not(html, iframe, canvas, img, svg, video, audio):not(svg *, symbol *)) { all: unset; display: revert } *, *::before, *::after { box-sizing: border-box }',
  'has classes and parts of the same names': '.dateline, .event, .row, .more, .tile, .tiles, .card, .axis, .list, .head, .body, .band, .mark { display: none !important; color: red !important } ::part(foreign) { color: red }',
  'lays it out in a flex row': ['#box { display: flex }', {}],
  'lays it out in a grid': ['#box { display: grid; grid-template-columns: minmax(0, 1fr); place-items: stretch }', {}],
  'floats everything inside its boxes': ['#box::after { content: ""; display: block; clear: both } dateline-widget { float: left; inline-size: 100% }', {}],
};

for (const [what, given] of Object.entries(HOSTS)) {
  const [style, options] = [given].flat();
  eachBrowser(`a host that ${what} changes nothing in the widget`, async (browser) => {
    const [calm, picture] = await calmly(browser);
    await hosting(host(style, options), async (server) => {
      const hostile = await looks(browser, server, 1000);
      assert.deepEqual(differences(calm, hostile), []);
      // And painted it is the same, whatever no computed style tells.
      const other = await painted(browser);
      assert.deepEqual([other.width, other.height], [picture.width, picture.height]);
      const [count, all] = repainted(picture, other);
      assert.ok(all > 300_000, `${all} pixels are compared`);
      // WebKitGTK does not paint curves the same twice.
      assert.ok(count <= (browser.name === 'webkit' ? all / 1000 : 0), `${count} of ${all} pixels differ`);
      const { errors, reports } = await browser.probe();
      assert.deepEqual([...errors, ...reports], []);
    });
  });
}

eachBrowser('zoomed by its host it is the same, only larger', async (browser) => {
  assert.ok(await browser.run("return CSS.supports('zoom', '1.5');"));
  let calm;
  await hosting(host('', { box: 'inline-size: 920px' }), async (server) => (calm = await looks(browser, server, 1400)));
  // WebKit tells the boxes in a zoomed element in that element's own px, and its letters
  // grow in steps, so that other words fit a line: there, only what has no text counts.
  const webkit = browser.name === 'webkit';
  const scale = webkit ? 1 : 1.5;
  const across = (all) => all.filter(({ name }) => /^(div|header|section|ol)\.(?!band|axis-now|axis-kept)/.test(name)).map((one) => ({ ...one, box: [one.box[0], 0, one.box[2], 0] }));
  for (const where of ['body', '#box', 'dateline-widget']) {
    // A zoomed element that fills its box has less room of its own. (Wide enough that WebKit,
    // which asks a container for its zoomed width, finds it as wide.)
    const box = where === 'dateline-widget' ? 'inline-size: 1380px' : 'inline-size: 920px';
    await hosting(host(`${where} { zoom: 1.5 }`, { box }), async (server) => {
      const zoomed = await looks(browser, server, 1400);
      const [one, other] = webkit ? [across(calm), across(zoomed)] : [calm, zoomed];
      assert.deepEqual(differences(one, other, { scale, tolerance: 2, slack: 0.01, except: STYLES }), [], where);
    });
  }
});

const SCALED = {
  'left as it is': ['', {}],
  'scaled by its host': ['#box { transform: scale(0.75); transform-origin: 0 0 }', {}],
  'zoomed by its host': ['body { zoom: 1.5 }', { only: ['chromium', 'firefox'], because: 'WebKit tells boxes in a zoomed element in other px than pointers' }],
};

for (const [what, [style, where]] of Object.entries(SCALED)) {
  eachBrowser(`an axis that is ${what} follows the pointer`, async (browser) => {
    await hosting(host(style, { article: SMALL }), async (server) => {
      await browser.open(server.at('host.html'));
      await reaches(browser, 'ready');
      await atRest(browser);
      await browser.run("deep(document, '[part~=\"zoom-in\"]')[0].click();");
      await atRest(browser);
      const at = () => browser.run("return deep(document, '[part~=\"mark\"]').find((one) => one.getAttribute('aria-label').includes('Works begin')).getBoundingClientRect().left;");
      const before = await at();
      const middle = await browser.run("const { left, top, width, height } = deep(document, '.axis-window')[0].getBoundingClientRect(); return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };");
      // It rests before it is let go, so that nothing runs on.
      const step = { type: 'pointerMove', duration: 20, origin: 'pointer', x: 10, y: 0 };
      await browser.actions([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [
        { type: 'pointerMove', duration: 0, origin: 'viewport', ...middle },
        { type: 'pointerDown', button: 0 },
        ...Array(8).fill(step),
        { type: 'pause', duration: 150 },
        { type: 'pointerUp', button: 0 },
      ] }]);
      await atRest(browser);
      const by = (await at()) - before;
      // Up to 10 px are spent before it counts as a drag.
      assert.ok(by > 65 && by < 85, `dragged by 80 px, it moved by ${by}`);
    });
  }, where);
}

eachBrowser('a page that changes its width, in one column or two, hears no complaint', async (browser) => {
  await hosting(host('', { box: 'inline-size: 100%' }), async (server) => {
    await browser.open(server.at('host.html'), { width: 1000 });
    await reaches(browser, 'ready');
    for (const px of [900, 500, 639, 640, 859, 860, 320, 1000]) {
      await browser.run("document.getElementById('box').style.inlineSize = `${arguments[0]}px`;", px);
      // Dates stand above titles or beside them, and the list above the countries or beside them.
      await browser.until(`
        const columns = (selector) => getComputedStyle(deep(document, selector)[0]).gridTemplateColumns.split(' ').length;
        return columns('.row > button') === arguments[0] && columns('.body') === arguments[1];`, px < 640 ? 2 : 3, px < 860 ? 1 : 2);
    }
    const { errors, reports } = await browser.probe();
    assert.deepEqual([...errors, ...reports], []);
  });
});

eachBrowser('the list looks as its page wants until the widget takes its place', async (browser) => {
  const style = 'body { font: 20px/2 Georgia, serif; color: #333; letter-spacing: 1px } dateline-widget > ol { margin-block: 30px }';
  const watch = `
    const list = document.querySelector('#w > ol');
    const look = () => {
      const { top, height } = list.getBoundingClientRect();
      const { font, color, letterSpacing } = getComputedStyle(list.firstChild);
      return [top, height, font, color, letterSpacing].join(' ');
    };
    window.looked = [];
    const one = document.getElementById('w');
    const next = () => {
      if (one.state === 'ready') return;
      looked.push(look());
      requestAnimationFrame(next);
    };
    next();`;
  await hosting({
    ...host(style, { article: SMALL }),
    'watch.js': watch,
    'host.html': host(style, { article: SMALL })['host.html'].replace(' loading="eager"', '').replace('</body>', '<script type="module" src="watch.js"></script></body>'),
  }, async (server) => {
    await browser.open(server.at('host.html'));
    await reaches(browser, 'ready');
    const seen = await browser.run('return looked;');
    assert.ok(seen.length > 10, 'it was watched while the program arrived');
    assert.deepEqual([...new Set(seen)], [seen[0]]);
    assert.match(seen[0], /20px/);
  }, { meddle: (kind) => (kind === 'wasm' ? pause(400) : undefined) });
});

eachBrowser('printed from a page with print styles of its own, all is open and no control is there', async (browser) => {
  const style = '@media print { * { color: red !important; background: none !important; display: none } html, body, #box, dateline-widget { display: block !important } .no-print, button, nav { display: none !important } a::after { content: attr(href) } }';
  const printed = {};
  for (const [name, css] of Object.entries({ calm: '', hostile: style })) {
    await hosting(host(css), async (server) => {
      await browser.open(server.at('host.html'));
      await reaches(browser, 'ready');
      await onPaper(browser, async () => {
        await browser.run("dispatchEvent(new Event('beforeprint'));");
        await settled(browser);
        printed[name] = await browser.run(LOOKS, STYLES);
        printed[`${name} text`] = await browser.run("return document.getElementById('w').shadowRoot.querySelector('.dateline').innerText;");
        printed[`${name} controls`] = await browser.run("return deep(document.getElementById('w'), 'input, select, button, [part~=\"axis\"]').filter((one) => one.checkVisibility()).map((one) => one.outerHTML);");
      });
    });
  }
  assert.deepEqual(differences(printed.calm, printed.hostile), []);
  assert.equal(printed['hostile text'], printed['calm text']);
  assert.deepEqual(printed['hostile controls'], []);
  for (const event of RICH.events) if (event.text) assert.ok(printed['calm text'].includes(event.text), event.text);
}, PAPER);
