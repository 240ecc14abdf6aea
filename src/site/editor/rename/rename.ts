/** Giving an entry another name, everywhere at once. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { kinds, pages } from '#kinds/index.ts';
import { ledgerFile } from '#model/ledger.ts';
import { Refusal } from '#model/refusal.ts';
import { isFault } from '#model/source.ts';
import { loadSite } from '../../load.ts';
import { applyChanges } from '../change.ts';
import { ensureFree, nameReference, type EntryName } from '../entry-name.ts';
import { editFile, isFile, readTextFile, type TextFile } from '../text-file.ts';
import { makeRenaming, renameCode } from './addresses.ts';
import { referenceEdits } from './edits.ts';
import { renameInLedger } from './ledger.ts';
import { addRedirect, readOwn } from './own.ts';

export interface Renamed {
  /** Files and folders that took another name. */
  moved: readonly (readonly [from: string, to: string])[];
  /** How many references were rewritten, by the file in which they stood. */
  rewritten: ReadonlyMap<string, number>;
  /** The old address of the page, which now leads to the new one; a draft had none. */
  redirect: string | undefined;
  /** Files that cannot be read, and so may still use the old name. */
  unread: readonly string[];
}

/** Renames the entry `oldRef` of the site in `contentDir` to `newRef`. Throws Refusal, with nothing changed, where that cannot be. */
export function renameEntry(contentDir: string, oldRef: string, newRef: string, today: string): Renamed {
  const from = nameReference(oldRef);
  const to = nameReference(newRef);
  ensurePossible(contentDir, from, to);
  const { edition, ledger } = loadSite({ contentDir, today, checkOnly: true });
  ensureFree(contentDir, to, edition?.site, from.ref);
  const own = readOwn(contentDir, from);
  const renaming = makeRenaming(contentDir, from, to, edition?.site.config.url);
  const changed = new Map<string, TextFile>([[from.file, own.text]]);
  const rewritten = new Map<string, number>();
  const unread: string[] = [];
  for (const file of filesWithReferences(contentDir)) {
    const text = readTextFile(contentDir, file);
    const edits = isFault(text) ? undefined : referenceEdits(text, renaming);
    if (isFault(text) || !edits) unread.push(file);
    else if (edits.length > 0) {
      rewritten.set(file, edits.length);
      changed.set(file, editFile(text, edits));
    }
  }
  const redirect = own.data.draft && !ledger?.lines.has(from.ref) ? undefined : from.path;
  if (redirect) changed.set(from.file, addRedirect(changed.get(from.file)!, from, to));
  const write = new Map(Array.from(changed, ([file, { raw }]) => [file === from.file ? to.file : file, raw]));
  if (ledger && edition) write.set(ledgerFile, renameInLedger({ ledger, edition, from, to, changed, renaming }));
  const moved = movedFiles(contentDir, from, to);
  applyChanges(contentDir, { move: moved, write });
  return { moved, rewritten, redirect, unread };
}

function ensurePossible(dir: string, from: EntryName, to: EntryName): void {
  if (!isFile(join(dir, from.file))) throw new Refusal(`没有 ${from.file} 这一篇。照抄文件夹里的名字，不带 .mdx。`, `There is no ${from.file}. Copy the name from the folder, without .mdx.`);
  if (from.ref === to.ref) throw new Refusal(`新名字和旧名字都是 ${to.ref}。写一个不同的新名字。`, `The old and the new name are both ${to.ref}. Write another new name.`);
  if (from.kind === to.kind) return;
  throw new Refusal(
    `${from.ref} 不能改到 ${to.kind.id}/ 里：两类内容的字段不同。用 lede new ${to.kind.id} ${to.slug} 新建一篇，再把内容搬过去。`,
    `${from.ref} cannot move to ${to.kind.id}/: the two kinds have different fields. Start a new entry with lede new ${to.kind.id} ${to.slug}, and move the text over.`,
  );
}

function filesWithReferences(dir: string): string[] {
  const folders = [...kinds, pages].map(({ id }) => id).filter((id) => existsSync(join(dir, id)));
  const entries = folders.flatMap((id) => readdirSync(join(dir, id)).filter((name) => name.endsWith('.mdx') && isFile(join(dir, id, name))).sort().map((name) => `${id}/${name}`));
  return [...entries, ...['questions.yaml', 'site.yaml'].filter((file) => isFile(join(dir, file)))];
}

function movedFiles(dir: string, { kind, slug, file }: EntryName, to: EntryName): [string, string][] {
  const names = kind.codeFiles ? readdirSync(join(dir, kind.id)).filter((name) => name !== `${slug}.mdx`) : [];
  const code = names.flatMap((name): [string, string][] => {
    const next = renameCode(name, slug, to.slug);
    return next ? [[`${kind.id}/${name}`, `${kind.id}/${next}`]] : [];
  });
  return [[file, to.file], ...code];
}
