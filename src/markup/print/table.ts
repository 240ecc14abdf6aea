/** Tables in HTML, inside a region that scrolls sideways on a phone and can be reached by keyboard. */
import { escapeHtml } from '#lib/html.ts';
import { childrenOf, type Node, type Table } from '../parse/nodes.ts';
import { wordsOf } from '../words.ts';
import type { BodyPrinter } from './printer.ts';
import { plainText } from './text.ts';

/** `table` with column headers; alignment by class, because the CSP forbids styles. */
export function htmlTable(table: Table, print: BodyPrinter): string {
  const [header, ...rows] = table.children;
  const headers = header === undefined ? [] : childrenOf(header);
  const head = headers.map((cell, index) => headerCell(cell, table.align[index], print)).join('');
  const body = rows.map((row) => htmlRow(childrenOf(row), table, headers.length, print)).join('\n');
  const name = escapeHtml(nameTable(headers, print));
  const foot = body === '' ? '' : `\n<tbody>\n${body}\n</tbody>`;
  return `<section class="table" tabindex="0" aria-label="${name}"><table>\n<thead>\n<tr>${head}</tr>\n</thead>${foot}\n</table></section>`;
}

/** A header without text would be announced as a nameless column. */
function headerCell(cell: Node, align: string | null | undefined, print: BodyPrinter): string {
  const html = print.inline(childrenOf(cell));
  return html === '' ? '<td></td>' : `<th scope="col"${alignClass(align)}>${html}</th>`;
}

function htmlRow(cells: readonly Node[], { align }: Table, columns: number, print: BodyPrinter): string {
  const shown = Array.from({ length: columns }, (_, index) => {
    const cell = cells[index];
    return `<td${alignClass(align[index])}>${cell === undefined ? '' : print.inline(childrenOf(cell))}</td>`;
  });
  return `<tr>${shown.join('')}</tr>`;
}

/** Regions need names of their own: the column headers, with a number where a page repeats them. */
function nameTable(headers: readonly Node[], { lang, tableNames }: BodyPrinter): string {
  const words = wordsOf(lang);
  const titles = headers.map((cell) => plainText(childrenOf(cell)).trim()).filter((title) => title !== '');
  const name = titles.length === 0 ? words.table : `${words.table}${words.colon}${titles.join(words.comma)}`;
  const count = (tableNames.get(name) ?? 0) + 1;
  tableNames.set(name, count);
  return count === 1 ? name : `${name} ${count}`;
}

function alignClass(align: string | null | undefined): string {
  return align === null || align === undefined ? '' : ` class="align-${align}"`;
}
