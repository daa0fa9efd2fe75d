// @ts-check
/**
 * Keeps what happens in a widget from another program of Yew on the page. Such a program
 * listens before everybody else, and knows an element by a number that each program counts
 * from 1: a press in the widget would be one on whatever has the same number there. So who
 * hears an event on its way down hears that it goes to the widget, and no farther.
 */

/** What leaves a shadow root. */
const KINDS = `click dblclick auxclick contextmenu mousedown mouseup mousemove mouseover mouseout
  pointerdown pointermove pointerup pointercancel pointerover pointerout gotpointercapture
  lostpointercapture touchstart touchmove touchend touchcancel wheel keydown keypress keyup
  beforeinput input focus blur focusin focusout dragstart drag dragend dragenter dragleave
  dragover drop copy cut paste compositionstart compositionupdate compositionend`.split(/\s+/);

/** Those that are shown. @type {Set<EventTarget>} */
const widgets = new Set();
const { composedPath } = Event.prototype;

/** Whoever listens on the window or the document knows what they do: no program of Yew does. @this {Event} */
function outerPath() {
  const path = composedPath.call(this);
  const at = path.findIndex((one) => widgets.has(one));
  const isOutside = this.currentTarget instanceof Element && path.indexOf(this.currentTarget) > at;
  return isOutside && this.eventPhase === Event.CAPTURING_PHASE ? path.slice(at) : path;
}

/** Most of what happens on a page is in no shadow root. @param {Event} event */
function mark(event) {
  const isInside = event.target instanceof Element && event.target.shadowRoot;
  if (isInside && event.composedPath().some((one) => widgets.has(one))) event.composedPath = outerPath;
}

/** @param {HTMLElement} element its widget is shown */
export function setApart(element) {
  if (!widgets.size) for (const kind of KINDS) addEventListener(kind, mark, { capture: true, passive: true });
  widgets.add(element);
}

/** @param {HTMLElement} element its widget is gone */
export function joinAgain(element) {
  if (widgets.delete(element) && !widgets.size) for (const kind of KINDS) removeEventListener(kind, mark, true);
}
