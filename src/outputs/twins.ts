/** `/<kind>/<slug>.md`: the page as Markdown, for readers that are programs. */
import { bodyMarkdown } from '#markup/edition.ts';
import { entryMarkdown } from '#markup/forms/markdown.ts';
import { escapeMarkdown } from '#lib/prose.ts';
import { twinPath } from '#model/paths.ts';
import type { Site } from '#model/site.ts';
import type { Output } from './output.ts';

export const twins: Output = {
  id: 'twins',
  *files(edition) {
    const { site } = edition;
    for (const entry of site.entries) {
      yield { path: twinPath(entry.path), content: `${entryMarkdown(edition, entry)}\n\n${origin(site, entry.path)}` };
    }
    for (const page of site.pages) {
      const { title, description, updated } = page.data;
      const head = `# ${escapeMarkdown(title)}\n\n- URL: ${site.url(page.path)}\n- ${updated}\n\n> ${escapeMarkdown(description)}`;
      yield { path: twinPath(page.path), content: `${head}\n\n${bodyMarkdown(edition, page).trim()}\n\n${origin(site, page.path)}` };
    }
  },
};

/** Where the page itself and the index of all twins are. */
function origin(site: Site, path: string): string {
  return `---\n\n- HTML: ${site.url(path)}\n- Index: ${site.url('/llms.txt')}\n`;
}
