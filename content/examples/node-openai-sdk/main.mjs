// 用 OpenAI 官方 Node SDK 调用 ALLTKN，只改地址、令牌和模型名。
import OpenAI from 'openai';

const baseURL = process.env.ALLTKN_BASE_URL ?? 'https://api.alltkn.com/api/v1';
const model = process.env.ALLTKN_MODEL ?? 'deepseek-chat';
const apiKey = (process.env.ALLTKN_API_KEY ?? '').trim();

if (!apiKey) stop('没有读到令牌：先执行 export ALLTKN_API_KEY=sk-你的令牌');
if (/[^\x21-\x7e]/.test(apiKey)) stop('令牌里有空格或中文：占位符还没有换成真的令牌');

const client = new OpenAI({ baseURL, apiKey, timeout: 60_000 });

try {
  const reply = await client.chat.completions.create({
    model,
    messages: [{ role: 'user', content: '用一句话说明什么是环境变量。' }],
  });
  if (!reply.choices) stop(`返回的不是接口响应，Base URL 多半填成了网页地址：${baseURL}`);

  console.log(reply.choices[0].message.content);
  console.error(`模型 ${reply.model}，共 ${reply.usage?.total_tokens ?? '未返回'} 个 token`);
} catch (error) {
  // 超时是连接错误的子类，要先判断。
  if (error instanceof OpenAI.APIConnectionTimeoutError) stop('超时：60 秒内没有等到响应');
  if (error instanceof OpenAI.APIConnectionError) stop(`连不上 ${baseURL}：${error.cause?.message ?? error.message}`);
  if (error instanceof OpenAI.APIError) stop(error.message); // 文字以状态码开头
  throw error;
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
