/** `/for-machines.md`: what the site offers to programs, with an example of each; the page beside it says the same. */
import { basename, extname } from 'node:path/posix';
import { escapeMarkdown } from '#lib/prose.ts';
import type { Edition } from '#markup/edition.ts';
import { entryMarkdown } from '#markup/forms/markdown.ts';
import { quoteLines } from '#markup/forms/quote.ts';
import { markdownFence } from '#markup/print/markdown-text.ts';
import { offersAnswers } from '#model/ai-policy.ts';
import type { Entry } from '#model/entry.ts';
import { machinesPath, twinPath } from '#model/paths.ts';
import type { Site } from '#model/site.ts';
import { words } from '#model/words/index.ts';
import type { Output, Resource } from './output.ts';

/** What the page and its twin say. */
export interface MachineGuide {
  /** An answer as it should be quoted; missing where nobody may, or where the site has no entry. */
  quote: string | undefined;
  files: MachineFile[];
}

/** A file, and those of the same name that hold a section of the site each. Addresses are absolute. */
export interface MachineFile {
  path: string;
  url: string;
  type: string;
  about: string;
  schema?: string;
  parts: { path: string; url: string }[];
  example?: { language: string; text: string };
  /** A program that uses the file. */
  recipe?: { language: string; text: string };
}

export const forMachines: Output = {
  id: 'for-machines',
  resources: ({ lang }) => [{
    path: machinesPath,
    type: 'text/html',
    title: words[lang].machines.title,
    rel: 'help',
    about: { zh: '全部机器可读文件的说明和示例。', en: 'All machine-readable files, explained with examples.' },
  }],
  *files(edition, { resources }) {
    const { site } = edition;
    const { quote, files } = machineGuide(edition, resources);
    const { colon, machines: say } = words[site.lang];
    const blocks = [
      `# ${escapeMarkdown(say.title)}`,
      `- URL${colon}${site.url(machinesPath)}`,
      `> ${escapeMarkdown(say.lead)}`,
      ...(quote ? [`## ${say.quoting}`, escapeMarkdown(say.quotingText), markdownFence(quote, 'text')] : []),
      `## ${say.resources}`,
      ...files.flatMap((file) => fileBlocks(site, file)),
    ];
    yield { path: twinPath(machinesPath), content: `${blocks.join('\n\n')}\n` };
  },
};

/** The guide to `resources`, with examples out of `edition`. */
export function machineGuide(edition: Edition, resources: readonly Resource[]): MachineGuide {
  const { site } = edition;
  const [first] = site.entries;
  const byName = Map.groupBy(resources.filter(({ path }) => path !== machinesPath), ({ path }) => basename(path));
  return {
    quote: first && offersAnswers(site) ? quoteOf(site, first) : undefined,
    files: [...(first ? [twinFile(edition, first)] : []), ...Array.from(byName.values(), ([whole, ...parts]) => resourceFile(edition, whole!, parts))],
  };
}

function quoteOf(site: Site, entry: Entry): string {
  const { updated, colon } = words[site.lang];
  return [...quoteLines(site, entry, String), `${updated}${colon}${site.changedOn(entry)}`, site.url(entry.path)].join('\n');
}

function twinFile(edition: Edition, entry: Entry): MachineFile {
  const path = twinPath(entry.path);
  return { path, url: edition.site.url(path), type: 'text/markdown', about: words[edition.site.lang].machines.twin, parts: [], example: { language: 'md', text: entryMarkdown(edition, entry).head } };
}

function resourceFile(edition: Edition, { path, type, schema, about, example, recipe }: Resource, parts: readonly Resource[]): MachineFile {
  const { site } = edition;
  const text = example?.(edition);
  const program = recipe?.(site);
  return {
    path,
    url: site.url(path),
    type,
    about: about[site.lang],
    ...(schema ? { schema: site.url(schema) } : {}),
    parts: parts.map((part) => ({ path: part.path, url: site.url(part.path) })),
    ...(text ? { example: { language: extname(path).slice(1), text } } : {}),
    ...(program ? { recipe: { language: 'js', text: program } } : {}),
  };
}

function fileBlocks({ lang }: Site, { path, url, type, about, schema, parts, example, recipe }: MachineFile): string[] {
  const { colon, listSeparator, machines: say } = words[lang];
  const facts = [
    `- URL${colon}${url}`,
    `- ${say.type}${colon}${type}`,
    ...(schema ? [`- ${say.schema}${colon}${schema}`] : []),
    ...(parts.length ? [`- ${say.parts}${colon}${parts.map((part) => `[${part.path}](${part.url})`).join(listSeparator)}`] : []),
  ];
  return [`### ${path}`, escapeMarkdown(about), facts.join('\n'), ...(example ? [markdownFence(example.text, example.language)] : []), ...(recipe ? [escapeMarkdown(say.recipe), markdownFence(recipe.text, recipe.language)] : [])];
}
