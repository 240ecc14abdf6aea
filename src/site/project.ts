/** Where the generator itself stands, whatever the working directory is. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project, without a slash at its end. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Absolute path of what builds keep for the next build. Deleting it costs time and nothing else. LEDE_CACHE names another folder of the project. */
export const cacheDir = resolve(projectRoot, process.env['LEDE_CACHE'] || '.lede');
