/** Compiled documents on disk. A damaged, foreign or outdated entry is compiled again, never served. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from '#lib/hash.ts';
import { keepFile } from '#lib/kept-file.ts';
import { compileBody, type BodySource, type Compiled } from './compile.ts';
import type { Document } from './document.ts';
import { markupVersion } from './version.ts';

export interface MarkupCache {
  /** Like {@link compileBody}. Only results without problems are kept, under `key`, which whoever asks again can keep. */
  compile(source: BodySource, key?: string): Compiled;
  /** Stands for everything that a clean document depends on. */
  keyOf(source: BodySource): string;
}

/** The cache in the folder `dir`, which is made when needed. `version` is another than {@link markupVersion} in tests only. */
export function openMarkupCache(dir: string, version: string = markupVersion()): MarkupCache {
  return {
    keyOf: (source) => keyOf(source, version),
    compile: (source, key = keyOf(source, version)) => {
      const document = readEntry(pathOf(dir, key), key);
      if (document !== undefined) return { document, problems: [] };
      const compiled = compileBody(source);
      if (compiled.problems.length === 0) writeEntry(pathOf(dir, key), key, compiled.document);
      return compiled;
    },
  };
}

/** Everything that a clean document depends on. The body's first line is part of it because links carry lines. */
function keyOf({ text, bodyStart, codeFiles, sources, placeholders, terms, self, lang }: BodySource, version: string): string {
  const body = text.slice(bodyStart);
  const bodyPlace = makePlace(text, bodyStart);
  const files = Array.from(codeFiles ?? [], ([name, file]) => [name, file.language, file.text]);
  return digest(JSON.stringify([version, bodyPlace, body, files, sources ?? [], placeholders ?? [], terms ?? [], terms?.length ? self : '', lang ?? 'zh']));
}

function makePlace(text: string, offset: number): [line: number, column: number] {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) [line, start] = [line + 1, at + 1];
  return [line, offset - start];
}

function pathOf(dir: string, key: string): string {
  return join(dir, key.slice(0, 2), key.slice(2, 4), `${key.slice(4)}.json`);
}

/**
 * An entry is a digest of what follows it, its key, and the document, one a line: cut short, altered or moved, it does not fit.
 * Read as bytes: for a file of this size that is five times as fast as reading it as text.
 */
function readEntry(path: string, key: string): Document | undefined {
  let entry: Buffer;
  try {
    entry = readFileSync(path);
  } catch {
    return undefined;
  }
  if (entry.toString('latin1', 0, headLength) !== `${digest(entry.subarray(lineLength))}\n${key}\n`) return undefined;
  return JSON.parse(entry.toString('utf8', headLength)) as Document;
}

const lineLength = 33;
const headLength = 2 * lineLength;

function writeEntry(path: string, key: string, document: Document): void {
  const payload = Buffer.from(`${key}\n${JSON.stringify(document)}`);
  keepFile(path, Buffer.concat([Buffer.from(`${digest(payload)}\n`), payload]));
}
