// @ts-check
// The axes that are shown, for what else moves them or is told.

/** What tells the program where the axis in a widget has been moved meanwhile, and what has it come closer. @type {WeakMap<Node, { tell(): void, glide(closer: number): void }>} */
export const axes = new WeakMap();

/** Before anything else is told. @param {Element} place */
export const settle = (place) => axes.get(place.getRootNode())?.tell();
