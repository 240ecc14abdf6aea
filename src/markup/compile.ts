/** MDX body → document. No JavaScript is generated or evaluated on the way. */
import { sortProblems, type Problem } from '#model/problem.ts';
import { checkTree } from './check/check.ts';
import { numberCitations } from './check/footnotes.ts';
import { nameHeadings } from './check/headings.ts';
import { checkReserved } from './check/reserved.ts';
import { linkTerms } from './terms/link.ts';
import { emptyDocument, type Document } from './document.ts';
import type { Findings } from './findings.ts';
import { indexBody } from './parse/index-body.ts';
import { exceedsLimits } from './parse/limits.ts';
import { parseBody } from './parse/parse.ts';
import { printText } from './print/document-text.ts';
import { printHtml } from './print/html.ts';
import { printMarkdown } from './print/markdown.ts';
import { makeReporter } from './report.ts';
import type { BodySource } from './source.ts';

export type { BodySource, CodeFile } from './source.ts';

/**
 * With problems, `document` has neither HTML nor Markdown, but the text, headings and links that were found,
 * so that other checks can go on; after a syntax error it is empty.
 */
export interface Compiled {
  document: Document;
  problems: Problem[];
}

/** Compiles the body of `source`, collecting all its problems. `forms: false` leaves out HTML and Markdown, the dearer half. */
export function compileBody(source: BodySource, { forms = true }: { forms?: boolean } = {}): Compiled {
  const reporter = makeReporter(source.file, source.text);
  const isTooMuch = exceedsLimits(source.text, source.bodyStart, reporter.report);
  if (!isTooMuch) checkReserved(source.text, source.bodyStart, reporter.report);
  const root = isTooMuch ? undefined : parseBody(source, reporter.report);
  if (root === undefined) return { document: emptyDocument(), problems: sortProblems(reporter.problems) };
  const sources = source.sources ?? [];
  const index = indexBody(root);
  const findings: Findings = {
    index,
    headings: nameHeadings(index.headings, sources, reporter.report),
    citations: numberCitations(index, sources, reporter.report),
  };
  const links = checkTree(root, index, source, reporter);
  const isPrinted = forms && reporter.problems.length === 0;
  const lang = source.lang ?? 'zh';
  const text = printText(root, source);
  const terms = isPrinted ? linkTerms(root, source) : [];
  const document: Document = {
    html: isPrinted ? printHtml(root, source, lang, findings) : '',
    markdown: isPrinted ? printMarkdown(root, source, lang, findings) : '',
    text,
    headings: [...findings.headings.values()],
    links,
    footnotes: [...new Set(index.citations.map((citation) => citation.label))],
    terms,
  };
  return { document, problems: sortProblems(reporter.problems) };
}
