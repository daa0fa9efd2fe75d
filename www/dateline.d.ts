/**
 * Types of the `<dateline-widget>` element, for pages written in TypeScript or JSX.
 * `import './dateline.js'` defines the element; this file describes it.
 */

/**
 * An article's data, schema 1: an object, or its JSON text. docs/data.md describes it, and
 * `article.schema.json` is its JSON Schema. `Article` has the types of whoever writes one in code.
 */
export type ArticleData = string | Article | { headline: string; events: object[]; [member: string]: unknown };

/** A date in EDTF (ISO 8601-2), such as `2022-02-24`, `2021-02/..` or `2022~`. */
export type ArticleDate = string | { value: string; calendar?: 'gregorian' | 'julian' };

/** A date, with the article's words for it and what it rests on. */
export type ArticleWhen = string | {
  value: string;
  text?: string;
  basis?: 'stated' | 'inferred' | 'editor';
  from?: string;
  note?: string;
  calendar?: 'gregorian' | 'julian';
};

/** The words that a fact rests on: of the article, or of the document at `url`. */
export type ArticleSource =
  | { quote: string; before?: string; after?: string; url?: string }
  | { url: string; quote?: string; before?: string; after?: string };

/** Where there is more to read. */
export interface ArticleLink {
  url: string;
  text?: string;
}

/** A picture; of a person `alt` may be missing. */
export interface ArticleImage {
  src: string;
  alt?: string;
  caption?: string;
  credit?: string;
  width?: number;
  height?: number;
}

/** Whoever speaks or acts. */
export interface ArticlePerson {
  id: string;
  name: string;
  role?: string;
  /** The code of a country, or the id of a card. */
  country?: string;
  image?: ArticleImage;
}

/** What happened. */
export interface ArticleEvent {
  id: string;
  title: string;
  text?: string;
  date: ArticleWhen;
  key?: boolean;
  /** Codes of countries, and ids of cards. */
  countries?: string[];
  people?: string[];
  groups?: string[];
  image?: ArticleImage;
  media?: {
    url: string;
    kind?: 'video' | 'audio' | 'image' | 'map' | 'document' | 'post' | 'page';
    caption?: string;
    credit?: string;
    thumbnail?: string;
  };
  links?: ArticleLink[];
  source?: ArticleSource;
}

/** A longer period behind the events. */
export interface ArticleEra {
  id: string;
  title: string;
  text?: string;
  date: ArticleWhen;
  countries?: string[];
  source?: ArticleSource;
}

/** What somebody says: in the article's words, in their own, or both. */
export interface ArticleClaim {
  text?: string;
  quote?: string;
  speaker?: string;
  via?: string;
  verb?: string;
  kind?: 'allegation' | 'denial' | 'finding';
  date?: ArticleWhen;
  events?: string[];
  links?: ArticleLink[];
  source?: ArticleSource;
}

/** A number with what it counts. */
export interface ArticleFigure {
  value: number | string;
  label: string;
  qualifier?: string;
  unit?: string;
  since?: ArticleDate;
  until?: ArticleDate;
  than?: { value: number | string; label: string };
  speaker?: string;
  source?: ArticleSource;
}

/** The card of a country, by its code, or of whoever else acts, by an id and a name. */
export type ArticleCard = {
  short?: string;
  also?: string[];
  flag?: boolean;
  note?: string;
  claims?: ArticleClaim[];
  figures?: ArticleFigure[];
} & ({ code: string; name?: string } | { id: string; name: string });

/** An article, schema 1. */
export interface Article {
  $schema?: string;
  schema?: 1;
  language?: string;
  headline: string;
  summary?: string;
  published?: ArticleDate;
  dateline?: string;
  source?: { name: string; title?: string; url?: string };
  people?: ArticlePerson[];
  events: ArticleEvent[];
  eras?: ArticleEra[];
  cards?: { title?: string };
  countries?: ArticleCard[];
  corrections?: { date: ArticleDate; what: string; was?: string; now?: string; why?: string }[];
}

/**
 * The interface's words in another language, or other words for it: those of
 * `words/en.txt`, by name, as an object or as lines of `name=text`; or the address of a file of such lines.
 */
export type DatelineWords = string | Record<string, string>;

/** How far an element has come: nothing is loaded before `near`. */
export type DatelineState = 'idle' | 'near' | 'loading' | 'ready' | 'failed' | 'destroyed';

/** The article is on the screen. */
export interface DatelineReady {
  /** How many events the article has. */
  events: number;
  /** How many countries it has, other cards included. */
  countries: number;
}

/** An event was chosen, or let go (nulls). */
export interface DatelineSelect {
  /** The event's id; null when it was let go. */
  id: string | null;
  /** Its title; null when it was let go. */
  title: string | null;
}

/** What is shown has changed. */
export interface DatelineFilter {
  /** Codes of countries, and ids of other cards; empty for all. */
  countries: string[];
  /** The id of whoever alone is heard; null for all. */
  speaker: string | null;
  /** The names of the groups that events are in; empty for all. */
  groups: string[];
  /** The words looked for. */
  search: string;
  /** How many events are shown. */
  shown: number;
  /** How many there are. */
  total: number;
}

/** Something is wrong with the data, or kept the widget from showing. */
export interface DatelineProblem {
  /** `error` for what is left out or keeps the widget from showing, `warning` for what is shown all the same. */
  severity: 'error' | 'warning';
  /**
   * A stable name. Those of the data are the kinds in `problems.json`;
   * those of the element are `no-webassembly`, `browser-too-old`, `policy-blocks-wasm`,
   * `download-failed`, `bad-address`, `opened-as-file`, `of-itself`, `panic` and `stopped`;
   * and as warnings `download-slow`, `of-unknown` and `unknown-value`.
   */
  kind: string;
  /** Where in the data: a JSON Pointer (RFC 6901). */
  path: string;
  /** The offending text. */
  found: string;
  /** What is wrong: a sentence. */
  message: string;
  /** How to mend it: a sentence. */
  fix: string;
}

/** The element's events. All bubble, and cross the bounds of shadow roots. */
export interface DatelineEventMap {
  'dateline-ready': CustomEvent<DatelineReady>;
  'dateline-select': CustomEvent<DatelineSelect>;
  'dateline-filter': CustomEvent<DatelineFilter>;
  'dateline-problem': CustomEvent<{ problems: DatelineProblem[] }>;
}

/** The element. Its children, the readable list, show until the widget does. */
export interface DatelineWidget extends HTMLElement {
  /** The data; setting it shows it, instead of what attributes, the script or the marked-up list inside say. */
  article: ArticleData | undefined;
  /** Words of the interface, instead of its own or of those that the attribute `words` names. */
  words: DatelineWords | undefined;
  readonly state: DatelineState;
  /** Chooses the event of this id. Whether there is one. */
  select(id: string): boolean;
  /** Brings the list back and lets everything go; setting `article` begins anew. */
  destroy(): void;
  addEventListener<K extends keyof DatelineEventMap>(
    type: K,
    listener: (this: DatelineWidget, event: DatelineEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** What JSX may be told to listen to: `ondateline-select={(event) => …}` (React 19, Preact). */
export type DatelineHandlers = {
  [K in keyof DatelineEventMap as `on${K}`]?: (event: DatelineEventMap[K]) => void;
};

/** The element's attributes, as JSX takes them. */
export interface DatelineAttributes extends DatelineHandlers {
  /** The widget's name in the page's address; `dateline` without one. */
  id?: string;
  /** The address of the data, as JSON. */
  src?: string;
  /** The data themselves, as JSON text. */
  'data-article'?: string;
  /** The id of the element whose data, words and choice this one shares. That one writes the address, and tells of what is chosen. */
  of?: string;
  /** Shows this part alone. */
  show?: 'timeline' | 'countries';
  /** With `show="countries"`: the code of the one country to show, or the id of another card; it is opened. */
  country?: string;
  /** Parts to leave out, separated by spaces: `headline`, `summary`, `search`, `axis`, `list`, `countries`. */
  hide?: string;
  /** The level of the widget's own heading; without it, one below the heading before the element. */
  heading?: 1 | 2 | 3 | 4 | 5 | 6 | '1' | '2' | '3' | '4' | '5' | '6';
  /** What the axis has a lane each for. */
  lanes?: 'one' | 'country' | 'group';
  /** Whether the axis folds long gaps; `auto` does where that shows more titles. */
  folds?: 'auto' | 'on' | 'off';
  /** Where the first window of the axis begins: a date in EDTF. */
  from?: string;
  /** Where it ends. */
  to?: string;
  /** Where in the page's address the reader's place is written. Without it, in the fragment, unless that is a route of the page's own (`#/news/5`). */
  address?: 'fragment' | 'query' | 'off';
  /** `eager` does not wait for the reader to come near. */
  loading?: 'eager' | 'lazy';
  /** The address of a file of words for the interface, or the words themselves. */
  words?: DatelineWords;
  /** The id of the element that holds the article, where that is not the `<article>` around the widget. */
  for?: string;
  /** Underlines the article's sentences that carry a fact; choosing one opens it. */
  annotate?: boolean | '';
  /** Always light or always dark colours; without it, those that the reader prefers. */
  theme?: 'light' | 'dark';
  article?: ArticleData;
  [attribute: string]: unknown;
}

/** The element among those that JSX knows. For React 19 see docs/embedding.md. */
export interface DatelineElements {
  'dateline-widget': DatelineAttributes;
}

declare global {
  interface HTMLElementTagNameMap {
    'dateline-widget': DatelineWidget;
  }
  namespace JSX {
    interface IntrinsicElements extends DatelineElements {}
  }
}
