/** The build: from a content folder to a published tree, or to problems and an untouched one. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from '#lib/hash.ts';
import { once } from '#lib/once.ts';
import { basePath } from '#lib/url.ts';
import { traceEdition } from '#markup/traced.ts';
import { langOf, sortProblems, type Problem } from '#model/problem.ts';
import { readSettings } from '#model/read.ts';
import { themeStyles } from '#model/theme.ts';
import { sayTaken } from './assets.ts';
import { compressedUnits } from './compress.ts';
import { checkImages, prepareImages } from './images/images.ts';
import { loadSite, type LoadOptions, type Loaded } from './load.ts';
import { manifestPath, printManifest } from './manifest.ts';
import { openMemory } from './memory.ts';
import { openMaker } from './products/make.ts';
import { readState, writeState, type FileState } from './products/state.ts';
import type { Unit } from './products/unit.ts';
import { assetUnits, collectingUnits, outputUnits, pageUnits, searchUnits } from './products/units.ts';
import { cacheDir, projectRoot, sourceDigest } from './project.ts';
import { openTreeProof } from './prove.ts';
import { openStaging, replaceTree, TakenError } from './publish.ts';
import { compileTemplates } from './render/compile-templates.ts';
import { createRenderer } from './render/render.ts';
import type { Templates } from './render/template-cache.ts';
import { isInShare, shardStateFile, uniteShards, type Share } from './shards.ts';
import { makeSocialPictures } from './social/pictures.ts';
import { countThreads, startThreads, type Threads } from './threads/threads.ts';
import { layTrees } from './tree.ts';

export interface BuildOptions extends LoadOptions {
  /** Absolute path of the folder that the site is written to. */
  out: string;
  /** Makes the pages and twins of a share of the entries, and nothing else. */
  share?: Share | undefined;
  /** Writes `.br` and `.gz` beside text files. */
  compress?: boolean | undefined;
  /** Bytes of memory that decide how many threads share the work; without it, half of what there is. */
  memory?: number | undefined;
  /** Processors; without it, those of the machine. */
  cores?: number | undefined;
  /** Told when a stage begins, with how much of it is known. */
  onStage?: ((stage: Stage) => void) | undefined;
  /** Told when a part of an output begins: its id starts with that of the output. The search index comes last. */
  onOutput?: ((id: string) => void) | undefined;
}

export type Stage = 'load' | 'templates' | 'pages' | 'outputs' | 'proof' | 'compress' | 'publish';

export interface Built {
  problems: Problem[];
  /** Where a surface does not say what the content says; files are those of the tree that was not published. */
  differences: Problem[];
  loaded: Loaded;
  /** Missing when problems or differences kept the build from publishing anything. */
  counts?: { entries: number; pages: number; files: number };
  /** The files that were published, by path; missing where nothing was. */
  tree?: ReadonlyMap<string, FileState>;
}

/** Builds the site. Nothing is published when an error or a difference was found; `out` changes only at the very end. */
export async function buildSite({ out, share, compress = false, memory, cores, onStage = () => undefined, onOutput = () => undefined, ...options }: BuildOptions): Promise<Built> {
  onStage('load');
  const compiling = templatesFor(options);
  compiling.catch(() => undefined); // asked for below, unless the content is not sound
  const known = openMemory(options.contentDir);
  const loaded = loadSite(options, known);
  const { edition, assets } = loaded;
  const problems = sortProblems([...loaded.problems, ...(edition ? await checkImages(edition, assets) : [])]);
  if (!edition || problems.some(({ severity }) => severity === 'error')) return { problems, differences: [], loaded };
  const images = await prepareImages(edition, assets);
  const social = share ? { files: new Map<string, string>(), problems: [] } : await makeSocialPictures(edition);
  problems.push(...social.problems);
  const staging = openStaging(out);
  let threads: Threads | undefined;
  try {
    onStage('templates');
    const templates = (await compiling)!;
    const stateFile = share ? join(out, shardStateFile) : stateFileOf(out);
    const traced = traceEdition(edition, (path) => images.pictures.get(path));
    const version = digest(JSON.stringify([sourceDigest(''), process.version, edition.site.config]));
    const before = readState(stateFile);
    const count = share || before.version === version ? 0 : countThreads(edition.site.entries.length, memory, cores);
    if (count > 0) threads = startThreads({ options, templates, pictures: images.pictures, version, stateFile, out, dir: staging.dir }, count, memory);
    const maker = openMaker(traced, version, before, out, staging);
    const makeAll = async (units: Iterable<Unit>, onUnit: (id: string) => void = () => undefined): Promise<number> => {
      let count = 0;
      for (const unit of units) {
        if (share && !(unit.of && isInShare(unit.of, share))) continue;
        count += 1;
        if (threads && unit.of) continue;
        onUnit(unit.id);
        await maker.make(unit);
      }
      return count;
    };
    await makeAll(assetUnits(templates, new Map([...assets.files, ...images.files, ...social.files])));
    onStage('pages');
    const pages = await makeAll(pageUnits(traced, templates, once(() => createRenderer(templates))));
    onStage('outputs');
    await makeAll(outputUnits(traced), onOutput);
    await makeAll(searchUnits(traced, maker.filesOf), onOutput);
    for (const made of (await threads?.finish()) ?? []) maker.take(made);
    await makeAll(collectingUnits(traced, maker.text), onOutput);
    onStage('proof');
    const tree = layTrees(out, staging.dir, maker.state.files.keys(), maker.kept);
    const proof = await openTreeProof(tree, edition, loaded);
    const written = new Set([...maker.state.files.keys()].filter((path) => !maker.kept.has(path)));
    // The pages of a share lead to those of others, so they are proven when all are there.
    const differences = share ? [] : before.version === version && before.proven.size > 0 ? proof.since(before.proven, written) : proof.whole();
    if (differences.length > 0) {
      staging.discard();
      return { problems, differences, loaded };
    }
    if (compress) {
      onStage('compress');
      await makeAll(compressedUnits(tree, maker.state.files));
    }
    onStage('publish');
    const manifest = printManifest(maker.state.files);
    await makeAll([{ id: 'manifest', key: digest(manifest), files: () => [{ path: manifestPath, content: manifest }] }]);
    staging.publish(maker.kept);
    known.save(); // what was found out of entries while the site was made
    writeState(stateFile, { ...maker.state, share, proven: share ? new Map() : proof.digests() });
    return { problems, differences, loaded, counts: { entries: edition.site.entries.length, pages, files: maker.state.files.size }, tree: maker.state.files };
  } catch (error) {
    await threads?.stop();
    staging.discard();
    if (error instanceof TakenError && assets.files.has(error.path)) return { problems: sortProblems([...problems, sayTaken(error.path)]), differences: [], loaded };
    throw error;
  }
}

/** Makes the site out of shares that were built elsewhere. Throws ShardError when they are not all shares of one build. */
export async function mergeSite({ shards, out, ...options }: BuildOptions & { shards: readonly string[] }): Promise<Built> {
  const staging = openStaging(out);
  const dir = join(staging.dir, 'tree');
  const stateFile = stateFileOf(dir);
  try {
    writeState(stateFile, uniteShards(shards, dir));
    const built = await buildSite({ ...options, out: dir });
    if (built.counts) {
      replaceTree(out, dir);
      if (existsSync(stateFile)) renameSync(stateFile, stateFileOf(out));
    }
    return built;
  } finally {
    staging.discard();
    rmSync(stateFile, { force: true });
  }
}

/** Compiled templates for a site whose settings can be read. Astro makes them in a process of its own, while this one reads the content. */
async function templatesFor({ contentDir, url }: LoadOptions): Promise<Templates | undefined> {
  const config = readSettings(contentDir);
  return config && compileTemplates({ root: projectRoot, cacheDir: `${cacheDir}/templates`, base: basePath(url ?? config.url) || '/', styles: themeStyles(config), lang: langOf(config.language) });
}

function stateFileOf(out: string): string {
  return `${cacheDir}/builds/${digest(out)}.json`;
}
