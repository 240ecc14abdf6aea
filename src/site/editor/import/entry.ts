/** An imported article as a draft: what it says is kept, what is missing is marked for the editor. */
import type { z } from 'zod';
import type { SiteConfig } from '#model/config.ts';
import { countChars, excerpt } from '#lib/text.ts';
import type { Kind } from '#model/kind.ts';
import type { Site } from '#model/site.ts';
import { formOf } from '../draft/draft.ts';
import { printForm } from '../draft/print.ts';
import type { EntryName } from '../entry-name.ts';
import type { Item } from './item.ts';
import { oldPathsOf } from './name.ts';

export interface Imported {
  text: string;
  /** Fields that the editor has to write. */
  open: string[];
}

/** The file of the article `item`, whose body is `body`. */
export function entryOf(item: Item, { kind, path }: EntryName, body: string, { config, lang, today }: Site): Imported {
  const { paths, lost } = oldPathsOf(item, path);
  const wanted = {
    title: item.title,
    description: item.summary && descriptionOf(item.summary),
    question: /[?？]$/.test(item.title) ? item.title : undefined,
    category: config.categories.find(({ id, label }) => item.labels.some((name) => isSame(name, id, label)))?.id,
    tags: tagsOf(item, config),
    published: item.published,
    updated: laterOf(item.updated, item.published),
    redirectFrom: paths.length > 0 ? paths : undefined,
  };
  // What the schema would refuse is better asked for than carried over.
  const given = Object.fromEntries(Object.entries(wanted).filter(([field, value]) => value !== undefined && accepts(kind, field, value)));
  const form = { ...formOf({ kind }, config, lang, today, {}), given: { ...given, draft: true }, blanks: 'todo' as const, extras: false };
  const notes = [
    ...(item.url ? [`${words[lang].from}${item.url}`] : []),
    ...(given['title'] ? [] : [`${words[lang].title}${item.title}`]),
    ...(item.author ? [`${words[lang].author}${item.author}`] : []),
    ...(item.labels.length > 0 ? [`${words[lang].labels}${item.labels.join(words[lang].comma)}`] : []),
    ...lost.map((address) => `${words[lang].lost}${address}`),
  ];
  const open = form.schema.required!.filter((field) => !(field in form.given));
  return { text: ['---', ...notes.map((note) => `# ${note.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}`), ...printForm(form), '---', '', body, ''].join('\n'), open };
}

const words = {
  zh: { from: '原地址：', title: '原标题：', author: '原作者：', labels: '原标签：', lost: '不能跳转的旧地址：', comma: '、' },
  en: { from: 'Old address: ', title: 'Old title: ', author: 'Old author: ', labels: 'Old tags: ', lost: 'Old address that cannot be redirected: ', comma: ', ' },
};

function accepts(kind: Kind, field: string, value: unknown): boolean {
  const schema = kind.schema.shape[field] as z.ZodType | undefined;
  return schema?.safeParse(value).success ?? false;
}

/** A summary that is too long ends with one of its sentences; one that was cut off loses the marks of that. */
function descriptionOf(summary: string): string {
  const text = summary.replace(/\s*(\[…\]|\[\.\.\.\]|…|\.\.\.)$/, '');
  if (countChars(text) <= 160) return text;
  const start = excerpt(text, 160).slice(0, -1);
  return start.slice(0, Math.max(...['。', '！', '？', '. ', '! ', '? '].map((end) => start.lastIndexOf(end))) + 1);
}

function tagsOf({ labels }: Item, config: SiteConfig): string[] | undefined {
  const tags = config.tags.filter(({ id, label }) => labels.some((name) => isSame(name, id, label))).map(({ id }) => id);
  return tags.length > 0 ? tags : undefined;
}

function isSame(name: string, ...ours: string[]): boolean {
  return ours.some((one) => one.toLowerCase() === name.trim().toLowerCase());
}

function laterOf(updated: string | undefined, published: string | undefined): string | undefined {
  return updated && published && updated < published ? published : (updated ?? published);
}
