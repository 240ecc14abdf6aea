/** The workflows are sound YAML of the right shape, and everything that they run exists. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { projectRoot } from '#site/project.ts';

interface Workflow {
  name: string;
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, { 'runs-on': string; 'timeout-minutes': number; steps: Step[] }>;
}

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

const dir = join(projectRoot, '.github/workflows');
const workflows = readdirSync(dir).map((file) => ({ file, ...(parse(readFileSync(join(dir, file), 'utf8')) as Workflow) }));
const runs = workflows.flatMap(({ file, jobs }) => Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => (run === undefined ? [] : [{ file, run }]))));

test('each names its triggers, its rights and its time limit, and each step does one thing', () => {
  assert.deepEqual(workflows.map(({ file, on }) => [file, Object.keys(on)]), [['check.yml', ['pull_request', 'push']], ['freshness.yml', ['schedule', 'workflow_dispatch']], ['shards.yml', ['workflow_dispatch']]]);
  for (const { file, permissions, jobs } of workflows) {
    assert.equal(permissions['contents'], 'read', file);
    for (const job of Object.values(jobs)) {
      assert.ok(job['timeout-minutes'] > 0, file);
      for (const { uses, run } of job.steps) {
        assert.equal((uses === undefined) !== (run === undefined), true, file);
        if (uses) assert.match(uses, /^actions\/[\w-]+@v\d+$/, file);
      }
    }
  }
});

test('scripts and verbs that they run exist, and the shell can read them', () => {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const main = readFileSync(join(projectRoot, 'src/cli/main.ts'), 'utf8');
  for (const { file, run } of runs) {
    for (const [, script] of run.matchAll(/npm run (?:--silent )?([\w-]+)/g)) assert.ok(scripts[script!], `${file}: npm run ${script}`);
    for (const [, verb] of run.matchAll(/npm run --silent lede -- (\w+)/g)) assert.match(main, new RegExp(`\\b${verb}Command\\(\\)`), `${file}: lede ${verb}`);
    assert.equal(spawnSync('bash', ['-n'], { input: run, encoding: 'utf8' }).stderr, '', file);
  }
});

test('a pull request is annotated, and built', () => {
  const commands = runs.filter(({ file }) => file === 'check.yml').map(({ run }) => run);
  assert.deepEqual(commands, ['npm install', 'npm run --silent check -- --format github', 'npm run build']);
});

test('what is uploaded comes with .well-known, which the action leaves out by itself', () => {
  const uploads = workflows.flatMap(({ jobs }) => Object.values(jobs).flatMap(({ steps }) => steps.filter(({ uses }) => uses?.startsWith('actions/upload-artifact@'))));
  assert.deepEqual(uploads.map((step) => [step.with?.['path'], step.with?.['include-hidden-files']]), [['dist/', true], ['shares/${{ matrix.number }}/', true], ['dist/', true]]);
});
