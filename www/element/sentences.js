// @ts-check
/** The way from a fact to its sentence in the article and back, for one instance. Its scripts are fetched when somebody goes it. */

import { rare } from './download.js';
import { compile } from './program.js';

/** @typedef {import('../passages/passages.js').Passages} Passages */

/** @type {() => Promise<typeof import('../passages/passages.js')>} */
const passages = rare('passages/passages.js');

export class Sentences {
  #make;
  #signal;
  #failed;
  /** @type {Promise<Passages> | undefined} */ #passages;

  /**
   * @param {HTMLElement} element @param {ShadowRoot} shadow @param {import('./room.js').Room} room @param {AbortSignal} signal
   * @param {(error: unknown) => void} failed told what went wrong
   */
  constructor(element, shadow, room, signal, failed) {
    this.#make = async () => new (await passages()).Passages(element, shadow, room, signal, compile);
    this.#signal = signal;
    this.#failed = failed;
    room.mount.addEventListener('click', ({ target }) => {
      const control = /** @type {Element} */ (target).closest('[data-source]');
      if (control instanceof HTMLElement) this.#do((all) => all.show(control));
    }, { signal });
  }

  /** Underlines the article's sentences, or no longer does. @param {boolean} on */
  annotate(on) {
    if (on || this.#passages) this.#do((all) => all.annotate(on));
  }

  /** @param {(passages: Passages) => Promise<void>} work */
  async #do(work) {
    try {
      this.#passages ??= this.#make();
      await work(await this.#passages.catch((failure) => {
        // Who asks again, tries again.
        this.#passages = undefined;
        throw failure;
      }));
    } catch (error) {
      if (!this.#signal.aborted) this.#failed(error);
    }
  }
}
