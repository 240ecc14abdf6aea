/** One page of the site: where it is, the template that draws it, and what the template is given. */
export interface Page {
  /** Path below the base, with both slashes, or the name of a file: `/answers/x/`, `/404.html`. */
  path: string;
  /** A key of `templates` in `src/site/templates.ts`. */
  template: string;
  /** The template's props. Plain data, so that a page can be rendered anywhere. */
  props: unknown;
}
