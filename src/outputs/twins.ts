/** `/<kind>/<slug>.md`: the page as Markdown, for readers that are programs. A long one comes in linked parts. */
import { entryMarkdown, trustMarkdown, twinFoot, type Headed } from '#markup/forms/markdown.ts';
import { splitMarkdown } from '#markup/forms/split.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import { twinPartPath } from '#model/paths.ts';
import type { Site } from '#model/site.ts';
import { words } from '#model/words/index.ts';
import type { Output, OutputFile } from './output.ts';

/** Characters (UTF-16 units) below which a file stays: readers with a small window cut off what is longer. */
const limit = 50_000;

export const twins: Output<Entry | TrustPage> = {
  id: 'twins',
  subjects: ({ entries, pages }) => [...entries, ...pages],
  files: (edition, { subject }) => twinFiles(edition.site, subject.path, 'kind' in subject ? entryMarkdown(edition, subject) : trustMarkdown(edition, subject)),
};

function twinFiles(site: Site, path: string, { head, rest }: Headed): OutputFile[] {
  const foot = twinFoot(site, path);
  const frame = head.length + foot.length + partNote(site, path, 999, 9999).length + 10;
  const parts = splitMarkdown(rest, limit - frame);
  return parts.map((part, index) => {
    const note = parts.length > 1 ? `\n${partNote(site, path, index + 1, parts.length)}` : '';
    return { path: twinPartPath(path, index + 1), content: `${head}${note}\n\n${part}\n\n${foot}` };
  });
}

/** Which part this is, as one more fact below the title, with the parts before and after it. */
function partNote(site: Site, path: string, number: number, count: number): string {
  const say = words[site.lang];
  const link = (text: string, to: number) => (to >= 1 && to <= count ? [`[${text}](${site.url(twinPartPath(path, to))})`] : []);
  return `- ${say.twinPart(number, count)}${say.colon}${[...link(say.previous, number - 1), ...link(say.next, number + 1)].join(say.listSeparator)}`;
}
