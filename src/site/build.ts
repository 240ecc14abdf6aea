/** The build: from a content folder to a published tree, or to problems and an untouched one. */
import { join } from 'node:path';
import type { Edition } from '#markup/edition.ts';
import { outputs, resourcesOf } from '#outputs/index.ts';
import type { Problem } from '#model/problem.ts';
import { buildSearch } from '#search/index/write.ts';
import type { Assets } from './assets.ts';
import { compressTree } from './compress.ts';
import { loadSite, type LoadOptions, type Loaded } from './load.ts';
import { allPages } from './pages/index.ts';
import { cacheDir, projectRoot } from './project.ts';
import { proveTree } from './prove.ts';
import { openStaging, type Staging } from './publish.ts';
import { compileTemplates } from './render/compile-templates.ts';
import { createRenderer } from './render/render.ts';

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
  counts?: { entries: number; pages: number; files: number };
}

/** Builds the site. Nothing is published when an error or a difference was found; `out` changes only at the very end. */
export async function buildSite({ out, compress = false, onStage = () => undefined, ...options }: BuildOptions): Promise<Built> {
  onStage('load');
  const loaded = loadSite(options);
  const { edition, problems, assets } = loaded;
  if (!edition || problems.some(({ severity }) => severity === 'error')) return { problems, differences: [], loaded };
  const staging = openStaging(out);
  try {
    const pages = await writeSite(edition, assets, staging, onStage);
    onStage('proof');
    const { problems: differences } = await proveTree(staging.dir, edition, loaded);
    if (differences.length > 0) {
      staging.discard();
      return { problems, differences, loaded };
    }
    let { count } = staging;
    if (compress) {
      onStage('compress');
      count += await compressTree(staging.dir);
    }
    onStage('publish');
    staging.publish();
    return { problems, differences, loaded, counts: { entries: edition.site.entries.length, pages, files: count } };
  } catch (error) {
    staging.discard();
    throw error;
  }
}

async function writeSite(edition: Edition, assets: Assets, staging: Staging, onStage: (stage: Stage) => void): Promise<number> {
  onStage('templates');
  const templates = await compileTemplates({ root: projectRoot, cacheDir: `${cacheDir}/templates`, base: edition.site.base || '/' });
  for (const asset of templates.assets) staging.copy(`/${asset}`, join(templates.client, asset));
  for (const [path, file] of assets.files) staging.copy(path, file);
  onStage('pages');
  let pages = 0;
  const renderer = await createRenderer(templates);
  for (const page of allPages(edition)) {
    staging.write(page.path.endsWith('/') ? `${page.path}index.html` : page.path, await renderer.render(page));
    pages += 1;
  }
  onStage('outputs');
  const resources = resourcesOf(edition.site);
  for (const output of outputs) {
    for await (const { path, content } of output.files(edition, resources)) staging.write(path, content);
  }
  await buildSearch(edition, staging, `${cacheDir}/search`);
  return pages;
}
