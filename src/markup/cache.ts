/** Compiled documents on disk. A damaged, foreign or outdated entry is compiled again, never served. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from '#lib/hash.ts';
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
  const folders = new Set<string>();
  return {
    keyOf: (source) => keyOf(source, version),
    compile: (source, key = keyOf(source, version)) => {
      const folder = join(dir, key.slice(0, 2));
      const path = join(folder, `${key.slice(2)}.json`);
      const document = readEntry(path, key);
      if (document !== undefined) return { document, problems: [] };
      const compiled = compileBody(source);
      if (compiled.problems.length === 0) writeEntry(folder, folders, path, key, compiled.document);
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

/** Written in place: whoever reads half of it sees that it does not fit. A folder that cannot be written is no reason to fail. */
function writeEntry(folder: string, made: Set<string>, path: string, key: string, document: Document): void {
  const payload = Buffer.from(`${key}\n${JSON.stringify(document)}`);
  try {
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(path, Buffer.concat([Buffer.from(`${digest(payload)}\n`), payload]));
  } catch {
    return;
  }
}
