/** Citations `[^label]`: each names a footnote of the body or a source of the frontmatter, and no footnote is left uncited. */
import { closest } from '#lib/text.ts';
import type { BodyIndex } from '../parse/index-body.ts';
import type { FootnoteDefinition } from '../parse/nodes.ts';
import type { Report } from '../report.ts';

/** How a label is shown. */
export type Citation =
  | { kind: 'footnote'; number: number; definition: FootnoteDefinition }
  | { kind: 'source'; number: number; id: string };

/** Labels among which a mistyped one is looked for. */
const maxCandidates = 50;

/** Numbers the footnotes by first citation, and finds the sources, by identifier. Reports labels that name nothing. */
export function numberCitations(index: BodyIndex, sources: readonly string[], report: Report): Map<string, Citation> {
  const citations = new Map<string, Citation>();
  const known = [...Array.from(index.footnotes.values(), ({ label }) => label), ...sources].slice(0, maxCandidates);
  let footnotes = 0;
  for (const { identifier, label, start } of index.citations) {
    if (citations.has(identifier)) continue;
    const definition = index.footnotes.get(identifier);
    const source = sources.indexOf(label);
    if (definition !== undefined) citations.set(identifier, { kind: 'footnote', number: (footnotes += 1), definition });
    else if (source >= 0) citations.set(identifier, { kind: 'source', number: source + 1, id: label });
    else reportUndefined(label, start, known, report);
  }
  for (const footnote of index.footnotes.values()) if (!citations.has(footnote.identifier)) reportUncited(footnote, report);
  for (const footnote of index.repeated) reportRepeated(footnote, report);
  return citations;
}

function reportUndefined(label: string, offset: number, known: readonly string[], report: Report): void {
  const near = label.length > 2 ? closest(label, known) : undefined;
  report('body/footnote', offset, {
    zh: `[^${label}] 既不是脚注，也不是 frontmatter 的 sources 里的 id。`,
    en: `[^${label}] is neither a footnote nor an id in the frontmatter's sources.`,
  }, near === undefined
    ? { zh: `在文末写 [^${label}]: 脚注内容，或在 sources 里加上 id: ${label}。`, en: `Write [^${label}]: text at the end, or add id: ${label} to sources.` }
    : { zh: `你是不是想写 [^${near}]？`, en: `Did you mean [^${near}]?` });
}

function reportUncited({ label, start }: FootnoteDefinition, report: Report): void {
  report('body/footnote', start, {
    zh: `脚注 [^${label}] 没有被引用，不会显示。`,
    en: `The footnote [^${label}] is not cited, so it would not be shown.`,
  }, {
    zh: `在正文里写上 [^${label}]，或删掉这条脚注。`,
    en: `Cite it in the text as [^${label}], or delete it.`,
  });
}

function reportRepeated({ label, start }: FootnoteDefinition, report: Report): void {
  report('body/footnote', start, {
    zh: `脚注 [^${label}] 定义了两次。`,
    en: `The footnote [^${label}] is defined twice.`,
  }, { zh: '删掉一条，或换一个名字。', en: 'Delete one of them, or rename it.' });
}
