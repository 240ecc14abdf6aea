/** Compiled documents on disk. A damaged, foreign or outdated entry is compiled again, never served. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from '#lib/hash.ts';
import { openHeap } from '#lib/heap.ts';
import { once } from '#lib/once.ts';
import { compileBody, type BodySource, type Compiled } from './compile.ts';
import type { Document } from './document.ts';
import { markupVersion } from './version.ts';

export interface MarkupCache {
  /** Like {@link compileBody}. Only results without problems are kept, under `key`, which whoever asks again can keep. */
  compile(source: BodySource, key?: string): Compiled;
  /** Stands for everything that a clean document depends on. */
  keyOf(source: BodySource): string;
  /** Lets the next run find what was compiled. */
  save(): void;
}

/** Bytes from which on what was compiled before is let go when files are moved into one: each edit leaves the form of the text before it behind. */
const mostBytes = 4e9;

/** The cache in the folder `dir`, which is made when needed. `version` is another than {@link markupVersion}, and `most` than what a cache may hold, in tests only. */
export function openMarkupCache(dir: string, version: string = markupVersion(), most: number = mostBytes): MarkupCache {
  const heap = openHeap(dir);
  return {
    keyOf: (source) => keyOf(source, version),
    compile: (source, key = keyOf(source, version)) => {
      const known = heap.text(key);
      if (known !== undefined) return { document: JSON.parse(known) as Document, problems: [] };
      const compiled = compileBody(source);
      if (compiled.problems.length === 0) heap.set(key, JSON.stringify(compiled.document));
      return compiled;
    },
    save() {
      const isFull = once(() => sizeOf(dir) > most);
      heap.save(() => !isFull());
    },
  };
}

/** Bytes of the files in a folder. */
function sizeOf(dir: string): number {
  return readdirSync(dir).reduce((sum, name) => sum + (statSync(join(dir, name), { throwIfNoEntry: false })?.size ?? 0), 0);
}

/** Everything that a clean document depends on. The body's first line is part of it because links carry lines. */
function keyOf({ text, bodyStart, codeFiles, sources, placeholders, terms, self, lang }: BodySource, version: string): string {
  const body = text.slice(bodyStart);
  const bodyPlace = makePlace(text, bodyStart);
  const files = Array.from(codeFiles ?? [], ([name, file]) => [name, file.language, file.text]);
  return digest(JSON.stringify([version, bodyPlace, body, files, sources ?? [], placeholders ?? [], terms ?? [], terms?.length || body.includes('[^') ? self : '', lang ?? 'zh']));
}

function makePlace(text: string, offset: number): [line: number, column: number] {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) [line, start] = [line + 1, at + 1];
  return [line, offset - start];
}
