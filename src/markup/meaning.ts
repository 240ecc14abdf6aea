/** What an entry says, as one hash: equal for two texts that differ only in how they are written down. */
import { digest } from '#lib/hash.ts';
import type { Contract } from '#model/contract.ts';
import type { Entry } from '#model/entry.ts';
import { compare } from '#model/problem.ts';
import type { Document } from './document.ts';

/** Fields that file, date and route an entry, and say nothing of its subject. Whatever a kind adds has meaning. */
const silent: ReadonlySet<string> = new Set<keyof Contract>(['category', 'tags', 'aliases', 'related', 'published', 'updated', 'review', 'revisions', 'waivers', 'draft', 'redirectFrom', 'supersededBy']);

/**
 * Hash of the meaning of `entry`: its fields, the plain text of its body, its code and the addresses elsewhere that
 * the body leads to. A change of what is hashed here needs a new `ledgerVersion`.
 */
export function meaningHash({ data, codeFiles }: Entry, { text, links }: Document): string {
  const fields = Object.entries({ ...data, sources: data.sources?.map(({ checked: _, ...source }) => source) }).filter(([name]) => !silent.has(name));
  const prose = JSON.stringify(fields.sort(([a], [b]) => compare(a, b))).replaceAll('`', '');
  const addresses = links.map(({ to }) => to).filter((to) => to.startsWith('https:'));
  const code = Array.from(codeFiles.values(), (file) => file.text.trimEnd());
  return digest([bareText(prose), bareText(text), ...addresses, ...code].join('\0'));
}

/** `text` in which white space counts only between two ASCII characters, and then as one space: Chinese may be spaced and wrapped in any way. */
function bareText(text: string): string {
  return text.replace(/\s+/g, (space, at: number) => (isAscii(text, at - 1) && isAscii(text, at + space.length) ? ' ' : ''));
}

function isAscii(text: string, at: number): boolean {
  return text.charCodeAt(at) < 0x80;
}
