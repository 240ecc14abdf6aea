/** Files of code that entries show as they are. */
import { dirname, join, sep } from 'node:path';
import { digest } from '#lib/hash.ts';
import type { Shelf } from '#lib/shelf.ts';
import { closest, findInvisible } from '#lib/text.ts';
import type { Entry } from './entry.ts';
import { leaves, list } from './folder.ts';
import type { CodeFile, Kind } from './kind.ts';
import type { Unplaced } from './problem.ts';
import * as say from './read-words.ts';
import { isFault, KnownSource, textOf, type SourceFault } from './source.ts';

/** Those of an entry that shows none. */
export const noCodeFiles: ReturnType<typeof readCodeFiles> = { files: new Map(), id: '' };

/** The code files that an entry of `kind` in the content folder `dir` names, and a digest of them. `report` is told what is wrong with one, by its place among `files`. */
export function readCodeFiles(dir: string, kind: Kind, files: readonly CodeFile[], shelf: Shelf, report: (index: number, said: Unplaced) => void): { files: Entry['codeFiles']; id: string } {
  const read = new Map<string, { language: string; text: string }>();
  const ids: string[] = [];
  for (const [index, { path, language }] of files.entries()) {
    const full = join(dir, kind.id, path);
    const leaf = full.startsWith(dir + sep) ? shelf.take(full) : undefined;
    if (!full.startsWith(dir + sep)) report(index, say.codeFileOutside(path));
    else if (!leaf) report(index, say.noCodeFile(path, closest(path, listDeep(dirname(full), join(dir, kind.id)))));
    else if (leaves(dir, full)) report(index, say.linkOutside(path));
    else {
      const sound = leaf.keep('digest', '', () => {
        const fault = codeFault(path, textOf(leaf));
        return fault ? void report(index, fault) : digest(leaf.bytes);
      });
      if (!sound) continue;
      const code = new KnownSource(path, leaf, { start: 0, end: 0, bodyStart: 0 });
      read.set(path, { language, get text() { return code.text; } });
      ids.push(path, language, sound.value);
    }
  }
  return { files: read, id: ids.length === 0 ? '' : digest(ids.join('\0')) };
}

function codeFault(path: string, text: string | SourceFault): Unplaced | undefined {
  if (isFault(text)) return { rule: text.rule, severity: 'error', message: { zh: `${path}：${text.message.zh}`, en: `${path}: ${text.message.en}` }, hint: text.hint };
  const invisible = findInvisible(text);
  return invisible && say.codeFileInvisible(path, invisible.line, invisible.name);
}

/** Names of the files in `dir`, relative to `from`. */
function listDeep(dir: string, from: string): string[] {
  return list(dir).filter((item) => item.isFile()).map((item) => join(dir, item.name).slice(from.length + 1));
}
