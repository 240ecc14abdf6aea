/** One of the threads: it reads the site without checking it again and makes the pages and twins of its share. */
import { parentPort, workerData } from 'node:worker_threads';
import { traceEdition } from '#markup/traced.ts';
import { readSite } from '../load.ts';
import { openMemory } from '../memory.ts';
import { openMaker } from '../products/make.ts';
import { readState } from '../products/state.ts';
import { outputUnits, pageUnits } from '../products/units.ts';
import { stageIn } from '../publish.ts';
import { createRenderer } from '../render/render.ts';
import { isInShare } from '../shards.ts';
import type { Order } from './threads.ts';

const { options, templates, pictures, version, stateFile, out, dir, share } = workerData as Order;
const { edition: bare } = readSite(options, openMemory(options.contentDir));
if (!bare) throw new Error('The content was changed while the site was being made of it.');
const edition = traceEdition(bare, (path) => pictures.get(path));
const maker = openMaker(edition, version, readState(stateFile), out, stageIn(dir));
const renderer = createRenderer(templates);
const own = [...pageUnits(edition, templates, () => renderer), ...outputUnits(edition)].filter(({ of }) => of && isInShare(of, share));
// What is of one entry is made in a row, so that its body is opened once.
for (const units of Map.groupBy(own, ({ of }) => of).values()) for (const unit of units) await maker.make(unit);
parentPort!.postMessage(maker.made());
