/** Drafts from the articles of another site. Nothing is overwritten; what could not be carried over is said. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { compileBody } from '#markup/compile.ts';
import type { Problem, Words } from '#model/problem.ts';
import { Refusal } from '#model/refusal.ts';
import type { Site } from '#model/site.ts';
import { isFault, maxFileBytes, splitSource } from '#model/source.ts';
import { ensureFree, nameEntry, type EntryName } from '../entry-name.ts';
import { withoutTracking } from './address.ts';
import { entryOf } from './entry.ts';
import { fetchText, isAddress, readFeedFile } from './fetch.ts';
import { readFeed } from './feed.ts';
import { bodyFromHtml } from './html.ts';
import type { Articles, Item } from './item.ts';
import type { Losses } from './losses.ts';
import { readMarkdownFolder } from './markdown-folder.ts';
import { slugFor } from './name.ts';

/** One draft, not yet written. */
export interface ImportedDraft {
  name: EntryName;
  title: string;
  text: string;
  /** Required fields that the editor has to write. */
  open: readonly string[];
  losses: Losses;
  /** What the check will say of the body. */
  problems: readonly Problem[];
}

export interface Import {
  format: string;
  drafts: ImportedDraft[];
  /** Articles that are left out, and why. */
  skipped: { name: string; why: Words }[];
}

/** Reads `source`: an http(s) address, a file or a folder of Markdown. Throws Refusal when it cannot be imported at all. */
export async function readArticles(source: string): Promise<Articles> {
  if (isAddress(source)) return readFeed(await fetchText(source), source);
  const path = resolve(source);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Refusal(`没有 ${source} 这个文件或文件夹。核对名字；网址要以 http:// 或 https:// 开头。`, `There is no file or folder ${source}. Check the name; an address begins with http:// or https://.`);
  return found.isDirectory() ? readMarkdownFolder(path) : readFeed(readFeedFile(path), source);
}

/** What `articles` become as entries of the kind called `kind`; `contentDir` is where they would go. */
export function planImport({ items, format, skipped }: Articles, kind: string, site: Site, contentDir: string): Import {
  const taken = new Set<string>();
  const named = items.map((item) => ({ item, name: nameEntry(kind, slugFor({ ...item, url: item.url && withoutTracking(item.url) }, taken)) }));
  const references = new Map(named.flatMap(({ item, name }) => (item.url ? [[addressKey(item.url), name.ref] as const] : [])));
  const result: Import = { format, drafts: [], skipped: [...skipped] };
  for (const { item, name } of named) {
    try {
      ensureFree(contentDir, name, site);
      result.drafts.push(draftOf(item, name, site, (address) => references.get(addressKey(address))));
    } catch (error) {
      result.skipped.push({ name: item.title || name.ref, why: reasonOf(error) });
    }
  }
  return result;
}

function draftOf(item: Item, name: EntryName, site: Site, imported: (address: string) => string | undefined): ImportedDraft {
  const losses: Losses = new Map();
  const url = item.url && withoutTracking(item.url, losses);
  const body = bodyFromHtml(item.html, { base: url && URL.canParse(url) ? url : undefined, imported, losses });
  const { text, open } = entryOf({ ...item, url }, name, body, site);
  if (Buffer.byteLength(text) > maxFileBytes) throw new Refusal('超过 1 MiB，一篇放不下。在原站分成几篇再导入。', 'It has more than 1 MiB, too much for one entry. Split it on the old site, then import it.');
  const source = splitSource(name.file, text);
  const problems = isFault(source) ? [] : compileBody({ ...source, lang: site.lang }, { forms: false }).problems;
  return { name, title: item.title, text, open, losses, problems };
}

/** The same page may be named with and without a slash at its end. */
function addressKey(address: string): string {
  const [plain = ''] = withoutTracking(address).split('#');
  return plain.replace(/^https?:/, '').replace(/\/+$/, '');
}

function reasonOf(error: unknown): Words {
  if (error instanceof Refusal) return error.words;
  if (error instanceof RangeError) return { zh: '网页嵌套得太深，读不出来。在原站整理这一篇再导入。', en: 'Its HTML is nested too deeply to be read. Tidy it on the old site, then import it.' };
  throw error;
}
