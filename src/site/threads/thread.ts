/** One of the threads: it reads the site without checking it, makes pages and twins as long as there are some left, then reads files back as long as there are some that nobody has read. */
import { parentPort, workerData } from 'node:worker_threads';
import { once } from '#lib/once.ts';
import type { Edition } from '#markup/edition.ts';
import { traceEdition } from '#markup/traced.ts';
import { readSite } from '../load.ts';
import { openMemory } from '../memory.ts';
import { OldTree } from '../old-tree.ts';
import { openMaker } from '../products/make.ts';
import { packState, readState } from '../products/packed-state.ts';
import { pastOf } from '../products/state.ts';
import { dealtUnits, outputUnits, pageUnits } from '../products/units.ts';
import { openTreeProof } from '../prove.ts';
import { stageIn } from '../publish.ts';
import { createRenderer } from '../render/render.ts';
import { layTrees } from '../tree.ts';
import { claimFile } from './claims.ts';
import type { Laid, Made, Order, Start } from './threads.ts';

const { options, reader } = workerData as Start;
const read = readSite(options, openMemory(options.contentDir));
const { edition: bare } = read;
parentPort!.once('message', async (order: Order) => {
  parentPort!.once('message', async ({ files, kept, claims }: Laid) => {
    const proof = await openTreeProof(layTrees(order.out, order.dir, files, kept), bare!, read);
    parentPort!.postMessage(proof.read((path) => claimFile(claims, reader, path)));
  });
  parentPort!.postMessage(bare && (await makeShare(bare, order)));
});

/** Makes pages and twins, as long as there are some left. All that it needs of memory for them is free again when it is done. */
async function makeShare(made: Edition, { templates, pictures, version, stateFile, out, dir, old, buckets }: Order): Promise<Made> {
  const before = pastOf(version, readState(stateFile));
  const edition = traceEdition(made, before.names, (path) => pictures.get(path));
  const maker = openMaker(edition, version, before, stageIn(dir, out, once(() => new OldTree(old))));
  const renderer = once(() => createRenderer(templates));
  for (const unit of dealtUnits(pageUnits(edition, templates, renderer), outputUnits(edition), buckets)) await maker.make(unit);
  return { state: packState(maker.state), kept: maker.kept };
}
