/** The compiled bodies of a content folder. What was compiled before is read when somebody asks for it. */
import { digest } from '#lib/hash.ts';
import { once } from '#lib/once.ts';
import type { MarkupCache } from '#markup/cache.ts';
import { compileBody } from '#markup/compile.ts';
import type { Document } from '#markup/document.ts';
import type { BodySource, TermName } from '#markup/source.ts';
import { makeLexicon, type Lexicon } from '#markup/terms/lexicon.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import type { Lang, Problem } from '#model/problem.ts';
import type { Content } from '#model/read.ts';

export interface Bodies {
  /** By reference. */
  documents: ReadonlyMap<string, () => Document>;
  /** Names of terms that stand in the body, by reference. */
  names: ReadonlyMap<string, readonly TermName[]>;
  problems: Problem[];
  /** The terms that bodies link to; none where nobody wants their HTML. */
  lexicon: Lexicon | undefined;
}

/** Compiles the bodies of `content`. Without `forms` the documents come without HTML and Markdown, the dearer half. */
export function compileBodies({ entries, pages, keeps }: Pick<Content, 'entries' | 'pages' | 'keeps'>, lang: Lang, forms: MarkupCache | undefined, lexicon = forms && makeLexicon(entries)): Bodies {
  const documents = new Map<string, () => Document>();
  const named = new Map<string, readonly TermName[]>();
  const recall = makeRecall();
  const problems: Problem[] = [];
  for (const item of [...entries, ...pages]) {
    const keep = keeps.get(item.source.file)!;
    const names = lexicon ? keep('names', lexicon.id, () => lexicon.namesIn(item.source.text.slice(item.source.bodyStart)))!.value : [];
    named.set(item.ref, names);
    const source = (): BodySource => ({ ...bodySource(item, lang), terms: names, self: item.ref });
    let key: string | undefined;
    const compile = () => (forms ? forms.compile(source(), (key ??= forms.keyOf(source()))) : compileBody(source(), { forms: false }));
    let unsound: Document | undefined;
    const outline = keep('body', lang, (): Outline | undefined => {
      const { document, problems: found } = compile();
      problems.push(...found);
      if (found.length > 0) return void (unsound = document);
      keep('text', lang, () => document.text);
      const { headings, links, footnotes } = document;
      return { headings, links, footnotes };
    });
    const open = () => recall(item.ref, () => compile().document);
    documents.set(item.ref, once(() => unsound ?? makeDocument(outline!.value, {
      html: () => (forms ? open().html : ''),
      markdown: () => (forms ? open().markdown : ''),
      text: () => keep('text', lang, () => compile().document.text)!.value,
      terms: once(() => (forms ? keep('terms', digest(JSON.stringify([lang, names])), () => open().terms)!.value : [])),
    })));
  }
  return { documents, names: named, problems, lexicon };
}

function bodySource(item: Entry | TrustPage, lang: Lang): BodySource {
  const { file, text, bodyStart } = item.source;
  return { file, text, bodyStart, lang, ...('kind' in item ? { codeFiles: item.codeFiles, sources: (item.data.sources ?? []).map(({ id }) => id ?? ''), placeholders: item.kind.placeholders?.(item.data) ?? [] } : {}) };
}

/** What of a document is small and asked for often. */
type Outline = Pick<Document, 'headings' | 'links' | 'footnotes'>;
type Rest = Omit<Document, keyof Outline>;

/** The document of which `rest` gives what is large, each time that it is asked for. */
function makeDocument(outline: Outline, rest: { [Part in keyof Rest]: () => Rest[Part] }): Document {
  return {
    ...outline,
    get html() {
      return rest.html();
    },
    get markdown() {
      return rest.markdown();
    },
    get text() {
      return rest.text();
    },
    get terms() {
      return rest.terms();
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
