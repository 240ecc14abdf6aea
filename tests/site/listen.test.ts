import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { listen } from '#site/listen.ts';

test('a port that is taken gives the next one that is free', async () => {
  const [first, second] = [createServer(), createServer()];
  after(() => [first, second].forEach((server) => server.close()));
  const port = await listen(first, 0);
  const next = await listen(second, port);
  assert.notEqual(next, port);
  assert.ok(next > port || port === 65_535, `${next} comes after ${port}`);
});
