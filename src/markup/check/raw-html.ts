/** What to write instead of an HTML element. */
import type { Words } from '#model/problem.ts';

/** What to type instead of the HTML element `name`; undefined when it is not one. */
export function rawHtmlHint(name: string): Words | undefined {
  const lower = name.toLowerCase();
  const known = Object.hasOwn(replacements, lower) ? replacements[lower] : undefined;
  if (known !== undefined) return both(known[0], known[1]);
  return elements.has(lower) ? drop : undefined;
}

const drop: Words = {
  zh: '删掉这个标签，用 Markdown 或组件来写；要原样显示时放进反引号。',
  en: 'Delete the tag and use Markdown or a component; to show it, use backticks.',
};

const replacements: Record<string, readonly [string, string]> = {
  a: ['[文字](地址)', '[text](address)'],
  b: ['**文字**', '**text**'],
  strong: ['**文字**', '**text**'],
  i: ['*文字*', '*text*'],
  em: ['*文字*', '*text*'],
  del: ['~~文字~~', '~~text~~'],
  s: ['~~文字~~', '~~text~~'],
  code: ['`代码`', '`code`'],
  kbd: ['`按键`', '`key`'],
  pre: ['``` 代码块', 'a ``` code block'],
  br: ['行末加一个反斜杠 \\', 'a backslash \\ at the end of the line'],
  hr: ['单独一行 ---', '--- on a line of its own'],
  img: ['![说明](地址) 或 <Figure src="…" alt="…" />', '![description](address) or <Figure src="…" alt="…" />'],
  figure: ['<Figure src="…" alt="…" />', '<Figure src="…" alt="…" />'],
  details: ['<Details summary="…">', '<Details summary="…">'],
  summary: ['<Details summary="…">', '<Details summary="…">'],
  aside: ['<Note type="info">', '<Note type="info">'],
  blockquote: ['> 引文', '> quotation'],
  table: ['Markdown 表格', 'a Markdown table'],
  ul: ['以 - 开头的列表', 'a list with -'],
  ol: ['以 1. 开头的列表', 'a list with 1.'],
  li: ['以 - 或 1. 开头的列表', 'a list with - or 1.'],
  h1: ['## 小标题', '## heading'],
  h2: ['## 小标题', '## heading'],
  h3: ['### 小标题', '### heading'],
  h4: ['#### 小标题', '#### heading'],
  h5: ['##### 小标题', '##### heading'],
  h6: ['###### 小标题', '###### heading'],
};

const elements: ReadonlySet<string> = new Set(
  ('abbr address area article audio base bdi bdo body button canvas caption center cite col colgroup data datalist dd dfn dialog div dl dt ' +
    'embed fieldset figcaption font footer form head header html iframe input ins label legend link main map mark math menu meta meter nav ' +
    'noscript object optgroup option output p param picture progress q rp rt ruby samp script section select slot small source span style ' +
    'sub sup svg tbody td template textarea tfoot th thead time title tr track u var video wbr').split(' '),
);

function both(zh: string, en: string): Words {
  return {
    zh: `改用 ${zh}；要原样显示这个标签，放进反引号。`,
    en: `Write ${en} instead; to show the tag, use backticks.`,
  };
}
