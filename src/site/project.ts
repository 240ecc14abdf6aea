/** Where the generator itself stands, whatever the working directory is. */
import { fileURLToPath } from 'node:url';

/** Absolute path of the project, without a slash at its end. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** What builds keep for the next build. Deleting it costs time and nothing else. LEDE_CACHE names another folder of the project. */
export const cacheDir = process.env['LEDE_CACHE'] ?? `${projectRoot}/.lede`;
