/** A content folder of any size to measure with: valid, made from a seed, no sentence said twice. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CORE_SCHEMA, dump } from 'js-yaml';
import { makeEntries, type CorpusOptions } from './corpus/entry.ts';
import { corpusDay, siteSettings, trustPages } from './corpus/site.ts';

export interface Written {
  entries: number;
  /** UTF-8 bytes of all entries, code files not included. */
  bytes: number;
}

/** Writes the content folder `dir`. */
export function writeCorpus(dir: string, options: CorpusOptions): Written {
  const write = makeWriter(dir);
  write('site.yaml', toYaml(siteSettings));
  for (const [slug, { body, ...page }] of Object.entries(trustPages)) write(`pages/${slug}.mdx`, withFrontmatter({ ...page, updated: corpusDay, role: slug }, body));
  let bytes = 0;
  for (const { kind, slug, data, body, files } of makeEntries(options)) {
    const text = withFrontmatter(data, body);
    bytes += Buffer.byteLength(text);
    write(`${kind}/${slug}.mdx`, text);
    for (const [path, code] of files) write(`${kind}/${path}`, code);
  }
  return { entries: options.entries, bytes };
}

/** Writes another first sentence into the body of one answer of `dir`; each `edit` gives another one. Gives the path of its page, without a slash before it, and the sentence. */
export function editCorpus(dir: string, edit: number): { path: string; sentence: string } {
  const sentence = `第 ${edit} 次修订换掉了这里的第一句话。`;
  const path = editAnswer(dir, edit, (text) => text.replace(/(\n---\n\n## [^\n]*\n\n)[^\n]*?。/, (_, before: string) => before + sentence));
  return { path, sentence };
}

/** Gives one answer of `dir` another title, which lists and other pages show; each `edit` gives another one. */
export function retitleCorpus(dir: string, edit: number): void {
  editAnswer(dir, edit, (text) => text.replace(/(\ntitle: [^\n]*?)(?=？?\n)/, `$1（第 ${edit} 版）`));
}

/** Changes the text of one answer of `dir` by `change`. Gives the path of its page, without a slash before it. */
function editAnswer(dir: string, edit: number, change: (text: string) => string): string {
  const folder = join(dir, 'answers');
  const names = readdirSync(folder).filter((name) => name.startsWith('a-')).sort();
  const name = names[edit % names.length]!;
  const file = join(folder, name);
  const text = readFileSync(file, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`${file} has nothing to edit.`);
  writeFileSync(file, changed);
  return `answers/${name.replace('.mdx', '')}/`;
}

/** Writes files below `dir` and makes their folders, each once. */
export function makeWriter(dir: string): (path: string, text: string) => void {
  const made = new Set<string>();
  return (path, text) => {
    const file = join(dir, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, text);
  };
}

/** `data` as frontmatter above `body`. */
export function withFrontmatter(data: Record<string, unknown>, body: string): string {
  return `---\n${toYaml(data)}---\n\n${body}`;
}

function toYaml(data: Record<string, unknown>): string {
  return dump(data, { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true });
}
