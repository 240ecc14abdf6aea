/** Snippets of VS Code, one a kind: a whole new entry with a stop at each place to write. */
import { kinds } from '#kinds/index.ts';
import type { SiteConfig } from '#model/config.ts';
import type { Lang } from '#model/problem.ts';
import { formOf, printDraft } from '../draft/draft.ts';

/** https://code.visualstudio.com/docs/editing/userdefinedsnippets */
export interface Snippet {
  scope: string;
  prefix: string;
  description: string;
  body: string[];
}

/** Snippets by the name under which they are listed. */
export function snippetsOf(config: SiteConfig, lang: Lang): Record<string, Snippet> {
  return Object.fromEntries(kinds.map((kind) => {
    const { one, lead } = kind.labels[lang];
    return [`lede ${one}`, { scope: 'mdx', prefix: `lede-${kind.id}`, description: lead, body: bodyOf(kind, config, lang) }];
  }));
}

/** Stand-ins for what VS Code knows when the snippet is put in. */
const someDay = '2001-01-01';
const someSlug = 'slug-of-the-file';
const variables = { [someDay]: '${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}', [someSlug]: '${TM_FILENAME_BASE}' };

function bodyOf(kind: (typeof kinds)[number], config: SiteConfig, lang: Lang): string[] {
  const stops: string[] = [];
  const hold = (yaml: string, choices: readonly string[] = []) => {
    stops.push(choices.length > 1 ? `|${choices.map((choice) => choice.replace(/[\\,|]/g, '\\$&')).join(',')}|` : `:${yaml.replace(/[\\$}]/g, '\\$&')}`);
    return `\uE000${stops.length}\uE001`;
  };
  const { data, files } = kind.starter?.(someSlug) ?? { data: {}, files: {} };
  const text = printDraft({ ...formOf({ kind }, config, lang, someDay, data), extras: false, hold }, Object.keys(files));
  const filled = text.replace(/[\\$]/g, '\\$&').replace(/\uE000(\d+)\uE001/g, (_, number: string) => `\${${number}${stops[Number(number) - 1]}}`);
  return Object.entries(variables).reduce((body, [known, variable]) => body.replaceAll(known, variable), filled).split('\n');
}
