// The events that every timeline is given: some years of a long story, told in
// titles of a newspaper's length, quiet for months and then many in a week.

import { generator } from './random.js';

const DAY = 86_400_000;
const FIRST = Date.UTC(2014, 1, 3);
const LAST = Date.UTC(2024, 10, 29);
/** Weeks in which much happens. */
const BUSY = 14;

export const COUNTRIES = ['UA', 'RU', 'PL', 'TR', 'CN', 'IR', 'US'];

const WHO = [
  'Parliament', 'The foreign ministry', 'A court in the capital', 'The election commission',
  'Dock workers', 'The central bank', 'Rescue teams', 'Two governments', 'The harbour authority',
  'A group of farmers', 'The opposition', 'Judges', 'The statistics office', 'Students',
];
const DOES = [
  'agrees to', 'rejects', 'postpones', 'publishes', 'opens talks about', 'votes on', 'calls for',
  'presents', 'withdraws from', 'confirms', 'takes note of', 'signs', 'questions', 'reports on',
];
const WHAT = [
  'the grain agreement', 'a new budget', 'the report on the flood', 'a ceasefire',
  'the second round of elections', 'sanctions on shipping', 'the pension reform',
  'a bridge across the strait', 'the inquiry into the port', 'the exchange of prisoners',
  'a loan for the railway', 'the treaty on borders',
];
const MORE = [
  '', '', '', ' after three days of talks', ' in spite of protests', ' for the third time this year',
  ', as neighbours had asked', ' and names a date for the next step',
];

/**
 * `count` events in order of time: most on one day, every eighth over days or months.
 *
 * @param {number} count
 * @returns {{ id: string, title: string, text: string, start: string, end?: string, country: string }[]}
 */
export function events(count, seed = 20231) {
  const random = generator(seed);
  const of = (list) => list[Math.floor(random() * list.length)];
  const busy = Array.from({ length: BUSY }, () => FIRST + random() * (LAST - FIRST));
  const events = Array.from({ length: count }, () => {
    const at = random() < 0.6 ? of(busy) + (random() + random() - 1) * 12 * DAY : FIRST + random() * (LAST - FIRST);
    const start = Math.min(Math.max(at, FIRST), LAST);
    const lasts = random() < 0.125 ? (1 + random() ** 3 * 200) * DAY : 0;
    const title = `${of(WHO)} ${of(DOES)} ${of(WHAT)}${of(MORE)}`;
    return {
      title,
      text: `${title}. The decision had been expected since the spring, and is to be looked at again next year.`,
      start: day(start),
      end: lasts ? day(start + lasts) : undefined,
      country: of(COUNTRIES),
    };
  });
  events.sort((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)));
  return events.map((event, number) => ({ id: `e${number}`, ...event }));
}

const day = (time) => new Date(time).toISOString().slice(0, 10);
