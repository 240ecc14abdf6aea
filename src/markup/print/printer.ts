/** What the printers of the parts of a body share while one body is printed. */
import type { HtmlPrinter } from '../components/component.ts';
import type { Findings } from '../findings.ts';

/** What the printing of blocks needs beyond what components see. */
export interface BodyPrinter extends HtmlPrinter {
  findings: Findings;
  /** How often each footnote was cited so far, by number. */
  cited: Map<number, number>;
  /** How often a table name was given. */
  tableNames: Map<string, number>;
}
