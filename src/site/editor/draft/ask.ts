/** Asking an editor on a terminal what the new entry is to be. What was said on the command line is not asked again. */
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { kinds } from '#kinds/index.ts';
import { Refusal } from '#model/refusal.ts';
import { keysOf } from '#model/schema.ts';
import type { Site } from '#model/site.ts';
import { ensureFree, nameEntry } from '../entry-name.ts';
import { ensureDeclared, makeDraft, type Wish } from './draft.ts';
import { sayNear } from './words.ts';

export interface Terminal {
  input: Readable;
  output: Writable;
}

/** Asks for what `known` lacks. A wrong answer is explained and asked for again; the end of input throws Refusal. */
export async function askWish(known: Partial<Wish>, site: Site, contentDir: string, { input, output }: Terminal): Promise<Wish> {
  const lines = createInterface({ input, output });
  const ended = new AbortController();
  lines.once('close', () => ended.abort());
  const say = words[site.lang];
  const tell = (text: string) => void output.write(`${text}\n`);
  const ask = async (given: string | undefined, label: string, fallback: string, check: (value: string) => void = () => undefined): Promise<string> => {
    for (let value = given; ; value = undefined) {
      value ??= (await lines.question(fallback ? `${label} [${fallback}] ` : `${label} `, { signal: ended.signal })).trim() || fallback;
      try {
        check(value);
        return value;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        tell(error.words[site.lang]);
      }
    }
  };
  try {
    if (!known.kind) for (const { id, labels } of kinds) tell(`  ${id.padEnd(10)}  ${labels[site.lang].lead}`);
    const kind = await ask(known.kind, say.kind, kinds[0]!.id, (id) => void nameEntry(id, 'a'));
    const slug = await ask(known.slug, say.slug, '', (value) => ensureFree(contentDir, nameEntry(kind, value), site));
    const title = await ask(known.title, say.title, '');
    const asksQuestion = keysOf(nameEntry(kind, slug).kind.schema).includes('question');
    const question = asksQuestion ? await ask(known.question, say.question, title) : known.question;
    const wish = { ...known, kind, slug, ...(title ? { title } : {}), ...(question ? { question } : {}) };
    const { category: proposed, same } = makeDraft({ ...wish, category: undefined }, site);
    for (const near of same) tell(sayNear(near)[site.lang]);
    const category = await ask(known.category, `${say.category}${site.config.categories.map(({ id, label }) => `${id} ${label}`).join('，')}`, proposed, (id) => ensureDeclared('category', [id], site.config.categories.map((one) => one.id)));
    return { ...wish, category };
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error;
    throw new Refusal('没有答完，什么都没有写。再运行一次，或把答案写成选项。', 'The questions were not answered to the end, and nothing was written. Run it again, or give the answers as options.');
  } finally {
    lines.close();
  }
}

const words = {
  zh: { kind: '哪一类？', slug: '文件名（小写英文、数字、连字符）：', title: '标题：', question: '读者会怎样问？', category: '分类：' },
  en: { kind: 'Which kind?', slug: 'File name (lower-case letters, digits, hyphens):', title: 'Title:', question: 'How do readers ask it?', category: 'Category: ' },
};
