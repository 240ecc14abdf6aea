/** A machine output: files made from an edition, and from nothing else. */
import type { Content } from '#lib/piece.ts';
import type { Edition } from '#markup/edition.ts';
import { feedFile, feedResources, type FeedFormat } from '#model/feeds.ts';
import type { Words } from '#model/problem.ts';
import type { Feed, Site } from '#model/site.ts';

/** One file of an output. */
export interface OutputFile {
  /** Below `dist/`, starting with a slash. */
  path: string;
  /** Text, whole or in pieces; large files come in pieces so that they are never held whole, and made again only where they changed. */
  content: Content;
}

/** How a client that knows only the home page finds a file: a link in every page's head, and `/for-machines/`. */
export interface Resource {
  path: string;
  /** Media type, such as `application/rss+xml`. */
  type: string;
  title: string;
  /** Relation of the link in the head of every page; files without one are only listed on `/for-machines/`. */
  rel?: string;
  /** What it is for, in one sentence. */
  about: Words;
  /** Path of the JSON Schema that it keeps to. */
  schema?: string;
  /** A piece of the file as it stands there, for `/for-machines/`: a record, some lines. JSON may be laid out anew. */
  example?(edition: Edition): string | undefined;
  /** A program that uses the file, in JavaScript. */
  recipe?(site: Site): string | undefined;
}

/** Files of an output that are made together, and made again only when something that they are made of has changed. */
export interface OutputUnit {
  /** Unique in the output, and the same in the next build. */
  id: string;
  /** Path of the page of the one entry that it is of; missing where it speaks of several. */
  of?: string;
  files(): OutputFiles;
}

type OutputFiles = Iterable<OutputFile> | AsyncIterable<OutputFile> | Promise<Iterable<OutputFile>>;

export interface Output {
  /** Name under which the bench and error messages speak of it. */
  id: string;
  /**
   * The files of the output, one by one. `resources` is what all outputs of the site want others to know of; `made` gives
   * the text of a file that was made before, where it is known, to an output that collects.
   */
  files(edition: Edition, resources: readonly Resource[], made?: (path: string) => string | undefined): Iterable<OutputFile> | AsyncIterable<OutputFile>;
  /** Whether it takes the text of files that others have made, and so comes after them. */
  collects?: boolean;
  /** The same files in smaller units, for outputs of many files. */
  units?(edition: Edition): Iterable<OutputUnit>;
  /** What others should know of. */
  resources?(site: Site): Resource[];
}

/** The files of `units`, one after the other. */
export async function* filesOfUnits(units: Iterable<OutputUnit>): AsyncGenerator<OutputFile> {
  for (const { files } of units) yield* await files();
}

/** The output called `id`: the file that each feed has in one format, which `print` gives. */
export function feedOutput(id: string, format: FeedFormat, print: (edition: Edition, feed: Feed) => Promise<string>): Output {
  const units = (edition: Edition): OutputUnit[] => edition.site.feeds.map((feed) => ({ id: feed.path, files: async () => [{ path: feedFile(feed, format).path, content: await print(edition, feed) }] }));
  return { id, resources: (site) => feedResources(site, format), files: (edition) => filesOfUnits(units(edition)), units };
}
