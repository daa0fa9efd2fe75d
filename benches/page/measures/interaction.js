// The slowest answer to a reader, from the event to the next paint, on a slow processor.

/** Events shorter than this in ms are not timed by the browser. */
const SHORTEST = 16;

/**
 * Each button, a mark, a drag. Of each the longest of all events that the browser
 * timed, in ms, and the longest of these.
 */
export async function interaction(tab, hand, subject) {
  await tab.slowProcessor(4);
  const acts = [
    ...subject.buttons.map((button) => [button, () => hand.tap(button)]),
    [subject.mark, () => hand.tap(subject.mark)],
    ['drag', () => hand.drag(subject.pane, 10, -8, undefined, subject.bare)],
  ];
  const each = [];
  for (const [what, act] of acts) {
    await tab.evaluate('void (bench.slow.length = 0)');
    await act();
    await hand.pause(400);
    await tab.frame();
    const slowest = await tab.evaluate('Math.max(0, ...bench.slow.map(({ duration }) => duration))');
    each.push({ what, ms: Math.max(slowest, SHORTEST) });
  }
  await tab.slowProcessor(1);
  return { ms: Math.max(...each.map((one) => one.ms)), each };
}
