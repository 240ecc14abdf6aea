/**
 * `/llms.txt` and `/<kind>/llms.txt`: what the site answers, as links to the twins, each with its short answer.
 * Format: https://llmstxt.org. What does not fit into one file is split into pages, `/<kind>/llms-1.txt` and so on.
 */
import { offersAnswers } from '#model/ai-policy.ts';
import { entryLink, linkFile, linkLine, type LinkFile, type LinkSection } from '#markup/forms/link-file.ts';
import { splitRuns } from '#lib/text.ts';
import { kindLists, llmsPath, twinPath } from '#model/paths.ts';
import type { List, Site } from '#model/site.ts';
import { words } from '#model/words/index.ts';
import type { Output, OutputFile, Resource } from './output.ts';

/** Characters (UTF-16 units) below which a file stays: readers with a small window cut off what is longer. */
const limit = 49_999;

export const llms: Output = {
  id: 'llms',
  resources: (site) => (offersAnswers(site) ? [rootResource, ...kindLists(site).map(kindResource)] : []),
  *files({ site }, { resources }) {
    if (!offersAnswers(site)) return;
    yield { path: llmsPath, content: rootFile(site, resources) };
    for (const list of kindLists(site)) yield* kindFiles(site, list);
  },
};

const guidance = {
  zh: '每个链接都是一页的 Markdown 版本；引用短答案时请连同页内的适用边界和更新日期一起引用，标明已过复核日期的页面先核对再用。',
  en: 'Each link leads to the Markdown version of a page. Quote a short answer together with its limits and its date, and verify pages marked as overdue before relying on them.',
};

const rootResource: Resource = {
  path: llmsPath,
  type: 'text/plain',
  title: 'llms.txt',
  rel: 'describedby',
  about: { zh: '全部条目的 Markdown 版本和短答案。', en: 'The Markdown version and the short answer of every entry.' },
  example: ({ site }) => site.entries.slice(0, 1).map((entry) => entryLink(site, entry)).join(''),
};

function kindResource({ path, title, entries }: List): Resource {
  return {
    path: pathIn(path),
    type: 'text/plain',
    title: `llms.txt · ${title}`,
    about: { zh: `“${title}”栏目每一篇的 Markdown 版本和短答案。`, en: `The Markdown version and the short answer of every entry of “${title}”.` },
    example: ({ site }) => entryLink(site, entries[0]!),
  };
}

function rootFile(site: Site, resources: readonly Resource[]): string {
  const { config, lang } = site;
  const frame = { title: config.name, summary: config.description, note: guidance[lang] };
  const about = { title: words[lang].about, links: site.pages.map(({ path, data }) => linkLine(data.title, site.url(twinPath(path)), data.description)) };
  const others = cutTo({ title: 'Optional', links: otherLinks(site, resources) }, limit / 4);
  const kinds = kindLists(site).map(({ path, title, entries }) => ({
    title,
    links: entries.map((entry) => entryLink(site, entry)),
    all: linkLine(`${title} · ${words[lang].all}`, site.url(pathIn(path)), words[lang].count(entries.length)),
  }));
  return linkFile({ ...frame, sections: [...fit(kinds, limit - linkFile({ ...frame, sections: [about, others] }).length), about, others] });
}

/** Everything else that the site has for machines: what stands at the top of the site first. */
function otherLinks(site: Site, resources: readonly Resource[]): string[] {
  const depth = ({ path }: Resource) => path.replace(/\/$/, '').split('/').length;
  return resources
    .filter(({ path }) => path !== llmsPath)
    .sort((a, b) => depth(a) - depth(b))
    .map(({ path, title, about }) => linkLine(title, site.url(path), about[site.lang]));
}

function kindFiles(site: Site, list: List): OutputFile[] {
  const say = words[site.lang];
  const path = pathIn(list.path);
  const frame = { title: `${site.config.name} · ${list.title}`, summary: list.lead, note: guidance[site.lang] };
  const sections = site.config.categories.map(({ id, label }) => ({ title: headingOf(label, site), links: list.entries.filter(({ brief }) => brief.category === id).map((entry) => entryLink(site, entry)) }));
  const whole = linkFile({ ...frame, sections });
  if (whole.length <= limit) return [{ path, content: whole }];
  const pages = pagesOf(sections, frame).map((content, index) => ({ path: path.replace('.txt', `-${index + 1}.txt`), content }));
  const all = { title: say.all, links: pages.map((page, index) => linkLine(`${list.title} · ${say.page(index + 1, pages.length)}`, site.url(page.path), categoriesIn(page.content))) };
  return [{ path, content: linkFile({ ...frame, sections: [all, ...fit(sections, limit - linkFile({ ...frame, sections: [all] }).length)] }) }, ...pages];
}

/** The heading of a category. The format reads one section by its name: what stands below "Optional" may be left out. */
function headingOf(label: string, { lang }: Site): string {
  const { category, colon } = words[lang];
  return label === 'Optional' ? `${category}${colon}${label}` : label;
}

/** The sections as files of links only, each as long as it may be. */
function pagesOf(sections: readonly LinkSection[], frame: Omit<LinkFile, 'sections'>): string[] {
  const headings = sections.reduce((sum, section) => sum + lengthOf({ ...section, links: [] }), 0);
  const room = limit - linkFile({ ...frame, sections: [] }).length - headings;
  const links = sections.flatMap(({ title, links: all }) => all.map((link) => ({ title, links: [link] })));
  return splitRuns(links, ({ links: [link] }) => link!.length + 1, room).map((run) => linkFile({ ...frame, sections: run }));
}

function categoriesIn(content: string): string {
  return Array.from(content.matchAll(/^## (.+)$/gm), ([, title]) => title).join(' · ');
}

/**
 * `sections` in at most `room` characters. Short ones stay whole; the others share what is left equally,
 * keep their first links, and begin with the link to `all` of them where there is one.
 */
function fit(sections: readonly (LinkSection & { all?: string })[], room: number): LinkSection[] {
  const fitted = new Map<LinkSection, LinkSection>();
  let left = room;
  for (const [index, section] of [...sections].sort((a, b) => lengthOf(a) - lengthOf(b)).entries()) {
    const cut = cutTo(section, Math.floor(left / (sections.length - index)));
    fitted.set(section, cut);
    left -= lengthOf(cut);
  }
  return sections.map((section) => fitted.get(section)!);
}

function cutTo(section: LinkSection & { all?: string }, share: number): LinkSection {
  if (lengthOf(section) <= share) return section;
  const first = section.all === undefined ? [] : [section.all];
  const [shown = []] = splitRuns(section.links, (link) => link.length + 1, share - lengthOf({ ...section, links: first }));
  return { ...section, links: [...first, ...shown] };
}

/** What a section adds to its file. */
function lengthOf({ title, links }: LinkSection): number {
  return title.length + 6 + links.reduce((sum, link) => sum + link.length + 1, 0);
}

function pathIn(folder: string): string {
  return `${folder}llms.txt`;
}
