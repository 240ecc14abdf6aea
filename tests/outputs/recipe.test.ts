/** The program on `/for-machines/` that finds answers in questions.json: run as it stands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questions as output } from '#outputs/questions.ts';
import { questionsRecipe } from '#model/questions-recipe.ts';
import { loadSite } from '#site/load.ts';
import { today } from '../helpers/build.ts';
import { filesOf } from '../helpers/outputs.ts';
import { realSite } from '../search/indexes.ts';

const { edition, questions } = loadSite({ contentDir: realSite, today });
const address = 'https://real.example/questions.json';
const json = (await filesOf(output, edition!)).get('/questions.json')!;

interface Ranked {
  id: string;
  url: string;
  share: number;
}

let runs = 0;

/** What the program prints for `question`. */
async function ask(question: string): Promise<Ranked[]> {
  const { fetch: real } = globalThis;
  const { log } = console;
  let printed = '';
  globalThis.fetch = async (input) => new Response(input === address ? json : null, { status: input === address ? 200 : 404 });
  console.log = (text: string) => (printed = text);
  try {
    await import(`data:text/javascript;base64,${Buffer.from(`${questionsRecipe(address, question)}// ${runs++}`).toString('base64')}`);
  } finally {
    globalThis.fetch = real;
    console.log = log;
  }
  return JSON.parse(printed) as Ranked[];
}

test('it ranks the entries, best first, with the share of the question that was found', async () => {
  const [first] = await ask('调用返回 401 应该先查什么？');
  assert.deepEqual({ ...first, score: undefined }, { id: 'answers/error-401', url: edition!.site.url('/answers/error-401/'), share: 1, score: undefined });
});

test('a question of quotes and marks is only a question', async () => {
  assert.deepEqual(await ask('"); throw new Error("'), await ask('throw new Error'));
  assert.deepEqual(await ask('？！'), []);
});

test('golden questions find their entry among the first five', async () => {
  const sample = questions.filter(({ heldOut, expect }, index) => expect && !heldOut && index % 3 === 0);
  let right = 0;
  for (const { ask: question, expect } of sample) if ((await ask(question)).some(({ id }) => expect!.includes(id))) right += 1;
  assert.ok(right / sample.length >= 0.85, `${right} of ${sample.length}`);
});
