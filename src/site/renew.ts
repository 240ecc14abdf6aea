/** A build that would change nothing is not made: the stamps of what it rests on, and of what it left, tell so in a moment. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from '#lib/hash.ts';
import { keepData, recallData } from '#lib/kept-data.ts';
import { foldersOf, listTree } from '#lib/list-tree.ts';
import { stampOf, statsOf } from '#lib/stamp.ts';
import type { BuildOptions, Built } from './build.ts';
import type { Loaded } from './load.ts';
import { shardStateFile } from './own-tree.ts';
import type { FileState } from './products/state.ts';
import { buildFolder, projectRoot } from './project.ts';

/** What a build has to say. */
export type Said = Pick<Built, 'problems' | 'differences' | 'counts'> & { loaded: Pick<Loaded, 'files'> };

/**
 * Builds the site; where nothing changed since it was built, says what was said then. Nothing dear is loaded before that is known.
 * `now` gives the milliseconds since 1970, as files are stamped with.
 */
export async function renewSite(options: BuildOptions, now: () => number = Date.now): Promise<Said> {
  const file = join(buildFolder(options.out), 'seal');
  const inputs = digestInputs(options, now());
  const seal = inputs && recallData<Seal>(file, inputs)?.data;
  if (seal && seal.tree === digestTree(options.out, seal.paths)) return seal.said;
  const { buildSite } = await import('./build.ts'); // most of the program comes with it
  const { problems, differences, counts, tree, loaded: { files } } = await buildSite(options);
  const said: Said = { problems, differences, ...(counts ? { counts } : {}), loaded: { files } };
  if (inputs && tree) {
    const paths = [...foldersOf(tree.keys()), ...tree.keys(), ...(options.share ? [`/${shardStateFile}`] : [])];
    keepData<Seal>(file, inputs, { data: { paths, tree: digestTree(options.out, paths, (path) => tree.get(path)), said }, parts: [] });
  }
  return said;
}

/** By what a build is known again: kept under the digest of all that it rested on, as its version. */
interface Seal {
  /** Of the files that it left, and of their folders, with a slash at their end. */
  paths: readonly string[];
  /** Digest of the tree that it left. */
  tree: string;
  said: Said;
}

/** Options with their day, content, the generator and its packages. Undefined where stamps cannot tell whether they change. */
function digestInputs({ contentDir, memory: _, cores: __, onStage: ___, onOutput: ____, ...options }: BuildOptions, now: number): string | undefined {
  const dir = realpathSync(contentDir);
  const beside = readdirSync(projectRoot, { withFileTypes: true }).filter((item) => item.isFile()).map(({ name }) => join(projectRoot, name));
  const installed = join(projectRoot, 'node_modules/.package-lock.json'); // npm writes it whenever it installs something
  const lines = [JSON.stringify([dir, options, process.version])];
  for (const path of [...beside, installed, ...[dir, join(projectRoot, 'src'), join(projectRoot, 'public')].flatMap(walk)]) {
    const stats = path.endsWith('/') ? undefined : statsOf(path);
    const stamp = stats && stampOf(stats, now);
    if (stamp === '' || stats?.isDirectory()) return undefined; // behind a link to a folder anything may change
    lines.push(`${path} ${stamp}`);
  }
  return digest(lines.sort().join('\n'));
}

/**
 * The stamps by which a build tells whether its files are as it wrote them, of which `known` has some. That nothing was
 * added the time of its folder tells: to look into ten thousand of them would take as long as all the rest.
 */
function digestTree(out: string, paths: readonly string[], known: (path: string) => FileState | undefined = () => undefined): string {
  return digest(paths.map((path) => {
    const file = known(path);
    if (file) return `${file.size} ${file.mtime}`;
    const stats = statSync(out + path, { throwIfNoEntry: false });
    return path.endsWith('/') ? String(stats?.mtimeMs) : `${stats?.size} ${stats?.mtimeMs}`;
  }).join('\n'));
}

/** Everything below `dir`, folders with a slash at their end; nothing where there is no such folder. */
function walk(dir: string): string[] {
  const { files, folders } = existsSync(dir) ? listTree(dir) : { files: [], folders: [] };
  return [...files, ...folders.map((folder) => `${folder}/`)].map((path) => dir + path);
}
