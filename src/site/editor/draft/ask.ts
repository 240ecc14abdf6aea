/** Asking an editor what the new entry is to be. What was said on the command line is not asked again. */
import { kinds } from '#kinds/index.ts';
import { keysOf } from '#model/schema.ts';
import type { Site } from '#model/site.ts';
import { ensureFree, nameEntry } from '../entry-name.ts';
import { askOn, type Terminal } from '../terminal.ts';
import { ensureDeclared, makeDraft, type Wish } from './draft.ts';
import { sayNear } from './words.ts';

/** Asks for what `known` lacks. Throws Refusal where input ends before. */
export async function askWish(known: Partial<Wish>, site: Site, contentDir: string, terminal: Terminal): Promise<Wish> {
  const { config, lang } = site;
  const say = words[lang];
  return askOn(terminal, lang, async ({ ask, tell }) => {
    if (!known.kind) for (const { id, labels } of kinds) tell(`  ${id.padEnd(10)}  ${labels[lang].lead}`);
    const kind = await ask(known.kind, say.kind, kinds[0]!.id, (id) => void nameEntry(id, 'a'));
    const slug = await ask(known.slug, say.slug, '', (value) => ensureFree(contentDir, nameEntry(kind, value), site));
    const title = await ask(known.title, say.title, '');
    const asksQuestion = keysOf(nameEntry(kind, slug).kind.schema).includes('question');
    const question = asksQuestion ? await ask(known.question, say.question, title) : known.question;
    const wish = { ...known, kind, slug, ...(title ? { title } : {}), ...(question ? { question } : {}) };
    const { category: proposed, same } = makeDraft({ ...wish, category: undefined }, site);
    for (const near of same) tell(sayNear(near)[lang]);
    const category = await ask(known.category, `${say.category}${config.categories.map(({ id, label }) => `${id} ${label}`).join('，')}`, proposed, (id) => ensureDeclared('category', [id], config.categories.map((one) => one.id)));
    return { ...wish, category };
  });
}

const words = {
  zh: { kind: '哪一类？', slug: '文件名（小写英文、数字、连字符）：', title: '标题：', question: '读者会怎样问？', category: '分类：' },
  en: { kind: 'Which kind?', slug: 'File name (lower-case letters, digits, hyphens):', title: 'Title:', question: 'How do readers ask it?', category: 'Category: ' },
};
