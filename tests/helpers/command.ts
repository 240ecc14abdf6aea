/** The `lede` command in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectRoot } from '#site/project.ts';

export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

const launcher = join(projectRoot, 'src/cli/lede.js');

/** Starts `lede` with `args`, told in English, as of a fixed day. */
export function startLede(args: readonly string[], env: Record<string, string> = {}) {
  return spawn(process.execPath, [launcher, ...args, '--lang', 'en'], { env: { ...process.env, LEDE_CONTENT: undefined, SOURCE_DATE_EPOCH: '1780272000', NO_COLOR: '1', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs `lede` with `args` to its end. */
export async function runLede(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  const child = startLede(args, env);
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit') as Promise<[number | null]>]);
  return { status, stdout, stderr };
}

/** An empty cache, as another machine has it: below the project, whose packages compiled templates import. Deleted when the test file ends. */
export function makeCache(): string {
  const folder = join(projectRoot, '.lede');
  mkdirSync(folder, { recursive: true });
  const dir = mkdtempSync(join(folder, 'test-'));
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
