/** What a hit shows, as the index holds it: one small file for each page. */
export interface Card {
  /** Reference of the entry or trust page. */
  ref: string;
  title: string;
  /** Address below the site's base. */
  href: string;
  /** Label of the kind. */
  kind: string;
  answer: string;
  /** One case in which the answer does not hold. */
  boundary?: string;
  /** The first next step that leads somewhere. */
  step?: { text: string; href: string };
  /** The day of the last change, written out. */
  updated: string;
  overdue: boolean;
}
