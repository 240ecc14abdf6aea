/** The words of a site, made of those of another one: pages come, go, change, and change places. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeCutter } from '#search/index/cutter.ts';
import { listPages, markChanged } from '#search/index/lists.ts';
import type { SearchRecord } from '#search/index/records.ts';
import { updateWords, type SiteWords } from '#search/index/update.ts';
import { allCharacters } from '#search/index/variants.ts';
import { makeNormalise } from '#search/text/normalise.ts';

const normalise = makeNormalise(allCharacters);
const cut = makeCutter([], normalise);

/** A page whose body is `body`. */
function record(number: number, body: string): SearchRecord {
  return {
    state: `${number} ${body}`, kind: 'answers', category: 'access', names: [], title: '题',
    href: () => '/', phrasings: () => [], asks: () => [],
    texts: () => ({ title: '题', asks: '', names: '', answer: '', topics: '', english: '', body }),
  };
}

/** Everything that is known of `words` but for their numbers. */
function read(words: SiteWords) {
  const listOf = listPages(words);
  const perWord = words.words.map((word, index) => {
    const number = words.numbers[index]!;
    return { word, pages: [...listOf(number)], count: words.counts[number], beside: words.beside[number] };
  });
  return { pages: words.pages.map(({ state, names }) => [state, names]), perWord };
}

const page = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom('接口', '密钥', '接口地址', '网页 401', '题')).map(([number, body]) => record(number, body));
const site = fc.uniqueArray(page, { selector: ({ state }) => state, maxLength: 8 });

test('whatever the last build left, the words are those of a clean one', () => {
  fc.assert(fc.property(site, site, (before, after) => {
    assert.deepEqual(read(updateWords(after, cut, normalise, updateWords(before, cut, normalise))), read(updateWords(after, cut, normalise)));
  }), { numRuns: 1000 });
});

test('words without a mark list what they listed', () => {
  fc.assert(fc.property(site, site, (before, after) => {
    const old = updateWords(before, cut, normalise);
    const now = updateWords(after, cut, normalise, old);
    const [then, listOf] = [listPages(old), listPages(now)];
    const changed = markChanged(now, old);
    for (const number of now.numbers) if (changed[number] === 0) assert.deepEqual(listOf(number), then(number));
    if (before.length === after.length && before.every(({ state }, at) => state === after[at]!.state)) assert.ok(changed.every((mark) => mark === 0));
  }), { numRuns: 1000 });
});

test('an edit marks the words that it takes and brings, and no others', () => {
  const old = updateWords([record(1, '接口 密钥'), record(2, '密钥')], cut, normalise);
  const now = updateWords([record(1, '密钥 网页'), record(2, '密钥')], cut, normalise, old);
  const changed = markChanged(now, old);
  assert.deepEqual(now.words.filter((_, index) => changed[now.numbers[index]!] === 1), ['网页', '页z']);
  assert.equal(changed.reduce((sum, mark) => sum + mark, 0), 4); // 接口 and 口z are gone
});
