/** The site while it is being written: reloaded whenever a content file changes, always made of what is sound. */
import { readFileSync } from 'node:fs';
import { outputs, resourcesOf } from '#outputs/index.ts';
import { buildSearch, searchFolder } from '#search/index/write.ts';
import { loadSite, type Loaded, type LoadOptions } from '../load.ts';
import { openMemory } from '../memory.ts';
import { allPages } from '../pages/index.ts';
import type { Page } from '../pages/page.ts';
import { cacheDir } from '../project.ts';
import { shownProblems, type ShownProblem } from './problems.ts';

export interface DevSite {
  /** The page at a path below the site's base. */
  page(path: string): Page | undefined;
  /** The machine output or asset at a path. */
  file(path: string): Promise<string | Uint8Array | undefined>;
  /** What is wrong with the site now, as pages show it. */
  problems(): ShownProblem[];
  /** Reads everything again. */
  reload(): void;
}

/** Opens the site in a content folder; `onLoad` is told what every load found. */
export function openDevSite(options: LoadOptions, onLoad: (loaded: Loaded) => void): DevSite {
  const memory = openMemory(options.contentDir);
  let loaded: Loaded;
  let pages = new Map<string, Page>();
  let files: Promise<Map<string, string>> | undefined;
  let search: Promise<Map<string, string | Uint8Array>> | undefined;
  const reload = () => {
    loaded = loadSite(options, memory);
    // While site.yaml is broken there is no site; the last one stays until it is mended.
    if (loaded.edition) pages = new Map(Array.from(allPages(loaded.edition), (page) => [page.path, page]));
    files = search = undefined;
    onLoad(loaded);
  };
  reload();
  return {
    page: (path) => pages.get(path),
    problems: () => shownProblems(loaded),
    async file(path) {
      if (path.startsWith(searchFolder)) return (await (search ??= writeSearch(loaded))).get(path);
      const asset = loaded.assets.files.get(path);
      return asset ? readFileSync(asset) : (await (files ??= writeOutputs(loaded))).get(path);
    },
    reload,
  };
}

async function writeOutputs({ edition }: Loaded): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  if (!edition) return files;
  const resources = resourcesOf(edition.site);
  for (const output of outputs) {
    for await (const { path, content } of output.files(edition, resources)) files.set(path, typeof content === 'string' ? content : [...content].join(''));
  }
  return files;
}

/** The search index is made when somebody searches, not after each change. */
async function writeSearch({ edition }: Loaded): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  if (edition) await buildSearch(edition, { write: (path, content) => void files.set(path, content) }, `${cacheDir}/search`);
  return files;
}

/**
 * Where the dev server leaves the site for its route: the route runs inside Vite, which would make copies of
 * everything that it imported from here.
 */
const key = Symbol.for('lede.dev-site');

export function shareDevSite(site: DevSite): void {
  (globalThis as Record<symbol, unknown>)[key] = site;
}

export function sharedDevSite(): DevSite {
  return (globalThis as Record<symbol, unknown>)[key] as DevSite;
}
