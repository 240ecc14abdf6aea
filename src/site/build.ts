/** The build: from a content folder to a published tree, or to problems and an untouched one. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digest } from '#lib/hash.ts';
import { once } from '#lib/once.ts';
import { sourceDigest } from '#lib/source-digest.ts';
import { basePath } from '#lib/url.ts';
import type { Edition } from '#markup/edition.ts';
import { traceEdition } from '#markup/traced.ts';
import type { SiteConfig } from '#model/config.ts';
import { isError, sortProblems, type Problem } from '#model/problem.ts';
import { readSettings } from '#model/read.ts';
import { findWithoutRoom, inWayOf, sayTaken, type Assets } from './assets.ts';
import { compressedUnits } from './compress.ts';
import { checkImages, prepareImages, type Images } from './images/images.ts';
import { UnfinishedError } from './journal.ts';
import { readSite, type LoadOptions, type Loaded } from './load.ts';
import { makeUnits, type MadeSite } from './make-units.ts';
import { printManifest } from './manifest.ts';
import type { Memory } from './memory.ts';
import { manifestPath, shardStateFile } from './own-tree.ts';
import { openMaker } from './products/make.ts';
import { printState, readState, writeState } from './products/packed-state.ts';
import { openState, pastOf, type FileState, type State } from './products/state.ts';
import { openBuckets, type Buckets } from './products/units.ts';
import { buildFolder } from './project.ts';
import { openTreeProof } from './prove.ts';
import { openStaging, replaceTree, TakenError, type Staging } from './publish.ts';
import { proveBuilt } from './read-back.ts';
import { templatesOf } from './render/site-templates.ts';
import type { Templates } from './render/template-cache.ts';
import { claimRoom, spareMemory } from './room.ts';
import { uniteShards, type Share } from './shards.ts';
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
  /** Bytes of memory that the build keeps to, by the number of threads that share the work: Refusal where they are too few. Without it threads share half of what there is, up to 4 GB. */
  memory?: number | undefined;
  /** Processors; without it, those of the machine. */
  cores?: number | undefined;
  /** Told when a stage begins. */
  onStage?: ((stage: Stage) => void) | undefined;
  /** Told when a part of an output begins: its id starts with that of the output. The search index comes last. */
  onOutput?: ((id: string) => void) | undefined;
}

export type Stage = 'read' | 'check' | 'templates' | 'outputs' | 'pages' | 'proof' | 'compress' | 'publish';

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
export async function buildSite(options: BuildOptions): Promise<Built> {
  if (options.memory !== undefined) claimRoom(countFiles(options.contentDir), options.memory);
  spareMemory();
  options.onStage?.('read');
  const staging = openStaging(options.out);
  let threads: Threads | undefined;
  try {
    const begun = await begin(options, staging);
    ({ threads } = begun);
    const { checked, sound } = await readAndCheck(begun);
    if (!sound) return checked;
    try {
      return await publishProven(begun, sound, checked, await make(begun, sound, checked));
    } catch (error) {
      const taken = takenBy(error, staging, checked.loaded.assets);
      if (!taken) throw error;
      return { ...checked, problems: sortProblems([...checked.problems, sayTaken(taken)]) };
    }
  } finally {
    await threads?.stop();
    staging.discard();
  }
}

/** A build that has not read its site yet. */
interface Begun {
  options: BuildOptions;
  /** Those by which the site is read, also by threads. */
  load: LoadOptions;
  staging: Staging;
  /** Done when the old tree has been looked at. */
  looking: Promise<void>;
  compiling: Promise<Templates | undefined>;
  /** What was learned of the content. */
  known: Memory;
  /** Digest of the generator. */
  code: string;
  /** File of the state that the last build left, and what of it counts. */
  stateFile: string;
  past: State;
  threads: Threads | undefined;
}

/** Begins what takes long and needs no more than the settings. Threads are started last: whatever fails before leaves none behind. */
async function begin(options: BuildOptions, staging: Staging): Promise<Begun> {
  const { contentDir, today, url, out, share, memory, cores } = options;
  const load: LoadOptions = { contentDir, today, url };
  const looking = staging.look();
  looking.catch(() => undefined); // waited for later, as are the templates, unless the content is not sound
  const settings = readSettings(contentDir);
  const compiling = templatesFor(settings, load);
  compiling.catch(() => undefined);
  const known = await openLearned(load, memory, cores);
  const stateFile = share ? join(out, shardStateFile) : stateFileOf(out);
  const code = sourceDigest();
  const past = settings ? pastOf(versionOf(code, url ? { ...settings, url } : settings), readState(stateFile)) : openState('');
  const count = settings && past.version === '' && !share ? countThreads(countFiles(contentDir), memory, cores) : 0;
  return { options, load, staging, looking, compiling, known, code, stateFile, past, threads: count > 0 ? startThreads(load, count, memory) : undefined };
}

/** A site without errors, to be made. */
interface Sound {
  edition: Edition;
  version: string;
  /** What counts for it of what the last build left. */
  before: State;
  /** Made ready when they are first asked for. */
  images: () => Promise<Images>;
  /** What of pages and twins threads have taken. */
  buckets: Buckets;
}

/** Reads the site and checks it. It is sound where it has no errors; threads begin to make it before that is known. */
async function readAndCheck({ options: { out, onStage }, load, staging, looking, compiling, known, code, stateFile, past, threads }: Begun): Promise<{ checked: Built; sound?: Sound }> {
  const read = readSite(load, known);
  const { edition, assets } = read;
  const imageProblems = edition ? await checkImages(edition, assets) : [];
  const check = (): Built => {
    onStage?.('check');
    const loaded = read.check();
    return { problems: sortProblems([...loaded.problems, ...imageProblems]), differences: [], loaded };
  };
  if (!edition || [...read.problems, ...imageProblems].some(isError)) return { checked: check() };
  const version = versionOf(code, edition.site.config);
  const before = pastOf(version, past); // site.yaml may have been saved since
  const images = once(() => prepareImages(edition, assets));
  const buckets = openBuckets();
  await looking;
  if (threads) {
    // Pages are made while the site is still being checked: most sites are sound, and nothing is published of one that is not.
    threads.begin({ templates: (await compiling)!, pictures: (await images()).pictures, version, stateFile, out, dir: staging.dir, old: staging.old().seen, buckets });
  }
  const checked = check();
  return checked.problems.some(isError) ? { checked } : { checked, sound: { edition, version, before, images, buckets } };
}

/** Makes everything; what is wrong with pictures for shares is told among the problems. */
async function make({ options: { share, onStage, onOutput }, compiling, staging, threads }: Begun, { edition, version, before, images, buckets }: Sound, { loaded: { assets, settings }, problems }: Built): Promise<MadeSite> {
  const { pictures, files } = await images();
  const social = share ? { files: new Map<string, string>(), problems: [] } : await makeSocialPictures(edition, settings);
  problems.push(...social.problems);
  onStage?.('templates');
  const templates = (await compiling)!;
  const traced = traceEdition(edition, before.names, (path) => pictures.get(path));
  const maker = openMaker(traced, version, before, staging);
  const copies = new Map([...assets.files, ...files, ...social.files]);
  return makeUnits({ edition: traced, templates, copies, share, maker, buckets, threads }, onStage, onOutput);
}

/** Publishes what was made, unless it does not say what the content says. */
async function publishProven({ options: { out, share, compress, onStage }, staging, known, stateFile }: Begun, { edition, before }: Sound, checked: Built, { maker, pages, reading }: MadeSite): Promise<Built> {
  const { state, kept } = maker;
  onStage?.('proof');
  const tree = layTrees(out, staging.dir, state.files.keys(), kept);
  // The pages of a share lead to those of others, so they are proven when all are there.
  const proved = share ? undefined : await proveBuilt(await openTreeProof(tree, edition, checked.loaded), { tree, maker, out, before, reading });
  const differences = proved?.differences ?? [];
  if (differences.length > 0) return { ...checked, differences };
  if (compress && !share) {
    onStage?.('compress');
    for (const unit of compressedUnits(tree, state.files)) await maker.make(unit);
  }
  const squeezed = findWithoutRoom(checked.loaded.assets, state.files);
  if (squeezed) throw new TakenError(squeezed);
  onStage?.('publish');
  const manifest = printManifest(state.files);
  // By it the folder is known as a build's, so it comes with the pages: without it none could build there again, nor merge them.
  if (share) staging.write(`/${shardStateFile}`, Buffer.concat([...printState({ ...state, share })]));
  else await maker.make({ id: 'manifest', key: digest(manifest), files: () => [{ path: manifestPath, content: manifest }] });
  staging.publish(kept);
  known.save(); // what was found out of entries while the site was made
  if (!share) writeState(stateFile, { ...state, proven: proved?.proven });
  return { ...checked, counts: { entries: edition.site.entries.length, pages, files: state.files.size }, tree: state.files };
}

/** The asset whose address something else has, if that is what `error` is about: the system says so where one of the two is to be a folder. */
function takenBy(error: unknown, staging: Staging, assets: Assets): string | undefined {
  if (error instanceof TakenError) return inWayOf(error.path, assets);
  const { code = '', path } = error as NodeJS.ErrnoException;
  return ['EEXIST', 'EISDIR', 'ENOTDIR'].includes(code) && path?.startsWith(staging.dir) ? inWayOf(path.slice(staging.dir.length), assets) : undefined;
}

/** Makes the site out of shares that were built elsewhere. Throws Refusal when they are not all shares of one build. */
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
