/** `/llms-full.txt` and `/<kind>/llms-full.txt`: every entry whole as Markdown, its boundaries with it, in one file. */
import { Piece } from '#lib/piece.ts';
import type { Edition } from '#markup/edition.ts';
import { offersAnswers } from '#model/ai-policy.ts';
import { entryMarkdown, trustMarkdown, twinFoot } from '#markup/forms/markdown.ts';
import { escapeMarkdown } from '#lib/prose.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import { kindLists, twinPartPath, twinPath } from '#model/paths.ts';
import type { List } from '#model/site.ts';
import type { Output, Resource } from './output.ts';

export const llmsFull: Output = {
  id: 'llms-full',
  collects: true,
  resources: (site) => (offersAnswers(site) ? [rootResource, ...kindLists(site).map(kindResource)] : []),
  *files(edition, { made }) {
    const { site } = edition;
    if (!offersAnswers(site)) return;
    yield { path: rootPath, content: corpus(edition, made, site.config.name, site.config.description, [...site.entries, ...site.pages]) };
    for (const { path, title, lead, entries } of kindLists(site)) yield { path: pathIn(path), content: corpus(edition, made, `${site.config.name} · ${title}`, lead, entries) };
  },
};

const rootPath = '/llms-full.txt';

const rootResource: Resource = {
  path: rootPath,
  type: 'text/plain',
  title: 'llms-full.txt',
  about: { zh: '全部条目的全文，一个 Markdown 文件。', en: 'The full text of every entry in one Markdown file.' },
  example: (edition) => edition.site.entries.slice(0, 1).map((entry) => entryMarkdown(edition, entry).head).join(''),
};

function kindResource({ path, title, entries }: List): Resource {
  return {
    path: pathIn(path),
    type: 'text/plain',
    title: `llms-full.txt · ${title}`,
    about: { zh: `“${title}”栏目的全文，一个 Markdown 文件。`, en: `The full text of “${title}” in one Markdown file.` },
    example: (edition) => entryMarkdown(edition, entries[0]!).head,
  };
}

type Made = (path: string) => string | undefined;

function* corpus(edition: Edition, made: Made, title: string, summary: string, items: readonly (Entry | TrustPage)[]): Iterable<string | Piece> {
  yield `# ${escapeMarkdown(title)}\n\n> ${escapeMarkdown(summary)}\n`;
  for (const item of items) yield new Piece('', item.ref, () => `\n---\n\n${twinText(edition, made, item) ?? wholeText(edition, item)}\n`);
}

/** What stands in the twin above its foot; missing where that has not been made, or has several parts. */
function twinText({ site }: Edition, made: Made, { path }: Entry | TrustPage): string | undefined {
  if (made(twinPartPath(path, 2)) !== undefined) return undefined;
  return made(twinPath(path))?.slice(0, -2 - twinFoot(site, path).length);
}

function wholeText(edition: Edition, item: Entry | TrustPage): string {
  const { head, rest } = 'kind' in item ? entryMarkdown(edition, item) : trustMarkdown(edition, item);
  return `${head}\n\n${rest}`;
}

function pathIn(folder: string): string {
  return `${folder}llms-full.txt`;
}
