/** From a content folder to an edition: read, compile, check. Every problem of every file comes out in one run. */
import { checks } from '#checks/index.ts';
import { kinds, pages } from '#kinds/index.ts';
import { openPack } from '#lib/pack.ts';
import { openMarkupCache } from '#markup/cache.ts';
import type { Document } from '#markup/document.ts';
import type { Edition } from '#markup/edition.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import { sortProblems, type Lang, type Problem } from '#model/problem.ts';
import { readContent } from '#model/read.ts';
import { checkReferences } from '#model/references.ts';
import { assembleSite } from '#model/site.ts';
import { readAssets, type Assets } from './assets.ts';
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
  /** Sorted. */
  problems: Problem[];
  /** How many content files were read. */
  files: number;
  /** Language of the site, where it is known. */
  lang: Lang | undefined;
}

/** Loads the site in a content folder. */
export function loadSite({ contentDir, today, url, checkOnly = false }: LoadOptions): Loaded {
  const recall = openPack<unknown>(`${cacheDir}/data`, sourceDigest('lib', 'model', 'kinds'));
  const content = readContent(contentDir, kinds, pages, recall);
  recall.save();
  const assets = readAssets(content.dir);
  const { config } = content;
  const problems = [...content.problems, ...assets.problems];
  if (config) problems.push(...checkReferences(content, config));
  const lang = config && (config.language.startsWith('zh') ? 'zh' : 'en');
  const documents = compileBodies([...content.entries, ...content.pages], lang ?? 'zh', checkOnly, problems);
  const broken = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const isSound = ({ source }: Entry | TrustPage) => !broken.has(source.file);
  const edition = config && {
    site: assembleSite({ config, kinds, entries: content.entries.filter(isSound), pages: content.pages.filter(isSound), today, url }),
    document: (item: Entry | TrustPage) => documents.get(item.ref)!,
  };
  if (edition) problems.push(...checks.flatMap((check) => check.find({ edition, known: content.known, assets: new Set(assets.files.keys()) })));
  return { edition, assets, problems: sortProblems(problems), files: content.known.size, lang };
}

function compileBodies(items: readonly (Entry | TrustPage)[], lang: Lang, checkOnly: boolean, problems: Problem[]): Map<string, Document> {
  const cache = openMarkupCache(`${cacheDir}/markup`);
  const documents = new Map<string, Document>();
  for (const item of items) {
    const { file, text, bodyStart } = item.source;
    const compiled = cache[checkOnly ? 'inspect' : 'compile']({ file, text, bodyStart, lang, ...('kind' in item ? { codeFiles: item.codeFiles, sources: (item.data.sources ?? []).flatMap(({ id }) => id ?? []) } : {}) });
    documents.set(item.ref, compiled.document);
    problems.push(...compiled.problems);
  }
  return documents;
}
