/** What stands behind `#` in a link is an anchor of the page that it leads to. */
import { closest } from '#lib/text.ts';
import { anchorsOf } from '#markup/anchors.ts';
import { leadsOf, settingsLeads, type Lead } from '#markup/leads.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import type { Place, Said } from '#model/problem.ts';
import { fragmentName, itemAt, splitFragment } from '#model/target.ts';
import type { Check, Found } from './check.ts';

export const anchors: Check = {
  id: 'anchors',
  rules: [
    {
      id: 'link/anchor',
      severity: 'error',
      why: { zh: '锚点不存在时，读者停在那一页的开头，找不到要他看的那一节。', en: 'Where the anchor does not exist, readers end up at the top of the page and never find the section that was meant.' },
      example: { bad: '## 换密钥 [#rotate]\n\n先看[怎样换](#rotat)。', good: '## 换密钥 [#rotate]\n\n先看[怎样换](#rotate)。' },
    },
  ],
  find(context) {
    const { edition: { site, document }, settings, keepIn } = context;
    const known = new Map<string, ReadonlySet<string>>();
    const anchorsAt = (item: Entry | TrustPage) => known.get(item.ref) ?? known.set(item.ref, anchorsOf(item, document(item), site.lang)).get(item.ref)!;
    const leads = [
      ...[...site.entries, ...site.pages].flatMap((item) => keepIn(item, 'anchors', '', () => placed(leadsOf(item, document(item))))!.map((lead) => ({ ...lead, item }))),
      ...placed(settingsLeads(site.config).flatMap(({ to, path, image }) => (image || !to.startsWith('/') ? [] : [{ to, place: () => settings(path) }]))).map((lead) => ({ ...lead, item: undefined })),
    ];
    return leads.flatMap(({ to, place, item }): Found[] => {
      const [address, fragment] = splitFragment(to);
      const name = fragmentName(fragment);
      const target = address === '' ? item : itemAt(site, address);
      if (!target || ('kind' in target && target.brief.supersededBy) || anchorsAt(target).has(name)) return [];
      return [{ ...place, ...missing(address, name, target, anchorsAt(target)) }];
    });
  },
};

/** Those of `leads` that name an anchor, with the places where they stand. */
function placed(leads: readonly Pick<Lead, 'to' | 'place'>[]): { to: string; place: Place }[] {
  return leads.filter(({ to }) => fragmentName(splitFragment(to)[1]) !== '').map(({ to, place }) => ({ to, place: place() }));
}

function missing(address: string, name: string, target: Entry | TrustPage, known: ReadonlySet<string>): Said {
  const near = closest(name, known);
  return {
    rule: 'link/anchor',
    message: address === ''
      ? { zh: `这一页上没有 "#${name}"。`, en: `This page has no "#${name}".` }
      : { zh: `${target.ref} 的页面上没有 "#${name}"。`, en: `The page of ${target.ref} has no "#${name}".` },
    hint: near
      ? { zh: `你是不是想写 ${address}#${near}？`, en: `Did you mean ${address}#${near}?` }
      : { zh: '写那一页小标题的锚点（在小标题末尾用 [#id] 固定它），或去掉 # 和后面的部分。', en: 'Name the anchor of a heading there (fix it with [#id] at the end of the heading), or drop # and what follows.' },
  };
}
