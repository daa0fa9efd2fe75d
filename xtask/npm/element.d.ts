/** The element's class, for who defines it under its name themselves. */

import type { DatelineWidget as Widget } from './widget/dateline.js';

export type * from './widget/dateline.js';

export declare const DatelineWidget: {
  new (): Widget;
  readonly prototype: Widget;
  readonly observedAttributes: string[];
  /** The version of the program. */
  readonly version: string;
};
export type DatelineWidget = Widget;
