/** `/manifest.webmanifest` (https://www.w3.org/TR/appmanifest/): name, icon and colours for a home screen. */
import { basename } from 'node:path/posix';
import { contentType } from '#lib/media-types.ts';
import { resolveTarget } from '#model/target.ts';
import { grounds, iconOf } from '#model/theme.ts';
import type { Output } from './output.ts';

const path = '/manifest.webmanifest';

export const manifest: Output = {
  id: 'manifest',
  resources: ({ config }) => [{ path, type: 'application/manifest+json', title: config.name, rel: 'manifest', about: { zh: '名称、图标和颜色，供添加到主屏幕。', en: 'Name, icon and colours for a home screen.' }, example: () => `"name": ${JSON.stringify(config.name)}` }],
  *files({ site }) {
    const { config } = site;
    const { logo } = config.publisher;
    const home = site.href('/');
    const icons = [...new Set([iconOf(site).href, ...(logo ? [resolveTarget(site, logo).href] : [])])];
    const content = {
      id: home,
      name: config.name,
      short_name: config.name,
      description: config.description,
      lang: config.language,
      start_url: home,
      scope: home,
      display: 'browser',
      background_color: grounds.light.paper,
      theme_color: grounds.light.paper,
      icons: icons.map((src) => iconEntry(src, site.url('/'))),
    };
    yield { path, content: `${JSON.stringify(content, null, 2)}\n` };
  },
};

/** Browsers leave out an icon whose type they do not know; one that says none they look at. */
function iconEntry(src: string, base: string): { src: string; type?: string; sizes?: string } {
  const [type = ''] = contentType(basename(new URL(src, base).pathname)).split(';');
  return { src, ...(type.startsWith('image/') ? { type } : {}), ...(type === 'image/svg+xml' ? { sizes: 'any' } : {}) };
}
