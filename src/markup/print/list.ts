/** Lists in HTML: tight ones without paragraphs, task items with a checkbox inside its label. */
import type { List, ListItem, Node } from '../parse/nodes.ts';
import { groupParagraphs } from './groups.ts';
import type { BodyPrinter } from './printer.ts';

/** `list` as `<ul>` or `<ol>`, of class `className` when given. */
export function htmlList(list: List, print: BodyPrinter, className?: string): string {
  const name = list.ordered ? 'ol' : 'ul';
  const items = list.children as ListItem[];
  const isLoose = list.spread || items.some((item) => item.spread);
  const hasTasks = items.some((item) => item.checked !== null);
  const classes = className ?? (hasTasks ? 'tasks' : undefined);
  const start = list.ordered && list.first !== 1 ? ` start="${list.first}"` : '';
  const open = `<${name}${classes === undefined ? '' : ` class="${classes}"`}${start}>`;
  return `${open}\n${items.map((item) => htmlItem(item, isLoose, print)).join('\n')}\n</${name}>`;
}

function htmlItem(item: ListItem, isLoose: boolean, print: BodyPrinter): string {
  const parts = groupParagraphs(item.children, print.source.text).map((child, index) => part(child, index === 0 ? item.checked : null, isLoose, print));
  const html = parts.filter((value) => value !== '').join('\n');
  return item.checked === null ? `<li>${html}</li>` : `<li class="task">${html}</li>`;
}

function part(node: Node, checked: boolean | null, isLoose: boolean, print: BodyPrinter): string {
  if (node.type !== 'paragraph') return print.blocks([node]);
  const text = print.inline(node.children).trim();
  const labeled = checked === null ? text : `<label><input type="checkbox" disabled${checked ? ' checked' : ''}> ${text}</label>`;
  return isLoose ? `<p>${labeled}</p>` : labeled;
}
