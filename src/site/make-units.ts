/** Every unit of a build, made in the order in which they need each other. */
import { once } from '#lib/once.ts';
import type { TracedEdition } from '#markup/traced.ts';
import { Refusal } from '#model/refusal.ts';
import type { BuildOptions } from './build.ts';
import type { Maker } from './products/make.ts';
import { unpackState } from './products/packed-state.ts';
import { isDisputed } from './products/state.ts';
import type { Unit } from './products/unit.ts';
import { assetUnits, collectingUnits, dealtUnits, outputUnits, pageUnits, searchUnits, type Buckets } from './products/units.ts';
import { readMade, type Reading } from './read-back.ts';
import { createRenderer } from './render/render.ts';
import type { Templates } from './render/template-cache.ts';
import { isInShare, type Share } from './shards.ts';
import type { Threads } from './threads/threads.ts';

/** What all units are made of and with. */
interface Making {
  edition: TracedEdition;
  templates: Templates;
  /** Files that are copied as they are, by path. */
  copies: ReadonlyMap<string, string>;
  share: Share | undefined;
  maker: Maker;
  buckets: Buckets;
  threads: Threads | undefined;
}

/** A site or a share, made. */
export interface MadeSite {
  maker: Maker;
  /** How many there are. */
  pages: number;
  /** What threads have begun to read back. */
  reading?: Reading | undefined;
}

/** Makes every unit of the site or the share: first outputs that speak of many entries, then with `threads` pages and what is of one. */
export async function makeUnits({ edition, templates, copies, share, maker, buckets, threads }: Making, onStage: BuildOptions['onStage'], onOutput: BuildOptions['onOutput']): Promise<MadeSite> {
  const makeAll = async (units: Iterable<Unit>, onUnit?: (id: string) => void): Promise<void> => {
    for (const unit of units) {
      onUnit?.(unit.id);
      await maker.make(unit);
    }
  };
  const isWanted = ({ of }: Unit) => !share || (of !== undefined && isInShare(of, share));
  const pages = [...pageUnits(edition, templates, once(() => createRenderer(templates)))].filter(isWanted);
  const outputs = [...outputUnits(edition)].filter(isWanted);
  if (!share) {
    onStage?.('outputs');
    await makeAll(assetUnits(templates, copies));
    await makeAll(outputs.filter(({ of }) => !of), onOutput);
    await makeAll(searchUnits(edition, maker.filesOf), onOutput);
  }
  onStage?.('pages');
  await makeAll(dealtUnits(pages, outputs, buckets));
  for (const made of (await threads?.made()) ?? []) {
    if (made) maker.take(unpackState(made.state), made.kept);
    if (!made || isDisputed(maker.state)) throw changedMeanwhile();
  }
  if (share) return { maker, pages: pages.length };
  const reading = threads && (await readMade(threads, maker, edition));
  await makeAll(collectingUnits(edition, maker.text), onOutput);
  return { maker, pages: pages.length, reading };
}

/** A site is of one moment: threads read the content after the main one did. */
function changedMeanwhile(): Refusal {
  return new Refusal('生成网站的时候有人改了内容，什么都没有发布。再运行一次。', 'The content was changed while the site was being made of it, and nothing was published. Run it again.');
}
