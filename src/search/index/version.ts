/** What an index is made by, as one digest: an index of other code or of another Pagefind is never served. */
import { readdirSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { digest } from '#lib/hash.ts';

/** Changes with any source file of search, with Pagefind and with OpenCC's data. */
export function searchVersion(): string {
  const folder = join(import.meta.dirname, '..');
  const own = (readdirSync(folder, { recursive: true }) as string[]).filter((path) => path.endsWith('.ts')).sort();
  return digest([...own.map((path) => readFileSync(join(folder, path), 'utf8')), ...['pagefind', 'opencc-js'].map((name) => readFileSync(findPackageJSON(name, import.meta.url)!, 'utf8'))].join('\0'));
}
