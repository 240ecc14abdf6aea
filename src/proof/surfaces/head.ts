/** The head of every page: title, description, canonical address, twin, dates, and whether indexes may hold it. */
import { notFoundPath, searchPath, wayPaths } from '#model/paths.ts';
import { makeSubject, type Field, type Reference, type Role, type Subject } from '../reference.ts';
import { agree, pageFile, type Surface } from '../surface.ts';
import { linkOf, metaOf, readPage } from '../parse/page.ts';
import { textOf } from '../parse/outline.ts';

const shortStates: readonly Field[] = ['url', 'title', 'description', 'index'];
const states: Partial<Record<Role, readonly Field[]>> = { tombstone: shortStates, trust: [...shortStates, 'twin'], entry: [...shortStates, 'twin', 'published', 'updated'] };

export const head: Surface = {
  id: 'head',
  own: (subject) => [pageFile(subject, states[subject.role] ?? [])],
  *shared(reference) {
    for (const subject of [...reference.hubs, ...reference.lists.map((list) => list.subject)]) yield pageFile(subject, ['url', 'index']);
    for (const path of [searchPath, ...wayPaths(reference.site)]) yield pageFile(bare(reference, path), ['url']);
    yield { ...pageFile(bare(reference, notFoundPath), ['url', 'index']), path: notFoundPath };
  },
  read(text) {
    const page = readPage(text).piece;
    const suffix = ` · ${metaOf(page, 'og:site_name')}`;
    const title = (value: string | undefined) => (value?.endsWith(suffix) ? value.slice(0, -suffix.length) : value);
    return [{
      says: {
        url: agree(linkOf(page, 'canonical'), metaOf(page, 'og:url')),
        twin: linkOf(page, 'alternate', 'text/markdown'),
        title: agree(title(textOf(page, 'title')), title(metaOf(page, 'og:title'))),
        description: agree(metaOf(page, 'description'), metaOf(page, 'og:description')),
        published: metaOf(page, 'article:published_time'),
        updated: metaOf(page, 'article:modified_time'),
        index: metaOf(page, 'robots')?.includes('noindex') ? 'noindex' : 'index',
      },
    }];
  },
};

/** A page that stands outside the content: search and the other ways in are for readers, and what is not found has no address. */
function bare({ site }: Reference, path: string): Subject {
  return makeSubject(site, 'hub', path, () => [], () => (path === notFoundPath ? { index: 'noindex' } : { url: site.url(path) }));
}
