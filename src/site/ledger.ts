/** The ledger on disk: `content/ledger.json`. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '#markup/edition.ts';
import { ledgerFile, ledgerVersion, parseLedger, printLedger, standingOf, type Ledger, type Standing } from '#model/ledger.ts';
import type { Problem } from '#model/problem.ts';
import { faultProblem } from '#model/read.ts';
import { faultOfKind } from '#model/source.ts';

/** An entry that is not in the ledger as it is now; `before` is the day that stands there. */
export interface LedgerChange extends Standing {
  ref: string;
  before: string | undefined;
}

/** The ledger of a content folder, if it has one that can be read. */
export function readLedger(contentDir: string): { ledger: Ledger | undefined; problems: Problem[] } {
  const path = join(contentDir, ledgerFile);
  if (!existsSync(path)) return { ledger: undefined, problems: [] };
  const fault = faultOfKind(path);
  if (fault) return { ledger: undefined, problems: [faultProblem(ledgerFile, fault)] };
  const text = readFileSync(path, 'utf8');
  const ledger = parseLedger(text);
  if (!ledger) return { ledger, problems: [broken(text)] };
  return { ledger, problems: ledger.version === ledgerVersion ? [] : [otherVersion(ledger.version)] };
}

/** The entries that are not in `ledger` as they are now, in the order of the site. */
export function changesSince({ site, meaning }: Edition, ledger: Ledger | undefined): LedgerChange[] {
  return site.entries
    .map((entry) => ({ ref: entry.ref, before: ledger?.lines.get(entry.ref)?.updated, ...standingOf(entry, meaning(entry), ledger) }))
    .filter(({ state }) => state !== 'same');
}

/** Writes what entries say now into the ledger of `contentDir`, which changes in one step. Lines of entries that are gone stay. */
export function renewLedger(contentDir: string, { site, meaning }: Edition, ledger: Ledger | undefined): void {
  const lines = new Map(ledger?.lines);
  for (const entry of site.entries) lines.set(entry.ref, { hash: meaning(entry), updated: site.changedOn(entry) });
  const aside = join(contentDir, `.${ledgerFile}.${process.pid}`);
  writeFileSync(aside, printLedger(lines));
  renameSync(aside, join(contentDir, ledgerFile));
}

function broken(text: string): Problem {
  const conflict = text.split('\n').findIndex((line) => /^(<{7}|={7}|>{7})/.test(line));
  return {
    file: ledgerFile, line: Math.max(1, conflict + 1), column: 1, rule: 'ledger/broken', severity: 'error',
    message: { zh: `${ledgerFile} 读不出来：不是完整的账本。`, en: `${ledgerFile} cannot be read: it is not a whole ledger.` },
    hint: { zh: '合并冲突时两边的行都保留，同一篇只留日期较新的一行；否则恢复上一次提交的版本。', en: 'After a merge conflict keep the lines of both sides, of one entry the newer; else restore the committed version.' },
  };
}

function otherVersion(version: number): Problem {
  return {
    file: ledgerFile, line: 2, column: 1, rule: 'ledger/version', severity: 'warning',
    message: { zh: `${ledgerFile} 是第 ${version} 版，现在用第 ${ledgerVersion} 版，比不出哪些条目变了。`, en: `${ledgerFile} has version ${version} and this is version ${ledgerVersion}: what changed cannot be told.` },
    hint: { zh: '运行 lede ledger --write 重新写一遍。', en: 'Run lede ledger --write to write it anew.' },
  };
}
