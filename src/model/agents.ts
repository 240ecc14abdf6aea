/** Crawlers that say who they are, by what they fetch for. Each block names the page on which its operator documents them. */

/**
 * `search`: an index of links. `answers`: an index from which an AI quotes. `training`: material for models.
 * `user`: one page, now, because somebody asked for it.
 */
export type AgentClass = 'search' | 'answers' | 'training' | 'user';

export interface Agent {
  /** Product token: what stands behind `User-agent:` in robots.txt. */
  name: string;
  operator: string;
  class: AgentClass;
}

export const agents: readonly Agent[] = [
  // https://developers.google.com/search/docs/crawling-indexing/google-common-crawlers
  { name: 'Googlebot', operator: 'Google', class: 'search' },
  { name: 'Google-CloudVertexBot', operator: 'Google', class: 'answers' },
  { name: 'Google-Extended', operator: 'Google', class: 'training' },
  // https://www.bing.com/webmasters/help/which-crawlers-does-bing-use-8c184ec0
  { name: 'Bingbot', operator: 'Microsoft', class: 'search' },
  // https://yandex.com/support/webmaster/robot-workings/check-yandex-robots.html
  { name: 'YandexBot', operator: 'Yandex', class: 'search' },
  // https://duckduckgo.com/duckduckgo-help-pages/results/duckduckbot and …/duckassistbot
  { name: 'DuckDuckBot', operator: 'DuckDuckGo', class: 'search' },
  { name: 'DuckAssistBot', operator: 'DuckDuckGo', class: 'user' },
  // https://search.brave.com/help/brave-search-crawler
  { name: 'Bravebot', operator: 'Brave', class: 'search' },
  // https://support.apple.com/en-us/119829
  { name: 'Applebot', operator: 'Apple', class: 'search' },
  { name: 'Applebot-Extended', operator: 'Apple', class: 'training' },
  // https://www.baidu.com/search/robots_english.html
  { name: 'Baiduspider', operator: 'Baidu', class: 'search' },
  // https://www.sogou.com/docs/help/webmasters.htm
  { name: 'Sogou web spider', operator: 'Sogou', class: 'search' },
  { name: 'Sogou inst spider', operator: 'Sogou', class: 'search' },
  // https://www.so.com/help/help_3_2.html
  { name: '360Spider', operator: 'Qihoo 360', class: 'search' },
  { name: 'HaoSouSpider', operator: 'Qihoo 360', class: 'search' },
  // https://zhanzhang.sm.cn
  { name: 'YisouSpider', operator: 'Shenma', class: 'search' },
  // https://zhanzhang.toutiao.com (Bytespider fetches for the search of Toutiao and for the models of ByteDance)
  { name: 'ToutiaoSpider', operator: 'ByteDance', class: 'search' },
  { name: 'Bytespider', operator: 'ByteDance', class: 'training' },
  // https://webmaster.petalsearch.com/site/petalbot
  { name: 'PetalBot', operator: 'Huawei', class: 'search' },
  // https://developers.openai.com/api/docs/bots
  { name: 'OAI-SearchBot', operator: 'OpenAI', class: 'answers' },
  { name: 'GPTBot', operator: 'OpenAI', class: 'training' },
  { name: 'ChatGPT-User', operator: 'OpenAI', class: 'user' },
  // https://support.claude.com/en/articles/8896518
  { name: 'Claude-SearchBot', operator: 'Anthropic', class: 'answers' },
  { name: 'ClaudeBot', operator: 'Anthropic', class: 'training' },
  { name: 'Claude-User', operator: 'Anthropic', class: 'user' },
  // https://docs.perplexity.ai/docs/resources/perplexity-crawlers
  { name: 'PerplexityBot', operator: 'Perplexity', class: 'answers' },
  { name: 'Perplexity-User', operator: 'Perplexity', class: 'user' },
  // https://developers.facebook.com/docs/sharing/webmasters/web-crawlers
  { name: 'meta-webindexer', operator: 'Meta', class: 'answers' },
  { name: 'meta-externalagent', operator: 'Meta', class: 'training' },
  { name: 'meta-externalfetcher', operator: 'Meta', class: 'user' },
  // https://developer.amazon.com/en-US/amazonbot
  { name: 'Amzn-SearchBot', operator: 'Amazon', class: 'answers' },
  { name: 'Amazonbot', operator: 'Amazon', class: 'training' },
  { name: 'Amzn-User', operator: 'Amazon', class: 'user' },
  // https://docs.mistral.ai/robots
  { name: 'MistralAI-Index', operator: 'Mistral AI', class: 'answers' },
  { name: 'MistralAI-Training', operator: 'Mistral AI', class: 'training' },
  { name: 'MistralAI-User', operator: 'Mistral AI', class: 'user' },
  // https://github.com/ai-robots-txt/ai.robots.txt, since their operators document nothing
  { name: 'ChatGLM-Spider', operator: 'Zhipu', class: 'training' },
  { name: 'PanguBot', operator: 'Huawei', class: 'training' },
  // https://commoncrawl.org/ccbot
  { name: 'CCBot', operator: 'Common Crawl', class: 'training' },
  // https://allenai.org/crawler
  { name: 'AI2Bot', operator: 'Ai2', class: 'training' },
];
