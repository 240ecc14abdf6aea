import { fileURLToPath } from 'node:url';
import type { VitePlugin } from './emit-plugin.ts';

const stylesheet = fileURLToPath(new URL('../../ui/styles/index.css', import.meta.url));

/** Vite plugin that ends the one stylesheet with the rules of the site itself (see model/theme.ts). */
export function themePlugin(rules: string): VitePlugin {
  return {
    name: 'lede:theme',
    enforce: 'pre',
    transform: (code, id) => (id.split('?')[0] === stylesheet ? code + rules : undefined),
  };
}
