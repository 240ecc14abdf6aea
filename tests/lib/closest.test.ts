/** What was meant by a word that names nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import leven from 'leven';
import { closest } from '#lib/text.ts';

test('leaving out what is too far by its characters alone leaves the answer as it is', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', '-', '/', '接', '口', '😀'), maxLength: 14 });
  fc.assert(fc.property(word, fc.array(word, { maxLength: 12 }), (wanted, candidates) => assert.equal(closest(wanted, candidates), plainly(wanted, candidates))), { numRuns: 3_000 });
});

test('of words that are equally near the first is named', () => {
  assert.deepEqual(['guides/rotate-kye', '接口地扯', 'answers/zzz'].map((word) => closest(word, ['guides/rotate-key', 'guides/rotate-keys', '接口地址', '接口地点'])), ['guides/rotate-key', '接口地址', undefined]);
});

/** The same by comparing with all of `candidates`. */
function plainly(wanted: string, candidates: readonly string[]): string | undefined {
  const near = candidates.flatMap((candidate, index) => {
    const [a, b] = [wanted.toLowerCase(), candidate.toLowerCase()];
    const start = a === b.slice(0, a.length) ? a.length : a.split('').findIndex((char, at) => char !== b[at]);
    const distance = leven(a, b);
    return distance > Math.max(2, Math.ceil((a.length - start) / 3)) ? [] : [{ candidate, distance, index }];
  });
  return near.sort((one, other) => one.distance - other.distance || one.index - other.index)[0]?.candidate;
}
