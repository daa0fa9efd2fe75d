// A browser as the tests see it: pages at an exact width, elements through
// shadow roots, keys, touch, pictures.

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { between } from './between.js';
import { media } from './media.js';
import { SCREEN } from './processes.js';
import { framed } from './server.js';
import { LOOK, PATIENCE, WHILE, until } from './waiting.js';

/** Where pictures go; it is not kept. */
export const PICTURES = fileURLToPath(new URL('../../../target/pictures/', import.meta.url));

/** No window gets narrower than this, in px, in every engine. */
const NARROWEST = 500;
/** How long a window may take to become as large as it is asked to, in ms: where it cannot, a page is framed. */
const RESIZING = 2000;

/** WebDriver's code points for keys that have no character. */
export const KEY = {
  tab: '\uE004', enter: '\uE007', escape: '\uE00C', space: ' ', shift: '\uE008',
  left: '\uE012', up: '\uE013', right: '\uE014', down: '\uE015', end: '\uE010', home: '\uE011',
};

/**
 * Scrolls to an element until it is at rest in two frames: what is above may still be
 * opening, or be about to come where the page says that it is busy, and a press that is let
 * go of elsewhere is none.
 */
const AIM = `
  const [one] = arguments;
  return new Promise((done) => {
    let before;
    let frames = 0;
    const look = () => {
      one.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = one.getBoundingClientRect();
      const [across, down] = [x + width / 2, y + height / 2];
      // A dialog that is about to open is nowhere yet, and a key may still have the page scroll.
      const isSeen = one.getClientRects().length && across >= 0 && across <= innerWidth && down >= 0 && down <= innerHeight;
      const now = isSeen && !document.querySelector('[aria-busy="true"]') ? [x, y].join() : undefined;
      if ((now && now === before) || (frames += 1) > 60) return done();
      before = now;
      requestAnimationFrame(look);
    };
    look();
  });`;

/** Looks for a selector in all that is rendered: through shadow roots, and not behind them. */
const DEEP = `
  const deep = (root, selector, found = []) => {
    const below = root.shadowRoot ?? root;
    const given = below.localName === 'slot' ? below.assignedElements() : [];
    for (const element of given.length ? given : below.children) {
      if (element.matches(selector)) found.push(element);
      deep(element, selector, found);
    }
    return found;
  };
  const focused = () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  };`;

/** A function's source as a script. */
const source = (work) => DEEP + (typeof work === 'function' ? `return (${work}).apply(null, arguments);` : work);

export class Browser {
  /** @param {string} name @param {import('selenium-webdriver').WebDriver} driver */
  constructor(name, driver) {
    this.name = name;
    this.driver = driver;
    /** Whether a tap is a real touch: WebKitGTK's driver turns fingers into mice. */
    this.hasTouch = name !== 'webkit';
    /** Whether a window can be of a size, by that size. @type {Map<string, boolean>} */
    this.sizes = new Map();
    /** How the page that was opened last was to look, as text, unless something has been changed since. @type {string | undefined} */
    this.view = undefined;
    /** Whether the window itself is as large as that. */
    this.fits = true;
    /** The window's size. @type {{ width: number, height: number } | undefined} */
    this.rect = undefined;
    /** What Firefox has been told of its reader. @type {string | undefined} */
    this.told = undefined;
  }

  /** Opens an address in a view of exactly this many CSS pixels, light or dark. */
  async open(address, { width = 1200, height = 900, dark = false, media: asked = {} } = {}) {
    const { driver } = this;
    await driver.switchTo().defaultContent();
    this.framed = false;
    const view = JSON.stringify({ width, height, dark, asked });
    const isAsBefore = view === this.view;
    // What is left first is not laid out anew, and is not taken for the next by a driver that hears
    // of it still. What differs in its fragment only would not be loaded.
    const isLeftFirst = this.name !== 'chromium' || !isAsBefore || (await this.isAt(address));
    if (isLeftFirst) await driver.get(await between(this.name));
    if (!isAsBefore) this.fits = await this.look({ width, height, dark, asked });
    this.view = view;
    if (this.fits) {
      await driver.get(address);
    } else {
      await driver.get(new URL(framed(address, width, height, dark), address).href);
      await driver.switchTo().frame(0);
      this.framed = true;
    }
  }

  /** Whether the window shows that page, or another part of it. */
  async isAt(address) {
    const page = (one) => one.split('#')[0];
    return page(await this.driver.getCurrentUrl()) === page(address);
  }

  /** Has the pages that follow look as asked for, and says whether the window itself can be of that size. */
  async look({ width, height, dark, asked }) {
    if (this.name === 'chromium') {
      await this.devtools('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
      await media(this, { 'prefers-color-scheme': dark ? 'dark' : 'light', ...asked });
      return true;
    }
    await media(this, asked);
    // What a wide window can be is found out once: to change one takes a quarter of a second.
    const size = `${width}×${height}`;
    let fits = !dark && width >= NARROWEST && this.sizes.get(size);
    if (fits !== false) {
      await this.resize(width, height + 150);
      fits = await this.isOfSize(width, height);
      this.sizes.set(size, fits);
    }
    // No window gets as narrow as a phone: a frame does, in every engine.
    if (!fits && !(this.rect?.width >= width + 40 && this.rect.height >= height + 190)) await this.resize(width + 40, height + 190);
    return fits;
  }

  /** Comes back to the opened page from a frame in it, even from one that is gone. */
  async home() {
    await this.driver.switchTo().defaultContent();
    if (this.framed) await this.driver.switchTo().frame(0);
  }

  /** Gives the window a size, around the middle of the virtual screen: the pointer rests
   *  there, and without a window manager the window below it is the one with the focus. */
  async resize(width, height) {
    if (this.rect?.width === width && this.rect.height === height) return;
    this.view = undefined;
    const x = Math.max(0, Math.round((SCREEN.width - width) / 2));
    await this.driver.manage().window().setRect({ x, y: 0, width, height });
    this.rect = { width, height };
  }

  /** Whether the view becomes this wide and high: a window takes its size some time after it was asked to. */
  async isOfSize(width, height) {
    const ask = () => this.driver.executeScript('return innerWidth === arguments[0] && innerHeight >= arguments[1]', width, height);
    return until('the window to take its size', ask, RESIZING).catch(() => false);
  }

  /** Runs a function's source in the page; `deep` and `focused` are at hand. */
  run(work, ...values) {
    return this.driver.executeScript(source(work), ...values);
  }

  /** Asks the page until it says something that is true, and returns that. */
  async until(work, ...values) {
    try {
      return await until(this.#asking(work, values), () => this.run(work, ...values));
    } catch (trouble) {
      trouble.message += await this.#told();
      throw trouble;
    }
  }

  /** Where the page is, for who reads why something was waited for in vain; nothing where that cannot be asked. */
  async #told() {
    const told = await this.run(`
      const widgets = deep(document, 'dateline-widget').map((one) => [one.id, one.state, Math.round(one.getBoundingClientRect().top)].join(' '));
      return { page: document.readyState, seen: document.visibilityState, scrolled: scrollY, widgets, errors: window.probe?.errors };`).catch(() => {});
    return told ? `; ${JSON.stringify(told)}` : '';
  }

  /** Watches that what the page says stays true for a while: for what must not happen. */
  async stays(work, ...values) {
    const { isTrue } = await this.#watch(work, values, `
      const end = Date.now() + WHILE;
      do {
        if (!(await read())) return { isTrue: false };
        await next();
      } while (Date.now() < end);
      return { isTrue: true };`);
    if (!isTrue) throw new Error(`No longer true: ${this.#asking(work, values)}`);
  }

  /** Waits until what the page says is the same for a while, and returns that. */
  async steady(work, ...values) {
    const { isSteady, last } = await this.#watch(work, values, `
      const deadline = Date.now() + PATIENCE;
      let last = await read();
      let since = Date.now();
      while (Date.now() - since < WHILE) {
        if (Date.now() > deadline) return { isSteady: false };
        await next();
        const now = await read();
        if (JSON.stringify(now) !== JSON.stringify(last)) [last, since] = [now, Date.now()];
      }
      return { isSteady: true, last };`);
    if (!isSteady) throw new Error(`Waited ${PATIENCE / 1000} s for: ${this.#asking(work, values)} to come to rest`);
    return last;
  }

  /** Looks again and again at what the page says, in the page itself: to ask it each time costs more than to look. */
  async #watch(work, values, looking) {
    const { trouble, ...answer } = await this.driver.executeAsyncScript(`
      const [PATIENCE, WHILE, LOOK, values, done] = arguments;
      const next = () => new Promise((resolve) => setTimeout(resolve, LOOK));
      const read = function () {${source(work)}}.bind(null, ...values);
      (async () => {${looking}})().then(done, (trouble) => done({ trouble: String(trouble) }));`, PATIENCE, WHILE, LOOK, values);
    if (trouble) throw new Error(`${this.#asking(work, values)}: ${trouble}`);
    return answer;
  }

  #asking(work, values) {
    return `in ${this.name}: ${work}${values.length ? ` (${values.join(', ')})` : ''}`;
  }

  /** All elements that a selector names, shadow roots included. */
  all(selector) {
    return this.run('return deep(document, arguments[0]);', selector);
  }

  /** The first element that a selector names, once it is there. */
  one(selector) {
    return this.until('return deep(document, arguments[0])[0];', selector);
  }

  /** The text of every element that a selector names, as it is rendered. */
  texts(selector) {
    return this.run('return deep(document, arguments[0]).map((one) => one.innerText.trim());', selector);
  }

  /** Scrolls to an element and clicks its middle with a mouse. */
  async click(selector) {
    const element = await this.one(selector);
    await this.run(AIM, element);
    await this.pointer('mouse', element);
  }

  /** Scrolls to an element and taps its middle with a finger. */
  async tap(selector) {
    const element = await this.one(selector);
    await this.run(AIM, element);
    await this.pointer('touch', element);
  }

  /** Presses a point so many pixels from an element's middle. */
  async pointer(kind, origin, { x = 0, y = 0 } = {}) {
    await this.actions([{
      type: 'pointer',
      id: kind,
      parameters: { pointerType: kind },
      actions: [
        { type: 'pointerMove', duration: 0, origin, x, y },
        { type: 'pointerDown', button: 0 },
        { type: 'pause', duration: 30 },
        { type: 'pointerUp', button: 0 },
      ],
    }]);
  }

  /** Drags from an element's middle by so many pixels, in steps. */
  async drag(selector, { x = 0, y = 0 }, kind = 'mouse') {
    const origin = await this.one(selector);
    const steps = 8;
    const moves = Array.from({ length: steps }, () => ({
      type: 'pointerMove', duration: 20, origin: 'pointer', x: Math.round(x / steps), y: Math.round(y / steps),
    }));
    await this.actions([{
      type: 'pointer',
      id: kind,
      parameters: { pointerType: kind },
      actions: [
        { type: 'pointerMove', duration: 0, origin, x: 0, y: 0 },
        { type: 'pointerDown', button: 0 },
        ...moves,
        { type: 'pointerUp', button: 0 },
      ],
    }]);
  }

  /** Presses keys one after the other on whatever has the focus. */
  async press(...keys) {
    const actions = keys.flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    await this.actions([{ type: 'key', id: 'keyboard', actions }]);
  }

  /** Types text, letter by letter. */
  async type(text) {
    await this.press(...text);
  }

  /** W3C actions as the standard spells them. */
  async actions(sources) {
    const { Command } = await import('selenium-webdriver/lib/command.js');
    await this.driver.execute(new Command('actions').setParameter('actions', sources));
  }

  /** A command of the Chrome DevTools Protocol; Chromium only. */
  devtools(name, parameters = {}) {
    return this.driver.sendAndGetDevToolsCommand(name, parameters);
  }

  /** What the probe has heard so far on this page. */
  probe() {
    return this.run('return window.probe;');
  }

  /** Keeps a picture of the view in `target/pictures/` and returns its path. */
  async picture(title) {
    mkdirSync(PICTURES, { recursive: true });
    const file = `${PICTURES}${title}-${this.name}.png`;
    writeFileSync(file, await this.driver.takeScreenshot(), 'base64');
    return file;
  }
}
