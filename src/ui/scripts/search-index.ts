/** The site's index in a browser: loaded at the first use, and anew after a failure. */
import { openIndex, type OpenIndex } from '#search/query/open.ts';

/** Milliseconds after which a file of the index counts as out of reach. */
const patience = 12_000;

let opened: Promise<OpenIndex> | undefined;
let failures = 0;

/**
 * Does `task` with the index below `base`, the address of the search files. An index that was opened earlier may be
 * gone because the site was updated since; then the task is done once more with the current one. Rejects with SearchUnavailable.
 */
export async function withIndex<Result>(base: string, task: (index: OpenIndex) => Promise<Result>): Promise<Result> {
  const early = opened;
  try {
    return await task(await (opened ??= open(base)));
  } catch (error) {
    opened = undefined;
    failures += 1;
    if (!early) throw error;
    return withIndex(base, task);
  }
}

function open(base: string): Promise<OpenIndex> {
  return openIndex({
    base,
    // Only the name of the current index may not come from a cache.
    fetch: (address) => fetch(address, { signal: AbortSignal.timeout(patience), ...(address.endsWith('current.json') ? { cache: 'no-cache' as const } : {}) }),
    // Browsers remember that an import failed; another address is another import.
    load: (address) => inTime(import(/* @vite-ignore */ failures ? `${address}?${failures}` : address)),
  });
}

/** `loading`, or a failure once it has taken too long: an import cannot be called off. */
function inTime<Loaded>(loading: Promise<Loaded>): Promise<Loaded> {
  return Promise.race([loading, new Promise<never>((_, reject) => setTimeout(reject, patience, new Error('no answer')))]);
}
