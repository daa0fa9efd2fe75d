process.env.DATELINE_LANE = 'chromium';
await import('../all.js');
