/** The build: from a content folder to a published tree, or to problems and an untouched one. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digest } from '#lib/hash.ts';
import { once } from '#lib/once.ts';
import { sourceDigest } from '#lib/source-digest.ts';
import { basePath } from '#lib/url.ts';
import { traceEdition, type TracedEdition } from '#markup/traced.ts';
import type { SiteConfig } from '#model/config.ts';
import { isError, sortProblems, type Problem } from '#model/problem.ts';
import { readSettings } from '#model/read.ts';
import { findWithoutRoom, inWayOf, sayTaken, type Assets } from './assets.ts';
import { compressedUnits } from './compress.ts';
import { checkImages, prepareImages } from './images/images.ts';
import { UnfinishedError } from './journal.ts';
import { readSite, type LoadOptions, type Loaded } from './load.ts';
import { printManifest } from './manifest.ts';
import { manifestPath, shardStateFile } from './own-tree.ts';
import { openMaker, type Maker } from './products/make.ts';
import { printState, readState, unpackState, writeState } from './products/packed-state.ts';
import { openState, pastOf, type FileState } from './products/state.ts';
import type { Unit } from './products/unit.ts';
import { assetUnits, collectingUnits, dealtUnits, openBuckets, outputUnits, pageUnits, searchUnits } from './products/units.ts';
import { openTreeProof } from './prove.ts';
import { openStaging, replaceTree, TakenError, type Staging } from './publish.ts';
import { proveBuilt, readMade, type Reading } from './read-back.ts';
import { buildFolder } from './recent.ts';
import { createRenderer } from './render/render.ts';
import { templatesOf } from './render/site-templates.ts';
import type { Templates } from './render/template-cache.ts';
import { claimRoom, spareMemory } from './room.ts';
import { isInShare, uniteShards, type Share } from './shards.ts';
import { makeSocialPictures } from './social/pictures.ts';
import { countFiles, openLearned } from './threads/learn.ts';
import { countThreads, startThreads, type Threads } from './threads/threads.ts';
import { layTrees } from './tree.ts';

export interface BuildOptions extends LoadOptions {
  /** Absolute path of the folder that the site is written to. */
  out: string;
  /** Makes the pages and twins of a share of the entries, and nothing else. */
  share?: Share | undefined;
  /** Writes `.br` and `.gz` beside text files. */
  compress?: boolean | undefined;
  /** Bytes of memory that the build keeps to, by the number of threads that share the work: RoomError where they are too few. Without it threads share half of what there is, up to 4 GB. */
  memory?: number | undefined;
  /** Processors; without it, those of the machine. */
  cores?: number | undefined;
  /** Told when a stage begins. */
  onStage?: ((stage: Stage) => void) | undefined;
  /** Told when a part of an output begins: its id starts with that of the output. The search index comes last. */
  onOutput?: ((id: string) => void) | undefined;
}

export type Stage = 'load' | 'templates' | 'outputs' | 'pages' | 'proof' | 'compress' | 'publish';

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
  if (memory !== undefined) claimRoom(countFiles(options.contentDir), memory);
  spareMemory();
  onStage('load');
  const staging = openStaging(out);
  let threads: Threads | undefined;
  let checked: Built | undefined;
  try {
    const looking = staging.look();
    looking.catch(() => undefined); // asked for below, as are the templates, unless the content is not sound
    const settings = readSettings(options.contentDir);
    const compiling = templatesFor(settings, options);
    compiling.catch(() => undefined);
    const known = await openLearned(options, memory, cores);
    const stateFile = share ? join(out, shardStateFile) : stateFileOf(out);
    const code = sourceDigest();
    const past = settings ? pastOf(versionOf(code, options.url ? { ...settings, url: options.url } : settings), readState(stateFile)) : openState('');
    const count = settings && past.version === '' && !share ? countThreads(countFiles(options.contentDir), memory, cores) : 0;
    if (count > 0) threads = startThreads(options, count, memory);
    const read = readSite(options, known);
    const { edition, assets } = read;
    const imageProblems = edition ? await checkImages(edition, assets) : [];
    const check = (): Built => {
      const loaded = read.check();
      return { problems: sortProblems([...loaded.problems, ...imageProblems]), differences: [], loaded };
    };
    if (!edition || [...read.problems, ...imageProblems].some(isError)) return check();
    const version = versionOf(code, edition.site.config);
    const before = pastOf(version, past); // site.yaml may have been saved since
    const images = once(() => prepareImages(edition, assets));
    const buckets = openBuckets();
    await looking;
    if (threads) {
      // Pages are made while the site is still being checked: most sites are sound, and nothing is published of one that is not.
      threads.begin({ templates: (await compiling)!, pictures: (await images()).pictures, version, stateFile, out, dir: staging.dir, old: staging.old().seen, buckets });
    }
    checked = check();
    const { problems, loaded } = checked;
    if (problems.some(isError)) return checked;
    const { pictures, files } = await images();
    const social = share ? { files: new Map<string, string>(), problems: [] } : await makeSocialPictures(edition, read.settings);
    problems.push(...social.problems);
    onStage('templates');
    const templates = (await compiling)!;
    const traced = traceEdition(edition, before.names, (path) => pictures.get(path));
    const maker = openMaker(traced, version, before, staging);
    const copies = new Map([...assets.files, ...files, ...social.files]);
    const { pages, reading } = await makeUnits({ edition: traced, templates, copies, share, maker, buckets, threads }, onStage, onOutput);
    onStage('proof');
    const tree = layTrees(out, staging.dir, maker.state.files.keys(), maker.kept);
    // The pages of a share lead to those of others, so they are proven when all are there.
    const proved = share ? undefined : await proveBuilt(await openTreeProof(tree, edition, loaded), { tree, maker, out, before, reading });
    const differences = proved?.differences ?? [];
    if (differences.length > 0) return { ...checked, differences };
    if (compress && !share) {
      onStage('compress');
      for (const unit of compressedUnits(tree, maker.state.files)) await maker.make(unit);
    }
    const squeezed = findWithoutRoom(assets, maker.state.files);
    if (squeezed) throw new TakenError(squeezed);
    onStage('publish');
    const manifest = printManifest(maker.state.files);
    // By it the folder is known as a build's, so it comes with the pages: without it none could build there again, nor merge them.
    if (share) staging.write(`/${shardStateFile}`, Buffer.concat([...printState({ ...maker.state, share })]));
    else await maker.make({ id: 'manifest', key: digest(manifest), files: () => [{ path: manifestPath, content: manifest }] });
    staging.publish(maker.kept);
    known.save(); // what was found out of entries while the site was made
    if (!share) writeState(stateFile, { ...maker.state, proven: proved?.proven });
    return { ...checked, counts: { entries: edition.site.entries.length, pages, files: maker.state.files.size }, tree: maker.state.files };
  } catch (error) {
    const taken = checked && takenBy(error, staging, checked.loaded.assets);
    if (checked && taken) return { ...checked, problems: sortProblems([...checked.problems, sayTaken(taken)]) };
    throw error;
  } finally {
    await threads?.stop();
    staging.discard();
  }
}

/** The asset whose address something else has, if that is what `error` is about: the system says so where one of the two is to be a folder. */
function takenBy(error: unknown, staging: Staging, assets: Assets): string | undefined {
  if (error instanceof TakenError) return inWayOf(error.path, assets);
  const { code = '', path } = error as NodeJS.ErrnoException;
  return ['EEXIST', 'EISDIR', 'ENOTDIR'].includes(code) && path?.startsWith(staging.dir) ? inWayOf(path.slice(staging.dir.length), assets) : undefined;
}

interface Making {
  edition: TracedEdition;
  templates: Templates;
  /** Files that are copied as they are, by path. */
  copies: ReadonlyMap<string, string>;
  share: Share | undefined;
  maker: Maker;
  buckets: Int32Array<SharedArrayBuffer>;
  threads: Threads | undefined;
}

/** Makes every unit of the site or the share: first outputs that speak of many entries, then with `threads` pages and what is of one. Gives the number of pages, and what threads have begun to read back. */
async function makeUnits({ edition, templates, copies, share, maker, buckets, threads }: Making, onStage: (stage: Stage) => void, onOutput: (id: string) => void): Promise<{ pages: number; reading?: Reading | undefined }> {
  const makeAll = async (units: Iterable<Unit>, onUnit: (id: string) => void = () => undefined): Promise<void> => {
    for (const unit of units) {
      onUnit(unit.id);
      await maker.make(unit);
    }
  };
  const isWanted = ({ of }: Unit) => !share || (of !== undefined && isInShare(of, share));
  const pages = [...pageUnits(edition, templates, once(() => createRenderer(templates)))].filter(isWanted);
  const outputs = [...outputUnits(edition)].filter(isWanted);
  if (!share) {
    onStage('outputs');
    await makeAll(assetUnits(templates, copies));
    await makeAll(outputs.filter(({ of }) => !of), onOutput);
    await makeAll(searchUnits(edition, maker.filesOf), onOutput);
  }
  onStage('pages');
  await makeAll(dealtUnits(pages, outputs, buckets));
  for (const made of (await threads?.made()) ?? []) maker.take(unpackState(made.state), made.kept);
  if (share) return { pages: pages.length };
  const reading = threads && (await readMade(threads, maker, edition));
  await makeAll(collectingUnits(edition, maker.text), onOutput);
  return { pages: pages.length, reading };
}

/** Makes the site out of shares that were built elsewhere. Throws ShardError when they are not all shares of one build. */
export async function mergeSite({ shards, out, ...options }: BuildOptions & { shards: readonly string[] }): Promise<Built> {
  const staging = openStaging(out);
  const dir = join(staging.dir, 'tree');
  const stateFile = stateFileOf(dir);
  try {
    writeState(stateFile, uniteShards(shards, dir));
    const built = await buildSite({ ...options, out: dir }).catch((error: unknown) => {
      throw error instanceof UnfinishedError ? error.cause : error; // so far everything is beside the site
    });
    if (built.counts) {
      replaceTree(out, dir);
      if (existsSync(stateFile)) {
        mkdirSync(buildFolder(out), { recursive: true });
        renameSync(stateFile, stateFileOf(out));
      }
    }
    return built;
  } finally {
    staging.discard();
    rmSync(dirname(stateFile), { recursive: true, force: true });
  }
}

/** Compiled templates for a site whose settings can be read. Astro makes them in a process of its own, while this one reads the content. */
async function templatesFor(config: SiteConfig | undefined, { url }: LoadOptions): Promise<Templates | undefined> {
  return config && templatesOf(config, basePath(url ?? config.url));
}

/** Stands for what everything is made by and for: code, Node, settings. */
function versionOf(code: string, config: SiteConfig): string {
  return digest(JSON.stringify([code, process.version, config]));
}

function stateFileOf(out: string): string {
  return join(buildFolder(out), 'state');
}
