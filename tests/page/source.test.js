// Promises that the source keeps: text only, and nothing from anywhere else.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from './harness/index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

function* files(folder, endings) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* files(path, endings);
    else if (endings.some((ending) => name.endsWith(ending))) yield path;
  }
}

test('data is only ever text: nothing turns a string into markup or code', () => {
  const forbidden = /\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|set_inner_html|set_outer_html|insert_adjacent_html|from_html_unchecked|createContextualFragment|DOMParser|parseFromString)\b|\beval\(|new Function\(/;
  const looked = [...files(join(root, 'src'), ['.rs']), ...files(join(root, 'www'), ['.js'])];
  assert.ok(looked.length > 20, 'the sources are where this test looks');
  const found = looked.filter((file) => forbidden.test(readFileSync(file, 'utf8')));
  assert.deepEqual(found, []);
});

test('what is served names no other server but in links', () => {
  const served = [...files(join(root, 'www'), ['.js', '.css']), join(root, 'index.html')];
  for (const file of served) {
    const text = readFileSync(file, 'utf8');
    const loads = text.match(/(?:src|srcset|poster|@import|url\()\s*[=(]?\s*["']?https?:[^"')\s]*/g) ?? [];
    assert.deepEqual(loads, [], file);
  }
});
