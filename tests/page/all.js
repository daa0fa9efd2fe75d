// Every scenario in one process, so that each browser is started only once, or those of a lane.

import { readdirSync } from 'node:fs';

const here = new URL('.', import.meta.url);
for (const file of readdirSync(here).filter((name) => name.endsWith('.test.js')).sort()) {
  await import(new URL(file, here));
}
