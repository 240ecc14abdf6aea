/** The head of every page: title, description, canonical address, twin, dates, and whether indexes may hold it. */
import { notFoundPath, searchPath, wayPaths } from '#model/paths.ts';
import type { Field, Reference, Subject } from '../reference.ts';
import { agree, stated, type Expected, type Surface } from '../surface.ts';
import { linkOf, metaOf, readPage } from '../parse/page.ts';
import { textOf } from '../parse/outline.ts';

export const head: Surface = {
  id: 'head',
  *files(reference) {
    for (const subject of reference.entries) yield pageFile(subject, ['url', 'twin', 'title', 'description', 'published', 'updated', 'index']);
    for (const subject of reference.trust) yield pageFile(subject, ['url', 'title', 'description', 'index']);
    for (const subject of reference.tombstones) yield pageFile(subject, ['url', 'title', 'description', 'index']);
    for (const subject of [...reference.hubs, ...reference.lists.map((list) => list.subject)]) yield pageFile(subject, ['url', 'index']);
    for (const path of [searchPath, ...wayPaths(reference.site)]) yield pageFile(bare(reference, path), ['url']);
    yield { ...pageFile(bare(reference, notFoundPath), ['url', 'index']), path: notFoundPath };
  },
  read(text) {
    const page = readPage(text).piece;
    const suffix = ` · ${metaOf(page, 'og:site_name')}`;
    const title = (value: string | undefined) => (value?.endsWith(suffix) ? value.slice(0, -suffix.length) : value);
    return [{
      says: stated({
        url: agree(linkOf(page, 'canonical'), metaOf(page, 'og:url')),
        twin: linkOf(page, 'alternate', 'text/markdown'),
        title: agree(title(textOf(page, 'title')), title(metaOf(page, 'og:title')), title(metaOf(page, 'twitter:title'))),
        description: agree(metaOf(page, 'description'), metaOf(page, 'og:description'), metaOf(page, 'twitter:description')),
        published: metaOf(page, 'article:published_time'),
        updated: metaOf(page, 'article:modified_time'),
        index: metaOf(page, 'robots')?.includes('noindex') ? 'noindex' : 'index',
      }),
    }];
  },
};

/** The file of the page of `subject`, which must state `states` of it. */
function pageFile(subject: Subject, states: readonly Field[]): Expected {
  return { path: `${subject.path}index.html`, subjects: [subject], states, holds: 'self' };
}

/** A page that stands outside the content: search and the other ways in are for readers, and what is not found has no address. */
function bare({ site }: Reference, path: string): Subject {
  return { url: site.url(path), path, life: 'page', facts: path === notFoundPath ? { index: 'noindex' } : { url: site.url(path) } };
}
