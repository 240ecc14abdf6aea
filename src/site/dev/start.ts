/** Starting Astro's dev server on a content folder. */
import { realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { dev } from 'astro';
import { basePath } from '#lib/url.ts';
import { langOf } from '#model/problem.ts';
import { readSettings } from '#model/read.ts';
import { themeStyles } from '#model/theme.ts';
import type { Loaded, LoadOptions } from '../load.ts';
import { projectRoot } from '../project.ts';
import { languageOf } from '../render/language.ts';
import { themePlugin } from '../render/theme-plugin.ts';
import { devRoutes } from './integration.ts';
import { shareDevSite } from './shared.ts';
import { openDevSite } from './site.ts';

export interface DevOptions extends LoadOptions {
  port: number;
  /** Told what each check found: the first one, and those after each change. */
  onCheck(loaded: Loaded): void;
}

/** Serves the site on this machine. `stop` ends it. */
export async function startDev({ port, onCheck, ...options }: DevOptions): Promise<{ url: string; stop(): Promise<void> }> {
  const contentDir = realpathSync(options.contentDir);
  const settings = readSettings(contentDir);
  const address = options.url ?? settings?.url;
  const base = address ? basePath(address) : '';
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const site = openDevSite({ ...options, contentDir }, base);
  site.onCheck(onCheck);
  shareDevSite(site);
  const server = await dev({
    root: projectRoot,
    base: base || '/',
    logLevel: 'warn',
    devToolbar: { enabled: false },
    server: { port, host: '127.0.0.1' },
    integrations: [devRoutes(contentDir)],
    vite: { define: languageOf(langOf(settings?.language ?? 'zh')), plugins: settings ? [themePlugin(themeStyles(settings))] : [], server: { strictPort: false, fs: { allow: [projectRoot] }, watch: { ignored: isNoTemplate } } },
  });
  const url = `http://127.0.0.1:${server.address.port}${base}/`;
  void askOnce(url).then(site.check);
  return { url, stop: () => server.stop() };
}

/** The first answer makes Vite compile the templates. A check waits for it: Astro gives up when that takes a minute, and the check of a large site may. */
async function askOnce(url: string): Promise<void> {
  try {
    await (await fetch(url)).arrayBuffer();
  } catch {
    return; // it was stopped
  }
}

/** Whether Vite need not watch a file of the project: content is watched by us, and what is built or kept changes while we look. */
function isNoTemplate(path: string): boolean {
  const below = relative(projectRoot, path);
  return below !== '' && !below.startsWith('..') && !/^(src|public|astro\.config\.mjs)/.test(below);
}
