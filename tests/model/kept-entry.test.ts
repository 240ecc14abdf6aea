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

test('the entries that were read last are held, and the others are read again, as they were', () => {
  const reads: string[] = [];
  const held = new Held(2);
  const entryAt = (slug: string) => new KeptEntry({
    kind, slug, source, codeFiles, keep,
    fields: {
      get value(): Contract {
        reads.push(slug);
        return { ...data, title: `${slug} 应该填什么？` };
      },
    },
  }, held);
  const entries = ['a', 'b', 'c'].map(entryAt);
  const titles = (...order: number[]) => order.map((at) => entries[at]!.data.title.slice(0, 1)).join('');
  assert.equal(titles(0, 1, 0, 1), 'abab');
  assert.deepEqual(reads, ['a', 'b']);
  assert.equal(titles(2, 1, 2, 0, 0, 2), 'cbcaac');
  assert.deepEqual(reads, ['a', 'b', 'c', 'a']);
});
