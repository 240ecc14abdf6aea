/** The files that a build makes of a site beside its pages, as far as links may name them. */
import { createRequire } from 'node:module';
import { machinesPath, twinPath } from '#model/paths.ts';
import type { Site } from '#model/site.ts';

const require = createRequire(import.meta.url);

/** Paths of the files that outputs make of `site` and tell others of. Few sites link to one, and the outputs take a while to load. */
export function madeFiles(site: Site): Set<string> {
  const { resourcesOf } = require('#outputs/index.ts') as typeof import('#outputs/index.ts');
  const pages = [machinesPath, ...[...site.entries, ...site.pages].map(({ path }) => path)];
  return new Set([...resourcesOf(site).flatMap(({ path, schema }) => (schema ? [path, schema] : path)), ...pages.map(twinPath)]);
}
