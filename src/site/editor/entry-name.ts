/** Names of entries as editors type them: which kind, which slug, and whether the name is free. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { kinds } from '#kinds/index.ts';
import { closest } from '#lib/text.ts';
import { slugPattern } from '#model/fields.ts';
import type { Kind } from '#model/kind.ts';
import { normalPath } from '#model/redirects.ts';
import { Refusal } from '#model/refusal.ts';
import type { Site } from '#model/site.ts';

export interface EntryName {
  kind: Kind;
  slug: string;
  ref: string;
  /** Path of its page. */
  path: string;
  /** File relative to the content folder. */
  file: string;
}

/** The entry called `slug` of the kind called `id`. Throws Refusal for a name that no entry can have. */
export function nameEntry(id: string, slug: string): EntryName {
  const kind = kinds.find((one) => one.id === id);
  if (!kind) throw unknownKind(id);
  if (!slugPattern.test(slug)) {
    throw new Refusal(
      `"${slug}" 不能用作文件名和地址。只用小写字母、数字和单个连字符，例如 base-url-settings；中文写在标题里。`,
      `"${slug}" cannot be a file name and an address. Use lower-case letters, digits and single hyphens, such as base-url-settings; Chinese goes into the title.`,
    );
  }
  return { kind, slug, ref: `${id}/${slug}`, path: `/${id}/${slug}/`, file: `${id}/${slug}.mdx` };
}

/** The entry that a reference such as `answers/base-url` names. */
export function nameReference(ref: string): EntryName {
  const [id = '', slug = '', ...rest] = ref.replace(/\.mdx$/, '').split('/');
  if (slug === '' || rest.length > 0) throw new Refusal(`"${ref}" 不是条目的名字。写成 文件夹/文件名，例如 answers/base-url。`, `"${ref}" does not name an entry. Write folder/slug, such as answers/base-url.`);
  return nameEntry(id, slug);
}

/** Throws Refusal when a file, or the old address of another entry than `except`, has the name already. */
export function ensureFree(dir: string, { kind, slug, file, path }: EntryName, site: Site | undefined, except?: string): void {
  const names = existsSync(join(dir, kind.id)) ? readdirSync(join(dir, kind.id)) : [];
  const taken = names.find((name) => [`${slug}.mdx`, ...(kind.codeFiles ? [slug] : [])].includes(name.toLowerCase()));
  if (taken) throw new Refusal(`${kind.id}/${taken} 已经有了，什么都没有改。换一个名字，或直接改那一篇。`, `${kind.id}/${taken} exists, and nothing was changed. Choose another name, or edit that one.`);
  const holder = [...(site?.entries ?? []), ...(site?.tombstones ?? [])].find(({ ref, data }) => ref !== except && data.redirectFrom?.some((old) => normalPath(old) === path));
  if (holder) {
    throw new Refusal(
      `${path} 是 ${holder.source.file} 的旧地址，${file} 会和它抢。换一个名字，或先从它的 redirectFrom 里删掉这个地址。`,
      `${path} is an old address of ${holder.source.file}, and ${file} would contend for it. Choose another name, or delete the address from its redirectFrom first.`,
    );
  }
}

function unknownKind(id: string): Refusal {
  const ids = kinds.map((kind) => kind.id);
  const near = closest(id, ids);
  return new Refusal(
    `没有叫 "${id}" 的内容类型。${near ? `你是不是想写 ${near}？` : `可以写：${ids.join('、')}。`}`,
    `There is no kind of content called "${id}". ${near ? `Did you mean ${near}?` : `Write one of: ${ids.join(', ')}.`}`,
  );
}
