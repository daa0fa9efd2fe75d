// @ts-check

/** The headings of a page; what is in a widget's readable list is not part of its outline. */
const HEADINGS = ':is(h1, h2, h3, h4, h5, h6, [role=heading][aria-level]):not(dateline-widget *)';

/** @param {Element} heading */
const levelOf = (heading) => Number(heading.getAttribute('aria-level') ?? heading.localName.slice(1));

/**
 * The level of the heading that stands before an element in the page, 0 without one. An
 * element in a shadow root comes after what is before the root's host.
 * @param {Element} element
 */
export function levelBefore(element) {
  for (let at = element; at;) {
    const root = /** @type {Document | ShadowRoot} */ (at.getRootNode());
    const isBefore = (/** @type {Element} */ one) => Boolean(one.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
    const before = [...root.querySelectorAll(HEADINGS)].filter(isBefore).pop();
    if (before) return levelOf(before);
    at = /** @type {ShadowRoot} */ (root).host;
  }
  return 0;
}
