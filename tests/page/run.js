// All scenarios: those of one browser after the other, beside them those of other browsers and
// what needs none, and last what needs the whole machine.
//
//   node tests/page/run.js

import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

const lanes = (...names) => names.map((name) => fileURLToPath(new URL(`lanes/${name}.js`, import.meta.url)));

const browsers = (process.env.DATELINE_BROWSERS ?? 'chromium,firefox,webkit').split(',').filter(Boolean);

const failed = [];

// A test that fails by one of its own is heard of after that one, and only gives it its name.
const hear = ({ name, nesting, details: { error } }) => {
  process.exitCode = 1;
  if (error.failureType === 'subtestsFailed') {
    for (const inner of failed) if (inner.nesting > nesting) Object.assign(inner, { title: `${name} › ${inner.title}`, nesting });
  } else {
    failed.push({ title: name, nesting, why: error.cause ?? error });
  }
};

for (const files of [lanes(...browsers, 'plain'), lanes('rest')]) {
  const stream = run({ files, concurrency: files.length });
  stream.on('test:fail', hear);
  for await (const text of stream.compose(spec)) process.stdout.write(text);
}

// Told again at the end, where who reads the record of a run looks first.
for (const { title, why } of failed) {
  const lines = String(why?.stack ?? why).split('\n').filter((line) => !line.includes('node:'));
  console.log([`✗ ${title}`, ...lines].join('\n    '));
}
