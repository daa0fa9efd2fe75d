// What does not fit, as a page itself sees it: both functions run in the browser.

/** Elements that stick out of the view or hold more than they show. */
export function protruding() {
  const out = [];
  const limit = document.documentElement.clientWidth;
  for (const element of deep(document, 'body *')) {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    if (box.width === 0 || style.visibility === 'hidden' || element.closest('.visually-hidden, [inert]')) continue;
    const name = `${element.localName}.${element.getAttribute('class') ?? ''}`;
    let scroller = element.parentElement ?? element.getRootNode().host;
    while (scroller && !['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(scroller).overflowX)) {
      scroller = scroller.parentElement ?? scroller.getRootNode().host;
    }
    if (!scroller && box.right > limit + 1) out.push(`${name} ends at ${Math.round(box.right)} of ${limit}`);
    if (!scroller && box.left < -1) out.push(`${name} begins at ${Math.round(box.left)}`);
  }
  return out;
}

/** Pairs of the axis's labels that lie over each other. */
export function overlapping() {
  const labels = deep(document, '[part~="axis"] .mark-title, [part~="axis"] .band-title, .axis-ticks .tick > *, [part~="axis"] [part~="cluster"]')
    .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && box.height > 0);
  const out = [];
  labels.forEach((one, at) => labels.slice(at + 1).forEach((other) => {
    const [a, b] = [one.box, other.box];
    const apart = a.right <= b.left + 0.5 || b.right <= a.left + 0.5 || a.bottom <= b.top + 0.5 || b.bottom <= a.top + 0.5;
    if (!apart) out.push(`“${one.text}” and “${other.text}”`);
  }));
  return out;
}
