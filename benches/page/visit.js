// One timeline with so many events on one screen, measured from all sides.

import { hand as reader } from './hand.js';
import { interaction } from './measures/interaction.js';
import { loading } from './measures/loading.js';
import { memory } from './measures/memory.js';
import { pan, zoom } from './measures/moving.js';
import { probe } from './probe.js';
import { PATIENCE, TooSlow } from './protocol.js';
import { open } from './tab.js';

/** What did not come in time, and what did not come about. */
const told = (trouble) => (trouble instanceof TooSlow ? 'too slow' : `failed: ${trouble.message.split('\n')[0]}`);

async function within(tab, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow('Not in time.')), PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
}

async function inTab(browser, subject, screen, run) {
  const tab = await open(browser, screen, probe(subject.shown));
  try {
    return await run(tab);
  } finally {
    await tab.close();
  }
}

/** A first event on a slow line; or a word why not. */
export const first = (browser, subject, screen, url) =>
  inTab(browser, subject, screen, (tab) => within(tab, loading(tab, url, { slow: true }))).catch((trouble) => ({ trouble: told(trouble) }));

/** Everything else, on a quick line. What fails is a word in its place. */
export function all(browser, subject, screen, url) {
  return inTab(browser, subject, screen, async (tab) => {
    const found = {};
    const measure = async (what, run) => {
      try {
        found[what] = await within(tab, run());
        return true;
      } catch (trouble) {
        found[what] = told(trouble);
        return !(trouble instanceof TooSlow);
      }
    };
    const hand = reader(tab);
    const steps = [
      ['quick', () => loading(tab, url, { slow: false })],
      ['nodes', () => tab.evaluate('bench.nodes()')],
      ['heap', () => memory(tab)],
      ['opened', async () => {
        await subject.ready(tab, hand);
        await subject.closer(tab, hand);
        await hand.pause(500);
        return true;
      }],
      ['pan', () => pan(tab, hand, subject)],
      ['settled', () => hand.pause(500)],
      ['zoom', () => zoom(tab, hand, subject)],
      ['whole', async () => {
        await subject.whole(tab, hand);
        await hand.pause(500);
        return true;
      }],
      ['interaction', () => interaction(tab, hand, subject)],
      ['nodesAfter', () => tab.evaluate('bench.nodes()')],
    ];
    for (const [what, run] of steps) {
      if (!(await measure(what, run))) break;
    }
    found.elsewhere = [...tab.elsewhere];
    if (tab.troubles.length) found.troubles = tab.troubles.slice(0, 3);
    return found;
  });
}
