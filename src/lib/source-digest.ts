/** The generator's own code as a digest: what another version of it kept does not count. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from './hash.ts';

const src = join(import.meta.dirname, '..');

/** Stands for the code in `folders` of `src/`, of all of it where none is named. */
export function sourceDigest(...folders: string[]): string {
  const files = (folders.length > 0 ? folders : ['']).flatMap((folder) => {
    const names = readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' });
    return names.filter((name) => name.endsWith('.ts')).sort().map((name) => join(folder, name));
  });
  return digest(files.map((file) => `${file} ${digestOf(file)}`).join('\n'));
}

/** Each file is read once: several ask for it, and the code of a process stays the same. */
function digestOf(file: string): string {
  let known = digests.get(file);
  if (known === undefined) digests.set(file, (known = digest(readFileSync(join(src, file)))));
  return known;
}

const digests = new Map<string, string>();
