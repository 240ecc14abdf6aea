/** The server for looking at a built site outlives whatever it is asked for. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, test } from 'node:test';
import { servePreview } from '#site/preview.ts';
import { makeContent } from '../helpers/content.ts';

const dir = makeContent({ 'index.html': '首页', '404.html': '没有这一页', 'odd/index.html/a.txt': '' });
const { server, url } = await servePreview(dir, 0);
after(() => server.close());

/** The status of the answer to a request for `target`, as it stands: fetch would tidy it up. None where the connection ends without. */
function statusOf(target: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`));
    socket.on('error', reject).on('data', (data) => resolve(Number(String(data).split(' ')[1]))).on('close', () => resolve(undefined));
  });
}

test('an address that is none is not found, and the server goes on', async () => {
  for (const target of ['//', '//[', '/%zz', '/%00', '/../../etc/passwd']) assert.equal(await statusOf(target), target === '//' ? 200 : 404, target);
  assert.equal(await statusOf('/'), 200);
});

test('a file that cannot be read costs its own answer alone', async () => {
  assert.equal(await statusOf('/odd/'), undefined);
  assert.equal(await statusOf('/'), 200);
});
