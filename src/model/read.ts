/** Reading a content folder: files become entries and problems, all of them in one pass, in plain Node. */
import { existsSync, readdirSync, realpathSync, type Dirent } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { z } from 'zod';
import { digest } from '#lib/hash.ts';
import type { Pack } from '#lib/pack.ts';
import { closest, findInvisible } from '#lib/text.ts';
import { locate, readYaml, readYamlExactly, type YamlProblem } from '#lib/yaml.ts';
import { configSchema, type SiteConfig } from './config.ts';
import type { Contract } from './contract.ts';
import type { Entry, TrustPage } from './entry.ts';
import { slugPattern } from './fields.ts';
import { explainIssue, type Finding } from './friendly.ts';
import type { CodeFile, Folder, Kind } from './kind.ts';
import { compare, type Place, type Problem } from './problem.ts';
import { isFault, readText, splitSource, type Source, type SourceFault } from './source.ts';
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
  /** Every reference that a file stands for, sound or not: so that one broken file does not make a hundred broken links. */
  known: Set<string>;
  problems: Problem[];
}

/**
 * Reads everything below `dir`. Throws only where the folder itself cannot be read.
 * `recall` keeps the data of sound frontmatter from run to run; its version must change with the schemas.
 */
export function readContent(dir: string, kinds: readonly Kind[], pages: Folder<TrustPage['data']>, recall?: Pack<unknown>): Content {
  const content: Content = { dir: realpathSync(dir), settings: '', config: undefined, entries: [], pages: [], known: new Set(), problems: [] };
  content.config = readConfig(content);
  reportStrayFolders(content, [...kinds.map((kind) => kind.id), pages.id]);
  for (const kind of kinds) {
    for (const { slug, source, data } of readFolder<Contract>(content, kind, recall)) {
      const codeFiles = readCodeFiles(content, kind, source, kind.codeFiles?.(data) ?? []);
      content.entries.push({ kind, slug, ref: `${kind.id}/${slug}`, path: `/${kind.id}/${slug}/`, data, source, codeFiles });
    }
  }
  for (const { slug, source, data } of readFolder(content, pages, recall)) {
    content.pages.push({ slug, ref: `${pages.id}/${slug}`, path: `/${slug}/`, data, source });
  }
  if (content.known.size === 0) content.problems.push({ file: 'site.yaml', line: 1, column: 1, ...say.noEntries(kinds[0]!.id) });
  return content;
}

/** The settings of the site in `dir`, or undefined when site.yaml is missing or broken. */
export function readSettings(dir: string): SiteConfig | undefined {
  return readConfig({ dir: realpathSync(dir), settings: '', config: undefined, entries: [], pages: [], known: new Set(), problems: [] });
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
  if (leavesContent(content, path)) return void content.problems.push({ ...at, ...say.linkOutside(file) });
  const text = readText(path);
  if (isFault(text)) return void content.problems.push(faultProblem(file, text));
  content.settings = text;
  return parseYaml(content, { file, frontmatter: text }, 0, configSchema);
}

function readFolder<Data>(content: Content, folder: Folder<Data>, recall: Pack<unknown> | undefined): { slug: string; source: Source; data: Data }[] {
  const found: { slug: string; source: Source; data: Data }[] = [];
  const bySlug = new Map<string, string>();
  for (const item of list(join(content.dir, folder.id))) {
    const file = `${folder.id}/${item.name}`;
    if (item.name.endsWith('.md')) content.problems.push({ file, line: 1, column: 1, ...say.notMdx(item.name) });
    if (!item.name.endsWith('.mdx')) continue;
    const slug = item.name.slice(0, -4);
    const at = { file, line: 1, column: 1 };
    const twin = bySlug.get(slug.toLowerCase());
    bySlug.set(slug.toLowerCase(), file);
    content.known.add(`${folder.id}/${slug}`);
    if (twin) content.problems.push({ ...at, ...say.sameSlug(slug, twin) });
    else if (!slugPattern.test(slug)) content.problems.push({ ...at, ...say.badSlug(item.name) });
    if (leavesContent(content, join(content.dir, file))) {
      content.problems.push({ ...at, ...say.linkOutside(file) });
      continue;
    }
    const source = readSource(content, file);
    if (!source) continue;
    const key = digest(`${folder.id}\0${source.frontmatter}`);
    const known = recall?.get(key) as Data | undefined;
    const data = known ?? parseYaml(content, source, 1, folder.schema);
    if (known === undefined && data !== undefined) recall?.set(key, data);
    if (data !== undefined && !twin && slugPattern.test(slug)) found.push({ slug, source, data });
  }
  return found;
}

function readSource(content: Content, file: string): Source | undefined {
  const text = readText(join(content.dir, file));
  const source = isFault(text) ? text : splitSource(file, text);
  if (isFault(source)) return void content.problems.push(faultProblem(file, source));
  return source;
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

function readCodeFiles(content: Content, kind: Kind, source: Source, files: readonly CodeFile[]): Entry['codeFiles'] {
  const read = new Map<string, { language: string; text: string }>();
  for (const [index, { path, language }] of files.entries()) {
    const report = (said: Omit<Problem, keyof Place>) => content.problems.push({ ...placeOf(source, ['files', index, 'path']), ...said });
    const full = join(content.dir, kind.id, path);
    if (!full.startsWith(content.dir + sep)) report(say.codeFileOutside(path));
    else if (!existsSync(full)) report(say.noCodeFile(path, closest(path, listDeep(dirname(full), join(content.dir, kind.id)))));
    else if (leavesContent(content, full)) report(say.linkOutside(path));
    else {
      const text = readText(full);
      if (isFault(text)) report({ rule: text.rule, severity: 'error', message: { zh: `${path}：${text.message.zh}`, en: `${path}: ${text.message.en}` }, hint: text.hint });
      else {
        const invisible = findInvisible(text);
        if (invisible) report(say.codeFileInvisible(path, invisible.line, invisible.name));
        else read.set(path, { language, text });
      }
    }
  }
  return read;
}

function reportStrayFolders(content: Content, folders: readonly string[]): void {
  for (const item of list(content.dir)) {
    if (!item.isDirectory() || folders.includes(item.name) || item.name.startsWith('.') || item.name === 'public') continue;
    content.problems.push({ file: item.name, line: 1, column: 1, ...say.strayFolder(item.name, closest(item.name, folders), folders) });
  }
}

/** Whether the real file behind `path` stands outside the content folder. */
function leavesContent(content: Content, path: string): boolean {
  try {
    return !realpathSync.native(path).startsWith(content.dir + sep);
  } catch {
    return true;
  }
}

function list(dir: string): Dirent[] {
  return existsSync(dir) ? readdirSync(dir, { withFileTypes: true }).sort((a, b) => compare(a.name, b.name)) : [];
}

/** Names of the files in `dir`, relative to `from`. */
function listDeep(dir: string, from: string): string[] {
  return list(dir).filter((item) => item.isFile()).map((item) => join(dir, item.name).slice(from.length + 1));
}

/** A fault of a file as a whole, as a problem. */
export function faultProblem(file: string, { rule, line, message, hint }: SourceFault): Problem {
  return { file, line, column: 1, rule, severity: 'error', message, hint };
}
