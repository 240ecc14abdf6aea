/** The compiled bodies of a content folder. What was compiled before is read when somebody asks for it. */
import type { MarkupCache } from '#markup/cache.ts';
import { compileBody } from '#markup/compile.ts';
import type { Document } from '#markup/document.ts';
import type { BodySource } from '#markup/source.ts';
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
  for (const item of [...entries, ...pages]) {
    let compiled: Document | undefined;
    const light = keeps.get(item.source.file)!('body', lang, () => {
      const source = bodySource(item, lang);
      const { document, problems: found } = forms ? forms.compile(source) : compileBody(source, { forms: false });
      problems.push(...found);
      compiled = document;
      return found.length > 0 ? undefined : { ...document, html: '', markdown: '' };
    });
    documents.set(item.ref, () => (compiled ??= forms ? withForms(light!.value, () => forms.compile(bodySource(item, lang)).document) : light!.value));
  }
  return { documents, problems };
}

function bodySource(item: Entry | TrustPage, lang: Lang): BodySource {
  const { file, text, bodyStart } = item.source;
  return { file, text, bodyStart, lang, ...('kind' in item ? { codeFiles: item.codeFiles, sources: (item.data.sources ?? []).map(({ id }) => id ?? '') } : {}) };
}

function withForms(light: Document, compile: () => Document): Document {
  let full: Document | undefined;
  return {
    ...light,
    get html() {
      return (full ??= compile()).html;
    },
    get markdown() {
      return (full ??= compile()).markdown;
    },
  };
}
