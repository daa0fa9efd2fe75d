// JSX without React: the element is known by itself.

/** What stands in for a library's factory. */
declare function h(name: string, attributes: object | null, ...inside: unknown[]): object;

import '../../../www/dateline.js';

export const one = <dateline-widget id="bridge" src="bridge.json" loading="lazy" ondateline-ready={({ detail }) => detail.events} />;
// @ts-expect-error an address is a text
export const wrong = <dateline-widget src={7} />;

declare global {
  namespace JSX {
    type Element = object;
    interface ElementChildrenAttribute { children: object }
  }
}
