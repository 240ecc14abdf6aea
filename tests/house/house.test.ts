/** The house tests itself: the direction of its arrows, the size of its files, the completeness of its registries. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const files = (readdirSync(src, { recursive: true }) as string[]).filter((name) => /\.(ts|astro|js)$/.test(name)).sort();

/** Folders of src that a folder may import. What stands on the left knows nothing of what stands on the right. */
const mayImport: Record<string, string[]> = {
  lib: [],
  model: ['lib'],
  markup: ['model', 'lib'],
  kinds: ['markup', 'model', 'lib'],
  outputs: ['markup', 'model', 'lib'],
  checks: ['markup', 'model', 'lib'],
  search: ['markup', 'model', 'lib'],
  proof: ['model', 'lib'],
  ui: ['search', 'markup', 'model', 'lib'],
  site: ['kinds', 'outputs', 'checks', 'search', 'proof', 'ui', 'markup', 'model', 'lib'],
  cli: ['site', 'checks', 'outputs', 'search', 'model', 'lib'],
  pages: ['site', 'ui', 'model', 'lib'],
};

/** Pairs of a file and what it imports, both relative to src; packages keep their names. */
const imports = files.flatMap((file) => {
  const text = readFileSync(join(src, file), 'utf8');
  return [...text.matchAll(/(?:^|\s)(?:import|export)\s[^'"`;]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm)]
    .map(([, a, b, c]) => (a ?? b ?? c)!)
    .map((id) => ({ file, to: id.startsWith('#') ? id.slice(1) : id.startsWith('.') ? normalize(join(dirname(file), id)) : `package:${id}` }));
});

test('arrows point in one direction', () => {
  const wrong = imports.filter(({ file, to }) => {
    const [from] = file.split('/');
    const [target] = to.split('/');
    if (to.startsWith('package:') || !file.includes('/') || from === target) return false;
    return !mayImport[from!]?.includes(target!);
  });
  assert.deepEqual(wrong, []);
});

test('crossing a folder is written #folder/file', () => {
  const wrong = files.flatMap((file) => [...readFileSync(join(src, file), 'utf8').matchAll(/from\s+['"](\.\.?\/[^'"]+)['"]/g)]
    .filter(([, id]) => normalize(join(dirname(file), id!)).split('/')[0] !== file.split('/')[0])
    .map(([, id]) => `${file} → ${id}`));
  assert.deepEqual(wrong, []);
});

test('a kind, an output, a check never imports another of its like, nor Astro', () => {
  const unit = (path: string) => (/^kinds\/[^/]+\//.test(path) ? path.split('/').slice(0, 2).join('/') : path);
  const shared = new Set(['outputs/output.ts', 'checks/check.ts', 'checks/waivers.ts']);
  const wrong = imports.filter(({ file, to }) => {
    const [folder] = file.split('/');
    if (!['kinds', 'outputs', 'checks'].includes(folder!) || file.endsWith('/index.ts') || file.startsWith('checks/reporters/')) return false;
    if (/^package:astro(:|$)/.test(to) || to.endsWith('.astro')) return true;
    return to.startsWith(`${folder}/`) && unit(to) !== unit(file) && !shared.has(to);
  });
  assert.deepEqual(wrong, []);
});

test('astro:content appears only where Astro meets the site', () => {
  const wrong = imports.filter(({ file, to }) => to === 'package:astro:content' && file !== 'content.config.ts' && !file.startsWith('site/') && !file.startsWith('pages/'));
  assert.deepEqual(wrong, []);
});

test('registries are complete', () => {
  const registered = (folder: string) => readFileSync(join(src, folder, 'index.ts'), 'utf8');
  for (const kind of readdirSync(join(src, 'kinds')).filter((name) => statSync(join(src, 'kinds', name)).isDirectory())) assert.match(registered('kinds'), new RegExp(`from './${kind}/`));
  for (const [folder, shared] of [['outputs', 'output.ts'], ['checks', 'check.ts'], ['checks/reporters', 'report.ts'], ['proof/surfaces', 'index.ts']] as const) {
    const units = readdirSync(join(src, folder)).filter((name) => name.endsWith('.ts') && ![shared, 'index.ts'].includes(name));
    for (const unit of units) assert.ok(registered(folder).includes(`from './${unit}'`), `${folder}/${unit} is not in its registry`);
  }
});

test('whatever the generator needs to run is among its dependencies', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(src, '../package.json'), 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
  const types = new Set(files.flatMap((file) => [...readFileSync(join(src, file), 'utf8').matchAll(/import type [^'"`;]*? from '([^'".#][^']*)'/g)].map(([, id]) => `${file} ${id}`)));
  const wrong = imports.filter(({ file, to }) => {
    const id = to.replace(/^package:/, '');
    if (id === to || /^(node|astro|virtual):/.test(id)) return false;
    const name = id.split('/').slice(0, id.startsWith('@') ? 2 : 1).join('/');
    return !(name in dependencies) && !(types.has(`${file} ${id}`) && (name in devDependencies || `@types/${name}` in devDependencies));
  });
  assert.deepEqual(wrong, []);
});

test('files stay small', () => {
  const lengths = files.map((file) => ({ file, lines: readFileSync(join(src, file), 'utf8').split('\n').length }));
  assert.deepEqual(lengths.filter(({ lines }) => lines > 250), []);
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
  assert.ok(sorted[sorted.length >> 1]! <= 80, `median ${sorted[sorted.length >> 1]}`);
});

test('nothing is called utils, and the generator names no site', () => {
  assert.deepEqual(files.filter((file) => /util/i.test(file)), []);
  assert.deepEqual(files.filter((file) => /alltkn/i.test(readFileSync(join(src, file), 'utf8'))), []);
});
