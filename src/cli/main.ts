/** The `lede` command. Exit codes: 0 all well, 1 problems in the content, 2 the command itself was misused or failed. */
import { Command, CommanderError } from 'commander';
import { explainFailure } from './failure.ts';
import { langOption, languageOf, type LanguageOptions } from './options.ts';

/** Each verb is loaded when it is asked for, since some take libraries along; help and misspelt verbs need them all. */
const verbs: Readonly<Record<string, () => Promise<Command>>> = {
  ask: async () => (await import('./ask.ts')).askCommand(),
  build: async () => (await import('./build.ts')).buildCommand(),
  check: async () => (await import('./check.ts')).checkCommand(),
  dev: async () => (await import('./dev.ts')).devCommand(),
  diff: async () => (await import('./diff.ts')).diffCommand(),
  evaluate: async () => (await import('./evaluate.ts')).evaluateCommand(),
  explain: async () => (await import('./explain.ts')).explainCommand(),
  fix: async () => (await import('./fix.ts')).fixCommand(),
  import: async () => (await import('./import.ts')).importCommand(),
  indexnow: async () => (await import('./indexnow.ts')).indexNowCommand(),
  init: async () => (await import('./init.ts')).initCommand(),
  ledger: async () => (await import('./ledger.ts')).ledgerCommand(),
  links: async () => (await import('./links.ts')).linksCommand(),
  merge: async () => (await import('./merge.ts')).mergeCommand(),
  new: async () => (await import('./new.ts')).newCommand(),
  preview: async () => (await import('./preview.ts')).previewCommand(),
  prove: async () => (await import('./prove.ts')).proveCommand(),
  rename: async () => (await import('./rename.ts')).renameCommand(),
  schemas: async () => (await import('./schemas.ts')).schemasCommand(),
  stale: async () => (await import('./stale.ts')).staleCommand(),
};

const program = new Command('lede')
  .description('A static-site generator for answer sites.')
  .helpCommand(false)
  .addHelpText('after', '\nExample:\n  lede build --content my-site --out public_html\n');

const [wanted = ''] = process.argv.slice(2);
const needed = Object.hasOwn(verbs, wanted) ? [verbs[wanted]!] : Object.values(verbs);
for (const command of await Promise.all(needed.map((make) => make()))) program.addCommand(command.addOption(langOption()));
for (const command of [program, ...program.commands]) command.exitOverride().showHelpAfterError(false).allowExcessArguments(false);

// Where options are not even understood, Commander speaks.
let given: LanguageOptions = {};
program.hook('preAction', (_, command) => {
  given = command.opts();
});

// Who reads the output may have read enough, as `head` has: what is under way goes on, and its exit code stays true.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Asking for help is no misuse. Commander has printed everything already, or half of it: what is wrong, and not what to type.
    if (error.exitCode !== 0 && !/[.)]$/.test(error.message)) console.error(`Type "lede ${Object.hasOwn(verbs, wanted) ? `${wanted} ` : ''}--help" to see how it is used.`);
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    console.error(explainFailure(error)[languageOf(given)]);
    process.exitCode = 2;
  }
}
