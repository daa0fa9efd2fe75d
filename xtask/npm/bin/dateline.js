#!/usr/bin/env node
// The command `dateline`: a program for WASI, run by Node.

import { preview } from './preview.js';
import { run } from './run.js';

const words = process.argv.slice(2);
process.exitCode = words[0] === 'preview' ? await preview(words.slice(1)) : await run(words);
