/**
 * YAML with positions. The `yaml` package is the truth, but costs ten times js-yaml; so clean text goes
 * through js-yaml, and whatever fails, or might be read differently, through `yaml`.
 */
import { createRequire } from 'node:module';
import { CORE_SCHEMA, load } from 'js-yaml';
import type { Document, LineCounter } from 'yaml';

/** Loaded for the first problem: clean sites do without, and its seventy files take 40 ms. */
const exact = (): typeof import('yaml') => (loaded ??= createRequire(import.meta.url)('yaml'));
let loaded: typeof import('yaml') | undefined;

/** Keys and indexes that lead from the top of a document to a value. */
export type Path = readonly PropertyKey[];

/** A place in YAML text; both start at 1, and columns count UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** What stands in the way of reading YAML text. */
export interface YamlProblem extends Position {
  kind: 'tab' | 'alias' | 'tag' | 'duplicate-key' | 'syntax';
  /** The piece of text that is wrong. */
  found: string;
}

export interface YamlResult {
  data: unknown;
  problems: YamlProblem[];
}

const mayDiffer = /(?:^|[\s[{,:-])[&*!]\S|<<\s*:|^%|^---|^\.\.\./m;

/** Reads `text` quickly where that is safe, else exactly. Never throws. */
export function readYaml(text: string): YamlResult {
  if (mayDiffer.test(text)) return readYamlExactly(text);
  try {
    return { data: load(text, { schema: CORE_SCHEMA }) ?? null, problems: [] };
  } catch {
    return readYamlExactly(text);
  }
}

/** Reads `text` with the `yaml` package and lists everything wrong with it. Aliases and custom tags are refused. */
export function readYamlExactly(text: string): YamlResult {
  const { document, lines } = parse(text);
  const problems: YamlProblem[] = [];
  const add = (kind: YamlProblem['kind'], offset: number, found: string) => problems.push({ kind, found, ...position(lines, offset) });
  for (const error of document.errors) {
    const kind = error.code === 'TAB_AS_INDENT' ? 'tab' : error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'syntax';
    add(kind, error.pos[0], lineAt(text, error.pos[0]));
  }
  for (const warning of document.warnings) {
    if (warning.code === 'TAG_RESOLVE_FAILED') add('tag', warning.pos[0], text.slice(warning.pos[0], warning.pos[1]));
  }
  exact().visit(document, {
    Alias: (_key, node) => void add('alias', node.range?.[0] ?? 0, `*${node.source}`),
    // No field has a list or a group as its name, and printing one takes years where it is deep enough.
    Pair: (_key, { key }) => void (exact().isCollection(key) && add('syntax', key.range?.[0] ?? 0, lineAt(text, key.range?.[0] ?? 0))),
  });
  if (problems.length > 0) return { data: undefined, problems: causes(problems) };
  return { data: document.toJS({ maxAliasCount: 0 }), problems };
}

/**
 * Where the value at `path` stands in `text`, or its key when `of` is `key`.
 * A value that does not exist is looked for at the closest parent that does.
 */
export function locate(text: string, path: Path, of: 'key' | 'value' = 'value'): Position {
  const { isMap, isNode, isPair, isScalar, isSeq } = exact();
  const { above, field } = cutField(text, path);
  const { document, lines } = parse(field);
  let node: unknown = document.contents;
  let offset = 0;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!isPair(pair) || !isNode(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      if (last && of === 'key') break;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
    } else break;
    if (isNode(node) && node.range) {
      // An empty value has its range at the end of the key's line: the key is the better place to point at.
      if (node.range[0] !== node.range[1]) offset = node.range[0];
    }
  }
  const { line, column } = position(lines, offset);
  return { line: line + above, column };
}

/** The lines of `text` that hold the top-level field of `path`, and how many stand above them; all of it where that cannot be told. Parsing a field takes a tenth of parsing all. */
function cutField(text: string, [name]: Path): { above: number; field: string } {
  const start = typeof name === 'string' && /^\w+$/.test(name) ? text.search(new RegExp(`^${name}:(?=\\s)`, 'm')) : -1;
  if (start < 0) return { above: 0, field: text };
  const next = /\n(?=[^\s#-])/g;
  next.lastIndex = start;
  return { above: text.slice(0, start).split('\n').length - 1, field: text.slice(start, next.exec(text)?.index) };
}

/** One string of a YAML text and the offsets between which it stands, quotes included. */
export interface YamlString {
  path: Path;
  value: string;
  start: number;
  end: number;
}

/** Every string value of `text` in order, of as much of it as can be read. */
export function stringsOf(text: string): YamlString[] {
  const { isMap, isScalar, isSeq } = exact();
  const found: YamlString[] = [];
  const walk = (node: unknown, path: Path): void => {
    if (isMap(node)) for (const { key, value } of node.items) walk(value, [...path, isScalar(key) ? String(key.value) : '']);
    else if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item, [...path, index]);
    else if (isScalar(node) && typeof node.value === 'string' && node.range) found.push({ path, value: node.value, start: node.range[0], end: node.range[1] });
  };
  walk(parse(text).document.contents, []);
  return found;
}

let last: { text: string; document: Document; lines: LineCounter } | undefined;

/** The problems of one file are located one after the other, so the last document parsed is kept. */
function parse(text: string): { document: Document; lines: LineCounter } {
  if (last?.text === text) return last;
  const lines = new (exact().LineCounter)();
  const document = compose(text, lines);
  last = { text, document, lines };
  return last;
}

/** The parser calls itself for each of the lists that one line opens, `- - - -`, until the stack ends: then the document is empty, with an error at that line. */
function compose(text: string, lineCounter: LineCounter): Document {
  const { parseDocument, YAMLParseError } = exact();
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, strict: true, uniqueKeys: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const [{ index }] = Array.from(text.matchAll(/^[-?: ]*/gm)).sort((a, b) => b[0].length - a[0].length) as [RegExpExecArray];
    lineCounter.lineStarts = Array.from(text.matchAll(/^/gm), (line) => line.index);
    const document = parseDocument('');
    document.errors.push(new YAMLParseError([index, index + 1], 'RESOURCE_EXHAUSTION', 'nested too deep'));
    return document;
  }
}

function position(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? undefined : end).trim();
}

/** One broken line breaks the parser several times, and a tab breaks the lines below it; the cause is enough. */
function causes(problems: YamlProblem[]): YamlProblem[] {
  const tabs = problems.filter(({ kind }) => kind === 'tab');
  const seen = new Set<number>();
  return (tabs.length > 0 ? tabs : problems).filter(({ line }) => !seen.has(line) && seen.add(line));
}
