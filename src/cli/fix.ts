/** `lede fix`: mends what is safe to mend. */
import { relative } from 'node:path';
import { Command } from 'commander';
import { plural } from '#lib/number.ts';
import type { Words } from '#model/problem.ts';
import type { Fix } from '#site/editor/fix/fix.ts';
import { loadSite } from '#site/load.ts';
import { contentDir, contentOption, languageOf, today, todayOption, type ContentOptions } from './options.ts';
import { brokenSettings } from './report.ts';

interface FixOptions extends ContentOptions {
  write?: boolean;
}

export function fixCommand(): Command {
  return new Command('fix')
    .description('Mend spaces and punctuation between Chinese and Latin. Without --write, only show what would change, as a diff.')
    .option('--write', 'change the files')
    .addOption(contentOption())
    .addOption(todayOption())
    .addHelpText('after', '\nExample:\n  lede fix --content my-site --write\n')
    .action(async (options: FixOptions) => {
      const dir = contentDir(options.content);
      const lang = languageOf(options);
      const { edition, drafts } = loadSite({ contentDir: dir, today: today(options.today), checkOnly: true });
      if (!edition) throw brokenSettings();
      const { planFixes, writeFixes } = await import('#site/editor/fix/fix.ts');
      const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
      const fixes = planFixes(dir, [...edition.site.entries, ...edition.site.pages, ...drafts]);
      const prefix = relative(process.cwd(), dir).replaceAll('\\', '/');
      for (const { file, before, after } of fixes) {
        const path = prefix ? `${prefix}/${file}` : file;
        const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before.text, after.text, '', '', { context: 0, headerOptions: FILE_HEADERS_ONLY });
        process.stdout.write(process.stdout.isTTY && !process.env['NO_COLOR'] ? colour(patch) : patch);
      }
      if (fixes.length === 0) return;
      const skipped = options.write ? writeFixes(dir, fixes) : [];
      // The diff alone goes to the channel that can be piped into another program.
      console.error(describe(fixes.filter((fix) => !skipped.includes(fix)), skipped, options.write ?? false)[lang]);
    });
}

function colour(patch: string): string {
  return patch.replace(/^(?:-(?!--).*|\+(?!\+\+).*|@@.*)$/gm, (line) => `\x1b[${line.startsWith('-') ? 31 : line.startsWith('+') ? 32 : 36}m${line}\x1b[0m`);
}

function describe(fixes: readonly Fix[], skipped: readonly Fix[], isWritten: boolean): Words {
  const lines = fixes.reduce((sum, fix) => sum + fix.lines, 0);
  return {
    zh: [
      isWritten ? `改好了 ${fixes.length} 个文件里的 ${lines} 行。` : `${fixes.length} 个文件里有 ${lines} 行可以这样改；什么都没有写。加上 --write 就写进文件。`,
      ...skipped.map(({ file }) => `${file} 刚才被别的程序改过，没有动它。再运行一次。`),
    ].join('\n'),
    en: [
      isWritten ? `Lines mended: ${lines} in ${plural(fixes.length, 'file')}.` : `Lines that can be mended like this: ${lines} in ${plural(fixes.length, 'file')}. Nothing was written; add --write to change the files.`,
      ...skipped.map(({ file }) => `${file} was changed by another program just now and is left as it is. Run this again.`),
    ].join('\n'),
  };
}
