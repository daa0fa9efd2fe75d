// From the address to the first event, on a slow line and a slow processor.

/** In ms: the first event shown, when the thread was last long busy, and for how long too long. */
export async function loading(tab, url, { slow }) {
  if (slow) {
    await tab.slowNetwork();
    await tab.slowProcessor(4);
  }
  await tab.go(url);
  await tab.until('!!globalThis.bench && bench.quiet()');
  return {
    shown: await tab.evaluate('bench.shown'),
    usable: await tab.evaluate('bench.usable()'),
    blocking: await tab.evaluate('bench.blocking()'),
  };
}
