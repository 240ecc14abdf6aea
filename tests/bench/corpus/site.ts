/** Settings and trust pages of the corpus. */

/** The day for which a corpus is built: no entry is long overdue on it. */
export const corpusDay = '2026-11-20';

export const categories = [
  { id: 'access', label: '接入与配置', description: '地址、密钥与客户端。' },
  { id: 'errors', label: '报错与排查', description: '状态码与异常。' },
  { id: 'models', label: '模型与能力', description: '模型名与用量。' },
  { id: 'security', label: '密钥与安全', description: '保管与泄露。' },
  { id: 'operations', label: '迁移与运维', description: '切换、日志与变更。' },
  { id: 'concepts', label: '概念与选型', description: '词语与比较。' },
];

export const tags = ['地址', '密钥', '流式', '客户端', '状态码', '日志', '付款', '限流', '采购', '回滚', '媒体', '隐私'].map((label, index) => ({ id: `tag-${index + 1}`, label }));

export const siteSettings = {
  name: '压测知识站',
  url: 'https://bench.example',
  language: 'zh-CN',
  description: '只为测量生成速度而写的站：每一页的句子都不相同，内容不可当真。',
  publisher: { name: '压测知识站' },
  author: { name: '压测编辑组', page: '/about/' },
  contact: { support: '/support/' },
  categories,
  tags,
};

/** Trust pages by slug. */
export const trustPages = {
  about: { title: '关于本站', description: '这个站由程序写成，只用来测量生成速度。', body: '## 谁写的\n\n一个有种子的随机数生成器。\n' },
  'editorial-policy': { title: '编辑规范', description: '句子由词表拼成，同一句话不会出现两次。', body: '## 怎样写\n\n词表、句型和数字。\n' },
  privacy: { title: '隐私说明', description: '这个站不收集任何数据，也没有真实的读者。', body: '## 收集什么\n\n什么也不收集。\n' },
  support: { title: '联系与支持', description: '遇到问题请看生成器的说明，这里没有客服。', body: '## 去哪里\n\n看 README 的测量一节。\n' },
};
