// One page in a context of its own: nothing is cached, nothing is left behind.

import { PATIENCE, TooSlow } from './protocol.js';

export const SCREENS = {
  desktop: { width: 1350, height: 940, deviceScaleFactor: 1, mobile: false },
  phone: { width: 412, height: 823, deviceScaleFactor: 1.75, mobile: true },
};

/** Lighthouse's slow 4G: 150 ms there and back, 1.6 Mbit/s. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };

/**
 * @param {object} browser what `start` gave
 * @param {keyof typeof SCREENS} screen
 * @param {string} probe source run in the page before all else
 */
export async function open(browser, screen, probe) {
  const { wire } = browser;
  const { browserContextId } = await wire.send('Target.createBrowserContext');
  const { targetId } = await wire.send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await wire.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (method, params, patience) => wire.send(method, params, sessionId, patience);
  const elsewhere = new Set();
  const troubles = [];
  const deafen = wire.on(({ method, params, sessionId: from }) => {
    if (from !== sessionId) return;
    if (method === 'Network.requestWillBeSent') {
      const url = new URL(params.request.url);
      if (/^https?:$/.test(url.protocol) && url.hostname !== '127.0.0.1') elsewhere.add(url.hostname);
    } else if (method === 'Runtime.exceptionThrown') {
      troubles.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    }
  });
  await Promise.all([
    send('Page.enable'), send('Runtime.enable'), send('Network.enable'),
    // Time of this thread alone: what other programs take meanwhile does not count.
    send('Performance.enable', { timeDomain: 'threadTicks' }),
    send('Emulation.setDeviceMetricsOverride', SCREENS[screen]),
    send('Emulation.setTouchEmulationEnabled', { enabled: SCREENS[screen].mobile, maxTouchPoints: 5 }),
    send('Page.addScriptToEvaluateOnNewDocument', { source: probe }),
  ]);

  const evaluate = async (expression, patience) => {
    const { result, exceptionDetails } = await send(
      'Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, patience,
    );
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };

  return {
    send,
    evaluate,
    touch: SCREENS[screen].mobile,
    elsewhere,
    troubles,
    slowNetwork: () => send('Network.emulateNetworkConditions', SLOW),
    slowProcessor: (rate) => send('Emulation.setCPUThrottlingRate', { rate }),
    async go(url) {
      const { errorText } = await send('Page.navigate', { url });
      if (errorText) throw new Error(`${url}: ${errorText}`);
    },
    /** Resolves when what has been done so far is drawn. */
    frame: () => evaluate('new Promise((done) => requestAnimationFrame(() => done()))'),
    async metrics() {
      const { metrics } = await send('Performance.getMetrics');
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    },
    /** Asks until the answer is there; throws `TooSlow` when it does not come. */
    async until(expression, patience = PATIENCE) {
      const deadline = Date.now() + patience;
      for (;;) {
        const left = deadline - Date.now();
        if (left <= 0) throw new TooSlow(`Not within ${patience / 1000} s.`);
        const answer = await evaluate(expression, left);
        if (answer) return answer;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async close() {
      deafen();
      await wire.send('Target.closeTarget', { targetId }).catch(() => {});
      await wire.send('Target.disposeBrowserContext', { browserContextId }).catch(() => {});
    },
  };
}
