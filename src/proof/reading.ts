/** Reading files of the tree back: what is wrong with them, and what the next proof must know of them. */
import type { Tree } from '#lib/tree.ts';
import type { SiteConfig } from '#model/config.ts';
import { compareStatements } from './compare.ts';
import type { Difference } from './difference.ts';
import type { DraftFinder } from './drafts.ts';
import type { Duty } from './duties.ts';
import { leaksIn } from './leaks.ts';
import { makeLinkReader } from './links.ts';
import type { Proven } from './proven.ts';
import { stretchesOf } from './stretch.ts';
import type { Context, Statement } from './surface.ts';
import type { Tools } from './tools.ts';
import { xmlFaults } from './xml.ts';

/** What reading some files came to, as plain data. */
export interface Findings extends Pick<Proven, 'speaks' | 'fragments'> {
  differences: Difference[];
}

/** Reads files, and adds what it finds to `findings`. */
export interface FileReader {
  findings: Findings;
  /** Everything in `file`, which must do its `duties`. */
  read(file: string, duties: readonly Duty[]): void;
  /** A file of which nothing is expected. */
  readStray(file: string): void;
  /** Whether a file is XML, where it has to be. */
  checkXml(file: string, text: string): void;
  /** What no text may hold; `text` is a whole file or a stretch of one. */
  search(file: string, text: string): void;
}

export function makeFileReader(tree: Tree, tools: Tools, config: SiteConfig, drafts: DraftFinder, assets: ReadonlySet<string>): FileReader {
  const { reference } = tools;
  const findings: Findings = { differences: [], speaks: [], fragments: [] };
  const { differences, speaks, fragments } = findings;
  const readLinks = makeLinkReader(reference.site, tools.has);
  const search = (file: string, text: string) => {
    const draft = assets.has(file) ? undefined : drafts.find(text);
    differences.push(...leaksIn(file, text, config), ...(draft ? [{ rule: 'draft' as const, file, surface: 'tree', field: 'text' as const, about: draft.draft.url, found: draft.found }] : []));
  };
  const checkXml = (file: string, text: string) => void differences.push(...xmlFaults(file, text));
  const readStatements = ({ id, surface, expected }: Duty, read: (context: Context) => Iterable<Statement>, isStretch: boolean) => {
    const parts: string[] = [];
    const open = (path: string) => {
      if (path === expected.path || parts.includes(path)) return undefined; // what goes on in itself has no end
      parts.push(path);
      return tools.open(path);
    };
    try {
      const { differences: found, seen } = compareStatements(surface.id, expected, read({ ...tools, expected, open, isStretch }), reference);
      differences.push(...found);
      if (expected.holds !== 'self') speaks.push([id, Array.from(expected.holds === 'some' ? seen : expected.subjects, reference.numberOf), parts]);
    } catch (error) {
      differences.push({ rule: 'format', file: expected.path, surface: surface.id, field: 'format', found: (error as Error).message });
    }
  };
  /** A file that may hold the whole site is never held whole. */
  const readLong = (file: string, mark: string, duty: Duty) => readStatements(duty, function* (context) {
    for (const stretch of stretchesOf(file, mark, tree)) {
      search(file, stretch);
      yield* duty.surface.read(stretch, context);
    }
  }, true);
  return {
    findings,
    checkXml,
    search,
    read(file, duties) {
      if (!tree.files.has(file)) {
        differences.push({ rule: 'file', file, surface: duties[0]!.surface.id, field: 'file', expected: file });
        return;
      }
      const [duty] = duties;
      if (duty?.surface.isLong && duty.surface.cut) return readLong(file, duty.surface.cut, duty);
      const text = tree.text(file);
      if (file.endsWith('.html')) {
        const links = readLinks(file, text);
        differences.push(...links.dead);
        if (links.fragments.length > 0) fragments.push([file, links.fragments]);
      }
      checkXml(file, text);
      search(file, text);
      for (const due of duties) readStatements(due, (context) => due.surface.read(text, context), false);
    },
    readStray(file) {
      if (!isText.test(file)) return;
      if (!assets.has(file) && isPage.test(file)) differences.push({ rule: 'file', file, surface: 'tree', field: 'file', found: file, excess: 'unknown' });
      const text = tree.text(file);
      checkXml(file, text);
      search(file, text);
    },
  };
}

/** Whether a file is looked through for what no text may hold. */
export const isText = /\.(html|md|txt|xml|json|conf|webmanifest|js|mjs|css|svg|csv|ya?ml|py|sh)$|\/_\w+$/;
/** Whether a file needs a page of the content that stands behind it. */
export const isPage = /\.(html|md)$/;
