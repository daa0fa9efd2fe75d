// @ts-check
/** The interface's words. */

import { OTHERS, address, once, text } from './download.js';
import { beside, files } from './files.js';

/** Files of words, by their address. @type {Map<string, () => Promise<string>>} */
const known = new Map();

/** @param {string} url */
function file(url) {
  const get = known.get(url) ?? once(() => text(url, OTHERS));
  known.set(url, get);
  return get();
}

/** The language of an article, an object or its JSON text: the first part of its tag. @param {any} article @returns {string | undefined} */
const languageOf = (article) => (typeof article === 'string' ? /"language"\s*:\s*"(\w+)/.exec(article)?.[1] : /^\w+/.exec(article?.language ?? '')?.[0]);

/**
 * The interface's words for an article: the page's own file or that of the article's
 * language, if we have one; after it what the page has set, as the later word counts.
 * @param {unknown} article @param {HTMLElement} element
 * @param {unknown} set what the property `words` was set to: an object of words by their names, lines of them, or the address of a file
 * @returns {Promise<string>}
 */
export async function wordsFor(article, element, set) {
  const language = languageOf(article);
  const isFile = typeof set === 'string' && !set.includes('=');
  const named = isFile ? set : element.getAttribute('words');
  const has = files.words.split(' ').includes(language ?? '');
  const url = named ? address(named, element.baseURI, 'words') : has && beside(`words/${language}.txt`);
  const own = Object(set) === set ? Object.entries(/** @type {object} */ (set)).map((pair) => pair.join('=')).join('\n') : isFile ? '' : set ?? '';
  const all = url ? await file(url) : '';
  // Who brings words to a language that we lack answers for it.
  return own ? `tag=${language ?? 'en'}\n${all}\n${own}` : all;
}
