// @ts-check
import { bounded, number, still, way, width } from './measure.js';
import { PANNED, PINCHED, RESIZED, ZOOMED } from './told.js';

/** @typedef {import('./told.js').Heard} Heard */

/** Ms after which a movement counts as over, and those for which a spread axis is only scaled: then it is laid out anew. */
const RESTS = 120;
const SCALED = 300;
/** How long a glide takes in ms, as in the stylesheet, and when it counts as over, should the browser not say so. */
const GLIDES = 160;
const OVER = 300;
/** From so many times twice as close, or as far, nothing glides: what is seen on the way would be no help. */
const FAR = 4;
/** Ms after which the overview's window follows an axis that moves. */
const SEEN = 100;

/**
 * What is laid out on an axis. It reaches beyond the window, as `data-reach` says: while
 * that lasts it is moved and scaled here, by a transform, and the program hears of it when
 * it has to lay out anew, or when all has come to rest. Where the program has it move, it
 * glides from where it was.
 * @param {HTMLElement} place @param {Heard} heard @param {AbortSignal} signal
 */
export function stage(place, heard, signal) {
  // Since the program was last told: how many times closer, and how many px towards the
  // future; whether it glides there, and one press did it; when the overview followed; what
  // is moved, and what waits for it to rest.
  let times = 1, ahead = 0, glides = false, pressed = false, seen = 0;
  /** @type {ReturnType<typeof laid> | undefined} */ let moved;
  /** @type {ReturnType<typeof setTimeout>} */ let rest;

  /** How the program laid it out last. */
  let last = reach();
  const observer = new MutationObserver(() => {
    const was = last;
    // Not as wide as before, it does not glide; so nothing has to be measured while it changes.
    last = reach(was.wide);
    const times = was.all / last.all, at = number(place, '--_at');
    if (!place.matches('[data-eased]') || Math.abs(Math.log2(times)) > FAR || still()) return;
    const transform = [scaling(times, at - last.past + was.past / times), scaling(1, at)];
    for (const one of found('.axis-stage')) one.animate({ transform }, { duration: GLIDES, easing: 'ease-out' });
  });
  observer.observe(place, { attributeFilter: ['data-reach'] });

  /** What is laid out, so many times closer, with the window at so many px of it. @param {number} closer @param {number} start */
  function scaling(closer, start) {
    return `scaleX(${closer}) translateX(${-start * way(place)}px)`;
  }

  /** @param {string} what */
  function found(what) {
    return /** @type {HTMLElement[]} */ ([...place.querySelectorAll(what)]);
  }

  /** Where the window is in all there is to see, in px, and how far it may go. */
  function reach(wide = width(place)) {
    const [back, on, past, future, closest] = /** @type {string} */ (place.dataset.reach).split(' ').map(Number);
    return { back, on, past, future, closest, wide, all: past + wide + future };
  }

  /** What is laid out, as it was before it is moved: read once. */
  function laid() {
    const kept = place.querySelector('.axis-kept span')?.firstChild;
    const stages = found('.axis-stage');
    // The reader takes over.
    for (const one of stages) for (const glide of one.getAnimations()) glide.cancel();
    return {
      ...reach(),
      kept, stages,
      since: performance.now(),
      sign: way(place),
      at: number(place, '--_at'),
      held: found('.held').map((one) => ({
        one,
        from: number(one, '--_s'),
        to: number(one, '--_e'),
        // How far on its label may come, if it has one.
        latest: one.firstElementChild ? number(/** @type {HTMLElement} */ (one.firstElementChild), '--_l') : 0,
      })),
      // Where the window was drawn last; whether what it holds has been let go.
      drawn: number(place, '--_at'),
      free: false,
      majors: found('.major').map((one) => ({ from: number(one, 'inset-inline-start'), said: one.textContent })),
      said: kept?.nodeValue ?? null,
      brush: /** @type {HTMLElement | null | undefined} */ (place.parentElement?.querySelector('.brush')),
    };
  }

  /** Moves what is laid out, or has it laid out anew; how many px beyond the bounds were asked for. @param {number} closer @param {number} x @param {number} pull */
  function move(closer, x, pull) {
    moved ??= laid();
    const { back, on, past, future, closest, wide, all, since } = moved;
    let next = bounded(times * closer, wide / all, closest / 1000);
    if (Math.abs(next - 1) < 1e-6) next = 1;
    const wanted = (next / times) * (ahead + x + pull) - x;
    times = next;
    ahead = bounded(wanted, -times * past, times * (wide + future) - wide);
    const beyond = wanted - ahead;
    clearTimeout(rest);
    if (times === 1 ? ahead < -back || ahead > on : performance.now() - since > SCALED) tell();
    else {
      rest = setTimeout(tell, glides ? OVER : RESTS);
      draw(moved);
    }
    return beyond;
  }

  /** Comes closer by one press, about a px, or about what is chosen while it is in view, or about the middle. @param {number} closer @param {number} [x] */
  function glide(closer, x) {
    const { wide, at } = (moved ??= laid());
    if (x === undefined) {
      const one = /** @type {HTMLElement | null} */ (place.querySelector('[aria-selected=true]'));
      x = one ? ((number(one, '--_s') || number(one, 'inset-inline-start')) - at) * times - ahead : -1;
      if (!(x >= 0 && x <= wide)) x = wide / 2;
    }
    pressed = true;
    glides = !still();
    move(closer, x, 0);
    // Where nothing may glide, nothing has to be waited for.
    if (!glides) tell();
    glides = false;
  }

  /** @param {ReturnType<typeof laid>} moved */
  function draw(moved) {
    const { stages, held, majors, kept, brush, back, on, wide, all, sign, at, drawn, free } = moved;
    // Whole px, which keep texts sharp.
    const px = times === 1 ? Math.round(ahead) : ahead;
    const start = at + px / times;
    const transform = scaling(times, start);
    for (const { style } of stages) {
      style.transition = glides ? `transform ${GLIDES}ms ease-out` : '';
      style.transform = transform;
    }
    // What glides closer is cut off by the window alone.
    const scales = times !== 1;
    if (!(glides && times > 1)) {
      for (const { one, from, to, latest } of held) {
        if (scales === free && (scales || isClear(from, to))) continue;
        one.style.setProperty('--_at', `${scales ? 0 : start}px`);
        // To cut it off anew with each step costs a third of the step. So what is scaled
        // reaches as far as the stage, and its label goes with it from where it was.
        one.style.setProperty('--_w', scales ? `${back + wide + on}px` : '');
        one.style.setProperty('--_k', scales ? `${Math.min(Math.max(from, drawn) + 5, latest) - Math.max(from, 0) - 5}px` : '');
      }
      moved.free = scales;
    }
    moved.drawn = start;
    /** Whether the window's edges are far from it, where they are and where they were. @param {number} from @param {number} to */
    function isClear(from, to) {
      const [first, last] = [Math.min(start, at, drawn), Math.max(start, at, drawn)];
      return first > to || last + wide < from || (from > last && to < first + wide);
    }
    const holds = majors.filter(({ from }) => from <= start).at(-1)?.said;
    if (kept && holds && kept.nodeValue !== holds) kept.nodeValue = holds;
    // It crawls, and costs more than all else.
    if (brush && performance.now() - seen > SEEN) {
      seen = performance.now();
      const from = number(brush, '--_s'), most = wide - number(brush, 'inline-size');
      const by = bounded(from + (ahead / times / all) * wide, 0, most) - bounded(from, 0, most);
      brush.style.transform = `translateX(${by * sign}px)`;
    }
  }

  /** Tells the program where the axis has been moved, and what else there is. @param {number} [kind] @param {number} [a] @param {number} [b] */
  function tell(kind, a, b) {
    clearTimeout(rest);
    const [closer, px, one] = [times, ahead, pressed];
    times = 1;
    ahead = 0;
    pressed = false;
    if (moved) {
      for (const { style } of moved.stages) style.transition = style.transform = '';
      for (const { one } of moved.held) for (const name of ['--_at', '--_w', '--_k']) one.style.removeProperty(name);
      if (moved.brush) moved.brush.style.transform = '';
      if (moved.kept) moved.kept.nodeValue = moved.said;
    }
    moved = undefined;
    if (closer !== 1) heard(one ? ZOOMED : PINCHED, closer, px / (closer - 1));
    else if (px) heard(PANNED, px);
    if (kind === RESIZED) last = reach(a);
    if (kind !== undefined) heard(kind, a, b);
  }

  // What has glided is laid out anew in the place where it comes to rest.
  place.addEventListener('transitionend', ({ target }) => {
    if (pressed && /** @type {Element} */ (target).matches('.axis-stage')) tell();
  }, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(rest);
    observer.disconnect();
  });
  return { move, glide, tell };
}
