/** Files in the format of https://llmstxt.org: H1, summary as a quote, one paragraph, then sections that hold nothing but links. */
import { escapeMarkdown } from '#lib/prose.ts';
import type { Entry } from '#model/entry.ts';
import { twinPath } from '#model/paths.ts';
import type { Site } from '#model/site.ts';
import { words } from '#model/words/index.ts';

/** Links under one heading, each a line. Sections with the same title become one. */
export interface LinkSection {
  title: string;
  links: readonly string[];
}

/** A file of links. All its texts are plain and of one line, as the schemas leave them. */
export interface LinkFile {
  title: string;
  summary: string;
  note: string;
  sections: readonly LinkSection[];
}

/** The file as text. Its opening is Markdown; its links are read by parsers that know no escapes (https://llmstxt.org). */
export function linkFile({ title, summary, note, sections }: LinkFile): string {
  const merged = new Map<string, string[]>();
  for (const { title: heading, links } of sections) {
    const known = merged.get(heading);
    if (known) known.push(...links);
    else if (links.length > 0) merged.set(heading, [...links]);
  }
  const head = `# ${escapeMarkdown(title)}\n\n> ${escapeMarkdown(summary)}\n\n${note}\n`;
  return head + [...merged].map(([heading, links]) => `\n## ${heading}\n\n${links.join('\n')}\n`).join('');
}

/**
 * One link to an address of the site, in which no parenthesis is left. The reference parser ends the text of a link
 * at the first `]`, so square brackets become `【】`.
 */
export function linkLine(title: string, url: string, text: string): string {
  return `- [${title.replaceAll('[', '【').replaceAll(']', '】')}](${url}): ${text}`;
}

/** The link to an entry's twin with its short answer, which says first when its review is due soon, or overdue. */
export function entryLink(site: Site, entry: Entry): string {
  const { due, state } = site.review(entry);
  const say = words[site.lang];
  const warning = state === 'current' ? '' : `${say.review[state]} (${due})${say.colon}`;
  return linkLine(entry.data.title, site.url(twinPath(entry.path)), warning + entry.data.shortAnswer);
}
