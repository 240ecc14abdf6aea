/** Finding what must not be public in a text of any format. */
import type { Finding } from './finding.ts';
import { findInternal } from './network.ts';
import { findNumbers } from './numbers.ts';
import { toPlain } from './plain.ts';
import { findWithSecretlint } from './secretlint.ts';
import { findCredentials, findKeys, findPrivateKeys } from './secrets.ts';

/** Finders, the more telling ones first: where two find the same, the first one names it. */
const finders = [findPrivateKeys, findWithSecretlint, findKeys, findCredentials, findNumbers, findInternal];

/** What of `text` must not be public, in order and without overlaps. */
export function findLeaks(text: string): Finding[] {
  const plain = toPlain(text);
  const kept: Finding[] = [];
  const taken = new Uint8Array(plain.text.length); // by character: a list of customers has a hundred thousand findings, too many to hold each to all others
  for (const found of finders.flatMap((find) => find(plain.text))) {
    if (taken.subarray(found.start, found.end).includes(1)) continue;
    taken.fill(1, found.start, found.end);
    kept.push(found);
  }
  return kept
    .map(({ rule, start, end }) => ({ rule, start: plain.at(start), end: plain.at(end - 1) + 1 }))
    .sort((a, b) => a.start - b.start);
}

/** The first and last characters of a value, so that its owner knows it again and nobody else learns it. */
export function maskValue(value: string): string {
  const shown = value.replace(/\s+/g, ' ');
  const count = Math.min(4, Math.floor(shown.length / 5));
  return `${shown.slice(0, count)}…${shown.slice(shown.length - count)}`;
}
