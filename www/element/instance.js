// @ts-check
/**
 * The life of one element:
 *
 *     idle → near → loading → ready, and from each of them to failed or destroyed.
 *
 * It shows its readable list until the reader comes near, then loads the program and lets
 * the widget take the list's place. Whatever fails, the list stays.
 */

import { Data } from './data.js';
import { Failure } from './failure.js';
import { forget, isOpenedWith, listen, listenNoMore, reveal } from './links.js';
import { unwatch, watch } from './nearby.js';
import { read } from './options.js';
import { running } from './program.js';
import { Reports } from './reports.js';
import { Root } from './root.js';
import { Sentences } from './sentences.js';
import { announce, followersOf, freeName, leaderOf, present } from './sharing.js';
import { finish, seen, settle } from './swap.js';
import { ownTask } from './turns.js';
import { wordsFor } from './words.js';

/** @typedef {import('./program.js').Program} Program */
/** @typedef {import('./room.js').Room} Room */
/** @typedef {'idle' | 'near' | 'loading' | 'ready' | 'failed' | 'destroyed'} State */

/** Ms after which what the reader waits for is late enough to say so. */
const LATE = 10_000;
let count = 0;

export class Instance {
  element;
  number = ++count;
  /** @type {State} */ state = 'idle';
  /** Words that the page has set. @type {unknown} */ words;
  /** Whose article it shows, once that is known: its own, if it names nobody. @type {Instance | undefined} */ leader;
  #root;
  #data;
  #reports;
  /** Grows whenever what was begun before no longer counts. */
  #turn = 0;
  /** The last update that was begun: what comes later of others no longer counts. */ #latest = {};
  /** Whether the reader was away since the last try. */
  #isAway = true;
  /** Whether a link was followed to an event of this instance that is not on the screen yet. */
  #isLed = false;
  /** Ends every listener that this instance has outside itself. */
  #end = new AbortController();
  /** Where it is shown. @type {Room | undefined} */ #room;
  /** @type {Sentences | undefined} */ #sentences;
  /** The name that it is shown under in the page's address. @type {string | undefined} */ #name;
  /** Where the reader is in the article, kept for the next time. @type {string | undefined} */ #place;
  /** Whether the program has stopped at its work already. */
  #hasStopped = false;
  /** Whether it is being brought to where the reader has gone in another one. */
  #isFollowing = false;
  /** Attributes whose values mean nothing. @type {import('./options.js').Misused[]} */ #misused = [];

  /** @param {HTMLElement} element @param {ElementInternals} internals */
  constructor(element, internals) {
    this.element = element;
    this.#root = new Root(element, internals, () => this.state === 'near' && this.renew());
    this.#data = new Data(element, this.#root);
    this.#reports = new Reports((name, detail) => this.#dispatch(name, detail), () => this.#root.shadow);
  }

  get article() {
    return this.#data.property;
  }

  set article(article) {
    this.#data.property = article;
  }

  /** The widget's name in the page's address: the element's id, and a number where another one has that. */
  get name() {
    return this.#name ?? (this.element.id || 'dateline');
  }

  /** Whether its name is in use. One that follows goes by the name of whom it follows. */
  get isNamed() {
    return this.#name !== undefined && !this.#follows;
  }

  /** Whether it shows another element's article. */
  get #follows() {
    return Boolean(this.element.getAttribute('of'));
  }

  connected() {
    present.add(this);
    // Moved, it goes on with what it was at.
    if (this.state === 'idle' || this.state === 'destroyed') this.#wait();
    announce();
  }

  disconnected() {
    present.delete(this);
    this.destroy();
  }

  /** Brings the list back and lets everything go. */
  destroy() {
    this.#release();
    listenNoMore(this);
    if (!followersOf(this).length) this.#data.forget();
    this.#reports.forget();
    this.state = 'destroyed';
  }

  /** Who is named by `of` may have come, or be another element than before. */
  reconsider() {
    if (this.state === 'idle' || this.state === 'destroyed' || !this.#follows) return;
    const before = this.leader;
    try {
      if (this.#findLeader() !== before) this.renew();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Data, words or attributes are others: shows what is now to be shown, if anything is shown at all. */
  renew() {
    if (!this.element.isConnected || this.state === 'idle') return;
    this.#hasStopped = false;
    this.#showAnew();
    for (const one of followersOf(this)) one.renew();
  }

  /** `src` names other data, or the same anew. */
  reload() {
    this.#data.forget();
    this.renew();
  }

  /** The host's choices are others. */
  choose() {
    if (this.#room) this.#showAnew();
  }

  /** Follows what has changed; what is not ready yet begins again. */
  #showAnew() {
    if (this.#room && this.state === 'ready') {
      this.#update(this.#room);
      return;
    }
    if (this.#room) this.#cease();
    this.approach();
  }

  /** Its id is another: who names that may have waited for it. */
  renamed() {
    if (this.element.isConnected) announce();
  }

  /** Whether it waits for the reader is another question than before. */
  hurry() {
    if (this.state === 'idle' && this.element.isConnected) this.#wait();
  }

  annotate() {
    this.#sentences?.annotate(this.element.hasAttribute('annotate'));
  }

  /** Chooses the event of this id. Whether there is one. @param {string} id */
  select(id) {
    // What a page hands over may be anything, and the program takes texts alone.
    return this.#room?.select(String(id)) ?? false;
  }

  /** The reader has followed a link to an event of this instance. Whether that is on the screen. */
  followed() {
    if (this.state === 'destroyed' || this.#follows) return false;
    if (this.#room && this.state === 'ready') {
      this.#room.follow();
      return this.#reveal();
    }
    this.#isLed = true;
    this.#heedMoves();
    if (this.state !== 'near' && this.state !== 'loading') this.approach();
    return false;
  }

  /**
   * The program has stopped. Who was at work is tried once more: browsers make mistakes, too.
   * @param {boolean} isCulprit whether it was at work for this instance @param {unknown} cause
   */
  lost(isCulprit, cause) {
    if (this.state !== 'ready' && this.state !== 'loading') return;
    this.#cease();
    if (isCulprit && this.#hasStopped) this.#fail(new Failure('panic', cause));
    else if (this.element.isConnected) this.approach();
    this.#hasStopped ||= isCulprit;
  }

  /** Waits for the reader to come near. */
  #wait() {
    this.state = 'idle';
    this.#hasStopped = false;
    this.#isAway = true;
    listen(this);
    const isLinked = !this.#follows && isOpenedWith(this.name);
    if (isLinked) this.#heedMoves();
    if (isLinked || this.element.getAttribute('loading') === 'eager') this.approach();
    else this.#watch();
  }

  #watch() {
    watch(this.element, (isNear) => {
      if (!isNear) this.#isAway = true;
      else if (this.#isAway) this.approach();
    });
  }

  /** Whoever moves while a link is on its way is not moved by it. */
  #heedMoves() {
    const { signal } = this.#end;
    const moved = () => {
      this.#isLed = false;
      forget();
    };
    for (const act of ['wheel', 'touchmove', 'keydown']) addEventListener(act, moved, { signal, passive: true });
  }

  /** The reader has come near, or the page asks for it: loads, and shows. */
  async approach() {
    unwatch(this.element);
    listen(this);
    this.#isAway = false;
    const turn = ++this.#turn;
    const counts = () => turn === this.#turn;
    // What was shown by a program that has stopped is seen until there is another.
    const isShown = this.state === 'ready';
    this.state = 'near';
    const late = setTimeout(() => this.#late(() => counts() && this.state !== 'ready'), LATE);
    let isAlone = false;
    try {
      if (!isShown) this.#root.block();
      const leader = this.#findLeader();
      isAlone = !leader;
      const article = leader && (await leader.#data.read());
      if (!counts() || article == null || !leader) return;
      this.state = 'loading';
      const [, words] = await Promise.all([running(), leader.#wordsFor(article)]);
      await ownTask();
      // Meanwhile it may have stopped.
      const program = await running();
      if (counts()) await this.#show(program, article, words);
    } catch (error) {
      if (counts()) this.#fail(error);
    } finally {
      if (!isAlone) clearTimeout(late);
    }
  }

  /** Finds whose article it shows, and has them come as well: they write the address and tell of choices. */
  #findLeader() {
    const leader = leaderOf(this);
    // Who has left may come back.
    if (leader) this.leader = leader;
    if (leader?.state === 'idle') leader.approach();
    return leader;
  }

  /** @param {unknown} article */
  #wordsFor(article) {
    return wordsFor(article, this.element, this.words);
  }

  /** @param {Room} room */
  async #update(room) {
    const turn = this.#turn, update = (this.#latest = {});
    const counts = () => turn === this.#turn && update === this.#latest;
    try {
      const leader = this.#findLeader();
      if (!leader) return;
      const article = await leader.#data.read();
      const words = await leader.#wordsFor(article);
      if (!counts()) return;
      const arrival = await room.read(article, counts);
      if (arrival && counts()) room.update(arrival, this.#start(words));
    } catch (error) {
      if (counts()) this.#reports.failure(error);
    }
  }

  /** @param {Program} program @param {unknown} article @param {string} words */
  async #show(program, article, words) {
    const turn = this.#turn, counts = () => turn === this.#turn;
    const room = this.#room = program.enter(this);
    const arrival = await room.read(article, counts);
    if (!arrival || !counts()) return;
    const view = seen(this.element, this.#root.places);
    // It is laid out at its true width, out of sight, until it is ready.
    room.mount.style.cssText = 'position:absolute;inset-inline:0;visibility:hidden';
    this.#root.wear(program.sheet);
    this.#root.shadow.append(room.mount);
    room.show(arrival, this.#start(words), (what, detail) => {
      if (counts()) this.#hear(room, view, what, detail);
    }, this.#end.signal);
  }

  /** What it hands to the program. @param {string} words @returns {import('./room.js').Start} */
  #start(words) {
    const { options, misused } = read(this.element);
    this.#misused = misused;
    this.#name = this.#follows ? this.leader?.name : freeName(this);
    if (this.#follows) options.address = 'off';
    return { ...options, name: this.name, words, place: (this.leader ?? this).#place };
  }

  /** @param {Room} room @param {ReturnType<typeof seen>} view @param {string} what @param {any} detail */
  #hear(room, view, what, detail) {
    if (what === 'problems') this.#reports.data(this.#follows ? [] : detail, this.#misused);
    else if (what === 'place') this.#moved(detail);
    else {
      if (what === 'ready' && this.state === 'loading') this.#swap(room, view);
      // What is chosen in any of them is told by the one that leads.
      if (this.#follows && what !== 'ready') return;
      // Not from within the program: who hears of it may well call it.
      queueMicrotask(() => this.#dispatch(what, detail));
    }
  }

  /** Puts the widget in the list's place. @param {Room} room @param {ReturnType<typeof seen>} view */
  #swap(room, view) {
    const { signal } = this.#end;
    room.mount.style.cssText = '';
    this.#root.show(room.mount);
    finish(room.mount);
    this.state = 'ready';
    this.#sentences = new Sentences(this.element, this.#root.shadow, room, signal, (error) => this.#reports.failure(error));
    this.annotate();
    const isLed = this.#isLed || isOpenedWith(this.name);
    if (!isLed || !this.#reveal()) settle(this.element, room.mount, view, signal);
  }

  /** Brings the chosen event into view, here or in an element that follows. Whether there is one. */
  #reveal() {
    const rooms = [this, ...followersOf(this)].flatMap((one) => one.#room ?? []);
    const isThere = rooms.some(({ mount }) => reveal(mount));
    if (isThere) {
      this.#isLed = false;
      forget();
    }
    return isThere;
  }

  /** The reader is elsewhere in the article: so they are in every element that shows it. @param {string} place */
  #moved(place) {
    if (place === this.#place) return;
    this.#place = place;
    // Where one that follows begins is nothing that the reader did.
    if (this.#isFollowing || (this.#follows && this.state !== 'ready')) return;
    // Not from within the program.
    queueMicrotask(() => {
      if (place !== this.#place) return;
      if (!this.#follows) this.#lead(place);
      else if (this.leader) this.leader.#goTo(place);
    });
  }

  /** @param {string} place */
  #lead(place) {
    for (const one of followersOf(this)) one.#goTo(place);
  }

  /** @param {string} place */
  #goTo(place) {
    if (place === this.#place) return;
    if (this.#room && this.state === 'ready') {
      this.#isFollowing = this.#follows;
      this.#room.restore(place);
      this.#isFollowing = false;
    } else {
      this.#place = place;
      this.#lead(place);
    }
  }

  /** Lets go of the program, and ends what listens. */
  #cease() {
    this.#room?.leave();
    this.#sentences = this.#room = this.#name = undefined;
    this.#end.abort();
    this.#end = new AbortController();
  }

  #release() {
    this.#turn += 1;
    unwatch(this.element);
    this.#cease();
    this.#root.restore();
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#release();
    this.state = 'failed';
    // What is wrong with data is told by whom they belong to.
    if (error !== null || !this.#follows) this.#reports.failure(error);
    // When the reader has left and comes near again, it is tried again.
    if (error instanceof Failure && error.kind === 'download-failed') this.#watch();
  }

  /** Says what the reader waits for. @param {() => boolean} isStill */
  #late(isStill) {
    const id = this.element.getAttribute('of');
    if (!isStill()) return;
    if (!id) this.#reports.waiting('download-slow', '', isStill);
    else if (!this.leader) this.#reports.waiting('of-unknown', `\`of="${id}"\` names no <dateline-widget> of the page.`, isStill);
  }

  /** @param {string} name @param {object} detail */
  #dispatch(name, detail) {
    if (name === 'ready') this.#reports.list().catch(() => {});
    this.element.dispatchEvent(new CustomEvent(`dateline-${name}`, { detail, bubbles: true, composed: true }));
  }
}
