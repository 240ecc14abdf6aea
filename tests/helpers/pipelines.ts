/** The pipelines that come with the project, and their scripts run as a shell runs them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parse, parseAllDocuments } from 'yaml';
import { projectRoot } from '#site/project.ts';
import type { Ran } from './command.ts';

interface Workflow {
  jobs: Record<'share' | 'merge', { strategy?: { matrix: { number: number[] } }; steps: { name?: string; run?: string; uses?: string; with?: Record<string, unknown> }[] }>;
}

/** The parts of a Job that its script depends on. */
export interface Job {
  kind: string;
  metadata: { name: string };
  spec: { completions?: number; template: { spec: { containers: { env: { name: string; value: string }[]; command: string[]; args: string[] }[] } } };
}

/** The workflow that builds in shares. */
export const workflow = parse(read('.github/workflows/shards.yml')) as Workflow;

/** The documents of the Kubernetes manifest. */
export const jobs = parseAllDocuments(read('deploy/kubernetes.yaml')).map((document) => document.toJS() as Job);

/** What the named step of the workflow runs. */
export function scriptOf(job: 'share' | 'merge', step: string): string {
  return workflow.jobs[job].steps.find(({ name }) => name === step)!.run!;
}

/** Runs `command` with `script` in `cwd`, where `npm run lede --` is the command of this project and the store is a folder. */
export async function runScript([shell = 'bash', ...flags]: readonly string[], script: string, cwd: string, env: Record<string, string>): Promise<Ran> {
  const child = spawn(shell, [...flags, `${stands}\n${script}`], { cwd, env: { ...process.env, LEDE_CONTENT: undefined, SOURCE_DATE_EPOCH: '1780272000', LEDE: join(projectRoot, 'src/cli/lede.js'), NODE: process.execPath, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit') as Promise<[number | null]>]);
  return { status, stdout, stderr };
}

/** What stands in for programs that the machine of a test need not have: `store:` is the folder STORE_DIR. */
const stands = `
npm() { [ "$1 $2 $3" = "run lede --" ] || return 9; shift 3; "$NODE" "$LEDE" "$@"; }
rclone() {
  verb=$1; shift; [ "$1" != --checksum ] || shift
  from=$(echo "$1" | sed "s,^store:,$STORE_DIR/,"); to=$(echo "\${2-}" | sed "s,^store:,$STORE_DIR/,")
  case $verb in
    sync) rm -rf "$to"; mkdir -p "$to"; cp -R "$from/." "$to" ;;
    rcat) mkdir -p "$(dirname "$from")"; cat > "$from" ;;
    lsf) ls "$from" ;;
    *) return 9 ;;
  esac
}`;

function read(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}
