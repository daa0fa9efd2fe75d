// A browser as the tests see it: pages at an exact width, elements through
// shadow roots, keys, touch, pictures.

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { media } from './media.js';
import { SCREEN } from './processes.js';
import { framed } from './server.js';
import { stays, steady, until } from './waiting.js';

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
 * opening, and a press that is let go of elsewhere is none.
 */
const AIM = `
  const [one] = arguments;
  return new Promise((done) => {
    let before;
    let frames = 0;
    const look = () => {
      one.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y } = one.getBoundingClientRect();
      const now = [x, y].join();
      if (now === before || (frames += 1) > 60) return done();
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

export class Browser {
  /** @param {string} name @param {import('selenium-webdriver').WebDriver} driver */
  constructor(name, driver) {
    this.name = name;
    this.driver = driver;
    /** Whether a tap is a real touch: WebKitGTK's driver turns fingers into mice. */
    this.hasTouch = name !== 'webkit';
    /** Whether a window can be of a size, by that size. @type {Map<string, boolean>} */
    this.sizes = new Map();
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
    if (this.name === 'chromium') {
      const metrics = { width, height, deviceScaleFactor: 1, mobile: false };
      await this.devtools('Emulation.setDeviceMetricsOverride', metrics);
      await media(this, { 'prefers-color-scheme': dark ? 'dark' : 'light', ...asked });
      // Leaving first makes sure that an address which differs in its fragment only is loaded.
      await driver.get('about:blank');
      await driver.get(address);
      return;
    }
    await driver.get('about:blank');
    await media(this, asked);
    // What a wide window can be is found out once: to change one takes a quarter of a second.
    const size = `${width}×${height}`;
    let fits = !dark && width >= NARROWEST && this.sizes.get(size);
    if (fits !== false) {
      await this.resize(width, height + 150);
      fits = await this.isOfSize(width, height);
      this.sizes.set(size, fits);
    }
    if (fits) {
      await driver.get(address);
    } else {
      // No window gets as narrow as a phone: a frame does, in every engine.
      if (!(this.rect?.width >= width + 40 && this.rect.height >= height + 190)) await this.resize(width + 40, height + 190);
      await driver.get(new URL(framed(address, width, height, dark), address).href);
      await driver.switchTo().frame(0);
      this.framed = true;
    }
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
    const text = typeof work === 'function' ? `return (${work}).apply(null, arguments);` : work;
    return this.driver.executeScript(DEEP + text, ...values);
  }

  /** Asks the page until it says something that is true, and returns that. */
  async until(work, ...values) {
    return until(this.#asking(work, values), () => this.run(work, ...values));
  }

  /** Watches that what the page says stays true for a while: for what must not happen. */
  async stays(work, ...values) {
    return stays(this.#asking(work, values), () => this.run(work, ...values));
  }

  /** Waits until what the page says is the same for a while, and returns that. */
  async steady(work, ...values) {
    return steady(this.#asking(work, values), () => this.run(work, ...values));
  }

  #asking(work, values) {
    return `in ${this.name}: ${work}${values.length ? ` (${values.join(', ')})` : ''}`;
  }

  /** All elements that a selector names, shadow roots included. */
  all(selector) {
    return this.run('return deep(document, arguments[0]);', selector);
  }

  /** The first element that a selector names, once it is there. */
  async one(selector) {
    await this.until('return deep(document, arguments[0]).length > 0;', selector);
    return (await this.all(selector))[0];
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
