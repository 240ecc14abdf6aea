/** The compiled bodies of a content folder. What was compiled before is read when somebody asks for it. */
import { digest } from '#lib/hash.ts';
import { intern } from '#lib/intern.ts';
import type { Fact, Leaf } from '#lib/shelf.ts';
import type { MarkupCache } from '#markup/cache.ts';
import { compileBody, type Compiled } from '#markup/compile.ts';
import { emptyDocument, type Document } from '#markup/document.ts';
import { addressesOf } from '#markup/leads.ts';
import { bodySource, type BodySource, type TermName } from '#markup/source.ts';
import { makeLexicon, type Lexicon } from '#markup/terms/lexicon.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import type { Lang, Problem } from '#model/problem.ts';
import type { Content } from '#model/read.ts';
import type { Source } from '#model/source.ts';

/** The body of an entry or trust page. */
export interface Body {
  document(): Document;
  /** The addresses to which the entry or page leads, each once and without what stands behind `#`. */
  leads(): readonly string[];
  /** The addresses of the images that the body shows, each once: few bodies show any. */
  images(): readonly string[];
  /** References of the terms to which the body links. */
  terms(): readonly string[];
  /** Stands for the names of terms in the body. */
  namesId(): string;
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
  const common: Common = { lang, forms, lexicon, later, recall: makeRecall(), problems: [] };
  const byRef = new Map<string, Body>();
  for (const item of [...entries, ...pages]) {
    const body = new KeptBody(item, keeps.get(item.source.file)!, common);
    if (!later) body.compile();
    byRef.set(item.ref, body);
  }
  return { byRef, problems: common.problems, lexicon };
}

/** Whether a body keeps to these cannot be told without the fields of its file. */
const restOnFields: ReadonlySet<string> = new Set(['body/footnote', 'body/code-file']);

/** What is wrong with the bodies of files whose fields are not sound. */
export function checkBodies(broken: readonly Source[], lang: Lang): Problem[] {
  return broken.flatMap(({ file, text, bodyStart }) => compileBody({ file, text, bodyStart, lang }, { forms: false }).problems.filter(({ rule }) => !restOnFields.has(rule)));
}

/** What all bodies of a site have in common. */
interface Common extends Pick<BodyOptions, 'lang' | 'forms' | 'lexicon'> {
  later: boolean;
  recall: ReturnType<typeof makeRecall>;
  /** What was found wrong with them. */
  problems: Problem[];
}

/** A body of which little is in memory: there is one for each entry. */
class KeptBody implements Body {
  readonly #item: Entry | TrustPage;
  readonly #keep: Leaf['keep'];
  readonly #common: Common;
  #namesId: string | undefined;
  #key: string | undefined;
  #outline: Fact<Outline> | undefined;
  /** The document of a body with which something is wrong. */
  #unsound: Document | undefined;
  #leads: readonly string[] | undefined;
  #terms: string[] | undefined;

  constructor(item: Entry | TrustPage, keep: Leaf['keep'], common: Common) {
    this.#item = item;
    this.#keep = keep;
    this.#common = common;
  }

  /** Makes sure that what is known of it without its HTML and Markdown is known, and what is wrong with it. */
  compile(): void {
    if (this.#outline || this.#unsound) return;
    const { lang, forms, problems } = this.#common;
    this.#outline = this.#keep('body', lang, () => {
      const { document, problems: found } = this.#make();
      problems.push(...found);
      if (found.length > 0) return void (this.#unsound = document);
      this.#keep('text', lang, () => document.text);
      if (forms) this.#keep('terms', this.#mentions(), () => document.terms);
      const { headings, links, footnotes } = document;
      return { headings, links, footnotes };
    });
  }

  namesId(): string {
    const { lexicon } = this.#common;
    return (this.#namesId ??= lexicon ? this.#keep('names id', lexicon.id, () => digest(JSON.stringify(this.#names())))!.value : '');
  }

  document(): Document {
    this.compile();
    if (!this.#outline) return this.#unsound!;
    const body = this; // in a getter it is the document
    const { forms, lang } = this.#common;
    return {
      ...this.#outline.value,
      get html() { return forms ? body.#open().html : ''; },
      get markdown() { return forms ? body.#open().markdown : ''; },
      get text() { return body.#keep('text', lang, () => body.#make().document.text)!.value; },
      get terms() { return body.#findTerms(); },
    };
  }

  leads(): readonly string[] {
    const item = this.#item;
    return (this.#leads ??= this.#common.later ? addressesOf(item, emptyDocument()) : this.#keep('leads', '', () => addressesOf(item, this.document()))!.value.map(intern));
  }

  images(): readonly string[] {
    return this.#common.later ? [] : this.#keep('images', '', () => [...new Set(this.document().links.filter(({ image }) => image).map(({ to }) => to))])!.value;
  }

  terms(): readonly string[] {
    return this.#common.later ? [] : this.#findTerms();
  }

  /** Names of terms that stand in the body: often long, and asked for where it is compiled alone. */
  #names(): readonly TermName[] {
    const { lexicon } = this.#common;
    const { source } = this.#item;
    return lexicon ? this.#keep('names', lexicon.id, () => lexicon.namesIn(source.text.slice(source.bodyStart)))!.value : [];
  }

  #findTerms(): string[] {
    return (this.#terms ??= this.#common.forms ? this.#keep('terms', this.#mentions(), () => this.#open().terms)!.value.map(intern) : []);
  }

  /** Stands for everything beside the file on which the terms rest. */
  #mentions(): string {
    return `${this.#common.lang} ${this.namesId()}`;
  }

  #source(): BodySource {
    return { ...bodySource(this.#item), lang: this.#common.lang, terms: this.#names(), self: this.#item.ref };
  }

  #make(): Compiled {
    const { forms } = this.#common;
    const source = this.#source();
    return forms ? forms.compile(source, (this.#key ??= forms.keyOf(source))) : compileBody(source, { forms: false });
  }

  #open(): Document {
    return this.#common.recall(this.#item.ref, () => this.#make().document);
  }
}

/** What of a document is small and asked for often. */
type Outline = Pick<Document, 'headings' | 'links' | 'footnotes'>;

/** How many bodies are kept in memory with their HTML and Markdown: page and twin ask for the same one in turn. */
const mostForms = 8;

/**
 * What `open` gives for a reference, for the last ones that were asked for. In an array: of a Map from which entries are
 * deleted V8 keeps each table that it outgrew, with all that was in it, until it looks through its whole heap.
 */
function makeRecall(): (ref: string, open: () => Document) => Document {
  const recent: { ref: string; document: Document }[] = [];
  let next = 0;
  return (ref, open) => {
    const known = recent.find((one) => one.ref === ref);
    if (known) return known.document;
    const document = open();
    recent[next] = { ref, document };
    next = (next + 1) % mostForms;
    return document;
  };
}
