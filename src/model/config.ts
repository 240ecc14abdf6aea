/** `site.yaml`: identity, publisher, taxonomy, navigation, review cadences and policies of one site. */
import { z } from 'zod';
import { about, address, day, example, httpsUrl, line, siteUrl, slugPattern, unique, uniqueNames } from './fields.ts';

const id = () => z.string().regex(slugPattern);
const allow = (zh: string, en: string) => about(z.enum(['allow', 'deny']).default('allow'), zh, en);
const colour = (zh: string, en: string) => about(z.string().regex(/^#[0-9a-fA-F]{6}$/), zh, en);
const share = (fallback: number, zh: string, en: string) => about(z.number().min(0).max(1).default(fallback), zh, en);
const days = () => z.number().int().min(1).max(36_500);

/** Language, script, region and one variant, in this order (https://www.rfc-editor.org/rfc/rfc5646#section-2.1): what Intl refuses would end a build. */
const languageTag = /^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))?$/;

const assistant = z.strictObject({
  name: about(line(1, 40), '显示的名字。', 'The name shown.'),
  url: about(example('https://example.org/?q={prompt}', z.string().regex(/^https:\/\/\S*\{(url|prompt)\}\S*$/)), 'https 地址，{url} 换成页面地址，{prompt} 换成请它先读这一页的一句话。', 'An https address; {url} becomes the address of the page, {prompt} a sentence that asks to read it.'),
});

/** Assistants that take a question in their address. */
const defaultAssistants: z.output<typeof assistant>[] = [
  { name: 'ChatGPT', url: 'https://chatgpt.com/?q={prompt}' },
  { name: 'Claude', url: 'https://claude.ai/new?q={prompt}' },
  { name: 'Kimi', url: 'https://www.kimi.com/_prefill_chat?prefill_prompt={prompt}' },
  { name: 'Doubao', url: 'https://www.doubao.com/chat/?q={prompt}' },
];

const fact = z.strictObject({
  id: about(id(), '这条事实的固定名字：小写字母、数字和单个连字符。', 'A stable name for the fact: lower-case letters, digits and single hyphens.'),
  statement: about(line(), '事实本身，一句话。', 'The fact, in one sentence.'),
  source: about(line(), '依据在哪里。', 'What it rests on.'),
  checked: about(day(), '最近核对的日期。', 'When it was last checked.'),
});

const taxon = {
  id: about(id(), '地址里用的名字：小写字母、数字和单个连字符。', 'The name used in addresses: lower-case letters, digits and single hyphens.'),
  label: about(line(1, 40), '显示的名字。', 'The name shown.'),
  description: about(line().optional(), '这一类回答什么。', 'What it is about.'),
};

const defaultReviewClasses: Record<string, number> = { stable: 720, product: 180, vendor: 90, price: 30, law: 90 };

/** The schema of `site.yaml`. */
export const configSchema = z.strictObject({
  name: about(line(1, 60), '站点名称。', 'Name of the site.'),
  url: about(siteUrl(), '站点的正式地址；在子路径下就带上路径。', 'Canonical address of the site, with a path when it lives below one.'),
  language: about(z.string().regex(languageTag), '内容的语言，如 zh-CN。', 'Language of the content, such as zh-CN.'),
  description: about(line(10, 300), '一句话说明这个站回答什么。', 'One sentence on what the site answers.'),
  publisher: about(
    z.strictObject({
      name: about(line(), '发布者名称。', 'Name of the publisher.'),
      url: about(httpsUrl().optional(), '发布者的网址。', 'Address of the publisher.'),
      logo: about(example('/logo.svg', address(/^(\/|https:\/\/)\S+$/)).optional(), '标志图片的路径或 https 地址。', 'Path or https address of the logo.'),
      sameAs: about(z.array(httpsUrl()).default([]), '发布者在别处的正式页面。', 'Official pages of the publisher elsewhere.'),
      facts: about(unique(z.array(fact), (item) => item.id).default([]), '关于发布者的事实，带来源与日期。', 'Facts about the publisher with source and date.'),
    }),
    '谁发布这个站。',
    'Who publishes the site.',
  ),
  author: about(
    z.strictObject({
      name: about(line(), '作者名称。', 'Name of the author.'),
      type: about(z.enum(['organization', 'person']).default('organization'), '作者是机构还是个人。', 'Whether the author is an organization or a person.'),
      page: about(example('/about/', z.string().regex(/^\/\S*$/)).optional(), '介绍作者的站内页面，以 / 开头。', 'The page of this site about the author, from its / on.'),
    }),
    '每一页的署名。',
    'The byline of every page.',
  ),
  contact: about(
    z.strictObject({
      support: about(example('/support/', address(/^(\/|https:\/\/|mailto:)\S*$/)).optional(), '技术支持入口：以 / 开头的站内路径、https 地址或 mailto:。', 'Where technical help is: a path of this site that starts with /, an https address or mailto:.'),
      business: about(example('/support/', address(/^(\/|https:\/\/|mailto:)\S*$/)).optional(), '商务咨询入口：以 / 开头的站内路径、https 地址或 mailto:。', 'Where business enquiries go: a path of this site that starts with /, an https address or mailto:.'),
      report: about(example('https://example.org/report?page={url}', z.string().regex(/^(https:\/\/|mailto:)\S+$/)).optional(), '报告错误的地址：https 地址或 mailto:，可含 {url} 和 {title}。', 'Where mistakes are reported: an https address or mailto:; {url} and {title} are filled in.'),
      security: about(
        z.strictObject({
          contact: about(example('https://example.org/security', address(/^(https:\/\/|mailto:)\S+$/)), '报告安全漏洞的地址：https 地址或 mailto:。', 'Where vulnerabilities are reported: an https address or mailto:.'),
          expires: about(day(), '这份说明到哪天为止有效，一年以内为宜。', 'The day until which this holds; within a year is best.'),
        }).optional(),
        '写进 security.txt 的安全联系方式。',
        'Security contact for security.txt.',
      ),
    }).default({}),
    '读者怎样联系到人。',
    'How readers reach people.',
  ),
  categories: about(unique(z.array(z.strictObject(taxon)).min(1), (item) => item.id), '分类；每篇条目属于其中一个。', 'Categories; every entry belongs to one.'),
  tags: about(unique(z.array(z.strictObject(taxon)), (item) => item.id).default([]), '标签；未声明的标签是错误。', 'Tags; an undeclared one is an error.'),
  navigation: about(unique(z.array(example('answers', line())), (section) => section).optional(), '页头里的栏目，按此顺序。', 'The sections in the header, in this order.'),
  theme: about(
    z.strictObject({
      accent: about(
        z.strictObject({
          light: colour('浅色背景上用的颜色，如 #a8321b。', 'The colour used on a light ground, such as #a8321b.'),
          dark: colour('深色背景上用的颜色，如 #f08a68。', 'The colour used on a dark ground, such as #f08a68.'),
        }).default({ light: '#a8321b', dark: '#f08a68' }),
        '链接、记号和焦点的颜色，浅色与深色各一个。',
        'The colour of links, marks and focus, one for each ground.',
      ),
      icon: about(example('/icon.svg', address(/^(\/|https:\/\/)\S+$/)).optional(), '浏览器标签上的图标，写以 / 开头的路径或 https 地址；不写就用站名的第一个字画一个。', 'The icon of browser tabs, a path that starts with / or an https address; without it one is drawn from the first character of the name.'),
    }).prefault({}),
    '这个站的样子。',
    'How the site looks.',
  ),
  review: about(
    z.strictObject({
      classes: about(z.record(z.string(), about(days(), '这一类内容多少天复核一次。', 'How many days this class may go without review.')).default(defaultReviewClasses), '每一类内容多少天复核一次。', 'How many days each class may go without review.'),
      soon: about(days().default(14), '提前多少天提醒。', 'How many days before the due date to say so.'),
      grace: about(days().default(60), '过期多少天后算错误。', 'How many days past the due date become an error.'),
    }).prefault({}),
    '复核节奏。',
    'Review cadence.',
  ),
  ai: about(
    z.strictObject({
      search: allow('是否允许搜索引擎收录。', 'Whether search engines may index the site.'),
      answers: allow('是否允许 AI 检索与引用；deny 时不再生成 llms.txt、llms-full.txt、answers.json 和 questions.json。', 'Whether AI systems may retrieve and quote; deny leaves out llms.txt, llms-full.txt, answers.json and questions.json.'),
      training: about(z.enum(['allow', 'deny']).default('deny'), '是否允许用于模型训练。', 'Whether models may be trained on the site.'),
      disallow: about(z.array(about(example('/private/', z.string().regex(/^\/[^\s#]*$/)), '写以 / 开头的路径，不带空格和井号：robots.txt 从井号起是注释。', 'Write a path that starts with /, without spaces and #: in robots.txt a comment begins there.')).default([]), '任何爬虫都不得访问的路径。', 'Paths that no crawler may fetch.'),
      agents: about(example({ GPTBot: 'deny' }, uniqueNames(z.record(z.string(), z.enum(['allow', 'deny'])))).default({}), '单独规定某个爬虫。', 'A rule for a single crawler.'),
    }).prefault({}),
    '对搜索与 AI 爬虫的规则。',
    'Rules for search and AI crawlers.',
  ),
  assistants: about(unique(z.array(assistant), (item) => item.name).default(defaultAssistants), '每一页可以在哪些 AI 里打开；写 [] 就不显示，ai.answers 为 deny 时也不显示。', 'The assistants in which every page can be opened; none for [], nor where ai.answers is deny.'),
  social: about(
    z.strictObject({
      pictures: about(z.boolean().default(false), '是否给每一篇画一张分享图；第一次画每张约用 0.05 秒。', 'Whether to draw a picture of each entry for shares; each takes about 0.05 seconds the first time.'),
    }).prefault({}),
    '别处分享时的样子。',
    'How pages look where they are shared.',
  ),
  offline: about(z.boolean().default(false), '读过的页面断网时也能再看；联网时永远先问服务器。', 'Whether pages that were read stay readable without a network; with one the server is always asked first.'),
  indexnow: about(
    z.strictObject({
      key: about(example('0123456789abcdef', z.string().regex(/^(?!llms-full$)[A-Za-z0-9-]{8,128}$/)), '自己生成的密钥，8 到 128 个字母、数字或连字符，不能是 llms-full；它是公开的。', 'A key of your own making, 8 to 128 letters, digits or hyphens, and not llms-full; it is public.'),
    }).optional(),
    '把改动通知给搜索引擎（IndexNow）。',
    'Telling search engines of changes (IndexNow).',
  ),
  checks: about(
    z.strictObject({
      claims: about(z.array(about(id(), '写内容文件夹的名字，例如 answers。', 'Write the name of a content folder, such as answers.')).default(['answers', 'guides', 'posts']), '哪几类内容里的金额、百分比、法规和 SLA 要写来源。', 'Kinds in which amounts, percentages, laws and service levels need a source.'),
      public: about(z.array(line()).default([]), '本来就要公开的号码和地址，例如自己的统一社会信用代码；密钥不能写在这里。', 'Numbers and addresses that are public on purpose, such as your own credit code; never a key.'),
    }).prefault({}),
    '检查的范围。',
    'What checks look at.',
  ),
  search: about(
    z.strictObject({
      thresholds: about(
        z.strictObject({
          success1: share(0.85, '第一条就答对的比例，写成 0 到 1 之间的小数。', 'Share of questions that the first hit answers, from 0 to 1.'),
          success5: share(0.96, '前五条里有对的比例，写成 0 到 1 之间的小数。', 'Share of questions that one of the first five hits answers, from 0 to 1.'),
          verdict: share(0.8, '说“本站没有回答”说对的比例，写成 0 到 1 之间的小数。', 'Share of right ones among the verdicts that a question is not answered here, from 0 to 1.'),
        }).prefault({}),
        '站内搜索必须达到的命中率。',
        'The success rates that site search must reach.',
      ),
    }).prefault({}),
    '站内搜索。',
    'Site search.',
  ),
});

/** The settings of one site, with every default filled in. */
export type SiteConfig = z.output<typeof configSchema>;
