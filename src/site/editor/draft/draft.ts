/** A new entry: complete, valid, and saying at each place what belongs there. */
import type { z } from 'zod';
import { closest } from '#lib/text.ts';
import { readYaml } from '#lib/yaml.ts';
import { components } from '#markup/components/registry.ts';
import type { SiteConfig } from '#model/config.ts';
import { explainIssue } from '#model/friendly.ts';
import type { Lang } from '#model/problem.ts';
import { Refusal } from '#model/refusal.ts';
import type { Site } from '#model/site.ts';
import { applyChanges } from '../change.ts';
import { ensureFree, nameEntry, type EntryName } from '../entry-name.ts';
import { entrySchemaOf } from '../schemas/json-schema.ts';
import { categoryOf, nearestTo, related, sameQuestion, type Near } from './nearest.ts';
import { printForm, type Form } from './print.ts';

/** What the editor said of the new entry. */
export interface Wish {
  kind: string;
  slug: string;
  title?: string | undefined;
  question?: string | undefined;
  category?: string | undefined;
  tags?: readonly string[] | undefined;
}

export interface Draft {
  name: EntryName;
  /** Texts by file, the entry first. */
  files: ReadonlyMap<string, string>;
  category: string;
  /** Entries that the draft refers to. */
  related: readonly Near[];
  /** Entries that may answer the question already. */
  same: readonly Near[];
}

/** The draft that `wish` asks for. Throws Refusal for what `site` cannot take. */
export function makeDraft(wish: Wish, site: Site): Draft {
  const name = nameEntry(wish.kind, wish.slug);
  const { config, today, lang } = site;
  ensureDeclared('category', wish.category ? [wish.category] : [], config.categories.map(({ id }) => id));
  ensureDeclared('tags', wish.tags ?? [], config.tags.map(({ id }) => id));
  const said = [wish.title, wish.question].filter((text) => text !== undefined);
  const near = nearestTo(said.length > 0 ? said : [wish.slug], site);
  // A file name alone resembles other file names, whatever they are about.
  const close = said.length > 0 ? near.filter(({ likeness }) => likeness >= related).slice(0, 3) : [];
  const category = wish.category ?? categoryOf(near) ?? config.categories[0]!.id;
  const { data, files } = name.kind.starter?.(name.slug) ?? { data: {}, files: {} };
  const form = formOf(name, config, lang, today, {
    ...data,
    ...(wish.title ? { title: wish.title } : {}),
    ...(wish.question ? { question: wish.question } : {}),
    ...(wish.tags?.length ? { tags: wish.tags } : {}),
    ...(close.length > 0 ? { related: close.map(({ entry }) => ({ to: entry.ref, as: 'seeAlso' })) } : {}),
    category,
  });
  const text = printDraft({ ...form, address: near[0]?.entry.ref ?? '/' }, Object.keys(files));
  ensureFits(name.kind.schema, readYaml(text.slice(4, text.indexOf('\n---\n', 4) + 1)).data);
  const codeFiles = Object.entries(files).map(([path, code]): [string, string] => [`${name.kind.id}/${path}`, code]);
  return { name, files: new Map([[name.file, text], ...codeFiles]), category, related: close, same: near.filter(({ likeness }) => likeness >= sameQuestion).slice(0, 3) };
}

/** Writes the draft into the content folder `dir`. Throws Refusal when its name is taken. */
export function writeDraft(dir: string, { name, files }: Draft, site: Site): void {
  ensureFree(dir, name, site);
  applyChanges(dir, { write: files });
}

/** What the frontmatter of a draft is printed from. */
export function formOf({ kind }: Pick<EntryName, 'kind'>, config: SiteConfig, lang: Lang, today: string, given: Form['given']): Form {
  return { schema: entrySchemaOf(kind, config), given: { published: today, updated: today, ...given, draft: true }, lang, today, address: '/', blanks: 'fill', extras: true };
}

/** The whole file. */
export function printDraft(form: Form, codeFiles: readonly string[]): string {
  return ['---', ...printForm(form), '---', '', ...bodyOf(form.lang), ...codeFiles.flatMap((file) => ['', `<Code file="${file}" />`]), ''].join('\n');
}

function bodyOf(lang: Lang): string[] {
  const names = components.filter(({ parent }) => !parent).map(({ name }) => name);
  return {
    zh: [`{/* 正文写在这里，用 ## 分节；不写 HTML。可用的组件：${names.join('、')}。写好之后删掉这一行和 draft: true。 */}`, '', '## 待写：第一节的小标题', '', '待写：正文。'],
    en: [`{/* The body goes here, in sections that begin with ##; no HTML. The components are ${names.join(', ')}. When it is done, delete this line and draft: true. */}`, '', '## To be written: heading of the first section', '', 'To be written: the body.'],
  }[lang];
}

/** Throws Refusal for an id that site.yaml does not declare. */
export function ensureDeclared(field: 'category' | 'tags', values: readonly string[], known: readonly string[]): void {
  const wrong = values.find((value) => !known.includes(value));
  if (wrong === undefined) return;
  const near = closest(wrong, known);
  const list = { category: { zh: '分类', en: 'category' }, tags: { zh: '标签', en: 'tag' } }[field];
  throw new Refusal(
    `site.yaml 里没有叫 "${wrong}" 的${list.zh}。${near ? `你是不是想写 ${near}？` : `可用的有：${known.join('、') || '一个也没有，先在 site.yaml 里声明'}。`}`,
    `site.yaml declares no ${list.en} "${wrong}". ${near ? `Did you mean ${near}?` : `It declares: ${known.join(', ') || 'none; add it to site.yaml first'}.`}`,
  );
}

/** Throws Refusal for the first thing that `schema` does not take, a title that is too long, say: said now, not after the file is there. */
export function ensureFits(schema: z.ZodObject, data: unknown): void {
  const issue = schema.safeParse(data).error?.issues[0];
  if (!issue) return;
  const [found] = explainIssue(issue, data, schema);
  throw new Refusal(`${found!.message.zh}${found!.hint.zh}`, `${found!.message.en} ${found!.hint.en}`);
}
