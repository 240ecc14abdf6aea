/** The words of a site, made of those of another one: pages come, go, change, and change places. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SearchRecord } from '#search/index/records.ts';
import { updateWords } from '#search/index/update.ts';
import { allCharacters } from '#search/index/variants.ts';
import { makeNormalise } from '#search/text/normalise.ts';

const normalise = makeNormalise(allCharacters);

/** A page whose body is `body`. */
function record(number: number, body: string): SearchRecord {
  return {
    state: `${number} ${body}`, kind: 'answers', category: 'access', names: [], title: '题',
    href: () => '/', phrasings: () => [], asks: () => [],
    texts: () => ({ title: '题', asks: '', names: '', answer: '', topics: '', english: '', body }),
  };
}

test('whatever the last build left, the words are those of a clean one', () => {
  const page = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom('接口', '密钥', '接口地址', '网页 401')).map(([number, body]) => record(number, body));
  const site = fc.uniqueArray(page, { selector: ({ state }) => state, maxLength: 8 });
  fc.assert(fc.property(site, site, (before, after) => {
    const { postings: { words, starts, lists } } = updateWords(after, [], normalise, updateWords(before, [], normalise));
    const clean = updateWords(after, [], normalise).postings;
    assert.deepEqual({ words, starts, lists }, { words: clean.words, starts: clean.starts, lists: clean.lists });
  }), { numRuns: 1000 });
});
