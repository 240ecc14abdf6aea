/** Compressed copies of text files, for hosts that send `.br` and `.gz` files as they are. */
import { readdirSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isText, mediaTypes } from '#lib/media-types.ts';

/** Smaller files, in bytes, fit into one packet anyway. */
const minSize = 1024;

/** 11 makes pages a tenth smaller still and takes 25 times as long. */
const brotliQuality = 8;

/** Writes `.br` and `.gz` beside every text file below `dir` that gains by it. Answers how many files were written. */
export async function compressTree(dir: string): Promise<number> {
  const files = (readdirSync(dir, { recursive: true }) as string[]).filter(isWorthIt).map((name) => join(dir, name)).filter((file) => statSync(file).size >= minSize);
  let next = 0;
  let written = 0;
  const work = async () => {
    for (let file = files[next++]; file !== undefined; file = files[next++]) written += await compressFile(file);
  };
  // zlib works in threads of its own; more at once than there are cores only takes memory.
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return written;
}

function isWorthIt(name: string): boolean {
  const extension = extname(name).slice(1);
  return extension === 'wasm' || isText(mediaTypes[extension] ?? '');
}

async function compressFile(file: string): Promise<number> {
  const content = await readFile(file);
  const forms = [
    { suffix: '.br', content: await brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }) },
    { suffix: '.gz', content: await toGzip(content, { level: 9 }) },
  ].filter((form) => form.content.length < content.length);
  for (const form of forms) await writeFile(file + form.suffix, form.content);
  return forms.length;
}

const brotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
