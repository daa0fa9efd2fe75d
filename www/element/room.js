// @ts-check
/**
 * Where an instance and the program meet: all that is handed to it, asked of it and heard
 * from it goes through here. Nothing of what goes wrong in the program comes out.
 */

import { beside, files } from './files.js';
import { ownTask } from './turns.js';
import { written } from './written.js';

/** @typedef {import('./program.js').Program} Program */
/** An article on its way into the program, as `src/browser/read.rs` has it. @typedef {{ proceed(): boolean, free(): void }} Arrival */
/**
 * A problem of the data as the program tells it: the name of its sentence in
 * `problems.json`, and the words that go into it.
 * @typedef {{ severity: string, mistake: string, path: string, found: string, arguments: string[] }} Report
 */
/** What the page is to hear, as `src/browser/detail.rs` has it. @typedef {{ event: string, detail: any }} Told */
/**
 * What an instance hears, in this order when several things change together: what is wrong
 * with the data; where the reader is, for `restore`; and the details of `dateline-ready`,
 * `dateline-filter` and `dateline-select`.
 * @typedef {(what: 'problems' | 'place' | 'ready' | 'filter' | 'select', detail: any) => void} Hear
 */
/**
 * What an instance hands over: the host's choices, its name in the page's address, the
 * interface's words, and where the reader was, unless the address says that.
 * @typedef {import('./options.js').Options & { name: string, words: string, place?: string }} Start
 */

export class Room {
  #program;
  #glue;
  #widget;
  /** The number of the instance that is shown in it. */
  instance = 0;
  /** The host's choices that it is shown with, written out. */
  #chosen = '';
  /** Begins anew with an article. @type {(arrival: Arrival, start: Start) => void} */ #show = () => {};
  /** What the program draws in. */
  mount = document.createElement('div');

  /** @param {Program} program @param {any} glue */
  constructor(program, glue) {
    this.#program = program;
    this.#glue = glue;
    this.#widget = this.#do(() => new glue.Widget(this.mount), undefined);
  }

  /**
   * Reads an article. A long one takes several turns, and the page has its own in between.
   * `undefined` when it is not wanted any more, or the program has stopped.
   * @param {unknown} article an object, or its JSON text @param {() => boolean} counts whether it is still wanted
   */
  async read(article, counts) {
    /** @type {Arrival | undefined} */
    const arrival = this.#do(() => new this.#glue.Arrival(written(article), this.instance), undefined);
    while (arrival && !this.#do(() => arrival.proceed(), true)) {
      await ownTask();
      if (counts()) continue;
      this.#do(() => arrival.free(), undefined);
      return undefined;
    }
    return arrival;
  }

  /**
   * Shows an article that was read. Throws `null` when there is nothing in it to show, which has been told.
   * @param {Arrival} arrival @param {Start} start @param {Hear} hear @param {AbortSignal} signal
   */
  show(arrival, start, hear, signal) {
    this.#chosen = chosen(start);
    this.#show = (arrival, options) => {
      const tell = (/** @type {Told[]} */ events, /** @type {string | undefined} */ kept) => {
        if (kept !== undefined) hear('place', kept);
        for (const { event, detail } of events) {
          if (event === 'problem') hear('problems', detail.problems);
          else hear(/** @type {'ready' | 'filter' | 'select'} */ (event), detail);
        }
      };
      const flags = files.flags.split(' ').map((code) => `${code}=${beside(`flags/${code}.svg`)}`).join(' ');
      // Without what a page may have added to all objects.
      const all = { __proto__: null, ...options, hide: options.hide.join(' '), instance: this.instance, flags };
      this.#do(() => this.#widget.show(arrival, all, tell, signal), undefined);
    };
    this.#show(arrival, start);
  }

  /** Shows another article, or the same in other words or otherwise; the reader stays where they are. @param {Arrival} arrival @param {Start} start */
  update(arrival, start) {
    const before = this.#chosen;
    this.#chosen = chosen(start);
    if (before === this.#chosen) this.#do(() => this.#widget.update(arrival, start.words), undefined);
    else this.#show(arrival, start);
  }

  /** Chooses the event of this id. Whether there is one. @param {string} id @returns {boolean} */
  select(id) {
    return this.#do(() => this.#widget.select(id), false);
  }

  /** Opens a fact, by its name; what is filtered away is shown again when it has to be. @param {string} fact */
  open(fact) {
    this.#do(() => this.#widget.open(fact), undefined);
  }

  /** Brings the reader to a place that was heard of. @param {string} place */
  restore(place) {
    this.#do(() => this.#widget.restore(place), undefined);
  }

  /** Brings the reader to the place that the page's address names. */
  follow() {
    this.#do(() => this.#widget.follow(), undefined);
  }

  /** The facts of the article, for `passages/`. @returns {import('../passages/text.js').Sentence[]} */
  facts() {
    return this.#do(() => this.#widget.facts(), []);
  }

  /** The words that the way to a sentence needs, for `passages/`. @returns {import('../passages/passages.js').Words} */
  words() {
    return this.#do(() => this.#widget.words(), { back: '', changed: '', label: '', list: '' });
  }

  /** Ends the instance; the room waits for the next. What a program left that has stopped is seen until something else is shown. */
  leave() {
    if (this.#program.hasStopped) return;
    this.mount.remove();
    this.#do(() => this.#widget.rest(), undefined);
    this.#program.leave(this);
  }

  /** @template T @param {() => T} work @param {T} otherwise what comes of it when the program stops */
  #do(work, otherwise) {
    // What has stopped must not be called again.
    if (this.#program.hasStopped) return otherwise;
    try {
      return work();
    } catch (error) {
      // All that the program ever throws on purpose.
      if (error === null) throw error;
      this.#program.stop(error, this.instance);
      return otherwise;
    }
  }
}

/** The host's choices, written out. @param {Start} start */
function chosen({ words, place, ...rest }) {
  return Object.entries(rest).join('\n');
}
