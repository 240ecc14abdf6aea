/** The image library, loaded by who needs it: a site without images does not pay for it. */
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { digest } from '#lib/hash.ts';
import { sourceDigest } from '#lib/source-digest.ts';

/** Loads sharp (about 40 ms, once). */
export async function openSharp(): Promise<typeof import('sharp').default> {
  return (await import('sharp')).default;
}

/** Changes with anything that decides what is made of an image. */
export const imageVersion = digest(sourceDigest('site/images') + readFileSync(findPackageJSON('sharp', import.meta.url)!, 'utf8'));
