// How a page written in TypeScript uses the element: `tsc` has to agree, and to disagree
// where it says so.

import type { ArticleData, DatelineFilter, DatelineProblem, DatelineState } from '../../../www/dateline.js';

const article: ArticleData = { headline: 'A bridge', events: [{ id: 'plan', title: 'The plan', date: '2019-03' }] };

const made = document.createElement('dateline-widget');
made.article = article;
made.article = JSON.stringify(article);
made.article = undefined;
made.words = { search: 'Find' };
document.body.append(made);

const found = document.querySelector('dateline-widget');
if (found) {
  const state: DatelineState = found.state;
  const chosen: boolean = found.select('plan');
  found.destroy();
  console.log(state, chosen);

  found.addEventListener('dateline-ready', ({ detail }) => console.log(detail.events + detail.countries));
  found.addEventListener('dateline-select', ({ detail }) => console.log(detail.id?.length, detail.title?.length));
  found.addEventListener('dateline-filter', function ({ detail }) {
    const filter: DatelineFilter = detail;
    console.log(this.state, filter.countries.join(), filter.search, filter.shown / filter.total);
  });
  found.addEventListener('dateline-problem', ({ detail }) => {
    const sentences = detail.problems.map(({ severity, message, fix }: DatelineProblem) => `${severity} ${message} ${fix}`);
    console.log(sentences.join());
  });
  found.addEventListener('click', (event) => event.preventDefault());

  // @ts-expect-error it is read only
  found.state = 'ready';
  // @ts-expect-error an id is a text
  found.select(7);
  // @ts-expect-error an article has a headline
  found.article = { events: [] };
  // @ts-expect-error there is no such event
  found.addEventListener('dateline-select', ({ detail }) => detail.name);
}
