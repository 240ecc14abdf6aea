/** Links and pictures lead to something that exists, those of site.yaml too. */
import { digest } from '#lib/hash.ts';
import { once } from '#lib/once.ts';
import { closest } from '#lib/text.ts';
import { leadsOf, settingsLeads, type Lead } from '#markup/leads.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import { isReference } from '#model/fields.ts';
import { pagePaths, pathOf } from '#model/paths.ts';
import type { Said } from '#model/problem.ts';
import { unknownReference } from '#model/references.ts';
import { readingRules } from '#model/rules.ts';
import { splitFragment } from '#model/target.ts';
import type { Check, Found } from './check.ts';

export const bodyLinks: Check = {
  id: 'body-links',
  rules: [
    {
      id: 'link/page',
      severity: 'error',
      why: { zh: '指向不存在的页面的链接，读者点下去只会看到“找不到”。', en: 'A link to a page that does not exist shows readers nothing but "not found".' },
      example: { bad: '看[全部答案](/answer/)。', good: '看[全部答案](/answers/)。' },
    },
    {
      id: 'link/file',
      severity: 'error',
      why: { zh: '图片和下载要放在 content/public/ 里，否则页面上只剩一个空框。', en: 'Pictures and downloads stand in content/public/, or the page shows an empty frame.' },
      example: { bad: '![站点的标志：一个方框](/lgo.svg)', good: '![站点的标志：一个方框](/logo.svg)' },
    },
    ...readingRules.filter(({ id }) => id === 'reference/missing'),
  ],
  find(context) {
    const { edition: { site, document }, unsound, known, drafts, assets, settings, keepIn } = context;
    // A file that is broken is a page all the same once it is mended: nothing is wrong with who leads to it.
    const paths = pagePaths(site).union(new Set(known.values().filter((ref) => !site.find(ref) && !drafts.has(ref)).map(pathOf)));
    const basis = digest(JSON.stringify([[...known], [...assets], [...paths], site.config]));
    const linked = once(() => assets.union(context.made()));
    const judge = ({ to, from, image }: Pick<Lead, 'to' | 'from' | 'image'>): Said[] => {
      const [address] = splitFragment(to);
      if (isReference(address)) return from === 'field' || known.has(address) ? [] : [unknownReference(address, known)];
      if (!address.startsWith('/') || address.startsWith('//')) return [];
      if (image || /\.[a-z0-9]+$/i.test(address)) {
        if (assets.has(address)) return [];
        const files = image ? assets : linked();
        return files.has(address) ? [] : [missing('link/file', address, closest(address, files), fileWords)];
      }
      const path = address.endsWith('/') ? address : `${address}/`;
      if (!paths.has(path)) return [missing('link/page', address, closest(path, paths), pageWords)];
      return path === address ? [] : [missing('link/page', address, path, slashWords)];
    };
    const findIn = (item: Entry | TrustPage) => leadsOf(item, document(item)).flatMap((lead) => judge(lead).map((said): Found => ({ ...lead.place(), ...said })));
    return [
      ...settingsLeads(site.config).flatMap(({ path, ...lead }) => judge(lead).map((said): Found => ({ ...settings(path), ...said }))),
      ...[...site.entries, ...site.tombstones, ...site.pages, ...unsound].flatMap((item) => keepIn(item, 'body-links', basis, () => findIn(item))!),
    ];
  },
};

const fileWords = { zh: '没有这个文件', en: 'names no file', hintZh: '把文件放进 content/public/，或改正路径。', hintEn: 'Put the file into content/public/, or correct the path.' };
const pageWords = { zh: '没有这一页', en: 'leads to no page', hintZh: '改成已有的路径，或写成条目引用，如 answers/base-url-settings。', hintEn: 'Use a path that exists, or a reference such as answers/base-url-settings.' };
const slashWords = { ...pageWords, zh: '少了结尾的斜杠', en: 'lacks the slash at its end' };

function missing(rule: string, address: string, near: string | undefined, say: typeof fileWords): Said {
  return {
    rule,
    message: { zh: `链接 "${address}" ${say.zh}。`, en: `The link "${address}" ${say.en}.` },
    hint: near ? { zh: `你是不是想写 ${near}？`, en: `Did you mean ${near}?` } : { zh: say.hintZh, en: say.hintEn },
  };
}
