// @ts-check

/**
 * Why there is no widget: a kind, and of a download what happened. `diagnostics.js` has
 * the sentences, and the cures.
 */
export class Failure extends Error {
  /** @param {string} kind one of those in `dateline.d.ts` @param {unknown} [cause] @param {string} [message] */
  constructor(kind, cause, message) {
    super(message, { cause });
    this.kind = kind;
  }
}
