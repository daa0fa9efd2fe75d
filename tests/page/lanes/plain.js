process.env.DATELINE_LANE = 'plain';
await import('../all.js');
