/** Postings: made, patched, pruned, cut into chunks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutChunks } from '#search/index/chunks.ts';
import { makePostings } from '#search/index/gather.ts';
import { patchPostings, type Patched } from '#search/index/patch.ts';
import { compareWords, countPages, hasWord, type Postings } from '#search/index/postings.ts';
import { searchedWords, type Searched } from '#search/index/searched.ts';

type Words = Record<string, number>;

/** The postings of `pages`, or of those with some `numbers`. */
function make(pages: readonly Words[], numbers: readonly number[] = [...pages.keys()]): Postings {
  return makePostings(numbers, (page, take) => Object.entries(pages[page]!).forEach(([word, fields]) => take(word, fields)));
}

/** Pages and fields by word. */
function read({ words, starts, lists }: Postings): Record<string, string[]> {
  return Object.fromEntries(words.map((word, index) => [word, Array.from(lists.subarray(starts[index], starts[index + 1]), (value) => `${value >>> 8}:${value & 255}`)]));
}

test('each word lists its pages in order, with the fields that hold it', () => {
  const postings = make([{ 密钥: 1, 泄露: 3 }, {}, { 密钥: 128 }]);
  assert.deepEqual(read(postings), { 密钥: ['0:1', '2:128'], 泄露: ['0:3'] });
  assert.deepEqual(postings.words.map((word, index) => [word, countPages(postings, index)]), [['密钥', 2], ['泄露', 1]]);
  assert.deepEqual(['密钥', '泄露', '接口'].map((word) => hasWord(postings.words, word)), [true, true, false]);
});

test('patched postings are those of a clean start, whatever changed, came or went, and say around which words', () => {
  const words = fc.dictionary(fc.constantFrom('密钥', '泄露', '接口', 'token', '401', '𠮷野', '址z'), fc.integer({ min: 1, max: 255 }));
  const step = fc.constantFrom('keep', 'change', 'drop', 'insert');
  const limits = fc.tuple(fc.nat(3), fc.nat(3));
  fc.assert(
    fc.property(fc.array(fc.tuple(words, step, words)), limits, (plan, [most, mostBefore]) => {
      const before = make(plan.filter(([, what]) => what !== 'insert').map(([old]) => old));
      const after: Words[] = [];
      const renumber: number[] = [];
      const fresh: number[] = [];
      for (const [old, what, other] of plan) {
        if (what !== 'insert') renumber.push(what === 'keep' ? after.length : -1);
        if (what === 'change' || what === 'insert') fresh.push(after.length);
        if (what !== 'drop') after.push(what === 'keep' ? old : other);
      }
      const clean = make(after);
      const { changed, ...patched } = patchPostings(before, Int32Array.from(renumber), make(after, fresh));
      assert.deepEqual(patched, clean);
      isMarked({ ...patched, changed }, before);
      const searched = searchedWords({ ...patched, changed }, most, mostBefore);
      assert.deepEqual(read(flat(searched)), read(flat(searchedWords(all(clean), most, most))));
      isMarked(flat(searched), flat(searchedWords(all(before), mostBefore, mostBefore)));
    }),
  );
});

function all(postings: Postings): Patched {
  return { ...postings, changed: new Uint8Array(postings.words.length) };
}

function flat(searched: Searched): Patched {
  return { ...searched, lists: Uint32Array.from(searched.words.flatMap((_, index) => [...searched.list(index)])) };
}

/** Words without a mark list what they listed, right behind the word that they stood behind. */
function isMarked(after: Patched, before: Postings): void {
  const [now, then] = [after, before].map(read);
  for (const [index, word] of after.words.entries()) {
    if (after.changed[index] === 1) continue;
    assert.deepEqual(now![word], then![word]);
    const neighbour = before.words[before.words.indexOf(word) - 1];
    assert.ok(neighbour === undefined || after.words.slice(0, index).includes(neighbour), `${neighbour} is gone unmarked`);
  }
}

test('only what lists other pages or fields is marked', () => {
  const before = make([{ 密钥: 1, 泄露: 3 }, { 密钥: 2, 接口: 1 }]);
  const { words, changed } = patchPostings(before, Int32Array.of(0, -1), make([{}, { 密钥: 2, 接口: 4 }], [1]));
  assert.deepEqual(words.filter((_, index) => changed[index] === 1), ['接口']);
});

test('a field is taken from words that many pages hold, and words that stood nowhere else go', () => {
  const postings = make([{ 接口: 128, 密钥: 129 }, { 接口: 128, 密钥: 128 }, { 接口: 128, 泄露: 128 }]);
  assert.deepEqual(read(flat(searchedWords(all(postings), 1, 1))), { 泄露: ['2:128'], 密钥: ['0:1'] });
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
