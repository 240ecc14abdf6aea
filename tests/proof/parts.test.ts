/** Documents in several files: the proof reads all of them, and misses what is missing. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { Reference } from '#proof/reference.ts';
import { vercelRedirects } from '#proof/surfaces/redirects.ts';
import { buildSmall } from '../helpers/build.ts';
import { proveAll } from '../helpers/proof.ts';

interface Document {
  next?: string;
  entries: { id: string; shortAnswer: string }[];
}

let prove: () => string[];
let [first, second] = ['', ''];

before(async () => {
  const { out, loaded } = await buildSmall();
  [first, second] = [join(out, 'answers.json'), join(out, 'answers.part-2.json')];
  prove = () => proveAll(out, loaded).map(({ file, surface, field, rule }) => `${file} ${surface} ${field} ${rule}`);
  const document = read(first);
  write(first, { ...document, next: 'https://small.example/answers.part-2.json', entries: document.entries.slice(0, 3) });
  write(second, { ...document, entries: document.entries.slice(3) });
});

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Document;
const write = (file: string, document: Document) => writeFileSync(file, JSON.stringify(document));

test('two files say what one would', () => assert.deepEqual(prove(), []));

test('another answer in the second file', () => {
  const document = read(second);
  write(second, { ...document, entries: document.entries.map((entry, index) => (index === 0 ? { ...entry, shortAnswer: '别的话。' } : entry)) });
  assert.deepEqual(prove(), ['/answers.json answers answer value']);
  write(second, document);
});

test('a file that goes on in itself, and two that go on in each other', () => {
  const [document, more] = [read(first), readFileSync(second, 'utf8')];
  write(first, { ...document, next: 'https://small.example/answers.json' });
  assert.deepEqual(prove(), ['/answers.json answers format format']);
  write(first, document);
  write(second, { ...(JSON.parse(more) as Document), next: 'https://small.example/answers.json' });
  assert.deepEqual(prove(), ['/answers.json answers format format']);
  writeFileSync(second, more);
});

test('a second file that nothing leads to, and one that is not there', () => {
  const document = read(first);
  const { next: _, ...last } = document;
  write(first, last);
  assert.deepEqual(new Set(prove()), new Set(['/answers.json answers entry missing']));
  write(first, document);
  rmSync(second);
  assert.deepEqual(prove(), ['/answers.json answers format format']);
});

test('vercel.json is held to all redirects as long as it takes them all', () => {
  const moved = (count: number) => ({ moved: [{ facts: { redirects: Array.from({ length: count }, (_, number) => `/old/${number}/`).join('\n') } }] }) as unknown as Reference;
  assert.deepEqual([2048, 2049].map((count) => [...(vercelRedirects.shared?.(moved(count)) ?? [])].length), [1, 0]);
});
