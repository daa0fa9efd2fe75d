// What a step of a pan and a step of a zoom cost the main thread.

const PANS = 40;
const ZOOMS = 10;

/**
 * ms of the main thread a step, and what of it went where. `run` says when the steps begin (`held`), when they are
 * half done and when they are over (`moved`): where nothing has moved by half way, there
 * is nothing to be measured.
 */
async function timed(tab, subject, steps, run) {
  const before = await tab.evaluate(subject.place);
  const spent = {};
  let place = before;
  await run(async (mark) => {
    if (mark === 'half') place = await tab.evaluate(subject.place);
    else spent[mark] = await tab.metrics();
  });
  if (place === before) throw new Error('The timeline did not move.');
  const each = (metric) => ((spent.moved[metric] - spent.held[metric]) * 1000) / steps;
  return { ms: each('TaskDuration'), script: each('ScriptDuration'), style: each('RecalcStyleDuration'), layout: each('LayoutDuration') };
}

/** One step of a drag, over forty. */
export const pan = (tab, hand, subject) =>
  timed(tab, subject, PANS, (between) => hand.drag(subject.pane, PANS, tab.touch ? -5 : -8, between, subject.bare));

/** One step of a zoom, over five steps closer and five back. */
export function zoom(tab, hand, subject) {
  return timed(tab, subject, ZOOMS, async (between) => {
    if (subject.zoom === 'gesture' && tab.touch) {
      await hand.pinch(subject.pane, ZOOMS, 8, between);
      return;
    }
    const step = (closer) => {
      if (subject.zoom === 'gesture') return hand.wheel(subject.pane, closer ? -100 : 100);
      return hand.tap(subject.zoom[closer ? 0 : 1]);
    };
    await between('held');
    for (let number = 1; number <= ZOOMS; number += 1) {
      await step(number <= ZOOMS / 2);
      if (number === ZOOMS / 2) await between('half');
    }
    // What the steps have set going is part of them.
    await hand.pause(500);
    await between('moved');
  });
}
