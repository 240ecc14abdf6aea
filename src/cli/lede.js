#!/usr/bin/env node
/**
 * Starts the command under a Node that runs TypeScript. The project brings one along (npm puts it first for
 * its scripts); when this file is started by hand under an older Node, that one is used.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 18)) {
  await import('./compile-cache.js');
  await import('./main.ts');
} else {
  const bundled = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
  if (existsSync(bundled)) {
    const { status } = spawnSync(bundled, process.argv.slice(1), { stdio: 'inherit' });
    process.exitCode = status ?? 1;
  } else {
    console.error(`Lede 需要 Node 22.18 以上，这里是 ${process.versions.node}。安装 Node 24，或在项目里运行 npm install，它会带来一个。`);
    console.error(`Lede needs Node 22.18 or newer and this is ${process.versions.node}. Install Node 24, or run "npm install" in the project, which brings one along.`);
    process.exitCode = 2;
  }
}
