/** Reading a content folder: files become entries and problems, all of them in one pass, in plain Node. */
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { listTree } from '#lib/list-tree.ts';
import { openShelf, type Fact, type Leaf, type Shelf } from '#lib/shelf.ts';
import { closest } from '#lib/text.ts';
import { locate, readYaml, readYamlExactly, type YamlProblem } from '#lib/yaml.ts';
import { noCodeFiles, readCodeFiles } from './code-files.ts';
import { configSchema, type SiteConfig } from './config.ts';
import type { Contract } from './contract.ts';
import type { Entry, TrustPage } from './entry.ts';
import { slugPattern } from './fields.ts';
import { leaves, list } from './folder.ts';
import { explainIssue, type Finding } from './friendly.ts';
import { Held, KeptEntry } from './kept-entry.ts';
import type { Folder, Kind } from './kind.ts';
import { ownPaths } from './paths.ts';
import type { Place, Problem, Unplaced } from './problem.ts';
import { isFault, KnownSource, maxFileBytes, outlineOf, readText, splitSource, textOf, type Outline, type Source, type SourceFault } from './source.ts';
import * as say from './read-words.ts';

/** What a content folder holds. Entries and pages are those whose own fields are sound. */
export interface Content {
  /** Absolute path of the folder. */
  dir: string;
  /** Text of `site.yaml`, empty when it cannot be read. */
  settings: string;
  /** Missing when `site.yaml` is missing or broken. */
  config: SiteConfig | undefined;
  entries: Entry[];
  pages: TrustPage[];
  /** Every file that could be read as text, whatever is wrong with its fields. */
  sources: { source: Source; keep: Leaf['keep'] }[];
  /** Every reference that a file stands for, sound or not: so that one broken file does not make a hundred broken links. */
  known: Set<string>;
  /** By file of an entry or page: keeps what rests on nothing but that file, and the code files that it shows. */
  keeps: Map<string, Leaf['keep']>;
  problems: Problem[];
  /** The entries whose fields are in memory. */
  held: Held;
}

/**
 * Reads everything below `dir`. Throws only where the folder itself cannot be read.
 * `shelf` keeps what was read from run to run; its version must change with the schemas.
 */
export function readContent(dir: string, kinds: readonly Kind[], pages: Folder<TrustPage['data']>, shelf: Shelf = openShelf()): Content {
  const content = openContent(dir);
  content.config = readConfig(content);
  reportStrayFolders(content, [...kinds.map((kind) => kind.id), pages.id]);
  for (const kind of kinds) for (const found of readFolder<Contract>(content, kind, shelf)) content.entries.push(makeEntry(content, kind, found, shelf));
  const taken = ownPaths(kinds);
  for (const { slug, source, fields: { value: data }, leaf } of readFolder(content, pages, shelf)) {
    content.keeps.set(source.file, leaf.keep);
    if (taken.has(`/${slug}/`)) content.problems.push({ file: source.file, line: 1, column: 1, ...say.takenPath(slug) });
    content.pages.push({ slug, ref: `${pages.id}/${slug}`, path: `/${slug}/`, data, brief: data, source });
  }
  if (content.known.size === 0) content.problems.push({ file: 'site.yaml', line: 1, column: 1, ...say.noEntries(kinds[0]!.id) });
  return content;
}

/**
 * `content` as it is after nothing but the file at `path` has changed, with the entry of that file before and after; none
 * where the file is broken now. Undefined where it was no entry or is none any more: then the folder has to be read.
 */
export function rereadEntry(content: Content, path: string, shelf: Shelf): { content: Content; before: Entry; after: Entry | undefined } | undefined {
  const at = content.entries.findIndex(({ source }) => path.length === content.dir.length + 1 + source.file.length && path.endsWith(source.file));
  const leaf = at < 0 || leaves(content.dir, path) ? undefined : shelf.take(path);
  if (!leaf) return undefined;
  const before = content.entries[at]!;
  const { kind, slug, source: { file } } = before;
  const next: Content = { ...content, sources: content.sources.filter(({ source }) => source.file !== file), keeps: new Map(content.keeps), problems: content.problems.filter((problem) => problem.file !== file) };
  const read = readEntry(next, kind, file, leaf);
  const after = read && makeEntry(next, kind, { slug, leaf, ...read }, shelf);
  next.entries = content.entries.toSpliced(at, 1, ...(after ? [after] : []));
  return { content: next, before, after };
}

/** The settings of the site in `dir`, or undefined when site.yaml is missing or broken. */
export function readSettings(dir: string): SiteConfig | undefined {
  return readConfig(openContent(dir));
}

function openContent(dir: string): Content {
  return { dir: realpathSync(dir), settings: '', config: undefined, entries: [], pages: [], sources: [], known: new Set(), keeps: new Map(), problems: [], held: new Held() };
}

/** The place of a value of `source`'s frontmatter. */
export function placeOf(source: Source, path: Finding['path'], of: Finding['of'] = 'value'): Place {
  const { line, column } = locate(source.frontmatter, path, of);
  return { file: source.file, line: line + 1, column };
}

/** The place of a value of the site.yaml whose text is `settings`. */
export function placeInSettings(settings: string, path: Finding['path'], of: Finding['of'] = 'value'): Place {
  return { file: 'site.yaml', ...locate(settings, path, of) };
}

function readConfig(content: Content): SiteConfig | undefined {
  const file = 'site.yaml';
  const path = join(content.dir, file);
  const at = { file, line: 1, column: 1 };
  if (!existsSync(path)) {
    content.problems.push({ ...at, ...say.noConfig() });
    return undefined;
  }
  if (leaves(content.dir, path)) return void content.problems.push({ ...at, ...say.linkOutside(file) });
  const text = readText(path);
  if (isFault(text)) return void content.problems.push(faultProblem(file, text));
  content.settings = text;
  return parseYaml(content, { file, frontmatter: text }, 0, configSchema);
}

/** A file whose own fields are sound. */
interface Found<Data> {
  slug: string;
  source: Source;
  fields: Fact<Data>;
  leaf: Leaf;
}

function readFolder<Data>(content: Content, folder: Folder<Data> & Partial<Pick<Kind, 'codeFiles'>>, shelf: Shelf): Found<Data>[] {
  const found: Found<Data>[] = [];
  const bySlug = new Map<string, string>();
  const isOutside = leaves(content.dir, join(content.dir, folder.id));
  for (const item of list(join(content.dir, folder.id))) {
    const file = `${folder.id}/${item.name}`;
    if (/\.(?:mdx?|markdown)$/i.test(item.name) && !item.name.endsWith('.mdx')) content.problems.push({ file, line: 1, column: 1, ...say.notMdx(item.name) });
    if (item.isDirectory() && !folder.codeFiles) reportNested(content, folder.id, file);
    if (!item.name.endsWith('.mdx') || item.isDirectory()) continue;
    const slug = item.name.slice(0, -4);
    const at = { file, line: 1, column: 1 };
    const twin = bySlug.get(slug.toLowerCase());
    bySlug.set(slug.toLowerCase(), file);
    content.known.add(`${folder.id}/${slug}`);
    if (twin) content.problems.push({ ...at, ...say.sameSlug(slug, twin) });
    else if (!slugPattern.test(slug)) content.problems.push({ ...at, ...say.badSlug(item.name) });
    const leaf = isOutside || (item.isSymbolicLink() && leaves(content.dir, join(content.dir, file))) ? undefined : shelf.take(join(content.dir, file));
    if (!leaf) {
      content.problems.push({ ...at, ...say.linkOutside(file) });
      continue;
    }
    const read = readEntry(content, folder, file, leaf);
    if (read && !twin && slugPattern.test(slug)) found.push({ slug, leaf, ...read });
  }
  return found;
}

function readEntry<Data>(content: Content, folder: Folder<Data>, file: string, leaf: Leaf): Pick<Found<Data>, 'source' | 'fields'> | undefined {
  const cut = (): Outline | undefined => {
    const text = textOf(leaf);
    const source = isFault(text) ? text : splitSource(file, text);
    return isFault(source) ? void content.problems.push(faultProblem(file, source)) : outlineOf(source);
  };
  if (leaf.size > maxFileBytes) return void cut();
  const outline = leaf.keep('outline', '', cut);
  if (!outline) return undefined;
  const source = new KnownSource(file, leaf, outline.value);
  content.sources.push({ source, keep: leaf.keep });
  const fields = leaf.keep('data', folder.id, () => parseYaml(content, source, 1, folder.schema));
  return fields && { source, fields };
}

function makeEntry(content: Content, kind: Kind, { slug, source, fields, leaf }: Found<Contract>, shelf: Shelf): Entry {
  const report = (index: number, said: Unplaced) => content.problems.push({ ...placeOf(source, ['files', index, 'path']), ...said });
  const { files: codeFiles, id } = kind.codeFiles ? readCodeFiles(content.dir, kind, kind.codeFiles(fields.value), shelf, report) : noCodeFiles;
  content.keeps.set(source.file, id === '' ? leaf.keep : (topic, key, make) => leaf.keep(topic, id + key, make));
  return new KeptEntry({ kind, slug, source, codeFiles, fields, keep: leaf.keep }, content.held);
}

/** The YAML of `source` as `schema` wants it. `lineShift` is how many lines of the file stand above the YAML. */
export function parseYaml<Data>(content: Pick<Content, 'problems'>, source: { file: string; frontmatter: string }, lineShift: number, schema: z.ZodType<Data>): Data | undefined {
  const { file, frontmatter } = source;
  const at = (line: number, column: number): Place => ({ file, line: line + lineShift, column });
  const quick = schema.safeParse(readYaml(frontmatter).data);
  if (quick.success) return quick.data;
  const { data, problems } = readYamlExactly(frontmatter);
  if (problems.length > 0) {
    content.problems.push(...problems.map((found: YamlProblem) => ({ ...at(found.line, found.column), ...say.yamlProblem(found) })));
    return undefined;
  }
  const result = schema.safeParse(data ?? {});
  if (result.success) return result.data;
  const findings = result.error.issues.flatMap((issue) => explainIssue(issue, data ?? {}, schema));
  for (const { path, of, ...said } of findings) {
    const { line, column } = locate(frontmatter, path, of);
    content.problems.push({ ...at(line, column), severity: 'error', ...said });
  }
  return undefined;
}

/** Entries below the subfolder at `path`: they are not read, but where code files are kept anything may be. */
function reportNested(content: Content, folder: string, path: string): void {
  for (const name of listTree(join(content.dir, path)).files) {
    if (name.endsWith('.mdx')) content.problems.push({ file: path + name, line: 1, column: 1, ...say.nested(path + name, folder) });
  }
}

function reportStrayFolders(content: Content, folders: readonly string[]): void {
  for (const item of list(content.dir)) {
    if (!item.isDirectory() || folders.includes(item.name) || item.name.startsWith('.') || item.name === 'public') continue;
    content.problems.push({ file: item.name, line: 1, column: 1, ...say.strayFolder(item.name, closest(item.name, folders), folders) });
  }
}

/** A fault of a file as a whole, as a problem. */
export function faultProblem(file: string, { rule, line, message, hint }: SourceFault): Problem {
  return { file, line, column: 1, rule, severity: 'error', message, hint };
}
