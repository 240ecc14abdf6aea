/** Code of the corpus: short programs, no two alike. */
import type { Random } from './random.ts';

export interface Snippet {
  language: string;
  extension: string;
  text: string;
}

/** A program in one of a few languages, for entry `number`. */
export function makeCode(number: number, random: Random): Snippet {
  const [language, extension, write] = random.pick(programs);
  const id = `job_${number}_${random.int(100, 999)}`;
  return { language, extension, text: write(id, random.int(2, 9), random.int(100, 9999)) };
}

type Write = (id: string, few: number, many: number) => string;

const bash: Write = (id, few, many) => `#!/usr/bin/env bash
set -euo pipefail
# ${id}：最多 ${few} 次，每次隔 ${many} 毫秒
for attempt in $(seq 1 ${few}); do
  curl -sS -m ${few + 20} "$BASE_URL/chat/completions" \\
    -H "Authorization: Bearer $API_KEY" -d @${id}.json && break
  sleep ${(many / 1000).toFixed(2)}
done
`;

const python: Write = (id, few, many) => `import time
from openai import OpenAI

client = OpenAI(max_retries=0, timeout=${few + 20})

def ${id}(text: str) -> str:
    """最多 ${few} 次，每次隔 ${many} 毫秒。"""
    for attempt in range(${few}):
        reply = client.chat.completions.create(model="demo-${many}", messages=[{"role": "user", "content": text}])
        if reply.choices:
            return reply.choices[0].message.content
        time.sleep(${many} / 1000 * 2**attempt)
    raise RuntimeError("${id}")
`;

const js: Write = (id, few, many) => `import OpenAI from 'openai';

const client = new OpenAI({ maxRetries: ${few}, timeout: ${many} });

export async function ${id}(lines) {
  const batch = lines.slice(0, ${many % 90 + 10});
  const replies = await Promise.all(batch.map((content) => client.chat.completions.create({ model: 'demo-${many}', messages: [{ role: 'user', content }] })));
  return replies.flatMap(({ choices }) => choices.map(({ message }) => message.content ?? ''));
}
`;

const json: Write = (id, few, many) => `{
  "model": "demo-${many}",
  "stream": ${few % 2 === 0},
  "max_tokens": ${many},
  "user": "${id}",
  "messages": [{ "role": "user", "content": "第 ${many} 条样本" }]
}
`;

const programs: readonly (readonly [language: string, extension: string, write: Write])[] = [['bash', 'sh', bash], ['python', 'py', python], ['js', 'mjs', js], ['json', 'json', json]];
