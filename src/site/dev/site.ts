/** The site while it is being written: reloaded whenever a content file changes, always made of what is sound. */
import { readFileSync } from 'node:fs';
import { outputs } from '#outputs/index.ts';
import { loadSite, type Loaded, type LoadOptions } from '../load.ts';
import { allPages } from '../pages/index.ts';
import type { Page } from '../pages/page.ts';

export interface DevSite {
  /** The page at a path below the site's base. */
  page(path: string): Page | undefined;
  /** The machine output or asset at a path. */
  file(path: string): Promise<string | Uint8Array | undefined>;
  /** Reads everything again. */
  reload(): void;
}

/** Opens the site in a content folder; `onLoad` is told what every load found. */
export function openDevSite(options: LoadOptions, onLoad: (loaded: Loaded) => void): DevSite {
  let loaded: Loaded;
  let pages: Map<string, Page>;
  let files: Promise<Map<string, string>> | undefined;
  const reload = () => {
    loaded = loadSite(options);
    pages = new Map(loaded.edition ? Array.from(allPages(loaded.edition), (page) => [page.path, page]) : []);
    files = undefined;
    onLoad(loaded);
  };
  reload();
  return {
    page: (path) => pages.get(path),
    async file(path) {
      const asset = loaded.assets.files.get(path);
      return asset ? readFileSync(asset) : (await (files ??= writeOutputs(loaded))).get(path);
    },
    reload,
  };
}

async function writeOutputs({ edition }: Loaded): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  if (!edition) return files;
  for (const output of outputs) {
    for await (const { path, content } of output.files(edition)) files.set(path, typeof content === 'string' ? content : [...content].join(''));
  }
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
