// Writes docs/api.md.

import { writeFileSync } from 'node:fs';
import { api } from './harness/api.js';

writeFileSync(new URL('../../docs/api.md', import.meta.url), api());
