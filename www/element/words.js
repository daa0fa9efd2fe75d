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

/** The language of an article, an object or its JSON text. @param {any} article @returns {string | undefined} */
const languageOf = (article) => (typeof article === 'string' ? /"language"\s*:\s*"([^"]+)/.exec(article)?.[1] : article?.language);

/**
 * The file for a language, a BCP 47 tag, if we have one: that of its region, or of its script.
 * @param {string | undefined} tag @returns {string | undefined}
 */
function nameFor(tag) {
  try {
    const { language, region } = new Intl.Locale(/** @type {string} */ (tag));
    // Most Norwegian is Bokmål, which those who read Nynorsk read better than English.
    const own = /^n[bn]$/.test(language) ? 'no' : language;
    const { script } = new Intl.Locale(/** @type {string} */ (tag)).maximize();
    const plain = new Intl.Locale(own).maximize().script === script ? own : '';
    return [plain && `${own}-${region}`, `${own}-${script}`, plain].find((name) => files.words.split(' ').includes(name));
  } catch {
    return undefined;
  }
}

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
  const name = nameFor(language);
  const url = named ? address(named, element.baseURI, 'words') : name && beside(`words/${name}.txt`);
  const own = Object(set) === set ? Object.entries(/** @type {object} */ (set)).map((pair) => pair.join('=')).join('\n') : isFile ? '' : set ?? '';
  const all = url ? await file(url) : '';
  // Who brings words to a language that we lack answers for it.
  return own ? `tag=${language ?? 'en'}\n${all}\n${own}` : all;
}
