// What the README prints, so that it is what is tested.

import { readFileSync } from 'node:fs';

const README = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

/** The blocks of code under a heading, in a language (none for plain text). */
export function recipes(heading, language) {
  const from = README.indexOf(`### ${heading}\n`);
  if (from < 0) throw new Error(`README.md has no section “${heading}”.`);
  const to = README.slice(from + 4).search(/^##/m);
  const section = README.slice(from, to < 0 ? undefined : from + 4 + to);
  return [...section.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].filter(([, name]) => name === language).map(([, , code]) => code);
}

/** The address that the README's pages are published at. */
export const PUBLISHED = 'https://news.example/bridge/';
