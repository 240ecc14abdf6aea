/** `lede ledger`: what changed in meaning since the ledger was written, and writing it anew. */
import { join, relative } from 'node:path';
import { Command, Option } from 'commander';
import { ledgerFile } from '#model/ledger.ts';
import type { Lang } from '#model/problem.ts';
import { changesSince, renewLedger, type LedgerChange } from '#site/ledger.ts';
import { loadSite } from '#site/load.ts';
import { contentDir, contentOption, languageOf, today, todayOption, type ContentOptions } from './options.ts';
import { soundEdition } from './report.ts';

interface LedgerOptions extends ContentOptions {
  write?: boolean;
}

export function ledgerCommand(): Command {
  return new Command('ledger')
    .description('Print which entries changed in meaning since the ledger was written.')
    .addOption(contentOption())
    .addOption(new Option('--write', 'write the ledger anew; commit it together with the content'))
    .addOption(todayOption())
    .addHelpText('after', '\nExample:\n  lede ledger --content my-site --write\n')
    .action((options: LedgerOptions) => {
      const dir = contentDir(options.content);
      const lang = languageOf(options);
      const loaded = loadSite({ contentDir: dir, today: today(options.today), checkOnly: true });
      const edition = soundEdition(loaded, dir, lang);
      if (!edition) return;
      const { ledger } = loaded;
      const changes = changesSince(edition, ledger);
      for (const change of changes) console.log(describe(change, lang));
      if (options.write) renewLedger(dir, edition, ledger);
      const [count, all, file] = [changes.length, edition.site.entries.length, relative(process.cwd(), join(dir, ledgerFile))];
      console.log({
        zh: `${all} 篇里有 ${count} 篇是新的或改了意思${options.write ? `；写好了 ${file}` : ''}。`,
        en: `${count} of ${all} entries are new or changed${options.write ? `; ${file} is written` : ''}.`,
      }[lang]);
    });
}

const words = {
  zh: { new: '新增', changed: '改过', undated: (day: string) => `${day}，日期没有换` },
  en: { new: 'new    ', changed: 'changed', undated: (day: string) => `${day}, no new date` },
};

function describe({ ref, state, before, since, undated }: LedgerChange, lang: Lang): string {
  const say = words[lang];
  const date = undated ? say.undated(since) : before ? `${before} → ${since}` : since;
  return `${state === 'new' ? say.new : say.changed}  ${ref}  ${date}`;
}
