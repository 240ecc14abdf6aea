/** The compiled bodies of a content folder. What was compiled before is read when somebody asks for it. */
import type { MarkupCache } from '#markup/cache.ts';
import { compileBody } from '#markup/compile.ts';
import type { Document } from '#markup/document.ts';
import type { BodySource } from '#markup/source.ts';
import { makeLexicon } from '#markup/terms/lexicon.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import type { Lang, Problem } from '#model/problem.ts';
import type { Content } from '#model/read.ts';

export interface Bodies {
  /** By reference. */
  documents: ReadonlyMap<string, () => Document>;
  problems: Problem[];
}

/** Compiles the bodies of `content`. Without `forms` the documents come without HTML and Markdown, the dearer half. */
export function compileBodies({ entries, pages, keeps }: Content, lang: Lang, forms: MarkupCache | undefined): Bodies {
  const documents = new Map<string, () => Document>();
  const problems: Problem[] = [];
  const lexicon = forms && makeLexicon(entries);
  for (const item of [...entries, ...pages]) {
    let compiled: Document | undefined;
    const keep = keeps.get(item.source.file)!;
    const terms = lexicon?.namesIn(item.source.text.slice(item.source.bodyStart)) ?? [];
    const source: BodySource = { ...bodySource(item, lang), terms, self: item.ref };
    const light = keep('body', lang, () => {
      const { document, problems: found } = forms ? forms.compile(source) : compileBody(source, { forms: false });
      problems.push(...found);
      compiled = document;
      return found.length > 0 ? undefined : { ...document, html: '', markdown: '', terms: [] };
    });
    documents.set(item.ref, () => (compiled ??= forms ? withForms(light!.value, () => forms.compile(source).document, (find) => keep('terms', JSON.stringify([lang, terms]), find)!.value) : light!.value));
  }
  return { documents, problems };
}

function bodySource(item: Entry | TrustPage, lang: Lang): BodySource {
  const { file, text, bodyStart } = item.source;
  return { file, text, bodyStart, lang, ...('kind' in item ? { codeFiles: item.codeFiles, sources: (item.data.sources ?? []).map(({ id }) => id ?? '') } : {}) };
}

/** `keep` keeps which terms the body links to, so that finding out where a term is used opens no document. */
function withForms(light: Document, compile: () => Document, keep: (find: () => string[]) => string[]): Document {
  let full: Document | undefined;
  return {
    ...light,
    get html() {
      return (full ??= compile()).html;
    },
    get markdown() {
      return (full ??= compile()).markdown;
    },
    get terms() {
      return keep(() => (full ??= compile()).terms);
    },
  };
}
