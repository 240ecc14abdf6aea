/** Compressed copies of text files, for hosts that send `.br` and `.gz` files as they are. */
import { extname } from 'node:path/posix';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isText, mediaTypeOf } from '#lib/media-types.ts';
import type { Tree } from '#lib/tree.ts';
import type { FileState } from './products/state.ts';
import type { ProductFile, Unit } from './products/unit.ts';

/** Smaller files, in bytes, fit into one packet anyway. */
const minSize = 1024;

/** 11 makes pages a tenth smaller still and takes 25 times as long. */
const brotliQuality = 8;

/** One unit for each text file of `tree` that may gain by it: `.br` and `.gz` beside it. */
export function* compressedUnits(tree: Tree, files: ReadonlyMap<string, FileState>): Generator<Unit> {
  for (const [path, { hash, size }] of [...files]) {
    if (size >= minSize && isWorthIt(path)) yield { id: `compressed ${path}`, key: hash, files: () => compress(path, tree.read(path)) };
  }
}

function isWorthIt(path: string): boolean {
  const extension = extname(path).slice(1);
  return extension === 'wasm' || isText(mediaTypeOf(extension) ?? '');
}

/** The forms of a file that are smaller than it. zlib works in threads of its own. */
async function* compress(path: string, content: Buffer): AsyncGenerator<ProductFile> {
  const forms = await Promise.all([
    toBrotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
    toGzip(content, { level: 9 }),
  ]);
  yield* forms.map((form, index) => ({ path: path + suffixes[index]!, content: form })).filter((form) => form.content.length < content.length);
}

const suffixes = ['.br', '.gz'];
const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
