/** Everything that a build makes, unit by unit. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '#markup/edition.ts';
import { outputs, resourcesOf } from '#outputs/index.ts';
import { buildSearch } from '#search/index/write.ts';
import { planPages } from '../pages/index.ts';
import { cacheDir } from '../project.ts';
import type { Renderer } from '../render/render.ts';
import type { Templates } from '../render/template-cache.ts';
import type { ProductFile, Unit } from './unit.ts';

/** Files that are copied: styles and scripts of the templates, then those of `public/`. */
export function* assetUnits(templates: Templates, files: ReadonlyMap<string, string>): Generator<Unit> {
  for (const asset of templates.assets) yield copyUnit(`/${asset}`, join(templates.client, asset));
  for (const [path, file] of files) yield copyUnit(path, file);
}

/** The pages, entries first. */
export function* pageUnits(edition: Edition, templates: Templates, renderer: () => Promise<Renderer>): Generator<Unit> {
  for (const { path, isEntry, make } of planPages(edition)) {
    yield {
      id: `page ${path}`,
      ...(isEntry ? { of: path } : {}),
      key: templates.seal,
      async *files() {
        yield { path: path.endsWith('/') ? `${path}index.html` : path, content: await (await renderer()).render(make()) };
      },
    };
  }
}

/** The machine outputs but those that collect, and the search index. */
export function* outputUnits(edition: Edition): Generator<Unit> {
  for (const output of outputs.filter(({ collects }) => !collects)) {
    if (output.units) {
      for (const unit of output.units(edition)) yield { ...unit, id: `${output.id} ${unit.id}` };
    } else yield { id: output.id, files: () => output.files(edition, resourcesOf(edition.site)) };
  }
  yield { id: 'search', files: () => searchFiles(edition) };
}

/** The machine outputs that collect what others have made: `made` gives the text of a file. */
export function* collectingUnits(edition: Edition, made: (path: string) => string | undefined): Generator<Unit> {
  for (const output of outputs.filter(({ collects }) => collects)) yield { id: output.id, files: () => output.files(edition, resourcesOf(edition.site), made) };
}

function copyUnit(path: string, from: string): Unit {
  const { size, mtimeMs } = statSync(from);
  return { id: `copy ${path}`, key: `${from} ${size} ${mtimeMs}`, files: () => [{ path, from }] };
}

async function searchFiles(edition: Edition): Promise<ProductFile[]> {
  const files: ProductFile[] = [];
  await buildSearch(edition, { write: (path, content) => void files.push({ path, content }) }, `${cacheDir}/search`);
  return files;
}
