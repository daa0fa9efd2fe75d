// All scenarios: those of one browser after the other, beside them those of other browsers and
// what needs none, and last what needs the whole machine.
//
//   node tests/page/run.js

import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

const lanes = (...names) => names.map((name) => fileURLToPath(new URL(`lanes/${name}.js`, import.meta.url)));

const browsers = (process.env.DATELINE_BROWSERS ?? 'chromium,firefox,webkit').split(',').filter(Boolean);

for (const files of [lanes(...browsers, 'plain'), lanes('rest')]) {
  const stream = run({ files, concurrency: files.length });
  stream.on('test:fail', () => (process.exitCode = 1));
  for await (const text of stream.compose(spec)) process.stdout.write(text);
}
