/** The images of a site: those in bodies are made ready for pages, and no image is published with what a camera wrote into it. */
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { digest } from '#lib/hash.ts';
import { mediaTypeOf } from '#lib/media-types.ts';
import { openPack } from '#lib/pack.ts';
import { sealOfFile } from '#lib/stamp.ts';
import type { Edition } from '#markup/edition.ts';
import type { Picture } from '#markup/print/picture.ts';
import { sortProblems, type Place, type Problem } from '#model/problem.ts';
import type { Assets } from '../assets.ts';
import type { Loaded } from '../load.ts';
import { cacheDir } from '../project.ts';
import { inspectImage, type ImageFacts, type ImageFault } from './inspect.ts';
import { makeImage } from './make.ts';
import { imageVersion } from './sharp.ts';
import { sayFault } from './words.ts';

export interface Images {
  /** By the path of the image. */
  pictures: ReadonlyMap<string, Picture>;
  /** Absolute file by the path at which it is served: smaller files, and clean copies that stand in for assets. */
  files: ReadonlyMap<string, string>;
}

/** Path below the site of the folder of smaller images; their names change with their content. */
const imagesFolder = '/_images/';

/** What is wrong with the images that bodies show. */
export async function checkImages(edition: Edition, assets: Assets): Promise<Problem[]> {
  const known = openFacts();
  const problems: Problem[] = [];
  for (const [path, places] of imagesOf(edition, assets)) {
    const facts = await known.of(assets.files.get(path)!, true);
    if (typeof facts === 'string') problems.push(...places.map((place) => ({ ...place, ...sayFault(facts, path) })));
  }
  known.save();
  return problems;
}

/** `loaded` with what is wrong with the images that its bodies show, too. */
export async function withImages(loaded: Loaded): Promise<Loaded> {
  const { edition, assets, problems } = loaded;
  return edition ? { ...loaded, problems: sortProblems([...problems, ...(await checkImages(edition, assets))]) } : loaded;
}

/** Makes the images of a site ready whose images are sound. */
export async function prepareImages(edition: Edition, assets: Assets): Promise<Images> {
  const known = openFacts();
  const pictures = new Map<string, Picture>();
  const files = new Map<string, string>();
  const shown = imagesOf(edition, assets);
  for (const [path, file] of assets.files) {
    if (!mediaTypeOf(extname(path).slice(1).toLowerCase())?.startsWith('image/')) continue;
    const isShown = shown.has(path);
    const facts = await known.of(file, isShown);
    if (typeof facts === 'string' || (!isShown && (!facts.hasMetadata || facts.isFixed))) continue;
    const bytes = readFileSync(file);
    const { width, height, copy, formats } = await makeImage(bytes, facts, join(cacheDir, 'images'), isShown);
    if (copy) files.set(path, copy);
    if (!isShown) continue;
    const name = basename(path, extname(path)).replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '').toLowerCase();
    const at = (step: number, extension: string) => `${imagesFolder}${name && `${name}.`}${digest(imageVersion + digest(bytes)).slice(0, 12)}.${step}.${extension}`;
    for (const format of formats) for (const made of format.files) files.set(at(made.width, format.extension), made.file);
    pictures.set(path, { width, height, formats: formats.map(({ type, extension, files: list }) => ({ type, files: list.map((made) => ({ path: at(made.width, extension), width: made.width })) })) });
  }
  known.save();
  return { pictures, files };
}

/** Images of the site that bodies show, with every place that does. What does not exist is reported elsewhere. */
function imagesOf({ site, document, images }: Edition, assets: Assets): Map<string, Place[]> {
  const found = new Map<string, Place[]>();
  for (const item of [...site.entries, ...site.pages]) {
    if (!images(item).some((to) => assets.files.has(to))) continue;
    for (const { to, line, column, image } of document(item).links) {
      if (image && assets.files.has(to)) found.set(to, [...(found.get(to) ?? []), { file: item.source.file, line, column }]);
    }
  }
  return found;
}

/** Facts of files, kept by where they lie and what stands for their content: nothing is looked into twice. */
function openFacts(): { of(file: string, whole: boolean): Promise<ImageFacts | ImageFault>; save(): void } {
  const pack = openPack<ImageFacts | ImageFault>(`${cacheDir}/images/facts`, imageVersion);
  return {
    async of(file, whole) {
      const key = digest(`${file}\0${sealOfFile(file)}\0${whole}`);
      const kept = pack.get(key);
      if (kept !== undefined) return kept;
      const facts = await inspectImage(readFileSync(file), whole);
      pack.set(key, facts);
      return facts;
    },
    save: () => pack.save(),
  };
}
