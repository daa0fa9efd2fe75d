// What Dateline has set itself, in ratios: those hold on a fast machine and a slow one.

const number = (value) => (typeof value === 'number' ? value : undefined);

/**
 * @param {object[]} rows of the table
 * @returns {{ what: string, is?: number, most: number, unit?: string, holds?: boolean }[]}
 */
export function ratios(rows) {
  const screens = [...new Set(rows.map((row) => row.screen))];
  return screens.flatMap((screen) => {
    const of = (name, events, what) => {
      const row = rows.find((one) => one.screen === screen && one.name === name && one.events === events);
      const value = row?.[what];
      // What takes longer than a minute takes a minute at least.
      return value === 'too slow' && ['first', 'usable'].includes(what) ? 60_000 : number(value);
    };
    const ratio = (what, a, b, most) => ({ what: `${screen}: ${what}`, is: a === undefined || b === undefined ? undefined : a / b, most });
    const [me, vis, tl] = ['Dateline', 'vis-timeline', 'TimelineJS'];
    return [
      ratio('a pan step at 1,000 events, of TimelineJS’s', of(me, 1000, 'pan'), of(tl, 1000, 'pan'), 1 / 20),
      ratio('a pan step at 1,000 events, of vis-timeline’s', of(me, 1000, 'pan'), of(vis, 1000, 'pan'), 1 / 10),
      ratio('a pan step at 100,000 events, of its own at 1,000', of(me, 100_000, 'pan'), of(me, 1000, 'pan'), 1.3),
      ratio('a zoom step at 1,000 events, of vis-timeline’s', of(me, 1000, 'zoom'), of(vis, 1000, 'zoom'), 1 / 5),
      ratio('the first of 1,000 events, throttled, of vis-timeline’s', of(me, 1000, 'first'), of(vis, 1000, 'first'), 1 / 2),
      ratio('100,000 events usable, of vis-timeline’s first of 1,000 throttled', of(me, 100_000, 'usable'), of(vis, 1000, 'first'), 1),
      ratio('heap at 10,000 events, of vis-timeline’s', of(me, 10_000, 'heap'), of(vis, 10_000, 'heap'), 1 / 2),
      { what: `${screen}: the slowest interaction at 1,000 events on a slow processor, in ms`, is: of(me, 1000, 'interaction'), most: 100 },
    ].map((one) => ({ ...one, holds: one.is === undefined ? undefined : one.is <= one.most }));
  });
}

export function told(all) {
  const digits = (value) => value.toFixed(value >= 10 ? 0 : 3);
  return all.map(({ what, is, most, holds }) => {
    const word = holds === undefined ? 'not known' : holds ? 'holds    ' : 'MISSED   ';
    return `${word}  ${is === undefined ? '    –' : digits(is).padStart(5)} (at most ${digits(most)})  ${what}`;
  }).join('\n');
}
