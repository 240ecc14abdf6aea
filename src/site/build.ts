/** The build: from a content folder to a published tree, or to problems and an untouched one. */
import { digest } from '#lib/hash.ts';
import { traceEdition } from '#markup/traced.ts';
import type { Problem } from '#model/problem.ts';
import { themeStyles } from '#model/theme.ts';
import { compressedUnits } from './compress.ts';
import { loadSite, type LoadOptions, type Loaded } from './load.ts';
import { openMaker } from './products/make.ts';
import { readState, writeState } from './products/state.ts';
import { assetUnits, outputUnits, pageUnits } from './products/units.ts';
import { cacheDir, projectRoot, sourceDigest } from './project.ts';
import { proveTree } from './prove.ts';
import { openStaging } from './publish.ts';
import { compileTemplates } from './render/compile-templates.ts';
import { createRenderer } from './render/render.ts';
import { layTrees } from './tree.ts';

export interface BuildOptions extends LoadOptions {
  /** Absolute path of the folder that the site is written to. */
  out: string;
  /** Writes `.br` and `.gz` beside text files. */
  compress?: boolean | undefined;
  /** Told when a stage begins, with how much of it is known. */
  onStage?: ((stage: Stage) => void) | undefined;
}

export type Stage = 'load' | 'templates' | 'pages' | 'outputs' | 'proof' | 'compress' | 'publish';

export interface Built {
  problems: Problem[];
  /** Where a surface does not say what the content says; files are those of the tree that was not published. */
  differences: Problem[];
  loaded: Loaded;
  /** Missing when problems or differences kept the build from publishing anything. */
  counts?: { entries: number; pages: number; files: number; written: number };
}

/** Builds the site. Nothing is published when an error or a difference was found; `out` changes only at the very end. */
export async function buildSite({ out, compress = false, onStage = () => undefined, ...options }: BuildOptions): Promise<Built> {
  onStage('load');
  const loaded = loadSite(options);
  const { edition, problems, assets } = loaded;
  if (!edition || problems.some(({ severity }) => severity === 'error')) return { problems, differences: [], loaded };
  const staging = openStaging(out);
  try {
    onStage('templates');
    const templates = await compileTemplates({ root: projectRoot, cacheDir: `${cacheDir}/templates`, base: edition.site.base || '/', styles: themeStyles(edition.site.config) });
    const stateFile = `${cacheDir}/builds/${digest(out)}.json`;
    const version = digest(JSON.stringify([sourceDigest(''), process.version, edition.site.config, compress]));
    const traced = traceEdition(edition);
    const maker = openMaker(traced, version, readState(stateFile), out, staging);
    for (const unit of assetUnits(templates, assets)) await maker.make(unit);
    onStage('pages');
    let pages = 0;
    const renderer = once(() => createRenderer(templates));
    for (const unit of pageUnits(traced, templates, renderer)) {
      await maker.make(unit);
      pages += 1;
    }
    onStage('outputs');
    for (const unit of outputUnits(traced)) await maker.make(unit);
    onStage('proof');
    const tree = layTrees(out, staging.dir, maker.state.files.keys(), maker.kept);
    const { problems: differences } = await proveTree(tree, edition, loaded);
    if (differences.length > 0) {
      staging.discard();
      return { problems, differences, loaded };
    }
    if (compress) {
      onStage('compress');
      for (const unit of compressedUnits(tree, maker.state.files)) await maker.make(unit);
    }
    onStage('publish');
    const written = maker.state.files.size - maker.kept.size;
    staging.publish(maker.kept);
    writeState(stateFile, maker.state);
    return { problems, differences, loaded, counts: { entries: edition.site.entries.length, pages, files: maker.state.files.size, written } };
  } catch (error) {
    staging.discard();
    throw error;
  }
}

/** `make`, called when it is first wanted. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
