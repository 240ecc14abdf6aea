/** What hits show: one small file for each page of the index. */
import { formatDay } from '#lib/date.ts';
import { prosePlain } from '#lib/prose.ts';
import type { Edition } from '#markup/edition.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import { resolveTarget } from '#model/target.ts';
import { words } from '#model/words/index.ts';
import type { Card } from '../query/card.ts';
import { nameFile, type NamedFile } from './files.ts';

/** The file of the card of `item`. */
export function cardFile(edition: Edition, item: Entry | TrustPage): NamedFile {
  return nameFile('cards/#.json', JSON.stringify('kind' in item ? entryCard(edition, item) : pageCard(edition, item)));
}

function entryCard({ site }: Edition, entry: Entry): Card {
  const { data, kind, ref } = entry;
  const step = data.nextSteps.find(({ to }) => to !== undefined)!;
  return {
    ref,
    title: data.title,
    href: site.href(entry.path),
    kind: kind.labels[site.lang].one,
    answer: data.shortAnswer,
    boundary: prosePlain(data.boundaries.notFor[0]!),
    step: { text: prosePlain(step.text), href: resolveTarget(site, step.to!).href },
    updated: formatDay(site.changedOn(entry), site.config.language),
    overdue: site.review(entry).state === 'overdue',
  };
}

function pageCard({ site }: Edition, { data, ref, path }: TrustPage): Card {
  return { ref, title: data.title, href: site.href(path), kind: words[site.lang].about, answer: data.description, updated: formatDay(data.updated, site.config.language), overdue: false };
}
