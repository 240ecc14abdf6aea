/** Options that several verbs share, and what they mean. */
import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { isIsoDate, toIso } from '#lib/date.ts';
import { hasSoundPath } from '#lib/url.ts';
import { langOf, type Lang } from '#model/problem.ts';
import { Refusal } from '#model/refusal.ts';
import { findSources, isReplaceable } from '#site/own-tree.ts';
import { cacheDir, projectRoot } from '#site/project.ts';

// What holds without an option is part of its sentence: commander prints no default where there is no value.
export const contentOption = () => new Option('--content <dir>', 'folder that holds the site; default: content/').env('LEDE_CONTENT');
export const outOption = (description: string) => new Option('--out <dir>', `${description}; default: dist/`);
export const compressOption = () => new Option('--compress', 'also write .br and .gz beside text files, for hosts that send them as they are');
export const memoryOption = () => new Option('--memory <size>', 'memory that a build keeps to, such as 800M or 4G: decides how many threads share the work; default: what one thread needs, and more threads in half of what there is, 4G at most').argParser(parseSize);
export const langOption = () => new Option('--lang <lang>', "language of messages; default: the site's").choices(['zh', 'en']);
export const todayOption = () => new Option('--today <day>', 'the day for which review states hold; default: SOURCE_DATE_EPOCH, else today in UTC').argParser(parseDay);
export const siteOption = () => new Option('--site <url>', 'canonical address, with a path when the site lives below one; default: url of site.yaml').argParser(parseUrl);
export const portOption = (fallback: number) => new Option('--port <number>', 'port to listen on, or the next one that is free; 0 takes any').default(fallback).argParser(parsePort);

/** What decides in which language a verb speaks. */
export interface LanguageOptions {
  content?: string;
  lang?: Lang;
}

/** What is given to every verb that reads a content folder. */
export interface ContentOptions extends LanguageOptions {
  today?: string;
}

/** The language of everything that a verb prints: the one asked for, else that of the site, else the terminal's. */
export function languageOf({ content, lang }: LanguageOptions): Lang {
  return lang ?? languageIn(contentPath(content ?? process.env['LEDE_CONTENT'])) ?? (/^zh/i.test(process.env['LC_ALL'] || process.env['LANG'] || '') ? 'zh' : 'en');
}

/** The language of the site in `dir`. Its settings are not parsed for it: that would take as long as a build that changes nothing, and what is wrong with broken ones is told in it, too. */
function languageIn(dir: string): Lang | undefined {
  try {
    const [, , language] = /^(["']?)language\1[ \t]*:[ \t]*["']?([\w-]+)/m.exec(readFileSync(join(dir, 'site.yaml'), 'utf8')) ?? [];
    return language ? langOf(language) : undefined;
  } catch {
    return undefined; // there is none that can be read
  }
}

/** Absolute path of the content folder. Throws Refusal when it is not there. */
export function contentDir(given: string | undefined): string {
  const dir = contentPath(given);
  if (!existsSync(dir) || !statSync(dir).isDirectory()) throw new Refusal(`没有 ${given ?? dir} 这个内容文件夹。用 --content 写一个有的，或用 lede init 新建一个站。`, `The content folder ${given ?? dir} does not exist. Name one with --content DIR, or begin a site with lede init.`);
  return dir;
}

/** Absolute path of a content folder that need not be there. */
export function contentPath(given: string | undefined): string {
  return given === undefined ? defaultDir('content') : resolve(given);
}

/** Absolute path of the folder that is built into. Of a link it is where that leads: a tree that takes its place as a whole would take the link's. Throws Refusal where a file stands, or where a link leads nowhere. */
export function outDir(given: string | undefined): string {
  const dir = given === undefined ? defaultDir('dist') : resolve(given);
  if (isLink(dir) && !existsSync(dir)) {
    throw new Refusal(`${given ?? dir} 是个链接，它指向的文件夹不存在。建好那个文件夹，或用 --out 写另一个。`, `${given ?? dir} is a link to a folder that does not exist. Make that folder, or name another one with --out DIR.`);
  }
  if (existsSync(dir) && !statSync(dir).isDirectory()) {
    throw new Refusal(`${given ?? dir} 是一个文件，而网站要一个文件夹。用 --out 写另一个。`, `${given ?? dir} is a file, and a site takes a folder. Name another one with --out DIR.`);
  }
  return isLink(dir) ? realpathSync(dir) : dir;
}

/** Absolute path of the folder that was built into. Throws Refusal where there is none. */
export function builtDir(given: string | undefined): string {
  const dir = outDir(given);
  if (!existsSync(dir)) throw new Refusal(`还没有 ${given ?? 'dist/'}。先运行 lede build。`, `${given ?? 'dist/'} does not exist yet. Run "lede build" first.`);
  return dir;
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false; // nothing stands there, or a file above it
  }
}

/** Throws Refusal where a site in the folder `out` would take the place of what it is made of, such as the content in `contentDir`, or of what no build made. */
export function ensureReplaceable(out: string, contentDir: string): void {
  const lost = findSources(out, contentDir);
  if (lost) {
    throw new Refusal(`网站生成到 ${out} 会顶掉 ${lost}，而它就是从那里生成的。用 --out 写另一个文件夹。`, `A site in ${out} would take the place of ${lost}, which it is made of. Name another folder with --out DIR.`);
  }
  if (!isReplaceable(out)) {
    throw new Refusal(`${out} 里有不是生成出来的文件，会被删掉。用 --out 写另一个文件夹，或先清空这一个。`, `${out} holds files that no build made, and they would be deleted. Name another folder with --out DIR, or empty this one first.`);
  }
}

/** Throws Refusal where LEDE_CACHE names a folder outside the project: Astro cannot compile the templates there. */
export function ensureCache(): void {
  if (relative(projectRoot, cacheDir).startsWith('..')) {
    throw new Refusal(
      `LEDE_CACHE 是 ${cacheDir}，不在生成器自己的文件夹 ${projectRoot} 里。写它里面的一个文件夹，或去掉 LEDE_CACHE。`,
      `LEDE_CACHE is ${cacheDir}, which is outside the generator's own folder ${projectRoot}. Name a folder inside it, or unset LEDE_CACHE.`,
    );
  }
}

/** The day, from `--today`, else SOURCE_DATE_EPOCH (seconds since 1970), else the clock, in UTC. Nothing else reads a clock. */
export function today(given: string | undefined): string {
  if (given) return given;
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  if (epoch === undefined || epoch === '') return toIso(Date.now());
  if (!/^\d+$/.test(epoch)) {
    throw new Refusal(`SOURCE_DATE_EPOCH 是 "${epoch}"，不是秒数。写 1970 年以来的秒数，或去掉它。`, `SOURCE_DATE_EPOCH is "${epoch}", which is no number of seconds. Set it to seconds since 1970, or unset it.`);
  }
  if (Number(epoch) > lastSecond) {
    throw new Refusal(`SOURCE_DATE_EPOCH 是 "${epoch}"，在 9999 年以后。写 1970 年以来的秒数，或去掉它。`, `SOURCE_DATE_EPOCH is "${epoch}", which lies after the year 9999. Set it to seconds since 1970, or unset it.`);
  }
  return toIso(Number(epoch) * 1000);
}

/** The last of the year 9999: later days have more digits, and far later ones are none. */
const lastSecond = 253_402_300_799;

/** Relative to the working directory when the command is used elsewhere, to the project when npm runs it. */
function defaultDir(name: string): string {
  const here = resolve(name);
  return existsSync(resolve('content')) ? here : resolve(projectRoot, name);
}

/** A calendar day given as an argument. */
export function parseDay(value: string): string {
  if (!isIsoDate(value)) throw new InvalidArgumentError('Write a real day as year-month-day, such as 2026-11-20.');
  return value;
}

function parseUrl(value: string): string {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) throw new InvalidArgumentError('Write an address such as https://example.org/docs.');
  if (!hasSoundPath(value)) throw new InvalidArgumentError('Its path is not UTF-8, or has two slashes in a row. Write an address such as https://example.org/docs.');
  const { origin, pathname } = new URL(value);
  return origin + pathname.replace(/\/+$/, '');
}

function parsePort(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65535) throw new InvalidArgumentError('Write a number from 0 to 65535.');
  return port;
}

/** Bytes. */
function parseSize(value: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([MG])B?$/i.exec(value) ?? [];
  if (!number || !unit) throw new InvalidArgumentError('Write a size such as 800M or 4G.');
  return Number(number) * (unit.toUpperCase() === 'G' ? 1e9 : 1e6);
}
