/** Every entry can be come by: another page leads to it, and from home it takes three clicks at most. */
import { digest } from '#lib/hash.ts';
import { once } from '#lib/once.ts';
import type { Edition } from '#markup/edition.ts';
import { isLiving, type Entry, type TrustPage } from '#model/entry.ts';
import { mostListLinks, pageCount, pageSize } from '#model/paths.ts';
import { placeOf } from '#model/read.ts';
import { itemAt } from '#model/target.ts';
import type { Check, CheckContext, Found } from './check.ts';

export const reach: Check = {
  id: 'reach',
  rules: [
    {
      id: 'reach/orphan',
      severity: 'warning',
      why: {
        zh: '没有别的页面通向它，读者只能在列表里碰巧看到，搜索引擎也会认为它不重要。',
        en: 'Where no other page leads to an entry, readers meet it in lists by chance, and search engines take it for unimportant.',
      },
      example: { bad: 'nextSteps:\n  - { text: 看外部文档, to: "https://example.org/docs" }', good: 'nextSteps:\n  - { text: 看外部文档, to: "https://example.org/docs" }\nrelated:\n  - { to: answers/b, as: seeAlso }' },
    },
    {
      id: 'reach/far',
      severity: 'warning',
      why: {
        zh: '从首页点三次还到不了的页面，读者不会点到，爬虫也很少去；分类太大时，后面的条目就落到那里。',
        en: 'Pages more than three clicks from home are not clicked and seldom crawled; in too large a category that is where later entries end up.',
      },
      example: { bad: 'categories:\n  - { id: errors, label: 报错 }  # 30000 篇', good: 'categories:\n  - { id: client-errors, label: 客户端报错 }  # 14000 篇\n  - { id: server-errors, label: 服务端报错 }  # 16000 篇' },
    },
  ],
  find: (context) => [...orphans(context), ...farCategories(context)],
};

/** Every two of which one, among `items`, leads to the other, which is an entry. A link shows on both its ends, as link and as "mentioned by". */
function* links({ site, leads }: Edition, items: readonly (Entry | TrustPage)[] = [...site.entries, ...site.pages]): Generator<[from: Entry | TrustPage, to: Entry]> {
  for (const item of items) {
    for (const address of leads(item)) {
      const to = itemAt(site, address);
      if (to && isLiving(to) && to !== item) yield [item, to];
    }
  }
}

function orphans({ edition, keepIn }: CheckContext): Found[] {
  const { site } = edition;
  const { entries } = site;
  if (entries.length === 1) return []; // Nothing is there that could lead to it.
  const basis = digest(entries.map(({ ref }) => ref).join());
  const alone = new Set(entries.filter((entry) => !keepIn(entry, 'leads on', basis, () => !links(edition, [entry]).next().done)));
  if (alone.size > 0) for (const [, to] of links(edition)) alone.delete(to);
  return [...alone].map(({ source }) => ({
    ...placeOf(source, ['title']),
    rule: 'reach/orphan',
    message: { zh: '除了列表，没有一页通向这一篇。', en: 'Nothing but lists leads to this entry.' },
    hint: { zh: '在讲到它的条目里链接它，或在 related 里写上相关的条目：那一页会链接回来。', en: 'Link it from an entry that speaks of it, or name one in related: that page links back.' },
  }));
}

function farCategories({ edition, settings }: CheckContext): Found[] {
  const { lists, config } = edition.site;
  const near = once(() => nearEntries(edition));
  return config.categories.flatMap(({ id }, index): Found[] => {
    const { entries } = lists.find((list) => list.type === 'category' && list.id === id) ?? { entries: [] };
    const far = pageCount(entries) <= mostListLinks ? [] : entries.filter((entry) => !near().has(entry));
    if (far.length === 0) return [];
    return [{
      ...settings(['categories', index, 'id']),
      rule: 'reach/far',
      message: { zh: `分类 "${id}" 有 ${entries.length} 篇，其中 ${far.length} 篇从首页点三次到不了，例如 ${far[0]!.ref}。`, en: `The category "${id}" holds ${entries.length} entries, ${far.length} of which are more than three clicks from home, such as ${far[0]!.ref}.` },
      hint: { zh: `把它拆成每个不超过 ${mostListLinks * pageSize} 篇的几个分类，或从列表靠前的条目链接到后面的。`, en: `Split it into categories of ${mostListLinks * pageSize} entries at most, or link to the later entries from those that lists show first.` },
    }];
  });
}

/**
 * The entries at most three clicks from home, by links that stay. The first click leads to a list or a trust page, the
 * second to what it shows or to another page of the list, the third on from there. Cards on home and "more like this" are
 * not counted: they change with every entry that is written.
 */
function nearEntries(edition: Edition): Set<Entry | TrustPage> {
  const { config, lists, pages } = edition.site;
  const shown = lists.filter(({ type, id }) => type === 'category' || (type === 'kind' && (config.navigation?.includes(id) ?? true)));
  const first = new Set<Entry | TrustPage>(pages);
  const second = new Set<Entry | TrustPage>(shown.flatMap(({ entries }) => entries.slice(0, pageSize)));
  const third = new Set<Entry | TrustPage>(shown.flatMap(({ entries }) => (pageCount(entries) <= mostListLinks ? entries : entries.slice(0, 2 * pageSize))));
  const follow = (from: ReadonlySet<Entry | TrustPage>, into: Set<Entry | TrustPage>) => {
    for (const [one, other] of links(edition)) {
      if (from.has(one)) into.add(other);
      if (from.has(other)) into.add(one);
    }
  };
  follow(first, second);
  follow(new Set(second), third);
  return second.union(third);
}
