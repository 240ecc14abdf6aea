/** The renamed entry itself: its data, and its old address written into it. */
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { readYaml } from '#lib/yaml.ts';
import { shift, type Edit } from '#markup/print/edits.ts';
import type { Contract } from '#model/contract.ts';
import { normalPath } from '#model/redirects.ts';
import { Refusal } from '#model/refusal.ts';
import { isFault, outlineOf, splitSource, type Source } from '#model/source.ts';
import type { EntryName } from '../entry-name.ts';
import { editFile, readTextFile, type TextFile } from '../text-file.ts';

export interface Own {
  text: TextFile;
  data: Contract;
}

/** The entry as it is. Throws Refusal when its own fields are not sound: nothing could be written into it safely. */
export function readOwn(dir: string, name: EntryName): Own {
  const text = readTextFile(dir, name.file);
  const data = isFault(text) ? undefined : dataOf(text, name);
  if (isFault(text) || !data) throw new Refusal(`${name.file} 里有错误，现在不能改名。先运行 lede check，改好这一篇。`, `${name.file} has errors and cannot be renamed now. Run lede check and mend it first.`);
  return { text, data };
}

/** `text` of the entry with the address of `from` among its old ones. Throws Refusal for a frontmatter laid out so that this fails. */
export function addRedirect(text: TextFile, from: EntryName, to: EntryName): TextFile {
  const source = splitSource(text.file, text.text) as Source;
  const edited = editFile(text, shift([redirectEdit(source.frontmatter, from.path, to.path)], outlineOf(source).start));
  if (dataOf(edited, from)?.redirectFrom?.includes(from.path)) return edited;
  throw new Refusal(
    `旧地址 ${from.path} 写不进 ${from.file} 的 frontmatter。先自己加上 redirectFrom: [${from.path}]，再改名。`,
    `The old address ${from.path} cannot be written into the frontmatter of ${from.file}. Add redirectFrom: [${from.path}] yourself, then rename.`,
  );
}

function dataOf({ file, text }: TextFile, { kind }: EntryName): Contract | undefined {
  const source = splitSource(file, text);
  return isFault(source) ? undefined : kind.schema.safeParse(readYaml(source.frontmatter).data).data;
}

/** Where the page comes back to one of its old addresses, that one makes room. */
function redirectEdit(frontmatter: string, old: string, now: string): Edit {
  const { contents } = parseDocument(frontmatter);
  const list = isMap(contents) ? contents.get('redirectFrom', true) : undefined;
  if (!isSeq(list) || !list.range) return insert(frontmatter.length, `redirectFrom: [${old}]\n`);
  const stale = list.items.find((item) => isScalar(item) && normalPath(String(item.value)) === now);
  if (isScalar(stale) && stale.range) return { start: stale.range[0], end: stale.range[1], text: old };
  const last = list.items.at(-1);
  if (list.flow) return insert(list.range[1] - 1, last ? `, ${old}` : old);
  const end = isScalar(last) && last.range ? last.range[1] : list.range[1];
  const indent = /^\s*/.exec(frontmatter.slice(frontmatter.lastIndexOf('\n', end - 1) + 1))![0];
  return insert(frontmatter.indexOf('\n', end), `\n${indent}- ${old}`);
}

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}
