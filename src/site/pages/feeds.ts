/** The page of the feeds, for people: what each holds, in every format. */
import { feedFiles } from '#model/feeds.ts';
import { feedsPath, homePath } from '#model/paths.ts';
import type { Feed, Site } from '#model/site.ts';
import { words } from '#model/words/index.ts';
import type { FeedsProps } from '#ui/ways.ts';
import { plainGraph, trailTo } from './jsonld.ts';
import type { Page } from './page.ts';
import { shellOf } from './shell.ts';

/** Every feed of `site`: its own, those of kinds, those of tags. */
export function feedsPage(site: Site): Page {
  const { feeds: title, feedsLead: lead, feedsSite, byKind, byTag } = words[site.lang];
  const lists = new Map(site.lists.map((list) => [list.path, list]));
  const of = (type: 'kind' | 'tag') => site.feeds.filter(({ path }) => lists.get(path)?.type === type);
  const groups = [
    { name: feedsSite, feeds: site.feeds.filter(({ path }) => path === homePath) },
    { name: byKind, feeds: of('kind') },
    { name: byTag, feeds: of('tag') },
  ];
  const props: FeedsProps = {
    shell: shellOf(site, { path: feedsPath, title, description: lead, jsonLd: plainGraph(site, feedsPath, title, lead, trailTo(site, { text: title, path: feedsPath })) }),
    title,
    lead,
    groups: groups.filter(({ feeds }) => feeds.length > 0).map(({ name, feeds }) => ({ name, feeds: feeds.map((feed) => ({ ...linkTo(site, feed, lists.get(feed.path)?.title), files: filesOf(site, feed) })) })),
  };
  return { path: feedsPath, template: 'feeds', props };
}

/** The page whose entries the feed holds; without the name of the site, which this page has around it. */
function linkTo(site: Site, { path, title, description }: Feed, name = title) {
  return { text: name, href: site.href(path), lead: description === site.config.description && path !== homePath ? '' : description };
}

function filesOf(site: Site, feed: Feed) {
  return feedFiles(feed).map(({ path, format }) => ({ text: format, href: site.href(path) }));
}
