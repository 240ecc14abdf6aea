/** Files that cannot be read, for tests that run as root, whom no permission keeps out. */
import fs, { type PathLike } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import type { TestContext } from 'node:test';

/** Lets every look at `file` fail, until the function that it gives is called or the test ends. */
export function makeUnreadable(t: TestContext, file: string): () => void {
  const { statSync } = fs;
  const mocked = t.mock.method(fs, 'statSync', (path: PathLike, options?: fs.StatSyncOptions) => {
    if (path === file) throw Object.assign(new Error(`EACCES: permission denied, stat '${file}'`), { code: 'EACCES' });
    return statSync(path, options);
  });
  syncBuiltinESMExports();
  const mend = () => {
    mocked.mock.restore();
    syncBuiltinESMExports();
  };
  t.after(mend);
  return mend;
}
