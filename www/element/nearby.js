// @ts-check
/** Whether the reader is near an element: within the height of a screen of it. */

/** @type {WeakMap<Element, (isNear: boolean) => void>} */
const watching = new WeakMap();

const observer = new IntersectionObserver(
  (entries) => entries.forEach(({ isIntersecting, target }) => watching.get(target)?.(isIntersecting)),
  { rootMargin: '100% 0%' },
);

/** Tells at once, and from then on whenever it changes. @param {Element} element @param {(isNear: boolean) => void} hear */
export function watch(element, hear) {
  watching.set(element, hear);
  observer.observe(element);
}

/** @param {Element} element */
export const unwatch = (element) => observer.unobserve(element);
