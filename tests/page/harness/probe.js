// Listens from the page's first moment to what a reader never sees: errors,
// policy reports and moved layout. Tests read it as `window.probe`.
(() => {
  const probe = { errors: [], reports: [], shift: 0, shifts: [] };
  window.probe = probe;

  addEventListener('error', (event) => {
    // A blocked <style> errs too; the policy's report tells that better.
    const address = event.target?.src ?? event.target?.href;
    if (event.message || address) {
      probe.errors.push(event.message ?? `could not load ${address}`);
    }
  }, true);
  addEventListener('unhandledrejection', (event) => {
    probe.errors.push(`unhandled: ${event.reason}`);
  });
  document.addEventListener('securitypolicyviolation', (event) => {
    probe.reports.push(`${event.violatedDirective}: ${event.blockedURI || event.sample} (${event.sourceFile})`);
  });
  for (const level of ['error', 'warn']) {
    const original = console[level];
    console[level] = (...words) => {
      probe.errors.push(`console.${level}: ${words.join(' ')}`);
      original.apply(console, words);
    };
  }
  if (PerformanceObserver.supportedEntryTypes?.includes('layout-shift')) {
    const describe = (source) => `${source.node?.nodeName}.${source.node?.className ?? ''}`;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!entry.hadRecentInput) {
          probe.shift += entry.value;
          probe.shifts.push(`${entry.value.toFixed(4)} ${entry.sources?.map(describe).join(' ')}`);
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
  }
})();
