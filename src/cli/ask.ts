/** `lede ask`: what the search of the built site answers to a question, and why. */
import { Command } from 'commander';
import { openFolder, hasIndex } from '#search/golden/folder.ts';
import { search, type Answer } from '#search/query/search.ts';
import { UserError } from './failure.ts';
import { outDir, outOption } from './options.ts';

export function askCommand(): Command {
  return new Command('ask')
    .description('Search the built site, and show why it answers as it does.')
    .argument('<question>', 'what a reader types')
    .addOption(outOption('folder that holds the built site'))
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', '\nExample:\n  lede ask "401 怎么办" --json\n')
    .action(async (question: string, options: { out?: string; json?: boolean }) => {
      const index = await openFolder(searchedDir(options.out));
      const answer = await search(index, question);
      console.log(options.json ? JSON.stringify(toJson(question, answer), null, 2) : print(answer));
    });
}

/** The folder of a site that was built with its index. Throws UserError where there is none. */
export function searchedDir(given: string | undefined): string {
  const dir = outDir(given);
  if (!hasIndex(dir)) throw new UserError(`${given ?? 'dist/'} holds no built site with a search index. Run "lede build" first.`);
  return dir;
}

function toJson(question: string, { verdict, terms, hits }: Answer) {
  return {
    question,
    verdict,
    terms,
    hits: hits.map(({ id: _, card, ...why }) => ({ ...card, ...why })),
  };
}

const verdicts = { results: 'The first hit answers.', related: 'Not answered here; these are near.', none: 'Not answered here, and nothing is near.' };

function print({ verdict, terms, hits }: Answer): string {
  const searched = terms.map(({ token, weight, unknown }) => `${token}${unknown ? ' (not on this site)' : ''}${weight === 1 ? '' : ` ×${weight.toFixed(2)}`}`);
  return [
    `Terms: ${searched.join(', ') || 'none'}`,
    verdicts[verdict],
    ...hits.flatMap(({ card, score, coverage, strength, because }, index) => [
      `${String(index + 1).padStart(2)}. ${card.ref}  ${card.title}`,
      `    score ${score.toFixed(2)}, covers ${(100 * coverage).toFixed(0)} % of the question, strength ${strength.toFixed(2)}`,
      ...because.map((reason) => `    ${reason.token}  ${reason.score.toFixed(2)}  ${reason.fields.join(', ')}`),
    ]),
  ].join('\n');
}
