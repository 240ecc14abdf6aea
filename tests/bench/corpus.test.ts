/** The corpus is what the bench takes it for: sound, repeatable, and without two equal sentences. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { kinds, pages } from '#kinds/index.ts';
import { readContent } from '#model/read.ts';
import { checkReferences } from '#model/references.ts';
import { tempDir } from '../helpers/content.ts';
import { editCorpus, retitleCorpus, writeCorpus } from './corpus.ts';

const entries = 200;

test('the corpus has no problem, every kind, and questions of its own', () => {
  const content = readContent(corpus(1), kinds, pages);
  assert.deepEqual([...content.problems, ...checkReferences(content.entries, content, content.config!)], []);
  assert.equal(content.entries.length, entries);
  assert.equal(content.pages.length, 4);
  assert.deepEqual(kinds.filter((kind) => !content.entries.some((entry) => entry.kind === kind)), []);
  const questions = content.entries.flatMap(({ kind, data }) => [data.title, ...(kind.phrasings?.(data).slice(1) ?? [])]);
  assert.equal(new Set(questions).size, questions.length);
});

test('no sentence stands in two entries', () => {
  const owner = new Map<string, string>();
  for (const { ref, source } of readContent(corpus(1), kinds, pages).entries) {
    for (const [sentence] of source.text.matchAll(/[^。？：\n]{10,}[。？]/g)) {
      assert.equal(owner.get(sentence) ?? ref, ref, sentence);
      owner.set(sentence, ref);
    }
  }
});

test('a seed gives the same bytes every time, and another seed gives others', () => {
  const first = textOf(corpus(1));
  assert.equal(textOf(corpus(1)), first);
  assert.notEqual(textOf(corpus(2)), first);
});

test('an edit changes one sentence or the title of one answer, another each time', () => {
  const dir = corpus(1);
  const texts = [textOf(dir)];
  for (const [edit, change] of [editCorpus, editCorpus, retitleCorpus, editCorpus, retitleCorpus].entries()) {
    change(dir, edit);
    texts.push(textOf(dir));
    assert.equal(changedLines(texts.at(-2)!, texts.at(-1)!), 1);
  }
  const content = readContent(dir, kinds, pages);
  assert.deepEqual([...content.problems, ...checkReferences(content.entries, content, content.config!)], []);
});

function corpus(seed: number): string {
  const dir = tempDir();
  writeCorpus(dir, { entries, seed });
  return dir;
}

function textOf(dir: string): string {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name)).sort();
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

function changedLines(before: string, after: string): number {
  const lines = after.split('\n');
  return before.split('\n').filter((line, index) => line !== lines[index]).length;
}
