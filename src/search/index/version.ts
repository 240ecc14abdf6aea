/** What an index is made by, as one digest: what another version of it kept is never used. */
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { digest } from '#lib/hash.ts';
import { sourceDigest } from '#lib/source-digest.ts';
import { markupVersion } from '#markup/version.ts';

/** Changes with the code that reads, compiles and indexes content, with Pagefind, with OpenCC's data, and with what packs files. */
export function searchVersion(): string {
  const packages = ['pagefind', 'opencc-js'].map((name) => findPackageJSON(name, import.meta.url)!);
  return digest([markupVersion(), sourceDigest('search', 'kinds', 'model'), process.versions.zlib, process.versions.unicode ?? '', ...packages.map((path) => readFileSync(path, 'utf8'))].join('\0'));
}
