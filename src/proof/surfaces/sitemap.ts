/** `/sitemap-index.xml` and its parts. Protocol: https://www.sitemaps.org/protocol.html */
import { named, outline, textOf } from '../parse/outline.ts';
import type { Surface } from '../surface.ts';

const index = '/sitemap-index.xml';
const elements = new Set(['sitemap', 'url', 'loc', 'lastmod']);

export const sitemap: Surface = {
  id: 'sitemap',
  *shared({ site, entries, trust, hubs, lists }) {
    if (site.config.ai.search === 'deny') return;
    yield { path: index, subjects: [...hubs, ...lists.map(({ subject }) => subject), ...entries, ...trust], states: ['url', 'updated'], holds: 'all' };
  },
  *read(text, { open, pathOf }) {
    for (const part of named(read(text), 'sitemap')) {
      const address = textOf(part, 'loc') ?? '';
      const file = pathOf(address);
      const content = file === undefined ? undefined : open(file);
      if (file === undefined || content === undefined) throw new Error(address);
      for (const page of named(read(content), 'url')) {
        const url = textOf(page, 'loc');
        yield { file, url: url ?? '', says: { url, updated: textOf(page, 'lastmod')?.slice(0, 10) } };
      }
    }
  },
};

function read(xml: string) {
  return outline(xml, (name) => elements.has(name), { xml: true });
}
