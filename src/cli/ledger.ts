/** `lede ledger`: what changed in meaning since the ledger was written, and writing it anew. */
import { join, relative } from 'node:path';
import { Command, Option } from 'commander';
import { ledgerFile } from '#model/ledger.ts';
import { changesSince, renewLedger, type LedgerChange } from '#site/ledger.ts';
import { loadSite } from '#site/load.ts';
import { contentDir, contentOption, langOption, today, todayOption, type ContentOptions } from './options.ts';
import { soundEdition } from './report.ts';

interface LedgerOptions extends ContentOptions {
  write?: boolean;
}

export function ledgerCommand(): Command {
  return new Command('ledger')
    .description('Print which entries changed in meaning since the ledger was written.')
    .addOption(contentOption())
    .addOption(new Option('--write', 'write the ledger anew; commit it together with the content'))
    .addOption(langOption())
    .addOption(todayOption())
    .addHelpText('after', '\nExample:\n  lede ledger --content my-site --write\n')
    .action((options: LedgerOptions) => {
      const dir = contentDir(options.content);
      const loaded = loadSite({ contentDir: dir, today: today(options.today), checkOnly: true });
      const edition = soundEdition(loaded, dir, options.lang);
      if (!edition) return;
      const { ledger } = loaded;
      const changes = changesSince(edition, ledger);
      for (const change of changes) console.log(describe(change));
      if (options.write) renewLedger(dir, edition, ledger);
      const written = options.write ? `; ${relative(process.cwd(), join(dir, ledgerFile))} is written` : '';
      console.log(`${changes.length} of ${edition.site.entries.length} entries are new or changed${written}.`);
    });
}

function describe({ ref, state, before, since, undated }: LedgerChange): string {
  const date = undated ? `${since}, no new date` : before ? `${before} → ${since}` : since;
  return `${state.padEnd(7)}  ${ref}  ${date}`;
}
