/** What an entry leads to can be read: not a draft, and not a page that only points on. */
import { digest } from '#lib/hash.ts';
import { leadsOf, type Lead } from '#markup/leads.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import { placeOf } from '#model/read.ts';
import type { Site } from '#model/site.ts';
import { itemAt, splitFragment } from '#model/target.ts';
import type { Check, Found } from './check.ts';

export const targets: Check = {
  id: 'targets',
  rules: [
    {
      id: 'reference/draft',
      severity: 'error',
      why: { zh: '草稿不会发布，指向它的链接在页面上打不开。', en: 'Drafts are not published, so a link to one leads nowhere.' },
      example: { bad: 'nextSteps:\n  - { text: 看草稿里的说明, to: answers/draft }', good: 'nextSteps:\n  - { text: 看已发布的说明, to: answers/b }' },
    },
    {
      id: 'relation/superseded',
      severity: 'warning',
      why: { zh: '被取代的一篇只剩一个路标，读者要多点一次；写在 related 里的关系则完全不显示。', en: 'A superseded entry is a mere signpost that costs readers a click, and a relation to it is not shown at all.' },
      example: { bad: 'related:\n  - { to: answers/old, as: seeAlso }', good: 'related:\n  - { to: answers/b, as: seeAlso }' },
    },
    {
      id: 'relation/page',
      severity: 'warning',
      why: { zh: '关系只存在于条目之间：和关于本站的一页之间的关系，哪里都不显示。', en: 'Relations are between entries: one to a page about the site itself is shown nowhere.' },
      example: { bad: 'related:\n  - { to: pages/about, as: seeAlso }', good: 'nextSteps:\n  - { text: 看本站由谁写, to: pages/about }' },
    },
  ],
  find({ edition: { site, document }, unsound, drafts, keepIn }) {
    const basis = digest(JSON.stringify([...drafts, ...site.pages.map(({ ref }) => ref), ...site.tombstones.flatMap(({ ref, brief }) => [ref, brief.supersededBy!.to])]));
    const findIn = (item: Entry | TrustPage) => [...leadsOf(item, document(item)).flatMap(({ to, place }) => judge(to, place, site, drafts)), ...('kind' in item ? relatedPages(item, site) : [])];
    const unfinished = unsound.filter((item) => !('kind' in item && item.brief.supersededBy));
    return [...site.entries, ...site.pages, ...unfinished].flatMap((item) => keepIn(item, 'targets', basis, () => findIn(item))!);
  },
};

function relatedPages({ source, data }: Entry, site: Site): Found[] {
  return (data.related ?? []).flatMap(({ to }, index) => {
    const found = site.find(to);
    if (!found || 'kind' in found) return [];
    return [{
      ...placeOf(source, ['related', index, 'to']),
      rule: 'relation/page',
      message: { zh: `"${to}" 不是条目，这个关系哪里都不显示。`, en: `"${to}" is no entry, so the relation is shown nowhere.` },
      hint: { zh: '写一篇条目，例如 answers/base-url-settings；要带读者去那一页，写进 nextSteps。', en: 'Name an entry, such as answers/base-url-settings; to lead readers to that page, write it into nextSteps.' },
    }];
  });
}

function judge(to: string, place: Lead['place'], site: Site, drafts: ReadonlySet<string>): Found[] {
  const [address] = splitFragment(to);
  if (drafts.has(address)) {
    return [{
      ...place(),
      rule: 'reference/draft',
      message: { zh: `"${address}" 是草稿，读者打不开。`, en: `"${address}" is a draft, which readers cannot open.` },
      hint: { zh: '发布它（删掉 draft: true），或改成已发布的条目。', en: 'Publish it (delete draft: true), or lead to an entry that is published.' },
    }];
  }
  const found = itemAt(site, address);
  const successor = found && 'kind' in found ? found.brief.supersededBy?.to : undefined;
  if (!successor) return [];
  return [{
    ...place(),
    rule: 'relation/superseded',
    message: { zh: `"${address}" 已被 ${successor} 取代。`, en: `"${address}" was superseded by ${successor}.` },
    hint: { zh: `改成 ${successor}。`, en: `Write ${successor}.` },
  }];
}
