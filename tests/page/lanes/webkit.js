process.env.DATELINE_LANE = 'webkit';
await import('../all.js');
