/** `lede new`: writes a complete, commented draft. */
import { Command } from 'commander';
import { Refusal } from '#model/refusal.ts';
import type { Wish } from '#site/editor/draft/draft.ts';
import { loadSite } from '#site/load.ts';
import { contentDir, contentOption, languageOf, today, todayOption, type ContentOptions } from './options.ts';
import { brokenSettings } from './report.ts';

interface NewOptions extends ContentOptions {
  title?: string;
  question?: string;
  category?: string;
  tags?: string[];
}

export function newCommand(): Command {
  return new Command('new')
    .description('Write a complete, commented draft; on a terminal, what is missing is asked for.')
    .argument('[kind]', 'kind of entry, such as answers')
    .argument('[slug]', 'file name without .mdx')
    .option('--title <text>', 'title of the page')
    .option('--question <text>', 'the question as readers ask it')
    .option('--category <id>', 'a category declared in site.yaml; default: that of the nearest entries')
    .option('--tags <ids>', 'tags declared in site.yaml, with commas between', (value) => value.split(/[,，]\s*/).filter((tag) => tag !== ''))
    .addOption(contentOption())
    .addOption(todayOption())
    .addHelpText('after', '\nExample:\n  lede new answers free-quota --title "免费额度用完会怎样？"\n')
    .action(async (kind: string | undefined, slug: string | undefined, options: NewOptions) => {
      const dir = contentDir(options.content);
      const lang = languageOf(options);
      const { edition } = loadSite({ contentDir: dir, today: today(options.today), checkOnly: true });
      if (!edition) throw brokenSettings();
      const { site } = edition;
      const { askWish } = await import('#site/editor/draft/ask.ts');
      const { makeDraft, writeDraft } = await import('#site/editor/draft/draft.ts');
      const { sayDraft, sayNear } = await import('#site/editor/draft/words.ts');
      const known = { kind, slug, title: options.title, question: options.question, category: options.category, tags: options.tags };
      const asks = process.stdin.isTTY && process.stdout.isTTY && !(kind && slug && options.title);
      const wish = asks ? await askWish(known as Partial<Wish>, site, dir, { input: process.stdin, output: process.stdout }) : complete(known);
      const draft = makeDraft(wish, site);
      writeDraft(dir, draft, site);
      if (!asks) for (const near of draft.same) console.error(sayNear(near)[lang]);
      console.log(sayDraft(draft)[lang]);
    });
}

function complete({ kind, slug, ...rest }: Omit<Wish, 'kind' | 'slug'> & { kind: string | undefined; slug: string | undefined }): Wish {
  if (kind && slug) return { kind, slug, ...rest };
  throw new Refusal('没有说写哪一类、叫什么名字。写成 lede new 类型 文件名，例如 lede new answers free-quota。', 'The kind and the name are missing. Write lede new KIND SLUG, such as lede new answers free-quota.');
}
