// Pages of a host's own with the widget in them, made for one scenario: what they
// hold, what their policy is, and what goes wrong on the way to them.

import { readFileSync, readdirSync } from 'node:fs';
import { DIST, STRICT, serve } from './server.js';

const WATCH = readFileSync(new URL('./watch.js', import.meta.url));
const PROBE = readFileSync(new URL('./probe.js', import.meta.url));

/** The path of the folder that holds the widget and the pages. */
const BELOW = '/news/2023/';

/** An article that is quick to show. */
export const SMALL = {
  schema: 1,
  language: 'en',
  headline: 'A harbour town and its bridge',
  events: [
    { id: 'plan', title: 'The town plans a bridge', date: '2019-03', countries: ['PL'] },
    { id: 'works', title: 'Works begin', date: '2021-02-01', countries: ['PL', 'DE'] },
    { id: 'storm', title: 'A storm stops the works', date: '2022-10-14', countries: ['DE'] },
    { id: 'opening', title: 'The bridge opens', date: '2023-03-20', countries: ['PL'] },
  ],
  countries: [{ code: 'PL', name: 'Poland' }, { code: 'DE', name: 'Germany' }],
};

/** An article as the script of data inside an element. */
export const data = (article) => `<script type="application/json">${JSON.stringify(article).replaceAll('<', '\\u003c')}</script>`;

/** An element: its attributes, and what is inside. */
export const widget = (attributes = 'id="w"', inside = `${data(SMALL)}<ol><li>The readable list</li></ol>`) =>
  `<dateline-widget ${attributes}>${inside}</dateline-widget>`;

/** So much empty page that what follows is far from the reader. */
export const FAR = '<div class="far"></div>';

/** A whole page around a body. */
export const page = (body, { head = '', language = 'en', loader = '<script type="module" src="dateline.js"></script>' } = {}) => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A host page</title>
<link rel="icon" href="favicon.svg"><link rel="stylesheet" href="~host.css"><script src="~probe.js"></script><script src="~watch.js"></script>${head}${loader}</head>
<body>${body}</body></html>`;

/** The name of a built file: `glue`, `wasm`, `style` or `loader`. */
export function built(kind) {
  const endings = { wasm: /^dateline-.*\.wasm$/, glue: /^dateline-widget-[0-9a-f]+\.js$/, style: /^dateline\.css$/, loader: /^dateline\.js$/ };
  return readdirSync(DIST).find((name) => endings[kind].test(name));
}

/** A built file's bytes. */
export const bytes = (kind) => readFileSync(new URL(built(kind), `file://${DIST}`));

/**
 * Serves a host's pages, by name, beside the built widget.
 *
 * @param {Record<string, string>} pages the HTML (or script or style sheet, by its ending) of each
 * @param {object} [options]
 * @param {string} [options.policy]
 * @param {boolean} [options.open] whether pages of any origin may use the files
 * @param {(kind: string|undefined, request: import('node:http').IncomingMessage) => (object|undefined|Promise<object|undefined>)} [options.meddle]
 *   asked before one of the widget's files (`glue`, `wasm`, `style`, `loader`) or any other is sent
 */
export async function host(pages, { policy = STRICT, open = false, meddle = () => undefined } = {}) {
  const kinds = new Map(['glue', 'wasm', 'style', 'loader'].map((kind) => [built(kind), kind]));
  const own = {
    '~watch.js': { type: 'text/javascript', body: WATCH },
    '~probe.js': { type: 'text/javascript', body: PROBE },
    '~host.css': { type: 'text/css', body: '.far { block-size: 6000px } .word { display: inline-block } .box { block-size: 200px; overflow: auto }' },
  };
  const server = await serve({
    below: BELOW,
    policy,
    // Modules, fetches and all else of a page without an origin come from elsewhere.
    headers: open ? { 'Access-Control-Allow-Origin': '*' } : {},
    async answer(path, request) {
      const name = path.startsWith(BELOW) ? path.slice(BELOW.length) : path;
      const meddled = await meddle(kinds.get(name), request);
      if (meddled) return meddled;
      if (name in pages) {
        const html = name.endsWith('.html');
        const type = { html: 'text/html', css: 'text/css', txt: 'text/plain' }[name.split('.').pop()] ?? 'text/javascript';
        return {
          type: `${type}; charset=utf-8`,
          headers: html && policy ? { 'Content-Security-Policy': policy } : {},
          body: pages[name],
        };
      }
      return own[name];
    },
  });
  return {
    ...server,
    /** How often one of the widget's files was asked for. */
    asked: (kind) => server.requests.filter((path) => path.endsWith(`/${built(kind)}`)).length,
    /** The address of a page. */
    at: (name) => server.home + name,
  };
}

/** Serves pages while `work` lasts. */
export async function hosting(pages, work, options) {
  const server = await host(pages, options);
  try {
    await work(server);
  } finally {
    await server.close();
  }
}

/** Waits until the element of this id has come so far. */
export async function reaches(browser, state, id = 'w') {
  try {
    await browser.until('return document.getElementById(arguments[0])?.state === arguments[1];', id, state);
  } catch (trouble) {
    trouble.message += `; the page says ${JSON.stringify(await browser.run(`
      const one = document.getElementById(arguments[0]);
      const files = performance.getEntriesByType('resource').map(({ name, responseEnd }) => name.split('/').pop() + (responseEnd ? '' : ' (on its way)'));
      return { address: location.href, page: document.readyState, seen: document.visibilityState, state: one?.state, files, errors: window.probe?.errors };`, id))}`;
    throw trouble;
  }
}

/** Whether the element of this id shows its own children, the list, and nothing else. */
export const showsList = (browser, id = 'w') => browser.run(`
  const { shadowRoot } = document.getElementById(arguments[0]);
  const list = document.querySelector('#' + arguments[0] + ' > ol');
  return shadowRoot.querySelector('slot') !== null && !shadowRoot.querySelector('.dateline') && list.getBoundingClientRect().height > 0;`, id);

/** Goes to the top of the page, and waits until the element of this id knows that the reader is away. */
export async function leaves(browser, id = 'w') {
  await browser.run("scrollTo({ top: 0, behavior: 'instant' });");
  // Whoever watched before has been told when this one is.
  await browser.driver.executeAsyncScript(`
    const [id, done] = arguments;
    const watching = new IntersectionObserver(([{ isIntersecting }]) => {
      if (isIntersecting) return;
      watching.disconnect();
      done();
    }, { rootMargin: '100% 0%' });
    watching.observe(document.getElementById(id));`, id);
}
