/** What can be mended in a file without asking: spaces and punctuation between Chinese and Latin, where nothing else changes. */
import { isDeepStrictEqual } from 'node:util';
import { pages } from '#kinds/index.ts';
import { readYaml, stringsOf, type Path } from '#lib/yaml.ts';
import { compileBody } from '#markup/compile.ts';
import { coverBody, coverField, isWorded } from '#markup/prose.ts';
import { shift, sliceEdited, type Edit } from '#markup/print/edits.ts';
import { bodySource } from '#markup/source.ts';
import { mendLines } from '#markup/spacing.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import { isFault, outlineOf, splitSource, type Source } from '#model/source.ts';

/** The whole text of `item`'s file, mended until nothing is left to mend; as it is when that never ends. */
export function mendText(item: Entry | TrustPage): string {
  let { source } = item;
  for (let pass = 0; pass < 5; pass += 1) {
    const next = splitSource(source.file, mendOnce(item, source));
    if (isFault(next) || next.text === source.text) return isFault(next) ? item.source.text : source.text;
    source = next;
  }
  return item.source.text;
}

function mendOnce(item: Entry | TrustPage, source: Source): string {
  const fields = shift(fieldEdits(item, source.frontmatter).filter((edit) => saysOnly(item, source.frontmatter, edit)), outlineOf(source).start);
  const body = bodyEdits(source).filter((edit) => keepsBody(item, source, [edit]));
  return sliceEdited(source.text, 0, source.text.length, [...fields, ...(keepsBody(item, source, body) ? body : [])]);
}

/** An edit after which the field at `path` says `text`. */
interface FieldEdit extends Edit {
  path: Path;
}

/** A value that was typed with escapes or over several lines is left to the editor. */
function fieldEdits(item: Entry | TrustPage, yaml: string): FieldEdit[] {
  const isIn = isWorded(item);
  const strings = stringsOf(yaml).filter(({ path }) => path.every((step) => typeof step === 'number' || isIn(step)));
  const mended = mendLines(strings.map(({ value }) => value), strings.map(({ value }) => coverField(value)));
  return Array.from(mended).flatMap(([index, text]) => {
    const { path, value, start, end } = strings[index]!;
    const at = yaml.slice(start, end).indexOf(value);
    return at < 0 ? [] : [{ start: start + at, end: start + at + value.length, text, path }];
  });
}

/** Whether `edit` changes the one field and nothing else, and the schema takes it: a space more can be one too many. */
function saysOnly(item: Entry | TrustPage, yaml: string, edit: FieldEdit): boolean {
  const expected = withValue(readYaml(yaml).data, edit.path, edit.text);
  const { schema } = 'kind' in item ? item.kind : pages;
  return isDeepStrictEqual(readYaml(sliceEdited(yaml, 0, yaml.length, [edit])).data, expected) && schema.safeParse(expected).success;
}

function withValue(data: unknown, [step, ...rest]: Path, value: string): unknown {
  if (step === undefined) return value;
  if (Array.isArray(data)) return data.map((item: unknown, index) => (index === step ? withValue(item, rest, value) : item));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([field, inner]) => [field, field === step ? withValue(inner, rest, value) : inner]));
}

function bodyEdits({ text, bodyStart }: Source): Edit[] {
  const body = text.slice(bodyStart);
  const lines = body.split('\n');
  const starts: number[] = [];
  let at = bodyStart;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  return Array.from(mendLines(lines, coverBody(body).split('\n')), ([index, line]) => ({ start: starts[index]!, end: starts[index]! + lines[index]!.length, text: line }));
}

/** Whether the body keeps its anchors, which others may link to, its links and its shape. */
function keepsBody(item: Entry | TrustPage, source: Source, edits: readonly Edit[]): boolean {
  if (edits.length === 0) return true;
  const shapeOf = (text: string) => {
    const { document, problems } = compileBody({ ...bodySource(item), text, bodyStart: source.bodyStart }, { forms: false });
    const { headings, links, footnotes } = document;
    return [problems.length, headings.map(({ id, depth }) => [id, depth]), links.map(({ to, line }) => [to, line]), footnotes, document.text.split('\n').length];
  };
  return isDeepStrictEqual(shapeOf(source.text), shapeOf(sliceEdited(source.text, 0, source.text.length, edits)));
}
