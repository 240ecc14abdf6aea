/** What of Astro's server output is kept to render pages with, and what templates must not import for that. */
import { isAbsolute, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

type ModuleInfo = { importedIds: readonly string[]; meta: object };
export type VitePlugin = NonNullable<NonNullable<Parameters<Setup>[0]['config']['vite']>['plugins']>[number];
type Setup = NonNullable<AstroIntegration['hooks']['astro:config:setup']>;

/** The server files that render.ts and shell.ts import, each with the module it re-exports. */
const emitted = {
  'templates.mjs': fileURLToPath(new URL('../templates.ts', import.meta.url)),
  'runtime.mjs': 'astro/runtime/server/index.js',
  // Not in Astro's `exports`, hence by path: its own class is safer than a copy that drifts.
  'slots.mjs': fileURLToPath(new URL('core/render/slots.js', import.meta.resolve('astro'))),
  'manifest.mjs': 'virtual:astro:manifest',
};

/** What templates must not import, and what to do instead. */
const refused: Record<string, string> = {
  'astro:actions': 'The site has no server that could run actions; remove the import.',
  'astro:assets': 'Let the markup engine prepare images and pass their addresses as props.',
  'astro:content': 'Pass what the template shows as props.',
  'astro:i18n': 'Pass ready-made addresses as props.',
};

/** Vite plugin that adds the files of `emitted` to Astro's server output and refuses what they cannot render. */
export function emitPlugin(root: string): VitePlugin {
  return {
    name: 'lede:emit-templates',
    applyToEnvironment: (environment) => environment.name === 'prerender',
    buildStart() {
      for (const [fileName, id] of Object.entries(emitted)) {
        this.emitFile({ type: 'chunk', id, fileName, preserveSignature: 'strict' });
      }
    },
    generateBundle() {
      for (const id of this.getModuleIds()) {
        const reason = refuse(id, root, this.getModuleInfo(id));
        if (reason) throw new Error(reason);
      }
    },
  };
}

function refuse(id: string, root: string, info: ModuleInfo | null): string | undefined {
  if (id === '\0virtual:astro:middleware') return 'the site has an Astro middleware, which would not run for its pages. Remove it.';
  if (!isOwn(id, root)) return undefined;
  const file = relative(root, id);
  for (const imported of info?.importedIds ?? []) {
    const name = imported.replace('\0', '');
    if (refused[name]) return `${file} imports "${name}", which page templates cannot use. ${refused[name]}`;
  }
  const { astro } = (info?.meta ?? {}) as { astro?: Record<'hydratedComponents' | 'clientOnlyComponents' | 'serverComponents', { specifier: string }[]> };
  const island = astro && [...astro.hydratedComponents, ...astro.clientOnlyComponents, ...astro.serverComponents][0];
  return island && `${file} uses ${island.specifier} as an island (client:… or server:…), which page templates cannot have. Use a <script>.`;
}

function isOwn(id: string, root: string): boolean {
  const path = relative(root, id.replace(/\?.*$/, ''));
  return isAbsolute(id) && !path.startsWith('..') && !path.includes('node_modules/');
}
