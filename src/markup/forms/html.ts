/** An entry as an HTML fragment with absolute addresses: what feeds carry. */
import { escapeHtml } from '#lib/html.ts';
import { proseHtml } from '#lib/prose.ts';
import type { Entry } from '#model/entry.ts';
import type { Part } from '#model/part.ts';
import { resolveTarget } from '#model/target.ts';
import { words } from '#model/words/index.ts';
import { codeFigure } from '../code.ts';
import { absoluteBodyHtml, type Edition } from '../edition.ts';

/** The whole entry: answer, boundaries, steps, the kind's own parts, body, follow-ups and sources. */
export function entryHtml(edition: Edition, entry: Entry): string {
  const { site } = edition;
  const { data, kind } = entry;
  const say = words[site.lang];
  const { due, state } = site.review(entry);
  const parts = (list: Part[] | undefined) => (list ?? []).map((part) => section(part.title, partHtml(edition, entry, part)));
  return [
    `<p><strong>${escapeHtml(data.shortAnswer)}</strong></p>`,
    state === 'overdue' ? `<p>${escapeHtml(say.overdueNote(due))}</p>` : '',
    section(say.boundaries, list([...labeled(say.appliesTo, data.boundaries.appliesTo), ...labeled(say.notFor, data.boundaries.notFor), ...labeled(say.neverShare, data.boundaries.neverShare)], say.colon)),
    section(say.nextSteps, `<ol>${data.nextSteps.map(({ text, to }) => `<li>${proseHtml(text)}${to ? `${say.colon}${link(edition, to)}` : ''}</li>`).join('')}</ol>`),
    ...parts(kind.before?.(data, site.lang)),
    absoluteBodyHtml(edition, entry),
    ...parts(kind.after?.(data, site.lang)),
    section(say.faq, (data.faq ?? []).map(({ question, answer }) => `<h3>${proseHtml(question)}</h3><p>${proseHtml(answer)}</p>`).join('')),
    section(say.basis, data.basis?.length ? `<ul>${data.basis.map((text) => `<li>${proseHtml(text)}</li>`).join('')}</ul>` : ''),
    section(say.sources, data.sources?.length ? `<ol>${data.sources.map(({ title, url, checked }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(title)}</a> (${escapeHtml(say.sourceChecked(checked))})</li>`).join('')}</ol>` : ''),
    section(say.englishHeading, (data.englishSummary ?? []).map((text) => `<p lang="en">${escapeHtml(text)}</p>`).join('')),
  ].filter(Boolean).join('\n');
}

function partHtml(edition: Edition, entry: Entry, part: Part): string {
  switch (part.type) {
    case 'text':
      return `<p>${proseHtml(part.text)}</p>`;
    case 'list': {
      const tag = part.ordered ? 'ol' : 'ul';
      return `<${tag}>${part.items.map((item) => `<li>${proseHtml(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table':
      return `<table><thead><tr>${part.columns.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')}</tr></thead><tbody>${part.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${proseHtml(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
    case 'pairs':
      return `<dl>${part.pairs.map(({ name, text, to }) => `<dt>${to ? link(edition, to) : proseHtml(name)}</dt><dd>${proseHtml(text)}</dd>`).join('')}</dl>`;
    case 'code':
      return part.files.map(({ path, title }) => codeFigure({ ...entry.codeFiles.get(path)!, title })).join('\n');
    case 'checklist': {
      const { colon } = words[edition.site.lang];
      return `<ul>${part.items.map(({ text, notes }) => `<li>${proseHtml(text)}${notes.length ? list(notes, colon) : ''}</li>`).join('')}</ul>`;
    }
  }
}

function labeled(label: string, texts: readonly string[] | undefined): { label: string; text: string }[] {
  return (texts ?? []).map((text) => ({ label, text }));
}

function list(items: readonly { label: string; text: string }[], colon: string): string {
  return `<ul>${items.map(({ label, text }) => `<li><strong>${escapeHtml(label)}</strong>${colon}${proseHtml(text)}</li>`).join('')}</ul>`;
}

function link({ site }: Edition, to: string): string {
  const { title, url } = resolveTarget(site, to);
  return `<a href="${escapeHtml(url)}">${escapeHtml(title ?? url)}</a>`;
}

function section(title: string, html: string): string {
  return html ? `<h2>${escapeHtml(title)}</h2>\n${html}` : '';
}
