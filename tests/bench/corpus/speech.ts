/** Saying things once: no sentence of a corpus is said twice. */
import type { Random } from './random.ts';
import { sentences, type SentenceKind } from './sentences.ts';
import { draw } from './words.ts';

/** What one entry can say. */
export interface Speech {
  random: Random;
  /** A sentence that no entry of the corpus has said yet. */
  say(kind: SentenceKind): string;
  /** Several of them. */
  several(kind: SentenceKind, min: number, max: number): string[];
}

/** A speech for the entry about `name`. `said` is shared by the whole corpus. */
export function makeSpeech(name: string, random: Random, said: Set<number>): Speech {
  const say = (kind: SentenceKind): string => {
    for (;;) {
      const sentence = random.pick<string>(sentences[kind]).replace(/\{(\w+)\}/g, (_, slot: string) => (slot === 'name' ? name : draw(slot, random)));
      const key = fingerprint(sentence);
      if (said.has(key)) continue;
      said.add(key);
      return sentence;
    }
  };
  return { random, say, several: (kind, min, max) => Array.from({ length: random.int(min, max) }, () => say(kind)) };
}

/** FNV-1a of 32 bits, which is small to keep; two sentences that share it only cost another draw. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
