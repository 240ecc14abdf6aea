/** The links of a site to other sites, each with the places where it stands. */
import { stringsOf, type Path } from '#lib/yaml.ts';
import type { Edition } from '#markup/edition.ts';
import { makePointAt } from '#markup/report.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import type { Place } from '#model/problem.ts';
import type { Site } from '#model/site.ts';
import { outlineOf } from '#model/source.ts';
import { splitFragment } from '#model/target.ts';

/** An address as it is asked for, without its fragment, and where it stands. */
export interface ExternalLink {
  url: string;
  places: readonly Place[];
}

/** Every link of what readers see, and of site.yaml, whose text is `settings`. Addresses of the site itself are none, nor are patterns such as `…?q={url}`. */
export function collectLinks({ site, document }: Edition, settings: string): ExternalLink[] {
  const found = [
    ...linksInYaml('site.yaml', settings, 0, settings).filter(({ path }) => path[0] !== 'url'),
    ...[...site.entries, ...site.pages].flatMap((item) => [...linksInFields(item), ...document(item).links.map(({ to, line, column }) => ({ to, place: { file: item.source.file, line, column } }))]),
  ];
  const byUrl = new Map<string, Place[]>();
  for (const { to, place } of found) {
    const url = addressOf(to, site);
    if (url) (byUrl.get(url) ?? byUrl.set(url, []).get(url)!).push(place);
  }
  return Array.from(byUrl, ([url, places]) => ({ url, places }));
}

/** What is asked for to follow `to`, or undefined where that is no address elsewhere. */
function addressOf(to: string, site: Site): string | undefined {
  if (!/^https?:\/\//i.test(to) || /[{}]/.test(to)) return undefined;
  const [address] = splitFragment(to);
  const url = URL.parse(address)?.href;
  return url?.startsWith(site.url('/')) ? undefined : url;
}

interface FoundLink {
  to: string;
  place: Place;
}

/** Fields that hold what machines type are no links, nor are the entry's own old addresses. */
function linksInFields(item: Entry | TrustPage): FoundLink[] {
  const { file, text, frontmatter } = item.source;
  const skipped: readonly unknown[] = ['redirectFrom', ...('kind' in item ? item.kind.verbatim ?? [] : [])];
  return linksInYaml(file, text, outlineOf(item.source).start, frontmatter).filter(({ path }) => !skipped.includes(path[0]));
}

/** The strings of `yaml`, which begins at `start` of `text`, that are an address and nothing else. */
function linksInYaml(file: string, text: string, start: number, yaml: string): (FoundLink & { path: Path })[] {
  if (!yaml.includes('://')) return [];
  const pointAt = makePointAt(text);
  return stringsOf(yaml).filter(({ value }) => /^https?:\/\/\S+$/i.test(value.trim())).map(({ path, value, start: at }) => ({ path, to: value.trim(), place: { file, ...pointAt(start + at) } }));
}
