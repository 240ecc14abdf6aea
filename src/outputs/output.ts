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

/** What an output can have files of its own for, such as an entry or a feed: they stand at its path, or below it. */
export interface Subject {
  path: string;
}

/** What an output is given beside the edition. */
export interface Given<Of = Subject> {
  /** What its files are to be of. */
  subject: Of;
  /** What all outputs of the site want others to know of. Files of an output that never asks for it need not be made again when it changes. */
  readonly resources: readonly Resource[];
  /** The text of a file that was made before, where it is known; for an output that collects. */
  made(path: string): string | undefined;
}

export interface Output<Of extends Subject = Subject> {
  /** Name under which the bench and error messages speak of it. */
  id: string;
  /** What it has files for, one by one; without it, they are of the whole site. */
  subjects?(site: Site): Iterable<Of>;
  /** The files of one subject, which are made together, and again only when something that was read for them has changed. */
  files(edition: Edition, given: Given<Of>): Iterable<OutputFile> | AsyncIterable<OutputFile>;
  /** Whether it takes the text of files that others have made, and so comes after them. */
  collects?: boolean;
  /** What others should know of. */
  resources?(site: Site): Resource[];
}

/** The output called `id`: the file that each feed has in one format, which `print` gives. */
export function feedOutput(id: string, format: FeedFormat, print: (edition: Edition, feed: Feed) => Promise<string>): Output<Feed> {
  return {
    id,
    resources: (site) => feedResources(site, format),
    subjects: ({ feeds }) => feeds,
    async *files(edition, { subject: feed }) {
      yield { path: feedFile(feed, format).path, content: await print(edition, feed) };
    },
  };
}
