// What Astro needs to compile the page templates. Nothing here may vary from build to build: the templates are
// cached by a digest of it. The site's own settings are in its site.yaml.
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { templateRoutes } from './src/site/render/integration.ts';

/** Scripts import others without styles of their own, so they need not carry the kilobyte with which Vite would wait for those. */
const plainImports = {
  name: 'lede:plain-imports',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined),
};

export default defineConfig({
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  // The pages' policy allows no inline script.
  vite: { build: { assetsInlineLimit: 0 }, plugins: [plainImports] },
  integrations: [mdx(), templateRoutes()],
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
});
