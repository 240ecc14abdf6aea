/**
 * The proof after an edit. A file is read when it was written, when the tree has lost it, when it speaks of somebody of
 * whom something else is to be said, or of others than it should; the rest says what it was proven to say. Of a large
 * file, the stretch that has changed is read alone, where that is enough: see still.ts.
 */
import type { Tree } from '#lib/tree.ts';
import { encodePath } from '#lib/url.ts';
import { homePath } from '#model/paths.ts';
import { anyOf, type DraftFinder } from './drafts.ts';
import { ownDuties, sharedDuties, type Duty } from './duties.ts';
import { deadFragments } from './links.ts';
import { fileOf, recallPast, type Proven } from './proven.ts';
import { isPage, isText, type FileReader, type Findings } from './reading.ts';
import type { Field, Subject } from './reference.ts';
import { makeStillCheck } from './still.ts';
import { findChanges, findReplaced, textOf, widenTo, type Replaced } from './stretch.ts';
import { fileAt, type Tools } from './tools.ts';
import { isWholeXml, xmlItems } from './xml.ts';

/** How a tree came out of one that was proven. */
export interface Change {
  proven: Proven;
  /** The tree that was proven, with every file that it had then. */
  before: Tree;
  /** Whether a file of it still is what it was then. */
  isIntact(path: string): boolean;
  /** Paths of the files that are new, or other than they were. */
  written: ReadonlySet<string>;
  /** Bytes up to which a file is read whole. */
  short?: number;
}

export function readChanges({ proven, before, isIntact, written, short = 1 << 16 }: Change, { tree, tools, finder, reader }: { tree: Tree; tools: Tools; finder: DraftFinder; reader: FileReader }): Findings {
  const { reference } = tools;
  const { site } = reference;
  const { findings } = reader;
  const past = recallPast(proven, reference);
  const lost = new Set([...before.files].filter((path) => !tree.files.has(path) && !isNamedByContent.test(path)));
  const replaced = new Map<string, Replaced | undefined>();
  const replacedIn = (file: string) => {
    if (!replaced.has(file)) replaced.set(file, before.files.has(file) && isIntact(file) && tree.size(file) > short ? findReplaced(file, tree, before) : undefined);
    return replaced.get(file);
  };
  const changes = new Map<string, readonly Replaced[] | undefined>();
  const changesIn = (file: string, mark: string) => {
    const key = mark + file;
    const whole = replacedIn(file);
    if (!changes.has(key)) changes.set(key, whole && findChanges(mark, whole, file, tree, before));
    return changes.get(key);
  };
  const isStale = (subject: Subject, states: readonly Field[]) => states.some((field) => past.changed.get(subject)?.has(field));
  const isStill = makeStillCheck({ tree, before, written, past, tools, changesIn, isStale });
  const mentions = filesWith([...[...lost].flatMap(addressesOf), ...finder.signs.filter((sign) => !proven.drafts.includes(sign))], tree, written);
  const isDue = ({ id, expected: { path, holds, states, subjects } }: Duty): boolean => {
    if (written.has(path) || !tree.files.has(path) || mentions.has(path)) return true;
    if (holds === 'self') return subjects.some((subject) => isStale(subject, states));
    const spoken = past.spoken(id);
    if (!spoken || spoken.parts.some((part) => written.has(fileAt(part)))) return true;
    if (spoken.subjects.includes(undefined) || past.changed.keys().some((subject) => isStale(subject, states) && spoken.subjects.includes(subject))) return true;
    return holds !== 'some' && (spoken.subjects.length !== subjects.length || subjects.some((subject, index) => subject !== spoken.subjects[index]));
  };
  const pages = new Set<string>();
  const readWhole = (file: string, duties: readonly Duty[]) => {
    pages.add(file);
    reader.read(file, duties);
  };
  /** Looks through what has changed, which stands in `whole`. */
  const search = (file: string, whole: Replaced, some: readonly Replaced[] = [whole]) => {
    if (file.endsWith('.xml') && !isStillXml(file, whole)) reader.checkXml(file, tree.text(file));
    for (const { now } of some) reader.search(file, textOf(tree, file, { start: Math.max(0, now.start - around), end: Math.min(tree.size(file), now.end + around) }));
  };
  const isStillXml = (file: string, changed: Replaced) => xmlItems.some((mark) => {
    const wide = widenTo(mark, changed, file, tree);
    return wide && isWholeXml(textOf(tree, file, wide.now)) && isWholeXml(textOf(before, file, wide.before));
  });

  const shared = sharedDuties(reference);
  const isStrange = (file: string) => file.endsWith('.html') && !site.at(pageOf(file)) && !shared.has(file);
  const touched = new Set([...[...written, ...lost, ...mentions, ...past.concerned().map(fileOf)].map(pageOf), ...past.changed.keys().map(({ path }) => path)]);
  if ([...written, ...lost].some(isStrange)) for (const { path } of reference.moved) touched.add(path); // at an old path of one of them
  const own = ownDuties([...site.entries, ...site.tombstones, ...site.pages].filter(({ path }) => touched.has(path)), reference, tree);
  for (const [file, due] of own) if (due.some(isDue)) readWhole(file, due);
  for (const [file, all] of shared) {
    const due = all.filter(isDue);
    if (due.length === 0) continue;
    if (!tree.files.has(file) || mentions.has(file) || (written.has(file) && (file.endsWith('.html') || !replacedIn(file)))) readWhole(file, all);
    else {
      const open = due.filter((duty) => !isStill(duty, findings.speaks));
      if (open.length > 0) readWhole(file, open);
      else if (written.has(file)) search(file, replacedIn(file)!, changesIn(file, due[0]!.surface.cut!));
    }
  }
  const left = new Set(past.gone.map((url) => pageOf(url.slice(site.url(homePath).length - 1))));
  const strays = new Set([...written, ...mentions, ...(left.size > 0 ? [...tree.files].filter((path) => left.has(pageOf(path))) : [])]);
  for (const file of strays) {
    if (own.has(file) || shared.has(file)) continue;
    const changed = written.has(file) && !isPage.test(file) ? replacedIn(file) : undefined;
    if (changed) search(file, changed);
    else reader.readStray(file);
  }

  const kept = proven.fragments.filter(([file]) => !pages.has(file) && tree.files.has(file));
  const shaken = kept.map(([file, some]) => [file, some.filter((target) => written.has(fileAt(target.slice(0, target.indexOf('#')))))] as const);
  return {
    differences: [...findings.differences, ...deadFragments([...findings.fragments, ...shaken], tools.open)],
    fragments: [...findings.fragments, ...kept],
    speaks: [...findings.speaks, ...past.carried(new Set(findings.speaks.map(([duty]) => duty)), lost)],
  };
}

/** Bytes before and after what changed that are searched with it: longer than any secret. */
const around = 2048;

/** Files that no page leads to, and whose names change with their content. */
const isNamedByContent = /^\/_search\//;

/** The page that a file belongs to: its own, or that of which it is the twin or a part of it. */
function pageOf(file: string): string {
  return file.replace(/(index\.html|\.md|\.part-\d+\.md)$/, (end) => (end === 'index.html' ? '' : '/'));
}

/** How links name a file. */
function addressesOf(file: string): string[] {
  const path = file.replace(/index\.html$/, '');
  return [...new Set([path, encodePath(path)])];
}

/** The files that were not written and hold one of `texts`: addresses that lead nowhere any more, signs of a draft. */
function filesWith(texts: readonly string[], tree: Tree, written: ReadonlySet<string>): ReadonlySet<string> {
  if (texts.length === 0) return new Set();
  const pattern = anyOf(texts.map((text) => Buffer.from(text).toString('latin1'))); // a byte is a character: nothing need be decoded
  return new Set([...tree.files].filter((file) => !written.has(file) && isText.test(file) && pattern.test(tree.read(file).toString('latin1'))));
}
