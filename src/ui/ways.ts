/** What pages that only lead on are given. */
import type { Card, Link, Pages, Shell, Views } from './props.ts';

/** Titles of all entries by category. */
export interface QuestionsProps {
  shell: Shell;
  title: string;
  lead: string;
  views: Views[];
  groups: (Link & { questions: (Link & { kind: string })[] })[];
  pages: Pages;
}

/** The search, and ways to look without it. */
export interface SearchProps {
  shell: Shell;
  title: string;
  lead: string;
  questions: Link & { lead: string };
  categories: (Link & { count: number; description: string })[];
}

/** What can be subscribed to, each in every format. */
export interface FeedsProps {
  shell: Shell;
  title: string;
  lead: string;
  groups: { name: string; feeds: (Link & { lead: string; files: Link[] })[] }[];
}

export interface NotFoundProps {
  shell: Shell;
  title: string;
  lead: string;
  mostLinked: Card[];
}
