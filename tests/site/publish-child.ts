/** `publish-child.ts OUT FILES STEPS`: makes the tree `OUT` hold FILES (JSON, text by path), and dies before step STEPS + 1 of what it does to the disk. */
import fs, { existsSync, readFileSync, writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const [out = '', json = '', steps = ''] = process.argv.slice(2);
let left = Number(steps);

for (const name of ['writeFileSync', 'renameSync', 'rmSync', 'rmdirSync', 'mkdirSync', 'openSync'] as const) dieAt(name);
syncBuiltinESMExports();
const { openStaging } = await import('#site/publish.ts');

const files = JSON.parse(json) as Record<string, string>;
const staging = openStaging(out);
const kept = new Set<string>();
for (const [path, content] of Object.entries(files)) {
  const file = join(out, path);
  if (isFile(file) && readFileSync(file, 'utf8') === content) kept.add(path);
  else staging.write(path, content);
}
staging.publish(kept);
writeSync(1, 'done');

function dieAt(name: 'writeFileSync' | 'renameSync' | 'rmSync' | 'rmdirSync' | 'mkdirSync' | 'openSync'): void {
  const real = fs[name] as (...args: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...args: unknown[]) => {
      if (left === 0) process.kill(process.pid, 'SIGKILL');
      left -= 1;
      return real(...args);
    },
  });
}

function isFile(path: string): boolean {
  return existsSync(path) && fs.statSync(path).isFile();
}
