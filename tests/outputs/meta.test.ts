/** Small files about the site as a whole: security.txt, the IndexNow key, the manifest, OpenSearch. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { outputs, resourcesOf } from '#outputs/index.ts';
import { loadSite } from '#site/load.ts';
import { planPages } from '#site/pages/index.ts';
import type { PagePlan } from '#site/pages/page.ts';
import { today } from '../helpers/build.ts';
import { copySmallSite } from '../helpers/content.ts';
import { filesOf } from '../helpers/outputs.ts';

/** The files of the outputs with these ids, and what the site wants others to know of, with `change` made to site.yaml. */
async function made(ids: string[], change: (text: string) => string = (text) => text, url?: string): Promise<{ files: Record<string, string>; links: Record<string, string> }> {
  const contentDir = copySmallSite();
  const file = join(contentDir, 'site.yaml');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  const edition = loadSite({ contentDir, today, url }).edition!;
  const resources = resourcesOf(edition.site);
  const files = await Promise.all(outputs.filter(({ id }) => ids.includes(id)).map((output) => filesOf(output, edition)));
  return { files: Object.fromEntries(files.flatMap((texts) => [...texts])), links: Object.fromEntries(resources.flatMap(({ path, rel }) => (rel ? [[path, rel]] : []))) };
}

test('security.txt and the key are there when site.yaml has them, and hold no clock', async () => {
  assert.deepEqual((await made(['security', 'indexnow'])).files, {});
  const { files } = await made(['security', 'indexnow'], (text) => `${text.replace('support: /about/', 'support: /about/, security: { contact: "mailto:security@small.example", expires: 2027-05-01 }')}\nindexnow: { key: a1b2c3d4 }\n`);
  assert.deepEqual(files, {
    '/.well-known/security.txt': 'Contact: mailto:security@small.example\nExpires: 2027-05-01T00:00:00Z\nPreferred-Languages: zh, en\nCanonical: https://small.example/.well-known/security.txt\n',
    '/a1b2c3d4.txt': 'a1b2c3d4',
  });
});

test('the manifest', async () => {
  const { files, links } = await made(['manifest'], undefined, 'https://small.example/docs');
  assert.deepEqual(JSON.parse(files['/manifest.webmanifest']!), {
    id: '/docs/',
    name: '小站',
    short_name: '小站',
    description: '一个用来测试的小站，回答几个关于接口的问题。',
    lang: 'zh-CN',
    start_url: '/docs/',
    scope: '/docs/',
    display: 'browser',
    background_color: '#fbfaf6',
    theme_color: '#fbfaf6',
    icons: [{ src: '/docs/site-icon.svg', type: 'image/svg+xml', sizes: 'any' }, { src: '/docs/logo.svg', type: 'image/svg+xml', sizes: 'any' }],
  });
  assert.equal(links['/manifest.webmanifest'], 'manifest');
});

test('an icon of the manifest has the type of its file, and none where its address does not tell', async () => {
  const { files } = await made(['manifest'], (text) => `${text.replace('logo: /logo.svg', 'logo: "https://cdn.example/logo.png?v=2"')}\ntheme: { icon: "https://cdn.example/icon?size=32" }\n`);
  const { icons } = JSON.parse(files['/manifest.webmanifest']!) as { icons: unknown };
  assert.deepEqual(icons, [{ src: 'https://cdn.example/icon?size=32' }, { src: 'https://cdn.example/logo.png?v=2', type: 'image/png' }]);
});

test('the OpenSearch description', async () => {
  const { files, links } = await made(['opensearch'], (text) => text.replace('name: 小站', 'name: 小站 & <一个名字长过十六个字的站>'));
  const text = files['/opensearch.xml']!;
  assert.equal(XMLValidator.validate(text), true);
  const { OpenSearchDescription: found } = new XMLParser({ ignoreAttributes: false }).parse(text) as { OpenSearchDescription: Record<string, unknown> };
  assert.equal(found['@_xmlns'], 'http://a9.com/-/spec/opensearch/1.1/');
  assert.equal(found['ShortName'], '小站 & <一个名字长过十六个…');
  assert.deepEqual(found['Url'], [
    { '@_type': 'text/html', '@_template': 'https://small.example/search/?q={searchTerms}' },
    { '@_type': 'application/opensearchdescription+xml', '@_rel': 'self', '@_template': 'https://small.example/opensearch.xml' },
  ]);
  assert.equal(links['/opensearch.xml'], 'search');
});

test('pages name the language as Open Graph wants it, with its likeliest territory', () => {
  const localeIn = (language: string) => {
    const contentDir = copySmallSite();
    const file = join(contentDir, 'site.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('zh-CN', language));
    const [{ make }] = planPages(loadSite({ contentDir, today }).edition!).take(1).toArray() as [PagePlan];
    return make().props.shell.locale;
  };
  assert.deepEqual(['zh-CN', 'zh', 'zh-Hans-SG', 'zh-Hant', 'en'].map(localeIn), ['zh_CN', 'zh_CN', 'zh_SG', 'zh_TW', 'en_US']);
});
