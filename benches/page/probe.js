// What runs in the page before anything else: it notes the first event shown, long
// tasks and slow events, and keeps hold of the memory of WebAssembly.

/**
 * @param {string[]} selectors what an event looks like in the timeline measured
 * @returns {string} source for the page
 */
export const probe = (selectors) => `(${inPage})(${JSON.stringify(selectors.join(','))});`;

function inPage(selector) {
  const bench = { shown: 0, tasks: [], slow: [], memories: new Set() };
  globalThis.bench = bench;

  /** The first that a selector finds in the document or any shadow root. */
  bench.find = (wanted, root = document) => {
    const found = root.querySelector(wanted);
    if (found) return found;
    for (const host of root.querySelectorAll('dateline-widget')) {
      const inside = host.shadowRoot?.querySelector(wanted);
      if (inside) return inside;
    }
    return null;
  };
  const roots = () => [document, ...[...document.querySelectorAll('dateline-widget')].map((host) => host.shadowRoot)];
  bench.all = (wanted) => roots().flatMap((root) => (root ? [...root.querySelectorAll(wanted)] : []));

  const visible = (element) => {
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && right > 0 && left < innerWidth && bottom > 0 && top < innerHeight
      && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const look = () => {
    // Few are enough: with ten thousand there, looking must not be what takes long.
    if (document.body && bench.all(selector).slice(0, 20).some(visible)) {
      requestAnimationFrame((time) => {
        bench.shown = Math.max(time, 1);
      });
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) bench.tasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });
  // Not that the pointer has come over something, or left it: where that changes nothing,
  // the browser takes its time until whatever is painted next.
  const passes = /(over|out|enter|leave)$/;
  new PerformanceObserver((list) => {
    for (const { name, duration, startTime } of list.getEntries()) {
      if (!passes.test(name)) bench.slow.push({ name, duration, startTime });
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });

  /** Whether an event is shown, and the thread has been free for a second since. */
  bench.quiet = () => {
    const [start, duration] = bench.tasks.at(-1) ?? [0, 0];
    return bench.shown > 0 && performance.now() - Math.max(start + duration, bench.shown) > 1000;
  };
  /** When the last long task was over, in ms. */
  bench.usable = () => Math.max(bench.shown, ...bench.tasks.map(([start, duration]) => start + duration));
  /** What of all long tasks goes beyond 50 ms each. */
  bench.blocking = () => bench.tasks.reduce((sum, [, duration]) => sum + duration - 50, 0);

  const remember = ({ exports }) => {
    for (const value of Object.values(exports)) {
      if (value instanceof WebAssembly.Memory) bench.memories.add(value);
    }
  };
  const { instantiate, instantiateStreaming, Instance } = WebAssembly;
  WebAssembly.instantiateStreaming = async function (...words) {
    const made = await instantiateStreaming.apply(WebAssembly, words);
    remember(made.instance);
    return made;
  };
  WebAssembly.instantiate = async function (...words) {
    const made = await instantiate.apply(WebAssembly, words);
    remember(made.instance ?? made);
    return made;
  };
  WebAssembly.Instance = new Proxy(Instance, {
    construct(...words) {
      const made = Reflect.construct(...words);
      remember(made);
      return made;
    },
  });
  bench.wasm = () => [...bench.memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);

  /** Nodes of the document and its shadow roots, without the page's own script of data. */
  bench.nodes = () => roots().reduce((sum, root) => {
    if (!root) return sum;
    const walker = document.createTreeWalker(root === document ? document.body : root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    let count = 0;
    while (walker.nextNode()) {
      if (walker.currentNode.nodeType === 1 || walker.currentNode.parentNode?.localName !== 'script') count += 1;
    }
    return sum + count;
  }, 0);

  /** A place where an element lies bare, nearest to the middle of what is seen of it. */
  bench.bare = (wanted) => {
    const element = bench.find(wanted);
    if (!element) return null;
    const bounds = element.getBoundingClientRect();
    const [left, right] = [Math.max(bounds.left, 0), Math.min(bounds.right, innerWidth)];
    const [top, bottom] = [Math.max(bounds.top, 0), Math.min(bounds.bottom, innerHeight)];
    const middle = (left + right) / 2;
    for (let off = 0; off < (right - left) / 2; off += 8) {
      for (const x of off ? [middle - off, middle + off] : [middle]) {
        for (let y = bottom - 2; y > top; y -= 5) {
          if (document.elementFromPoint(x, y) === element) return { x, y, width: 0, height: 0 };
        }
      }
    }
    return null;
  };

  /** The middle of the first element that is found, on the screen. */
  bench.middle = (wanted) => {
    const element = bench.all(wanted).find(visible) ?? bench.find(wanted);
    if (!element) return null;
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2, width, height };
  };
}
