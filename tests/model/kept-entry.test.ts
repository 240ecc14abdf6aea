/** Fields of entries are held for a while, and read again after that. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds, pages } from '#kinds/index.ts';
import type { Contract } from '#model/contract.ts';
import { Held, KeptEntry } from '#model/kept-entry.ts';
import { readContent } from '#model/read.ts';
import { answer, makeContent, minimalConfig } from '../helpers/content.ts';

const [read] = readContent(makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': answer() }), kinds, pages).entries;
const { kind, source, codeFiles, data, brief } = read!;
const keep = <Value>() => ({ value: brief as Value });

/** Which entries were read, one letter each, when the titles of some of a site of `size` were asked for `order`. */
function readsOf(size: number, held: Held, order: string): string {
  let reads = '';
  const entries = new Map(Array.from('abc').slice(0, size).map((slug) => [slug, new KeptEntry({
    kind, slug, source, codeFiles, keep,
    fields: {
      get value(): Contract {
        reads += slug;
        return { ...data, title: `${slug} 应该填什么？` };
      },
    },
  }, held)]));
  for (const slug of order) assert.equal(entries.get(slug)!.data.title, `${slug} 应该填什么？`);
  return reads;
}

test('where there is room for all entries, each is read once', () => {
  assert.equal(readsOf(3, new Held(3, 1), 'abcabcba'), 'abc');
});

test('of a site for which there is no room those that were read last are held, and the others are read again, as they were', () => {
  assert.equal(readsOf(3, new Held(2, 1), 'aabbac'), 'abac');
  assert.equal(readsOf(3, new Held(2, 2), 'ababcbca'), 'abca');
});
