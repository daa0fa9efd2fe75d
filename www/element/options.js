// @ts-check
/** What a host asks of its widget by attributes, as the program takes it. */

import { levelBefore } from './heading.js';

/** Attributes that choose one of these. The types and the manifest name the same. */
export const CHOICES = {
  show: ['timeline', 'countries'],
  lanes: ['one', 'country', 'group'],
  folds: ['auto', 'on', 'off'],
  address: ['fragment', 'query', 'off'],
  heading: ['1', '2', '3', '4', '5', '6'],
};
/** Attributes that list some of these, separated by spaces. */
export const LISTS = { hide: ['headline', 'summary', 'search', 'axis', 'list', 'countries'] };
/** Attributes whose values the program reads: a country's code, and the ends of the first window, dates in EDTF. */
export const TEXTS = ['country', 'from', 'to'];

/** All of them. @type {string[]} */
export const OPTIONS = [...Object.keys(CHOICES), ...Object.keys(LISTS), ...TEXTS];

/**
 * @typedef {{ show?: string, country?: string, heading: number, lanes?: string, folds?: string, from?: string, to?: string, hide: string[], address?: string }} Options
 * @typedef {{ attribute: string, found: string, allowed: string[] }} Misused an attribute whose value means nothing
 */

/** One level below a heading; below none it is the second, as a page's title is the first. @param {number} level */
const below = (level) => Math.min(level || 1, 5) + 1;

/**
 * What an element's attributes say, and which of them mean nothing. An attribute without a
 * value that is known is as if it were not there.
 * @param {Element} element @returns {{ options: Options, misused: Misused[] }}
 */
export function read(element) {
  /** @type {Misused[]} */ const misused = [];
  /** @param {string} attribute @param {string} found @param {string[]} allowed */
  const isKnown = (attribute, found, allowed) => {
    if (allowed.includes(found)) return true;
    misused.push({ attribute, found, allowed });
    return false;
  };
  /** @type {Record<string, any>} */ const options = {};
  for (const [name, allowed] of Object.entries(CHOICES)) {
    const value = element.getAttribute(name)?.trim();
    if (value && isKnown(name, value, allowed)) options[name] = value;
  }
  for (const [name, allowed] of Object.entries(LISTS)) {
    const words = (element.getAttribute(name) ?? '').split(/\s+/).filter(Boolean);
    options[name] = words.filter((word) => isKnown(name, word, allowed));
  }
  for (const name of TEXTS) {
    const value = element.getAttribute(name)?.trim();
    if (value) options[name] = value;
  }
  options.heading = Number(options.heading ?? below(levelBefore(element)));
  return { options: /** @type {Options} */ (options), misused };
}
