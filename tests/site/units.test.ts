/** Units of outputs: where their files stand, and what they rest on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Names } from '#lib/names.ts';
import { trace } from '#lib/trace.ts';
import { traceEdition } from '#markup/traced.ts';
import { outputs } from '#outputs/index.ts';
import { loadSite } from '#site/load.ts';
import { unitsOf, type OutputUnit } from '#site/products/units.ts';
import { today } from '../helpers/build.ts';
import { smallSite } from '../helpers/content.ts';

const names = new Names();
const edition = traceEdition(loadSite({ contentDir: smallSite, today }).edition!, names);

async function pathsOf({ files }: OutputUnit): Promise<string[]> {
  const paths: string[] = [];
  for await (const { path } of files()) paths.push(path);
  return paths;
}

test('the files of a subject stand at its path or below it, and an entry is what a unit is of', async () => {
  const of = new Set<string>();
  for (const output of outputs) {
    for (const unit of unitsOf(output, edition)) {
      for (const path of await pathsOf(unit)) assert.ok(path.startsWith(unit.subject.path.slice(0, -1)), `${unit.id}: ${path}`);
      if (unit.of) of.add(unit.of);
    }
  }
  assert.deepEqual([...of], edition.site.entries.map(({ path }) => path));
});

test('what all outputs want others to know of counts for those alone that ask for it', async () => {
  const readBy = async (id: string) => {
    const [unit] = unitsOf(outputs.find((output) => output.id === id)!, edition);
    const { reads } = await trace(() => pathsOf(unit!));
    return new Set(Array.from(reads, (number) => names.at(number)[0]));
  };
  assert.deepEqual([...(await readBy('robots'))], []);
  for (const id of ['headers', 'vercel', 'nginx', 'not-found', 'llms', 'for-machines']) assert.ok((await readBy(id)).has('feeds'), id);
});
