/** What the figures were measured on. */
import { availableParallelism, cpus, totalmem } from 'node:os';

export interface Machine {
  processor: string;
  cores: number;
  /** Bytes. */
  memory: number;
  node: string;
  system: string;
}

export function readMachine(): Machine {
  return { processor: cpus()[0]?.model.trim() || process.arch, cores: availableParallelism(), memory: totalmem(), node: process.version, system: `${process.platform} ${process.arch}` };
}
