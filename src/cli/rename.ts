/** `lede rename`: gives an entry another name and rewrites every reference to it. */
import { Command } from 'commander';
import { plural } from '#lib/number.ts';
import type { Words } from '#model/problem.ts';
import type { Renamed } from '#site/editor/rename/rename.ts';
import { contentDir, contentOption, languageOf, today, todayOption, type ContentOptions } from './options.ts';

export function renameCommand(): Command {
  return new Command('rename')
    .description('Give an entry another name: move its files, rewrite every reference, keep the old address as a redirect.')
    .argument('<old>', 'reference of the entry, such as answers/base-url')
    .argument('<new>', 'its new reference')
    .addOption(contentOption())
    .addOption(todayOption())
    .addHelpText('after', '\nExample:\n  lede rename answers/base-url answers/base-url-settings\n')
    .action(async (old: string, next: string, options: ContentOptions) => {
      const dir = contentDir(options.content);
      const { renameEntry } = await import('#site/editor/rename/rename.ts');
      console.log(describe(renameEntry(dir, old, next, today(options.today)))[languageOf(options)]);
    });
}

function describe({ moved, rewritten, redirect, unread }: Renamed): Words {
  const count = [...rewritten.values()].reduce((sum, number) => sum + number, 0);
  const moves = moved.map(([from, to]) => `${from} → ${to}`);
  const counts = Array.from(rewritten, ([file, number]) => `  ${file}  ${number}`);
  return {
    zh: [
      ...moves,
      `改写了 ${rewritten.size} 个文件里的 ${count} 处引用${counts.length ? '：' : '。'}`,
      ...counts,
      ...(redirect ? [`旧地址 ${redirect} 会转到新地址。`] : []),
      ...unread.map((file) => `${file} 读不出来，里面可能还有旧名字；改好之后自己换。`),
    ].join('\n'),
    en: [
      ...moves,
      `References rewritten: ${count} in ${plural(rewritten.size, 'file')}${counts.length ? ':' : '.'}`,
      ...counts,
      ...(redirect ? [`The old address ${redirect} leads to the new one.`] : []),
      ...unread.map((file) => `${file} cannot be read and may still use the old name; mend it and change the name yourself.`),
    ].join('\n'),
  };
}
