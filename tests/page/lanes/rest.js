process.env.DATELINE_LANE = 'rest';
await import('../all.js');
