/** `/llms.txt` and `/<kind>/llms.txt`: a link and the short answer of every entry. Format: https://llmstxt.org */
import { kindPath } from '#model/paths.ts';
import { words } from '#model/words/index.ts';
import type { Lang } from '#model/problem.ts';
import { saysSame } from '../compare.ts';
import type { Facts, Field, Subject } from '../reference.ts';
import type { Context, Expected, Statement, Surface } from '../surface.ts';

const states: readonly Field[] = ['twin', 'title', 'answer', 'state'];
const isLinkFile = /\/llms(-\d+)?\.txt$/;

export const llms: Surface = {
  id: 'llms',
  *shared({ site, entries, trust, of }): Generator<Expected> {
    if (site.config.ai.answers === 'deny') return;
    yield { path: '/llms.txt', subjects: [...entries, ...trust], states, holds: 'all' };
    for (const { id } of site.kinds) {
      const subjects = site.ofKind(id).map(of);
      if (subjects.length > 0) yield { path: `${kindPath(id)}llms.txt`, subjects, states, holds: 'all' };
    }
  },
  cut: '\n## ',
  read: (text, context) => readLinks(text, context.expected.path, context),
};

/** The links of a file. One that is too long for all of them leads on to further files, which count as parts of it. */
function* readLinks(text: string, file: string, context: Context): Generator<Statement> {
  const { reference, pathOf, open } = context;
  const [, ...sections] = text.split(/^## */m);
  for (const section of sections) {
    const [heading, ...lines] = section.split('\n').filter((line) => line.trim() !== '');
    if (heading === 'Optional') continue;
    for (const line of lines) {
      const { title = '', url = '', says = '' } = link.exec(line)?.groups ?? fail(line);
      const path = pathOf(url);
      const part = path !== undefined && isLinkFile.test(path) ? open(path) : undefined;
      if (part !== undefined) yield* readLinks(part, path!, context);
      else yield { file, url, says: { twin: url, title, ...factsIn(says, reference.at(url), reference.site.lang) } };
    }
  }
}

/** As the format's reference parser reads a link: no sign in its texts is Markdown. */
const link = /^-\s*\[(?<title>[^\]]+)\]\((?<url>[^)]+)\)(?::\s*(?<says>.*))?$/;

function fail(line: string): never {
  throw new Error(line);
}

/** What is said of a link to `subject`: the answer, with a warning before it where its review is due soon, or overdue. An answer may begin like one. */
function factsIn(says: string, subject: Subject | undefined, lang: Lang): Facts {
  const plain: Facts = { answer: says, ...(subject?.role === 'entry' ? { state: 'current' } : {}) };
  if (subject && saysSame(subject, plain, 'answer')) return plain;
  const { review, colon } = words[lang];
  for (const state of ['soon', 'overdue'] as const) {
    const warning = new RegExp(`^${RegExp.escape(review[state])} \\(\\d{4}-\\d{2}-\\d{2}\\)${RegExp.escape(colon)}`).exec(says)?.[0];
    if (warning) return { answer: says.slice(warning.length), state };
  }
  return plain;
}
