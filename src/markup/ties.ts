/** How the entries of a site are tied to each other: found out of all of them, and again only where one of them leads elsewhere. */
import { isDeepStrictEqual } from 'node:util';
import { rememberLast } from '#lib/once.ts';
import type { Entry } from '#model/entry.ts';
import { relate } from '#model/relations.ts';
import { inboundLinks, type Leading } from './links.ts';
import { termUses, type Using } from './terms/uses.ts';

export interface Ties {
  relate: typeof relate;
  inboundLinks: typeof inboundLinks;
  termUses: typeof termUses;
}

/** Ties for a site that is made again and again, a little different each time. */
export function openTies(): Ties {
  return {
    relate: rememberLast(relate, sameIn<Entry>('brief')),
    inboundLinks: rememberLast(inboundLinks, sameIn<Leading>('leads')),
    termUses: rememberLast(termUses, sameIn<Using>('terms')),
  };
}

function sameIn<Member extends { ref: string }>(part: keyof Member): (one: Member, other: Member) => boolean {
  return (one, other) => one.ref === other.ref && isDeepStrictEqual(one[part], other[part]);
}
