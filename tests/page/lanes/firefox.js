process.env.DATELINE_LANE = 'firefox';
await import('../all.js');
