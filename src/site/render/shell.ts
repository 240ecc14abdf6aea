/** What Astro puts around every page: styles, scripts, metadata. */
import type { SSRManifest, SSRResult } from 'astro';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pageRoute } from './integration.ts';

/** What a page needs besides its template: everything Astro keeps for the route in its manifest, as JSON. */
export interface Shell {
  base: string;
  compressHTML: boolean | 'jsx';
  styles: Element[];
  scripts: Element[];
  /** Address of each bundled `<script>`, by module id. */
  entries: Record<string, string>;
  /** Code of each `<script>` small enough to stand in the page, by module id. */
  inlined: [id: string, code: string][];
  metadata: [id: string, value: { propagation: 'none' | 'self' | 'in-tree'; containsHead: boolean }][];
  /** Metadata of the route, under which every template stands. */
  headInTree: boolean;
  propagates: boolean;
  csp: SSRManifest['csp'] | null;
}

type Element = SSRResult['styles'] extends Set<infer E> ? E : never;

/** Said when the project's configuration does not make the route of all pages. */
export const noRoute = 'astro.config does not list templateRoutes(). Add it to integrations.';

/** Takes from Astro's manifest what rendering needs. Throws a sentence for settings that render.ts does not know. */
export function readShell(manifest: SSRManifest): Shell {
  if (manifest.assetsPrefix) throw new Error('astro.config sets build.assetsPrefix, which is not supported. Remove it.');
  if (manifest.userAssetsBase) throw new Error('astro.config sets vite.base, which is not supported. Use base.');
  const component = relative(fileURLToPath(manifest.rootDir), pageRoute);
  const route = manifest.routes.find(({ routeData }) => routeData.component === component);
  if (!route) throw new Error(noRoute);
  const link = (path: string) => `${manifest.base.replace(/\/$/, '')}/${path}`;
  const meta = manifest.componentMetadata.get(pageRoute);
  return {
    base: manifest.base,
    compressHTML: manifest.compressHTML,
    styles: route.styles.map((style) =>
      style.type === 'inline'
        ? { props: {}, children: style.content }
        : { props: { rel: 'stylesheet', href: link(style.src) }, children: '' },
    ),
    scripts: route.scripts.map((script) =>
      'stage' in script
        ? { props: {}, children: script.children }
        : { props: { type: 'module', src: link(script.value) }, children: '' },
    ),
    entries: Object.fromEntries(
      Object.entries(manifest.entryModules).filter(([, path]) => path).map(([id, path]) => [id, link(path)]),
    ),
    inlined: [...manifest.inlinedScripts],
    metadata: [...manifest.componentMetadata],
    headInTree: meta?.containsHead ?? false,
    propagates: (meta?.propagation ?? 'none') !== 'none',
    csp: manifest.csp ?? null,
  };
}
