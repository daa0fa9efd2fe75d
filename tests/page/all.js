// Every scenario in one process, so that each browser is started only once, or those of a lane.

import { readdirSync } from 'node:fs';
import { test } from 'node:test';

const here = new URL('.', import.meta.url);
const files = readdirSync(here).filter((name) => name.endsWith('.test.js')).sort();

// Until all are declared none begins: where one is through before the next is declared, Node
// takes it for the last, and what ends browsers and servers is done too early.
let declare;
const declared = new Promise((resolve) => (declare = resolve));
test('all scenarios are declared', () => declared);
for (const file of files) await import(new URL(file, here));
declare();
