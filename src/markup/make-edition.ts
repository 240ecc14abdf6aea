/** Making an edition: what is known of the site as a whole is found out when somebody asks. */
import type { Entry } from '#model/entry.ts';
import { compare } from '#model/problem.ts';
import type { Edition } from './edition.ts';
import { inboundLinks } from './links.ts';
import { termUses } from './terms/uses.ts';

/** The edition of `site` with its bodies. */
export function makeEdition(parts: Pick<Edition, 'site' | 'document' | 'meaning' | 'digests'>): Edition {
  let links: Map<string, string[]> | undefined;
  let uses: Map<string, string[]> | undefined;
  let linked: Entry[] | undefined;
  const inbound = (ref: string) => (links ??= inboundLinks(parts)).get(ref) ?? [];
  return {
    ...parts,
    picture: () => undefined,
    inbound,
    uses: (ref) => (uses ??= termUses(parts)).get(ref) ?? [],
    get linked() {
      return (linked ??= [...parts.site.entries].sort((a, b) => inbound(b.ref).length - inbound(a.ref).length || compare(a.ref, b.ref)));
    },
  };
}
