/** Files that cannot be read and disks that refuse, for tests that run as root, whom no permission keeps out. */
import fs, { type PathLike } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import type { TestContext } from 'node:test';

/** Puts functions in the place of those of node:fs, for every module, until the one that it gives is called or the test ends. */
export function replaceFs(t: TestContext, own: Partial<Record<keyof typeof fs, (...given: never[]) => unknown>>): () => void {
  const names = Object.keys(own) as (keyof typeof fs)[];
  const mocked = names.map((name) => t.mock.method(fs, name as 'statSync', own[name] as unknown as typeof fs.statSync));
  syncBuiltinESMExports();
  const mend = () => {
    for (const { mock } of mocked) mock.restore();
    syncBuiltinESMExports();
  };
  t.after(mend);
  return mend;
}

/** Lets every look at `file` fail, as {@link replaceFs} does. */
export function makeUnreadable(t: TestContext, file: string): () => void {
  const { statSync } = fs;
  return replaceFs(t, {
    statSync(path: PathLike, options?: fs.StatSyncOptions) {
      if (path === file) throw Object.assign(new Error(`EACCES: permission denied, stat '${file}'`), { code: 'EACCES' });
      return statSync(path, options);
    },
  });
}
