/** What an index is made by, as one digest: what another version of it kept is never used. */
import { readdirSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { digest } from '#lib/hash.ts';
import { markupVersion } from '#markup/version.ts';

/** Folders of `src/` whose code shows in an index. */
const folders = ['search', 'kinds', 'model', 'lib'];

/** Changes with the code that reads, compiles and indexes content, with Pagefind, with OpenCC's data, and with what packs files. */
export function searchVersion(): string {
  const src = join(import.meta.dirname, '../..');
  const own = folders.flatMap((folder) => (readdirSync(join(src, folder), { recursive: true }) as string[]).filter((path) => path.endsWith('.ts')).sort().map((path) => join(src, folder, path)));
  const packages = ['pagefind', 'opencc-js'].map((name) => findPackageJSON(name, import.meta.url)!);
  return digest([markupVersion(), process.versions.zlib, process.versions.unicode ?? '', ...[...own, ...packages].map((path) => readFileSync(path, 'utf8'))].join('\0'));
}
