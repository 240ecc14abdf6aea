/** Making an edition: what is known of the site as a whole is found out when somebody asks. */
import { once } from '#lib/once.ts';
import { compare } from '#model/problem.ts';
import type { Edition } from './edition.ts';
import { openTies, type Ties } from './ties.ts';

/** The edition of `site` with its bodies. Who makes it again and again keeps its `ties`. */
export function makeEdition(parts: Pick<Edition, 'site' | 'document' | 'leads' | 'images' | 'terms' | 'meaning' | 'digests'>, { inboundLinks, termUses }: Ties = openTies()): Edition {
  const { site, leads, terms } = parts;
  const links = once(() => inboundLinks(site.entries.map((entry) => ({ ref: entry.ref, path: entry.path, leads: leads(entry) }))));
  const uses = once(() => termUses(site.entries.map((entry) => ({ ref: entry.ref, terms: terms(entry) }))));
  const inbound = (ref: string) => links().get(ref) ?? [];
  const digests = new Map<string, ReturnType<Edition['digests']>>();
  const linked = once(() => [...site.entries].sort((a, b) => inbound(b.ref).length - inbound(a.ref).length || compare(a.ref, b.ref)));
  return {
    ...parts,
    digests(item) {
      let known = digests.get(item.ref);
      if (!known) digests.set(item.ref, (known = parts.digests(item)));
      return known;
    },
    picture: () => undefined,
    inbound,
    uses: (ref) => uses().get(ref) ?? [],
    get linked() {
      return linked();
    },
  };
}
