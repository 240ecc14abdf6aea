/** What is asked of all entries at once: it is at hand, where their fields may have to be read from the disk. */
import { intern } from '#lib/intern.ts';
import type { Contract, RelationType } from './contract.ts';
import type { Kind } from './kind.ts';

/** The brief of an entry. */
export interface Brief extends Pick<Contract, 'title' | 'category' | 'tags' | 'published' | 'updated' | 'review' | 'draft' | 'supersededBy' | 'redirectFrom' | 'waivers'> {
  /** The days of its revisions. */
  revised: readonly string[];
  /** The relations that its editors wrote. */
  relations: readonly { to: string; as: RelationType }[];
  /** The name under which it is filed by initial, where that is not its title. */
  filedAs?: string | undefined;
}

/** The brief of an entry of `kind` with the fields `data`. */
export function briefOf(kind: Pick<Kind, 'filedAs'>, data: Contract): Brief {
  const { title, category, tags, published, updated, review, draft, supersededBy, redirectFrom, waivers, related = [], revisions = [] } = data;
  return { title, category, tags, published, updated, review, draft, supersededBy, redirectFrom, waivers, revised: revisions.map(({ date }) => date), relations: related, filedAs: kind.filedAs?.(data) };
}

/** `brief`, in which what many entries say takes memory once for all of them. */
export function internBrief(brief: Brief): Brief {
  return {
    ...brief,
    category: intern(brief.category),
    tags: brief.tags?.map(intern),
    published: intern(brief.published),
    updated: intern(brief.updated),
    revised: brief.revised.map(intern),
    relations: brief.relations.map(({ to, as }) => ({ to: intern(to), as: intern(as) as RelationType })),
  };
}
