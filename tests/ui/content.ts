/** The small site with what readers' tools work on: tabs, placeholders, terms, two checklists with the same names, hostile text. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySmallSite } from '../helpers/content.ts';
import { fill } from '../helpers/fixture.ts';

export const hostileTitle = `1 < 2 &amp; "'”报错 😀 怎么办？`;

const files: Record<string, string> = {
  'answers/tools.mdx': `---
title: ${JSON.stringify(hostileTitle)}
---

## 第一段

先看<Term to="base-url">接口地址</Term>的意思，再看[另一页](answers/more-tabs)。

<Tabs>
<Tab label="Python">

\`\`\`python title="chat.py" {2}
key = "sk-你的令牌"
send(key)
\`\`\`

</Tab>
<Tab label="Node">

\`\`\`js
const key = 'sk-你的令牌';
\`\`\`

</Tab>
</Tabs>

## 第二段

<Tabs>
<Tab label="curl">

用 curl。

</Tab>
<Tab label="Node">

用 Node，找得到的一句话。

</Tab>
</Tabs>
`,
  'answers/more-tabs.mdx': `---
{}
---

<Tabs>
<Tab label="Python">

甲

</Tab>
<Tab label="Node">

乙

</Tab>
</Tabs>
`,
  'glossary/key.mdx': `---
title: 密钥（一种凭据）
term: 密钥
---
`,
  'glossary/retry.mdx': `---
title: 重试（再发一次）
term: 重试
pinyin: chong shi
---
`,
  'checklists/hostile.mdx': `---
title: 第二份清单 1 < 2 & "y"
when: 随时。
sections:
  - title: "=1+1"
    items:
      - { id: base-url, text: "=HYPERLINK(\\"https://a.example\\",\\"点\\")", evidence: "+截图, \\"原件\\"", owner: "@小王" }
      - { id: key, text: "看 \`a|b\` 和 *星号*" }
---
`,
};

/** The folder of the site, deleted when the test file ends. */
export function toolSite(): string {
  const dir = copySmallSite();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), fill(name, text.replace('{}\n', '')).text);
  const config = join(dir, 'site.yaml');
  writeFileSync(config, readFileSync(config, 'utf8').replace('support: /about/', 'support: /about/, report: "https://forms.example/?page={url}&title={title}"'));
  return dir;
}
