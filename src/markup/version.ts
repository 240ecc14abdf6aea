/** What the compiler is made of, as one digest: cached documents of another compiler are never served. */
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { digest } from '#lib/hash.ts';
import { sourceDigest } from '#lib/source-digest.ts';

/** Packages whose behavior shows in a document. */
const packages = ['satteri', 'prismjs', 'github-slugger', 'leven'];

/** Changes with any source file of this folder and of `lib`, with the packages below it, and with the Unicode tables of Node. */
export function markupVersion(): string {
  return digest([sourceDigest('markup', 'lib'), ...packages.map(readVersion), process.versions.unicode ?? ''].join('\0'));
}

function readVersion(name: string): string {
  const path = findPackageJSON(name, import.meta.url);
  if (path === undefined) return name;
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  return `${name}@${version}`;
}
