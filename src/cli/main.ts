/** The `lede` command. Exit codes: 0 all well, 1 problems in the content, 2 the command itself was misused or failed. */
import { Command, CommanderError } from 'commander';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { devCommand } from './dev.ts';
import { explainFailure } from './failure.ts';
import { previewCommand } from './preview.ts';

const program = new Command('lede')
  .description('A static-site generator for answer sites.')
  .helpCommand(false)
  .addHelpText('after', '\nExample:\n  lede build --content my-site --out public_html\n');

for (const command of [buildCommand(), checkCommand(), devCommand(), previewCommand()]) program.addCommand(command);
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
