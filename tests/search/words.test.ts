/** Words: in their order, listed by page and by word, pruned, cut into chunks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutChunks } from '#search/index/chunks.ts';
import { listPages } from '#search/index/lists.ts';
import { searchedWords } from '#search/index/searched.ts';
import { compareWords, hasWord } from '#search/index/words.ts';
import { wordsOf, type PageFields } from './indexes.ts';

/** Pages and fields by word. */
function read(pages: readonly PageFields[], most = Infinity): Record<string, string[]> {
  const all = wordsOf(pages);
  const { words, numbers, prune } = searchedWords(all, most);
  const listOf = listPages(all);
  return Object.fromEntries(words.map((word, index) => [word, Array.from(prune(listOf(numbers[index]!)), (value) => `${value >>> 8}:${value & 255}`)]));
}

test('each word lists its pages in order, with the fields that hold it', () => {
  assert.deepEqual(read([{ 密钥: 1, 泄露: 3 }, {}, { 密钥: 128 }]), { 密钥: ['0:1', '2:128'], 泄露: ['0:3'] });
  assert.deepEqual(['密钥', '泄露', '接口'].map((word) => hasWord(wordsOf([{ 密钥: 1, 泄露: 3 }]).words, word)), [true, true, false]);
});

test('only the words that are wanted are listed', () => {
  const words = wordsOf([{ 接口: 1, 密钥: 2 }, { 密钥: 4 }]);
  const wanted = words.numbers[words.words.indexOf('密钥')]!;
  const listOf = listPages(words, Uint8Array.from(words.counts, (_, number) => Number(number === wanted)));
  assert.deepEqual(words.words.map((_, index) => listOf(words.numbers[index]!).length), words.words.map((word) => (word === '密钥' ? 2 : 0)));
});

test('a field is taken from words that many pages hold, and words that stood nowhere else go', () => {
  assert.deepEqual(read([{ 接口: 128, 密钥: 129 }, { 接口: 128, 密钥: 128 }, { 接口: 128, 泄露: 128 }], 1), { 泄露: ['2:128'], 密钥: ['0:1'] });
});

test('words are in the order of code points: what lies beyond the basic plane comes last', () => {
  assert.deepEqual(['𠮷', '﨎', '一', 'a', 'ab', '1'].sort(compareWords), ['1', 'a', 'ab', '一', '﨎', '𠮷']);
});

test('chunks hold every word once, and a new word changes only those around it', () => {
  const pages = Array.from({ length: 400 }, (_, page): PageFields => Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`w${((page + 1) * (index + 7) * 7919) % 2000}`, 1])));
  const cut = (of: readonly PageFields[]) => {
    const searched = searchedWords(wordsOf(of), Infinity);
    return cutChunks(searched).map(({ from, to }) => searched.words.slice(from, to).join(' '));
  };
  const before = cut(pages);
  const after = cut([...pages.slice(0, -1), { ...pages.at(-1), w1000x: 1 }]);
  assert.ok(before.length > 8, String(before.length));
  assert.deepEqual(before.join(' ').split(' '), wordsOf(pages).words);
  assert.ok(after.filter((chunk) => !before.includes(chunk)).length <= 3);
});
