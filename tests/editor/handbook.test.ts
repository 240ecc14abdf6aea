/** The editors' handbook cannot rot: every command in it prints what it shows, on the files that it shows. */
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadSite } from '#site/load.ts';
import { projectRoot } from '#site/project.ts';
import { today } from '../helpers/build.ts';
import { copySmallSite, smallSite, tempDir } from '../helpers/content.ts';
import { applyBlock, blocksOf, exchangesOf, runLede, steady } from '../helpers/handbook.ts';

const handbook = join(projectRoot, 'content/README.md');
const blocks = blocksOf(readFileSync(handbook, 'utf8'));
/** The day on which the handbook's story takes place. */
const day = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 5, 3) / 1000) };

test('every command prints what the handbook shows', async () => {
  const dir = tempDir();
  cpSync(smallSite, join(dir, 'content'), { recursive: true });
  for (const block of blocks) {
    if (block.title) applyBlock(block, dir);
    if (block.language !== 'console') continue;
    for (const { command, output } of exchangesOf(block)) {
      assert.match(command, /^lede /, `line ${block.line}`);
      const shown = await runLede(command, dir, output.split('\n').length, day);
      assert.equal(steady(shown), steady(output), `line ${block.line}: ${command}`);
    }
  }
});

test('it shows every tool that editors use', () => {
  const commands = blocks.filter(({ language }) => language === 'console').flatMap(exchangesOf).map(({ command }) => command.split(' ')[1]!);
  assert.deepEqual([...new Set(commands)].sort(), ['build', 'check', 'dev', 'explain', 'fix', 'import', 'ledger', 'links', 'new', 'preview', 'rename', 'schemas', 'stale']);
});

test('it lies in the content folder and is no content', () => {
  const dir = copySmallSite();
  const before = loadSite({ contentDir: dir, today, checkOnly: true });
  cpSync(handbook, join(dir, 'README.md'));
  const after = loadSite({ contentDir: dir, today, checkOnly: true });
  assert.deepEqual([after.problems, after.files], [before.problems, before.files]);
});
