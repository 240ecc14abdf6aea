/** The compiled bodies of a content folder. What was compiled before is read when somebody asks for it. */
import { digest } from '#lib/hash.ts';
import { once } from '#lib/once.ts';
import type { MarkupCache } from '#markup/cache.ts';
import { compileBody } from '#markup/compile.ts';
import { emptyDocument, type Document } from '#markup/document.ts';
import { addressesOf } from '#markup/leads.ts';
import type { BodySource, TermName } from '#markup/source.ts';
import { makeLexicon, type Lexicon } from '#markup/terms/lexicon.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import type { Lang, Problem } from '#model/problem.ts';
import type { Content } from '#model/read.ts';

/** The body of an entry or trust page. */
export interface Body {
  document(): Document;
  /** The addresses to which the entry or page leads, each once and without what stands behind `#`. */
  leads(): readonly string[];
  /** References of the terms to which the body links. */
  terms(): readonly string[];
  /** Names of terms that stand in the body. */
  names(): readonly TermName[];
}

export interface Bodies {
  byRef: ReadonlyMap<string, Body>;
  problems: Problem[];
  /** The terms that bodies link to; none where nobody wants their HTML. */
  lexicon: Lexicon | undefined;
}

export interface BodyOptions {
  lang: Lang;
  /** Without these the documents come without HTML and Markdown, the dearer half. */
  forms: MarkupCache | undefined;
  /** The terms of the site, where they are known already. */
  lexicon?: Lexicon | undefined;
  /** Leaves each body until somebody asks for its document: until all are compiled nothing is known of what they link to and what is wrong with them. */
  later?: boolean | undefined;
}

/** Compiles the bodies of `content`. */
export function compileBodies({ entries, pages, keeps }: Pick<Content, 'entries' | 'pages' | 'keeps'>, { lang, forms, lexicon = forms && makeLexicon(entries), later = false }: BodyOptions): Bodies {
  const byRef = new Map<string, Body>();
  const recall = makeRecall();
  const problems: Problem[] = [];
  for (const item of [...entries, ...pages]) {
    const keep = keeps.get(item.source.file)!;
    const names = once(() => (lexicon ? keep('names', lexicon.id, () => lexicon.namesIn(item.source.text.slice(item.source.bodyStart)))!.value : []));
    const source = (): BodySource => ({ ...bodySource(item, lang), terms: names(), self: item.ref });
    const mentions = () => digest(JSON.stringify([lang, names()]));
    let key: string | undefined;
    const compile = () => (forms ? forms.compile(source(), (key ??= forms.keyOf(source()))) : compileBody(source(), { forms: false }));
    let unsound: Document | undefined;
    const outline = once(() => keep('body', lang, (): Outline | undefined => {
      const { document, problems: found } = compile();
      problems.push(...found);
      if (found.length > 0) return void (unsound = document);
      keep('text', lang, () => document.text);
      if (forms) keep('terms', mentions(), () => document.terms);
      const { headings, links, footnotes } = document;
      return { headings, links, footnotes };
    }));
    if (!later) outline();
    const open = () => recall(item.ref, () => compile().document);
    const terms = once(() => (forms ? keep('terms', mentions(), () => open().terms)!.value : []));
    const document = (): Document => {
      const light = outline()?.value;
      return light ? makeDocument(light, {
        html: () => (forms ? open().html : ''),
        markdown: () => (forms ? open().markdown : ''),
        text: () => keep('text', lang, () => compile().document.text)!.value,
        terms,
      }) : unsound!;
    };
    byRef.set(item.ref, {
      document, names,
      leads: once(() => (later ? addressesOf(item, emptyDocument()) : keep('leads', '', () => addressesOf(item, document()))!.value)),
      terms: later ? () => [] : terms,
    });
  }
  return { byRef, problems, lexicon };
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
