// What the documents print, so that it is what is tested.

import { readFileSync, readdirSync } from 'node:fs';

const ROOT = new URL('../../../', import.meta.url);
const read = (name) => readFileSync(new URL(name, ROOT), 'utf8');

/** README.md and what is in docs/, each with its name. */
const DOCUMENTS = ['README.md', ...readdirSync(new URL('docs/', ROOT)).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];

/** A document's text. */
export const written = (name) => read(name);

/**
 * The blocks of code under a heading, in a language (none for plain text). The heading may
 * stand in any of the documents, and in one only.
 */
export function recipes(heading, language) {
  const found = DOCUMENTS.flatMap((name) => section(read(name), heading) ?? []);
  if (found.length !== 1) throw new Error(`${found.length} of the documents have a section “${heading}”.`);
  return [...found[0].matchAll(/^```(\w*)\n([^]*?)^```$/gm)].filter(([, name]) => name === language).map(([, , code]) => code);
}

/** What stands under a heading, up to the next one that is not below it. */
function section(text, heading) {
  const start = text.match(new RegExp(`^(#{2,4}) ${heading.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'm'));
  if (!start) return undefined;
  const rest = text.slice(start.index + start[0].length);
  const end = rest.search(new RegExp(`^#{1,${start[1].length}} `, 'm'));
  return end < 0 ? rest : rest.slice(0, end);
}

/** The address that the documents' pages are published at. */
export const PUBLISHED = 'https://news.example/bridge/';
