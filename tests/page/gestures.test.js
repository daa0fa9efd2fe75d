// What fingers, mouse, wheel and trackpad do on the axis and its overview, what they
// leave to the page, and the button or key that does the same.

import assert from 'node:assert/strict';
import { FAR, KEY, SMALL, STILL, atRest, data, eachBrowser, fingers, hosting, page, pause, reaches, settled, until, widget } from './harness/index.js';

const AXIS = '.axis-window';
const OVERVIEW = '[part~="overview"]';
const BRUSH = `${OVERVIEW} [role="slider"]`;
/** For so many ms it is watched that nothing moves. */
const LONG = 500;

/** So many events on one day, which no zoom tells apart, and one long before. */
function together(count) {
  const same = Array.from({ length: count }, (_, at) => ({ id: `same-${at}`, title: `The same day, ${at}`, date: '2023-03-20', countries: ['PL'] }));
  return { ...SMALL, events: [SMALL.events[0], ...same] };
}

/** Shows an article's widget in mid-page, with its axis in the middle of the view. */
async function showing(browser, work, { article = SMALL, view = { width: 900, height: 700 } } = {}) {
  const body = FAR + widget('id="w" loading="eager"', data(article)) + FAR;
  await hosting({ 'one.html': page(body) }, async (server) => {
    await browser.open(server.at('one.html'), view);
    await reaches(browser, 'ready');
    await browser.one('[role="option"]');
    await middle(browser);
    await work(browser, server);
    const { errors, reports } = await browser.probe();
    assert.deepEqual([...errors, ...reports], []);
  });
}

/** Brings the axis to the middle of the view, and waits until nothing moves. */
async function middle(browser) {
  await browser.run("deep(document, arguments[0])[0].scrollIntoView({ block: 'center', behavior: 'instant' });", AXIS);
  await settled(browser);
}

/** The window on the axis, in parts of everything, as the overview shows it, which is not there while everything is. */
async function shown(browser) {
  await settled(browser);
  const [from, to] = await browser.run(`
    const [overview] = deep(document, arguments[0]), all = overview.getBoundingClientRect();
    const own = deep(document, arguments[1])[0].getBoundingClientRect();
    return overview.hidden ? [0, 1] : [(own.left - all.left) / all.width, (own.right - all.left) / all.width];`, OVERVIEW, BRUSH);
  return { from, to, length: to - from };
}

/** Px from the axis's left edge to the mark of an event, by its title. */
async function at(browser, title) {
  await settled(browser);
  return browser.run(`
    const axis = deep(document, arguments[0])[0].getBoundingClientRect();
    const mark = deep(document, '[part~="mark"]').find((one) => one.getAttribute('aria-label').includes(arguments[1]));
    const dot = mark?.getBoundingClientRect();
    return dot ? (dot.left + (mark.matches('.bar') ? 0 : dot.width / 2)) - axis.left : null;`, AXIS, title);
}

/** The middle of the mark of an event, from the middle of the axis. */
async function on(browser, title) {
  await settled(browser);
  return browser.run(`
    const axis = deep(document, arguments[0])[0].getBoundingClientRect();
    const mark = deep(document, '[part~="mark"]').find((one) => one.getAttribute('aria-label').includes(arguments[1])).getBoundingClientRect();
    const middle = (box) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    return middle(mark).map((px, at) => Math.round(px - middle(axis)[at]));`, AXIS, title);
}

const scrolled = (browser) => browser.run('return scrollY;');
const size = (browser, selector = AXIS) => browser.run('const { width, height } = deep(document, arguments[0])[0].getBoundingClientRect(); return { width, height };', selector);

/** Comes twice as close, with the button, about the middle or the chosen event, and waits until all is laid out there. */
async function closer(browser, times = 1) {
  for (let time = 0; time < times; time += 1) {
    await browser.run("deep(document, '[part~=\"zoom-in\"]')[0].click();");
    await settled(browser);
  }
  await atRest(browser);
}

/** Waits until the window on the axis has come to where it has to be: its start, its end or its length. */
async function comes(browser, side, value, what) {
  let last;
  await until(what, async () => Math.abs((last = await shown(browser))[side] - value) <= 0.01)
    .catch(({ message }) => assert.fail(`${message}: ${side} is ${last[side]}, not ${value}`));
  return last;
}

const moves = (path, duration) => path.map(([x, y]) => ({ type: 'pointerMove', duration, origin: 'pointer', x, y }));

/** Presses the mouse at px from an element's middle, goes along a path of steps, rests if told, and lets go. */
async function drags(browser, selector, path, { from = [0, 0], duration = 20, rest = 0, hold = false } = {}) {
  const origin = await browser.one(selector);
  await browser.actions(mouse(
    { type: 'pointerMove', duration: 0, origin, x: from[0], y: from[1] },
    { type: 'pointerDown', button: 0 },
    ...moves(path, duration),
    ...(rest ? [{ type: 'pause', duration: rest }] : []),
    ...(hold ? [] : [{ type: 'pointerUp', button: 0 }]),
  ));
}

/** What the mouse does, one after the other. */
const mouse = (...actions) => [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }];
const letGo = (browser) => browser.actions(mouse({ type: 'pointerUp', button: 0 }));

/** Two presses in one place. */
async function double(browser, selector, [x, y] = [0, 0]) {
  const origin = await browser.one(selector);
  const press = [{ type: 'pointerDown', button: 0 }, { type: 'pause', duration: 20 }, { type: 'pointerUp', button: 0 }];
  await browser.actions(mouse({ type: 'pointerMove', duration: 0, origin, x, y }, ...press, { type: 'pause', duration: 60 }, ...press));
}

const CONTROL = '\uE009';
const META = '\uE03D';
const MODIFIERS = { [CONTROL]: 'ctrlKey', [META]: 'metaKey', [KEY.shift]: 'shiftKey' };

let turns = 0;

/** Turns a wheel over px from an element's middle, with a key held if told. */
async function wheels(browser, selector, [deltaX, deltaY], { key, from = [0, 0] } = {}) {
  // WebKitGTK's driver knows places in the view only, and forgets which keys are held:
  // there, an event with one is the test's own.
  const [x, y] = await browser.run('const box = deep(document, arguments[0])[0].getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2];', selector);
  if (key && browser.name === 'webkit') {
    await browser.run(`
      const [x, y, deltaX, deltaY, modifier] = arguments;
      const over = deep(document, '.axis-lanes')[0];
      over.dispatchEvent(new WheelEvent('wheel', { clientX: x, clientY: y, deltaX, deltaY, [modifier]: true, bubbles: true, composed: true, cancelable: true }));`,
    x + from[0], y + from[1], deltaX, deltaY, MODIFIERS[key]);
    return atRest(browser);
  }
  const wheel = { type: 'scroll', origin: 'viewport', x: Math.round(x + from[0]), y: Math.round(y + from[1]), deltaX, deltaY, duration: 0 };
  const wait = { type: 'pause', duration: 0 };
  await browser.actions([
    ...(key ? [{ type: 'key', id: 'keyboard', actions: [{ type: 'keyDown', value: key }, wait, { type: 'keyUp', value: key }] }] : []),
    // Another wheel each time: the same driver counts on from what one has turned before.
    { type: 'wheel', id: `wheel ${(turns += 1)}`, actions: key ? [wait, wheel, wait] : [wheel] },
  ]);
  await atRest(browser);
}

/** From now on notes of each turn of a wheel whether it was taken from the page. */
const taken = (browser) => browser.run(`
  host.taken = [];
  addEventListener('wheel', ({ defaultPrevented }) => host.taken.push(defaultPrevented), { passive: true });`);

const steps = (count, x, y) => Array.from({ length: count }, () => [x, y]);
const near = (one, other, px, what) => assert.ok(Math.abs(one - other) <= px, `${what}: ${one}, not ${other}`);

eachBrowser('a drag pans: the axis stays with the pointer, and what ends the drag is no choice', (browser) => showing(browser, async () => {
  await closer(browser);
  const before = await at(browser, 'Works begin');
  const where = await shown(browser);
  await drags(browser, AXIS, steps(10, 20, 0), { rest: 150 });
  // Up to 5 px are spent before it counts as a drag; then it is px for px.
  near(await at(browser, 'Works begin'), before + 200, 21, 'the mark follows');
  const after = await shown(browser);
  near(after.length, where.length, 0.002, 'no closer and no farther');
  assert.ok(after.from < where.from - 0.02, 'dragged to the right, the past comes into view');
  assert.equal(await browser.run("return host.told.filter((one) => one.name === 'select').length;"), 0);
  // On a mark, too: the drag is a drag, and without one the click still chooses.
  await drags(browser, AXIS, steps(5, -20, 0), { from: await on(browser, 'Works begin'), rest: 150 });
  assert.equal(await browser.run("return host.told.filter((one) => one.name === 'select').length;"), 0);
  const [x, y] = await on(browser, 'Works begin');
  await browser.pointer('mouse', await browser.one(AXIS), { x, y });
  await browser.until("return host.told.some((one) => one.name === 'select' && one.detail.id === 'works');");
}));

eachBrowser('from right to left, the axis stays with the pointer just the same', (browser) => showing(browser, async () => {
  await closer(browser);
  const before = await at(browser, 'A storm');
  await drags(browser, AXIS, steps(10, 20, 0), { rest: 150 });
  near(await at(browser, 'A storm'), before + 200, 21, 'the mark follows');
  // The window in the overview goes the other way, towards the future on the right's left.
  await wheels(browser, AXIS, [100, 0]);
  near(await at(browser, 'A storm'), before + 100, 25, 'a wheel to the right moves what is shown to the left');
}, { article: { ...SMALL, language: 'ar' } }));

eachBrowser('a vertical drag of the mouse does nothing, and nothing is stuck when it ends elsewhere', (browser) => showing(browser, async () => {
  await closer(browser);
  const before = await at(browser, 'A storm');
  const { height } = await size(browser);
  // It is let go outside, before it was a drag; the mouse then only passes over.
  await drags(browser, AXIS, steps(10, 0, Math.round(height / 8)));
  const origin = await browser.one(AXIS);
  await browser.actions(mouse({ type: 'pointerMove', duration: 0, origin, x: -100, y: 0 }, { type: 'pointerMove', duration: 50, origin, x: 100, y: 0 }));
  await atRest(browser);
  near(await at(browser, 'A storm'), before, 1, 'the axis');
}));

eachBrowser('a plain wheel over the axis or its overview scrolls the page and nothing else', (browser) => showing(browser, async () => {
  await closer(browser);
  for (const selector of [AXIS, OVERVIEW]) {
    await middle(browser);
    const [before, where] = [await scrolled(browser), await shown(browser)];
    await wheels(browser, selector, [0, 120]);
    await browser.until('return scrollY > arguments[0] + 30;', before);
    assert.deepEqual(await shown(browser), where, selector);
  }
}));

eachBrowser('a wheel that goes sideways pans, as does Shift with a wheel; the page stays', (browser) => showing(browser, async () => {
  await closer(browser);
  const [y, before] = [await scrolled(browser), await at(browser, 'A storm')];
  await taken(browser);
  await wheels(browser, AXIS, [60, 0]);
  near(await at(browser, 'A storm'), before - 60, 2, 'sideways');
  await wheels(browser, AXIS, [0, -60], { key: KEY.shift });
  near(await at(browser, 'A storm'), before, 3, 'with Shift');
  assert.equal(await scrolled(browser), y);
  assert.deepEqual(await browser.run('return host.taken;'), [true, true]);
}));

eachBrowser('Ctrl or ⌘ with a wheel, which is what a trackpad’s pinch is, zooms about the pointer', (browser) => showing(browser, async () => {
  const y = await scrolled(browser);
  await taken(browser);
  for (const key of [CONTROL, META]) {
    const [where, x] = [await shown(browser), await at(browser, 'Works begin')];
    const { width } = await size(browser);
    const from = [Math.round(x - width / 2), 0];
    await wheels(browser, AXIS, [0, -50], { key, from });
    const closer = await shown(browser);
    near(where.length / closer.length, Math.SQRT2, 0.05, 'closer');
    near(await at(browser, 'Works begin'), x, 2, 'what is under the pointer stays there');
    await wheels(browser, AXIS, [0, 50], { key, from });
    near((await shown(browser)).length, where.length, 0.01, 'and back');
  }
  assert.equal(await scrolled(browser), y);
  assert.deepEqual(await browser.run('return host.taken;'), [true, true, true, true], 'the page does not zoom');
}));

/** From now on counts how often the program lays the axis out elsewhere than it was. */
const counting = (browser) => browser.run(`
  host.laid = 0;
  const [brush] = deep(document, arguments[0]);
  const place = () => [brush.style.getPropertyValue('--_from'), brush.style.getPropertyValue('--_to'), brush.getAttribute('aria-valuetext')].join();
  let last = place();
  // What only moves is moved by a transform.
  new MutationObserver(() => {
    const now = place();
    if (now !== last) host.laid += 1;
    last = now;
  }).observe(brush, { attributes: true });`, BRUSH);
const laid = (browser) => browser.run('return host.laid;');

eachBrowser('a pan moves what is laid out: the program is asked once the window leaves it, or at the end', (browser) => showing(browser, async () => {
  await browser.run("document.getElementById('w').select('works');");
  await closer(browser, 2);
  await counting(browser);
  const before = await at(browser, 'Works begin');
  // Where it rests it is laid out, be it that the machine is too busy to move the mouse on.
  await browser.run(`
    const axis = deep(document, arguments[0])[0];
    let last = Infinity;
    host.rests = 0;
    axis.addEventListener('pointermove', ({ timeStamp }) => {
      if (timeStamp - last > 80) host.rests += 1;
      last = timeStamp;
      const { rests } = host;
      requestAnimationFrame(() => { host.meanwhile = host.laid - rests; });
    });`, AXIS);
  // What is laid out reaches half a window beyond it, on both sides together.
  const way = await browser.run("return parseFloat(deep(document, arguments[0])[0].style.getPropertyValue('--_at')) > 205 ? 1 : -1;", AXIS);
  await drags(browser, AXIS, steps(20, 10 * way, 0), { duration: 15, hold: true });
  assert.ok((await browser.run('return host.meanwhile;')) <= 0, '200 px are less than half a window');
  near(await at(browser, 'Works begin'), before + 195 * way, 6);
  // Let go after a while, nothing is thrown.
  await atRest(browser);
  await letGo(browser);
  await atRest(browser);
  assert.ok((await laid(browser)) >= 1);
  assert.ok((await browser.run('return host.laid - host.rests;')) <= 1);
  near(await at(browser, 'Works begin'), before + 195 * way, 6);
}));

eachBrowser('of a run of zoom steps most are only shown, and the axis stands where laying it out anew puts it', (browser) => showing(browser, async () => {
  await counting(browser);
  const before = await at(browser, 'Works begin');
  // Ten turns of a wheel, one in 50 ms: twice as close altogether, about px 300.
  const { during, scaled } = await browser.run(`
    const axis = deep(document, arguments[0])[0], { left, top } = axis.getBoundingClientRect();
    const over = deep(document, '.axis-lanes')[0];
    const mark = () => deep(document, '[part~="mark"]').find((one) => one.getAttribute('aria-label').includes('Works begin')).getBoundingClientRect().left - left;
    return new Promise((done) => {
      let turns = 0;
      const turn = () => {
        over.dispatchEvent(new WheelEvent('wheel', { clientX: left + 300, clientY: top + 20, deltaY: -10, ctrlKey: true, bubbles: true, composed: true, cancelable: true }));
        turns += 1;
        if (turns < 10) setTimeout(turn, 50);
        else requestAnimationFrame(() => setTimeout(() => done({ during: host.laid, scaled: mark() })));
      };
      turn();
    });`, AXIS);
  assert.ok(during <= 5, `ten steps took the program ${during} layouts`);
  await atRest(browser);
  const after = await at(browser, 'Works begin');
  near(scaled, after, 1.5, 'nothing jumps when it is laid out anew');
  near(after, 300 + (before - 300) * 2, 3, 'twice as far from the pointer as before');
  const all = await laid(browser);
  assert.ok(all > 0 && all <= during + 1, `${all} layouts, ${during} of them while it went on`);
}));

eachBrowser('a press that zooms is seen before the program lays out anew, once for several', (browser) => showing(browser, async () => {
  await counting(browser);
  const before = await at(browser, 'Works begin');
  const { width } = await size(browser);
  const press = `deep(document, '[part~="zoom-in"]')[0].click();`;
  const { atOnce, gliding } = await browser.run(`
    ${press}
    ${press}
    const atOnce = host.laid;
    return new Promise((done) => requestAnimationFrame(() => setTimeout(() => {
      // What holds nothing has nothing to move.
      const stages = deep(document, '.axis-stage').filter((one) => one.firstChild);
      done({ atOnce, gliding: stages.length > 0 && stages.every((one) => one.getAnimations().length === 1) });
    })));`);
  assert.equal(atOnce, 0, 'the program is not asked in the press');
  assert.ok(gliding, 'what is laid out glides');
  await settled(browser);
  await atRest(browser);
  near(await at(browser, 'Works begin'), width / 2 + (before - width / 2) * 4, 4, 'four times as far from the middle');
  assert.equal(await laid(browser), 1);
  // What the program has move glides as a whole, and no mark by itself.
  const { stages, marks } = await browser.run(`
    deep(document, '[part~="fit"]')[0].click();
    const count = (what) => deep(document, what).flatMap((one) => one.getAnimations()).length;
    return new Promise((done) => requestAnimationFrame(() => done({ stages: count('.axis-stage'), marks: count('.mark') })));`);
  assert.ok(stages > 0);
  assert.equal(marks, 0);
  await settled(browser);
  await atRest(browser);
  near(await at(browser, 'Works begin'), before, 2, 'and all is in view again');
}));

eachBrowser('a cluster that is pressed is drawn so before the axis is laid out anew', (browser) => showing(browser, async () => {
  const open = () => browser.run("return deep(document, '.cluster-list').length;");
  // With the next frame it is drawn as it is now.
  const atOnce = await browser.run("deep(document, '[part~=\"cluster\"]')[0].click(); return new Promise((done) => requestAnimationFrame(() => done(deep(document, '.cluster-list').length)));");
  assert.equal(atOnce, 0);
  await atRest(browser);
  assert.equal(await open(), 1);
}, { article: together(30) }));

eachBrowser('the pinch of a trackpad, as Safari tells of it, zooms about the pointer and is not the page’s', (browser) => showing(browser, async () => {
  const [where, x] = [await shown(browser), await at(browser, 'Works begin')];
  const pinched = await browser.run(`
    const { left, top } = deep(document, arguments[0])[0].getBoundingClientRect();
    const over = deep(document, '.axis-lanes')[0];
    const tell = (type, scale) => {
      const event = Object.assign(new Event(type, { bubbles: true, composed: true, cancelable: true }), { scale, clientX: left + arguments[1], clientY: top + 20 });
      over.dispatchEvent(event);
      return event.defaultPrevented;
    };
    return [tell('gesturestart', 1), ...[1.2, 1.5, 2].map((scale) => tell('gesturechange', scale))];`, AXIS, x);
  assert.deepEqual(pinched, [true, true, true, true], 'the page is not zoomed');
  await atRest(browser);
  near(where.length / (await shown(browser)).length, 2, 0.05, 'twice as close, as the last of it says');
  near(await at(browser, 'Works begin'), x, 2, 'what is under the pointer stays there');
  // The next one begins anew.
  await browser.run(`
    const { left } = deep(document, arguments[0])[0].getBoundingClientRect();
    for (const [type, scale] of [['gesturestart', 1], ['gesturechange', 0.5]]) {
      deep(document, '.axis-lanes')[0].dispatchEvent(Object.assign(new Event(type, { bubbles: true, composed: true, cancelable: true }), { scale, clientX: left + arguments[1] }));
    }`, AXIS, x);
  await atRest(browser);
  near((await shown(browser)).length, where.length, 0.01, 'and back');
}));

eachBrowser('a double click zooms about the pointer', (browser) => showing(browser, async () => {
  const [where, x] = [await shown(browser), await at(browser, 'Works begin')];
  const { width, height } = await size(browser);
  await double(browser, AXIS, [Math.round(x - width / 2), Math.round(height / 2) - 4]);
  await atRest(browser);
  near(where.length / (await shown(browser)).length, 2, 0.05, 'twice as close');
  near(await at(browser, 'Works begin'), x, 2, 'what is under the pointer stays there');
}));

eachBrowser('a double click on a cluster that lists its events leaves the list open', (browser) => showing(browser, async () => {
  await double(browser, '[part~="cluster"] > [part~="mark-dot"]');
  await atRest(browser);
  assert.equal((await browser.all('.cluster-list li')).length, 30);
}, { article: together(30) }));

eachBrowser('a swipe sideways pans; a swipe up or down is the page’s, on the axis and on its overview', (browser) => showing(browser, async () => {
  await closer(browser);
  const x = await at(browser, 'Works begin');
  const y = await scrolled(browser);
  await fingers(browser, AXIS, [{ path: steps(8, 15, 1) }], { rest: 150 });
  await atRest(browser);
  near(await at(browser, 'Works begin'), x + 120, 20, 'sideways');
  near(await scrolled(browser), y, 1, 'the page stays meanwhile');
  for (const selector of [AXIS, OVERVIEW]) {
    await middle(browser);
    const [before, where] = [await scrolled(browser), await shown(browser)];
    // Never quite straight, and on the overview beside the window.
    await fingers(browser, selector, [{ from: [-400, 0], path: steps(10, 8, -15) }], { rest: 150 });
    await browser.until('return scrollY > arguments[0] + 60;', before);
    await atRest(browser);
    const after = await shown(browser);
    near(after.from, where.from, 0.004, `${selector} stays`);
    near(after.length, where.length, 0.004, `${selector} stays`);
  }
}));

eachBrowser('two fingers that spread zoom, and two that go together pan', (browser) => showing(browser, async () => {
  const [where, x] = [await shown(browser), await at(browser, 'Works begin')];
  const { width } = await size(browser);
  const centre = Math.round(x - width / 2);
  const pinch = (...both) => fingers(browser, AXIS, both, { rest: 150 });
  const y = await scrolled(browser);
  await pinch({ from: [centre - 40, 0], path: steps(8, -10, 0) }, { from: [centre + 40, 0], path: steps(8, 10, 0) });
  await atRest(browser);
  const closer = await shown(browser);
  near(where.length / closer.length, 3, 0.3, 'from 80 px to 240');
  near(await at(browser, 'Works begin'), x, 15, 'what is between the fingers stays there');
  await pinch({ from: [-60, 0], path: steps(8, 10, 0) }, { from: [60, 0], path: steps(8, 10, 0) });
  await atRest(browser);
  near((await shown(browser)).length, closer.length, 0.02, 'no closer');
  near(await at(browser, 'Works begin'), x + 80, 15, 'both 80 px to the right');
  await pinch({ from: [-160, 0], path: steps(8, 15, 0) }, { from: [160, 0], path: steps(8, -15, 0) });
  await atRest(browser);
  assert.ok((await shown(browser)).length > closer.length * 2, 'and closed, farther away');
  near(await scrolled(browser), y, 1, 'the page stays');
  assert.equal(await browser.run('return visualViewport.scale;'), 1, 'the page is not zoomed');
}));

eachBrowser('a double tap zooms about the finger, a single one chooses', (browser) => showing(browser, async () => {
  const [where, x] = [await shown(browser), await at(browser, 'Works begin')];
  const { width, height } = await size(browser);
  const spot = [Math.round(x - width / 2), Math.round(height / 2) - 4];
  const taps = () => fingers(browser, AXIS, [{ from: spot }]);
  await taps();
  await atRest(browser);
  near((await shown(browser)).length, where.length, 0.001, 'one tap does not zoom');
  await taps();
  await taps();
  await atRest(browser);
  near(where.length / (await shown(browser)).length, 2, 0.05, 'twice as close, and once only');
  near(await at(browser, 'Works begin'), x, 2, 'what is under the finger stays there');
  // On what of the mark is in the window.
  const on = await browser.run(`
    const axis = deep(document, arguments[0])[0].getBoundingClientRect();
    const mark = deep(document, "[part~='mark'][aria-label*='Works begin']")[0].getBoundingClientRect();
    const side = (Math.max(axis.left, mark.left) + Math.min(axis.right, mark.right)) / 2;
    return [side - (axis.left + axis.right) / 2, (mark.top + mark.bottom) / 2 - (axis.top + axis.bottom) / 2].map(Math.round);`, AXIS);
  await fingers(browser, AXIS, [{ from: on }]);
  await browser.until("return host.told.some((one) => one.name === 'select' && one.detail.id === 'works');");
}));

eachBrowser('a pan that was thrown runs on, and stops by itself or at a touch', (browser) => showing(browser, async () => {
  await closer(browser, 3);
  const throws = () => drags(browser, AXIS, steps(6, -20, 0), { duration: 10 });
  const from = async () => (await shown(browser)).from;
  await throws();
  await pause(50);
  const early = await from();
  await atRest(browser);
  const late = await from();
  assert.ok(late > early + 0.002, `it runs on: ${early}, then ${late}`);
  await atRest(browser);
  const rest = await from();
  await atRest(browser);
  near(await from(), rest, 0.0005, 'it has come to rest');
  await throws();
  await drags(browser, AXIS, [], { rest: 40 });
  const stopped = await from();
  await atRest(browser);
  near(await from(), stopped, 0.0005, 'a touch stops it');
  // Who rests before letting go throws nothing.
  await drags(browser, AXIS, steps(6, 20, 0), { duration: 10, rest: 200 });
  const rested = await from();
  await atRest(browser);
  near(await from(), rested, 0.0005, 'and a rest throws nothing');
}));

/** From now on notes what glides in the axis, and for how many ms. */
const listen = (browser) => browser.run(`
  host.glides = [];
  const axis = deep(document, arguments[0])[0];
  axis.addEventListener('transitionrun', ({ propertyName, target }) => {
    const own = target.getAnimations().find((one) => one.transitionProperty === propertyName);
    host.glides.push(propertyName + ' ' + own?.effect.getComputedTiming().endTime);
  });
  const { animate } = Element.prototype;
  Element.prototype.animate = function (frames, times) {
    if (axis.contains(this)) host.glides.push('animate ' + (times.duration ?? times));
    return animate.call(this, frames, times);
  };`, AXIS);

/** One event that lasts for all there is to see, so that it is under every pointer. */
const LASTING = { ...SMALL, events: [{ id: 'works', title: 'Works', date: '2019-03/2023-03', countries: ['PL'] }] };

eachBrowser('the press that stops a pan that runs on chooses nothing; the next one does', (browser) => showing(browser, async () => {
  await closer(browser, 3);
  const [, y] = await on(browser, 'Works');
  const told = () => browser.run("return host.told.filter((one) => one.name === 'select').length;");
  // Thrown and pressed in one go: the run must not be over before the press.
  const origin = await browser.one(AXIS);
  const press = [{ type: 'pointerMove', duration: 0, origin, x: 0, y }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
  await browser.actions(mouse(
    { type: 'pointerMove', duration: 0, origin, x: 100, y },
    { type: 'pointerDown', button: 0 },
    ...moves(steps(6, -20, 0), 10),
    { type: 'pointerUp', button: 0 },
    { type: 'pause', duration: 60 },
    ...press,
  ));
  await atRest(browser);
  assert.equal(await told(), 0);
  await drags(browser, AXIS, [], { from: [0, y] });
  await browser.until("return host.told.some((one) => one.name === 'select' && one.detail.id === 'works');");
}, { article: LASTING }));

/** How far what is in the axis stands aside of its place, in px, now. */
const aside = (browser) => browser.run("return Math.max(...[...deep(document, arguments[0])[0].children].map((one) => Math.abs(parseFloat(getComputedStyle(one).translate) || 0)));", AXIS);

eachBrowser('pulled beyond its bounds it gives way, less and less, and springs back', (browser) => showing(browser, async () => {
  await drags(browser, AXIS, steps(5, 10, 0), { hold: true });
  await atRest(browser);
  const little = await aside(browser);
  assert.ok(little > 5 && little < 30, `after 50 px it gives way by ${little}`);
  const pull = (x) => browser.actions(mouse(...moves(steps(5, x / 5, 0), 20)));
  await pull(300);
  await atRest(browser);
  const much = await aside(browser);
  assert.ok(much > little && much < 60, `after 350 px by ${much}`);
  // Back on the same way, until nothing is left of it and the axis is panned again.
  await pull(-300);
  await atRest(browser);
  near(await aside(browser), little, 6, 'back at 50 px');
  const before = await shown(browser);
  await listen(browser);
  await letGo(browser);
  await atRest(browser);
  near(await aside(browser), 0, 0.01, 'it is back');
  const glides = (await browser.run('return host.glides;')).filter((one) => one.startsWith('translate '));
  assert.ok(glides.length > 0 && glides.every((one) => Number(one.split(' ')[1]) <= 250), `it springs back within 250 ms: ${glides}`);
  assert.deepEqual(await shown(browser), before);
}));

eachBrowser('with less motion asked for, nothing gives way, runs on or glides', (browser) => showing(browser, async () => {
  await listen(browser);
  await drags(browser, AXIS, steps(5, 20, 0), { hold: true });
  await atRest(browser);
  assert.equal(await aside(browser), 0);
  await letGo(browser);
  await closer(browser, 3);
  await drags(browser, AXIS, steps(6, -20, 0), { duration: 10 });
  await pause(60);
  const where = await shown(browser);
  await atRest(browser);
  assert.deepEqual(await shown(browser), where);
  for (const part of ['fit', 'zoom-in', 'next']) {
    await browser.run('deep(document, `[part~="${arguments[0]}"]`)[0].click();', part);
    await settled(browser);
  }
  assert.deepEqual(await browser.run('return host.glides;'), []);
}, { view: { width: 900, height: 700, ...STILL } }), STILL);

eachBrowser('what glides does so for less than 250 ms, and a drag takes over at once', (browser) => showing(browser, async () => {
  await listen(browser);
  await closer(browser);
  await browser.run("deep(document, '[part~=\"fit\"]')[0].click();");
  await settled(browser);
  const glides = await browser.run('return host.glides;');
  for (const kind of ['transform', 'animate']) assert.ok(glides.some((one) => one.startsWith(kind)), `${kind}: ${glides}`);
  assert.ok(glides.every((one) => Number(one.split(' ')[1]) < 250), `${glides}`);
  await closer(browser);
  const before = await at(browser, 'Works begin');
  // The button is pressed and the drag begins before the marks have come to where they go.
  await browser.run("deep(document, '[part~=\"zoom-in\"]')[0].click();");
  await drags(browser, AXIS, steps(4, 20, 0), { duration: 5, hold: true });
  // The drag is shown with the next frame.
  const held = await browser.run(`
    const count = () => deep(document, '.axis-stage').flatMap((one) => one.getAnimations()).length;
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(count()))));`);
  assert.equal(held, 0, 'what is under the finger goes where the finger goes, not after it');
  await browser.actions(mouse({ type: 'pause', duration: 150 }, { type: 'pointerUp', button: 0 }));
  const { width } = await size(browser);
  near(await at(browser, 'Works begin'), width / 2 + (before - width / 2) * 2 + 80, 22, 'zoomed, and then dragged');
}));

eachBrowser('nothing is drawn while nothing happens', (browser) => showing(browser, async () => {
  await browser.run(`
    host.frames = 0;
    const ask = requestAnimationFrame;
    window.requestAnimationFrame = (work) => { host.frames += 1; return ask(work); };`);
  const during = async (work) => {
    await browser.run('host.frames = 0;');
    await work();
    return browser.run('return host.frames;');
  };
  assert.ok(await during(() => wheels(browser, AXIS, [0, -50], { key: CONTROL })) > 0, 'frames are counted');
  // Beyond the bounds, too, where a thrown pan has nowhere to run to.
  await drags(browser, AXIS, steps(12, 30, 0), { duration: 10 });
  await atRest(browser);
  assert.equal(await during(() => pause(LONG)), 0);
  // A pointer that only passes over asks for nothing.
  const origin = await browser.one(AXIS);
  const over = () => browser.actions(mouse({ type: 'pointerMove', duration: 0, origin, x: -50, y: 0 }, { type: 'pointerMove', duration: 100, origin, x: 50, y: 0 }));
  assert.equal(await during(over), 0);
}));

eachBrowser('the overview’s window stops at the edge, and comes back with the pointer', (browser) => showing(browser, async () => {
  await closer(browser, 2);
  const { width } = await size(browser, OVERVIEW);
  const before = await shown(browser);
  const far = Math.round(width * 0.48);
  // Far beyond the edge, and all the way back.
  await drags(browser, BRUSH, [...steps(5, -far / 5, 0), ...steps(5, far / 5, 0)]);
  const back = await shown(browser);
  near(back.from, before.from, 0.006, 'where it was');
  near(back.length, before.length, 0.004, 'and as long');
}));

eachBrowser('the overview’s window is dragged and resized, and comes to where it is asked', (browser) => showing(browser, async () => {
  await closer(browser, 2);
  const { width } = await size(browser, OVERVIEW);
  const before = await shown(browser);
  near(before.length, 0.25, 0.01, 'a quarter is in view');
  await drags(browser, BRUSH, steps(5, 18, 0));
  const dragged = await shown(browser);
  near(dragged.from, before.from + 90 / width, 0.004, 'dragged by 90 px');
  near(dragged.length, before.length, 0.004, 'as long as before');
  await drags(browser, `${BRUSH} [data-grip="end"]`, steps(5, 12, 0));
  const longer = await shown(browser);
  near(longer.from, dragged.from, 0.004, 'its start stays');
  near(longer.to, dragged.to + 60 / width, 0.004, 'its end is 60 px farther');
  await drags(browser, `${BRUSH} [data-grip="start"]`, steps(5, 12, 0));
  const shorter = await shown(browser);
  near(shorter.from, longer.from + 60 / width, 0.004, 'its start is 60 px farther');
  near(shorter.to, longer.to, 0.004, 'its end stays');
  await browser.pointer('mouse', await browser.one(OVERVIEW), { x: Math.round(-width * 0.3) });
  await atRest(browser);
  const asked = await shown(browser);
  near((asked.from + asked.to) / 2, 0.2, 0.01, 'its middle comes to the pointer');
  near(asked.length, shorter.length, 0.004, 'as long as before');
  // Let go outside, it is let go.
  await drags(browser, BRUSH, [[30, 0], [30, 0], [0, -200]]);
  const left = await shown(browser);
  near(left.from, asked.from + 60 / width, 0.004, 'followed outside');
  const origin = await browser.one(OVERVIEW);
  await browser.actions(mouse({ type: 'pointerMove', duration: 50, origin, x: 100, y: 0 }));
  await atRest(browser);
  assert.deepEqual(await shown(browser), left);
}));

eachBrowser('a finger drags and resizes the overview’s window, too, and a tap brings it', (browser) => showing(browser, async () => {
  await closer(browser, 2);
  const { width } = await size(browser, OVERVIEW);
  const before = await shown(browser);
  await fingers(browser, BRUSH, [{ path: steps(8, 12, 0) }]);
  const dragged = await shown(browser);
  near(dragged.from, before.from + 96 / width, 0.02, 'dragged by 96 px');
  await fingers(browser, `${BRUSH} [data-grip="end"]`, [{ path: steps(8, 12, 0) }]);
  const longer = await shown(browser);
  near(longer.from, dragged.from, 0.004, 'its start stays');
  near(longer.to, dragged.to + 96 / width, 0.02, 'its end is 96 px farther');
  await fingers(browser, OVERVIEW, [{ from: [Math.round(-width * 0.3), 0] }]);
  await atRest(browser);
  const asked = await shown(browser);
  near((asked.from + asked.to) / 2, 0.2, 0.02, 'its middle comes to the finger');
}));

eachBrowser('for every gesture there is a button or a key', (browser) => showing(browser, async () => {
  const press = (part) => browser.click(`[part~="${part}"]`);
  await comes(browser, 'length', 1, 'everything is in view');
  await press('zoom-in');
  await comes(browser, 'length', 0.5, 'zoom in');
  await press('zoom-out');
  await comes(browser, 'length', 1, 'zoom out');
  await press('zoom-in');
  await comes(browser, 'length', 0.5, 'zoom in');
  await press('fit');
  await comes(browser, 'length', 1, 'fit');
  // By key: the window on the overview, which is there once not everything is in view, pans,
  // jumps and zooms.
  await press('zoom-in');
  await comes(browser, 'length', 0.5, 'zoom in again');
  await browser.run('deep(document, arguments[0])[0].focus();', BRUSH);
  await browser.press('+');
  const near2 = await comes(browser, 'length', 0.25, 'key +');
  await browser.press(KEY.right);
  await comes(browser, 'from', near2.from + 0.0625, 'arrow right, a quarter of the window');
  await browser.press(KEY.left);
  await comes(browser, 'from', near2.from, 'arrow left');
  await browser.press(KEY.home);
  await comes(browser, 'from', 0, 'Home');
  await browser.press(KEY.end);
  await comes(browser, 'to', 1, 'End');
  await browser.press('-');
  await comes(browser, 'length', 0.5, 'key -');
  await browser.press('0');
  await comes(browser, 'length', 1, 'key 0');
  assert.equal(await browser.run("return focused().getAttribute('role');"), 'listbox', 'the window has gone, and the focus stays on the axis');
  // The marks: next and previous, closer and farther, let go.
  const chosen = () => browser.run("return deep(document, '[part~=\"event\"][data-selected]')[0]?.id.split('=')[1] ?? null;");
  await press('next');
  await browser.until("return deep(document, '[part~=\"event\"][data-selected]').length === 1;");
  assert.equal(await chosen(), 'plan');
  await browser.run("deep(document, '[role=\"listbox\"]')[0].focus();");
  await browser.press(KEY.right);
  await browser.until("return deep(document, '[part~=\"event\"][data-selected]')[0]?.id.endsWith('works');");
  await browser.press('+');
  await comes(browser, 'length', 0.5, 'key + on the marks');
  await browser.press('0');
  await comes(browser, 'length', 1, 'key 0 on the marks');
  await browser.press(KEY.escape);
  await browser.until("return deep(document, '[part~=\"event\"][data-selected]').length === 0;");
}));

eachBrowser('keys go the way the text runs', (browser) => showing(browser, async () => {
  await closer(browser, 2);
  await browser.run('deep(document, arguments[0])[0].focus();', BRUSH);
  const before = await shown(browser);
  await browser.press(KEY.right);
  near((await shown(browser)).from, before.from + 0.0625, 0.01, 'the window goes right, which is the past here');
}, { article: { ...SMALL, language: 'ar' } }));

eachBrowser('on a phone the axis is panned and zoomed, and the page scrolled over it', (browser) => showing(browser, async () => {
  await closer(browser);
  const x = await at(browser, 'Works begin');
  await fingers(browser, AXIS, [{ path: steps(6, 10, 1) }], { rest: 150 });
  await atRest(browser);
  near(await at(browser, 'Works begin'), x + 60, 15, 'a swipe sideways pans');
  const y = await scrolled(browser);
  await fingers(browser, AXIS, [{ path: steps(8, 1, -15) }], { rest: 150 });
  await browser.until('return scrollY > arguments[0] + 60;', y);
  await middle(browser);
  const before = await browser.run("return deep(document, '.axis-now')[0].textContent;");
  await fingers(browser, AXIS, [{ from: [-30, 0], path: steps(6, -10, 0) }, { from: [30, 0], path: steps(6, 10, 0) }], { rest: 150 });
  await atRest(browser);
  assert.notEqual(await browser.run("return deep(document, '.axis-now')[0].textContent;"), before, 'two fingers come closer');
}, { view: { width: 360, height: 700 } }));
