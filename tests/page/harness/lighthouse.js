// Lighthouse's mobile preset, in a Chromium that is already there.

import lighthouse from 'lighthouse';

/**
 * Audits a page. Only the categories named; what they call for is told in lines.
 *
 * @param {string} url
 * @param {number} port where the browser's DevTools listen
 * @param {string[]} onlyCategories
 */
export async function audit(url, port, onlyCategories) {
  const { lhr } = await lighthouse(url, { port, logLevel: 'error', output: 'json', onlyCategories, onlyAudits: ['network-requests'] });
  if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
  const categories = Object.values(lhr.categories);
  const lacking = categories.flatMap(({ auditRefs }) => auditRefs)
    .filter(({ weight }) => weight > 0)
    .map(({ id }) => lhr.audits[id])
    .filter(({ score }) => score !== null && score < 1)
    .map(({ id, title, details }) => `${id}: ${title} ${(details?.items ?? []).slice(0, 3).map((item) => item.node?.snippet ?? item.description ?? item.source ?? '').join(' | ')}`);
  return {
    version: lhr.lighthouseVersion,
    scores: Object.fromEntries(categories.map(({ id, score }) => [id, Math.round(score * 100)])),
    lacking,
    /** The addresses that were asked for. */
    asked: lhr.audits['network-requests'].details.items.map((item) => item.url),
    metrics: Object.fromEntries(['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index']
      .filter((id) => lhr.audits[id]).map((id) => [id, lhr.audits[id].numericValue])),
  };
}
