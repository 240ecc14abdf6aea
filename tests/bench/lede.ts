/** Lede in the contest, with caches of its own, so that nobody's are lost. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Contestant } from './contest.ts';
import { editCorpus, retitleCorpus } from './corpus.ts';
import { corpusDay } from './corpus/site.ts';
import { measure } from './measure.ts';
import { freshFolders } from './work-dir.ts';

const child = fileURLToPath(new URL('child.ts', import.meta.url));
const checkChild = fileURLToPath(new URL('check-child.ts', import.meta.url));
const command = fileURLToPath(new URL('../../src/cli/lede.js', import.meta.url));

/** Lede on the corpus in `dir/content`. Builds go through child.ts, which tells their stages; `check` is the command itself, and its shares come from a second run through check-child.ts. */
export function makeLede(dir: string): Contestant {
  const content = join(dir, 'content');
  let { out, cache } = freshFolders(dir);
  const start = async (...args: string[]) => {
    const usage = await measure([process.execPath, ...args], { LEDE_CACHE: cache });
    if (!existsSync(cache)) throw new Error('Lede kept its cache elsewhere than LEDE_CACHE says, so no run would be a cold one.');
    return usage;
  };
  const forget = () => void ({ out, cache } = freshFolders(dir));
  const check = async (prepare: (turn: number) => void) => {
    prepare(0);
    const usage = await start(command, 'check', '--content', content, '--today', corpusDay);
    prepare(1);
    const { stages } = await start(checkChild, content);
    return { ...usage, stages };
  };
  return {
    async run(name, edit) {
      if (name === 'checkCold') return check(forget);
      if (name === 'checkEdited') return check((turn) => editCorpus(content, edit + turn * otherEdits));
      if (name === 'cold') {
        forget();
        await setTimeout(2000); // what was written just now may change again unnoticed, so the next build would look closer
      }
      if (name === 'edited') editCorpus(content, edit);
      if (name === 'retitled') retitleCorpus(content, edit);
      return start(child, content, out);
    },
  };
}

/** Far enough from the edits of all rounds that no text is written twice. */
const otherEdits = 100_000;
