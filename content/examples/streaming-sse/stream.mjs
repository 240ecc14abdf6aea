// 不装任何依赖，用 fetch 读取流式输出，把 SSE 的每一步都摆在明面上。
const baseUrl = (process.env.ALLTKN_BASE_URL ?? 'https://api.alltkn.com/api/v1').replace(/\/+$/, '');
const apiKey = process.env.ALLTKN_API_KEY;
if (!apiKey) {
  console.error('没有读到令牌：先执行 export ALLTKN_API_KEY=sk-你的令牌');
  process.exit(1);
}

// 把字节流还原成一个个事件的 data 内容。网络分块和事件边界没有关系，
// 一个汉字、一行、一个事件都可能被切成两半，所以必须先攒够再切。
async function* readEvents(body) {
  const decoder = new TextDecoder();
  let rest = '';
  let data = [];
  for await (const bytes of body) {
    rest += decoder.decode(bytes, { stream: true });
    const lines = rest.split(/\r?\n/);
    rest = lines.pop(); // 最后一截还没遇到换行，留到下一块
    for (const line of lines) {
      if (line === '') {
        if (data.length) yield data.join('\n'); // 空行表示一个事件结束
        data = [];
      } else if (line.startsWith('data:')) {
        data.push(line.slice(5).replace(/^ /, ''));
      } // 冒号开头的是心跳注释，其他字段这里用不到
    }
  }
}

const started = performance.now();
const response = await fetch(`${baseUrl}/chat/completions`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({
    model: process.env.ALLTKN_MODEL ?? 'deepseek-chat',
    messages: [{ role: 'user', content: '用 200 字介绍一种你熟悉的排序算法。' }],
    stream: true,
  }),
});

const type = response.headers.get('content-type') ?? '';
if (!response.ok || !type.startsWith('text/event-stream')) {
  console.error(`${response.status} ${type}\n${(await response.text()).slice(0, 600)}`);
  process.exit(1);
}

const arrivals = [];
let done = false;
try {
  for await (const data of readEvents(response.body)) {
    if (data === '[DONE]') {
      done = true;
      break;
    }
    const event = JSON.parse(data);
    if (event.error) {
      console.error(`\n流中途报错：${JSON.stringify(event.error)}`);
      process.exit(1);
    }
    const text = event.choices?.[0]?.delta?.content;
    if (text) {
      arrivals.push((performance.now() - started) / 1000);
      process.stdout.write(text);
    }
  }
} catch (error) {
  if (!(error instanceof TypeError)) throw error; // fetch 在连接被切断时抛 TypeError: terminated
}

const [first, last] = [arrivals[0] ?? 0, arrivals.at(-1) ?? 0];
console.error(`\n首段 ${first.toFixed(2)} 秒，末段 ${last.toFixed(2)} 秒，共 ${arrivals.length} 段`);
if (!done) {
  console.error('没有收到 [DONE]：连接在中途断开，文本不完整');
  process.exitCode = 1;
}
