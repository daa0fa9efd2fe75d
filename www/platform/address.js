// @ts-check
// The reader's place stands in the fragment, a list of parts joined by `&`. Ours are named
// after the widget (`dateline.event=report`), so that a page may hold several widgets and
// keep using the fragment for itself: whatever is not ours stays as it is.

/** What a place says, in the order of its lines; see `src/explore/address.rs`. */
const PARTS = ['event', 'speaker', 'countries', 'search'];

/** Whether a part of the fragment is the widget's. @param {string} name @returns {(part: string) => boolean} */
const owns = (name) => (part) => part.startsWith(`${name}.`) && part.includes('=');

const parts = () => location.hash.slice(1).split('&');

/** The parts that are not the widget's. @param {string} name */
export const others = (name) => parts().filter((part) => part && !owns(name)(part));

/** Whether the address names a place of the widget. @param {string} name */
export const names = (name) => parts().some(owns(name));

/** Undoes percent-encoding; what is no such encoding stays as it stands. @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text).replaceAll('\n', ' ');
  } catch {
    return text;
  }
}

/** The place of the widget that the address names, a line each. @param {string} name */
export function place(name) {
  const ours = new Map(parts().filter(owns(name)).map((part) => {
    const [key, ...value] = part.slice(name.length + 1).split('=');
    return [key, decoded(value.join('='))];
  }));
  return PARTS.map((key) => ours.get(key)).join('\n');
}

/** Writes a place into the address: as a step that back undoes, or over the last one. @param {string} name @param {string} place @param {boolean} step */
export function go(name, place, step) {
  const lines = place.split('\n');
  const ours = PARTS.flatMap((key, at) => (lines[at] ? `${name}.${key}=${encodeURIComponent(lines[at]).replaceAll('%2C', ',')}` : []));
  const fragment = [...others(name), ...ours].join('&');
  if (fragment === location.hash.slice(1)) return;
  // A base element bends relative addresses, so the whole one is given.
  const href = location.href.split('#')[0] + (fragment && `#${fragment}`);
  try {
    // The host's own note on this entry is kept.
    history[step ? 'pushState' : 'replaceState'](history.state, '', href);
  } catch {
    // A page that may not write its history (a sandboxed frame) goes without.
  }
}
