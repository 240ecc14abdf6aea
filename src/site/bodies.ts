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
  const recall = makeRecall();
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
    const isSound = light !== undefined;
    documents.set(item.ref, () => (isSound ? (forms ? withForms(light.value, () => recall(item.ref, () => forms.compile(bodySource(item, lang)).document)) : light.value) : compiled!));
    if (isSound) compiled = undefined;
  }
  return { documents, problems };
}

function bodySource(item: Entry | TrustPage, lang: Lang): BodySource {
  const { file, text, bodyStart } = item.source;
  return { file, text, bodyStart, lang, ...('kind' in item ? { codeFiles: item.codeFiles, sources: (item.data.sources ?? []).map(({ id }) => id ?? ''), placeholders: item.kind.placeholders?.(item.data) ?? [] } : {}) };
}

function withForms(light: Document, open: () => Document): Document {
  return {
    ...light,
    get html() {
      return open().html;
    },
    get markdown() {
      return open().markdown;
    },
  };
}

/** How many bodies are kept in memory with their HTML and Markdown: page, twin and feeds ask for the same ones in turn. */
const mostForms = 200;

/** What `open` gives for a reference, for the last ones that were asked for. */
function makeRecall(): (ref: string, open: () => Document) => Document {
  const recent = new Map<string, Document>();
  return (ref, open) => {
    const known = recent.get(ref) ?? open();
    recent.delete(ref);
    recent.set(ref, known);
    if (recent.size > mostForms) recent.delete(recent.keys().next().value!);
    return known;
  };
}
