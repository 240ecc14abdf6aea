/** The look of the site itself, at the end of every stylesheet. */
import { fileURLToPath } from 'node:url';
import type { VitePlugin } from './emit-plugin.ts';

const stylesheets = fileURLToPath(new URL('../../ui/styles/sheets/', import.meta.url));

/** Vite plugin that ends every stylesheet of pages with the rules of the site itself (see model/theme.ts). */
export function themePlugin(rules: string): VitePlugin {
  return {
    name: 'lede:theme',
    enforce: 'pre',
    // With `?url` it is the module that tells the address.
    transform: (code, id) => (id.startsWith(stylesheets) && !id.endsWith('?url') ? code + rules : undefined),
  };
}
