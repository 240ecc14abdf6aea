/** The short answer can be quoted alone: it points nowhere, asks nothing and promises nothing. */
import { findWords } from '#lib/word-bounds.ts';
import { isLiving } from '#model/entry.ts';
import type { Said } from '#model/problem.ts';
import { placeOf } from '#model/read.ts';
import type { Check } from './check.ts';

const good = 'shortAnswer: 接口地址填文档里给出的那一个，不要填网站首页的地址：前者返回数据，后者返回网页，填错时程序收到的是一段 HTML。';

export const shortAnswer: Check = {
  id: 'short-answer',
  rules: [
    {
      id: 'answer/alone',
      severity: 'error',
      why: {
        zh: '短答案会离开页面，出现在搜索结果、订阅和对话里；“如上”“本文”“见下文”在那里没有所指。',
        en: 'The short answer leaves the page for search results, feeds and chats, where "as above", "this article" and "see below" point at nothing.',
      },
      example: {
        bad: { zh: 'shortAnswer: 接口地址的填法如下：打开文档，找到给出的地址，整个复制到客户端的设置里，详细的步骤和常见的错误见下文。', en: 'shortAnswer: The base URL is the one given below; this article explains how to copy it whole into the settings of the client.' },
        good: { zh: good, en: 'shortAnswer: The base URL is the one given in the documentation; copy it whole into the settings of the client, never the address of the website.' },
      },
    },
    {
      id: 'answer/question',
      severity: 'error',
      why: { zh: '读者要的是回答，不是另一个问题；被单独引用时，问句什么也没有答。', en: 'Readers came for an answer, not for another question; quoted alone, a question answers nothing.' },
      example: { bad: 'shortAnswer: 接口地址填错了会怎样？程序会收到一段 HTML。所以接口地址要填文档里给出的那一个，不要填网站首页的地址。', good },
    },
    {
      id: 'answer/link',
      severity: 'error',
      why: { zh: '短答案是纯文本，链接和脚注的标记会原样显示出来；去处写进 nextSteps，来源写进 sources。', en: 'The short answer is plain text, so the marks of links and footnotes would show; put addresses into nextSteps and grounds into sources.' },
      example: { bad: 'shortAnswer: 接口地址填文档里给出的那一个[^docs]，不要填网站首页的地址：前者返回数据，后者返回网页，填错时程序收到的是一段 HTML。', good },
    },
    {
      id: 'answer/promise',
      severity: 'error',
      why: { zh: '“我们保证”被引用出去就成了书面承诺，离开了它的条件；只写事实和读者能做的事。', en: '"We guarantee", once quoted, is a promise in writing without its conditions; state facts and what readers can do.' },
      example: {
        bad: { zh: 'shortAnswer: 接口地址填文档里给出的那一个就可以，我们保证它长期不变，填错时程序收到的是一段 HTML 而不是数据。', en: 'shortAnswer: Use the base URL given in the documentation; we guarantee that it will never change, whatever the address of the website is.' },
        good: { zh: good, en: 'shortAnswer: Use the base URL given in the documentation; it is another address than that of the website, which answers with HTML.' },
      },
    },
  ],
  findIn: (item) => (isLiving(item) ? judge(item.data.shortAnswer).map((said) => ({ ...placeOf(item.source, ['shortAnswer']), ...said })) : []),
};

const elsewhere =
  /如[上下](?:所[述示])?|(?<!。.*)[上前]述|[上下]文|见[上下](?:文|面|表|图)|[上下]面(?:的|所)?(?:表格|步骤|说明|内容|方法|列表)|[本此该]文|[这此]篇(?:文章|指南|答案|说明|教程)?|[本此]页|这一?页|^(?:这里|此处)|(?:这里|此处)(?=说|讲|写|列|给|介绍|解释|提|讨论|指的|只|不)|\b(?:as above|as below|(?:see|described|listed|given|shown) (?:above|below)|(?:this|the present) (?:article|page|post|guide|entry|document|section)|the above|aforementioned)\b/i;
const promise = /我们(?:可以|能够|都|也|一定|始终|郑重)*(?:保证|承诺|担保|确保|会(?![议员话计])|将)|本(?:站|平台|公司)(?:保证|承诺|担保|确保)|\bwe(?:['’]ll| (?:will|shall|guarantee|promise|ensure))\b/i;
const linkMark = /\[\^[^\]\s]+\]|\[[^\]]+\]\[[^\]]*\]|\[\[[^\]]+\]\]/;
/** Looked for from where a sentence begins: from every character of a long one, it would take its square. */
const question = /(?<![^。！？?!；;])[^。！？?!；;]*[？?]/;
/** A question mark in a quotation or an address asks nothing. */
const quoted = /“[^”]*”|「[^」]*」|『[^』]*』|"[^"]*"|https?:\/\/\S+/g;

function judge(text: string): Said[] {
  const pointer = findWords(text, elsewhere)?.found;
  const asked = question.exec(text.replace(quoted, ''))?.[0].trim();
  const mark = linkMark.exec(text)?.[0];
  const promised = promise.exec(text)?.[0];
  return [
    ...(pointer ? [{
      rule: 'answer/alone',
      message: { zh: `短答案里的“${pointer}”离开这一页就没有所指。`, en: `"${pointer}" in the short answer points at nothing once it leaves the page.` },
      hint: { zh: '把它指的东西直接写出来；放不下的细节留给正文。', en: 'Write out what it points at; leave to the body what finds no room.' },
    }] : []),
    ...(asked ? [{
      rule: 'answer/question',
      message: { zh: `短答案里有问句：“${asked}”。`, en: `The short answer asks: "${asked}".` },
      hint: { zh: '改成陈述句，直接给出结论；问题写在 title 和 question 里。', en: 'State the conclusion; questions go into title and question.' },
    }] : []),
    ...(mark ? [{
      rule: 'answer/link',
      message: { zh: `短答案里有链接或脚注的标记：“${mark}”。`, en: `The short answer holds the mark of a link or footnote: "${mark}".` },
      hint: { zh: '删掉标记；去处写进 nextSteps，来源写进 sources。', en: 'Delete the mark; put the address into nextSteps, the grounds into sources.' },
    }] : []),
    ...(promised ? [{
      rule: 'answer/promise',
      message: { zh: `短答案在替自己承诺：“${promised}”。`, en: `The short answer makes a promise: "${promised}".` },
      hint: { zh: '改成事实，或读者能做、能核对的事；承诺写进合同，不写进答案。', en: 'State a fact, or what readers can do and check; promises belong in contracts.' },
    }] : []),
  ];
}
