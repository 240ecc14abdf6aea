/** The files of one image: a clean copy of itself, and smaller ones in modern formats. A pure function of its bytes, kept by digest. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sharp } from 'sharp';
import { digest } from '#lib/hash.ts';
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
  const list = join(folder, 'files.json');
  if (!existsSync(list)) {
    mkdirSync(cacheDir, { recursive: true });
    const aside = mkdtempSync(`${folder}-`);
    writeFileSync(join(aside, 'files.json'), JSON.stringify(await writeFiles(bytes, facts, aside, withFormats)));
    try {
      renameSync(aside, folder);
    } catch {
      rmSync(aside, { recursive: true, force: true }); // another build was faster
    }
  }
  const kept = JSON.parse(readFileSync(list, 'utf8')) as MadeImage;
  const inFolder = (name: string) => join(folder, name);
  return { ...kept, ...(kept.copy ? { copy: inFolder(kept.copy) } : {}), formats: kept.formats.map((format) => ({ ...format, files: format.files.map(({ file, width }) => ({ file: inFolder(file), width })) })) };
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
