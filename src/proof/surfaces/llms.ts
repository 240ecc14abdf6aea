/** `/llms.txt` and `/<kind>/llms.txt`: a link and the short answer of every entry. Format: https://llmstxt.org */
import { kindPath } from '#model/paths.ts';
import { words } from '#model/words/index.ts';
import type { Lang } from '#model/problem.ts';
import type { Facts, Field, Reference } from '../reference.ts';
import { stated, type Context, type Expected, type Statement, type Surface } from '../surface.ts';
import { blocksOf, childrenOf, plainText } from '../parse/markdown.ts';

const states: readonly Field[] = ['twin', 'title', 'answer', 'overdue'];
const isLinkFile = /\/llms(-\d+)?\.txt$/;

export const llms: Surface = {
  id: 'llms',
  *files({ site, entries, trust, of }): Generator<Expected> {
    if (site.config.ai.answers === 'deny') return;
    yield { path: '/llms.txt', subjects: [...entries, ...trust], states, holds: 'all' };
    for (const { id } of site.kinds) {
      const subjects = site.ofKind(id).map(of);
      if (subjects.length > 0) yield { path: `${kindPath(id)}llms.txt`, subjects, states, holds: 'all' };
    }
  },
  read: (text, context) => readLinks(text, context.expected.path, context),
};

/** The links of a file. One that is too long for all of them leads on to further files, which count as parts of it. */
function* readLinks(text: string, file: string, context: Context): Generator<Statement> {
  const { reference, pathOf, open } = context;
  let section = '';
  for (const block of blocksOf(text)) {
    if (block.type === 'heading') section = plainText(block);
    if (block.type !== 'list' || section === 'Optional') continue;
    for (const item of childrenOf(block)) {
      const [link, ...rest] = childrenOf(childrenOf(item)[0]);
      if (link?.type !== 'link') throw new Error(plainText(item));
      const path = pathOf(link.url);
      const part = path !== undefined && isLinkFile.test(path) ? open(path) : undefined;
      if (part !== undefined) yield* readLinks(part, path!, context);
      else yield { file, url: link.url, says: { twin: link.url, title: plainText(link), ...factsIn(rest.map(plainText).join(''), reference) } };
    }
  }
}

/** What stands behind a link: `: `, then the answer, with a warning before it where the entry is overdue. */
function factsIn(text: string, { site: { lang } }: Reference): Facts {
  const said = text.replace(/^: /, '');
  const warning = warningOf(lang).exec(said)?.[0];
  return stated({ answer: said.slice(warning?.length ?? 0), overdue: warning ? 'yes' : 'no' });
}

function warningOf(lang: Lang): RegExp {
  return new RegExp(`^${RegExp.escape(words[lang].review.overdue)} \\(\\d{4}-\\d{2}-\\d{2}\\)${RegExp.escape(words[lang].colon)}`);
}
