/** What there is to see of an edition while the site is being written: everything is made when somebody asks for it. */
import { once } from '#lib/once.ts';
import type { Edition } from '#markup/edition.ts';
import type { SiteConfig } from '#model/config.ts';
import { notFoundPath } from '#model/paths.ts';
import { makeSearch } from '#search/index/write.ts';
import { planPages } from '../pages/index.ts';
import type { Page } from '../pages/page.ts';
import { cacheDir } from '../project.ts';
import { openOutputs } from './outputs.ts';

export interface View {
  config: SiteConfig;
  /** The page at a path; where there is none, the one that says so. */
  page(path: string): Page | undefined;
  /** The text of the machine output at a path. */
  output(path: string): Promise<string | undefined>;
  /** The file of the search index at a path. */
  searchFile(path: string): Promise<string | Uint8Array | undefined>;
}

/** The view of `edition`, and of the pages of `drafts` by path. */
export function openView(edition: Edition, drafts: () => ReadonlyMap<string, () => Page>): View {
  const pages = new Map(Array.from(planPages(edition), ({ path, make }) => [path, once(make)]));
  const search = once(async () => new Map((await makeSearch(edition, `${cacheDir}/search`)).map(({ path, content }) => [path, content])));
  return {
    config: edition.site.config,
    page: (path) => (pages.get(path) ?? pages.get(`${path}/`) ?? drafts().get(path) ?? drafts().get(`${path}/`) ?? pages.get(notFoundPath))?.(),
    output: openOutputs(edition),
    async searchFile(path) {
      const content = (await search()).get(path);
      return typeof content === 'function' ? content() : content;
    },
  };
}
