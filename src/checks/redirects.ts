/** An old address leads straight to a page: one, that is there, and not to itself. */
import { extname } from 'node:path/posix';
import { once } from '#lib/once.ts';
import { notFoundPath, pagePaths, twinPath, workerPath } from '#model/paths.ts';
import type { Entry } from '#model/entry.ts';
import type { Said } from '#model/problem.ts';
import { placeOf } from '#model/read.ts';
import { normalPath, redirectsOf } from '#model/redirects.ts';
import type { Site } from '#model/site.ts';
import { drawnIconPath } from '#model/theme.ts';
import type { Check, CheckContext, Found } from './check.ts';

export const redirects: Check = {
  id: 'redirects',
  rules: [
    {
      id: 'redirect/path',
      severity: 'error',
      why: { zh: '旧地址要写进每一种主机的规则；带问号、星号或空格的路径，各家理解不同，或者根本不理解。', en: 'An old address goes into the rules of every kind of host; a path with ? or * or a space means something else to each of them, or nothing.' },
      example: { bad: 'redirectFrom: ["/faq?id=3"]', good: 'redirectFrom: [/faq/3/]' },
    },
    {
      id: 'redirect/exists',
      severity: 'error',
      why: { zh: '从一个还在的地址跳走，那里的内容就再也没有人看得到；跳到自己则永远跳不完。', en: 'What leads away from an address that is in use hides what stands there; what leads to itself never ends.' },
      example: { bad: 'redirectFrom: [/answers/b/]', good: 'redirectFrom: [/answers/b-old/]' },
    },
    {
      id: 'redirect/twice',
      severity: 'error',
      why: { zh: '一个旧地址只能去一个地方；写了两处，去哪里就由主机决定。', en: 'An old address leads to one place; when two claim it, the host decides.' },
      example: { bad: 'redirectFrom: [/faq/3/, /faq/3/index.html]', good: 'redirectFrom: [/faq/3/]' },
    },
    {
      id: 'redirect/chain',
      severity: 'error',
      why: { zh: '读者和爬虫每多走一步，就多一次走丢的机会；指路牌应直接指向现在的那一页。', en: 'Readers and crawlers get lost at every further step; a signpost points straight to the page of today.' },
      example: { bad: 'supersededBy: { to: answers/old, reason: 内容已并入, since: 2026-05-02 }', good: 'supersededBy: { to: answers/b, reason: 内容已并入, since: 2026-05-02 }' },
    },
    {
      id: 'redirect/loop',
      severity: 'error',
      why: { zh: '互相指来指去的页面，哪一页也没有答案。', en: 'Pages that point at each other hold no answer at all.' },
      example: {
        bad: '# answers/a.mdx\nsupersededBy: { to: answers/b, reason: 内容已并入, since: 2026-05-02 }\n# answers/b.mdx\nsupersededBy: { to: answers/a, reason: 内容已并入, since: 2026-05-02 }',
        good: '# answers/a.mdx\nsupersededBy: { to: answers/b, reason: 内容已并入, since: 2026-05-02 }',
      },
    },
    {
      id: 'redirect/successor',
      severity: 'error',
      why: { zh: '取代一篇条目的，必须是读者能打开的条目。', en: 'What takes the place of an entry must be an entry that readers can open.' },
      example: { bad: 'supersededBy: { to: answers/draft, reason: 内容已并入, since: 2026-05-02 }', good: 'supersededBy: { to: answers/b, reason: 内容已并入, since: 2026-05-02 }' },
    },
  ],
  find: (context) => [...oldPaths(context), ...context.edition.site.tombstones.flatMap((entry) => successor(context, entry))],
};

function oldPaths({ edition: { site }, unsound, assets, made }: CheckContext): Found[] {
  const claims = new Map<string, Entry>();
  const taken = once(() => new Set([...pagePaths(site), ...[...site.entries, ...site.pages].map(({ path }) => twinPath(path)), ...assets, notFoundPath, workerPath, drawnIconPath]));
  const outputs = once(made);
  const isTaken = (path: string) => taken().has(path) || (extname(path) !== '' && outputs().has(path));
  const unusable = [...site.entries, ...site.tombstones, ...unsound.filter((item) => 'kind' in item)].flatMap((entry) =>
    (entry.brief.redirectFrom ?? []).flatMap((path, index) => (normalPath(path) === undefined ? [at(entry, index, noPath(path))] : [])),
  );
  const clashes = redirectsOf(site).flatMap(({ from, to, entry, index }) => {
    const address = from.replace(/\/index\.html$/, '/'); // One file stands behind both names.
    if (isTaken(address)) return [at(entry, index, exists(from, to))];
    const claim = address.replace(/\/$/, ''); // Hosts are told of a path without its last slash, too.
    const other = claims.get(claim);
    claims.set(claim, entry);
    return other ? [at(entry, index, twice(from, other))] : [];
  });
  return [...unusable, ...clashes];
}

function at({ source }: Entry, index: number, said: Said): Found {
  return { ...placeOf(source, ['redirectFrom', index]), ...said };
}

function noPath(path: string): Said {
  return {
    rule: 'redirect/path',
    message: { zh: `旧地址 "${path}" 不是一个普通路径。`, en: `The old address "${path}" is no plain path.` },
    hint: { zh: '写本站的路径，以 / 开头，不带域名、问号、井号和通配符，例如 /old/base-url/。', en: 'Write a path of this site that starts with /, without host, ?, # or wildcards, such as /old/base-url/.' },
  };
}

function exists(from: string, to: string): Said {
  return {
    rule: 'redirect/exists',
    message: from === to ? { zh: `旧地址 "${from}" 就是这一页自己的地址。`, en: `The old address "${from}" is this page's own.` } : { zh: `旧地址 "${from}" 下现在有内容。`, en: `The old address "${from}" is in use.` },
    hint: { zh: '删掉这一项；要让那一页改指这里，在那一页里写 supersededBy。', en: 'Delete the item; to make the page there point here, write supersededBy into it.' },
  };
}

function twice(from: string, { source: { file } }: Entry): Said {
  return {
    rule: 'redirect/twice',
    message: { zh: `旧地址 "${from}" 在 ${file} 里已经写过。`, en: `The old address "${from}" is claimed by ${file} already.` },
    hint: { zh: '只留一处，留在接替它的那一篇里。', en: 'Keep one of them, in the entry that took its place.' },
  };
}

function successor({ edition: { site }, drafts }: CheckContext, entry: Entry): Found[] {
  const { to } = entry.brief.supersededBy!;
  const say = (rule: string, message: Said['message'], hint: Said['hint']): Found[] => [{ ...placeOf(entry.source, ['supersededBy', 'to']), rule, message, hint }];
  if (drafts.has(to)) return say('redirect/successor', { zh: `"${to}" 是草稿，读者打不开。`, en: `"${to}" is a draft, which readers cannot open.` }, { zh: `发布它（删掉 draft: true），或改写成已发布的条目。`, en: 'Publish it (delete draft: true), or name an entry that is published.' });
  const found = site.find(to);
  if (!found || site.entry(to)) return []; // What is missing or broken is reported where it is.
  if (!('kind' in found)) return say('redirect/successor', { zh: `"${to}" 不是条目。`, en: `"${to}" is no entry.` }, { zh: '写取代它的那一篇条目，例如 answers/base-url-settings。', en: 'Name the entry that takes its place, such as answers/base-url-settings.' });
  const last = follow(site, entry);
  if (last === entry.ref) return say('redirect/loop', { zh: `"${to}" 又指回 "${entry.ref}"。`, en: `"${to}" points back to "${entry.ref}".` }, { zh: '在其中一篇里删掉 supersededBy。', en: 'Delete supersededBy from one of them.' });
  if (nextOf(site, last)) return []; // The circle that it leads into is reported where it is.
  return say('redirect/chain', { zh: `"${to}" 自己也已被取代。`, en: `"${to}" has been superseded itself.` }, { zh: `直接写 ${last}。`, en: `Write ${last} here.` });
}

/** The reference at the end of the signposts that begin at `entry`; where they go round, the first that comes again. */
function follow(site: Site, entry: Entry): string {
  const passed = new Set<string>();
  for (let ref = entry.ref; ; ) {
    const next = nextOf(site, ref);
    if (next === undefined || passed.has(ref)) return ref;
    passed.add(ref);
    ref = next;
  }
}

function nextOf(site: Site, ref: string): string | undefined {
  const found = site.find(ref);
  return found && 'kind' in found ? found.brief.supersededBy?.to : undefined;
}
