// @ts-check
/**
 * The <dateline-widget> element: it shows its own children (the readable list) until
 * the reader comes near, then loads the program once for all instances and lets it
 * take the list's place. Whatever fails, the list stays.
 */

/** Names beside this file, and the version; `cargo xtask stage` fills them in. */
const FILES = { version: '@version@', glue: '@glue@', wasm: '@wasm@', style: 'dateline.css' };

/** @param {string} name */
const beside = (name) => new URL(name, import.meta.url).href;

/** Why there is no widget: a kind for programs, a sentence for people. */
class Failure extends Error {
  /** @param {string} kind @param {string} message @param {unknown} [cause] */
  constructor(kind, message, cause) {
    super(message, { cause });
    this.kind = kind;
  }
}

/** @param {string} url @returns {Promise<Response>} */
async function download(url) {
  let response;
  try {
    response = await fetch(url, { credentials: 'omit' });
  } catch (cause) {
    throw new Failure('DownloadFailed', `${url} could not be fetched; check the connection, and that the page's policy allows it under connect-src.`, cause);
  }
  if (!response.ok) {
    throw new Failure('DownloadFailed', `${url} answered ${response.status}; upload the whole folder that dateline.js came in.`);
  }
  return response;
}

/** @returns {Promise<WebAssembly.Module>} */
async function compile() {
  const response = await download(beside(FILES.wasm));
  try {
    // Streaming insists on the right type; the other way takes any.
    return await (response.headers.get('content-type')?.startsWith('application/wasm')
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer()));
  } catch (cause) {
    throw new Failure('DownloadFailed', `${response.url} arrived incomplete or damaged; upload it again, in binary mode.`, cause);
  }
}

/** What a browser or a policy forbids is known before anything is fetched. */
function check() {
  if (import.meta.url.startsWith('file:')) {
    throw new Failure('FileProtocol', 'the page was opened from a file; serve it over http, for instance with `cargo xtask serve`.');
  }
  if (typeof WebAssembly !== 'object' || !('adoptedStyleSheets' in document)) {
    throw new Failure('NoWebAssembly', 'this browser lacks WebAssembly or constructable style sheets; it needs Chrome 99, Firefox 102, Safari 16.4 or later.');
  }
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch (cause) {
    throw new Failure('PolicyBlocksWasm', "the page's content policy forbids WebAssembly; add 'wasm-unsafe-eval' to its script-src.", cause);
  }
}

/** @type {Promise<WebAssembly.Module> | null} */ let compiled = null;
/** @type {Promise<CSSStyleSheet> | null} */ let style = null;
/** @type {Promise<Runtime> | null} */ let runtime = null;
/** How often the program was started or its start was tried: browsers remember a module that failed. */
let starts = 0;

/**
 * @typedef {{ sheet: CSSStyleSheet, mount: (place: Element, article: unknown, options: object) => Widget }} Runtime
 * @typedef {{ update(article: unknown): void, select(id: string): boolean, destroy(): void, free(): void }} Widget
 */

/** Fetches and starts the program, once; a failure is forgotten, so that the next approach tries again. */
function load() {
  runtime ??= start().catch((error) => {
    runtime = null;
    throw error;
  });
  return runtime;
}

/** @returns {Promise<Runtime>} */
async function start() {
  check();
  const forget = (/** @type {() => void} */ clear) => (/** @type {unknown} */ error) => {
    clear();
    throw error;
  };
  const again = starts++;
  const glue = beside(FILES.glue) + (again ? `?${again}` : '');
  style ??= download(beside(FILES.style))
    .then((response) => response.text())
    .then((text) => new CSSStyleSheet().replace(text))
    .catch(forget(() => (style = null)));
  compiled ??= compile().catch(forget(() => (compiled = null)));
  const [program, module, sheet] = await Promise.all([
    import(glue).catch((cause) => {
      throw new Failure('DownloadFailed', `${glue} could not be loaded; upload the whole folder that dateline.js came in.`, cause);
    }),
    compiled,
    style,
  ]);
  await program.default({ module_or_path: module });
  return { sheet, mount: program.mount };
}

const near = typeof IntersectionObserver === 'function' &&
  new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) /** @type {DatelineWidget} */ (target).approach();
    }
  }, { rootMargin: '100%' });

let instances = 0;

class DatelineWidget extends HTMLElement {
  /** @type {'idle' | 'near' | 'loading' | 'ready' | 'failed' | 'destroyed'} */
  #state = 'idle';
  #number = ++instances;
  /** Grows whenever what was begun before no longer counts. */
  #turn = 0;
  /** @type {unknown} */ #article;
  /** @type {Widget | null} */ #widget = null;
  #root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  #slot = document.createElement('slot');

  constructor() {
    super();
    this.#root.append(this.#slot);
  }

  get state() {
    return this.#state;
  }

  connectedCallback() {
    if (Object.hasOwn(this, 'article')) {
      const early = this.article;
      delete (/** @type {any} */ (this).article);
      this.article = early;
    }
    if (this.#widget) return;
    this.#state = 'idle';
    if (near && this.getAttribute('loading') !== 'eager') near.observe(this);
    else this.approach();
  }

  disconnectedCallback() {
    if (near) near.unobserve(this);
    // A move is a removal followed by an insertion: wait for it.
    setTimeout(() => this.isConnected || this.destroy());
  }

  get article() {
    return this.#article;
  }

  set article(article) {
    this.#article = article;
    if (this.#widget) this.#widget.update(article);
    else if (this.isConnected && this.#state !== 'idle') this.approach();
  }

  /** The reader comes near: load and show. */
  async approach() {
    if (near) near.unobserve(this);
    const turn = ++this.#turn;
    this.#state = 'loading';
    try {
      const article = this.#article ?? this.#embedded();
      const { sheet, mount } = await load();
      if (turn !== this.#turn) return;
      this.#root.adoptedStyleSheets = [sheet];
      const place = document.createElement('div');
      this.#root.replaceChildren(place);
      this.#widget = mount(place, article, {
        instance: this.#number,
        tell: (/** @type {string} */ name, /** @type {object} */ detail) => {
          if (name === 'ready') this.#state = 'ready';
          queueMicrotask(() => this.#dispatch(name, detail));
        },
      });
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  /** @param {string} id */
  select(id) {
    return this.#widget?.select(id) ?? false;
  }

  destroy() {
    this.#turn += 1;
    this.#release();
    this.#state = 'destroyed';
  }

  #release() {
    this.#root.replaceChildren(this.#slot);
    this.#widget?.destroy();
    this.#widget?.free();
    this.#widget = null;
  }

  #embedded() {
    const script = this.querySelector(':scope > script[type="application/json"]');
    try {
      return JSON.parse(script?.textContent ?? '');
    } catch (cause) {
      throw new Failure('BadData', 'the JSON inside <dateline-widget> cannot be read.', cause);
    }
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#release();
    this.#state = 'failed';
    console.error(`dateline: ${error instanceof Error ? error.message : error}`);
  }

  /** @param {string} name @param {object} detail */
  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(`dateline-${name}`, { detail, bubbles: true, composed: true }));
  }
}

customElements.define('dateline-widget', DatelineWidget);
