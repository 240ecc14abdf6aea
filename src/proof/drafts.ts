/** Looking for drafts in any text of the tree, whatever its format. */
import { twinPath } from '#model/paths.ts';
import type { Reference, Subject } from './reference.ts';

/** Looks for drafts. */
export interface DraftFinder {
  /** Texts that stand in drafts alone. */
  signs: readonly string[];
  /** What of a draft stands in `text`; undefined where nothing does. */
  find(text: string): { draft: Subject; found: string } | undefined;
}

/** A piece of prose has to be this long to be told from what others may say too. */
const tellingLength = 12;

/**
 * Finds the addresses of drafts, and of each short answer the longest piece that every format prints as it is. One
 * search for all of them costs as much as for one.
 */
export function makeDraftFinder({ drafts, site }: Reference): DraftFinder {
  const published = drafts.length > 0 ? site.entries.map(({ data }) => data.shortAnswer) : [];
  const byDraft = new Map(drafts.flatMap((draft) => [draft.path, twinPath(draft.path), ...tellingPieces(draft, published)].map((sign) => [sign, draft] as const)));
  const signs = [...byDraft.keys()];
  const pattern = signs.length > 0 ? anyOf(signs) : undefined;
  return {
    signs,
    find(text) {
      const found = pattern?.exec(text)?.[0];
      return found === undefined ? undefined : { draft: byDraft.get(found)!, found };
    },
  };
}

/** Finds any of `texts`. */
export function anyOf(texts: readonly string[]): RegExp {
  return new RegExp(texts.map(RegExp.escape).join('|'));
}

function tellingPieces({ facts }: Subject, published: readonly string[]): string[] {
  const [longest = ''] = (facts.answer ?? '').split(/[^\p{L}\p{N} ，。；：、“”？！]+/u).sort((a, b) => b.length - a.length);
  return longest.length < tellingLength || published.some((answer) => answer.includes(longest)) ? [] : [longest];
}
