/** The files that a build makes of a site beside its pages, as far as links may name them. */
import { createRequire } from 'node:module';
import { machinesPath, twinPath } from '#model/paths.ts';
import type { Site } from '#model/site.ts';

const require = createRequire(import.meta.url);

/** Paths of what outputs tell others of, as llms.txt names it. Few sites keep crawlers from one. */
export function resourcePaths(site: Site): string[] {
  return loadOutputs().resourcesOf(site).map(({ path }) => path);
}

/** Paths of the files that outputs make of `site` and tell others of. Few sites link to one. */
export function madeFiles(site: Site): Set<string> {
  const pages = [machinesPath, ...[...site.entries, ...site.pages].map(({ path }) => path)];
  return new Set([...loadOutputs().resourcesOf(site).flatMap(({ path, schema }) => (schema ? [path, schema] : path)), ...pages.map(twinPath)]);
}

/** The outputs take a while to load, and are asked for late. */
function loadOutputs(): typeof import('#outputs/index.ts') {
  return require('#outputs/index.ts') as typeof import('#outputs/index.ts');
}
