/** `/brand.json`: who publishes the site, what may be stated of them, and how they are reached. It says what site.yaml says. */
import { z } from 'zod';
import { prosePlain } from '#lib/prose.ts';
import { datasetFiles, datasetLinks, defineDataset, firstRecord, type Row } from '#model/dataset.ts';
import type { Site } from '#model/site.ts';
import { resolveTarget } from '#model/target.ts';
import type { Output } from './output.ts';

const address = () => z.string().describe('An absolute address, or one that starts with mailto:.');

const head = {
  name: z.string().describe('Official name of the publisher.'),
  url: z.url().optional(),
  logo: z.url().optional(),
  sameAs: z.array(z.url()).describe('Official pages of the publisher elsewhere.'),
  website: z.object({ name: z.string(), description: z.string() }),
  author: z.object({ name: z.string(), type: z.enum(['organization', 'person']), url: z.url().optional() }),
  contact: z.object({ support: address().optional(), business: address().optional(), report: address().optional(), security: address().optional() }).describe('How people reach the publisher; {url} and {title} stand for the page in question.'),
};

const fact = z.object({
  id: z.string(),
  statement: z.string().describe('What may be stated of the publisher.'),
  source: z.string().describe('What it rests on.'),
  checked: z.iso.date().describe('When it was last checked.'),
});

const dataset = defineDataset({ name: 'brand', version: 1, about: 'Who publishes the site.', head, lists: { facts: fact } });

export const brand: Output = {
  id: 'brand',
  resources: () => [{
    ...datasetLinks(dataset),
    about: { zh: '谁发布这个站：正式名称、可以陈述的事实及其来源和日期、联系方式。', en: 'Who publishes the site: official name, facts with source and date, ways to get in touch.' },
    example: ({ site }) => firstRecord([...factsOf(site), { id: '', make: () => identityOf(site).website }]),
  }],
  files: ({ site }) => datasetFiles(site, dataset, identityOf(site), { facts: factsOf(site) }),
};

function identityOf(site: Site): z.output<z.ZodObject<typeof head>> {
  const { publisher, author, contact, name, description } = site.config;
  const resolve = (to: string) => resolveTarget(site, to).url;
  const routes = { support: contact.support, business: contact.business, report: contact.report, security: contact.security?.contact };
  return {
    name: publisher.name,
    ...(publisher.url ? { url: publisher.url } : {}),
    ...(publisher.logo ? { logo: resolve(publisher.logo) } : {}),
    sameAs: publisher.sameAs,
    website: { name, description },
    author: { name: author.name, type: author.type, ...(author.page ? { url: resolve(author.page) } : {}) },
    contact: Object.fromEntries(Object.entries(routes).flatMap(([route, to]) => (to ? [[route, resolve(to)]] : []))),
  };
}

function factsOf({ config }: Site): Row<z.output<typeof fact>>[] {
  return config.publisher.facts.map(({ id, statement, source, checked }) => ({ id, make: () => ({ id, statement: prosePlain(statement), source: prosePlain(source), checked }) }));
}
