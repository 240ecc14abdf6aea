/**
 * The parity proof: the built tree is read back, file by file, by parsers that made none of it, and every surface is
 * held against the content. Nothing is kept of a file but what it states.
 */
import type { Tree } from '#lib/tree.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import type { Site } from '#model/site.ts';
import { sortDifferences, type Difference } from './difference.ts';
import { makeDraftFinder } from './drafts.ts';
import { ownDuties, sharedDuties, type Duties } from './duties.ts';
import { deadFragments } from './links.ts';
import { printSubjects, type Proven } from './proven.ts';
import { makeFileReader, type Findings } from './reading.ts';
import { makeReference } from './reference.ts';
import { readChanges, type Change } from './since.ts';
import { makeTools } from './tools.ts';

/** What is proven, and against what. */
export interface ProofOptions {
  /** The built tree, which must not change until the proof is done. */
  tree: Tree;
  site: Site;
  /** Entries that must show nowhere. */
  drafts: readonly Entry[];
  /** Hash of what an entry says. */
  hashOf(entry: Entry): string;
  /** Stands for everything in the file of an entry or page, as it was written. */
  digestOf(item: Entry | TrustPage): string;
  /** Paths of files that are copied as they are: nobody made them of the content. */
  assets: ReadonlySet<string>;
}

/** What a proof came to. */
export interface Proved {
  /** Where the tree does not say what the content says: sorted, and empty when all agrees. */
  differences: Difference[];
  /** What the next proof need not read again, where all agrees. */
  proven(): Proven;
}

/** A proof of one tree. */
export interface Proof {
  /** How many files the tree has. */
  files: number;
  /** Reads every file, or those that `isMine` takes. */
  read(isMine?: (path: string) => boolean): Findings;
  /** What readings come to that together are of every file: threads may have made them, each with a proof of its own. */
  conclude(readings: readonly Findings[]): Proved;
  /** Reads what could differ from a tree that was proven. */
  since(change: Change): Proved;
}

/** Opens the proof of `tree`. */
export function openProof({ tree, site, drafts, hashOf, digestOf, assets }: ProofOptions): Proof {
  const reference = makeReference(site, drafts, hashOf, digestOf);
  const finder = makeDraftFinder(reference);
  const tools = makeTools(reference, tree);
  const openReader = () => makeFileReader(tree, tools, site.config, finder, assets);
  const prove = (differences: readonly Difference[], said: Pick<Proven, 'speaks' | 'fragments'>, before?: Proven): Proved => ({
    differences: sortDifferences(differences),
    proven: () => ({ files: tree.files.size, subjects: printSubjects(reference, before), ...said, drafts: finder.signs }),
  });
  return {
    files: tree.files.size,
    read(isMine = () => true) {
      const reader = openReader();
      const expected = new Set<string>();
      const readAll = (duties: Duties) => {
        for (const [file, due] of duties) {
          expected.add(file);
          if (isMine(file)) reader.read(file, due);
        }
      };
      for (const item of [...site.entries, ...site.tombstones, ...site.pages]) readAll(ownDuties([item], reference, tree));
      readAll(sharedDuties(reference));
      for (const file of tree.files) if (isMine(file) && !expected.has(file)) reader.readStray(file);
      return reader.findings;
    },
    conclude(readings) {
      const [speaks, fragments] = [readings.flatMap((findings) => findings.speaks), readings.flatMap((findings) => findings.fragments)];
      return prove([...readings.flatMap((findings) => findings.differences), ...deadFragments(fragments, tools.open)], { speaks, fragments });
    },
    since(change) {
      const { differences, ...said } = readChanges(change, { tree, tools, finder, reader: openReader() });
      return prove(differences, said, change.proven);
    },
  };
}
