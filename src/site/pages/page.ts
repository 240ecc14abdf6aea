/** A page as data: which template prints it, with what. */
import type { MapProps } from '#ui/drawing.ts';
import type { EntryProps, ForMachinesProps, HomeProps, ListProps, TombstoneProps, TrustProps } from '#ui/props.ts';
import type { FeedsProps, NotFoundProps, QuestionsProps, SearchProps } from '#ui/ways.ts';

/** The props of each template, by its name. */
export interface TemplateProps {
  entry: EntryProps;
  tombstone: TombstoneProps;
  trust: TrustProps;
  list: ListProps;
  home: HomeProps;
  questions: QuestionsProps;
  map: MapProps;
  feeds: FeedsProps;
  search: SearchProps;
  forMachines: ForMachinesProps;
  notFound: NotFoundProps;
}

export type TemplateName = keyof TemplateProps;

/** One page: its path below the site's base, and its template with the props that it prints. */
export type Page = { [Name in TemplateName]: { path: string; template: Name; props: TemplateProps[Name]} }[TemplateName];

/** A page that is made when it is wanted. */
export interface PagePlan {
  path: string;
  /** Whether it is the page of one entry. */
  isEntry?: boolean;
  make(): Page;
}
