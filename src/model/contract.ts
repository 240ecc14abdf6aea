/**
 * The answer contract: what every entry promises, whatever its kind.
 * A kind spreads `contract` into its own strict schema and adds the fields that are its own.
 */
import { z } from 'zod';
import { about, day, httpsUrl, leadsSomewhere, line, lines, oldPath, plainLine, reference, target, unique } from './fields.ts';

/** How one entry stands to another, as an editor writes it. */
export const relationTypes = ['requires', 'partOf', 'exampleOf', 'alternativeTo', 'supersedes', 'seeAlso'] as const;
export type RelationType = (typeof relationTypes)[number];

const boundaries = z.strictObject({
  appliesTo: about(lines(), '答案成立的情形，至少一条。', 'When the answer holds; at least one case.'),
  notFor: about(lines(), '答案不成立或不承诺的情形，至少一条。', 'When it does not hold or what it does not promise; at least one case.'),
  neverShare: about(z.array(line()).optional(), '这一页里绝不能公开的东西。', 'What must stay out of public channels here.'),
});

const step = z.strictObject({
  text: about(line(), '要做的一件事。', 'One thing to do.'),
  to: about(target().optional(), '去哪里做：条目、站内路径或 https 地址。', 'Where to do it: an entry, a path of this site or an https address.'),
});

const question = z.strictObject({
  question: about(line(), '读者接着会问的问题。', 'A question that readers ask next.'),
  answer: about(line(), '它的回答。', 'Its answer.'),
});

const relation = z.strictObject({
  to: about(reference(), '另一篇条目，写成“文件夹/文件名”。', 'The other entry, written folder/slug.'),
  as: about(z.enum(relationTypes), '两篇之间的关系。', 'How the two stand to each other.'),
});

const source = z.strictObject({
  id: about(z.string().regex(/^[^\s[\]^\\]{1,40}$/).optional(), '正文里用 [^id] 引用时的名字，不带空格和方括号，例如 rfc9110。', 'The name by which the body cites it as [^id], without spaces and brackets, such as rfc9110.'),
  title: about(line(), '来源的标题。', 'Title of the source.'),
  url: about(httpsUrl(), '来源的 https 地址。', 'Its https address.'),
  publisher: about(line().optional(), '谁发布的。', 'Who publishes it.'),
  checked: about(day(), '最近一次核对的日期。', 'The day on which it was last checked.'),
});

const review = z.strictObject({
  volatility: about(line(), '内容多快会变：site.yaml 里声明的一类。', 'How fast this changes: a class declared in site.yaml.'),
  by: about(day().optional(), '直接指定下次复核的日期。', 'The day of the next review, where it must be a certain one.'),
  owner: about(line().optional(), '谁负责复核。', 'Who reviews it.'),
});

const revision = z.strictObject({
  date: about(day(), '改动的日期。', 'The day of the change.'),
  change: about(line(), '改了什么。', 'What changed.'),
  reason: about(line(), '为什么改。', 'Why it changed.'),
  approvedBy: about(line().optional(), '谁批准的。', 'Who approved it.'),
  source: about(httpsUrl().optional(), '改动的依据。', 'What the change rests on.'),
});

const waiver = z.strictObject({
  rule: about(line(), '不适用的规则，照抄问题里的名字。', 'The rule that does not apply here, as problems name it.'),
  reason: about(line(), '为什么这一篇可以例外。', 'Why this entry is an exception.'),
  until: about(day(), '豁免到哪一天为止。', 'The last day of the waiver.'),
});

const tombstone = z.strictObject({
  to: about(reference(), '取代它的条目。', 'The entry that takes its place.'),
  reason: about(line(), '为什么被取代。', 'Why it was superseded.'),
  since: about(day(), '从哪天起。', 'Since which day.'),
});

/** The fields of every entry. */
export const contract = {
  title: about(plainLine(4, 80), '页面标题；答案的标题就是问题。', 'The H1 of the page; for an answer, the question.'),
  description: about(plainLine(20, 160), '搜索结果、订阅和列表里的一句说明，不照抄短答案。', 'The sentence for search results, feeds and lists; not a copy of the short answer.'),
  shortAnswer: about(plainLine(40, 260), '直接答案：能被单独引用的纯文本，每一处都先显示它。', 'The direct answer: plain text that can be quoted alone, shown first everywhere.'),
  basis: about(z.array(line()).optional(), '这样回答的依据。', 'Grounds for the answer.'),
  boundaries: about(boundaries, '答案在哪里成立、在哪里不成立。', 'Where the answer holds and where it stops.'),
  nextSteps: about(leadsSomewhere(z.array(step).min(1)), '接下来做什么，至少一步要有去处。', 'What to do next; at least one step leads somewhere.'),
  englishSummary: about(z.array(plainLine(40, 400)).min(1).max(3).optional(), '给外语搜索引擎的英文摘要，一到三段。', 'The same answer in English for foreign crawlers, one to three paragraphs.'),
  category: about(line(), 'site.yaml 里声明的一个分类。', 'A category declared in site.yaml.'),
  tags: about(unique(z.array(line()), (tag) => tag).optional(), 'site.yaml 里声明的标签。', 'Tags declared in site.yaml.'),
  aliases: about(z.array(line()).optional(), '人们会输入的其他说法：可以搜到，不显示。', 'Other words that people type for this; searchable, not shown.'),
  faq: about(unique(z.array(question), (item) => item.question).optional(), '页面上可见的追问与回答。', 'Visible follow-up questions with their answers.'),
  related: about(unique(z.array(relation), (item) => item.to).optional(), '相关条目和它们的关系。', 'Related entries and how they relate.'),
  sources: about(unique(z.array(source), (item) => item.id).optional(), '引用的公开来源。', 'Public sources that are cited.'),
  published: about(day(), '首次发布的日期。', 'The day of first publication.'),
  updated: about(day(), '内容最近一次改动的日期。', 'The day on which its content last changed.'),
  review: about(review, '什么时候必须再看一遍。', 'When it must be looked at again.'),
  revisions: about(z.array(revision).optional(), '修订记录，新的在前，显示在页面上。', 'The log of revisions, newest first, shown on the page.'),
  waivers: about(unique(z.array(waiver), (item) => item.rule).optional(), '这一篇暂时不守的规则，写明理由和期限。', 'Rules that this entry leaves aside for a while, with reason and end.'),
  draft: about(z.boolean().optional(), '草稿不发布，只有 lede dev 显示它。', 'A draft is not published; only lede dev shows it.'),
  redirectFrom: about(z.array(oldPath()).optional(), '这一页的旧路径，会转到这里。', 'Old paths of this page; they lead here.'),
  supersededBy: about(tombstone.optional(), '被哪一篇取代：此页只留指路。', 'What took its place: this page only points there.'),
} as const;

const contractSchema = z.strictObject(contract);

/** What every entry has, whatever its kind. */
export type Contract = z.output<typeof contractSchema>;
