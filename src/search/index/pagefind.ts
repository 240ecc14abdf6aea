/** Making Pagefind's files in memory. Pagefind is a program that the package brings along for each platform. */
import { gunzipSync } from 'node:zlib';
import type { PagefindIndex } from 'pagefind';
import type { IndexPage } from './pages.ts';

/** The files of an index that browsers load, by path below it. */
export interface IndexFiles {
  files: Map<string, Uint8Array>;
  /** Pagefind's name for each page, by its reference. */
  ids: Map<string, string>;
}

/** Postings in one piece of the index: small pieces, because a query loads one for each of its words. Unstable in name only: another size changes no answer. */
process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = '1500';

/**
 * Lets Pagefind index `pages`. Their tokens are cut already, and cut alike in every browser; so Pagefind is told of no
 * language, which keeps it from cutting them again. Rejects where Pagefind has no program for this platform.
 */
export async function makeFiles(pages: readonly IndexPage[]): Promise<IndexFiles> {
  const index = await openIndex();
  try {
    // Answers come in the order of the messages, and pages get their numbers in it.
    const added = await Promise.all(
      pages.map(({ record: { ref, kind, category }, fields }) =>
        // All of it is fields, whose weights the query side chooses. A record without any content would be left out.
        index.addCustomRecord({ url: ref, content: noWord, language, meta: joinFields(fields), filters: { kind: [kind], ...(category ? { category: [category] } : {}) } }),
      ),
    );
    refuse(added.flatMap(({ errors }) => errors));
    const { files, errors } = await index.getFiles();
    refuse(errors);
    return sortFiles(files);
  } finally {
    await index.deleteIndex();
  }
}

function joinFields(fields: IndexPage['fields']): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, tokens]) => [name, tokens.join(' ')]));
}

/** Something that Pagefind takes for a word and no reader types. */
const noWord = 'ʘ';

/** No language: the tokens are cut. */
const language = 'unknown';

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

const needed = /^(pagefind\.js|pagefind-entry\.json|pagefind\..*\.pf_meta|wasm\.unknown\.pagefind|(index|filter)\/.*)$/;
const fragment = /^fragment\/(.*)\.pf_fragment$/;

/** Pagefind's fragments hold every token of a page again, so they only tell the names; cards take their place. */
function sortFiles(all: readonly { path: string; content: Uint8Array }[]): IndexFiles {
  const files = new Map<string, Uint8Array>();
  const ids = new Map<string, string>();
  for (const { path, content } of all) {
    const id = fragment.exec(path)?.[1];
    if (id !== undefined) ids.set(refIn(content), id);
    else if (path === 'pagefind.js') files.set(path, Buffer.concat([Buffer.from(prelude), content]));
    else if (needed.test(path)) files.set(path, content);
  }
  return { files, ids };
}

/**
 * Stands before Pagefind's script: it shall run alike in browsers and in Node (without a worker, and deaf to the
 * page's language), and fetch through a function that notices what goes wrong, which it only tells the console.
 */
const prelude = `const window = undefined, document = undefined, console = { log() {}, warn() {}, error() {} };
let fetch = globalThis.fetch;
export const setFetch = (own) => { fetch = own; };
`;

function refIn(content: Uint8Array): string {
  const text = gunzipSync(content).toString();
  return (JSON.parse(text.slice(text.indexOf('{'))) as { url: string }).url;
}
