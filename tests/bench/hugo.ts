/** Hugo in the contest: the same corpus in its own form, and templates that print the same fields. */
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contestant } from './contest.ts';
import { editCorpus, makeWriter, retitleCorpus, withFrontmatter } from './corpus.ts';
import { makeEntries, type CorpusEntry, type CorpusOptions, type Source } from './corpus/entry.ts';
import { categories, corpusDay, tags, trustPages } from './corpus/site.ts';
import { measure } from './measure.ts';
import { freshFolders } from './work-dir.ts';

const templates = fileURLToPath(new URL('hugo', import.meta.url));

/** The version of the `hugo` on this machine, or undefined where there is none. */
export function findHugo(): string | undefined {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return status === 0 ? /v[\d.]+/.exec(stdout)?.[0] ?? 'hugo' : undefined;
}

/** Hugo on the corpus that it writes into `dir`. */
export function makeHugo(dir: string, options: CorpusOptions): Contestant {
  writeHugoCorpus(dir, options);
  let { out, cache } = freshFolders(dir);
  return {
    run(name, edit) {
      if (name === 'checkCold' || name === 'checkEdited') return undefined;
      if (name === 'cold') ({ out, cache } = freshFolders(dir));
      if (name === 'edited') editCorpus(join(dir, 'content'), edit);
      if (name === 'retitled') retitleCorpus(join(dir, 'content'), edit);
      return measure(['hugo', '--quiet', '--source', dir, '--destination', out, '--cacheDir', cache]);
    },
  };
}

function writeHugoCorpus(dir: string, options: CorpusOptions): void {
  cpSync(templates, dir, { recursive: true });
  const write = makeWriter(dir);
  for (const [slug, { body, ...page }] of Object.entries(trustPages)) write(`content/${slug}.md`, withFrontmatter({ ...page, date: corpusDay, lastmod: corpusDay }, body));
  for (const { id, label, description } of categories) write(`content/category/${id}/_index.md`, withFrontmatter({ title: label, description }, ''));
  for (const { id, label } of tags) write(`content/tags/${id}/_index.md`, withFrontmatter({ title: label }, ''));
  for (const entry of makeEntries(options)) {
    write(`content/${entry.kind}/${entry.slug}.md`, withFrontmatter(hugoData(entry), hugoBody(entry)));
    for (const [path, code] of entry.files) write(`code/${path}`, code);
  }
}

/** `aliases` are redirects in Hugo, and its days have other names. */
function hugoData({ data: { aliases, published, updated, ...data } }: CorpusEntry): Record<string, unknown> {
  return { ...data, otherNames: aliases, date: published, lastmod: updated };
}

/** The body in plain Markdown: components give way to what they hold. */
function hugoBody({ body, data }: CorpusEntry): string {
  const markdown = body
    .replace(/<Note [^>]*title="([^"]*)">/g, '**$1**')
    .replace(/<\/?(?:Note|Steps)>\n+/g, '')
    .replace(/<Term to="([^"]*)">([^<]*)<\/Term>/g, '[$2](/glossary/$1/)')
    .replace(/\]\(([a-z]+\/[a-z0-9-]+)\)/g, '](/$1/)');
  const notes = (data.sources ?? []).map(({ id, title, url }: Source) => `[^${id}]: [${title}](${url})`);
  return `${[markdown.trimEnd(), ...notes].join('\n\n')}\n`;
}
