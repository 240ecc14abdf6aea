/** `lede import`: drafts from a feed or a folder of Markdown. */
import { Command, Option } from 'commander';
import { plural } from '#lib/number.ts';
import type { Lang } from '#model/problem.ts';
import type { Import, ImportedDraft } from '#site/editor/import/import.ts';
import { loadSite } from '#site/load.ts';
import { contentDir, contentOption, languageOf, today, todayOption, type ContentOptions } from './options.ts';
import { brokenSettings } from './report.ts';

interface ImportOptions extends ContentOptions {
  kind: string;
  write?: boolean;
}

export function importCommand(): Command {
  return new Command('import')
    .description('Make drafts of the articles of another site: an RSS, Atom or JSON feed, or a folder of Markdown. Without --write, only say what would be written.')
    .argument('<source>', 'file, folder, or http(s) address')
    .addOption(new Option('--kind <kind>', 'kind of the drafts').choices(['posts', 'answers']).default('posts'))
    .option('--write', 'write the drafts; nothing is overwritten')
    .addOption(contentOption())
    .addOption(todayOption())
    .addHelpText('after', '\nExample:\n  lede import https://old.example/feed/ --kind posts --write\n')
    .action(async (source: string, options: ImportOptions) => {
      const dir = contentDir(options.content);
      const lang = languageOf(options);
      const { edition } = loadSite({ contentDir: dir, today: today(options.today), checkOnly: true });
      if (!edition) throw brokenSettings();
      const { planImport, readArticles } = await import('#site/editor/import/import.ts'); // HTML parsers take a while to load
      const { applyChanges } = await import('#site/editor/change.ts');
      const { sayLosses } = await import('#site/editor/import/losses.ts');
      const found = planImport(await readArticles(source), options.kind, edition.site, dir);
      if (options.write) applyChanges(dir, { write: new Map(found.drafts.map(({ name, text }) => [name.file, text])) });
      console.log(describe(found, source, lang, (draft) => sayLosses(draft.losses)[lang], options.write ?? false));
    });
}

function describe({ format, drafts, skipped }: Import, source: string, lang: Lang, losses: (draft: ImportedDraft) => string, isWritten: boolean): string {
  const say = words[lang];
  return [
    say.found(source, format, drafts.length),
    ...drafts.flatMap((draft) => [
      `${draft.name.file}  ${draft.title || say.untitled}`,
      ...(draft.open.length > 0 ? [`  ${say.open}${draft.open.join(say.comma)}`] : []),
      ...(draft.losses.size > 0 ? [`  ${say.lost}${losses(draft)}`] : []),
      ...draft.problems.map(({ line, message }) => `  ${say.line(line)}${message[lang]}`),
    ]),
    ...skipped.map(({ name, why }) => `${say.skipped(name)}${why[lang]}`),
    ...(drafts.length === 0 ? [] : [isWritten ? say.written(drafts.length) : say.dry]),
  ].join('\n');
}

const words = {
  zh: {
    found: (source: string, format: string, count: number) => `${source}（${format}）里有 ${count} 篇可以导入。`,
    untitled: '（没有标题）',
    open: '还要写：',
    lost: '没有带过来：',
    line: (line: number) => `第 ${line} 行还要改：`,
    skipped: (name: string) => `跳过《${name}》：`,
    written: (count: number) => `写好了 ${count} 篇草稿。缺的字段标着 TODO，补齐之前 lede check 会报错；写好后删掉 draft: true 才会发布。`,
    dry: '什么都没有写。加上 --write 就写成草稿。',
    comma: '、',
  },
  en: {
    found: (source: string, format: string, count: number) => `${plural(count, 'article')} of ${source} (${format}) can be imported.`,
    untitled: '(no title)',
    open: 'To be written: ',
    lost: 'Left behind: ',
    line: (line: number) => `Line ${line} needs mending: `,
    skipped: (name: string) => `Left out "${name}": `,
    written: (count: number) => `Wrote ${plural(count, 'draft')}. What is missing is marked TODO, and lede check reports it until it is there; delete draft: true to publish.`,
    dry: 'Nothing was written. Add --write to write the drafts.',
    comma: ', ',
  },
};
