// Garbage, collected when a test says so.

/** Collects all garbage of the open page. Whether the browser can be told to. */
export async function collect(browser) {
  if (browser.name === 'chromium') {
    for (let time = 0; time < 3; time += 1) await browser.devtools('HeapProfiler.collectGarbage');
    return true;
  }
  if (browser.name !== 'firefox') return false;
  const { Command } = await import('selenium-webdriver/lib/command.js');
  browser.driver.getExecutor().defineCommand('mozContext', 'POST', '/session/:sessionId/moz/context');
  const side = (context) => browser.driver.execute(new Command('mozContext').setParameter('context', context));
  await side('chrome');
  try {
    // What about:memory's “Minimize memory usage” asks of the processes that hold pages.
    await browser.driver.executeScript("Services.obs.notifyObservers(null, 'child-mmu-request');");
  } finally {
    await side('content');
  }
  return true;
}
