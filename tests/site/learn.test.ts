/** What processes learn of a content folder in shares is all that its load would find out of single files. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Leaf, Shelf } from '#lib/shelf.ts';
import { readSite } from '#site/load.ts';
import { openMemory } from '#site/memory.ts';
import { openLearned, openLesson } from '#site/threads/learn.ts';
import { writeCorpus } from '../bench/corpus.ts';
import { corpusDay } from '../bench/corpus/site.ts';
import { tempDir } from '../helpers/content.ts';

/** `shelf`, telling `say` what had to be found out. */
function listening({ take, ...shelf }: Shelf, say: (path: string, topic: string) => void): Shelf {
  const listenTo = (path: string, leaf: Leaf): Leaf => ({
    size: leaf.size,
    get bytes() {
      return leaf.bytes;
    },
    keep: (topic, key, make) => leaf.keep(topic, key, () => {
      say(path, topic);
      return make();
    }),
  });
  return { ...shelf, take: (path) => {
    const leaf = take(path);
    return leaf && listenTo(path, leaf);
  } };
}

/** What rests on single files and is dear to find out. */
const dear = ['outline', 'data', 'brief', 'names', 'body', 'text', 'term', 'terms', 'leads', 'images', 'digests', 'findings', 'leaks'];

/** The files of which some of that is found out when the corpus in `contentDir` is loaded. */
function foundOut(contentDir: string): ReadonlySet<string> {
  const memory = openMemory(contentDir);
  const found = new Set<string>();
  const files = listening(memory.files, (path, topic) => {
    if (dear.includes(topic)) found.add(path);
  });
  readSite({ contentDir, today: corpusDay }, { files, get forms() { return memory.forms; }, keep: memory.keep, save: () => undefined }).check();
  return found;
}

test('shares that are learned one after the other leave nothing to find out', () => {
  const contentDir = tempDir();
  writeCorpus(contentDir, { entries: 60, seed: 7 });
  assert.ok(foundOut(contentDir).size > 60);
  const learn = openLesson({ options: { contentDir, today: corpusDay }, shares: 4 });
  for (const share of [2, 0, 3, 1]) learn(share);
  assert.deepEqual([...foundOut(contentDir)], []);
});

test('processes share them', async () => {
  const contentDir = tempDir();
  writeCorpus(contentDir, { entries: 300, seed: 8 });
  await openLearned({ contentDir, today: corpusDay }, 860e6, 10);
  assert.deepEqual([...foundOut(contentDir)], []);
});
