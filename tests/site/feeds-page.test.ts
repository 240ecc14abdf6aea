/** The page on which people find the feeds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSite } from '#site/load.ts';
import { feedsPage } from '#site/pages/feeds.ts';
import { homePage } from '#site/pages/hubs.ts';
import type { FeedsProps } from '#ui/ways.ts';
import { today } from '../helpers/build.ts';
import { smallSite } from '../helpers/content.ts';

const edition = loadSite({ contentDir: smallSite, today }).edition!;
const { site } = edition;
const { groups } = feedsPage(site).props as FeedsProps;

test('every feed stands there once, in its three formats, the one of the whole site first', () => {
  const feeds = groups.flatMap((group) => group.feeds);
  assert.deepEqual(feeds.map(({ href }) => href).sort(), site.feeds.map(({ path }) => site.href(path)).sort());
  assert.deepEqual(feeds[0]!.files, [{ text: 'RSS', href: '/rss.xml' }, { text: 'Atom', href: '/atom.xml' }, { text: 'JSON Feed', href: '/feed.json' }]);
});

test('feeds are told apart by the names of their lists, and say the site’s own description once', () => {
  assert.deepEqual(groups.map(({ name }) => name), ['全站', '按栏目看', '按标签看']);
  assert.equal(groups[1]!.feeds[0]!.text, site.lists[0]!.title);
  assert.equal(groups.flatMap(({ feeds }) => feeds).filter(({ lead }) => lead === site.config.description).length, 1);
});

test('every page leads there', () => {
  assert.ok(homePage(edition).props.shell.footer.machine.some(({ href }) => href === '/feeds/'));
});
