// The same in JSX, with React's types: what the README prints, and a use of it.

import type { ArticleData } from '../../../www/dateline.js';
import './react.js';

export function Explainer({ article, onChosen }: { article: ArticleData; onChosen: (id: string | null) => void }) {
  return (
    <dateline-widget
      id="bridge"
      loading="eager"
      annotate
      article={article}
      ondateline-select={({ detail }) => onChosen(detail.id)}
      ondateline-problem={({ detail }) => detail.problems.map(({ fix }) => fix)}
    >
      <ol><li>The readable list</li></ol>
    </dateline-widget>
  );
}

// @ts-expect-error there are two ways to load it
export const wrong = <dateline-widget loading="soon" />;
// @ts-expect-error a choice has an id, and no name
export const unknown = <dateline-widget ondateline-select={({ detail }) => detail.name} />;
