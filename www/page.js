// To lay out the list at once keeps a phone busy for longer than a tap should wait. So it is
// laid out a few pieces at a time once the page has been painted, as many as a frame has time
// for, and all at once for a reader who moves before that: what is only guessed to be so high
// would change before their eyes.

// The first paint waits for this script (`blocking="render"`). Where a browser does not wait, the
// list is there already, and stays.
const isPainted = performance.getEntriesByType('paint').length > 0;
document.documentElement.classList.toggle('piecewise', !isPainted);

/** What is laid out by itself. @type {HTMLElement[]} */
let pieces = [];

/** How long a frame may spend on it, in ms. */
const TIME = 8;
let done = 0;
/** Whether the page has been painted once. */
let isSeen = false;

/** @param {number} count */
function layOut(count) {
  for (const end = Math.min(done + count, pieces.length); done < end; done += 1) pieces[done].style.contentVisibility = 'visible';
}

/** All of it, and what is in the middle of the view stays there. */
function all() {
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
  const { top } = middle.getBoundingClientRect();
  layOut(pieces.length);
  scrollBy({ top: middle.getBoundingClientRect().top - top, behavior: 'instant' });
}

function some() {
  // Whoever has moved sees none of it until all of it is there.
  if (scrollY) return all();
  if (!isSeen) {
    isSeen = true;
    requestAnimationFrame(some);
    return;
  }
  const since = performance.now();
  do {
    layOut(1);
    // To ask for a height has it laid out here and now, which tells how long it takes.
    pieces[0]?.offsetHeight;
  } while (done < pieces.length && performance.now() - since < TIME);
  if (done < pieces.length) requestAnimationFrame(some);
}

function begin() {
  pieces = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('dateline-widget :is(.dateline, .event, .eras, .country, .notes)'))];
  // Who follows a link into the page, or comes back to it, is moved while it opens.
  const [{ type }] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
  if (isPainted || location.hash || type !== 'navigate') layOut(pieces.length);
  // The second frame comes after the first paint.
  else requestAnimationFrame(some);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
else begin();
