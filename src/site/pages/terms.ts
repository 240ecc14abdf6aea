/** The definitions of the terms that a body links to, for their previews. */
import type { Edition } from '#markup/edition.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import type { TermNote } from '#ui/props.ts';

/** Each term once, in the order of the text. */
export function termsOf({ site, document }: Edition, item: Entry | TrustPage): TermNote[] {
  // Addresses of a compiled body stand between marks, see markup/references.ts.
  const refs = Array.from(document(item).html.matchAll(/<a class="term" href="\W([a-z0-9/-]+)\W"/g), ([, ref]) => ref!);
  return [...new Set(refs)].flatMap((ref) => {
    const term = site.entry(ref);
    return term ? [{ text: term.data.title, href: site.href(term.path), definition: term.data.shortAnswer }] : [];
  });
}
