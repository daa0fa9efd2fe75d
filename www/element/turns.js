// @ts-check

let last = Promise.resolve();

/**
 * Resolves in a task in which it resolves for nobody else. Fifty widgets that are ready
 * together are shown one a task, and the reader's own doings come in between.
 */
export const ownTask = () => (last = last.then(() => new Promise((resolve) => setTimeout(resolve))));
