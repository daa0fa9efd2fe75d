// What a host's custom properties change: one scene, and a value for each that shows.

import { SMALL, data } from './host.js';

/** An article in which every custom property shows on a narrow screen. */
export const SCENE = {
  ...SMALL,
  events: SMALL.events.slice(2).map((event) => (event.id === 'storm' ? {
    ...event,
    text: 'For two days nobody could work.',
    image: { src: 'favicon.svg', alt: 'The works in the storm', credit: 'A. Photographer', width: 60, height: 20 },
  } : event)),
};

/** A value that nobody overlooks, for each custom property, in the manifest's order. */
export const PROPERTIES = new Map([
  ['--dateline-accent', '#c2185b'],
  ['--dateline-paper', '#fff3c4'],
  ['--dateline-ink', '#c2185b'],
  ['--dateline-secondary', '#c2185b'],
  ['--dateline-hairline', '#c2185b'],
  ['--dateline-edge', '#c2185b'],
  ['--dateline-wash', '#f48fb1'],
  ['--dateline-title-font', 'monospace'],
  ['--dateline-text-font', 'monospace'],
  ['--dateline-padding', '24px'],
]);

/** The scene's element, of this id. */
export const tile = (name, id = 'tile') => `<dateline-widget id="${id}" class="${name}" theme="light" loading="eager">${data(SCENE)}</dateline-widget>`;
