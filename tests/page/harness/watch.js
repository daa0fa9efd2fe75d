// Stands at a host page's very beginning and notes what the widget does to its
// surroundings. Tests read it as `window.host`.
(() => {
  const globals = new Set(Object.getOwnPropertyNames(window));
  const host = {
    /** The widget's events, in order: name, detail, whether it crosses shadow roots. */
    told: [],
    /** What was said with console.info, .log and .debug. */
    said: [],
    /** Listeners on window and document that are still there. */
    listeners: [],
    /** Names that the window has gained. */
    globals: () => Object.getOwnPropertyNames(window).filter((name) => !globals.has(name)),
  };
  window.host = host;
  globals.add('host');

  for (const name of ['ready', 'select', 'filter', 'problem']) {
    addEventListener(`dateline-${name}`, ({ detail, composed, target }) => {
      host.told.push({ name, detail: JSON.parse(JSON.stringify(detail)), composed, id: target.id });
    });
  }
  for (const level of ['info', 'log', 'debug']) {
    const original = console[level];
    console[level] = (...words) => {
      host.said.push(words.join(' '));
      original.apply(console, words);
    };
  }

  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const outer = (target) => target === window || target === document || target === document.documentElement || target === document.body;
  const forget = (one) => host.listeners.splice(host.listeners.indexOf(one) >>> 0, 1);
  const capture = (options) => Boolean(typeof options === 'object' ? options?.capture : options);
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (outer(target) && listener && !options?.signal?.aborted) {
      const one = { target, type, listener, capture: capture(options), toJSON: () => type };
      host.listeners.push(one);
      options?.signal && add.call(options.signal, 'abort', () => forget(one));
      options?.once && add.call(target, type, () => forget(one), { once: true, capture: true });
    }
    return add.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    const same = (one) => one.target === target && one.type === type && one.listener === listener && one.capture === capture(options);
    const one = outer(target) && host.listeners.find(same);
    one && forget(one);
    return remove.call(target, type, listener, options);
  };
})();
