/** What a search of a thousand entries loads. The scripts of the page itself are counted in page.test.ts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openIndex } from '#search/query/open.ts';
import { search } from '#search/query/search.ts';
import { writeCorpus } from '../bench/corpus.ts';
import { tempDir } from '../helpers/content.ts';
import { makeIndex } from './indexes.ts';

test('the first search loads at most 140 KB of a thousand entries, each later one at most 30', async () => {
  const contentDir = join(tempDir(), 'content');
  writeCorpus(contentDir, { entries: 1000, seed: 1 });
  const out = await makeIndex({ contentDir, cache: tempDir() });
  let bytes = 0;
  const read = (address: string) => {
    const content = readFileSync(address.replace(/\?.*$/, ''));
    bytes += Math.min(content.length, gzipSync(content).length);
    return content;
  };
  const index = await openIndex({
    base: join(out, '_search/'),
    fetch: async (address) => new Response(new Uint8Array(read(address))),
    load: (address) => import(`data:text/javascript;base64,${read(address).toString('base64')}`),
  });
  const costs: number[] = [];
  for (const query of ['客户端里的接口地址应该怎么填才对', '迁移到新平台之前先通知谁', '返回 401 Unauthorized，密钥是不是失效了', '流式输出中断之后怎样重试和退避']) {
    assert.ok((await search(index, query)).hits.length > 0, query);
    costs.push(bytes);
    bytes = 0;
  }
  const [first, ...later] = costs;
  assert.ok(first! <= 140 * 1024, `${first} bytes`);
  assert.ok(Math.max(...later) <= 30 * 1024, `${later.join(', ')} bytes`);
});
