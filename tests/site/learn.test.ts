/** What threads learn of a content folder in shares is all that its load would find out of single files. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Leaf, Shelf } from '#lib/shelf.ts';
import { readSite } from '#site/load.ts';
import { openMemory } from '#site/memory.ts';
import { learnShares } from '#site/threads/learn.ts';
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
const dear = ['outline', 'data', 'brief', 'names', 'body', 'text', 'terms', 'leads', 'digests', 'findings', 'leaks'];

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

test('shares that one thread learns one after the other leave nothing to find out', () => {
  const contentDir = tempDir();
  writeCorpus(contentDir, { entries: 60, seed: 7 });
  assert.ok(foundOut(contentDir).size > 60);
  const taken = new Int32Array(new SharedArrayBuffer(4));
  learnShares({ options: { contentDir, today: corpusDay }, shares: 4, taken });
  assert.deepEqual([...foundOut(contentDir)], []);
});

test('a share that somebody else has taken is left to him', () => {
  const contentDir = tempDir();
  writeCorpus(contentDir, { entries: 60, seed: 8 });
  const taken = new Int32Array(new SharedArrayBuffer(4)).fill(1);
  learnShares({ options: { contentDir, today: corpusDay }, shares: 2, taken });
  const { size } = foundOut(contentDir);
  assert.ok(size > 15 && size < 50, `${size} of 64 files`);
});
