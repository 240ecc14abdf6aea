/** What the compiler is made of, as one digest: cached documents of another compiler are never served. */
import { readdirSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { digest } from '#lib/hash.ts';
import { compare } from '#model/problem.ts';

/** Packages whose behavior shows in a document. */
const packages = ['satteri', 'prismjs', 'github-slugger', 'leven'];

/** Changes with any source file of this folder and of `lib`, with the packages below it, and with the Unicode tables of Node. */
export function markupVersion(): string {
  const folders = [import.meta.dirname, join(import.meta.dirname, '../lib')];
  return digest([...folders.flatMap(readSources), ...packages.map(readVersion), process.versions.unicode ?? ''].join('\0'));
}

function readSources(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  return paths.sort(compare).map((path) => `${path}\0${readFileSync(join(folder, path), 'utf8')}`);
}

function readVersion(name: string): string {
  const path = findPackageJSON(name, import.meta.url);
  if (path === undefined) return name;
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  return `${name}@${version}`;
}
