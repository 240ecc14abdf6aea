/** The words for failures of the system that are hard to bring about here. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainFailure } from '#cli/failure.ts';

test('a port that needs rights names the port, not a file', () => {
  const refused = Object.assign(new Error('listen EACCES: permission denied 127.0.0.1:80'), { code: 'EACCES', syscall: 'listen', port: 80 });
  assert.equal(explainFailure(refused), 'The port 80 may not be used by this user. Choose one from 1024 on with --port.');
});
