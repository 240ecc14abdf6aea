/** An entry as Markdown: its twin, and its place in llms-full.txt. */
import { formatDay } from '#lib/date.ts';
import { escapeMarkdown, proseMarkdown } from '#lib/prose.ts';
import type { Entry } from '#model/entry.ts';
import type { Part } from '#model/part.ts';
import { resolveTarget } from '#model/target.ts';
import { words } from '#model/words/index.ts';
import { bodyMarkdown, type Edition } from '../edition.ts';

/** The entry as Markdown whose top heading is `#`, with absolute addresses and everything that its page says. */
export function entryMarkdown(edition: Edition, entry: Entry): string {
  const { site } = edition;
  const { data, kind } = entry;
  const say = words[site.lang];
  const parts = (list: Part[] | undefined) => (list ?? []).map((part) => partMarkdown(edition, entry, part));
  return blocks([
    `# ${escapeMarkdown(data.title)}`,
    facts(edition, entry),
    `> ${escapeMarkdown(data.shortAnswer)}`,
    section(say.boundaries, boundariesMarkdown(edition, entry)),
    section(say.nextSteps, data.nextSteps.map(({ text, to }, index) => `${index + 1}. ${proseMarkdown(text)}${to ? link(edition, to) : ''}`).join('\n')),
    ...parts(kind.before?.(data, site.lang)),
    bodyMarkdown(edition, entry).trim(),
    ...parts(kind.after?.(data, site.lang)),
    section(say.faq, blocks((data.faq ?? []).map(({ question, answer }) => `### ${proseMarkdown(question)}\n\n${proseMarkdown(answer)}`))),
    section(say.basis, bullets(data.basis)),
    section(say.sources, (data.sources ?? []).map(({ title, url, publisher, checked }, index) => `${index + 1}. [${escapeMarkdown(title)}](${encodeURI(url)})${publisher ? ` — ${escapeMarkdown(publisher)}` : ''} (${say.sourceChecked(checked)})`).join('\n')),
    section(say.related, site.relations(entry.ref).map(({ to, as }) => `- ${say.relation[as]}${say.colon}${inlineLink(edition, to)}`).join('\n')),
    section(say.englishHeading, blocks((data.englishSummary ?? []).map(escapeMarkdown))),
    section(say.revisions, bullets((data.revisions ?? []).map(({ date, change, reason }) => `${date}${say.colon}${change}（${reason}）`))),
  ]);
}

/** Where the answer holds, as one list. */
export function boundariesMarkdown({ site }: Edition, { data }: Entry): string {
  const say = words[site.lang];
  const rows = (label: string, items: readonly string[] | undefined) => (items ?? []).map((item) => `- **${label}**${say.colon}${proseMarkdown(item)}`);
  return [...rows(say.appliesTo, data.boundaries.appliesTo), ...rows(say.notFor, data.boundaries.notFor), ...rows(say.neverShare, data.boundaries.neverShare)].join('\n');
}

function facts({ site }: Edition, entry: Entry): string {
  const say = words[site.lang];
  const { due, state, checked } = site.review(entry);
  return [
    `- URL${say.colon}${site.url(entry.path)}`,
    `- ${say.by}${say.colon}${escapeMarkdown(site.config.author.name)}`,
    `- ${say.published}${say.colon}${entry.data.published}`,
    `- ${say.updated}${say.colon}${entry.data.updated}`,
    `- ${say.checked}${say.colon}${checked}`,
    `- ${say.due}${say.colon}${due}${state === 'overdue' ? ` — **${say.review.overdue}**${say.colon}${say.overdueNote(formatDay(due, site.config.language))}` : ''}`,
  ].join('\n');
}

function partMarkdown(edition: Edition, entry: Entry, part: Part): string {
  switch (part.type) {
    case 'text':
      return section(part.title, proseMarkdown(part.text));
    case 'list':
      return section(part.title, part.ordered ? part.items.map((item, index) => `${index + 1}. ${proseMarkdown(item)}`).join('\n') : bullets(part.items));
    case 'table':
      return section(part.title, [row(part.columns), row(part.columns.map(() => '---')), ...part.rows.map((cells) => row(cells.map(proseMarkdown)))].join('\n'));
    case 'pairs':
      return section(part.title, part.pairs.map(({ name, text, to }) => `- **${to ? inlineLink(edition, to) : proseMarkdown(name)}**${words[edition.site.lang].colon}${proseMarkdown(text)}`).join('\n'));
    case 'code':
      return section(part.title, blocks(part.files.map(({ path, title }) => blocks([`**${escapeMarkdown(title)}**`, fence(entry.codeFiles.get(path))]))));
    case 'checklist': {
      const colon = words[edition.site.lang].colon;
      return section(part.title, part.items.map(({ text, notes }) => [`- [ ] ${proseMarkdown(text)}`, ...notes.map((note) => `  - ${note.label}${colon}${proseMarkdown(note.text)}`)].join('\n')).join('\n'));
    }
  }
}

/** A fenced block whose fence is longer than any run of backticks in the code. */
function fence(code: { language: string; text: string } | undefined): string {
  const text = code?.text.replace(/\n+$/, '') ?? '';
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${code?.language ?? ''}\n${text}\n${marks}`;
}

function link(edition: Edition, to: string): string {
  return `${words[edition.site.lang].colon}${inlineLink(edition, to)}`;
}

function inlineLink({ site }: Edition, to: string): string {
  const { title, url } = resolveTarget(site, to);
  return `[${escapeMarkdown(title ?? url)}](${url})`;
}

function bullets(items: readonly string[] | undefined): string {
  return (items ?? []).map((item) => `- ${proseMarkdown(item)}`).join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A section under a second-level heading; nothing where there is nothing to say. */
function section(title: string, content: string): string {
  return content ? `## ${escapeMarkdown(title)}\n\n${content}` : '';
}

function blocks(list: readonly string[]): string {
  return list.filter((block) => block !== '').join('\n\n');
}
