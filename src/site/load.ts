/** From a content folder to an edition: read, compile, check. Every problem of every file comes out in one run. */
import type { Check, CheckContext } from '#checks/check.ts';
import { checks, fileChecks, rules } from '#checks/index.ts';
import { runChecks } from '#checks/run.ts';
import { kinds, pages } from '#kinds/index.ts';
import { digest } from '#lib/hash.ts';
import type { Document } from '#markup/document.ts';
import type { Edition } from '#markup/edition.ts';
import { makeEdition } from '#markup/make-edition.ts';
import { meaningHash } from '#markup/meaning.ts';
import type { Lexicon } from '#markup/terms/lexicon.ts';
import { openTies, type Ties } from '#markup/ties.ts';
import { brokenSources, checkBroken } from '#model/broken.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import { standingOf, type Ledger } from '#model/ledger.ts';
import { isError, langOf, sortProblems, type Lang, type Problem } from '#model/problem.ts';
import { readQuestions, type Question } from '#model/questions.ts';
import { nothingPublished } from '#model/read-words.ts';
import { placeInSettings, readContent, rereadEntry, type Content } from '#model/read.ts';
import { checkReferences } from '#model/references.ts';
import type { Source } from '#model/source.ts';
import { assembleSite } from '#model/assemble.ts';
import { readAssets, type Assets } from './assets.ts';
import { checkBodies, compileBodies, type Bodies } from './bodies.ts';
import { readLedger } from './ledger.ts';
import { madeFiles, resourcePaths } from './made.ts';
import { openMemory, type Memory } from './memory.ts';
import { textsOf } from './texts.ts';

export interface LoadOptions {
  /** Absolute path of the content folder. */
  contentDir: string;
  /** The day for which review states hold. */
  today: string;
  /** Canonical address, where it is not the one in site.yaml. */
  url?: string | undefined;
  /** Whether only problems are wanted: bodies then come without HTML and Markdown. */
  checkOnly?: boolean | undefined;
  /** Whether bodies can wait until they are shown. Until then nothing is known of what they link to, nor of what is wrong with them. */
  bodiesLater?: boolean | undefined;
}

/** How a site is loaded again and again: whoever watches it may do so past midnight. */
export interface WatchOptions extends Omit<LoadOptions, 'today'> {
  /** The day for which review states hold, asked for with each load. */
  today(): string;
}

export interface Loaded {
  /** Made of everything that is sound; missing when site.yaml is not. */
  edition: Edition | undefined;
  assets: Assets;
  /** Entries that are not to be published; they are not in the edition. */
  drafts: readonly Entry[];
  /** What entries said before; missing where the site keeps no ledger. */
  ledger: Ledger | undefined;
  /** The golden questions of the site's search. */
  questions: readonly Question[];
  /** Sorted. */
  problems: Problem[];
  /** How many content files were read. */
  files: number;
  /** Language of the site, where it is known. */
  lang: Lang | undefined;
  /** The place of a value of site.yaml, or of its key. */
  settings: CheckContext['settings'];
}

/** A site before its checks. */
export interface Read extends Loaded {
  /** Those without which there is no site, or not this entry of it. */
  problems: Problem[];
  /** The same site with everything that is wrong with it; what was learned is kept. */
  check(): Loaded;
  /** The edition that there would be if drafts were published, those that are sound; made when it is asked for. */
  preview(): Edition | undefined;
  /** Keeps what rests on single files and takes long to find out. */
  learn(): void;
  /** The site as it is after the files at `paths` changed, and nothing else. Where that cannot be read now they are read with the next ones. */
  reread(paths: ReadonlySet<string>, today: string): Read;
}

/** Loads the site in a content folder. Who loads it again and again keeps its `memory` open. */
export function loadSite(options: LoadOptions, memory: Memory = openMemory(options.contentDir)): Loaded {
  return readSite(options, memory).check();
}

/** The site in a content folder, which can be shown before it is checked. `lexicon` has the terms where the folder's own are not all of them. */
export function readSite(options: LoadOptions, memory: Memory, lexicon?: Lexicon): Read {
  const content = readContent(options.contentDir, kinds, pages, memory.files);
  const { config, dir, entries, known } = content;
  const assets = readAssets(dir);
  const { ledger, problems: ledgerProblems } = readLedger(dir);
  const { questions, problems: questionProblems } = readQuestions(dir, known);
  return assembleRead(options, memory, {
    content, assets, ledger, questions,
    beside: [...assets.problems, ...ledgerProblems, ...questionProblems],
    references: config ? checkReferences(entries, content, config) : [],
    ofBroken: checkFiles(brokenSources(content), content),
    bodies: compileBodies(content, { lang: languageOf(content), forms: options.checkOnly ? undefined : memory.forms, lexicon, later: options.bodiesLater }),
    ties: openTies(),
  });
}

/** Everything that a content folder holds, read. */
interface Parts extends Pick<Loaded, 'assets' | 'ledger' | 'questions'> {
  content: Content;
  /** Problems of the files beside the entries. */
  beside: readonly Problem[];
  /** Problems of what entries refer to. */
  references: readonly Problem[];
  /** What else is wrong with files whose fields are not sound. */
  ofBroken: readonly Problem[];
  bodies: Bodies;
  ties: Ties;
}

function languageOf({ config }: Content): Lang {
  return config ? langOf(config.language) : 'zh';
}

function checkFiles(broken: readonly Source[], content: Content): Problem[] {
  const { config, known } = content;
  return [...(config ? checkBroken(broken, kinds, known, config) : []), ...checkBodies(broken, languageOf(content))];
}

/** `parts` with the entry whose file stands at `path` read again; undefined where others may be other ones with it. */
function rereadParts({ content: old, references, ofBroken, bodies, ...parts }: Parts, path: string, memory: Memory): Parts | undefined {
  const reread = rereadEntry(old, path, memory.files);
  if (!reread) return undefined;
  const { content, before, after } = reread;
  if (!content.config || (bodies.lexicon && !bodies.lexicon.allows(before, after))) return undefined;
  const entries = after ? [after] : [];
  const ofOthers = (problems: readonly Problem[]) => problems.filter(({ file }) => file !== before.source.file);
  const fresh = compileBodies({ entries, pages: [], keeps: content.keeps }, { lang: languageOf(content), forms: bodies.lexicon && memory.forms, lexicon: bodies.lexicon });
  const byRef = new Map(bodies.byRef);
  fresh.byRef.forEach((body, ref) => byRef.set(ref, body));
  return {
    ...parts, content,
    references: [...ofOthers(references), ...checkReferences(entries, content, content.config)],
    ofBroken: [...ofOthers(ofBroken), ...checkFiles(after ? [] : content.sources.map(({ source }) => source).filter(({ file }) => file === before.source.file), content)],
    bodies: { ...bodies, byRef, problems: [...ofOthers(bodies.problems), ...fresh.problems] },
  };
}

function assembleRead(options: LoadOptions, memory: Memory, parts: Parts): Read {
  const { today, url, bodiesLater } = options;
  const { content, assets, ledger, questions, bodies, ties } = parts;
  const { config, keeps } = content;
  const lang = config && langOf(config.language);
  const problems = [...content.problems, ...parts.beside, ...parts.references, ...parts.ofBroken, ...bodies.problems];
  const broken = new Set(problems.filter(isError).map(({ file }) => file));
  const isSound = ({ source }: Entry | TrustPage) => !broken.has(source.file);
  const bodyOf = ({ ref }: Entry | TrustPage) => bodies.byRef.get(ref)!;
  const document = (item: Entry | TrustPage): Document => bodyOf(item).document();
  const keepOf = ({ source }: Entry | TrustPage) => keeps.get(source.file)!;
  const meaning = (entry: Entry) => keepOf(entry)('meaning', lang ?? 'zh', () => meaningHash(entry, document(entry)))!.value;
  const changedOn = (entry: Entry) => standingOf(entry, meaning(entry), ledger).since;
  const drafts = content.entries.filter(({ brief }) => brief.draft);
  const editionOf = (entries: readonly Entry[], ties: Ties) => config && makeEdition({
    site: assembleSite({ config, kinds, entries: entries.filter(isSound), pages: content.pages.filter(isSound), today, url, relate: ties.relate, ...(ledger && !bodiesLater ? { changedOn } : {}) }),
    document,
    leads: (item) => bodyOf(item).leads(),
    images: (item) => bodyOf(item).images(),
    terms: (item) => bodyOf(item).terms(),
    meaning,
    digests(item) {
      const { data, body } = keepOf(item)('digests', '', () => digestsOf(item))!.value;
      return { data, body: body + bodyOf(item).namesId() };
    },
  }, ties);
  const edition = editionOf(content.entries.filter(({ brief }) => !brief.draft), ties);
  const settings: Loaded['settings'] = (path, of) => placeInSettings(content.settings, path, of);
  const unsound = [...content.entries, ...content.pages].filter((item) => !isSound(item) && !('kind' in item && item.brief.draft));
  const loaded: Loaded = { edition, assets, drafts, ledger, questions, problems, files: content.known.size, lang, settings };
  const run = (some: readonly Check[], of: Edition): Problem[] => runChecks(some, rules, {
    edition: of, unsound, known: content.known, assets: new Set(assets.files.keys()), made: () => madeFiles(of.site), resources: () => resourcePaths(of.site), texts: () => textsOf(content, assets), drafts: new Set(drafts.map(({ ref }) => ref)), ledger, settings,
    keep: memory.keep,
    keepIn: (item, topic, basis, make) => keepOf(item)(topic, basis, make)?.value,
  });
  let missed: ReadonlySet<string> = new Set();
  return {
    ...loaded,
    check() {
      const found = edition ? run(checks, edition) : [];
      // Where a file is broken it may be the one to publish, and nothing is built anyway.
      if (edition?.site.entries.length === 0 && broken.size === 0) found.push({ ...settings([]), ...nothingPublished(kinds[0]!.id) });
      memory.save();
      return { ...loaded, problems: sortProblems([...problems, ...found]) };
    },
    preview: () => editionOf(content.entries, openTies()),
    learn() {
      if (edition) {
        run(fileChecks, edition);
        for (const item of [...edition.site.entries, ...edition.site.pages]) {
          edition.leads(item);
          edition.images(item);
          edition.digests(item);
        }
        if (ledger || !options.checkOnly) for (const entry of edition.site.entries) edition.meaning(entry); // checks ask for it where there is a ledger
      }
      memory.save();
    },
    reread(paths, day) {
      missed = missed.union(paths);
      const [path = ''] = missed;
      const next = missed.size === 1 ? rereadParts(parts, path, memory) : undefined;
      const read = next ? assembleRead({ ...options, today: day }, memory, next) : readSite({ ...options, today: day }, memory);
      missed = new Set();
      return read;
    },
  };
}

function digestsOf(item: Entry | TrustPage): { data: string; body: string } {
  const { frontmatter, text, bodyStart } = item.source;
  const code = 'codeFiles' in item ? Array.from(item.codeFiles, ([path, file]) => [path, file.language, file.text]) : [];
  return { data: digest(JSON.stringify([frontmatter, code])), body: digest(text.slice(bodyStart)) };
}
