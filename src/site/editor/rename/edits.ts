/** Where a file names an entry that takes another name. */
import { stringsOf } from '#lib/yaml.ts';
import { attributeAt } from '#markup/check/tag.ts';
import { attributeOf } from '#markup/components/component.ts';
import { termAddress } from '#markup/components/term.ts';
import { childrenOf, type Node, type Tag } from '#markup/parse/nodes.ts';
import { parseBody } from '#markup/parse/parse.ts';
import { shift, type Edit } from '#markup/print/edits.ts';
import { isFault, outlineOf, splitSource, type Source } from '#model/source.ts';
import type { TextFile } from '../text-file.ts';
import type { Renaming } from './addresses.ts';

/** The edits of an entry, a page or a YAML file; undefined when it cannot be read. */
export function referenceEdits({ file, text }: TextFile, renaming: Renaming): Edit[] | undefined {
  if (!text.includes(renaming.slug)) return [];
  if (!file.endsWith('.mdx')) return yamlEdits(text, renaming.address);
  const source = splitSource(file, text);
  if (isFault(source)) return undefined;
  const code = (path: string) => renaming.code(file, path);
  const body = bodyEdits(source, renaming.address, code);
  const fields = yamlEdits(source.frontmatter, (value) => renaming.address(value) ?? code(value));
  return body && [...shift(fields, outlineOf(source).start), ...body];
}

type Rename = (written: string) => string | undefined;

/** Every string that is an address by itself, but the old addresses of a page. */
function yamlEdits(yaml: string, rename: Rename): Edit[] {
  return stringsOf(yaml).flatMap(({ path, value, start, end }) => {
    const next = path[0] === 'redirectFrom' ? undefined : rename(value);
    if (next === undefined) return [];
    const at = yaml.slice(start, end).indexOf(value);
    // Typed with escapes, the value is nowhere as such.
    return at < 0 ? [{ start, end, text: JSON.stringify(next) }] : [{ start: start + at, end: start + at + value.length, text: next }];
  });
}

function bodyEdits(source: Source, address: Rename, code: Rename): Edit[] | undefined {
  const { text } = source;
  const edits: Edit[] = [];
  const replace = (typed: string, next: string | undefined, from: number) => {
    const at = next === undefined ? -1 : text.indexOf(typed, from);
    if (at >= 0) edits.push({ start: at, end: at + typed.length, text: next! });
  };
  const replaceAttribute = (tag: Tag, name: string, rename: Rename) => {
    const value = attributeOf(tag, name);
    if (value !== undefined) replace(value, rename(value), attributeAt(tag, name, text) + name.length);
  };
  const visit = (node: Node): void => {
    if (node.type === 'link') replace(node.url, address(node.url), node.isBare ? node.start : (node.children.at(-1)?.end ?? node.start));
    if (node.type === 'definition') replace(node.url, address(node.url), text.indexOf(']:', node.start));
    if (node.type === 'tag' && node.name === 'Term') replaceAttribute(node, 'to', (slug) => address(termAddress(slug))?.slice(termAddress('').length));
    if (node.type === 'tag' && node.name === 'Code') replaceAttribute(node, 'file', code);
    childrenOf(node).forEach(visit);
  };
  const root = parseBody(source, () => undefined);
  if (!root) return undefined;
  visit(root);
  return edits;
}
