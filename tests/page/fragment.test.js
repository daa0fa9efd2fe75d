// A reader's place in the fragment, without a browser: what is written is read again, and
// the host's parts stay as they are.

import assert from 'node:assert/strict';
import { go, place } from '../../www/platform/address.js';
import { test } from './harness/index.js';

/** What the module knows of a browser. @param {string} hash */
function page(hash) {
  globalThis.location = { hash: hash && `#${hash}`, href: `https://news.example/a${hash && `#${hash}`}` };
  const write = (state, title, href) => page(new URL(href).hash.slice(1));
  globalThis.history = { state: null, pushState: write, replaceState: write };
}

const fragment = () => globalThis.location.hash.slice(1);

/** Numbers that are the same in every run: a linear congruential generator. */
let seed = 7;
const random = (most) => {
  seed = (seed * 1664525 + 1013904223) % 2 ** 32;
  return Math.floor((seed / 2 ** 32) * most);
};
const some = (letters, most) => Array.from({ length: random(most + 1) }, () => [...letters][random([...letters].length)]).join('');

test('a place comes back, and the host keeps its own', () => {
  for (let run = 0; run < 500; run += 1) {
    const host = Array.from({ length: random(4) }, () => some('abz=/!?.', 6) || 'x').join('&');
    const countries = Array.from({ length: random(4) }, () => ['UA', 'PL', 'IR', 'MM'][random(4)]).join(',');
    const here = [some('abcXYZ019._-', 8), some('abc._-', 5), countries, some("aż ó&=#%+,'💧", 8)].join('\n');
    page(host);
    go('dateline', here, true);
    assert.equal(place('dateline'), here, fragment());
    assert.ok(fragment().startsWith(host));
    assert.equal(place('other'), '\n\n\n');
    go('dateline', '\n\n\n', true);
    assert.equal(fragment(), host);
  }
});

test('several widgets share a fragment', () => {
  page('section-2&x=1');
  go('dateline', 'report\nmayor\nUA,PL\nzażółć', true);
  go('other', 'first\n\n\n', true);
  assert.equal(fragment(), 'section-2&x=1&dateline.event=report&dateline.speaker=mayor&dateline.countries=UA,PL&dateline.search=za%C5%BC%C3%B3%C5%82%C4%87&other.event=first');
  assert.equal(place('dateline'), 'report\nmayor\nUA,PL\nzażółć');
  assert.equal(place('other'), 'first\n\n\n');
});

test('what is no encoding stays as it stands, and no line can be smuggled in', () => {
  page('dateline.search=100%25%2&dateline.event=%zz&dateline.speaker=a%0Ab');
  assert.equal(place('dateline'), '%zz\na b\n\n100%25%2');
});

test('nothing is written where nothing changes, nor where a page may not write', () => {
  page('dateline.event=a');
  globalThis.history.pushState = () => assert.fail('written');
  go('dateline', 'a\n\n\n', true);
  globalThis.history.pushState = () => { throw new Error('sandboxed'); };
  go('dateline', 'b\n\n\n', true);
  assert.equal(fragment(), 'dateline.event=a');
});
