// @ts-check
/**
 * Elements that share an article: `of="ID"` names the element whose data, words and choice
 * another one shows. The one that is named leads: it alone has the data, writes the
 * address and tells the page of what is chosen.
 */

import { Failure } from './failure.js';

/** @typedef {import('./instance.js').Instance} Instance */

/** The instances of all elements in the page. @type {Set<Instance>} */
export const present = new Set();

/** The element of an id, looked for from `element` outwards: in its shadow root, then around that. @param {Element} element @param {string} id */
function named(element, id) {
  for (let at = element; at;) {
    const root = at.getRootNode();
    for (const one of present) if (one.element.id === id && one.element.getRootNode() === root) return one;
    at = /** @type {ShadowRoot} */ (root).host;
  }
  return undefined;
}

/**
 * Whose article an instance shows: its own, or that of the one it names, or of the one that
 * one names. `undefined` while that is not in the page.
 * @param {Instance} instance @returns {Instance | undefined}
 */
export function leaderOf(instance) {
  const passed = new Set();
  for (let at = /** @type {Instance | undefined} */ (instance); at; ) {
    const id = at.element.getAttribute('of');
    if (!id) return at;
    passed.add(at);
    at = named(at.element, id);
    if (at && passed.has(at)) throw new Failure('of-itself', undefined, `\`of="${id}"\` leads back to the element itself.`);
  }
  return undefined;
}

/** Those who follow an instance. @param {Instance} leader */
export const followersOf = (leader) => [...present].filter((one) => one !== leader && one.leader === leader);

/** An element has come, or goes by another id: who names it may have waited for it. */
export function announce() {
  for (const one of present) one.reconsider();
}

/** A name in the page's address that no other instance has. @param {Instance} instance */
export function freeName(instance) {
  const taken = [...present].filter((one) => one !== instance && one.isNamed).map(({ name }) => name);
  const wanted = instance.element.id || 'dateline';
  let name = wanted;
  for (let next = 2; taken.includes(name); next += 1) name = `${wanted}-${next}`;
  return name;
}
