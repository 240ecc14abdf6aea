/** Where the generator itself stands, whatever the working directory is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digest } from '#lib/hash.ts';

/** Absolute path of the project, without a slash at its end. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Absolute path of what builds keep for the next build. Deleting it costs time and nothing else. LEDE_CACHE names another folder of the project. */
export const cacheDir = resolve(projectRoot, process.env['LEDE_CACHE'] || '.lede');

/** A digest of the code in some folders of `src/`: results kept from another version of it do not count. */
export function sourceDigest(...folders: string[]): string {
  const files = folders.flatMap((folder) =>
    (readdirSync(join(projectRoot, 'src', folder), { recursive: true }) as string[])
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => join(projectRoot, 'src', folder, name)),
  );
  return digest(files.map((file) => readFileSync(file, 'utf8')).join('\0'));
}
