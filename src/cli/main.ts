/** The `lede` command. Exit codes: 0 all well, 1 problems in the content, 2 the command itself was misused or failed. */
import { Command, CommanderError } from 'commander';
import { askCommand } from './ask.ts';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { devCommand } from './dev.ts';
import { explainCommand } from './explain.ts';
import { diffCommand } from './diff.ts';
import { evaluateCommand } from './evaluate.ts';
import { explainFailure } from './failure.ts';
import { importCommand } from './import.ts';
import { indexNowCommand } from './indexnow.ts';
import { ledgerCommand } from './ledger.ts';
import { newCommand } from './new.ts';
import { previewCommand } from './preview.ts';
import { proveCommand } from './prove.ts';
import { renameCommand } from './rename.ts';
import { schemasCommand } from './schemas.ts';
import { staleCommand } from './stale.ts';

const program = new Command('lede')
  .description('A static-site generator for answer sites.')
  .helpCommand(false)
  .addHelpText('after', '\nExample:\n  lede build --content my-site --out public_html\n');

for (const command of [askCommand(), buildCommand(), checkCommand(), devCommand(), diffCommand(), evaluateCommand(), explainCommand(), importCommand(), indexNowCommand(), ledgerCommand(), newCommand(), previewCommand(), proveCommand(), renameCommand(), schemasCommand(), staleCommand()]) program.addCommand(command);
for (const command of [program, ...program.commands]) command.exitOverride().showHelpAfterError(false).allowExcessArguments(false);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Asking for help is no misuse; commander has printed everything already.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    console.error(explainFailure(error));
    process.exitCode = 2;
  }
}
