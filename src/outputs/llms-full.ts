/** `/llms-full.txt` and `/<kind>/llms-full.txt`: every entry whole as Markdown, its boundaries with it, in one file. */
import { Piece } from '#lib/piece.ts';
import type { Edition } from '#markup/edition.ts';
import { offersAnswers } from '#model/ai-policy.ts';
import { entryMarkdown, trustMarkdown, type Headed } from '#markup/forms/markdown.ts';
import { escapeMarkdown } from '#lib/prose.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import { kindLists, type List } from '#model/paths.ts';
import type { Output, Resource } from './output.ts';

export const llmsFull: Output = {
  id: 'llms-full',
  resources: (site) => (offersAnswers(site) ? [rootResource, ...kindLists(site).map(kindResource)] : []),
  *files(edition) {
    const { site } = edition;
    if (!offersAnswers(site)) return;
    yield { path: rootPath, content: corpus(edition, site.config.name, site.config.description, [...site.entries, ...site.pages]) };
    for (const { path, title, lead, entries } of kindLists(site)) yield { path: pathIn(path), content: corpus(edition, `${site.config.name} · ${title}`, lead, entries) };
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

function* corpus(edition: Edition, title: string, summary: string, items: readonly (Entry | TrustPage)[]): Iterable<string | Piece> {
  yield `# ${escapeMarkdown(title)}\n\n> ${escapeMarkdown(summary)}\n`;
  for (const item of items) yield new Piece(item.ref, () => chapter('kind' in item ? entryMarkdown(edition, item) : trustMarkdown(edition, item)));
}

function chapter({ head, rest }: Headed): string {
  return `\n---\n\n${head}\n\n${rest}\n`;
}

function pathIn(folder: string): string {
  return `${folder}llms-full.txt`;
}
