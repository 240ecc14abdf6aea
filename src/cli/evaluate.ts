/** `lede evaluate`: puts the golden questions to the search of the built site. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { Refusal } from '#model/refusal.ts';
import { askAll } from '#search/golden/evaluate.ts';
import { baselineFile, baselineOf, findShortfalls, type Baseline } from '#search/golden/judge.ts';
import { printMeasures, printMisses } from '#search/golden/report.ts';
import { loadSite } from '#site/load.ts';
import { openSearched } from './ask.ts';
import { contentDir, contentOption, languageOf, outOption, today, type LanguageOptions } from './options.ts';
import { brokenSettings, failFor } from './report.ts';

interface EvaluateOptions extends LanguageOptions {
  out?: string;
  heldOut?: boolean;
  save?: boolean;
}

export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('Put the questions of questions.yaml to the built site; fails below the thresholds of site.yaml or below the baseline.')
    .addOption(contentOption())
    .addOption(outOption('folder that holds the built site'))
    .option('--held-out', 'name the misses of the held-out half too')
    .option('--save', `make the result the new baseline (${baselineFile} of the content folder)`)
    .addHelpText('after', '\nExample:\n  lede build && lede evaluate --save\n')
    .action(async (options: EvaluateOptions) => {
      const dir = contentDir(options.content);
      const lang = languageOf(options);
      const loaded = loadSite({ contentDir: dir, today: today(undefined), checkOnly: true });
      const { questions, edition } = loaded;
      const problems = loaded.problems.filter(({ file }) => file === 'questions.yaml');
      if (problems.length > 0) return failFor(problems, dir, loaded, lang);
      if (!edition) throw brokenSettings();
      if (questions.length === 0) throw noQuestions(options.content ?? 'content/');
      const outcomes = await askAll(await openSearched(options.out), questions);
      const kept = join(dir, baselineFile);
      if (options.save) writeFileSync(kept, `${JSON.stringify(baselineOf(outcomes), null, 2)}\n`);
      const shortfalls = findShortfalls(outcomes, edition.site.config.search.thresholds, readBaseline(kept));
      console.log([printMeasures(outcomes, lang), '', printMisses(outcomes, options.heldOut ?? false, lang)].join('\n'));
      if (shortfalls.length > 0) console.error(`\n${shortfalls.map((words) => words[lang]).join('\n')}`);
      process.exitCode = shortfalls.length > 0 ? 1 : 0;
    });
}

function noQuestions(content: string): Refusal {
  return new Refusal(`${content} 里没有可问的问题。在它的 questions.yaml 里写几个；写法见 src/model/questions.ts。`, `${content} has no questions to evaluate by. Write some into its questions.yaml; src/model/questions.ts says how.`);
}

function readBaseline(path: string): Baseline | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Baseline;
  } catch {
    throw new Refusal(`${path} 不是 JSON。用 lede evaluate --save 重新写一份。`, `${path} is no JSON. Make a new one with "lede evaluate --save".`);
  }
}
