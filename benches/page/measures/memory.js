// What it holds on to, once the rubbish is gone.

/** Bytes of JavaScript's heap and of WebAssembly's memory. */
export async function memory(tab) {
  await tab.send('HeapProfiler.enable');
  for (let turn = 0; turn < 2; turn += 1) await tab.send('HeapProfiler.collectGarbage');
  await tab.send('HeapProfiler.disable');
  const { usedSize } = await tab.send('Runtime.getHeapUsage');
  const wasm = await tab.evaluate('bench.wasm()');
  return { js: usedSize, wasm, all: usedSize + wasm };
}
