/** From a content folder to an edition: read, compile, check. Every problem of every file comes out in one run. */
import { checks, rules } from '#checks/index.ts';
import { runChecks } from '#checks/run.ts';
import { kinds, pages } from '#kinds/index.ts';
import { openPack, type Pack } from '#lib/pack.ts';
import type { Path } from '#lib/yaml.ts';
import { openMarkupCache, type MarkupCache } from '#markup/cache.ts';
import type { Document } from '#markup/document.ts';
import { makeEdition, type Edition } from '#markup/edition.ts';
import { meaningHash } from '#markup/meaning.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import { standingOf, type Ledger } from '#model/ledger.ts';
import { sortProblems, type Lang, type Problem } from '#model/problem.ts';
import { readQuestions, type Question } from '#model/questions.ts';
import { placeInSettings, readContent } from '#model/read.ts';
import { checkReferences } from '#model/references.ts';
import { assembleSite } from '#model/site.ts';
import { readAssets, type Assets } from './assets.ts';
import { readLedger } from './ledger.ts';
import { cacheDir, sourceDigest } from './project.ts';

export interface LoadOptions {
  /** Absolute path of the content folder. */
  contentDir: string;
  /** The day for which review states hold. */
  today: string;
  /** Canonical address, where it is not the one in site.yaml. */
  url?: string | undefined;
  /** Whether only problems are wanted: bodies then come without HTML and Markdown. */
  checkOnly?: boolean | undefined;
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
}

/** What was learned of files before, so that only changed ones are read anew. Who loads a site again and again keeps it open. */
export interface Memory {
  data: Pack<unknown>;
  bodies: MarkupCache;
}

/** The memory on disk. */
export function openMemory(): Memory {
  return { data: openPack<unknown>(`${cacheDir}/data`, sourceDigest('lib', 'model', 'kinds')), bodies: openMarkupCache(`${cacheDir}/markup`) };
}

/** Loads the site in a content folder. */
export function loadSite({ contentDir, today, url, checkOnly = false }: LoadOptions, memory: Memory = openMemory()): Loaded {
  const content = readContent(contentDir, kinds, pages, memory.data);
  memory.data.save();
  const assets = readAssets(content.dir);
  const { config } = content;
  const { ledger, problems: ledgerProblems } = readLedger(content.dir);
  const { questions, problems: questionProblems } = readQuestions(content.dir, content.known);
  const problems = [...content.problems, ...assets.problems, ...ledgerProblems, ...questionProblems];
  if (config) problems.push(...checkReferences(content, config));
  const lang = config && (config.language.startsWith('zh') ? 'zh' : 'en');
  const documents = compileBodies([...content.entries, ...content.pages], lang ?? 'zh', checkOnly, problems, memory.bodies);
  const broken = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const isSound = ({ source }: Entry | TrustPage) => !broken.has(source.file);
  const document = (item: Entry | TrustPage) => documents.get(item.ref)!;
  const meaning = remember((entry: Entry) => meaningHash(entry, document(entry)));
  const changedOn = (entry: Entry) => standingOf(entry, meaning(entry), ledger).since;
  const edition = config && makeEdition({
    site: assembleSite({ config, kinds, entries: content.entries.filter(isSound), pages: content.pages.filter(isSound), today, url, ...(ledger ? { changedOn } : {}) }),
    document,
    meaning,
  });
  const drafts = content.entries.filter(({ data }) => data.draft);
  const settings = (path: Path, of?: 'key' | 'value') => placeInSettings(content.settings, path, of);
  if (edition) problems.push(...runChecks(checks, rules, { edition, known: content.known, assets: new Set(assets.files.keys()), drafts: new Set(drafts.map(({ ref }) => ref)), ledger, settings }));
  return { edition, assets, drafts, ledger, questions, problems: sortProblems(problems), files: content.known.size, lang };
}

/** `make`, called once for each entry. */
function remember<Value>(make: (entry: Entry) => Value): (entry: Entry) => Value {
  const made = new Map<Entry, Value>();
  return (entry) => {
    if (!made.has(entry)) made.set(entry, make(entry));
    return made.get(entry)!;
  };
}

function compileBodies(items: readonly (Entry | TrustPage)[], lang: Lang, checkOnly: boolean, problems: Problem[], cache: MarkupCache): Map<string, Document> {
  const documents = new Map<string, Document>();
  for (const item of items) {
    const { file, text, bodyStart } = item.source;
    const compiled = cache[checkOnly ? 'inspect' : 'compile']({ file, text, bodyStart, lang, ...('kind' in item ? { codeFiles: item.codeFiles, sources: (item.data.sources ?? []).map(({ id }) => id ?? ''), placeholders: item.kind.placeholders?.(item.data) ?? [] } : {}) });
    documents.set(item.ref, compiled.document);
    problems.push(...compiled.problems);
  }
  cache.save();
  return documents;
}
