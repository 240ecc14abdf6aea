/** Differences as problems: two sentences each, in the languages of editors. */
import { leakWords } from '#model/leak-rules.ts';
import type { Place, Problem, Words } from '#model/problem.ts';
import type { Difference, Excess } from './difference.ts';

/** The problem that `difference` is. Its file is the one in the built tree; a difference has no line there. `place` is where the content has it, if it does. */
export function toProblem(difference: Difference, place: Place | undefined): Problem {
  const file = difference.file.slice(1);
  if (difference.leak) return { file, line: 1, column: 1, rule: difference.leak, severity: 'error', message: messageOf(difference), hint: leakWords[difference.leak].hint };
  return { file, line: 1, column: 1, rule: `proof/${difference.rule}`, severity: 'error', message: messageOf(difference), hint: place ? writtenAt(place) : hint };
}

function writtenAt({ file, line, column }: Place): Words {
  const at = `${file}:${line}:${column}`;
  return {
    zh: `它写在内容里的 ${at}：改成站里有的页面、文件或小标题，或删掉这个链接。`,
    en: `The content has it at ${at}: lead to a page, a file or a heading that the site has, or delete the link.`,
  };
}

const hint: Words = {
  zh: '重新运行 lede build；如果还是这样，就是生成器的错，请带上这一行报告。',
  en: 'Run lede build again; if it stays, it is a fault of the generator: report it with this line.',
};

function messageOf({ rule, surface, field, about = '', expected = '', found = '', excess, leak }: Difference): Words {
  switch (rule) {
    case 'value':
      return {
        zh: `${surface} 里 ${about} 的 ${field} ${found ? `是“${show(found)}”` : '没有写'}，内容里${expected ? `是“${show(expected)}”` : '没有'}。`,
        en: `In ${surface}, the ${field} of ${about} ${found ? `is "${show(found)}"` : 'is not said'}; in the content it ${expected ? `is "${show(expected)}"` : 'is empty'}.`,
      };
    case 'missing':
      return { zh: `${surface} 里少了 ${about}。`, en: `${surface} lacks ${about}.` };
    case 'extra':
      return { zh: `${surface} 里多了 ${about || '一个没有地址的条目'}：${reasons[excess!].zh}。`, en: `${surface} has ${about || 'something without an address'}, ${reasons[excess!].en}.` };
    case 'order':
      return { zh: `${surface} 的顺序不对：该是 ${expected} 的位置上是 ${found}。`, en: `${surface} is out of order: ${found} stands where ${expected} should.` };
    case 'file':
      return expected ? { zh: `没有这个文件；按 ${surface}，这里该有它。`, en: `This file is not there; according to ${surface} it should be.` } : { zh: '内容里没有对应这个文件的页面。', en: 'No page of the content stands behind this file.' };
    case 'format':
      return { zh: `${surface} 读不出来：${show(found)}。`, en: `${surface} cannot be read: ${show(found)}.` };
    case 'draft':
      return { zh: `这个文件里有草稿 ${about} 的内容：“${show(found)}”。`, en: `This file holds "${show(found)}" of the draft ${about}.` };
    case 'link':
      return { zh: `这一页的链接“${found}”在建好的站里没有去处。`, en: `The link "${found}" of this page leads nowhere in the built site.` };
    case 'leak':
      return { zh: `这个文件里有${leakWords[leak!].name.zh}：“${found}”。`, en: `This file holds ${leakWords[leak!].name.en}: "${found}".` };
  }
}

const reasons: Record<Excess, Words> = {
  draft: { zh: '它是草稿', en: 'which is a draft' },
  tombstone: { zh: '它已被取代', en: 'which has been superseded' },
  unknown: { zh: '本站没有这一页', en: 'which is no page of the site' },
  misplaced: { zh: '它不属于这里', en: 'which does not belong here' },
  twice: { zh: '它出现了不止一次', en: 'which is there more than once' },
};

/** A value on one line. */
function show(text: string): string {
  return text.replaceAll('\n', ' / ');
}
