/** A part of a built tree that is made as a whole, and made again only when something that it is made of has changed. */
import type { Content } from '#lib/piece.ts';

export interface Unit<File = ProductFile> {
  /** Unique in a build, and the same in the next one. */
  id: string;
  /** Path of the page of the one entry that it is of; missing where it speaks of several. */
  of?: string;
  /** Stands for everything that it is made of besides the facts of the edition: templates, a file elsewhere. */
  key?: string;
  /** Its files. What it reads of the edition is written down meanwhile. */
  files(): Iterable<File> | AsyncIterable<File>;
}

/**
 * One file of a built tree: its content, the absolute path of the file that it is a copy of, or what makes it again where
 * its path names its content and the last build may have left it.
 */
export type ProductFile = { path: string; content: Content | Uint8Array } | { path: string; from: string } | { path: string; again(): Uint8Array };
