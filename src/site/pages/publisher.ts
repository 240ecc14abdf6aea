/** Who is behind the site: as the page about it prints that, and as JSON-LD. */
import type { Claim, ContactPoint, IdReference, Organization, Person, WebSite } from 'schema-dts';
import { prosePlain } from '#lib/prose.ts';
import { homePath } from '#model/paths.ts';
import type { Site } from '#model/site.ts';
import { resolveTarget } from '#model/target.ts';
import { words } from '#model/words/index.ts';
import type { Link, TrustProps } from '#ui/props.ts';
import { dayOf } from './shell.ts';

/** What the page about the site prints of the publisher; undefined when site.yaml says nothing that it could. */
export function publisherOf(site: Site): TrustProps['publisher'] {
  const facts = site.config.publisher.facts.map(({ statement, source, checked }) => ({ statement, source, checked: dayOf(site, checked) }));
  const contact = contactsOf(site).map(({ label, link }) => ({ label, link }));
  return facts.length + contact.length > 0 ? { facts, contact } : undefined;
}

/** References to the site's own nodes. These name things and not parts of a page, so they are no anchors. */
export function siteIds(site: Site): { publisher: IdReference; website: IdReference; author: IdReference } {
  const home = site.url(homePath);
  return { publisher: { '@id': `${home}#organization` }, website: { '@id': `${home}#website` }, author: { '@id': `${home}#author` } };
}

/** The nodes that every graph carries, so that no reference to them leads nowhere. `inFull` is for the page about the site. */
export function siteNodes(site: Site, inFull: boolean): [Organization, WebSite] {
  const { name, description, language } = site.config;
  const { publisher, website } = siteIds(site);
  return [organization(site, inFull), { '@type': 'WebSite', ...website, url: site.url(homePath), name, description, inLanguage: language, publisher }];
}

/** Who writes the entries. */
export function authorNode(site: Site): Organization | Person {
  const { type, name, page } = site.config.author;
  return { '@type': type === 'person' ? 'Person' : 'Organization', ...siteIds(site).author, name, ...(page ? { url: site.url(page) } : {}) };
}

function organization(site: Site, inFull: boolean): Organization {
  const { name, url, logo, sameAs, facts } = site.config.publisher;
  const contacts = contactsOf(site);
  return {
    '@type': 'Organization',
    ...siteIds(site).publisher,
    name,
    ...(url ? { url } : {}),
    ...(logo ? { logo: resolveTarget(site, logo).url } : {}),
    ...(sameAs.length ? { sameAs } : {}),
    ...(inFull && contacts.length ? { contactPoint: contacts.map(({ point }) => point) } : {}),
    ...(inFull && facts.length ? { subjectOf: claims(site) } : {}),
  };
}

function contactsOf(site: Site): { label: string; link: Link; point: ContactPoint }[] {
  return (['support', 'business'] as const).flatMap((route) => {
    const to = site.config.contact[route];
    if (!to) return [];
    const label = words[site.lang].contact[route];
    const { title, href, url } = resolveTarget(site, to);
    const email = to.startsWith('mailto:') ? to.slice('mailto:'.length) : undefined;
    return { label, link: { text: email ?? title ?? url, href }, point: { '@type': 'ContactPoint', contactType: label, ...(email ? { email } : { url }) } };
  });
}

/** What the publisher states of itself, each with what it rests on and the day for which it was checked. */
function claims(site: Site): Claim[] {
  return site.config.publisher.facts.map(({ id, statement, source, checked }) => ({
    '@type': 'Claim',
    '@id': `${site.url(homePath)}#fact-${id}`,
    text: prosePlain(statement),
    citation: prosePlain(source),
    temporalCoverage: checked,
  }));
}
