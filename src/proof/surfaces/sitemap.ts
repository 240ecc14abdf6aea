/** `/sitemap-index.xml` and its parts. Protocol: https://www.sitemaps.org/protocol.html */
import { named, outline, textOf } from '../parse/outline.ts';
import type { Context, Statement, Surface } from '../surface.ts';

const index = '/sitemap-index.xml';
const elements = new Set(['sitemap', 'url', 'loc', 'lastmod']);

export const sitemap: Surface = {
  id: 'sitemap',
  *shared({ site, entries, trust, hubs, lists }) {
    if (site.config.ai.search === 'deny') return;
    yield { path: index, subjects: [...hubs, ...lists.map(({ subject }) => subject), ...entries, ...trust], states: ['url', 'updated'], holds: 'all' };
  },
  cut: '<url>',
  read: (text, context) => readMap(text, index, context),
};

/** The pages in a sitemap, or in those that an index names. */
function* readMap(xml: string, file: string, context: Context): Generator<Statement> {
  const map = outline(xml, (name) => elements.has(name), { xml: true });
  for (const page of named(map, 'url')) {
    const url = textOf(page, 'loc');
    yield { file, url: url ?? '', says: { url, updated: textOf(page, 'lastmod')?.slice(0, 10) } };
  }
  for (const part of named(map, 'sitemap')) {
    const address = textOf(part, 'loc') ?? '';
    const path = context.pathOf(address);
    const content = path === undefined ? undefined : context.open(path);
    if (path === undefined || content === undefined) throw new Error(address);
    yield* readMap(content, path, context);
  }
}
