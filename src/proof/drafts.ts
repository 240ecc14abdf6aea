/** Looking for drafts in any text of the tree, whatever its format. */
import { twinPath } from '#model/paths.ts';
import type { Reference, Subject } from './reference.ts';

/** What of a draft stands in `text`; undefined where nothing does. */
export type DraftFinder = (text: string) => { draft: Subject; found: string } | undefined;

/** A piece of prose has to be this long to be told from what others may say too. */
const tellingLength = 12;

/**
 * Finds the addresses of drafts, and of each short answer the longest piece that every format prints as it is. One
 * search for all of them costs as much as for one.
 */
export function makeDraftFinder({ drafts, entries, tombstones }: Reference): DraftFinder {
  const published = [...entries, ...tombstones].map(({ facts }) => facts.answer ?? '');
  const signs = new Map(drafts.flatMap((draft) => [draft.path, twinPath(draft.path), ...tellingPieces(draft, published)].map((sign) => [sign, draft] as const)));
  if (signs.size === 0) return () => undefined;
  const pattern = new RegExp([...signs.keys()].map(RegExp.escape).join('|'));
  return (text) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? undefined : { draft: signs.get(found)!, found };
  };
}

function tellingPieces({ facts }: Subject, published: readonly string[]): string[] {
  const [longest = ''] = (facts.answer ?? '').split(/[^\p{L}\p{N} ，。；：、“”？！]+/u).sort((a, b) => b.length - a.length);
  return longest.length < tellingLength || published.some((answer) => answer.includes(longest)) ? [] : [longest];
}
