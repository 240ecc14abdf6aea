/** The rules of reading: each is an error that keeps a file out of the site, unless said otherwise. Their messages say what to type. */
import type { Rule } from './rule.ts';

/** Rules of site.yaml, files, frontmatter, fields, references and the ledger. */
export const readingRules: readonly Rule[] = [
  rule('site/missing', '没有 site.yaml 就不知道这是谁的站、地址是什么。', 'Without site.yaml nobody knows whose site this is or where it lives.'),
  rule('site/empty', '一篇条目也没有的站没有什么可以发布。', 'A site without a single entry has nothing to publish.'),
  rule('file/code-missing', '示例显示的是真实的文件；文件不在，页面上就没有代码。', 'Examples show real files; where the file is missing, the page has no code.'),
  rule('file/empty', '空文件占着一个地址，却什么也不回答。', 'An empty file takes an address and answers nothing.'),
  rule('file/encoding', '不是 UTF-8 的字节会在读者那里变成乱码。', 'Bytes that are not UTF-8 reach readers as garbage.'),
  rule('file/extension', '只有 .mdx 会被读取；.md、.MDX 或 .markdown 文件写了也不会发布。', 'Only .mdx is read; a .md, .MDX or .markdown file would never be published.'),
  rule('file/invisible', '看不见的控制字符不能出现在网页和订阅里，复制代码的人也发现不了它。', 'Invisible control characters may not stand in pages and feeds, and whoever copies the code would never notice them.'),
  rule('file/kind', '文件夹和设备读不出文字，等它们的人什么也等不到。', 'Folders and devices hold no text, and whoever waits for it waits in vain.'),
  { ...rule('file/nested', '条目直接放在所属类型的文件夹里；子文件夹里的不会被读取，会无声地缺席。', 'Entries stand in the folder of their kind itself; those in subfolders are not read, and would be missing in silence.'), severity: 'warning' },
  rule('file/outside', '内容只能来自内容文件夹，否则别人的机器上建不出同一个站。', 'Content comes from the content folder only, or another machine could not build the same site.'),
  rule('file/same-slug', '只有大小写不同的两个名字在许多主机上是同一个地址，其中一篇会消失。', 'Two names that differ only in case are one address on many hosts, and one of the pages would vanish.'),
  rule('file/size', '上限挡住误放进来的数据；读者也读不完这么长的一页。', 'The limit stops data that got here by mistake; no reader finishes a page of that length.'),
  rule('file/slug', '文件名就是页面地址，地址要在任何地方都能输入。', 'The file name is the address of the page, and an address must be typable anywhere.'),
  rule('file/taken', '两个文件不能有同一个地址，其中一个会无声地消失。', 'Two files cannot have one address; one of them would vanish in silence.'),
  { ...rule('file/stray-folder', '写错名字的文件夹不会被读取，里面的条目会无声地缺席。', 'A misnamed folder is not read, and its entries would be missing in silence.'), severity: 'warning' },
  rule('frontmatter/missing', '字段写在两行 --- 之间；没有它们，页面没有标题也没有答案。', 'Fields stand between two lines ---; without them a page has neither title nor answer.'),
  rule('frontmatter/size', '字段是给列表和机器读的，长文字属于正文。', 'Fields are for lists and machines; long text belongs in the body.'),
  rule('frontmatter/unclosed', '没有结束的那一行 ---，正文会被当成字段。', 'Without the closing line --- the body would be read as fields.'),
  rule('yaml/alias', '引用让一处改动悄悄改掉几处，内容文件里每个值都直接写出来。', 'With an alias one edit silently changes several places; content files write out each value.', { bad: 'asks: &names [接口网址填什么？]\naliases: *names', good: 'asks: [接口网址填什么？]\naliases: [接口网址]' }),
  rule('yaml/duplicate-key', '同一个字段写两次，只有一个会生效，读的人猜不出是哪一个。', 'Of a field written twice only one counts, and no reader can tell which.', { bad: 'aliases: [接口网址]\naliases: [请求地址]', good: 'aliases: [接口网址, 请求地址]' }),
  rule('yaml/syntax', '读不出来的字段不能发布。', 'Fields that cannot be read cannot be published.', { bad: 'title: 返回 401: 先查什么？', good: 'title: "返回 401: 先查什么？"' }),
  rule('yaml/tab', 'YAML 不允许用制表符缩进。', 'YAML does not allow tabs for indentation.', { bad: 'related:\n\t- { to: answers/b, as: seeAlso }', good: 'related:\n  - { to: answers/b, as: seeAlso }' }),
  rule('yaml/tag', '标签可以让数据变成代码，内容文件不能运行任何东西。', 'Tags can turn data into code, and content files never run anything.'),
  rule('schema/address', '读者点下去的每一步都要有去处。', 'Every step that a reader clicks must lead somewhere.', { bad: 'nextSteps:\n  - { text: 看说明, to: help.html }', good: 'nextSteps:\n  - { text: 看说明, to: answers/b }' }),
  rule('schema/choice', '这个字段只有几种写法，其他写法没有含义。', 'The field knows a few values; any other means nothing.', { bad: 'related:\n  - { to: answers/b, as: similar }', good: 'related:\n  - { to: answers/b, as: seeAlso }' }),
  rule('schema/date', '日期决定复核、排序和订阅，写错的日期会让这些全部出错。', 'Dates drive reviews, order and feeds, and a wrong one breaks all of them.', { bad: 'updated: 2026年5月1日', good: 'updated: 2026-05-01' }),
  rule('schema/date-order', '更新不可能早于发布。', 'Nothing is updated before it was published.', { bad: 'published: 2026-05-01\nupdated: 2026-04-01', good: 'published: 2026-04-01\nupdated: 2026-05-01' }),
  rule('schema/duplicate', '重复的一项会在页面上出现两次，或让锚点指向错的地方。', 'A repeated item would be shown twice, or make an anchor point to the wrong place.', {
    bad: 'sources:\n  - { id: api, title: 接口文档, url: "https://example.org/api", checked: 2026-05-01 }\n  - { id: api, title: 错误码说明, url: "https://example.org/errors", checked: 2026-05-01 }',
    good: 'sources:\n  - { id: api, title: 接口文档, url: "https://example.org/api", checked: 2026-05-01 }\n  - { id: errors, title: 错误码说明, url: "https://example.org/errors", checked: 2026-05-01 }',
  }),
  rule('schema/length', '太短说不清，太长会被搜索结果和引用截断。', 'Too short says too little; too long is cut off by search results and quotes.', {
    bad: 'shortAnswer: 接口地址填文档里那一个。',
    good: 'shortAnswer: 接口地址填文档里给出的那一个，不要填网站首页的地址：前者返回数据，后者返回网页，填错时程序收到的是一段 HTML。',
  }),
  rule('schema/no-target', '读完答案的人要知道去哪里做下一步。', 'Whoever has read the answer must know where to take the next step.', {
    bad: 'nextSteps:\n  - { text: 核对接口地址 }',
    good: 'nextSteps:\n  - { text: 核对接口地址, to: answers/b }',
  }),
  rule('schema/one-line', '这个字段会显示在一行里。', 'The field is shown on one line.', { bad: 'title: |\n  接口地址\n  填错了怎么办？', good: 'title: 接口地址填错了怎么办？' }),
  rule('schema/plain-text', '这段文字会原样出现在搜索结果、订阅和对话里，那里没有 Markdown。', 'The text appears as it is in search results, feeds and chats, where there is no Markdown.', {
    bad: 'shortAnswer: 接口地址填**文档里给出的那一个**，不要填网站首页的地址：前者返回数据，后者返回网页，填错时程序收到的是一段 HTML。',
    good: 'shortAnswer: 接口地址填文档里给出的那一个，不要填网站首页的地址：前者返回数据，后者返回网页，填错时程序收到的是一段 HTML。',
  }),
  rule('schema/reference', '引用写成 文件夹/文件名，改标题或换地址时才不会断。', 'References are folder/slug, so that they survive a new title or address.', { bad: 'related:\n  - { to: /answers/b/, as: seeAlso }', good: 'related:\n  - { to: answers/b, as: seeAlso }' }),
  rule('schema/required', '这个字段是对读者的承诺，缺了它就不是一个完整的答案。', 'The field is a promise to readers; without it the answer is not whole.'),
  rule('schema/too-few', '这里至少要有这么多项，读者才用得上。', 'Readers need at least that many items here.'),
  rule('schema/too-many', '项目太多，读者就不会读。', 'Of too many items readers read none.'),
  rule('schema/type', '值的形状不对，页面就印不出来。', 'A value of the wrong shape cannot be printed.', { bad: 'aliases: 接口网址', good: 'aliases: [接口网址]' }),
  rule('schema/unknown-key', '写错名字的字段不会有任何作用，而且没有人会发现。', 'A misspelt field does nothing, and nobody would notice.', { bad: 'aliasess: [接口网址]', good: 'aliases: [接口网址]' }),
  rule('schema/value', '这个值用不了。', 'The value cannot be used.'),
  rule('reference/missing', '指向空处的引用在页面上是一个断掉的链接。', 'A reference to nothing is a dead link on the page.', {
    bad: 'related:\n  - { to: answers/nothing-here, as: seeAlso }',
    good: 'related:\n  - { to: answers/b, as: seeAlso }',
  }),
  rule('reference/self', '指向自己的链接让读者原地打转。', 'A link to itself sends readers round in a circle.', { bad: 'related:\n  - { to: answers/a, as: seeAlso }', good: 'related:\n  - { to: answers/b, as: seeAlso }' }),
  rule('taxonomy/category', '没有声明的分类没有名字，也没有列表页。', 'An undeclared category has neither a name nor a list.', { bad: 'category: acess', good: 'category: access' }),
  rule('taxonomy/review-class', '没有声明的复核类别算不出什么时候该复核。', 'From an undeclared review class no due date follows.', { bad: 'review: { volatility: weekly }', good: 'review: { volatility: price }' }),
  rule('taxonomy/tag', '没有声明的标签多半是写错的标签，会把同一类内容分成两处。', 'An undeclared tag is mostly a misspelt one and would split what belongs together.'),
  rule('image/broken', '读者会看到半张图，或者什么也看不到。', 'Readers would see half a picture, or none.'),
  rule('image/foreign', '浏览器不认识的文件，在页面上只是一个空框。', 'A file that browsers do not know is an empty frame on the page.'),
  rule('image/huge', '这么大的图片会拖垮构建，而读者的屏幕用不上它。', 'An image of that size would bring a build down, and no screen has use for it.'),
  { ...rule('social/character', '分享图上缺一个字，看到图的人会读漏。', 'Where a picture lacks a character, whoever sees it reads past it.'), severity: 'notice' },
  rule('ledger/broken', '账本记着每一篇上次说了什么；读不出来，就分不清哪些是改动。', 'The ledger holds what each entry said last; if it cannot be read, changes cannot be told from what was there.'),
  { ...rule('ledger/version', '旧版账本的记录和现在的比不了。', 'Records of an older ledger do not compare with those of today.'), severity: 'warning' },
];

function rule(id: string, zh: string, en: string, example?: Rule['example']): Rule {
  return { id, severity: 'error', why: { zh, en }, ...(example ? { example } : {}) };
}
