/** Entries and trust pages as Markdown: twins, and llms-full.txt. */
import { formatDay } from '#lib/date.ts';
import { escapeLinkText, escapeMarkdown, proseMarkdown } from '#lib/prose.ts';
import { offersAnswers } from '#model/ai-policy.ts';
import { askedIn, revisionsOf, type Entry, type TrustPage } from '#model/entry.ts';
import type { Contract } from '#model/contract.ts';
import type { Part } from '#model/part.ts';
import { llmsPath } from '#model/paths.ts';
import type { Site } from '#model/site.ts';
import { resolveTarget } from '#model/target.ts';
import { words } from '#model/words/index.ts';
import { bodyMarkdown, type Edition } from '../edition.ts';
import { shownUses } from '../terms/uses.ts';
import { markdownFence } from '../print/markdown-text.ts';

/** A text in two pieces, so that a long one can be split and still say everywhere what it is part of. */
export interface Headed {
  /** Title under `#`, and facts as a list. */
  head: string;
  /** The rest, in sections under `##`. */
  rest: string;
}

/** The entry with absolute addresses and everything that its page says. */
export function entryMarkdown(edition: Edition, entry: Entry): Headed {
  const { site } = edition;
  const { data, kind } = entry;
  const say = words[site.lang];
  const parts = (list: Part[] | undefined) => (list ?? []).map((part) => partMarkdown(edition, entry, part));
  const uses = edition.uses(entry.ref);
  const rest = blocks([
    `> ${escapeMarkdown(data.shortAnswer)}`,
    section(say.boundaries, boundariesMarkdown(edition, entry)),
    section(say.nextSteps, data.nextSteps.map(({ text, to }, index) => `${index + 1}. ${proseMarkdown(text)}${to ? link(edition, to) : ''}`).join('\n')),
    section(say.asked, escapeMarkdown(askedIn(entry) ?? '')),
    ...parts(kind.before?.(data, site.lang)),
    bodyMarkdown(edition, entry).trim(),
    ...parts(kind.after?.(data, site.lang)),
    section(say.faq, blocks((data.faq ?? []).map(({ question, answer }) => `### ${proseMarkdown(question)}\n\n${proseMarkdown(answer)}`))),
    section(say.basis, bullets(data.basis)),
    section(say.sources, (data.sources ?? []).map(({ title, url, publisher, checked }, index) => `${index + 1}. [${proseMarkdown(title, escapeLinkText)}](${url})${publisher ? ` — ${escapeMarkdown(publisher)}` : ''} (${say.sourceChecked(checked)})`).join('\n')),
    section(say.related, site.relations(entry.ref).map(({ to, as }) => `- ${say.relation[as]}${say.colon}${inlineLink(edition, to)}`).join('\n')),
    section(say.usedBy(uses.length, shownUses), uses.slice(0, shownUses).map((ref) => `- ${inlineLink(edition, ref)}`).join('\n')),
    section(say.englishHeading, blocks((data.englishSummary ?? []).map(escapeMarkdown))),
    section(say.revisions, revisionsOf(data).map((revision) => revisionMarkdown(site, revision)).join('\n')),
  ]);
  return { head: `# ${escapeMarkdown(data.title)}\n\n${facts(edition, entry)}`, rest };
}

/** The trust page with absolute addresses; the one about the site says what the publisher states of itself. */
export function trustMarkdown(edition: Edition, page: TrustPage): Headed {
  const { site } = edition;
  const say = words[site.lang];
  const { title, description, updated, role } = page.data;
  const { contact, publisher } = site.config;
  const stated = publisher.facts.map(({ statement, source, checked }) => `- ${proseMarkdown(statement)} (${say.sources}${say.colon}${proseMarkdown(source)}${say.listSeparator}${say.sourceChecked(checked)})`);
  const routes = (['support', 'business'] as const).flatMap((route) => (contact[route] ? `- ${say.contact[route]}${link(edition, contact[route])}` : []));
  return {
    head: `# ${escapeMarkdown(title)}\n\n- URL${say.colon}${site.url(page.path)}\n- ${say.updated}${say.colon}${updated}`,
    rest: blocks([`> ${escapeMarkdown(description)}`, bodyMarkdown(edition, page).trim(), role === 'about' ? section(say.publisher, [...stated, ...routes].join('\n')) : '']),
  };
}

/** How a twin ends: where the page itself and the index of all twins are. */
export function twinFoot(site: Site, path: string): string {
  return `---\n\n- HTML: ${site.url(path)}\n${offersAnswers(site) ? `- Index: ${site.url(llmsPath)}\n` : ''}`;
}

/** Where the answer holds, as one list. */
function boundariesMarkdown({ site }: Edition, { data }: Entry): string {
  const say = words[site.lang];
  const rows = (label: string, items: readonly string[] | undefined) => (items ?? []).map((item) => `- **${label}**${say.colon}${proseMarkdown(item)}`);
  return [...rows(say.appliesTo, data.boundaries.appliesTo), ...rows(say.notFor, data.boundaries.notFor), ...rows(say.neverShare, data.boundaries.neverShare)].join('\n');
}

function facts({ site }: Edition, entry: Entry): string {
  const say = words[site.lang];
  const { due, state, checked } = site.review(entry);
  const warning = state === 'current' ? '' : ` — **${say.review[state]}**${state === 'overdue' ? say.colon + say.overdueNote(formatDay(due, site.config.language)) : ''}`;
  return [
    `- URL${say.colon}${site.url(entry.path)}`,
    `- ${say.by}${say.colon}${escapeMarkdown(site.config.author.name)}`,
    `- ${say.published}${say.colon}${entry.data.published}`,
    `- ${say.updated}${say.colon}${site.changedOn(entry)}`,
    `- ${say.checked}${say.colon}${checked}`,
    `- ${say.due}${say.colon}${due}${warning}`,
  ].join('\n');
}

function partMarkdown(edition: Edition, entry: Entry, part: Part): string {
  switch (part.type) {
    case 'text':
      return section(part.title, proseMarkdown(part.text));
    case 'list':
      return section(part.title, part.ordered ? part.items.map((item, index) => `${index + 1}. ${proseMarkdown(item)}`).join('\n') : bullets(part.items));
    case 'table':
      return section(part.title, [row(part.columns.map((column) => proseMarkdown(column))), row(part.columns.map(() => '---')), ...part.rows.map((cells) => row(cells.map((cell) => proseMarkdown(cell))))].join('\n'));
    case 'pairs':
      return section(part.title, part.pairs.map(({ name, text, to }) => `- **${to ? inlineLink(edition, to) : proseMarkdown(name)}**${words[edition.site.lang].colon}${proseMarkdown(text)}`).join('\n'));
    case 'code':
      return section(part.title, blocks(part.files.map(({ path, title }) => blocks([`**${escapeMarkdown(title)}**`, codeMarkdown(entry, path)]))));
    case 'checklist': {
      const colon = words[edition.site.lang].colon;
      return section(part.title, part.items.map(({ text, notes }) => [`- [ ] ${proseMarkdown(text)}`, ...notes.map((note) => `  - ${note.label}${colon}${proseMarkdown(note.text)}`)].join('\n')).join('\n'));
    }
  }
}

function codeMarkdown(entry: Entry, path: string): string {
  const { text, language } = entry.codeFiles.get(path)!;
  return markdownFence(text.replace(/\n+$/, ''), language);
}

function revisionMarkdown(site: Site, { date, change, reason, approvedBy, source }: NonNullable<Contract['revisions']>[number]): string {
  const say = words[site.lang];
  const because = [`${say.revisionReason}${say.colon}${proseMarkdown(reason)}`, approvedBy && `${say.revisionApproved}${say.colon}${escapeMarkdown(approvedBy)}`, source && `${say.revisionSource}${say.colon}<${source}>`];
  return `- ${date}${say.colon}${proseMarkdown(change)} (${because.filter(Boolean).join(say.listSeparator)})`;
}

function link(edition: Edition, to: string): string {
  return `${words[edition.site.lang].colon}${inlineLink(edition, to)}`;
}

function inlineLink({ site }: Edition, to: string): string {
  const { title, url } = resolveTarget(site, to);
  return `[${escapeLinkText(title ?? url)}](${url})`;
}

function bullets(items: readonly string[] | undefined): string {
  return (items ?? []).map((item) => `- ${proseMarkdown(item)}`).join('\n');
}

/** A pipe ends a cell even inside code. */
function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
}

/** A section under a second-level heading; nothing where there is nothing to say. */
function section(title: string, content: string): string {
  return content ? `## ${escapeMarkdown(title)}\n\n${content}` : '';
}

function blocks(list: readonly string[]): string {
  return list.filter((block) => block !== '').join('\n\n');
}
