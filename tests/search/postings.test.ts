/** Postings: made, patched, pruned, cut into chunks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutChunks } from '#search/index/chunks.ts';
import { compareWords, countPages, makePostings, patchPostings, prunePostings, type Postings } from '#search/index/postings.ts';

type Words = Record<string, number>;

/** `words` of each page by its number. */
function make(pages: readonly Words[]): Postings {
  return makePostings(pages.map((words, page) => ({ page, words: new Map(Object.entries(words)) })));
}

/** Pages and fields by word. */
function read({ words, starts, lists }: Postings): Record<string, string[]> {
  return Object.fromEntries(words.map((word, index) => [word, Array.from(lists.subarray(starts[index], starts[index + 1]), (value) => `${value >>> 8}:${value & 255}`)]));
}

test('each word lists its pages in order, with the fields that hold it', () => {
  const postings = make([{ 密钥: 1, 泄露: 3 }, {}, { 密钥: 128 }]);
  assert.deepEqual(read(postings), { 密钥: ['0:1', '2:128'], 泄露: ['0:3'] });
  assert.deepEqual([...countPages(postings)], [['密钥', 2], ['泄露', 1]].sort(([a], [b]) => compareWords(String(a), String(b))));
});

test('patched postings are those of a clean start, whatever changed, came or went', () => {
  const words = fc.dictionary(fc.constantFrom('密钥', '泄露', '接口', 'token', '401', '𠮷野', '址z'), fc.integer({ min: 1, max: 255 }));
  const step = fc.constantFrom('keep', 'change', 'drop', 'insert');
  fc.assert(
    fc.property(fc.array(fc.tuple(words, step, words)), (plan) => {
      const before = plan.filter(([, what]) => what !== 'insert').map(([old]) => old);
      const after: Words[] = [];
      const renumber: number[] = [];
      const fresh: { page: number; words: Map<string, number> }[] = [];
      for (const [old, what, other] of plan) {
        if (what !== 'insert') renumber.push(what === 'keep' ? after.length : -1);
        if (what === 'change' || what === 'insert') fresh.push({ page: after.length, words: new Map(Object.entries(other)) });
        if (what !== 'drop') after.push(what === 'keep' ? old : other);
      }
      assert.deepEqual(patchPostings(make(before), Int32Array.from(renumber), makePostings(fresh)), make(after));
    }),
  );
});

test('a field is taken from words that many pages hold, and words that stood nowhere else go', () => {
  const postings = make([{ 接口: 128, 密钥: 129 }, { 接口: 128, 密钥: 128 }, { 接口: 128, 泄露: 128 }]);
  assert.deepEqual(read(prunePostings(postings, 128, 1)), { 泄露: ['2:128'], 密钥: ['0:1'] });
});

test('words are in the order of code points: what lies beyond the basic plane comes last', () => {
  assert.deepEqual(['𠮷', '﨎', '一', 'a', 'ab', '1'].sort(compareWords), ['1', 'a', 'ab', '一', '﨎', '𠮷']);
});

test('chunks hold every word once, and a new word changes only those around it', () => {
  const pages = Array.from({ length: 400 }, (_, page): Words => Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`w${((page + 1) * (index + 7) * 7919) % 2000}`, 1])));
  const cut = (postings: Postings) => cutChunks(postings).map(({ from, to }) => postings.words.slice(from, to).join(' '));
  const before = cut(make(pages));
  const after = cut(make([...pages.slice(0, -1), { ...pages.at(-1), w1000x: 1 }]));
  assert.ok(before.length > 8, String(before.length));
  assert.deepEqual(before.join(' ').split(' '), make(pages).words);
  assert.ok(after.filter((chunk) => !before.includes(chunk)).length <= 3);
});
