/** What pages say of the terms that they link to. */
import { firstSentence } from '#lib/text.ts';
import type { Edition } from '#markup/edition.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import { words } from '#model/words/index.ts';
import type { TermNote } from '#ui/props.ts';

/** A note for each term that the body of `item` links to, in order of first mention. */
export function termNotes({ site, document }: Edition, item: Entry | TrustPage): TermNote[] {
  return document(item).terms.flatMap((ref) => {
    const entry = site.entry(ref);
    const term = entry?.term;
    if (!entry || !term) return [];
    const isSame = term.english?.toLowerCase() === term.name.toLowerCase();
    return [{
      name: term.name,
      ...(term.english && !isSame ? { english: term.english } : {}),
      href: site.href(entry.path),
      definition: firstSentence(entry.data.shortAnswer, site.config.language),
      ...(site.review(entry).state === 'overdue' ? { overdue: words[site.lang].review.overdue } : {}),
    }];
  });
}
