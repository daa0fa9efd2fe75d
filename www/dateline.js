// @ts-check
/**
 * <dateline-widget>: shows its own children, the readable list, until the reader comes
 * near; then loads the program, once for all instances, and lets it take the list's
 * place. Whatever fails, the list stays and the console says why.
 *
 * idle → near → loading → ready, and from each of them to failed or destroyed.
 */

/** Names of the files beside this one, and the version: `cargo xtask stage` writes them here. */
const FILES = { version: '@version@', glue: '@glue@', wasm: '@wasm@', style: 'dateline.css', flags: '@flags@', words: '@words@' };

/**
 * @typedef {{ event: string, detail: any }} Told what the page is to hear, as `src/browser/detail.rs` has it
 * @typedef {{ show(article: unknown, options: object, tell: (events: Told[], place?: string) => void, signal: AbortSignal): void, update(article: unknown, words: string): void, select(id: string): boolean, rest(): void } & import('./passages/passages.js').Widget} Widget
 * @typedef {{ place: HTMLElement, widget: Widget }} Room
 * @typedef {{ sheet: CSSStyleSheet, room(): Room, spare: Room[] }} Program
 * @typedef {'idle' | 'near' | 'loading' | 'ready' | 'failed' | 'destroyed'} State
 */

/** Why there is no widget: a kind, and of a download what happened. `desk.js` has the sentences, and the cures. */
class Failure extends Error {
  /** @param {string} kind @param {unknown} [cause] @param {string} [message] */
  constructor(kind, cause, message) {
    super(message, { cause });
    this.kind = kind;
  }
}

/** @param {string} url @param {string} what @param {unknown} [cause] */
const undelivered = (url, what, cause) => new Failure('download-failed', cause, `${url} ${what}.`);

/** Ms after which a download is slow enough to say so. */
const SLOW = 10_000;

/** What the page's author names is fetched without cookies; our own files as a page may have told the browser before. @type {RequestInit} */
const OTHERS = { credentials: 'omit' };

/** @param {string} name */
const beside = (name) => new URL(name, import.meta.url).href;

/** @param {string} url @param {RequestInit} [way] */
async function download(url, way) {
  const response = await fetch(url, way).catch((cause) => {
    throw undelivered(url, 'could not be fetched', cause);
  });
  if (response.ok) return response;
  throw undelivered(url, `was answered with ${response.status}`);
}

/** What the browser or the page's policy forbids is found out before anything is fetched. */
function allowed() {
  if (import.meta.url.startsWith('file:')) throw new Failure('opened-as-file');
  if (typeof WebAssembly !== 'object' || !('adoptedStyleSheets' in document)) throw new Failure('no-webassembly');
  try {
    // An empty program; some browsers object to the first step, some to the second.
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch (cause) {
    throw new Failure('policy-blocks-wasm', cause);
  }
}

/** @param {string} name @returns {Promise<WebAssembly.Module>} */
async function compile(name) {
  const response = await download(beside(name));
  try {
    // Compiling while it arrives insists on the right type; compiling afterwards does not.
    return await (response.headers.get('content-type')?.startsWith('application/wasm')
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer()));
  } catch (cause) {
    throw undelivered(response.url, 'arrived incomplete or damaged', cause);
  }
}

/**
 * Calls `make` once and keeps what it promises, but not what it fails with: the next
 * reader who comes near tries again.
 * @template T @param {() => Promise<T>} make
 */
function once(make) {
  /** @type {Promise<T> | null} */ let kept = null;
  const get = () => (kept ??= make().catch((error) => {
    kept = null;
    throw error;
  }));
  return Object.assign(get, { forget: () => void (kept = null) });
}

const module = once(() => compile(FILES.wasm));
const sheet = once(async () => new CSSStyleSheet().replace(await (await download(beside(FILES.style))).text()));

/** The texts of the interface's words, by their address. @type {Map<string, () => Promise<string>>} */
const texts = new Map();

/** @param {string} url */
function text(url) {
  const known = texts.get(url) ?? once(async () => (await download(url, OTHERS)).text());
  texts.set(url, known);
  return known();
}

/** @param {string} url @returns {Promise<any>} */
const script = (url) => import(url).catch((cause) => {
  throw undelivered(url, 'could not be loaded', cause);
});

/** A script that few ask for. A browser remembers one that failed, so each try has an address of its own. @param {string} file */
function rare(file) {
  let misses = 0;
  return () => script(beside(file) + (misses ? `?${misses}` : '')).catch((failure) => {
    misses += 1;
    throw failure;
  });
}

const list = rare('list.js');
const sentences = rare('passages/passages.js');

/** Counts the tries: as with `rare`; and a program that panicked has to be left. */
let tries = 0;

/** Has the browser get ready to write dates and to measure texts while it waits for the program: a tenth of a second on a slow phone. */
function warm() {
  new Intl.DateTimeFormat([], { year: 'numeric', month: 'long', day: 'numeric' }).format();
  document.createElement('canvas').getContext('2d')?.measureText('a');
}

/** The program, running. @type {(() => Promise<Program>) & { forget(): void }} */
const program = once(async () => {
  allowed();
  const again = tries ? `?${tries}` : '';
  tries += 1;
  const coming = Promise.all([script(beside(FILES.glue) + again), module(), sheet()]);
  coming.catch(() => {});
  warm();
  const [{ default: init, initSync, Widget, onPanic }, wasm, style] = await coming;
  try {
    // A release starts at once; a developer's build is too large for that.
    await (init ?? initSync)({ module: wasm, module_or_path: wasm });
  } catch (cause) {
    throw undelivered(FILES.wasm, `does not go with ${FILES.glue}`, cause);
  }
  onPanic(panicked);
  return {
    sheet: style,
    spare: [],
    room() {
      const place = document.createElement('div');
      return { place, widget: new Widget(place) };
    },
  };
});

/** The instances that show the widget, by their number. @type {Map<number, DatelineWidget>} */
const shown = new Map();
let count = 0;

/**
 * A program that panicked is not used any more. The instance at fault goes back to its
 * list, the others move on to a fresh copy.
 * @param {number} culprit 0 for none @param {string} message
 */
function panicked(culprit, message) {
  program.forget();
  const all = [...shown.values()];
  shown.clear();
  const cause = new Error(message);
  // Not now: the program is still on the stack.
  setTimeout(() => all.forEach((element) => element.lost(culprit, cause)));
}

const nearby = new IntersectionObserver(
  (entries) => entries.forEach(({ isIntersecting, target }) => /** @type {DatelineWidget} */ (target).seen(isIntersecting)),
  { rootMargin: '100% 0%' },
);

/** A name in the page's address that no other instance has. @param {string} id */
function named(id) {
  const taken = [...shown.values()].map((element) => element.named);
  let name = id;
  for (let next = 2; taken.includes(name); next += 1) name = `${id}-${next}`;
  return name;
}

/** Resolves when the parser is through: until then a script may lack its end. */
const parsed = () => new Promise((resolve) => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', resolve, { once: true });
  else resolve(undefined);
});

/**
 * The link to an event that the page was opened with. Who reloads or goes back keeps
 * their own place, and so does who has moved before the widget is there.
 */
let link = /** @type {any} */ (performance.getEntriesByType('navigation')[0])?.type === 'navigate' ? location.hash.replace('#', '&') : '';

/** What puts into sentences what is wrong, and shows it to the editor. */
const desk = once(rare('desk.js'));

/** What is wrong with an article without problems. */
const NOTHING = Promise.resolve(/** @type {any[]} */ ([]));

/** A problem as pages are told it. @param {string} kind @param {string} message @param {string} fix */
const wrong = (kind, message, fix, severity = 'error', path = '', found = '') => ({ severity, kind, path, found, message, fix });

/**
 * What is wrong, in sentences; without the connection that they need, in a word.
 * @param {import('./desk.js').Report[]} reports
 */
const inSentences = (reports) => desk().then((desk) => desk.inSentences(reports)).catch(() => reports.map(({ severity, path, found }) => (
  wrong('untold', `There is a problem in the data${path && ` at ${path}`}.`, 'The command `dateline check` says more.', severity, path, found))));

/** What the element wears while it shows the list and the reader is near: it is a block then, with its margins inside, as the widget is. */
const BLOCK = 'adoptedStyleSheets' in document ? new CSSStyleSheet() : null;
BLOCK?.replaceSync(':host{display:flow-root}:host([hidden]){display:none}');

class DatelineWidget extends HTMLElement {
  static observedAttributes = ['src', 'loading', 'words', 'annotate'];
  static version = FILES.version;

  /** @type {State} */ #state = 'idle';
  #number = ++count;
  /** Grows whenever what was begun before no longer counts. */
  #turn = 0;
  /** The last update that was begun: what comes later of others no longer counts. */ #latest = {};
  /** Whether the reader was away since the last try. */
  #away = true;
  /** Ends every listener that this instance has outside itself. */
  #end = new AbortController();
  /** @type {unknown} */ #article;
  /** @type {unknown} */ #own;
  /** @type {Widget | undefined} */ #widget;
  /** The article's sentences, once somebody asks for them. @type {Promise<import('./passages/passages.js').Passages> | undefined} */ #passages;
  /** Gives the widget's room back to the program that it belongs to. */
  #leave = () => {};
  /** Where the reader is, kept for the next time: four lines. @type {string | undefined} */ #place;
  /** What is wrong with the article that came last. */ #told = NOTHING;
  /** The name in the page's address. */
  named = '';
  /** @type {ShadowRoot | undefined} */ #shadow;
  /** What stands in the shadow root while the widget does not. @type {Node[]} */ #list = [];
  /** Where that is meanwhile: data may be among it. */ #aside = document.createDocumentFragment();

  /**
   * The shadow root. There is none before the reader comes near: to attach one has the
   * browser lay out the whole list again, which whoever opens the page would wait for.
   */
  get #root() {
    if (!this.#shadow) {
      // It may be there already, declared in the page, and closed.
      const root = this.#shadow = this.attachInternals().shadowRoot ?? this.attachShadow({ mode: 'open' });
      if (!root.hasChildNodes()) root.append(document.createElement('slot'));
      this.#list = [...root.childNodes];
      // Children may come later than the element, from a parser or a framework. (Those that
      // are there make themselves heard in a microtask that was queued before this one.)
      queueMicrotask(() => root.addEventListener('slotchange', () => this.#state === 'near' && this.approach()));
    }
    return this.#shadow;
  }

  /** How far this instance has come. */
  get state() {
    return this.#state;
  }

  /** The article's data, an object or its JSON text. Setting it shows it instead of what `src` or the script inside say. */
  get article() {
    return this.#article;
  }

  set article(article) {
    this.#article = article ?? undefined;
    this.#renew();
  }

  /** Words to use in place of the interface's own: an object of them by their names, lines as in `words/en.txt`, or, as in the attribute, the address of a file of such lines. */
  get words() {
    return this.#own;
  }

  set words(words) {
    this.#own = words ?? undefined;
    this.#renew();
  }

  connectedCallback() {
    for (const name of /** @type {const} */ (['words', 'article'])) {
      if (!this.hasOwnProperty(name)) continue;
      // Set before this class was known: such a property hides the accessor.
      const value = this[name];
      Reflect.deleteProperty(this, name);
      this[name] = value;
    }
    // Moved, it goes on with what it was at.
    if (this.#state === 'idle' || this.#state === 'destroyed') this.#wait();
  }

  disconnectedCallback() {
    // A move is a removal and an insertion in one go; only a removal lasts.
    setTimeout(() => this.isConnected || this.destroy());
  }

  /** Called instead of the two above by `moveBefore`: nothing changes. */
  connectedMoveCallback() {}

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (name === 'loading') this.#state === 'idle' && this.isConnected && this.#wait();
    else if (name === 'annotate') this.#annotate();
    else if (name === 'words' || this.#article === undefined) this.#renew();
  }

  /** Chooses the event of this id. Whether there is one. @param {string} id */
  select(id) {
    return this.#widget?.select(id) ?? false;
  }

  /** Brings the list back and lets everything go; inserting it again or setting `article` begins anew. */
  destroy() {
    this.#release();
    this.#told = NOTHING;
    this.#state = 'destroyed';
  }

  /** The reader has come near: load, and show. */
  async approach() {
    nearby.unobserve(this);
    this.#away = false;
    const turn = ++this.#turn;
    // What was shown by a program that panicked is seen until there is another.
    const isShown = this.#state === 'ready';
    this.#state = 'near';
    const slow = setTimeout(() => this.#slow(turn), SLOW);
    try {
      if (!isShown) this.#dress(BLOCK);
      const article = await this.#data();
      if (turn !== this.#turn || article == null) return;
      this.#state = 'loading';
      const [, words] = await Promise.all([program(), this.#words(article)]);
      // Meanwhile it may have panicked.
      const running = await program();
      if (turn === this.#turn) this.#mount(running, article, words);
    } catch (/** @type {any} */ error) {
      // A panic is dealt with by `lost`. (There may be no `WebAssembly` to ask whether it is one of its errors.)
      if (turn === this.#turn && error?.name !== 'RuntimeError') this.#fail(error);
    } finally {
      clearTimeout(slow);
    }
  }

  /** The reader has come near, or has left. @param {boolean} isNear */
  seen(isNear) {
    if (!isNear) this.#away = true;
    else if (this.#away) this.approach();
  }

  /** The program has panicked. @param {number} culprit @param {Error} cause */
  lost(culprit, cause) {
    if (this.#state !== 'ready' && this.#state !== 'loading') return;
    // What is left of it must not be called again.
    this.#leave = () => {};
    this.#cease();
    if (culprit !== this.#number) this.#renew();
    else this.#fail(new Failure('panic', cause));
  }

  /** Waits for the reader to come near. */
  #wait() {
    this.#state = 'idle';
    this.#away = true;
    if (this.#linked) {
      const { signal } = this.#end;
      for (const act of ['wheel', 'touchmove', 'keydown']) addEventListener(act, () => void (link = ''), { signal, passive: true });
    }
    if (this.#linked || this.getAttribute('loading') === 'eager') this.approach();
    else nearby.observe(this);
  }

  /** Its name in the page's address, if no other instance has it. */
  get #id() {
    return this.id || 'dateline';
  }

  /** Whether the page was opened with a link to an event of this instance. */
  get #linked() {
    return link.includes(`&${this.#id}.event=`);
  }

  /** Shows what is now to be shown, if anything is shown at all. */
  #renew() {
    if (!this.isConnected || this.#state === 'idle') return;
    if (this.#widget) this.#update();
    else this.approach();
  }

  async #update() {
    const turn = this.#turn, update = (this.#latest = {});
    const counts = () => turn === this.#turn && update === this.#latest;
    try {
      const article = await this.#data();
      const words = await this.#words(article);
      if (counts()) this.#widget?.update(article, words);
    } catch (/** @type {any} */ error) {
      // A panic is dealt with by `lost`.
      if (counts() && error?.name !== 'RuntimeError') this.#report(error);
    }
  }

  /**
   * The interface's words for an article: the page's own file or that of the article's
   * language, if we have one; after it what the page has set, as the later word counts.
   * @param {any} article @returns {Promise<string>}
   */
  async #words(article) {
    const language = typeof article === 'string' ? /"language"\s*:\s*"(\w+)/.exec(article)?.[1] : /^\w+/.exec(article?.language ?? '')?.[0];
    const isFile = typeof this.#own === 'string' && !this.#own.includes('=');
    const file = isFile ? this.#own : this.getAttribute('words');
    const url = file ? new URL(file, this.baseURI).href : FILES.words.split(' ').includes(language ?? '') && beside(`words/${language}.txt`);
    const own = Object(this.#own) === this.#own ? Object.entries(/** @type {object} */ (this.#own)).map((pair) => pair.join('=')).join('\n') : isFile ? '' : this.#own ?? '';
    const all = url ? await text(url) : '';
    // Who brings words to a language that we lack answers for it.
    return own ? `tag=${language ?? 'en'}\n${all}\n${own}` : all;
  }

  /** The article from the property, `src`, the script or the list inside; `undefined` while there is none. */
  async #data() {
    if (this.#article !== undefined) return this.#article;
    const src = this.getAttribute('src');
    if (src) return (await download(new URL(src, this.baseURI).href, { ...OTHERS, signal: this.#end.signal })).text();
    await parsed();
    const text = this.#script?.textContent;
    // A CMS that takes out scripts leaves the list.
    const marked = [this, this.#root, this.#aside].find((one) => one.querySelector('[data-date]'));
    return text != null || !marked ? text : (await list()).article(marked);
  }

  /** @returns {Element | null} */
  get #script() {
    const json = 'script[type="application/json"]';
    return this.querySelector(`:scope > ${json}`) ?? this.#root.querySelector(json) ?? this.#aside.querySelector(json);
  }

  /** @param {Program} running @param {unknown} article @param {string} words */
  #mount({ sheet, room, spare }, article, words) {
    const before = this.getBoundingClientRect();
    const { place, widget } = spare.pop() ?? room();
    this.#leave = () => {
      widget.rest();
      place.remove();
      spare.push({ place, widget });
    };
    // It is laid out at its true width, out of sight, until it is ready.
    place.style.cssText = 'position:absolute;inset-inline:0;visibility:hidden';
    this.#dress(sheet);
    this.#root.append(place);
    this.named = named(this.#id);
    shown.set(this.#number, this);
    const turn = this.#turn;
    this.#widget = widget;
    const tell = (/** @type {Told[]} */ events, /** @type {string | undefined} */ kept) => {
      if (turn !== this.#turn) return;
      this.#place = kept ?? this.#place;
      for (const { event, detail } of events) {
        if (event === 'problem') this.#tell(detail.problems.length ? inSentences(detail.problems) : NOTHING);
        else {
          if (event === 'ready' && this.#state === 'loading') this.#swap(place, before);
          // Not from within the program: who hears of it may well call it.
          queueMicrotask(() => this.#dispatch(event, detail));
        }
      }
    };
    const options = { instance: this.#number, name: this.named, place: this.#place, words, base: beside('./'), flags: FILES.flags };
    widget.show(article, options, tell, this.#end.signal);
  }

  /** Puts the widget in the list's place, so that nothing the reader sees of the page moves. @param {HTMLElement} place @param {DOMRect} before */
  #swap(place, before) {
    place.style.cssText = '';
    this.#aside.append(...this.#list);
    this.#root.replaceChildren(place);
    this.#state = 'ready';
    place.addEventListener('click', ({ target }) => {
      const origin = /** @type {Element} */ (target).closest('[data-source]');
      if (origin) this.#sentences((passages) => passages.show(/** @type {HTMLElement} */ (origin)));
    }, { signal: this.#end.signal });
    this.#annotate();
    const linked = this.#linked && place.querySelector('[part~=event][data-selected]');
    if (linked) {
      link = '';
      linked.scrollIntoView({ block: 'center', behavior: 'instant' });
      return;
    }
    const { height, bottom } = this.getBoundingClientRect();
    if (before.top < 0 && before.bottom <= innerHeight) {
      // What follows is in view, or above it all is: it stays where it is. The browser may
      // have scrolled already, when the page became too short for where the reader was.
      scrollBy({ top: bottom - before.bottom, behavior: 'instant' });
      return;
    }
    const seen = Math.min(before.bottom, innerHeight) - before.top;
    if (height < seen) {
      // What follows would come up: the room is kept until the reader acts.
      place.style.minBlockSize = `${seen}px`;
      const free = () => (place.style.minBlockSize = '');
      const { signal } = this.#end;
      place.addEventListener('pointerdown', free, { signal });
      place.addEventListener('keydown', free, { signal });
      addEventListener('resize', free, { signal });
    }
  }

  /** Does something with the article's sentences. @param {(passages: import('./passages/passages.js').Passages) => Promise<void>} work */
  async #sentences(work) {
    const { signal } = this.#end;
    this.#passages ??= sentences().then(({ Passages }) => new Passages(this, this.#root, this.#widget, signal, compile), (failure) => {
      this.#passages = undefined;
      throw failure;
    });
    try {
      await work(await this.#passages);
    } catch (/** @type {any} */ error) {
      // A panic is dealt with by `lost`.
      if (!signal.aborted && error?.name !== 'RuntimeError') this.#report(error);
    }
  }

  /** Underlines the article's sentences, or no longer does. */
  #annotate() {
    const on = this.hasAttribute('annotate');
    if (this.#state === 'ready' && (on || this.#passages)) this.#sentences((passages) => passages.annotate(on));
  }

  /** Lets go of the program, and ends what listens. */
  #cease() {
    this.#passages = this.#widget = undefined;
    this.#end.abort();
    this.#end = new AbortController();
  }

  #release() {
    this.#turn += 1;
    nearby.unobserve(this);
    shown.delete(this.#number);
    this.#cease();
    try {
      this.#leave();
    } catch {
      // A panic, of which the others have been told; here the list comes back all the same.
    }
    this.#leave = () => {};
    if (!this.#shadow) return;
    this.#root.replaceChildren(...this.#list);
    this.#dress(BLOCK);
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#release();
    this.#state = 'failed';
    this.#report(error);
    // When the reader has left and comes near again, it is tried again.
    if (error instanceof Failure && error.kind === 'download-failed') nearby.observe(this);
  }

  /** Says that the list stays for now, and why, unless all has come by then. @param {number} turn */
  #slow(turn) {
    const told = desk().then((desk) => (turn === this.#turn && this.#state !== 'ready' ? [desk.failure('download-slow', '')] : []), () => []);
    told.then(([one]) => one && console.warn(`dateline: ${one.message} ${one.fix}`));
    this.#tell(told);
  }

  /** One sentence for the console, and the same for the page. @param {any} error */
  #report(error) {
    // Of data that cannot be shown (`null`) the page has been told why.
    if (error !== null) {
      const { kind, message } = error instanceof Failure ? error : new Failure('panic', undefined, `The widget could not start: ${error}.`);
      this.#tell(desk().then((desk) => [desk.failure(kind, message)], () => [wrong(kind, message || `There is no widget: ${kind}.`, "Check the connection, the page's policy, and that the whole folder is there.")]));
    }
    const cause = error instanceof Failure ? error.cause : error;
    this.#told.then((problems) => {
      const { message, fix } = problems.find(({ severity }) => severity === 'error');
      console.error(`dateline: ${message} ${fix}`, ...(cause == null ? [] : [cause]));
    });
  }

  /** Tells the page what is wrong. @param {typeof NOTHING} told */
  #tell(told) {
    this.#told = told;
    told.then((problems) => {
      if (problems.length) this.#dispatch('problem', { problems });
    });
  }

  /** @param {string} name @param {object} detail */
  #dispatch(name, detail) {
    if (name === 'problem' || name === 'ready') this.#note().catch(() => {});
    this.dispatchEvent(new CustomEvent(`dateline-${name}`, { detail, bubbles: true, composed: true }));
  }

  /** Lists for the editor what is wrong, or no longer lists it. */
  async #note() {
    const told = this.#told;
    const problems = await told;
    const listed = this.#root.querySelector('[part=problems]');
    if (!problems.length && !listed) return;
    const { show } = await desk();
    if (told === this.#told) show(this.#root, problems);
  }

  /** @param {CSSStyleSheet | null} sheet */
  #dress(sheet) {
    const root = this.#root;
    if (sheet) root.adoptedStyleSheets = [sheet];
  }
}

const other = /** @type {any} */ (customElements.get('dateline-widget'));
if (other) {
  desk().then(({ twice }) => twice(other, FILES.version), () => {});
} else {
  customElements.define('dateline-widget', DatelineWidget);
}
