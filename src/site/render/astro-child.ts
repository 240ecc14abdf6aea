/** Runs in a process of its own (see astro-build.ts), with the project's root as working directory. */
import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type AstroIntegration } from 'astro';
import type { AstroRun } from './astro-build.ts';
import { emitPlugin } from './emit-plugin.ts';
import { explain, systemCodeOf } from './explain.ts';
import { languageOf } from './language.ts';
import { pagesForAstro } from './route-pages.ts';
import { themePlugin } from './theme-plugin.ts';
import { noRoute, readShell } from './shell.ts';

process.once('disconnect', () => process.exit(1)); // whoever asked is gone
process.once('message', async (run: AstroRun) => {
  try {
    await compile(run);
    process.send?.({ ok: true });
  } catch (error) {
    process.send?.({ ok: false, message: explain(error, run.root), code: systemCodeOf(error) });
  }
  process.disconnect?.();
});

async function compile({ root, into, base, styles, lang, pages }: AstroRun): Promise<void> {
  (globalThis as Record<symbol, unknown>)[pagesForAstro] = pages;
  await build({
    root,
    base,
    outDir: join(into, 'client'),
    cacheDir: join(into, 'astro'),
    logLevel: 'silent',
    devToolbar: { enabled: false },
    integrations: [keepServer(root, into)],
    vite: { define: languageOf(lang), plugins: [themePlugin(styles)] },
  });
  // Astro skips the hook that writes it when there is no route at all.
  if (!existsSync(join(into, 'shell.json'))) throw new Error(noRoute);
}

/** Keeps the server half of the build, which Astro deletes once its own pages are written. */
function keepServer(root: string, into: string): AstroIntegration {
  return {
    name: 'lede:keep-server',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            logLevel: 'silent',
            plugins: [emitPlugin(root)],
            // Dependencies inside: the files then run from any folder, and load in half the time.
            environments: { prerender: { resolve: { noExternal: true } } },
          },
        });
      },
      // Astro's name for the one script of pages is long, and stands in each of them.
      // public/ is copied by whoever writes dist/, not into the cache. What preloads chunks weighs more than the script that wants them.
      'astro:build:setup': ({ updateConfig }) => {
        updateConfig({ environments: { client: { build: { copyPublicDir: false, modulePreload: false, rolldownOptions: { output: { entryFileNames: '_astro/page.[hash].js' } } } } } });
      },
      'astro:build:generated': async ({ dir }) => {
        const prerender = new URL('.prerender/', dir);
        const { manifest } = await import(new URL('manifest.mjs', prerender).href);
        await writeFile(join(into, 'shell.json'), JSON.stringify(readShell(manifest)));
        await rename(prerender, join(into, 'server'));
      },
    },
  };
}
