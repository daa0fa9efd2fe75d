// @ts-check
/**
 * Tells what is wrong: the page by an event, the console in one sentence, and the editor
 * in a list above the widget. The sentences are in `diagnostics.js`, which readers of a
 * whole article never fetch.
 */

import { rare } from './download.js';
import { Failure } from './failure.js';

/** @typedef {import('../diagnostics.js').Problem} Problem */

/** @type {() => Promise<typeof import('../diagnostics.js')>} */
export const diagnostics = rare('diagnostics.js');

/** What is wrong where nothing is. */
const NOTHING = Promise.resolve(/** @type {Problem[]} */ ([]));

/** @param {string} kind @param {string} message @param {string} fix @returns {Problem} */
const problem = (kind, message, fix, severity = 'error', path = '', found = '') => ({ severity, kind, path, found, message, fix });

/** A problem of the data in a word, without the connection that its sentence needs. @param {import('./room.js').Report} report */
const untold = ({ severity, found, path }) => problem('untold', `There is a problem in the data${path && ` at ${path}`}.`, 'The command `dateline check` says more.', severity, path, found);

/** A failure as it can be told without that connection. @param {Failure} failure */
const undescribed = ({ kind, message }) => problem(kind, message || `There is no widget: ${kind}.`, "Check the connection, the page's policy, and that the whole folder is there.");

export class Reports {
  #dispatch;
  #shadow;
  /** What is wrong with what came last. */ #last = NOTHING;

  /** @param {(name: string, detail: object) => void} dispatch @param {() => ShadowRoot} shadow */
  constructor(dispatch, shadow) {
    this.#dispatch = dispatch;
    this.#shadow = shadow;
  }

  /** Nothing is wrong any more. */
  forget() {
    this.#last = NOTHING;
  }

  /** Tells of problems in the data, and of attributes. @param {import('./room.js').Report[]} reports @param {import('./options.js').Misused[]} misused */
  data(reports, misused) {
    this.#tell(reports.length + misused.length ? diagnostics().then((all) => all.inSentences(reports, misused)).catch(() => reports.map(untold)) : NOTHING);
  }

  /** Tells why there is no widget, or not what was asked for; `null` when that has been told. @param {any} error */
  failure(error) {
    if (error !== null) {
      const failure = error instanceof Failure ? error : new Failure('panic', undefined, `The widget could not start: ${error}.`);
      this.#tell(diagnostics().then((all) => [all.failure(failure.kind, failure.message)], () => [undescribed(failure)]));
    }
    const cause = error instanceof Failure ? error.cause : error;
    this.#last.then((problems) => {
      const wrong = problems.find(({ severity }) => severity === 'error');
      if (wrong) console.error(`dateline: ${wrong.message} ${wrong.fix}`, ...(cause == null ? [] : [cause]));
    });
  }

  /** Warns that something keeps the reader waiting. @param {string} kind @param {string} message @param {() => boolean} isStill whether it does, once the sentence has come */
  waiting(kind, message, isStill) {
    const told = diagnostics().then((all) => (isStill() ? [all.failure(kind, message)] : []), () => []);
    told.then(([one]) => one && console.warn(`dateline: ${one.message} ${one.fix}`));
    this.#tell(told);
  }

  /** @param {Promise<Problem[]>} told */
  #tell(told) {
    this.#last = told;
    told.then((problems) => {
      if (!problems.length) return;
      this.list().catch(() => {});
      this.#dispatch('problem', { problems });
    });
  }

  /** Lists for the editor what is wrong, or no longer lists it. */
  async list() {
    const last = this.#last;
    const problems = await last;
    const listed = this.#shadow().querySelector('[part=problems]');
    if (!problems.length && !listed) return;
    const { show } = await diagnostics();
    if (last === this.#last) show(this.#shadow(), problems);
  }
}
