// @ts-check

/** What JSON writes down, and a page's script may have taught to write itself down otherwise. */
const KINDS = [Object, Array, String, Number, Boolean];

/**
 * An article as the program takes it: on a page whose scripts give every array a `toJSON`
 * (as Prototype.js does) as text that was written without that, elsewhere as it is.
 * @param {unknown} article
 */
export function written(article) {
  const taught = KINDS.map(({ prototype }) => ({ prototype, own: Object.getOwnPropertyDescriptor(prototype, 'toJSON') })).filter(({ own }) => own?.configurable);
  if (typeof article === 'string' || !taught.length) return article;
  for (const { prototype } of taught) Reflect.deleteProperty(prototype, 'toJSON');
  try {
    return JSON.stringify(article);
  } catch {
    // The program says what is wrong with it.
    return article;
  } finally {
    for (const { prototype, own } of taught) Object.defineProperty(prototype, 'toJSON', /** @type {PropertyDescriptor} */ (own));
  }
}
