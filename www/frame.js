// @ts-check
/**
 * The script of the page that a frame shows. It tells the page around how high it is and
 * what the reader has chosen, and takes a link to an event from the query
 * (`frame.html?event=opening`) or from that page. It says nothing but to its parent.
 *
 * How high: `{ sentinel: 'amp', type: 'embed-size', height }`, which AMP and
 * @newswire/frames understand, and pym.js's `pymxPYMx…` where pym.js made the frame.
 * What is chosen: `{ sentinel: 'dateline', type: 'place', place, top }`, where `place` is
 * the query that leads there, and `top` how far down the chosen event begins, in px.
 */

/** What a place says: `src/explore/fragment.rs` has the same. */
const KEYS = ['event', 'speaker', 'countries', 'search', 'groups'];
const widget = /** @type {HTMLElement & Partial<import('./dateline.d.ts').DatelineWidget>} */ (document.querySelector('dateline-widget'));
const prefix = `${widget.id || 'dateline'}.`;
const query = new URLSearchParams(location.search);
/** The name that pym.js gave the frame. */
const pym = query.get('childId');

/** What the reader has chosen. A frame without an origin may not write it to its address. @type {Record<string, string | null>} */
let place = {};

/** A place as a query. @param {(key: string) => string | null | undefined} get */
const written = (get) => KEYS.filter(get).map((key) => `${key}=${encodeURIComponent(get(key) ?? '').replaceAll('%2C', ',')}`).join('&');

/** Goes to a place, without a step that back would undo; whether the address was another. @param {string} wanted */
function go(wanted) {
  const parts = wanted.split('&').filter((part) => KEYS.includes(part.split('=')[0]));
  place = Object.fromEntries(new URLSearchParams(parts.join('&')));
  const before = location.hash;
  location.replace(`#${parts.map((part) => prefix + part).join('&')}`);
  return location.hash !== before;
}

/** Our parts of the fragment of an address. @param {string} address */
const within = (address) => address.split('#').slice(1).join('#').split('&')
  .filter((part) => part.startsWith(prefix)).map((part) => part.slice(prefix.length)).join('&');

// pym.js tells the whole address of the page around.
const wanted = written((key) => query.get(key)) || within(location.hash) || within(query.get('parentUrl') ?? '');
if (wanted) go(wanted);

if (parent !== window) {
  /** @param {unknown} message */
  const tell = (message) => parent.postMessage(message, '*');

  let height = 0;
  const tellHeight = () => {
    if (!height) return;
    tell({ sentinel: 'amp', type: 'embed-size', height });
    if (pym !== null) tell(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
  };
  const end = document.body.appendChild(document.createElement('div'));
  /** What is around the content at its end, in px. @param {Element} element */
  const edge = (element) => {
    const { marginBottom, borderBottomWidth, paddingBottom } = getComputedStyle(element);
    return [marginBottom, borderBottomWidth, paddingBottom].reduce((sum, width) => sum + parseFloat(width), 0);
  };
  const measure = () => {
    // Up to where the content ends: a theme may have the page as high as its frame.
    const bottom = end.getBoundingClientRect().bottom + scrollY + edge(document.body) + edge(document.documentElement);
    const now = Math.ceil(bottom);
    if (now !== height) {
      height = now;
      tellHeight();
    }
  };
  const observer = new ResizeObserver(measure);
  for (const one of [document.documentElement, ...document.body.children]) observer.observe(one);
  // A widget shorter than its list keeps the list's room, so that what follows does not
  // jump. What follows is in the page around: unless it is in view, the room can go.
  let ending = false;
  new IntersectionObserver(([{ isIntersecting }]) => (ending = isIntersecting)).observe(end);
  addEventListener('dateline-ready', () => ending || dispatchEvent(new Event('resize')));

  // Who gives the frame the height that it asked for does so again. Until then a scrollbar
  // would make it narrower, and so of another height, over and over.
  addEventListener('resize', () => innerHeight === height && document.documentElement.style.setProperty('scrollbar-width', 'none'));

  // While a frame is out of view browsers let no observer of it run, so what is known to
  // change its height is measured at once: it fits before the reader comes to it.
  for (const change of ['load', 'resize', 'dateline-ready', 'dateline-select', 'dateline-filter']) addEventListener(change, measure);
  // Some have the load wait for all that is fetched by then, and lay out nothing at first.
  document.fonts.ready.then(measure);
  measure();

  /** How far down the chosen event begins, in px. */
  const top = () => {
    const chosen = widget.shadowRoot?.querySelector('[part~=event][data-selected]');
    return chosen && chosen.getBoundingClientRect().top + scrollY;
  };
  const tellPlace = () => {
    const there = written((key) => place[key]);
    tell({ sentinel: 'dateline', type: 'place', place: there, top: top() });
    if (pym !== null) tell(`pymxPYMx${pym}xPYMxdatelinexPYMx${there}`);
  };
  // What a link leads to is brought into view by the parent, who knows whether the reader
  // has moved, and here only as far as the frame itself scrolls. The element would scroll
  // all pages around, too; it leaves that to whoever acts before it is ready.
  customElements.whenDefined('dateline-widget').then(() => dispatchEvent(new Event('wheel')));
  addEventListener('dateline-ready', () => {
    if (!written((key) => place[key])) return;
    tellPlace();
    scrollTo(0, (top() ?? 0) - innerHeight / 3);
  });
  addEventListener('dateline-select', (event) => {
    place.event = /** @type {CustomEvent} */ (event).detail.id;
    tellPlace();
  });
  addEventListener('dateline-filter', (event) => {
    const { countries, speaker, search, groups } = /** @type {CustomEvent} */ (event).detail;
    Object.assign(place, { countries: countries.join(','), speaker, search, groups: groups.join('|') });
    tellPlace();
  });

  addEventListener('message', ({ source, data }) => {
    if (source !== parent || !data) return;
    // A parent that begins to listen asks; pym.js tells its width when that changes.
    if ((data.sentinel === 'amp' && data.type === 'frames-init') || (typeof data === 'string' && data.startsWith(`pymxPYMx${pym}xPYMxwidth`))) {
      height = 0;
      measure();
    }
    if (data.sentinel !== 'dateline' || data.type !== 'place' || typeof data.place !== 'string' || go(data.place)) return;
    // A link that is followed a second time is in the address already.
    if (place.event) widget.select?.(place.event);
    tellPlace();
  });

  // What a link leads to hardly ever lets itself be framed.
  addEventListener('click', (event) => {
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    if (link instanceof HTMLAnchorElement && link.href.split('#')[0] !== location.href.split('#')[0]) link.target = '_blank';
  }, true);
}
