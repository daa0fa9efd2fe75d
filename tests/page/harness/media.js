// How readers have set their system up, and paper, for the tests that ask for it.

import { privileged } from './privileged.js';

/** For tests whose reader has colours of their own. */
export const FORCED = { only: ['chromium', 'firefox'], because: 'WebKit has no forced colours' };
/** For tests whose reader has asked for less motion: WebKit is started so. */
export const STILL = { media: { 'prefers-reduced-motion': 'reduce' } };
/** And for more contrast. */
export const CONTRAST = { media: { 'prefers-contrast': 'more' } };
/** For tests of a page as it is printed. */
export const PAPER = { only: ['chromium', 'firefox'], because: 'WebKitGTK’s driver cannot show a page as it is printed' };

/** What Firefox is told for each media feature, and what it has when a test asks for nothing. */
const FIREFOX = {
  // 0, its own default, would let a theme of more contrast force colours, too.
  'forced-colors': ['browser.display.document_color_use', { none: 1, active: 2 }, 'none'],
  'prefers-contrast': ['ui.useAccessibilityTheme', { 'no-preference': 0, more: 1 }, 'no-preference'],
  'prefers-reduced-motion': ['ui.prefersReducedMotion', { 'no-preference': 0, reduce: 1 }, 'no-preference'],
  'prefers-color-scheme': ['layout.css.prefers-color-scheme.content-override', { dark: 0, light: 1, auto: 2 }, 'auto'],
};

/**
 * Sets media features for the page and those that follow; what is not named is as usual.
 * WebKit has what it was started with.
 *
 * @param {import('./browser.js').Browser} browser
 * @param {Record<string, string>} wanted
 */
export async function media(browser, wanted) {
  browser.view = undefined;
  if (browser.name === 'chromium') {
    const features = Object.entries(wanted).map(([name, value]) => ({ name, value }));
    await browser.devtools('Emulation.setEmulatedMedia', { media: '', features });
  } else if (browser.name === 'firefox') {
    const told = Object.entries(FIREFOX).map(([name, [pref, values, usual]]) => [pref, values[wanted[name] ?? usual]]);
    // To tell it takes a while, and most tests ask for nothing.
    if (JSON.stringify(told) === browser.told || (!browser.told && !Object.keys(wanted).length)) return;
    browser.told = JSON.stringify(told);
    await privileged(browser.driver, (told, done) => {
      for (const [pref, value] of told) Services.prefs.setIntPref(pref, value);
      done(null);
    }, told);
  }
  for (const [name, value] of Object.entries(wanted)) {
    await browser.until('return matchMedia(`(${arguments[0]}: ${arguments[1]})`).matches;', name, value);
  }
}

/**
 * Shows the open page as on paper while something is done.
 *
 * @param {import('./browser.js').Browser} browser
 * @param {() => Promise<void>} work
 */
export async function onPaper(browser, work) {
  await paper(browser, true);
  try {
    await browser.until("return matchMedia('print').matches;");
    await work();
  } finally {
    await paper(browser, false);
  }
}

/**
 * Has text so many times larger while something is done, as a reader sets it in Firefox.
 *
 * @param {import('./browser.js').Browser} browser
 * @param {number} times
 * @param {() => Promise<void>} work
 */
export async function largerText(browser, times, work) {
  const set = (percent) => privileged(browser.driver, (percent, done) => {
    for (const script of ['x-western', 'x-unicode', 'x-cyrillic', 'ar']) Services.prefs.setIntPref(`font.size.variable.${script}`, (16 * percent) / 100);
    done(null);
  }, percent);
  await set(times * 100);
  try {
    await work();
  } finally {
    await set(100);
  }
}

function paper(browser, on) {
  // With the medium Chromium forgets the reader's features.
  browser.view = undefined;
  if (browser.name === 'chromium') return browser.devtools('Emulation.setEmulatedMedia', { media: on ? 'print' : '' });
  return privileged(browser.driver, (medium, done) => {
    const window = Services.wm.getMostRecentWindow('navigator:browser');
    window.gBrowser.selectedBrowser.browsingContext.mediumOverride = medium;
    done(null);
  }, on ? 'print' : '');
}
