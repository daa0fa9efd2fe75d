// @ts-check
import { axes, settle } from './axes.js';
import { way } from './measure.js';

/** What keys do on the axis and on the window over its overview. @type {Record<string, Record<string, string>>} */
const KEYS = {
  marks: { ArrowUp: 'step -1', ArrowDown: 'step 1', ArrowLeft: 'step -1', ArrowRight: 'step 1', Home: 'start', End: 'end', Escape: 'leave' },
  window: { ArrowUp: 'slide 25', ArrowDown: 'slide -25', ArrowLeft: 'slide -25', ArrowRight: 'slide 25', Home: 'centre 0', End: 'centre 100' },
};
/** What they do on both. @type {Record<string, string>} */
const ZOOM = { '+': 'in', '=': 'in', '-': 'out', 0: 'fit' };
/** What comes closer at once, and by how much; the program hears of it when it is there. @type {Record<string, number>} */
const CLOSER = { in: 2, out: 0.5 };
/** @type {Record<string, string>} */
const MIRRORED = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/** What a control says that it does. @param {Element | null} control */
const said = (control) => control?.getAttribute('data-act');

/**
 * Hears of all that the controls inside `place` do: each says it in its `data-act`, to
 * which a field adds what stands in it. One listener a kind serves them all, for as long
 * as there is the place.
 * @param {HTMLElement} place @param {(act: string) => void} told
 */
export function acts(place, told) {
  /** @param {string} what */
  const act = (what) => {
    if (CLOSER[what]) {
      axes.get(place.getRootNode())?.glide(CLOSER[what]);
      return;
    }
    settle(place);
    // To open a cluster is to lay out most of the axis anew: that it is pressed is drawn first.
    if (what.startsWith('open')) requestAnimationFrame(() => setTimeout(told, 0, what));
    else told(what);
  };
  place.addEventListener('click', (event) => {
    const control = /** @type {Element} */ (event.target).closest('button[data-act],a[data-act],[role=option][data-act]');
    const what = said(control);
    // A link that is to open elsewhere is the browser's.
    if (!control || !what || (control.matches('a') && (event.ctrlKey || event.metaKey || event.shiftKey))) return;
    event.preventDefault();
    act(what);
    const to = control.getAttribute('data-bring');
    const there = to && place.querySelector(`#${to}`);
    if (there instanceof HTMLSelectElement) there.focus();
    else if (there) there.scrollIntoView();
  });
  for (const [type, kind] of [['input', 'input'], ['change', 'select']]) {
    place.addEventListener(type, ({ target }) => {
      const field = /** @type {HTMLInputElement} */ (target);
      if (field.matches(`${kind}[data-act]`)) act(`${said(field)} ${field.value}`);
    });
  }
  place.addEventListener('keydown', (event) => {
    const { key } = event;
    const where = /** @type {Element} */ (event.target).closest('[data-keys]');
    const table = KEYS[where?.getAttribute('data-keys') ?? ''];
    if (!where || !table || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const active = (key === 'Enter' || key === ' ') && where.getAttribute('aria-activedescendant');
    const what = active
      ? said(place.querySelector(`#${active}`))
      : table[way(where) < 0 ? MIRRORED[key] ?? key : key] ?? ZOOM[key];
    if (!what) return;
    event.preventDefault();
    act(what);
  });
}
