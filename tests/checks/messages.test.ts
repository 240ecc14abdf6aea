/** What editors read for the first problem of each rule, whole, at its place, in both languages. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadSite } from '#site/load.ts';
import { today } from '../helpers/build.ts';
import { readFixture } from '../helpers/fixture.ts';

const cases: [check: string, place: string, zh: string, en: string][] = [
  ['accent', 'site.yaml:10:12 error theme/contrast', '"#f08a68" 在底色 #e6e1d3 上的对比度只有 1.8，不到 4.5。 改成 \'#90533e\'，或另一个更深的颜色。', '"#f08a68" has a contrast of only 1.8 on #e6e1d3, less than 4.5. Write \'#90533e\', or another darker colour.'],
  ['short-answer', 'answers/points-elsewhere.mdx:2:14 error answer/alone', '短答案里的“如下”离开这一页就没有所指。 把它指的东西直接写出来；放不下的细节留给正文。', '"如下" in the short answer points at nothing once it leaves the page. Write out what it points at; leave to the body what finds no room.'],
  ['short-answer', 'answers/asks.mdx:2:14 error answer/question', '短答案里有问句：“接口地址填错了会怎样？”。 改成陈述句，直接给出结论；问题写在 title 和 question 里。', 'The short answer asks: "接口地址填错了会怎样？". State the conclusion; questions go into title and question.'],
  ['short-answer', 'answers/cites.mdx:2:14 error answer/link', '短答案里有链接或脚注的标记：“[^docs]”。 删掉标记；去处写进 nextSteps，来源写进 sources。', 'The short answer holds the mark of a link or footnote: "[^docs]". Delete the mark; put the address into nextSteps, the grounds into sources.'],
  ['short-answer', 'answers/promises.mdx:2:14 error answer/promise', '短答案在替自己承诺：“我们保证”。 改成事实，或读者能做、能核对的事；承诺写进合同，不写进答案。', 'The short answer makes a promise: "我们保证". State a fact, or what readers can do and check; promises belong in contracts.'],
  ['own-words', 'answers/copies-description.mdx:4:14 warning answer/copy', '短答案和 description 几乎一字不差。 短答案写结论；description 写这一页有什么。', 'The short answer and "description" say the same in almost the same words. Let the short answer conclude and the description say what the page holds.'],
  ['own-words', 'answers/no-subject.mdx:4:14 warning answer/subject', '短答案没有提到问题问的是什么：“接口地址应该填什么？”。 用问题里的名词做主语，不用“它”开头。', 'The short answer never names what is asked: "接口地址应该填什么？". Make the noun of the question its subject instead of "it".'],
  ['boundaries', 'answers/depends.mdx:5:7 error boundary/vague', '“所有情况。”没有说出任何一种情形。 写一种读者能对照的情形，例如“状态码是 403 的请求”。', '"所有情况。" names no case. Name a case that readers can compare with their own, such as "requests that return 403".'],
  ['english-summary', 'answers/chinese.mdx:3:5 error english/language', '英文摘要里只有 8% 的字母是拉丁字母。 用英文写同样的答案；引用的中文词放在括号里。', 'Only 8% of the letters of the English summary are Latin. Write the same answer in English; put Chinese words that must be quoted in brackets.'],
  ['english-summary', 'answers/chinese.mdx:4:5 warning english/filler', '英文摘要在介绍页面：“This article explains …”。 删掉这句开头，直接写答案，例如 "Use the base URL given in the documentation"。', 'The English summary speaks of the page: "This article explains …". Drop the opening and state the answer, as in "Use the base URL given in the documentation".'],
  ['duplicates', 'answers/second.mdx:2:8 error question/duplicate', '"接口地址 应该 填 什么" 已经由 answers/first.mdx:2 的 title 回答。 一个问题只留一处：删掉这一句，或把两篇合成一篇，另一篇写 supersededBy。', '"接口地址 应该 填 什么" is answered already by title at answers/first.mdx:2. Keep it in one place: delete it here, or merge the two entries and give one of them supersededBy.'],
  ['duplicates', 'answers/third.mdx:2:8 warning question/similar', '"請問介面到底應該怎麼調用才不會超時" 和 answers/before-third.mdx:2 的 "介面怎么调用才不会超时？" 几乎一样。 同一个问题就只留一处；不同的问题就把差别写进问法里。', '"請問介面到底應該怎麼調用才不會超時" is almost the same as "介面怎么调用才不会超时？" at answers/before-third.mdx:2. If it is one question, keep it in one place; if they are two, put the difference into the words.'],
  ['cycles', 'answers/b.mdx:3:11 error relation/cycle', 'requires 绕成了一圈：answers/c → answers/a → answers/b → answers/c。 去掉其中一条，或把这一条改成 as: seeAlso。', 'requires runs in a circle: answers/c → answers/a → answers/b → answers/c. Drop one of them, or write as: seeAlso here.'],
  ['targets', 'answers/new.mdx:3:22 error reference/draft', '"answers/draft" 是草稿，读者打不开。 发布它（删掉 draft: true），或改成已发布的条目。', '"answers/draft" is a draft, which readers cannot open. Publish it (delete draft: true), or lead to an entry that is published.'],
  ['targets', 'answers/new.mdx:4:22 warning relation/superseded', '"/answers/old/" 已被 answers/new 取代。 改成 answers/new。', '"/answers/old/" was superseded by answers/new. Write answers/new.'],
  ['anchors', 'answers/leads.mdx:4:22 error link/anchor', 'answers/target 的页面上没有 "#rotated"。 你是不是想写 /answers/target/#rotate？', 'The page of answers/target has no "#rotated". Did you mean /answers/target/#rotate?'],
  ['reach', 'answers/alone.mdx:2:8 warning reach/orphan', '除了列表，没有一页通向这一篇。 在讲到它的条目里链接它，或在 related 里写上相关的条目：那一页会链接回来。', 'Nothing but lists leads to this entry. Link it from an entry that speaks of it, or name one in related: that page links back.'],
  ['freshness', 'answers/due-in-14-days.mdx:3:23 notice review/soon', '这一篇要在 2026-06-15 之前复核，上次核对是 2026-05-16。 照着页面做一遍：内容变了就改 "updated"，没变就在 "revisions" 里记一笔。', 'This entry is due for review by 2026-06-15; it was last checked on 2026-05-16. Go through what the page says: if it changed, set "updated"; if not, say so in "revisions".'],
  ['freshness', 'answers/last-day-of-grace.mdx:2:35 warning review/overdue', '这一篇应在 2026-04-02 之前复核，上次核对是 2026-05-01。 照着页面做一遍，再把 review.by 改成下一次复核的日期。', 'This entry was due for review by 2026-04-02; it was last checked on 2026-05-01. Go through what the page says, then make review.by the day of the next review.'],
  ['freshness', 'answers/beyond-grace.mdx:2:35 error review/expired', '这一篇应在 2026-04-01 之前复核，宽限期也过了，上次核对是 2026-05-01。 照着页面做一遍，再把 review.by 改成下一次复核的日期。', 'This entry was due for review by 2026-04-01 and is past the grace period; it was last checked on 2026-05-01. Go through what the page says, then make review.by the day of the next review.'],
  ['claims', 'answers/unsourced.mdx:4:14 warning claim/source', '“37%”没有来源。 在 sources 里写上它的出处：title、url 和 checked；只是举例，就换成不带数字的说法。', '"37%" has no source. Say in sources where it comes from, with title, url and checked; if it is an example only, say it without the number.'],
  ['claims', 'site.yaml:11:7 error claim/kind', '没有叫 "anwsers" 的内容类型。 可用的有：answers、guides、examples、checklists、glossary、posts。', 'There is no kind "anwsers". The kinds are: answers, guides, examples, checklists, glossary, posts.'],
  ['waivers', 'answers/wrong.mdx:4:11 error waiver/unknown', '没有叫 "claim/sauce" 的规则。 你是不是想写 claim/source？', 'There is no rule "claim/sauce". Did you mean claim/source?'],
  ['waivers', 'answers/wrong.mdx:7:11 error waiver/refused', '规则 schema/length 不能豁免。 删掉这条豁免，把问题本身改好。', 'The rule schema/length cannot be waived. Delete the waiver and mend the problem itself.'],
  ['waivers', 'answers/wrong.mdx:12:12 warning waiver/expired', '对 claim/source 的豁免已在 2026-05-31 到期。 改好它豁免的问题并删掉这条豁免；真有新的理由，再写新的理由和日期。', 'The waiver of claim/source ended on 2026-05-31. Mend what it waives and delete it; if there is a new reason, write that with a new day.'],
  ['waivers', 'answers/wrong.mdx:13:11 warning waiver/unused', '这一篇里没有 answer/alone 的问题，这条豁免用不上。 删掉这条豁免。', 'This entry has no problem of answer/alone, so the waiver is not used. Delete the waiver.'],
];

const problems = new Map([...new Set(cases.map(([check]) => check))].map((check) => {
  const { dir } = readFixture(join(import.meta.dirname, 'fixtures', check));
  return [check, loadSite({ contentDir: dir, today, checkOnly: true }).problems];
}));

for (const [check, place, zh, en] of cases) {
  test(place, () => {
    const rule = place.split(' ').at(-1);
    const { file, line, column, severity, message, hint } = problems.get(check)!.find((problem) => problem.rule === rule)!;
    assert.deepEqual([`${file}:${line}:${column} ${severity} ${rule}`, `${message.zh} ${hint.zh}`, `${message.en} ${hint.en}`], [place, zh, en]);
  });
}
