/** Telling search engines which pages changed: IndexNow (https://www.indexnow.org/documentation) and Baidu's push interface. */
import { splitRuns } from '#lib/text.ts';
import type { Site } from '#model/site.ts';
import type { PostRequest } from './post.ts';

export const indexNowEndpoint = 'https://api.indexnow.org/indexnow';
/** Baidu documents it without TLS: https://ziyuan.baidu.com/linksubmit/index */
export const baiduEndpoint = 'http://data.zz.baidu.com/urls';

/** How many addresses one request may carry. */
const indexNowLimit = 10_000;
const baiduLimit = 2000;

/** Addresses of what changed in meaning on `since` or later, as `/changes.json` has it, in the order of the site. */
export function changedUrls(site: Site, since: string): string[] {
  return site.entries.filter((entry) => site.changedOn(entry) >= since || entry.brief.published >= since).map(({ path }) => site.url(path));
}

/** The requests that tell IndexNow of `urls`. `key` is that of site.yaml, which stands in a file of the site. */
export function indexNowRequests(site: Site, key: string, urls: readonly string[], endpoint: string): PostRequest[] {
  const { host } = new URL(site.config.url);
  return splitRuns(urls, () => 1, indexNowLimit).map((urlList) => ({
    url: endpoint,
    type: 'application/json; charset=utf-8',
    body: JSON.stringify({ host, key, keyLocation: site.url(`/${key}.txt`), urlList }, null, 2),
  }));
}

/** The requests that tell Baidu of `urls`: one address a line. */
export function baiduRequests(site: Site, token: string, urls: readonly string[], endpoint: string): PostRequest[] {
  const url = new URL(endpoint);
  url.search = new URLSearchParams({ site: new URL(site.config.url).origin, token }).toString();
  return splitRuns(urls, () => 1, baiduLimit).map((run) => ({ url: url.href, type: 'text/plain', body: run.join('\n') }));
}
