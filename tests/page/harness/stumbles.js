// What of a failed test is the driver's doing, and not the page's.

import { error } from 'selenium-webdriver';

/** A window, frame or session that the driver has lost, and a page that it says never loads. */
const LOST = [error.NoSuchWindowError, error.NoSuchFrameError, error.NoSuchSessionError, error.SessionNotCreatedError, error.TimeoutError];
/** How a connection to a driver ends that is gone. */
const BROKEN = /\b(ECONNREFUSED|ECONNRESET|EPIPE|socket hang up)\b/;

/**
 * Whether a driver stumbled. What a page did or did not do in its time never counts:
 * assertions, conditions that did not come true, scripts that threw, elements that are not
 * there.
 *
 * @param {unknown} trouble
 */
export function isStumble(trouble) {
  if (!(trouble instanceof Error) || trouble.name === 'AssertionError') return false;
  // The base class is what drivers call an unknown error.
  if (trouble.constructor === error.WebDriverError || LOST.some((kind) => trouble instanceof kind)) return true;
  return BROKEN.test(`${/** @type {any} */ (trouble).code} ${trouble.message}`);
}
