/** What runs in browsers: Pagefind's own script and WebAssembly, as its package brings them along for each platform. */
import type { PagefindIndex } from 'pagefind';

export interface Engine {
  /** pagefind.js, fit for Node as well. */
  script: Uint8Array;
  /** What looks words up, packed. */
  wasm: Uint8Array;
  /** What Pagefind says of an index, as `pagefind-entry.json` does. */
  entry: { version: string; languages: Record<string, object> };
}

/** No language: tokens are cut already, and cut alike in every browser, so Pagefind shall not cut them again. */
export const language = 'unknown';

/** Lets Pagefind write out what it would put beside an index. Rejects where it has no program for this platform. */
export async function takeEngine(): Promise<Engine> {
  const index = await openIndex();
  try {
    refuse((await index.addCustomRecord({ url: '/', content: 'a', language })).errors);
    const { files, errors } = await index.getFiles();
    refuse(errors);
    const read = (name: string) => files.find(({ path }) => path === name)!.content;
    return { script: Buffer.concat([Buffer.from(prelude), read('pagefind.js')]), wasm: read(`wasm.${language}.pagefind`), entry: JSON.parse(Buffer.from(read('pagefind-entry.json')).toString()) as Engine['entry'] };
  } finally {
    await index.deleteIndex();
  }
}

async function openIndex(): Promise<PagefindIndex> {
  const { createIndex } = await import('pagefind'); // starts nothing yet, but takes a while to load
  const { index, errors } = await createIndex({ forceLanguage: language }).catch((error: unknown) => {
    throw new Error(`Pagefind has no program for ${process.platform}-${process.arch}, so the search index cannot be made: install the package @pagefind/${process.platform}-${process.arch}, or set PAGEFIND_BINARY_PATH to a build of it.`, { cause: error });
  });
  refuse(errors);
  return index!;
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind refused the index: ${errors.join(' ')}`);
}

/**
 * Stands before Pagefind's script: it shall run alike in browsers and in Node (without a worker, and deaf to the
 * page's language), and fetch through a function that notices what goes wrong, which it only tells the console.
 */
const prelude = `const window = undefined, document = undefined, console = { log() {}, warn() {}, error() {} };
let fetch = globalThis.fetch;
export const setFetch = (own) => { fetch = own; };
`;
