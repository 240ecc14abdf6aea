/** Drafts, which only the dev server shows: each at the address that it will have. */
import { once } from '#lib/once.ts';
import { homePath } from '#model/paths.ts';
import { isError } from '#model/problem.ts';
import type { Read } from '../load.ts';
import { planPages } from '../pages/index.ts';
import type { Page } from '../pages/page.ts';

/** The pages of drafts that are sound, by path: as they would be if all drafts were published. */
export function draftPages({ drafts, preview }: Read): ReadonlyMap<string, () => Page> {
  const wanted = new Set(drafts.map(({ path }) => path));
  const edition = wanted.size > 0 ? preview() : undefined;
  return new Map(edition && planPages(edition).filter(({ path }) => wanted.has(path)).map(({ path, make }) => [path, once(make)]));
}

/** What a page says of drafts. */
export interface ShownDrafts {
  words: string;
  /** Where each can be seen. */
  list: { href: string; file: string; title: string }[];
}

/** What the page at `path` says of the drafts of a site: home lists them, and a draft says that it is one. */
export function shownDrafts({ drafts, edition, problems }: Read, path: string): ShownDrafts | undefined {
  if (!edition) return undefined;
  const { href, lang } = edition.site;
  if (path === homePath && drafts.length > 0) {
    return {
      words: { zh: `${drafts.length} 篇草稿`, en: drafts.length === 1 ? '1 draft' : `${drafts.length} drafts` }[lang],
      list: drafts.map(({ path, source, brief }) => ({ href: href(path), file: source.file, title: brief.title })),
    };
  }
  const draft = drafts.find((one) => [path, `${path}/`].includes(one.path));
  const isShown = draft && !problems.some((problem) => isError(problem) && problem.file === draft.source.file);
  return isShown ? { words: { zh: '草稿：只在这里看得到，删掉 draft: true 才会发布', en: 'Draft: seen here only, until draft: true is deleted' }[lang], list: [] } : undefined;
}
