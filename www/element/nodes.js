// @ts-check
/**
 * Asks nodes of the host's page by their interface: a form's field that is called
 * `childNodes` stands before what every node has under that name.
 */

/** @param {{ prototype: any }} kind @param {string} name @returns {(node: any) => any} */
function asked(kind, name) {
  const { get } = /** @type {{ get(): any }} */ (Object.getOwnPropertyDescriptor(kind.prototype, name));
  return (node) => get.call(node);
}

export const nodeType = asked(Node, 'nodeType');
export const childNodes = asked(Node, 'childNodes');
export const localName = asked(Element, 'localName');
export const shadowRoot = asked(Element, 'shadowRoot');
const parentNode = asked(Node, 'parentNode');
const slotOf = { element: asked(Element, 'assignedSlot'), text: asked(Text, 'assignedSlot') };

/** What a text or an element is shown in: its slot, its parent, or the host of its shadow root. @param {any} node @returns {Element | null} */
export function above(node) {
  const slot = node instanceof Element ? slotOf.element(node) : slotOf.text(node);
  const parent = slot ?? parentNode(node);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}
