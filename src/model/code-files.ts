/** Files of code that entries show as they are. */
import { dirname, join, sep } from 'node:path';
import { digest } from '#lib/hash.ts';
import type { Shelf } from '#lib/shelf.ts';
import { closest, findInvisible } from '#lib/text.ts';
import type { Entry } from './entry.ts';
import { leaves, list } from './folder.ts';
import type { CodeFile, Kind } from './kind.ts';
import type { Place, Problem } from './problem.ts';
import { placeOf, type Content } from './read.ts';
import * as say from './read-words.ts';
import { isFault, KnownSource, textOf, type Source, type SourceFault } from './source.ts';

/** Those of an entry that shows none. */
export const noCodeFiles: ReturnType<typeof readCodeFiles> = { files: new Map(), id: '' };

/** The code files that an entry of `kind` names, and a digest of them. What is wrong with them is added to the problems of `content`. */
export function readCodeFiles(content: Content, kind: Kind, source: Source, files: readonly CodeFile[], shelf: Shelf): { files: Entry['codeFiles']; id: string } {
  const read = new Map<string, { language: string; text: string }>();
  const ids: string[] = [];
  for (const [index, { path, language }] of files.entries()) {
    const report = (said: Omit<Problem, keyof Place>) => content.problems.push({ ...placeOf(source, ['files', index, 'path']), ...said });
    const full = join(content.dir, kind.id, path);
    const leaf = full.startsWith(content.dir + sep) ? shelf.take(full) : undefined;
    if (!full.startsWith(content.dir + sep)) report(say.codeFileOutside(path));
    else if (!leaf) report(say.noCodeFile(path, closest(path, listDeep(dirname(full), join(content.dir, kind.id)))));
    else if (leaves(content.dir, full)) report(say.linkOutside(path));
    else {
      const sound = leaf.keep('digest', '', () => {
        const fault = codeFault(path, textOf(leaf));
        return fault ? void report(fault) : digest(leaf.bytes);
      });
      if (!sound) continue;
      const code = new KnownSource(path, leaf, { start: 0, end: 0, bodyStart: 0 });
      read.set(path, { language, get text() { return code.text; } });
      ids.push(path, language, sound.value);
    }
  }
  return { files: read, id: ids.length === 0 ? '' : digest(ids.join('\0')) };
}

function codeFault(path: string, text: string | SourceFault): Omit<Problem, keyof Place> | undefined {
  if (isFault(text)) return { rule: text.rule, severity: 'error', message: { zh: `${path}：${text.message.zh}`, en: `${path}: ${text.message.en}` }, hint: text.hint };
  const invisible = findInvisible(text);
  return invisible && say.codeFileInvisible(path, invisible.line, invisible.name);
}

/** Names of the files in `dir`, relative to `from`. */
function listDeep(dir: string, from: string): string[] {
  return list(dir).filter((item) => item.isFile()).map((item) => join(dir, item.name).slice(from.length + 1));
}
