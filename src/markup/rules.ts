/** The rules of bodies. Each is an error: a body that breaks one has no page. */
import { rule, type Rule } from '#model/rule.ts';

/** What a body must be like, and why. */
export const bodyRules: readonly Rule[] = [
  rule('body/attribute', '属性写错，组件就显示不出编辑想要的样子。', 'With a wrong attribute the component would not show what was meant.', { bad: '<Note type="hint">先备份。</Note>', good: '<Note type="tip">先备份。</Note>' }),
  rule('body/code', '内容文件不能运行代码，花括号里的东西会被当成代码。', 'Content never runs code, and what stands in braces would be taken for it.', { bad: '把 {model} 换成模型名。', good: '把 `{model}` 换成模型名。' }),
  rule('body/code-file', '显示的代码要来自列出的真实文件，才能被运行和检查。', 'Code shown comes from a listed real file, so that it can be run and checked.'),
  rule('body/component', '组件只有固定的几个，写错名字或放错地方都印不出来。', 'There are a few components; misnamed or misplaced ones cannot be printed.', { bad: '<Nota type="tip">先备份。</Nota>', good: '<Note type="tip">先备份。</Note>' }),
  rule('body/footnote', '引用和脚注要成对，读者才找得到依据。', 'Citations and footnotes come in pairs, or readers cannot find the grounds.', { bad: '状态码的含义见规范[^rfc]。', good: '状态码的含义见规范[^rfc]。\n\n[^rfc]: RFC 9110 第 15 节。' }),
  rule('body/heading', '小标题是目录和锚点；顺序和名字错了，目录就走不通。', 'Headings make the contents and the anchors; wrong ones lead nowhere.', { bad: '# 怎样确认', good: '## 怎样确认' }),
  rule('body/html', 'HTML 标签会破坏页面，也进不了 Markdown 和订阅。', 'HTML tags break the page and cannot follow into Markdown and feeds.', { bad: '这是<b>重点</b>。', good: '这是**重点**。' }),
  rule('body/image', '看不见图的人和机器靠这句说明知道图里是什么。', 'People and machines that do not see the picture know it by its description.', { bad: '![](/logo.svg)', good: '![站点的标志：一个方框](/logo.svg)' }),
  rule('body/limit', '嵌套或大小超过上限的正文多半是误粘贴，也会拖垮构建。', 'A body beyond the limits is mostly a mistaken paste, and would bring the build down.'),
  rule('body/link', '链接只能去网页、邮箱、电话或站内；其他地址要么危险要么打不开。', 'Links lead to pages, mail, phones or this site; other addresses are dangerous or do not open.', { bad: '见[说明](../help.mdx)。', good: '见[说明](answers/b)。' }),
  rule('body/reserved', '看不见的字符会让搜索、复制和比较全部失灵。', 'Invisible characters break searching, copying and comparing.'),
  rule('body/syntax', '解析不了的正文印不出来。', 'A body that cannot be parsed cannot be printed.', { bad: '<Note type="tip">先备份。', good: '<Note type="tip">先备份。</Note>' }),
  rule('body/table', '多出表头的格子不会显示，里面的内容就丢了。', 'Cells beyond the header are not shown, and what they say is lost.', { bad: '| 返回 | 说明 |\n| --- | --- |\n| JSON | 对了 | 多余 |', good: '| 返回 | 说明 |\n| --- | --- |\n| JSON | 对了 |' }),
];
