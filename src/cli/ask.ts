/** `lede ask`: what the search of the built site answers to a question, and why. */
import { Command } from 'commander';
import { withoutStop } from '#lib/text.ts';
import type { Lang } from '#model/problem.ts';
import { Refusal } from '#model/refusal.ts';
import { openFolder, hasIndex } from '#search/golden/folder.ts';
import { SearchUnavailable, type OpenIndex } from '#search/query/open.ts';
import { search, type Answer } from '#search/query/search.ts';
import { contentOption, languageOf, outDir, outOption, type LanguageOptions } from './options.ts';

export function askCommand(): Command {
  return new Command('ask')
    .description('Search the built site, and show why it answers as it does.')
    .argument('<question>', 'what a reader types')
    .addOption(contentOption())
    .addOption(outOption('folder that holds the built site'))
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', '\nExample:\n  lede ask "401 怎么办" --json\n')
    .action(async (question: string, options: LanguageOptions & { out?: string; json?: boolean }) => {
      const index = await openSearched(options.out);
      const answer = await search(index, question);
      console.log(options.json ? JSON.stringify(toJson(question, answer), null, 2) : print(answer, languageOf(options)));
    });
}

/** The index of a site that was built with one. Throws Refusal where there is none, or not all of it. */
export async function openSearched(given: string | undefined): Promise<OpenIndex> {
  const dir = outDir(given);
  if (!hasIndex(dir)) throw new Refusal(`${given ?? 'dist/'} 里没有带搜索索引的网站。先运行 lede build。`, `${given ?? 'dist/'} holds no built site with a search index. Run "lede build" first.`);
  return openFolder(dir).catch((error: unknown) => {
    if (!(error instanceof SearchUnavailable)) throw error;
    const why = withoutStop(error.message);
    throw new Refusal(`读不出 ${given ?? 'dist/'} 里的搜索索引（${why}）。再运行一次 lede build，或把整个文件夹重新复制一次。`, `The search index in ${given ?? 'dist/'} cannot be read (${why}). Run "lede build" again, or copy the whole folder again.`);
  });
}

function toJson(question: string, { verdict, terms, hits }: Answer) {
  return {
    question,
    verdict,
    terms,
    hits: hits.map(({ id: _, card, ...why }) => ({ ...card, ...why })),
  };
}

const words = {
  zh: {
    terms: (list: string[]) => `查的词：${list.join('、') || '没有'}`,
    unknown: '（本站没有）',
    verdict: { results: '第一条就是答案。', related: '本站没有回答；这些相近。', none: '本站没有回答，也没有相近的。' },
    why: (score: string, covered: string, strength: string) => `得分 ${score}，占问题的 ${covered} %，强度 ${strength}`,
    field: { title: '标题', asks: '问法', names: '术语的叫法', answer: '短答和摘要', topics: '话题', english: '英文摘要', synonyms: '近义词', body: '正文' } as Record<string, string>,
    comma: '、',
  },
  en: {
    terms: (list: string[]) => `Terms: ${list.join(', ') || 'none'}`,
    unknown: ' (not on this site)',
    verdict: { results: 'The first hit answers.', related: 'Not answered here; these are near.', none: 'Not answered here, and nothing is near.' },
    why: (score: string, covered: string, strength: string) => `score ${score}, covers ${covered} % of the question, strength ${strength}`,
    field: {} as Record<string, string>,
    comma: ', ',
  },
};

function print({ verdict, terms, hits }: Answer, lang: Lang): string {
  const say = words[lang];
  return [
    say.terms(terms.map(({ token, weight, unknown }) => `${token}${unknown ? say.unknown : ''}${weight === 1 ? '' : ` ×${weight.toFixed(2)}`}`)),
    say.verdict[verdict],
    ...hits.flatMap(({ card, score, coverage, strength, because }, index) => [
      `${String(index + 1).padStart(2)}. ${card.ref}  ${card.title}`,
      `    ${say.why(score.toFixed(2), (100 * coverage).toFixed(0), strength.toFixed(2))}`,
      ...because.map((reason) => `    ${reason.token}  ${reason.score.toFixed(2)}  ${reason.fields.map((field) => say.field[field] ?? field).join(say.comma)}`),
    ]),
  ].join('\n');
}
