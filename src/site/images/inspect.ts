/** What an image file is, from its bytes. */
import type { Sharp } from 'sharp';
import { openSharp } from './sharp.ts';

export type Format = (typeof formats)[number];

/** What browsers show. */
export const formats = ['jpeg', 'png', 'webp', 'avif', 'gif', 'svg'] as const;

export interface ImageFacts {
  format: Format;
  /** Pixels, the right way up; of an animation, those of one frame. */
  width: number;
  height: number;
  /** Of several frames, or made of lines: there is nothing to scale. */
  isFixed: boolean;
  /** Whether it says where, when or with what it was taken, or is stored turned: things that are not for publication. */
  hasMetadata: boolean;
}

/** `broken` is what cannot be read to its end, `foreign` what is no image that browsers show. */
export type ImageFault = 'broken' | 'foreign' | 'huge';

/** Larger images, in pixels, would need more memory than a build has. */
export const maxPixels = 120_000_000;

/** The facts of the image in `bytes`. With `whole`, it is read to its end. */
export async function inspectImage(bytes: Uint8Array, whole: boolean): Promise<ImageFacts | ImageFault> {
  const sharp = await openSharp();
  const image = sharp(bytes, { failOn: 'error', limitInputPixels: false });
  const found = await image.metadata().catch(() => undefined);
  const format = found && (found.format === 'heif' && found.compression === 'av1' ? 'avif' : formats.find((known) => known === found.format));
  if (!found || !format) return 'foreign';
  const [width, height] = (found.orientation ?? 1) > 4 ? [found.height, found.width] : [found.width, found.height];
  const isFixed = format === 'svg' || (found.pages ?? 1) > 1;
  if (!isFixed && width * height > maxPixels) return 'huge';
  if (whole && format !== 'svg' && !(await canDecode(image))) return 'broken';
  return { format, width, height, isFixed, hasMetadata: [found.exif, found.xmp, found.iptc, found.comments].some(Boolean) || (found.orientation ?? 1) > 1 };
}

async function canDecode(image: Sharp): Promise<boolean> {
  return image.resize(16, 16, { fit: 'fill' }).raw().toBuffer().then(() => true, () => false);
}
