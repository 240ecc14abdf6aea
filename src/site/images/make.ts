/** The files of one image: a clean copy of itself, and smaller ones in modern formats. A pure function of its bytes, kept by digest. */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sharp } from 'sharp';
import { digest } from '#lib/hash.ts';
import { keepData, recallData } from '#lib/kept-data.ts';
import { listTree } from '#lib/list-tree.ts';
import type { ImageFacts } from './inspect.ts';
import { imageVersion, openSharp } from './sharp.ts';

/** Widths in pixels that are offered, where the image is that wide. */
const widths = [480, 960, 1600];

/** The copy of an image is no wider, in pixels: twice the text column. */
const maxWidth = 1600;

export interface MadeImage {
  width: number;
  height: number;
  /** Absolute path of the clean copy; missing where the image itself is clean. */
  copy?: string;
  formats: { type: string; extension: string; files: { file: string; width: number }[] }[];
}

/** The files of the image in `bytes`, in a folder of `cacheDir`. Rejects where it cannot be read to its end. */
export async function makeImage(bytes: Uint8Array, facts: ImageFacts, cacheDir: string, withFormats: boolean): Promise<MadeImage> {
  if (facts.isFixed) return { width: facts.width, height: facts.height, formats: [] };
  const folder = join(cacheDir, digest(`${imageVersion}\0${withFormats}\0${digest(bytes)}`));
  const kept = readFolder(folder) ?? (await fillFolder(folder, cacheDir, (aside) => writeFiles(bytes, facts, aside, withFormats)));
  const inFolder = (name: string) => join(folder, name);
  return { ...kept, ...(kept.copy ? { copy: inFolder(kept.copy) } : {}), formats: kept.formats.map((format) => ({ ...format, files: format.files.map(({ file, width }) => ({ file: inFolder(file), width })) })) };
}

/** What is kept in `folder`; undefined where there is nothing, or a byte of it is not what was written. */
function readFolder(folder: string): MadeImage | undefined {
  try {
    const kept = recallData<Listed>(join(folder, list), imageVersion)?.data;
    return kept?.sums.every(([path, sum]) => digest(readFileSync(folder + path)) === sum) ? kept.made : undefined;
  } catch {
    return undefined;
  }
}

/** Lets `write` fill a folder beside `folder`, and puts that in its place as a whole. */
async function fillFolder(folder: string, cacheDir: string, write: (aside: string) => Promise<MadeImage>): Promise<MadeImage> {
  mkdirSync(cacheDir, { recursive: true });
  const aside = mkdtempSync(`${folder}-`);
  try {
    const made = await write(aside);
    keepData<Listed>(join(aside, list), imageVersion, { data: { made, sums: listTree(aside).files.map((path) => [path, digest(readFileSync(aside + path))]) }, parts: [] });
    // Another build may have been faster: what it made is as good, unless it is the broken one that this replaces.
    if (!readFolder(folder)) {
      rmSync(folder, { recursive: true, force: true });
      renameSync(aside, folder);
    }
    return made;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** In the folder of an image: what is in it. */
const list = 'files';

interface Listed {
  made: MadeImage;
  /** Digests by path. */
  sums: (readonly [path: string, sum: string])[];
}

async function writeFiles(bytes: Uint8Array, facts: ImageFacts, folder: string, withFormats: boolean): Promise<MadeImage> {
  const sharp = await openSharp();
  const { format } = facts;
  const width = Math.min(facts.width, maxWidth);
  const height = Math.max(1, Math.round((facts.height * width) / facts.width));
  const isClean = !facts.hasMetadata && facts.width <= maxWidth;
  // Everything smaller is scaled from one picture in memory, so that a large image is decoded once.
  const { data, info } = await sharp(bytes, { failOn: 'error', limitInputPixels: false }).autoOrient().resize({ width, height, fit: 'fill' }).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const source = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const original = isClean || format === 'gif' || format === 'svg' ? Buffer.from(bytes) : await source().toFormat(format, { quality: 82 }).toBuffer();
  if (!isClean) writeFileSync(join(folder, 'copy'), original);
  const made: MadeImage['formats'] = [];
  let limit = original.length;
  for (const next of withFormats ? [...modern].reverse() : []) {
    const files = await Promise.all([...widths.filter((step) => step < width), width].map(async (step) => ({ width: step, content: await next.encode(source().resize({ width: step })).toBuffer() })));
    const largest = files.at(-1)!.content.length;
    if (largest >= limit) continue;
    limit = largest;
    for (const { width: step, content } of files) writeFileSync(join(folder, `${step}.${next.extension}`), content);
    made.unshift({ type: next.type, extension: next.extension, files: files.map(({ width: step }) => ({ file: `${step}.${next.extension}`, width: step })) });
  }
  return { width, height, ...(isClean ? {} : { copy: 'copy' }), formats: made };
}

/** The best first; each is kept only where it is smaller than what comes after it. */
const modern: readonly { type: string; extension: string; encode(image: Sharp): Sharp }[] = [
  { type: 'image/avif', extension: 'avif', encode: (image) => image.avif({ quality: 55, effort: 2 }) },
  { type: 'image/webp', extension: 'webp', encode: (image) => image.webp({ quality: 80, smartSubsample: true }) },
];
