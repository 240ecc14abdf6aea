/**
 * `/llms.txt`: what the site answers, as links to the twins, each with its short answer.
 * Format: https://llmstxt.org — H1, summary as a quote, prose, then sections that hold nothing but links.
 */
import { twinPath } from '#model/paths.ts';
import { words } from '#model/words/index.ts';
import type { Output } from './output.ts';

export const llms: Output = {
  id: 'llms',
  resources: () => [{ path: '/llms.txt', type: 'text/plain', title: 'llms.txt', rel: 'describedby', about: { zh: '全部条目的 Markdown 版本和短答案。', en: 'The Markdown version and the short answer of every entry.' } }],
  *files({ site }) {
    const { config } = site;
    const sections = site.kinds.flatMap((kind) => {
      const links = site.ofKind(kind.id).map(({ path, data }) => link(data.title, site.url(twinPath(path)), data.shortAnswer));
      return links.length ? [`## ${kind.labels[site.lang].many}`, '', ...links, ''] : [];
    });
    const trust = site.pages.map(({ path, data }) => link(data.title, site.url(twinPath(path)), data.description));
    const lines = [`# ${oneLine(config.name)}`, '', `> ${oneLine(config.description)}`, '', guidance[site.lang], '', ...sections, ...(trust.length ? [`## ${words[site.lang].about}`, '', ...trust, ''] : [])];
    yield { path: '/llms.txt', content: lines.join('\n') };
  },
};

const guidance = {
  zh: '每个链接都是一页的 Markdown 版本；引用短答案时请连同页内的适用边界和更新日期一起引用，标明已过复核日期的页面先核对再用。',
  en: 'Each link leads to the Markdown version of a page. Quote a short answer together with its limits and its date, and verify pages marked as overdue before relying on them.',
};

/** The reference parser ends a link's text at the first `]` and its address at the first `)`. */
function link(title: string, url: string, text: string): string {
  return `- [${oneLine(title).replaceAll('[', '【').replaceAll(']', '】')}](${url}): ${oneLine(text)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
