/** `/opensearch.xml`: the site's search, for the address bars of browsers. OpenSearch 1.1: https://github.com/dewitt/opensearch */
import { escapeHtml } from '#lib/html.ts';
import { excerpt } from '#lib/text.ts';
import { searchPath } from '#model/paths.ts';
import type { Site } from '#model/site.ts';
import { iconOf } from '#model/theme.ts';
import type { Output } from './output.ts';

const path = '/opensearch.xml';
const type = 'application/opensearchdescription+xml';

export const opensearch: Output = {
  id: 'opensearch',
  resources: ({ config }) => [{ path, type, title: config.name, rel: 'search', about: { zh: '让浏览器的地址栏能搜索本站。', en: 'Lets the address bar of a browser search the site.' }, example: ({ site }) => searchUrl(site) }],
  *files({ site }) {
    const { config } = site;
    yield {
      path,
      content: `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeHtml(excerpt(config.name, 16))}</ShortName>
  <Description>${escapeHtml(config.description)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>${escapeHtml(config.language)}</Language>
  <Image>${escapeHtml(iconOf(site).url)}</Image>
  ${searchUrl(site)}
  <Url type="${type}" rel="self" template="${escapeHtml(site.url(path))}"/>
</OpenSearchDescription>
`,
    };
  },
};

function searchUrl(site: Site): string {
  return `<Url type="text/html" template="${escapeHtml(site.url(searchPath))}?q={searchTerms}"/>`;
}
