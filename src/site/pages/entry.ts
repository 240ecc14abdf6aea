/** Pages of entries: everything that a template prints, computed once. */
import { codeFigure } from '#markup/code.ts';
import { bodyHtml, type Edition } from '#markup/edition.ts';
import { shownUses } from '#markup/terms/uses.ts';
import { askedIn, revisionsOf, type Entry, type TrustPage } from '#model/entry.ts';
import type { Part } from '#model/part.ts';
import { categoryPath, kindPath, tagPath, twinPath } from '#model/paths.ts';
import { shownRelations } from '#model/relations.ts';
import { socialPictureOf } from '#model/social.ts';
import { resolveTarget } from '#model/target.ts';
import { words } from '#model/words/index.ts';
import type { EntryProps, Link, PrintedPart } from '#ui/props.ts';
import { contentsOf, isCoarse } from './contents.ts';
import { entryGraph, plainGraph, trailTo, trustGraph } from './jsonld.ts';
import { neighboursOf } from './neighbours.ts';
import type { Page } from './page.ts';
import { publisherOf } from './publisher.ts';
import { termNotes } from './terms.ts';
import { cardOf, dayOf, shellOf, trustLinks } from './shell.ts';
import { toolsOf } from './tools.ts';

/** How many of the same kind an entry leads on to. They go round at the end, so that every entry is shown somewhere. */
const moreCount = 2;

/** The page of one entry. */
export function entryPage(edition: Edition, entry: Entry): Page {
  const { site } = edition;
  const { data, kind } = entry;
  const labels = kind.labels[site.lang];
  const category = site.config.categories.find(({ id }) => id === data.category)!;
  const review = site.review(entry);
  const trail = trailTo(site, { text: labels.many, path: kindPath(kind.id) }, { text: category.label, path: categoryPath(category.id) }, { text: data.title, path: entry.path });
  const asked = askedIn(entry);
  const props: EntryProps = {
    shell: shellOf(site, {
      path: entry.path,
      title: data.title,
      description: data.description,
      jsonLd: entryGraph(site, entry, trail),
      article: { published: data.published, updated: site.changedOn(entry) },
      picture: socialPictureOf(site, entry)?.path,
      twin: twinPath(entry.path),
      trail: trail.slice(1, -1).map(({ text, path }) => ({ text, href: site.href(path) })),
      section: kind.id,
    }),
    kind: { id: kind.id, label: labels.one },
    title: data.title,
    ...(asked ? { asked } : {}),
    answer: data.shortAnswer,
    author: { text: site.config.author.name, ...(site.config.author.page ? { href: site.href(site.config.author.page) } : {}) },
    published: dayOf(site, data.published),
    updated: dayOf(site, site.changedOn(entry)),
    review: { state: review.state, checked: dayOf(site, review.checked), due: dayOf(site, review.due) },
    boundaries: { appliesTo: data.boundaries.appliesTo, notFor: data.boundaries.notFor, neverShare: data.boundaries.neverShare ?? [] },
    basis: data.basis ?? [],
    steps: data.nextSteps.map(({ text, to }) => ({ text, ...(to ? { link: linkTo(edition, to) } : {}) })),
    before: printParts(edition, entry, kind.before?.(data, site.lang)),
    body: bodyHtml(edition, entry),
    terms: termNotes(edition, entry),
    after: printParts(edition, entry, kind.after?.(data, site.lang)),
    contents: contentsOf(edition, entry),
    neighbours: neighboursOf(site, entry),
    faq: data.faq ?? [],
    sources: (data.sources ?? []).map(({ id, title, url, publisher, checked }, index) => ({ anchor: id ?? String(index + 1), number: index + 1, title, url, ...(publisher ? { publisher } : {}), checked: dayOf(site, checked) })),
    ...relatedTo(edition, entry),
    english: data.englishSummary ?? [],
    revisions: revisionsOf(data).map(({ date, ...rest }) => ({ date: dayOf(site, date), ...rest })),
    category: { text: category.label, href: site.href(categoryPath(category.id)) },
    tags: (data.tags ?? []).map((tag) => ({ text: site.config.tags.find(({ id }) => id === tag)!.label, href: site.href(tagPath(tag)) })),
    tools: toolsOf(edition, entry),
    address: site.url(entry.path),
    trust: trustLinks(site),
    more: { label: labels.many, href: site.href(kindPath(kind.id)), cards: site.after(entry, moreCount).map((next) => cardOf(site, next)) },
  };
  return { path: entry.path, template: 'entry', props };
}

/** The short page that stays where an entry was, and points to what took its place. */
export function tombstonePage({ site }: Edition, entry: Entry): Page {
  const { data } = entry;
  const { to, reason, since } = data.supersededBy!;
  const props = {
    shell: shellOf(site, { path: entry.path, title: data.title, description: data.description, jsonLd: plainGraph(site, entry.path, data.title, undefined, []), noindex: true, section: entry.kind.id }),
    title: data.title,
    reason,
    since: dayOf(site, since),
    successor: cardOf(site, site.entry(to)!),
  };
  return { path: entry.path, template: 'tombstone', props };
}

/** The page of a trust page. */
export function trustPage(edition: Edition, page: TrustPage): Page {
  const { site } = edition;
  const { title, description, updated, role } = page.data;
  const isAbout = role === 'about';
  const trail = trailTo(site, { text: title, path: page.path });
  const props = {
    shell: shellOf(site, { path: page.path, title, description, jsonLd: trustGraph(site, page, isAbout, trail), twin: twinPath(page.path) }),
    title,
    updated: dayOf(site, updated),
    body: bodyHtml(edition, page),
    terms: termNotes(edition, page),
    contents: edition.document(page).headings.filter(isCoarse),
    ...(isAbout ? { publisher: publisherOf(site) } : {}),
  };
  return { path: page.path, template: 'trust', props };
}

function linkTo({ site }: Edition, to: string): Link {
  const { title, href, url } = resolveTarget(site, to);
  return { text: title ?? url, href };
}

function printParts(edition: Edition, entry: Entry, parts: Part[] | undefined): PrintedPart[] {
  return (parts ?? []).map((part) => ({
    part,
    links: part.type === 'pairs' ? Object.fromEntries(part.pairs.flatMap(({ to }, index) => (to ? [[index, linkTo(edition, to)]] : []))) : {},
    code: part.type === 'code' ? part.files.map(({ path, title }) => codeFigure({ ...entry.codeFiles.get(path)!, title, placeholders: entry.kind.placeholders?.(entry.data) })) : [],
  }));
}

function relatedTo({ site, inbound, uses: usesOf }: Edition, entry: Entry): Pick<EntryProps, 'related' | 'usedBy' | 'mentionedBy'> {
  const relations = site.relations(entry.ref);
  const say = words[site.lang].relation;
  const linkOf = (ref: string): Link => ({ text: site.entry(ref)!.brief.title, href: site.href(site.entry(ref)!.path) });
  const groups = shownRelations.map((as) => ({ label: say[as], links: relations.filter((relation) => relation.as === as).map(({ to }) => ({ ...linkOf(to), kind: site.entry(to)!.kind.labels[site.lang].one })) }));
  const uses = usesOf(entry.ref);
  const shown = new Set([...relations.map(({ to }) => to), ...uses]);
  return {
    related: groups.filter(({ links }) => links.length > 0),
    usedBy: { count: uses.length, links: uses.slice(0, shownUses).map(linkOf) },
    mentionedBy: inbound(entry.ref).filter((ref) => !shown.has(ref)).map(linkOf),
  };
}

