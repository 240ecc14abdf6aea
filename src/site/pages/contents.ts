/** Tables of contents: what kinds show and what editors wrote, in the order of the page. */
import type { Heading } from '#markup/document.ts';
import type { Edition } from '#markup/edition.ts';
import type { Entry } from '#model/entry.ts';
import { isShort, type Part } from '#model/part.ts';
import { words } from '#model/words/index.ts';

/** The sections of an entry's page between the next steps and what is folded at its end. */
export function contentsOf(edition: Edition, entry: Entry): Heading[] {
  const { data, kind } = entry;
  const { lang } = edition.site;
  const say = words[lang];
  const part = (parts: readonly Part[] | undefined) => (parts ?? []).filter((shown) => !isShort(shown)).map(({ id, title }) => section(id, title));
  return [
    ...part(kind.before?.(data, lang)),
    ...edition.document(entry).headings.filter(isCoarse),
    ...part(kind.after?.(data, lang)),
    ...(data.faq?.length ? [section('page-faq', say.faq)] : []),
    ...(data.sources?.length ? [section('page-sources', say.sources)] : []),
  ];
}

/** The finest headings would make a list of their own. */
export function isCoarse({ depth }: Heading): boolean {
  return depth <= 3;
}

function section(id: string, text: string): Heading {
  return { id, text, depth: 2 };
}
