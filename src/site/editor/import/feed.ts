/** Articles of a feed: RSS 2.0 (https://www.rssboard.org/rss-specification), Atom (RFC 4287), JSON Feed 1.1 (https://jsonfeed.org). */
import { XMLValidator } from 'fast-xml-parser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { escapeHtml } from '#lib/html.ts';
import { withoutStop } from '#lib/text.ts';
import { Refusal } from '#model/refusal.ts';
import { dayOf, type Articles, type Item } from './item.ts';
import { plainTextOf } from './html.ts';

/** Reads a whole feed. Throws Refusal for one that is broken, dangerous or of another format. */
export function readFeed(text: string, name: string): Articles {
  const start = text.trimStart();
  if (start === '') throw new Refusal(`${name} 是空的，没有文章可导入。核对文件或地址。`, `${name} is empty, so there is nothing to import. Check the file or the address.`);
  if (start.startsWith('{')) return { format: 'JSON Feed', items: jsonItems(start, name), skipped: [] };
  if (/^<(!doctype html|html)\b/i.test(start)) throw new Refusal(`${name} 是一个网页，不是订阅源。在原站找 RSS 或 Atom 地址，常见的是 /feed/ 和 /rss.xml。`, `${name} is a web page, not a feed. Look for the RSS or Atom address of the site, often /feed/ or /rss.xml.`);
  ensureSafe(start, name);
  const root = /<(?![?!])([\w:]+)/.exec(start)?.[1];
  if (root === 'rss') return { format: 'RSS 2.0', items: rssItems(start, name), skipped: [] };
  if (root === 'feed') return { format: 'Atom', items: atomItems(start, name), skipped: [] };
  throw unknownFormat(name);
}

/** Feeds need no document type, and one is the way to entities that grow without end or read files of this machine. */
function ensureSafe(xml: string, name: string): void {
  const markup = xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g, '');
  if (/<!(DOCTYPE|ENTITY)/i.test(markup)) {
    throw new Refusal(`${name} 里有 DOCTYPE 或 ENTITY 声明，可能展开到无限大或读取本机文件，没有导入。删掉这些声明再试。`, `${name} declares a DOCTYPE or ENTITY, which can grow without end or read files of this machine, so it was not imported. Delete the declarations and try again.`);
  }
  const valid = XMLValidator.validate(xml);
  if (valid === true) return;
  const { line, col, msg } = valid.err;
  // So the validator says that elements are still open at the end.
  const isCut = msg.startsWith("Invalid '[") || msg.startsWith('Unclosed');
  throw isCut
    ? new Refusal(`${name} 在半途断了，后面的文章都不在里面，没有导入。重新下载一次。`, `${name} breaks off in the middle, without the rest of the articles, and was not imported. Download it again.`)
    : new Refusal(`${name} 第 ${line} 行第 ${col} 列不是完整的 XML（${withoutStop(msg)}）。重新下载一次；还是这样，就请原站修好。`, `${name} is not sound XML at line ${line}, column ${col} (${withoutStop(msg)}). Download it again; if that does not help, have the old site mend it.`);
}

function unknownFormat(name: string): Refusal {
  return new Refusal(`${name} 不是认得的订阅源。能导入的有 RSS 2.0、Atom、JSON Feed 和 Markdown 文件夹。`, `${name} is no feed that is known. RSS 2.0, Atom, JSON Feed and folders of Markdown can be imported.`);
}

/** The libraries throw errors of their own for what is none of their format. */
function parse<Feed>(read: () => Feed, name: string): Feed {
  try {
    return read();
  } catch {
    throw unknownFormat(name);
  }
}

function rssItems(xml: string, name: string): Item[] {
  const feed = parse(() => parseRssFeed(xml), name);
  return (feed.items ?? []).map((item) => ({
    title: titleOf(item.title),
    html: item.content?.encoded ?? item.description ?? '',
    url: resolve(item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value), feed.link),
    oldPaths: [],
    // Where there is no other body, the description is the body.
    summary: item.content?.encoded && item.description ? plainTextOf(item.description) : undefined,
    published: dayOf(item.pubDate ?? item.dc?.dates?.[0]),
    labels: (item.categories ?? []).flatMap(({ name: label }) => label ?? []),
    author: item.dc?.creators?.[0],
  }));
}

function atomItems(xml: string, name: string): Item[] {
  const feed = parse(() => parseAtomFeed(xml), name);
  const home = feed.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href;
  return (feed.entries ?? []).map((entry) => ({
    title: entry.title?.type === 'html' ? plainTextOf(entry.title.value ?? '') : titleOf(entry.title?.value),
    html: htmlOf(entry.content) || htmlOf(entry.summary),
    url: resolve(entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href, home),
    oldPaths: [],
    summary: entry.content?.value && entry.summary?.value ? plainTextOf(htmlOf(entry.summary)) : undefined,
    published: dayOf(entry.published ?? entry.updated),
    updated: dayOf(entry.updated),
    labels: (entry.categories ?? []).flatMap(({ label, term }) => label ?? term ?? []),
    author: entry.authors?.[0]?.name,
  }));
}

function jsonItems(text: string, name: string): Item[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const said = withoutStop((error as Error).message);
    throw new Refusal(`${name} 不是完整的 JSON（${said}）。重新下载一次；还是这样，就请原站修好。`, `${name} is not sound JSON (${said}). Download it again; if that does not help, have the old site mend it.`);
  }
  const feed = parse(() => parseJsonFeed(data as string), name);
  return (feed.items ?? []).map((item) => ({
    title: titleOf(item.title),
    html: item.content_html ?? textAsHtml(item.content_text ?? ''),
    url: resolve(item.url, feed.home_page_url),
    oldPaths: [],
    summary: item.summary,
    published: dayOf(item.date_published),
    updated: dayOf(item.date_modified),
    labels: item.tags ?? [],
    author: item.authors?.[0]?.name,
  }));
}

function htmlOf(text: { value?: string; type?: string } | undefined): string {
  const { value = '', type } = text ?? {};
  return type === 'html' || type === 'xhtml' ? value : textAsHtml(value);
}

function textAsHtml(text: string): string {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '').map((paragraph) => `<p>${escapeHtml(paragraph.trim())}</p>`).join('');
}

/** A title is plain text, but many a feed has its entities escaped twice. */
function titleOf(title = ''): string {
  return (/&#?\w+;/.test(title) && !title.includes('<') ? plainTextOf(title) : title).replace(/\s+/g, ' ').trim();
}

function resolve(address: string | undefined, home: string | undefined): string | undefined {
  return address && URL.canParse(address, home) ? new URL(address, home).href : undefined;
}
