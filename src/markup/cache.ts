/** Compiled documents on disk. A damaged, foreign or outdated entry is compiled again, never served. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { digest } from '#lib/hash.ts';
import { compileBody, type BodySource, type Compiled } from './compile.ts';
import type { Document } from './document.ts';
import { MARKUP_VERSION } from './version.ts';

export interface MarkupCache {
  /** Like {@link compileBody}. Only results without problems are kept. */
  compile(source: BodySource): Compiled;
  /** For those who only want problems, text, headings and links: what is not in the cache comes without its forms and is not kept. */
  inspect(source: BodySource): Compiled;
  /** Names of the entries used so far, to be given to another worker's {@link MarkupCache.prune}. */
  used(): ReadonlySet<string>;
  /** Deletes the entries that neither this run nor `usedElsewhere` has used. */
  prune(usedElsewhere?: Iterable<string>): void;
}

/** The cache in the folder `dir`, which is made when needed. `version` is another than {@link MARKUP_VERSION} in tests only. */
export function openMarkupCache(dir: string, version: string = MARKUP_VERSION): MarkupCache {
  const used = new Set<string>();
  const find = (key: string): Compiled | undefined => {
    const document = readEntry(pathOf(dir, key), key);
    if (document === undefined) return undefined;
    used.add(key);
    return { document, problems: [] };
  };
  return {
    compile: (source) => {
      const key = keyOf(source, version);
      const found = find(key);
      if (found !== undefined) return found;
      const compiled = compileBody(source);
      if (compiled.problems.length === 0 && writeEntry(pathOf(dir, key), key, compiled.document)) used.add(key);
      return compiled;
    },
    inspect: (source) => find(keyOf(source, version)) ?? compileBody(source, { forms: false }),
    used: () => used,
    prune: (usedElsewhere = []) => pruneEntries(dir, new Set([...used, ...usedElsewhere].map((key) => pathOf(dir, key)))),
  };
}

/** Everything that a clean document depends on. The body's first line is part of it because links carry lines. */
function keyOf({ text, bodyStart, codeFiles, sources, lang }: BodySource, version: string): string {
  const body = text.slice(bodyStart);
  const bodyPlace = makePlace(text, bodyStart);
  const files = Array.from(codeFiles ?? [], ([name, file]) => [name, file.language, file.text]);
  return digest(JSON.stringify([version, bodyPlace, body, files, sources ?? [], lang ?? 'zh']));
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

/** Written aside and renamed, so that another process never reads half of it. A cache that cannot be written is no reason to fail. */
function writeEntry(path: string, key: string, document: Document): boolean {
  const payload = Buffer.from(`${key}\n${JSON.stringify(document)}`);
  const aside = `${path}.${process.pid}-${threadId}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(aside, Buffer.concat([Buffer.from(`${digest(payload)}\n`), payload]));
    renameSync(aside, path);
    return true;
  } catch {
    removeEntry(aside);
    return false;
  }
}

/** What cannot be removed is left for a later run. */
function removeEntry(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    return;
  }
}

function pruneEntries(dir: string, kept: ReadonlySet<string>): void {
  let paths: string[];
  try {
    paths = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  } catch {
    return;
  }
  for (const name of paths) {
    const path = join(dir, name);
    const isEntry = /^[0-9a-f]{2}[\\/][0-9a-f]{2}[\\/][0-9a-f]{28}\.json(?:\.\d+-\d+\.tmp)?$/.test(name);
    if (isEntry && !kept.has(path)) removeEntry(path);
  }
}
