/** Texts are finished and set as Chinese is set. */
import { coverBody, coverField, fencesWithoutLanguage, fieldTexts } from '#markup/prose.ts';
import { makePointAt } from '#markup/report.ts';
import { mendLines } from '#markup/spacing.ts';
import { isLiving, type Entry, type TrustPage } from '#model/entry.ts';
import type { Place } from '#model/problem.ts';
import { placeOf } from '#model/read.ts';
import type { Check, Found } from './check.ts';

export const prose: Check = {
  id: 'prose',
  rules: [
    {
      id: 'prose/spacing',
      severity: 'warning',
      why: { zh: '中文和英文、数字之间空一格，中文里用全角标点，读起来才不费眼；全站一种写法，搜索和比较也才可靠。', en: 'A space between Chinese and Latin, and full-width punctuation in Chinese, are easy on the eye; and one way of writing makes searching and comparing reliable.' },
      example: { bad: '把API密钥放进请求头,再试一次。', good: '把 API 密钥放进请求头，再试一次。' },
    },
    {
      id: 'prose/placeholder',
      severity: 'error',
      why: { zh: '留着“待写”的一页是没写完的一页，读者不该看到它。', en: 'A page that still says "to be written" is not finished, and readers should not see it.' },
      example: { bad: '## 待写：第一节的小标题', good: '## 怎样确认地址填对了' },
    },
    {
      id: 'prose/language',
      severity: 'warning',
      why: { zh: '写明语言，代码才有高亮，机器也才知道这是什么代码。', en: 'A code block with its language is highlighted, and machines know what it is.' },
      example: { bad: '```\ncurl https://test.example\n```', good: '```bash\ncurl https://test.example\n```' },
    },
  ],
  findIn: (item) => ('kind' in item && !isLiving(item) ? [] : [...spacing(item), ...placeholders(item), ...languages(item)]),
};

/** A line of text that readers read, and where in the file its characters stand. */
interface Line {
  text: string;
  covered: string;
  placeAt(column: number): Place;
}

function spacing(item: Entry | TrustPage): Found[] {
  const lines = linesOf(item);
  const mended = mendLines(lines.map(({ text }) => text), lines.map(({ covered }) => covered));
  return Array.from(mended, ([index, next]) => {
    const { text, placeAt } = lines[index]!;
    const [was, will, at] = change(text, next);
    return {
      ...placeAt(at),
      rule: 'prose/spacing',
      message: { zh: `“${was}”的空格或标点不合中文的写法。`, en: `Spaces or punctuation in "${was}" are not as Chinese is set.` },
      hint: { zh: `写成“${will}”；lede fix 能一次改好大多数。`, en: `Write "${will}"; lede fix mends most of these at once.` },
    };
  });
}

function linesOf(item: Entry | TrustPage): Line[] {
  const { source } = item;
  const fields = fieldTexts(item).map(({ text, path }): Line => ({ text, covered: coverField(text), placeAt: () => placeOf(source, path) }));
  const body = source.text.slice(source.bodyStart);
  const covered = coverBody(body).split('\n');
  const above = source.text.slice(0, source.bodyStart).split('\n').length;
  return [...fields, ...body.split('\n').map((text, index): Line => ({ text, covered: covered[index]!, placeAt: (column) => ({ file: source.file, line: above + index, column: column + 1 }) }))];
}

/** Characters quoted around a change. */
const around = 8;

/** What changes between two versions of a line, with a few characters on both sides, and where the first change is. */
function change(text: string, next: string): [was: string, will: string, at: number] {
  let start = 0;
  while (start < text.length && text[start] === next[start]) start += 1;
  let end = 0;
  while (end < text.length - start && end < next.length - start && text.at(-1 - end) === next.at(-1 - end)) end += 1;
  const from = Math.max(0, start - around);
  const cut = (line: string) => line.slice(from, Math.min(line.length - end, start + 3 * around) + around).replace(halves, '').trim();
  return [cut(text), cut(next), start];
}

/** Half a character at either end. */
const halves = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g;

const anyPlaceholder = /待写|To be written|TODO|TBD|FIXME/;
const placeholder = /待写(?=[（：:])|To be written(?= ?[(:])|(?<![\w“‘「"'])(?:TODO|TBD|FIXME)(?![\w”’」"'-])(?=[:：]|\s*$)/gm;

function placeholders(item: Entry | TrustPage): Found[] {
  const { source } = item;
  if (!anyPlaceholder.test(source.text)) return [];
  const inFields = fieldTexts(item, () => true).flatMap(({ text, path }) => Array.from(coverField(text).matchAll(placeholder), ([word]) => sayPlaceholder(word, placeOf(source, path))));
  const pointAt = makePointAt(source.text);
  const inBody = Array.from(coverBody(source.text.slice(source.bodyStart)).matchAll(placeholder), ({ 0: word, index }) => sayPlaceholder(word, { file: source.file, ...pointAt(source.bodyStart + index) }));
  return [...inFields, ...inBody];
}

function sayPlaceholder(word: string, place: Place): Found {
  return {
    ...place,
    rule: 'prose/placeholder',
    message: { zh: `这里还写着“${word}”。`, en: `This still says "${word}".` },
    hint: { zh: '写上内容；还没写完，就加上 draft: true，先不发布。', en: 'Write what belongs here; if it is not ready, add draft: true, and it is not published.' },
  };
}

function languages({ source }: Entry | TrustPage): Found[] {
  const body = source.text.slice(source.bodyStart);
  if (!/```|~~~/.test(body)) return [];
  const pointAt = makePointAt(source.text);
  return fencesWithoutLanguage(body).map((offset) => ({
    file: source.file,
    ...pointAt(source.bodyStart + offset),
    rule: 'prose/language',
    message: { zh: '代码块没有写语言。', en: 'The code block does not say its language.' },
    hint: { zh: '在 ``` 后面写上语言，例如 ```bash；纯文本写 ```text。', en: 'Write the language behind ```, as in ```bash; plain text is ```text.' },
  }));
}
