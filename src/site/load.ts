/** From a content folder to an edition: read, compile, check. Every problem of every file comes out in one run. */
import { checks, rules } from '#checks/index.ts';
import { runChecks } from '#checks/run.ts';
import { kinds, pages } from '#kinds/index.ts';
import { digest } from '#lib/hash.ts';
import type { Path } from '#lib/yaml.ts';
import type { Document } from '#markup/document.ts';
import type { Edition } from '#markup/edition.ts';
import { makeEdition } from '#markup/make-edition.ts';
import { meaningHash } from '#markup/meaning.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import { standingOf, type Ledger } from '#model/ledger.ts';
import { langOf, sortProblems, type Lang, type Problem } from '#model/problem.ts';
import { readQuestions, type Question } from '#model/questions.ts';
import { placeInSettings, readContent } from '#model/read.ts';
import { checkReferences } from '#model/references.ts';
import { assembleSite } from '#model/assemble.ts';
import { readAssets, type Assets } from './assets.ts';
import { compileBodies } from './bodies.ts';
import { readLedger } from './ledger.ts';
import { madeFiles } from './made.ts';
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

/** A site before its checks. */
export interface Read extends Loaded {
  /** Those without which there is no site, or not this entry of it. */
  problems: Problem[];
  /** The same site with everything that is wrong with it; what was learned is kept. */
  check(): Loaded;
}

/** Loads the site in a content folder. Who loads it again and again keeps its `memory` open. */
export function loadSite(options: LoadOptions, memory: Memory = openMemory(options.contentDir)): Loaded {
  return readSite(options, memory).check();
}

/** The site in a content folder, which can be shown before it is checked. */
export function readSite({ contentDir, today, url, checkOnly = false }: LoadOptions, memory: Memory): Read {
  const content = readContent(contentDir, kinds, pages, memory.files);
  const assets = readAssets(content.dir);
  const { config, keeps } = content;
  const { ledger, problems: ledgerProblems } = readLedger(content.dir);
  const { questions, problems: questionProblems } = readQuestions(content.dir, content.known);
  const problems = [...content.problems, ...assets.problems, ...ledgerProblems, ...questionProblems];
  if (config) problems.push(...checkReferences(content, config));
  const lang = config && langOf(config.language);
  const bodies = compileBodies(content, lang ?? 'zh', checkOnly ? undefined : memory.forms);
  problems.push(...bodies.problems);
  const broken = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const isSound = ({ source }: Entry | TrustPage) => !broken.has(source.file);
  const document = (item: Entry | TrustPage): Document => bodies.documents.get(item.ref)!();
  const keepOf = ({ source }: Entry | TrustPage) => keeps.get(source.file)!;
  const meaning = (entry: Entry) => keepOf(entry)('meaning', lang ?? 'zh', () => meaningHash(entry, document(entry)))!.value;
  const changedOn = (entry: Entry) => standingOf(entry, meaning(entry), ledger).since;
  const edition = config && makeEdition({
    site: assembleSite({ config, kinds, entries: content.entries.filter(isSound), pages: content.pages.filter(isSound), today, url, ...(ledger ? { changedOn } : {}) }),
    document,
    meaning,
    digests(item) {
      const names = JSON.stringify(bodies.names.get(item.ref));
      return keepOf(item)('digests', names, () => digestsOf(item, names))!.value;
    },
  });
  const drafts = content.entries.filter(({ data }) => data.draft);
  const settings = (path: Path, of?: 'key' | 'value') => placeInSettings(content.settings, path, of);
  const unsound = [...content.entries, ...content.pages].filter((item) => !isSound(item) && !('kind' in item && item.data.draft));
  const read: Loaded = { edition, assets, drafts, ledger, questions, problems, files: content.known.size, lang };
  const runAll = (of: Edition): Problem[] => runChecks(checks, rules, {
    edition: of, unsound, known: content.known, assets: new Set(assets.files.keys()), made: () => madeFiles(of.site), texts: () => textsOf(content, assets), drafts: new Set(drafts.map(({ ref }) => ref)), ledger, settings,
    keep: memory.keep,
    keepIn: (item, topic, basis, make) => keepOf(item)(topic, basis, make)?.value,
  });
  return {
    ...read,
    check() {
      const found = edition ? runAll(edition) : [];
      memory.save();
      return { ...read, problems: sortProblems([...problems, ...found]) };
    },
  };
}

/** `names` are those of the terms that the body mentions, and so links to. */
function digestsOf(item: Entry | TrustPage, names: string): { data: string; body: string } {
  const { frontmatter, text, bodyStart } = item.source;
  const code = 'codeFiles' in item ? Array.from(item.codeFiles, ([path, file]) => [path, file.language, file.text]) : [];
  return { data: digest(JSON.stringify([frontmatter, code])), body: digest(text.slice(bodyStart) + names) };
}
