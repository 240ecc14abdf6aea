/** Keeping a build within the memory that it may use. */
import { totalmem } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { plural } from '#lib/number.ts';
import { Refusal } from '#model/refusal.ts';

/** Bytes that threads may share where nobody says how many: half of what there is, and no more than a laptop has to spare. */
export const defaultMemory = Math.min(Math.min(totalmem(), process.constrainedMemory() || Infinity) / 2, 4e9);

/** Throws Refusal where `memory` bytes are too few for a site of `entries`. */
export function claimRoom(entries: number, memory: number): void {
  const needed = neededFor(entries);
  if (memory >= needed) return;
  const [given, enough] = [`${Math.round(memory / 1e6)}M`, `${Math.ceil(needed / 1e8) * 100}M`];
  throw new Refusal(
    `${entries} 个文件的网站，构建只能用 ${given} 内存是不够的。写 --memory ${enough}，每一篇很长时再多给些。`,
    `A site of ${plural(entries, 'file')} needs more memory than the ${given} that the build may use. Give it --memory ${enough}, or more where entries are long.`,
  );
}

/** Measured with `npm run bench` at 50, 1,000 and 100,000 entries: what Astro takes while it compiles the templates is part of it. */
function neededFor(entries: number): number {
  return 700e6 + 23e3 * entries;
}

/**
 * Keeps the heap small, for all threads. It may grow by a fifth over what is in use before garbage is collected: left alone,
 * V8 takes whatever Node allows it, and saves next to nothing by that. And nothing begins among the old objects: V8 lets
 * some that it takes for lasting do so, and these then hold on to an eighth of what pages are made with.
 */
export function spareMemory(): void {
  setFlagsFromString('--heap-growing-percent=20');
  setFlagsFromString('--no-allocation-site-pretenuring');
}

/** Megabytes of young objects that a thread may hold: V8 would take four times as many, and be no faster by it. */
export const youngGeneration = { maxYoungGenerationSizeMb: 48 };

/** The same for a process: it is told the size of a semi-space, of which V8 reckons with three. */
export const youngArguments = [`--max-semi-space-size=${youngGeneration.maxYoungGenerationSizeMb / 3}`];
