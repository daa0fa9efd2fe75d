// The documents hold together: they are short where they have to be, and their links lead
// somewhere.

import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test, written } from './harness/index.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DOCUMENTS = ['README.md', 'DESIGN.md', 'CHANGELOG.md', ...readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];

/** A heading as a link names it. */
const anchor = (heading) => heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-');
const anchors = (name) => [...written(name).matchAll(/^#{1,4} (.*)$/gm)].map(([, heading]) => anchor(heading));

/** A document without its code. */
const prose = (name) => written(name).replace(/^```[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');

test('the README has at most 200 lines', () => assert.ok(written('README.md').split('\n').length <= 201));

test('every link of the documents leads to a file or a heading that is there', () => {
  for (const name of DOCUMENTS) {
    for (const [, target] of prose(name).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^\w+:/.test(target)) continue;
      const [path, heading] = target.split('#');
      const file = path ? join(dirname(name), path) : name;
      assert.ok(existsSync(join(ROOT, file)), `${name} links to ${target}`);
      if (heading) assert.ok(anchors(file).includes(heading), `${name} links to ${target}; there are ${anchors(file).join(', ')}`);
    }
  }
});
