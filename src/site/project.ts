/** Where the generator itself stands, whatever the working directory is. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digest } from '#lib/hash.ts';
import { recentFolder } from '#lib/recent.ts';

/** Absolute path of the project, without a slash at its end. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Absolute path of what builds keep for the next build. Deleting it costs time and nothing else. LEDE_CACHE names another folder of the project. */
export const cacheDir = resolve(projectRoot, process.env['LEDE_CACHE'] || '.lede');

/** Where it is kept what the last build into `out` made. */
export function buildFolder(out: string): string {
  return recentFolder(join(cacheDir, 'builds'), digest(out));
}
