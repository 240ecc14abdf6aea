/**
 * Bounds on a body, looked at before it is parsed. Sätteri needs quadratic time or memory for what is counted
 * here (measured with 0.10.5: 300 KB of `{` took minutes), and a native call cannot be interrupted.
 * No text that a person wrote comes near a bound.
 */
import type { Words } from '#model/problem.ts';
import type { Report } from '../report.ts';

/** Longest body, in UTF-16 units. */
const maxLength = 200_000;
/** Longest line outside code, in UTF-16 units: positions on a line that is not ASCII cost its length each. */
const maxLine = 10_000;
/** Quotes and lists opened on one line. */
const maxMarkers = 30;
/** Per run of lines without a blank one. `*` stands for runs of `*`, `_` and `~`. */
const maxInBlock: Counts = { '{': 200, '<': 2_000, '&': 1_000, '*': 5_000 };
/** In the whole body. */
const maxInBody: Counts = { '{': 1_000, '<': 5_000, '&': Infinity, '*': Infinity };

/** Levels of nesting in the tree; a list in a list adds two. */
export const maxDepth = 60;

/** Reports the first bound that `text` exceeds from `start` on, and whether there was one. */
export function exceedsLimits(text: string, start: number, report: Report): boolean {
  const length = text.length - start;
  const excess = length > maxLength ? tooLong(length, start) : findExcess(text, start);
  if (excess === undefined) return false;
  report('body/limit', excess.offset, excess.message, excess.hint);
  return true;
}

/** Reports that the body nests deeper than {@link maxDepth} at `offset`. */
export function reportDepth(offset: number, report: Report): void {
  report('body/limit', offset, {
    zh: `这里的嵌套超过了 ${maxDepth} 层。`,
    en: `The nesting is deeper than ${maxDepth} levels here.`,
  }, {
    zh: '减少列表、引用、强调或组件的层数，把内容拆成并列的小节。',
    en: 'Nest fewer lists, quotes, emphasis or components: split the content into sections side by side.',
  });
}

type Special = '{' | '<' | '&' | '*';
type Counts = Record<Special, number>;

interface Excess {
  offset: number;
  message: Words;
  hint: Words;
}

function findExcess(text: string, start: number): Excess | undefined {
  const body = noCounts();
  let block = noCounts();
  let fence: string | undefined;
  let offset = start;
  for (const line of text.slice(start).split('\n')) {
    const [, marks, info = ''] = findFence(line) ?? [];
    if (fence !== undefined) {
      if (marks?.startsWith(fence) && info.trim() === '') fence = undefined;
    } else if (marks !== undefined && !(marks.startsWith('`') && info.includes('`'))) {
      fence = marks;
    } else {
      if (line.length > maxLine) return longLine(line.length, offset);
      if (tooManyMarkers.test(line)) return tooMany(offset, '>', maxMarkers);
      if (line.trim() === '') block = noCounts();
      countSpecials(line, block, body);
      for (const char of ['{', '<', '&', '*'] as const) {
        if (block[char] > maxInBlock[char]) return tooMany(offset, char, maxInBlock[char]);
        if (body[char] > maxInBody[char]) return tooMany(offset, char, maxInBody[char]);
      }
    }
    offset += line.length + 1;
  }
  return undefined;
}

function findFence(line: string): RegExpExecArray | null {
  const isCandidate = line.includes('```') || line.includes('~~~');
  return isCandidate ? /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})(.*)/.exec(line) : null;
}

const tooManyMarkers = new RegExp(`^(?:\\s*(?:>|[-*+](?=\\s)|\\d{1,9}[.)](?=\\s))){${maxMarkers + 1}}`);

function noCounts(): Counts {
  return { '{': 0, '<': 0, '&': 0, '*': 0 };
}

/** By code, because this looks at every character of a site. */
function countSpecials(line: string, block: Counts, body: Counts): void {
  let previous = 0;
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    const special = code < 128 ? specials[code] : undefined;
    if (special !== undefined && !(special === '*' && code === previous)) {
      block[special] += 1;
      body[special] += 1;
    }
    previous = code;
  }
}

/** What an ASCII character counts as, by its code. */
const specials: readonly (Special | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (char === '{' || char === '<' || char === '&') return char;
  return '*_~'.includes(char) ? '*' : undefined;
});

function tooLong(length: number, offset: number): Excess {
  return {
    offset,
    message: { zh: `正文有 ${length} 个字符，超过了 ${maxLength} 的上限。`, en: `The body has ${length} characters, more than the limit of ${maxLength}.` },
    hint: { zh: '把这一篇拆成几篇，再用链接连起来。', en: 'Split the entry into several and link them.' },
  };
}

function longLine(length: number, offset: number): Excess {
  return {
    offset,
    message: { zh: `这一行有 ${length} 个字符，超过了 ${maxLine} 的上限。`, en: `This line has ${length} characters, more than the limit of ${maxLine}.` },
    hint: { zh: '用空行分段；如果是代码或数据，放进 ``` 代码块。', en: 'Break it into paragraphs with blank lines; put code or data into a ``` code block.' },
  };
}

function tooMany(offset: number, char: string, max: number): Excess {
  return {
    offset,
    message: { zh: `到这一行为止，“${char}”的数量超过了 ${max} 个的上限。`, en: `Up to this line there are more "${char}" than the limit of ${max}.` },
    hint: {
      zh: '如果是代码或数据，放进 ``` 代码块；否则用空行分段，或拆成几篇。',
      en: 'Put code or data into a ``` code block; otherwise break the text up with blank lines or into several entries.',
    },
  };
}
