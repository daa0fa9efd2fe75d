// Waiting: for something to come true, within a time limit, or to stay true for a while.
// No test waits for a time alone.

/** How long something may take to come true, in ms: drivers and busy machines are slow. */
export const PATIENCE = 20_000;
/** How long what must not happen is given to happen, in ms. */
export const WHILE = 300;
/** From one look to the next, in ms. */
export const LOOK = 25;

/** So many milliseconds: for servers that are slow on purpose, and for what looks again and again. */
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Asks until the answer is something true, and returns that.
 *
 * @template T @param {string} what the sentence to fail with, after “Waited for”
 * @param {() => T | Promise<T>} ask
 * @param {number} [limit] ms
 */
export async function until(what, ask, limit = PATIENCE) {
  const deadline = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${limit / 1000} s for: ${what}`);
    await pause(LOOK);
  }
}

/**
 * Watches that something stays true for a while: for what must not happen, which has no
 * end to wait for.
 *
 * @param {string} what the sentence to fail with, after “No longer true”
 * @param {() => unknown} ask
 * @param {number} [length] ms
 */
export async function stays(what, ask, length = WHILE) {
  const end = Date.now() + length;
  do {
    if (!(await ask())) throw new Error(`No longer true: ${what}`);
    await pause(LOOK);
  } while (Date.now() < end);
}

/**
 * Waits until what is read is the same for a while, and returns it.
 *
 * @template T @param {string} what the sentence to fail with, after “Waited for”
 * @param {() => T | Promise<T>} read
 * @param {number} [length] ms for which it has to be the same
 */
export async function steady(what, read, length = WHILE) {
  let last = await read();
  let since = Date.now();
  await until(`${what} to come to rest`, async () => {
    const now = await read();
    if (JSON.stringify(now) !== JSON.stringify(last)) [last, since] = [now, Date.now()];
    return Date.now() - since >= length;
  });
  return last;
}
