// @ts-check
/**
 * What the program asks of the browser: gestures, widths of texts, a language's words,
 * the address. `dateline.js` loads this file beside the program and hands it over;
 * `src/browser/platform.rs` says the same in Rust. Nothing is decided here: fingers and
 * wheels become numbers, and what they mean to the axis is the program's affair.
 *
 * Nothing here throws, as nobody could catch it in the program, and whatever listens
 * ends with the signal that it was given.
 */

/**
 * @typedef {(kind: number, a?: number, b?: number) => void} Heard Told what has happened: a number for what it is, and up to two with it.
 */

// What an axis or an overview is told. Px and parts count in the direction of time.
/** The axis is so many px wide. */
const RESIZED = 0;
/** Pulled by so many px. */
const PANNED = 1;
/** Spread by a factor, about a px. */
const PINCHED = 2;
/** Spread so by one press, which is worth a word to who cannot see it. */
const ZOOMED = 3;
/** The overview's window, its start or its end is pulled by a part of everything. */
const SLID = 4;
const STARTED = 5;
const ENDED = 6;
/** The overview's window is asked to a part of everything. */
const CENTRED = 7;

// What an instance is told.
/** It is so many px wide. */
const WIDTH = 0;
/** The address is another. */
const MOVED = 1;
/** There is time to go on. */
const LATER = 2;

/** Px that a finger may tremble before it drags. */
const TREMBLE = 5;
/** Ms over which a drag's speed is smoothed; a finger that rests for longer throws nothing. */
const SMOOTH = 60;
/** Px a ms that a pan needs to run on, and below which it stops. */
const THROWN = 0.25;
const SLOWEST = 0.02;
/** How much of its speed a running pan keeps for a ms. */
const KEPT = 0.996;
/** Ms and px within which a second tap makes a double tap. */
const AGAIN = 300;
const NEAR = 30;
/** Px that an axis gives way at most when it is pulled beyond its bounds. */
const GIVES = 60;
/** Ms after which a movement counts as over, and those for which a spread axis is only scaled: then it is laid out anew. */
const RESTS = 120;
const SCALED = 150;
/** How long a glide takes in ms, as in the stylesheet, and when it counts as over, should the browser not say so. */
const GLIDES = 160;
const OVER = 300;
/** From so many times as close, or as far, nothing glides: what is seen on the way would be no help. */
const FAR = 16;
/** Ms after which the overview's window follows an axis that moves. */
const SEEN = 100;

/** An end of one's own, which also comes with another; it serves listeners as their options. @param {AbortSignal} end */
function held(end) {
  const own = new AbortController();
  end.addEventListener('abort', () => own.abort(), own);
  return own;
}

/** Calls `heard` with the element's width whenever that is another. @param {HTMLElement} place @param {(width: number) => void} heard @param {AbortSignal} signal */
function sized(place, heard, signal) {
  const observer = new ResizeObserver(() => heard(width(place)));
  observer.observe(place);
  signal.addEventListener('abort', () => observer.disconnect());
}

/**
 * What both kinds of gestures need: their end, listeners that end with it, and frames to
 * draw in, of which nobody asks for more than one at a time. Idle, it costs nothing.
 * @param {HTMLElement} place @param {AbortSignal} end @param {(time: number) => void} draw
 */
function gestures(place, end, draw) {
  const own = held(end);
  const { signal } = own;
  let asked = 0;
  signal.addEventListener('abort', () => cancelAnimationFrame(asked));
  return {
    own,
    /** @param {string} types separated by spaces @param {(event: any) => void} work */
    on(types, work) {
      for (const type of types.split(' ')) place.addEventListener(type, work, { signal, passive: false });
    },
    ask() {
      asked ||= requestAnimationFrame((time) => {
        asked = 0;
        draw(time);
      });
    },
  };
}

/** Which way time flows on the page: 1 to the right, -1 to the left. @param {Element} place */
const way = (place) => (place.closest('[dir=rtl]') ? -1 : 1);

/** How many px of an element a px of the page is: another where the host zooms or scales it. @param {HTMLElement} place */
const scaled = (place) => place.offsetWidth / place.getBoundingClientRect().width || 1;

/** Px from an element's start to a place on the page. @param {HTMLElement} place @param {number} x */
function along(place, x) {
  const { left, right } = place.getBoundingClientRect();
  return (way(place) < 0 ? right - x : x - left) * scaled(place);
}

/** Whether it is a finger, or a pen, and may be about to scroll the page. @param {PointerEvent} event */
const touches = (event) => event.pointerType !== 'mouse';

/** Whether a pointer is not far from where it came down, or a finger went up or down: that is a tap, or the page's. @param {PointerEvent} from @param {PointerEvent} to */
function rests(from, to) {
  const far = Math.abs(to.clientX - from.clientX);
  return far < TREMBLE || (touches(from) && far < Math.abs(to.clientY - from.clientY));
}

/** How far two pointers are apart, in px. @param {PointerEvent} one @param {PointerEvent} two */
const apart = (one, two) => Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY);

/** @param {number} value @param {number} low @param {number} high */
const bounded = (value, low, high) => Math.max(low, Math.min(high, value));

/** A number in an element's own style. @param {HTMLElement} one @param {string} name */
const number = (one, name) => parseFloat(one.style.getPropertyValue(name));

/** Whether the reader wants things to keep still. */
const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** What tells the program where the axis in a widget has been moved meanwhile, and what has it come closer. @type {WeakMap<Node, { tell(): void, glide(closer: number): void }>} */
const axes = new WeakMap();

/** Before anything else is told. @param {Element} place */
const settle = (place) => axes.get(place.getRootNode())?.tell();

/**
 * Hears of an axis's width and of what is done to it by fingers, mouse, wheel and
 * trackpad. What is laid out reaches beyond the window, as `data-reach` says: while that
 * lasts, the stage is moved and scaled here, by a transform, and the program hears of it
 * when it has to lay out anew, or when all has come to rest. A vertical swipe and a plain wheel stay the page's:
 * the stylesheet's `touch-action: pan-y` says so for fingers, and only a wheel that goes
 * sideways, or comes with Ctrl or ⌘ (which is how trackpads report a pinch), is taken.
 * @param {HTMLElement} place @param {Heard} heard @param {AbortSignal} end
 */
export function axis(place, heard, end) {
  // Since the last frame: the width that came, and how far all was pulled and spread, in
  // px to the right, about which px of the page.
  /** @type {number | undefined} */ let resized;
  let by = 0, factor = 1, at = 0;
  /** The first two fingers that are down, or the mouse. @type {Map<number, PointerEvent>} */
  const fingers = new Map();
  /** Where the first of them came down. @type {PointerEvent} */
  let from;
  /** Whether it is a drag by now: no click may come of that. */
  let dragging = false;
  /** The last tap. @type {PointerEvent | undefined} */
  let tap;
  /** When a cluster was last pressed, which is to open it, and not to zoom. */
  let opened = -1000;
  // Px a ms of late, and since when; at which speed the axis runs on by itself.
  let speed = 0, since = 0, running = 0;
  // Px towards the future that it was pulled beyond its bounds, and the scale that a
  // trackpad's pinch had last (WebKit).
  let over = 0, scale = 1;
  // Since the program was last told: how many times closer, and how many px towards the
  // future; whether it glides there, and one press did it; when the overview followed; what
  // is moved, and what waits for all to rest: the last finger that goes up ends it, a wheel
  // has no such end.
  let times = 1, ahead = 0, glides = false, pressed = false, seen = 0, ends = false;
  /** @type {ReturnType<typeof laid> | undefined} */ let moved;
  /** @type {ReturnType<typeof setTimeout>} */ let rest;

  /** How the program laid it out last: where it has all move, that glides from where it was. */
  let last = reach();

  const { own, on, ask } = gestures(place, end, (time) => {
    if (running) {
      const passed = Math.min(Math.max(time - since, 1), 50);
      since = time;
      by += running * passed;
      running *= KEPT ** passed;
      if (Math.abs(running) < SLOWEST) running = 0;
      else ask();
    }
    if (resized !== undefined) tell(RESIZED, resized);
    let pull = by * -way(place) * scaled(place);
    if (over && !fingers.size) give(0);
    else if (over * pull < 0) {
      // First back from beyond the bounds.
      const back = Math.abs(pull) < Math.abs(over) ? pull : -over;
      pull -= back;
      give(over + back);
    }
    if (factor !== 1 || pull) move(factor, factor === 1 ? 0 : along(place, at), pull);
    if (ends && !running) tell();
    ends = ends && running !== 0;
    resized = undefined;
    by = 0;
    factor = 1;
  });

  /** @param {string} what */
  function found(what) {
    return /** @type {HTMLElement[]} */ ([...place.querySelectorAll(what)]);
  }

  /** Where the window is in all there is to see, in px, and how far it may go. */
  function reach(wide = width(place)) {
    const [back, on, past, future, closest] = (place.dataset.reach ?? '').split(' ').map(Number);
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
      held: found('.held').map((one) => ({ one, from: number(one, '--_s'), to: number(one, '--_e') })),
      majors: found('.major').map((one) => ({ from: number(one, 'inset-inline-start'), said: one.textContent })),
      said: kept?.nodeValue ?? null,
      brush: /** @type {HTMLElement | null | undefined} */ (place.parentElement?.querySelector('.brush')),
    };
  }

  /** Moves what is laid out, or has it laid out anew. @param {number} closer @param {number} x @param {number} pull */
  function move(closer, x, pull) {
    moved ??= laid();
    const { back, on, past, future, closest, wide, all, since } = moved;
    let next = bounded(times * closer, wide / all, closest / 1000);
    if (Math.abs(next - 1) < 1e-6) next = 1;
    const wanted = (next / times) * (ahead + x + pull) - x;
    times = next;
    ahead = bounded(wanted, -times * past, times * (wide + future) - wide);
    // A px more or less is rounding; a wheel just stops.
    if (closer === 1 && Math.abs(wanted - ahead) > 1 && !still() && (fingers.size || running)) {
      running = 0;
      give(over + wanted - ahead);
      if (!fingers.size) ask();
    }
    clearTimeout(rest);
    if (times === 1 ? ahead < -back || ahead > on : performance.now() - since > SCALED) {
      tell();
      return;
    }
    rest = setTimeout(tell, glides ? OVER : RESTS);
    draw(moved);
  }

  /** Comes closer by one press, about a px, or about what is chosen while it is in view, or about the middle. @param {number} closer @param {number} [x] */
  function glide(closer, x) {
    const { wide, at } = (moved ??= laid());
    if (x === undefined) {
      const one = /** @type {HTMLElement | null} */ (place.querySelector('[role=option][aria-selected=true]'));
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
  function draw({ stages, held, majors, kept, brush, wide, all, sign, at }) {
    // Whole px, which keep texts sharp.
    const px = times === 1 ? Math.round(ahead) : ahead;
    const start = at + px / times;
    const transform = `scaleX(${times}) translateX(${-start * sign}px)`;
    for (const { style } of stages) {
      style.transition = glides ? 'transform var(--_motion)' : '';
      style.transform = transform;
    }
    for (const { one, from, to } of held) {
      // What glides closer is cut off by the window alone.
      if (glides && times > 1) break;
      // Most of it lies within the window, or far from it.
      if (Math.min(start, at) > to || Math.max(start, at) + wide < from) continue;
      if (times === 1 && from > Math.max(start, at) && to < Math.min(start, at) + wide) continue;
      one.style.setProperty('--_at', `${start}px`);
      if (times !== 1) one.style.setProperty('--_w', `${wide / times}px`);
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
    for (const { style } of moved?.stages ?? []) style.transition = style.transform = '';
    for (const { one } of moved?.held ?? []) for (const name of ['--_at', '--_w']) one.style.removeProperty(name);
    if (moved?.brush) moved.brush.style.transform = '';
    if (moved?.kept) moved.kept.nodeValue = moved.said;
    moved = undefined;
    if (closer !== 1) heard(one ? ZOOMED : PINCHED, closer, px / (closer - 1));
    else if (px) heard(PANNED, px);
    if (kind !== undefined) heard(kind, a, b);
  }

  /** Gives way to a pull, ever less; the stylesheet lets it spring back. @param {number} px */
  function give(px) {
    over = px;
    const shift = (px * GIVES * -way(place)) / (2 * GIVES + Math.abs(px));
    place.style.setProperty('--_pull', `${shift}px`);
    place.dataset.pull = px ? '' : 'back';
  }

  /** @param {PointerEvent} event */
  function up(event) {
    if (!fingers.delete(event.pointerId)) return;
    ends = !fingers.size;
    ask();
    if (fingers.size || event.type === 'pointercancel') speed = 0;
    else if (dragging) {
      if (event.timeStamp - since < SMOOTH && Math.abs(speed) > THROWN && !still()) {
        running = speed;
        since = event.timeStamp;
      }
    } else if (touches(event)) {
      const again = tap && event.timeStamp - tap.timeStamp < AGAIN && apart(event, tap) < NEAR;
      if (again) closer(event);
      tap = again ? undefined : event;
    }
  }

  /** @param {MouseEvent} event */
  function closer(event) {
    if (event.timeStamp - opened > 1000) glide(2, along(place, event.clientX));
  }

  /** @param {number} times @param {number} x */
  function spread(times, x) {
    factor *= times;
    at = x;
    running = 0;
    ask();
  }

  /** The middle of the fingers, and how far they are apart. */
  function span() {
    const [one, two = one] = fingers.values();
    return [(one.clientX + two.clientX) / 2, apart(one, two)];
  }

  on('pointerdown', (event) => {
    if (event.button) return;
    if (event.isPrimary) {
      fingers.clear();
      from = event;
      // A touch stops an axis that runs on, and does nothing else.
      dragging = running !== 0;
    } else dragging = true;
    if (event.target.closest('[part~=cluster]')) opened = event.timeStamp;
    if (fingers.size < 2) fingers.set(event.pointerId, event);
    speed = running = 0;
    since = event.timeStamp;
  });
  on('pointermove', (event) => {
    // The mouse may have been let go elsewhere.
    if (!event.buttons) fingers.delete(event.pointerId);
    if (!fingers.has(event.pointerId) || (!dragging && rests(from, event))) return;
    // What a finger did before it dragged does not count.
    const [x, before] = dragging ? span() : [event.clientX, 0];
    dragging = true;
    fingers.set(event.pointerId, event);
    place.setPointerCapture(event.pointerId);
    const [now, after] = span();
    const passed = Math.max(event.timeStamp - since, 1);
    since = event.timeStamp;
    speed += ((now - x) / passed - speed) * Math.min(passed / SMOOTH, 1);
    by += now - x;
    at = now;
    if (before > 20 && after > 20) factor *= after / before;
    ask();
  });
  on('pointerup pointercancel', up);
  // Some engines have one for fingers too, and the others have none.
  on('dblclick', (event) => touches(from) || closer(event));
  on('wheel', (event) => {
    const { deltaX, deltaY } = event;
    if (event.ctrlKey || event.metaKey) {
      // A notch of a wheel is about 100 px; twice as close is enough for one.
      spread(2 ** (bounded(-deltaY, -100, 100) / 100), event.clientX);
    } else {
      const sideways = event.shiftKey && !deltaX ? deltaY : deltaX;
      if (!event.shiftKey && Math.abs(sideways) <= Math.abs(deltaY)) return;
      by -= sideways;
      spread(1, at);
    }
    event.preventDefault();
  });
  // WebKit reports a trackpad's pinch in events of its own; two fingers on the glass have
  // been heard of as pointers.
  on('gesturestart gesturechange', (event) => {
    event.preventDefault();
    if (event.type === 'gesturechange' && !fingers.size) spread(event.scale / scale, event.clientX);
    scale = event.scale;
  });
  sized(place, (width) => {
    resized = width;
    last = reach(width);
    ask();
  }, own.signal);
  const root = place.getRootNode();
  // What ends a drag is no choice; a click without a count comes from a key or a program.
  // It is caught on its way down, above the place where the program listens.
  root.addEventListener('click', (/** @type {any} */ event) => {
    if (dragging && event.detail && place.contains(event.target)) event.stopPropagation();
  }, { signal: own.signal, capture: true });
  // What has glided is laid out anew in the place where it comes to rest.
  on('transitionend', ({ target }) => pressed && target.matches('.axis-stage') && tell());
  axes.set(root, { tell, glide });
  const observer = new MutationObserver(() => {
    const was = last;
    // Not as wide as before, it does not glide; so nothing has to be measured while it changes.
    last = reach(was.wide);
    const times = was.all / last.all, at = number(place, '--_at');
    if (!('eased' in place.dataset) || times > FAR || times < 1 / FAR || still()) return;
    const moves = [[times * (last.past - at) - was.past, times], [-at, 1]];
    const transform = moves.map(([x, closer]) => `translateX(${x * way(place)}px) scaleX(${closer})`);
    for (const one of found('.axis-stage')) one.animate({ transform }, { duration: GLIDES, easing: 'ease-out' });
  });
  observer.observe(place, { attributeFilter: ['data-reach'] });
  own.signal.addEventListener('abort', () => {
    clearTimeout(rest);
    observer.disconnect();
    axes.delete(root);
  });
  return own;
}

/**
 * Hears of the window being dragged over an overview, once a frame at most. Grips are
 * told by their `data-grip`: `start`, `end`, or anything for the window itself.
 * @param {HTMLElement} place @param {Heard} heard @param {AbortSignal} end
 */
export function overview(place, heard, end) {
  /** What holds the window, since it came down. @type {PointerEvent | undefined} */
  let from;
  let dragging = false;
  /** Whether the window has yet to come to the finger. */
  let beside = false;
  let kind = SLID, last = 0, by = 0;

  const { own, on, ask } = gestures(place, end, () => {
    settle(place);
    heard(kind, by);
    by = 0;
  });
  const come = () => {
    settle(place);
    if (from && beside) heard(CENTRED, along(place, from.clientX) / width(place));
    beside = false;
  };
  on('pointerdown', (event) => {
    if (event.button || !event.isPrimary) return;
    const { grip } = event.target.closest('[data-grip]')?.dataset ?? {};
    kind = grip === 'start' ? STARTED : grip === 'end' ? ENDED : SLID;
    from = event;
    last = event.clientX;
    dragging = false;
    beside = grip === undefined;
    event.target.setPointerCapture(event.pointerId);
    if (!touches(event)) come();
  });
  on('pointermove', (event) => {
    if (!from || event.pointerId !== from.pointerId || (!dragging && touches(event) && rests(from, event))) return;
    if (!dragging) come();
    dragging = true;
    by += ((event.clientX - last) * way(place) * scaled(place)) / width(place);
    last = event.clientX;
    ask();
  });
  /** @param {PointerEvent} event */
  const up = (event) => {
    if (event.pointerId !== from?.pointerId) return;
    if (event.type === 'pointerup') come();
    from = undefined;
  };
  on('pointerup pointercancel', up);
  return own;
}

/**
 * Hears of the width of `place`, and of an address that leads the reader of the widget
 * `name` elsewhere.
 * @param {HTMLElement} place @param {string} name @param {Heard} heard @param {AbortSignal} end
 */
export function attend(place, name, heard, end) {
  const own = held(end);
  // A frame later: to lay out anew what is being observed would end in an error that the
  // page hears of.
  sized(place, (width) => requestAnimationFrame(() => own.signal.aborted || heard(WIDTH, width)), own.signal);
  // Who goes back to the fragment as it was when the widget came leaves all its places; any
  // other without it is the host's own business.
  const home = others(name).join('&');
  addEventListener('hashchange', () => {
    if (names(name) || location.hash.slice(1) === home) heard(MOVED);
  }, own);
  // The sentences as numbered notes, in the order of the marks, while the page is printed.
  for (const type of ['beforeprint', 'afterprint']) {
    addEventListener(type, () => {
      const notes = /** @type {HTMLElement} */ (place.querySelector('.notes'));
      const marks = /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll(type === 'beforeprint' ? 'sup' : 'none'));
      const items = [...marks].map(({ dataset }) => Object.assign(document.createElement('li'), { textContent: dataset.quote }));
      notes.lastElementChild?.replaceChildren(...items);
      notes.hidden = !items.length;
    }, own);
  }
  return own;
}

/** Tells `heard` in a task of its own, so that input and painting come between. @param {Heard} heard @param {AbortController} own */
export function later(heard, own) {
  setTimeout(() => own.signal.aborted || heard(LATER));
}

/** The width of an element in px of its own. @param {HTMLElement} place */
export function width(place) {
  return place.offsetWidth;
}

/**
 * The widths of texts, joined by NUL, in the font of `place`; in whole px, at most `most`.
 *
 * Each distinct character is measured once, on a canvas, so that the page is not laid
 * out and a hundred thousand texts cost no more than one alphabet and a sum. Kerning
 * and joined scripts come out a little too wide, which is the safe side.
 * @param {Element} place @param {string} texts @param {number} most
 */
export function widths(place, texts, most) {
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(place);
  const canvas = document.createElement('canvas').getContext('2d');
  // Not the shorthand, which not every browser fills in.
  if (canvas) canvas.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  /** @type {Record<string, number>} */
  const known = {};
  return Uint16Array.from(texts.split('\0'), (text) => {
    let sum = 0;
    for (const letter of text) {
      sum += known[letter] ??= canvas?.measureText(letter).width ?? 8;
      if (sum > most) return most;
    }
    return Math.ceil(sum);
  });
}

// The reader's place stands in the fragment, a list of parts joined by `&`. Ours are named
// after the widget (`dateline.event=report`), so that a page may hold several widgets and
// keep using the fragment for itself: whatever is not ours stays as it is.

/** What a place says, in the order of its lines; see `src/explore/address.rs`. */
const PARTS = ['event', 'speaker', 'countries', 'search'];

/** Whether a part of the fragment is the widget's. @param {string} name @returns {(part: string) => boolean} */
const owns = (name) => (part) => part.startsWith(`${name}.`) && part.includes('=');

const parts = () => location.hash.slice(1).split('&');

/** The parts that are not the widget's. @param {string} name */
const others = (name) => parts().filter((part) => part && !owns(name)(part));

/** Whether the address names a place of the widget. @param {string} name */
const names = (name) => parts().some(owns(name));

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

/** Folds a text for search: lower case, compatibility forms made plain, no diacritics. @param {string} text */
export function fold(text) {
  return text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
}

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
    const axis = axes.get(place.getRootNode());
    if (axis && CLOSER[what]) {
      axis.glide(CLOSER[what]);
      return;
    }
    axis?.tell();
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

/** @type {Intl.DateTimeFormatOptions} */
const YEAR = { year: 'numeric' };
/** @type {Intl.DateTimeFormatOptions} */
const MONTH = { ...YEAR, month: 'long' };
/** @type {Intl.DateTimeFormatOptions} */
const DAY = { ...MONTH, day: 'numeric' };
/** @type {Intl.DateTimeFormatOptions} */
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
/** The forms of a date, by their number. @type {Intl.DateTimeFormatOptions[]} */
const FORMS = [
  YEAR, MONTH, DAY, { ...DAY, ...CLOCK, timeZoneName: 'short' },
  { month: 'short' }, { day: 'numeric' }, { day: 'numeric', month: 'short' }, CLOCK, { weekday: 'long' },
];
const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'];
/** 0001-01-01T00:00:00Z, in s. */
const COMMON_ERA = -62_135_596_800;

/**
 * The browser's own knowledge of a language, a BCP 47 tag; one that it does not take is
 * treated as English. Formatters are made when they are first needed and kept: making
 * one costs more than using it a hundred times.
 * @param {string} language
 */
export function tongue(language) {
  try {
    new Intl.Locale(language);
  } catch {
    language = 'en-GB';
  }
  /** @type {Intl.DateTimeFormat[]} */
  const dates = [];
  /** @type {Intl.NumberFormat} */ let numbers;
  /** @type {Intl.PluralRules} */ let plurals;
  /** @type {Intl.DisplayNames} */ let names;
  /** @type {Intl.ListFormat} */ let lists;
  /** What was said of late: a range takes long, and an axis asks for the same ones again. @type {Map<string, string>} */
  const said = new Map();
  return {
    /** One date or a range, in s since 1970. @param {number} from @param {number} to @param {number} form */
    date(from, to, form) {
      const key = `${from} ${to} ${form}`;
      const known = said.get(key);
      if (known !== undefined) return known;
      const options = FORMS[form];
      const era = from < COMMON_ERA && 'year' in options;
      try {
        // `gregory` is proleptic in ECMAScript; the article's days are counted in UTC.
        const format = (dates[form * 2 + Number(era)] ??= new Intl.DateTimeFormat(language, {
          timeZone: 'UTC', calendar: 'gregory', ...options, ...(era && { era: 'short' }),
        }));
        const text = from === to ? format.format(from * 1000) : format.formatRange(from * 1000, to * 1000);
        // The thin and no-break spaces, on which engines disagree, as spaces, and none
        // around the dash of a day and a day (“20–22 March 2023”), but not of whole dates.
        const plain = text.replace(/[\u2009\u202f]/g, ' ').replace(/^(.{0,3}\d) – (?=\d)|(\d) – (?=\d.{0,3}$)/, '$1$2–');
        if (said.size > 500) said.clear();
        said.set(key, plain);
        return plain;
      } catch {
        return '';
      }
    },
    /** @param {number} value */
    number: (value) => (numbers ??= new Intl.NumberFormat(language)).format(value),
    /** @param {number} count */
    plural: (count) => PLURALS.indexOf((plurals ??= new Intl.PluralRules(language)).select(count)),
    /** @param {string} code */
    country(code) {
      try {
        return (names ??= new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })).of(code);
      } catch {
        return undefined;
      }
    },
    /** @param {string} items joined by NUL */
    list: (items) => (lists ??= new Intl.ListFormat(language)).format(items.split('\0')),
  };
}
