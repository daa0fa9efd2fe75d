// The page between two others: a page that is left first takes nothing with it into the next.

import { serve } from './server.js';

let server;

/**
 * Its address. Firefox ends the process of a site that no page is open of, and to start
 * another costs as much as a page: there it is of the same site as all that is tested.
 * Chromium and WebKit are quicker with none at all.
 *
 * @param {string} name of the browser
 */
export async function between(name) {
  if (name !== 'firefox') return 'about:blank';
  server ??= serve({ answer: () => ({ type: 'text/html', body: '<!doctype html><link rel="icon" href="data:,"><title>Between two pages</title>' }) });
  return (await server).home;
}

/** Ends its server. */
export async function closeBetween() {
  await (await server)?.close();
}
