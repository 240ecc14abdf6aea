/** Articles of a folder of Markdown, as Hexo, Hugo, Jekyll and the like keep them. */
import { join } from 'node:path';
import { markdownToHtml } from 'satteri';
import { listTree } from '#lib/list-tree.ts';
import { readYaml } from '#lib/yaml.ts';
import { Refusal } from '#model/refusal.ts';
import { isFault, readText, splitSource } from '#model/source.ts';
import { isFile } from '../text-file.ts';
import { dayOf, type Articles, type Item } from './item.ts';

/** Reads every Markdown file below `dir`. Throws Refusal when there is none. */
export function readMarkdownFolder(dir: string): Articles {
  const names = listTree(dir).files.map((path) => path.slice(1)).filter((name) => /\.(md|mdx|markdown)$/i.test(name) && isFile(join(dir, name))).sort();
  if (names.length === 0) throw new Refusal(`${dir} 里没有 Markdown 文件。写放文章的那个文件夹，例如 source/_posts。`, `${dir} holds no Markdown file. Name the folder of the articles, such as source/_posts.`);
  const articles: Articles = { format: 'Markdown', items: [], skipped: [] };
  for (const name of names) {
    const text = readText(join(dir, name));
    const source = isFault(text) ? text : splitSource(name, /^---[ \t]*\n/.test(text) ? text : `---\n---\n${text}`);
    if (isFault(source)) articles.skipped.push({ name, why: source.message });
    else articles.items.push(itemOf(name, source.frontmatter, source.text.slice(source.bodyStart)));
  }
  return articles;
}

function itemOf(file: string, frontmatter: string, body: string): Item {
  const { data } = readYaml(frontmatter);
  const fields = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  const text = (...names: string[]) => names.map((name) => fields[name]).find((value): value is string => typeof value === 'string' && value.trim() !== '');
  const heading = /^#[ \t]+(.+?)[ \t#]*$/m.exec(body);
  const title = text('title') ?? heading?.[1] ?? '';
  return {
    title: title.trim(),
    // A heading that repeats the title is the title of the page already.
    html: markdownToHtml(heading?.[1] === title ? body.replace(heading[0], '') : body, { features: { frontmatter: false, gfm: true } }).html,
    url: text('permalink', 'url'),
    oldPaths: list(fields['aliases']).concat(list(fields['redirect_from'])),
    summary: text('description', 'summary', 'excerpt'),
    published: dayOf(fields['date'] ?? fields['published']) ?? /(?:^|\/)(\d{4}-\d{2}-\d{2})-/.exec(file)?.[1],
    updated: dayOf(fields['updated'] ?? fields['lastmod']),
    labels: [...list(fields['tags']), ...list(fields['categories'] ?? fields['category'])],
    author: text('author'),
    file,
  };
}

function list(value: unknown): string[] {
  return (Array.isArray(value) ? value.flat() : [value]).filter((item): item is string => typeof item === 'string' && item !== '');
}
