/** Whether everything that entries refer to exists: other entries, declared ids, dates in their order. */
import { digest } from '#lib/hash.ts';
import { closest } from '#lib/text.ts';
import type { Path } from '#lib/yaml.ts';
import type { SiteConfig } from './config.ts';
import type { Contract } from './contract.ts';
import type { Entry } from './entry.ts';
import { isReference } from './fields.ts';
import type { Problem, Said, Words } from './problem.ts';
import { placeOf, type Content } from './read.ts';

interface Found extends Said {
  path: Path;
}

/** An entry, as far as its fields are sound. */
interface Half extends Pick<Entry, 'ref' | 'kind' | 'source'> {
  data: Partial<Contract>;
}

/** Problems of `entries`, whose own fields are sound, seen against the references that `content` knows and what its settings declare. */
export function checkReferences(entries: readonly Entry[], { known, keeps }: Pick<Content, 'known' | 'keeps'>, config: SiteConfig): Problem[] {
  const declarations = declarationsOf(config);
  const basis = basisOf(known, config);
  return entries.flatMap((entry) => keeps.get(entry.source.file)!('references', basis, () => problemsOf(entry, known, declarations))!.value);
}

/** The same of an entry not all of whose fields are sound. `hasEnglish`: whether it has an English summary, sound or not. */
export function checkHalf(half: Half, hasEnglish: boolean, known: Content['known'], config: SiteConfig): Problem[] {
  const { needsEnglish, ...declared } = declarationsOf(config);
  return problemsOf(half, known, { ...declared, needsEnglish: needsEnglish && !hasEnglish });
}

function problemsOf(half: Half, known: Content['known'], declarations: Declarations): Problem[] {
  return [...references(half, known), ...undeclared(half, declarations), ...dates(half)].map(({ path, ...said }) => ({ ...placeOf(half.source, path), severity: 'error', ...said }));
}

/** Stands for everything beside an entry on which its problems rest. */
function basisOf(known: Content['known'], config: SiteConfig): string {
  if (last?.known !== known || last.config !== config) last = { known, config, basis: digest(JSON.stringify([[...known], config])) };
  return last.basis;
}

/** The last one: after a save one entry is looked at again, and the others are the same. */
let last: { known: Content['known']; config: SiteConfig; basis: string } | undefined;

/** What to say about a reference to nothing, or undefined when `ref` is known. */
export function unknownReference(ref: string, known: Iterable<string>): Said {
  const [kind, slug] = ref.split('/') as [string, string];
  const near = closest(ref, known) ?? closestSlug(kind, slug, known);
  return {
    rule: 'reference/missing',
    message: { zh: `"${ref}" 指向的条目不存在。`, en: `"${ref}" refers to no entry.` },
    hint: near ? { zh: `你是不是想写 ${near}？`, en: `Did you mean ${near}?` } : { zh: `先写 ${ref}.mdx，或改成已有的条目。`, en: `Write ${ref}.mdx first, or refer to an entry that exists.` },
  };
}

/** The same slug in another folder, or one that starts like it. */
function closestSlug(kind: string, slug: string, known: Iterable<string>): string | undefined {
  const all = [...known];
  return all.find((ref) => ref.endsWith(`/${slug}`)) ?? all.find((ref) => ref.startsWith(`${kind}/`) && (ref.includes(slug) || slug.includes(ref.slice(kind.length + 1))));
}

function references({ ref, data, kind }: Half, known: Set<string>): Found[] {
  const all: { to: string | undefined; path: Path }[] = [
    ...(data.nextSteps ?? []).map(({ to }, index) => ({ to, path: ['nextSteps', index, 'to'] })),
    ...(data.related ?? []).map(({ to }, index) => ({ to, path: ['related', index, 'to'] })),
    ...(kind.references?.(data) ?? []),
    { to: data.supersededBy?.to, path: ['supersededBy', 'to'] },
  ];
  return all.flatMap(({ to, path }) => {
    if (to === undefined || (known.has(to) && to !== ref) || !isReference(to)) return [];
    if (to === ref) return [{ path, rule: 'reference/self', message: { zh: `"${to}" 指向它自己。`, en: `"${to}" refers to itself.` }, hint: { zh: '改成另一篇条目，或删掉这一项。', en: 'Refer to another entry, or delete the item.' } }];
    return [{ path, ...unknownReference(to, known) }];
  });
}

/** The ids that site.yaml declares, and whether it asks for English summaries. */
interface Declarations {
  categories: ReadonlySet<string>;
  tags: ReadonlySet<string>;
  classes: ReadonlySet<string>;
  needsEnglish: boolean;
}

function declarationsOf({ categories, tags, review, language }: SiteConfig): Declarations {
  return { categories: new Set(categories.map(({ id }) => id)), tags: new Set(tags.map(({ id }) => id)), classes: new Set(Object.keys(review.classes)), needsEnglish: !language.startsWith('en') };
}

function undeclared({ data }: Half, { categories, tags, classes, needsEnglish }: Declarations): Found[] {
  const { category, review } = data;
  return [
    ...(category === undefined || categories.has(category) ? [] : [notDeclared(category, ['category'], 'taxonomy/category', { zh: '分类', en: 'categories' }, categories)]),
    ...(data.tags ?? []).flatMap((tag, index) => (tags.has(tag) ? [] : [notDeclared(tag, ['tags', index], 'taxonomy/tag', { zh: '标签', en: 'tags' }, tags)])),
    ...(review === undefined || classes.has(review.volatility) ? [] : [notDeclared(review.volatility, ['review', 'volatility'], 'taxonomy/review-class', { zh: '复核类别', en: 'review classes' }, classes)]),
    ...(data.englishSummary || !needsEnglish
      ? []
      : [{ path: ['englishSummary'], rule: 'schema/required', message: { zh: '缺少 "englishSummary"。', en: '"englishSummary" is missing.' }, hint: { zh: '补上它：给外语搜索引擎的英文摘要，一到三段。', en: 'Add it: the same answer in English for foreign crawlers, one to three paragraphs.' } }]),
  ];
}

function notDeclared(value: string, path: Path, rule: string, list: Words, known: ReadonlySet<string>): Found {
  const near = closest(value, known);
  return {
    path,
    rule,
    message: { zh: `"${value}" 没有在 site.yaml 的${list.zh}里声明。`, en: `"${value}" is not declared among the ${list.en} of site.yaml.` },
    hint: near ? { zh: `你是不是想写 ${near}？`, en: `Did you mean ${near}?` } : { zh: `可用的有：${[...known].join('、')}。`, en: `Declared are: ${[...known].join(', ')}.` },
  };
}

function dates({ data: { published, updated } }: Half): Found[] {
  if (published === undefined || updated === undefined || updated >= published) return [];
  return [
    {
      path: ['updated'],
      rule: 'schema/date-order',
      message: { zh: `"updated"（${updated}）早于 "published"（${published}）。`, en: `"updated" (${updated}) is before "published" (${published}).` },
      hint: { zh: `把 "updated" 改成 ${published} 或更晚的日期。`, en: `Make "updated" ${published} or later.` },
    },
  ];
}
