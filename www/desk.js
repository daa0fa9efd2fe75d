// @ts-check
/**
 * What is wrong with an article, shown to its editor above the widget. `dateline.js`
 * fetches this file on a machine's own addresses (localhost) only: no reader ever does.
 */

/** The lists of problems that the next `ready` belongs to. @type {WeakMap<ShadowRoot, Element>} */
const waiting = new WeakMap();

/**
 * Hears of what an element tells: its problems are listed until an article comes without.
 * @param {ShadowRoot} root @param {string} name @param {any} detail
 */
export function show(root, name, detail) {
  if (name !== 'problem' && name !== 'ready') return;
  const box = name === 'problem' ? list(detail.problems) : waiting.get(root);
  root.querySelector('[part=problems]')?.remove();
  if (box) root.prepend(box);
  if (box && name === 'problem') waiting.set(root, box);
  else waiting.delete(root);
}

/** @param {{ severity: string, path: string, found: string, message: string, fix: string }[]} problems */
function list(problems) {
  const title = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const box = make('details', [
    make('summary', [`Dateline: ${title}. Readers do not see this.`]),
    make('ul', problems.map(({ severity, path, found, message, fix }) => make('li', [
      make('strong', [severity === 'error' ? 'Error' : 'Warning']),
      ...(path ? [' at ', make('code', [path])] : []),
      ...(found ? [', which is ', make('code', [found])] : []),
      `: ${message} ${fix}`,
    ]))),
  ]);
  box.setAttribute('part', 'problems');
  box.setAttribute('lang', 'en');
  box.setAttribute('dir', 'ltr');
  box.setAttribute('open', '');
  // The widget's sheet may be what is missing, so that it brings its own looks.
  box.style.cssText = 'font:14px/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff7e0;border:1px solid #8a5a00;padding:8px 12px;margin-block-end:16px;overflow-wrap:anywhere';
  return box;
}

/** An element of these texts and elements; no text is ever taken for HTML. @param {string} name @param {(string | Node)[]} inside */
function make(name, inside) {
  const element = document.createElement(name);
  element.append(...inside);
  return element;
}
