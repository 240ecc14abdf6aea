/** One of the threads: it reads the site without checking it again and makes the pages of its share. */
import { parentPort, workerData } from 'node:worker_threads';
import { traceEdition } from '#markup/traced.ts';
import { readSite } from '../load.ts';
import { openMemory } from '../memory.ts';
import { openMaker } from '../products/make.ts';
import { readState } from '../products/state.ts';
import { pageUnits } from '../products/units.ts';
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
for (const unit of pageUnits(edition, templates, () => renderer)) if (unit.of && isInShare(unit.of, share)) await maker.make(unit);
parentPort!.postMessage(maker.made());
