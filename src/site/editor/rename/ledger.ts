/** The ledger after a rename: a name is no meaning, so no entry counts as changed. */
import { readYaml } from '#lib/yaml.ts';
import type { Edition } from '#markup/edition.ts';
import { meaningHash } from '#markup/meaning.ts';
import type { Entry } from '#model/entry.ts';
import { ledgerVersion, printLedger, standingOf, type Ledger } from '#model/ledger.ts';
import { splitSource, type Source } from '#model/source.ts';
import type { EntryName } from '../entry-name.ts';
import type { TextFile } from '../text-file.ts';
import type { Renaming } from './addresses.ts';

interface LedgerRename {
  ledger: Ledger;
  /** The site as it was. */
  edition: Edition;
  from: EntryName;
  to: EntryName;
  /** New texts by the file in which they stood. */
  changed: ReadonlyMap<string, TextFile>;
  renaming: Renaming;
}

/** Text of the ledger. Entries that stand in it as they were get the hash that they have now, with the day that they had. */
export function renameInLedger({ ledger, edition, from, to, changed, renaming }: LedgerRename): string {
  const rename = (ref: string) => (ref === from.ref ? to.ref : ref);
  if (ledger.version !== ledgerVersion) return ledger.text.replace(`${JSON.stringify(from.ref)}:`, () => `${JSON.stringify(to.ref)}:`);
  const lines = new Map([...ledger.lines].map(([ref, line]) => [rename(ref), line]));
  for (const entry of edition.site.entries) {
    const text = changed.get(entry.source.file);
    const ref = rename(entry.ref);
    const line = lines.get(ref);
    if (text && line && standingOf(entry, edition.meaning(entry), ledger).state === 'same') lines.set(ref, { ...line, hash: hashOf(entry, text, edition, renaming) });
  }
  return printLedger(lines);
}

/** The body says what it said, but for the addresses in it. */
function hashOf(entry: Entry, { file, text }: TextFile, edition: Edition, { address }: Renaming): string {
  const { frontmatter } = splitSource(file, text) as Source;
  const document = edition.document(entry);
  const links = document.links.map((link) => ({ ...link, to: address(link.to) ?? link.to }));
  return meaningHash({ ...entry, data: entry.kind.schema.parse(readYaml(frontmatter).data) }, { ...document, links });
}
