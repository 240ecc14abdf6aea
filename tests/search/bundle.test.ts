/** The files that browsers load, held to those that Pagefind's own program writes for the same pages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { decode } from 'cbor-x';
import { createIndex } from 'pagefind';
import { packContents, packFilter, packWords } from '#search/index/bundle.ts';
import { openCbor } from '#search/index/cbor.ts';
import { cutChunks } from '#search/index/chunks.ts';
import { fields } from '#search/index/cutter.ts';
import { listPages } from '#search/index/lists.ts';
import { searchedWords } from '#search/index/searched.ts';
import { wordsOf } from './indexes.ts';

type Page = { kind: string } & Partial<Record<(typeof fields)[number], string>>;

const pages: Page[] = [
  { kind: 'answers', title: '接口 地址 址z', answer: '网址', synonyms: '端点', body: 'base url baseurl 401', english: 'base url' },
  { kind: 'answers', title: '密钥 泄露', asks: '密钥 丢失', body: '接口 撤销 401 𠮷野' },
  ...Array.from({ length: 300 }, (_, page): Page => ({ kind: page % 3 ? 'guides' : 'glossary', names: `sse 事件 w${page}`, body: `地址 w${page % 7} x${(page * 37) % 90} ${page}`, topics: `x${page % 11}` })),
];

type Packed = [version: string, pages: [name: string, words: number, rest: string][], chunks: [from: string, to: string, name: string][], filters: [filter: string, name: string][], sorts: unknown[], fields: string[]];
type Filter = [name: string, pages: [value: string, pages: number[]][]];
type Word = [word: string, pages: [distance: number, content: number[], fields: number[]][], variants: unknown[]];

const theirs = await writeWithPagefind();
const ours = write();

async function writeWithPagefind(): Promise<Map<string, unknown>> {
  const { index } = await createIndex({ forceLanguage: 'unknown' });
  for (const [place, { kind, ...meta }] of pages.entries()) await index!.addCustomRecord({ url: `/${place}/`, content: 'ʘ', language: 'unknown', meta, filters: { kind: [kind] } });
  const { files } = await index!.getFiles();
  await index!.deleteIndex();
  return new Map(files.filter(({ path }) => /pf_(index|meta|filter)$/.test(path)).map(({ path, content }) => [path, unpack(content)]));
}

function write() {
  const all = wordsOf(pages.map((page) => {
    const held: Record<string, number> = {};
    for (const [bit, name] of fields.entries()) for (const word of page[name]?.split(' ') ?? []) held[word] = (held[word] ?? 0) | (1 << bit);
    return held;
  }));
  const { words, numbers, starts } = searchedWords(all, pages.length);
  const listOf = listPages(all);
  const chunks = cutChunks({ words, starts });
  const byKind = new Map(['answers', 'guides', 'glossary'].map((kind) => [kind, [...pages.keys()].filter((page) => pages[page]!.kind === kind)]));
  return {
    words: chunks.flatMap((chunk) => (unpack(packWords({ words, list: (index) => listOf(numbers[index]!) }, chunk)) as [Word[]])[0]),
    filter: unpack(packFilter('kind', byKind)),
    contents: unpack(packContents({
      version: '1.6.0',
      pages: pages.map((_, page) => `p${page}`),
      chunks: chunks.map(({ from, to }, index) => ({ first: words[from]!, last: words[to - 1]!, name: `c${index}` })),
      filters: [{ filter: 'kind', name: 'k' }],
    })) as Packed,
    listed: words,
    chunks,
  };
}

function unpack(content: Uint8Array): unknown {
  const bytes = gunzipSync(content);
  assert.equal(bytes.toString('latin1', 0, 12), 'pagefind_dcd');
  return decode(bytes.subarray(12));
}

const read = (pattern: RegExp) => [...theirs].filter(([path]) => pattern.test(path)).map(([, value]) => value);
/** Pagefind also says where in a field a word stands. */
const withoutPlaces = ([word, list, variants]: Word) => [word, list.map(([distance, content, held]) => [distance, content, held.map((value) => Math.min(0, value))]), variants];
const sorted = (list: readonly Word[]) => list.map(withoutPlaces).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));

test('the same words on the same pages in the same fields', () => {
  const words = (read(/pf_index$/) as [Word[]][]).flatMap(([list]) => list).filter(([word]) => word !== 'ʘ');
  assert.deepEqual(sorted(ours.words), sorted(words));
});

test('the same filter', () => {
  const [[name, values]] = read(/pf_filter$/) as [Filter];
  const [ownName, ownValues] = ours.filter as Filter;
  assert.equal(ownName, name);
  assert.deepEqual(new Map(ownValues), new Map(values));
});

test('the same contents, and ranges of chunks in which every word is found', () => {
  const [[version, named, , filters, sorts, names]] = read(/pf_meta$/) as [Packed];
  const [ownVersion, ownNamed, ranges, ownFilters, ownSorts, ownNames] = ours.contents;
  assert.equal(ownVersion, version);
  assert.deepEqual(ownNamed.map(([, ...rest]) => rest), named.map(([, ...rest]) => rest));
  assert.deepEqual(ownFilters.map(([filter]) => filter), filters.map(([filter]) => filter));
  assert.deepEqual(ownSorts, sorts);
  assert.deepEqual(ownNames, names.filter((name) => (fields as readonly string[]).includes(name)));
  assert.ok(ranges.length > 1);
  for (const [index, [from, to]] of ranges.entries()) {
    const { from: first, to: end } = ours.chunks[index]!;
    assert.ok(ours.listed[first]!.startsWith(from) && ours.listed[end - 1]!.startsWith(to));
    if (index > 0) assert.ok(ranges[index - 1]![1] < from);
  }
});

test('numbers of every size, as RFC 8949 writes them', () => {
  const values = [0, 23, 24, 255, 256, 65_535, 65_536, 4_294_967_295, -1, -24, -25, -256, -257, -65_537];
  const cbor = openCbor();
  cbor.array(values.length);
  for (const value of values) cbor.integer(value);
  assert.deepEqual(decode(cbor.bytes()), values);
  const long = openCbor();
  long.text('密钥'.repeat(5000));
  assert.equal(decode(long.bytes()), '密钥'.repeat(5000));
});
