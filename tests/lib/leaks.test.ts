/** What is found in Chinese sentences, and what is let pass: misses and false alarms are as bad as each other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLeaks, maskValue } from '#lib/leaks/find.ts';
import type { LeakRule } from '#lib/leaks/finding.ts';
import { hasSigns, hasWrittenSigns } from '#lib/leaks/signs.ts';
import { card, creditCode, grouped, identity, made, wide } from '../helpers/leaks.ts';

const lower = 'abcdefghijklmnopqrstuvwxyz0123456789';
const hex = '0123456789abcdef';
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const phone = ['199', '0000', '7316'].join('');
const other = ['166', '1357', '2468'].join('');
const person = identity('1101011900010100' + '1');
const second = identity('3205021900120122' + '4');
const bank = card('622202020000' + '019');
const visa = card('453201511283' + '036');
const company = creditCode('91110000MA00' + '001XY');
const jwt = [Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url'), Buffer.from('{"uid":4711,"role":"ops"}').toString('base64url'), made(43, 'jwt')].join('.');
const pem = (label: string) => `-----BEGIN ${label}-----\n${made(64, label)}\n${made(64, `${label}2`)}\n`;
const sk = `sk-${made(48, 'sk')}`;

const positives: [rule: LeakRule, text: string][] = [
  ['secret/token', `我的令牌是${sk}，帮我看看。`],
  ['secret/token', `把 \`${sk}\` 填进去就行。`],
  ['secret/token', `DeepSeek 的密钥形如 sk-${made(32, 'deepseek', hex)}。`],
  ['secret/token', `新版：sk-proj-${made(60, 'proj')}_${made(40, 'proj2')}。`],
  ['secret/token', `聚合平台给的是 sk-or-v1-${made(64, 'or', hex)}。`],
  ['secret/token', `密钥：sk-ant-api03-${made(93, 'ant')}AA`],
  ['secret/token', `智谱的密钥${made(32, 'zhipu', hex)}.${made(16, 'zhipu2')}，前半是 id。`],
  ['secret/token', `阿里云 AccessKey：LTAI5t${made(18, 'lta')}。`],
  ['secret/token', `老的阿里云 ID 是LTAI${made(12, 'ltai')}，十六位。`],
  ['secret/token', `腾讯云SecretId是AKID${made(32, 'akid')}。`],
  ['secret/token', `火山引擎：AKLT${made(43, 'aklt')}`],
  ['secret/token', `百度智能云 ALTAK-${made(21, 'altak')}`],
  ['secret/token', `谷歌地图的AIza${made(35, 'aiza')}不要贴出来。`],
  ['secret/token', `AWS 的 AKIA${made(16, 'akia', upper)} 是账号标识。`],
  ['secret/token', `临时凭证ASIA${made(16, 'asia', upper)}。`],
  ['secret/token', `登录后拿到${jwt}这一串。`],
  ['secret/token', `GitHub 令牌ghp_${made(36, 'ghp')}要作废。`],
  ['secret/token', `细粒度令牌 github_pat_${made(22, 'pat')}_${made(59, 'pat2')}`],
  ['secret/token', `GitLab：glpat-${made(20, 'glpat')}`],
  ['secret/token', `抱抱脸的hf_${made(34, 'hf', 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnop').replace(/^.{0}/, '')}`.replace(/hf_/, 'hf_')],
  ['secret/token', `发布用的npm_${made(36, 'npm')}。`],
  ['secret/token', `Slack 机器人${['xo', 'xb'].join('')}-${made(12, 's', '0123456789')}-${made(24, 'slack')}`],
  ['secret/token', `Stripe：${['sk', 'live'].join('_')}_${made(24, 'stripe')}`],
  ['secret/token', `Groq 给的gsk_${made(52, 'groq')}`],
  ['secret/token', `xAI：xai-${made(80, 'xai')}`],
  ['secret/token', `企业微信机器人 https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${grouped(made(32, 'wecom', hex), [8, 4, 4, 4, 12], '-')}`],
  ['secret/token', `钉钉 https://oapi.dingtalk.com/robot/send?access_token=${made(64, 'ding', hex)}`],
  ['secret/token', `飞书 https://open.feishu.cn/open-apis/bot/v2/hook/${grouped(made(32, 'feishu', hex), [8, 4, 4, 4, 12], '-')}`],
  ['secret/token', `中间夹了零宽字符：${sk.slice(0, 12)}\u200b${sk.slice(12)}。`],
  ['secret/token', `全角写的${wide(sk)}也是密钥。`],
  ['secret/private-key', `私钥如下：\n${pem(['RSA', 'PRIVATE KEY'].join(' '))}`],
  ['secret/private-key', `${pem(['PRIVATE', 'KEY'].join(' '))}……后面省略`],
  ['secret/private-key', `${pem(['OPENSSH', 'PRIVATE KEY'].join(' '))}`],
  ['secret/private-key', `"private_key": "${pem(['EC', 'PRIVATE KEY'].join(' ')).replaceAll('\n', '\\n')}"`],
  ['secret/credentials', `请求头写 Authorization: Bearer ${made(40, 'bearer')}`],
  ['secret/credentials', `curl -H "Authorization:Bearer ${made(32, 'bearer2', lower)}" 地址`],
  ['secret/credentials', `Authorization: Basic ${Buffer.from('ops-admin:Tr0ub4dor-9x').toString('base64')}`],
  ['secret/credentials', `x-api-key: ${made(32, 'xapi')}`],
  ['secret/credentials', `api_key = "${made(32, 'apikey', hex)}"`],
  ['secret/credentials', `{"client_secret": "${made(40, 'client')}"}`],
  ['secret/credentials', `Cookie: lang=zh; session_id=${made(32, 'cookie')}`],
  ['secret/credentials', `克隆 https://deploy:${made(20, 'basic')}@git.acme.cn/app.git`],
  ['secret/credentials', `连库用postgres://app:${made(16, 'pg')}@db.acme.cn:5432/app`],
  ['secret/credentials', `mysql://root:${made(16, 'mysql')}@db.acme.cn/app`],
  ['personal/phone', `有事打${phone}找张三。`],
  ['personal/phone', `手机 ${grouped(phone, [3, 4, 4])}，工作日在。`],
  ['personal/phone', `手机：${grouped(phone, [3, 4, 4], '-')}`],
  ['personal/phone', `手机：${grouped(phone, [3, 3, 5])}`],
  ['personal/phone', `手机+86 ${phone}`],
  ['personal/phone', `手机：+86-${grouped(other, [3, 4, 4], '-')}`],
  ['personal/phone', `电话（0086）${other}`],
  ['personal/phone', `全角${wide(phone)}。`],
  ['personal/phone', `全角带空格${wide(grouped(phone, [3, 4, 4])).replaceAll('\uff00', '\u3000')}。`],
  ['personal/phone', `藏起来：${phone.slice(0, 3)}\u200b${phone.slice(3, 7)}\u2060${phone.slice(7)}。`],
  ['personal/phone', `不换行空格 ${grouped(phone, [3, 4, 4], '\u00a0')}`],
  ['personal/phone', `长横 ${grouped(phone, [3, 4, 4], '–')}`],
  ['personal/phone', `微信同号：${other}/备用`],
  ['personal/phone', `[电话](tel:${phone})`],
  ['personal/phone', `序号,电话,城市\n7,${phone},杭州`],
  ['personal/identity', `序号,身份证号\n7,${person}`],
  ['personal/identity', `身份证${person}，请核实。`],
  ['personal/identity', `身份证号：${grouped(second, [6, 8, 4])}`],
  ['personal/identity', `身份证号：${grouped(second, [6, 4, 4, 4], '-')}`],
  ['personal/identity', `全角${wide(person)}`],
  ['personal/identity', `藏着的 ${second.slice(0, 6)}\u200c${second.slice(6)}`],
  ['personal/card', `卡号${bank}，开户行在上海。`],
  ['personal/card', `卡号 ${grouped(bank, [4, 4, 4, 4])}。`],
  ['personal/card', `卡号 ${grouped(card('62178500000123' + '4507'), [4, 4, 4, 4, 3])}。`],
  ['personal/card', `Visa：${grouped(visa, [4, 4, 4, 4], '-')}`],
  ['company/credit-code', `税号${company}。`],
  ['company/credit-code', `纳税人识别号：${creditCode('91310115MA1K' + '3TR47')}`],
  ['internal/address', `接口在10.23.4.17上。`],
  ['internal/address', `打开 http://192.168.31.88:3000/v1 看看。`],
  ['internal/address', `跳板机 172.20.10.5，别公开。`],
  ['internal/address', `IPv6 是 fd12:3456:789a::17。`],
  ['internal/host', `代码在 https://gitlab.acme.corp/ai/gateway 上。`],
  ['internal/host', `数据库是db-prod.mysql.internal，只读。`],
  ['internal/host', `请求 http://one-api.local:3000/v1。`],
];

const negatives: string[] = [
  '把 sk-你的令牌 填进去。', '形如 sk-xxxxxxxxxxxxxxxxxxxxxxxx。', '写 sk-your-api-key-here 的地方换成自己的。', '日志里只留 sk-****7f3a。', 'sk-1234567890abcdef1234567890abcdef 只是例子。',
  'sk-abcdefghijklmnopqrstuvwxyz123456 不是真的。', '密钥以 sk- 开头，共 51 位。', `grep -rE 'sk-[A-Za-z0-9_-]{16,}' .`, 'export OPENAI_API_KEY="sk-..."', '页面 task-management-2024-08-15-review 的地址。',
  'Authorization: Bearer $OPENAI_API_KEY', 'Authorization: Bearer ${ALLTKN_API_KEY}', 'Authorization: Bearer <token>', 'Authorization: Bearer YOUR_API_KEY_1234567890', 'Authorization: Bearer sk-你的令牌',
  'Bearer 后面填完整的密钥，前后没有多余空格。', 'const key = process.env.OPENAI_API_KEY_2;', 'api_key = os.environ["OPENAI_API_KEY"]', 'apiKey: import.meta.env.VITE_OPENAI_API_KEY', 'Authorization: Basic dXNlcjpwYXNzd29yZA==',
  `AWS 文档里的 ${['AKIA', 'IOSFODNN7', 'EXAMPLE'].join('')}。`, '谷歌的密钥以 AIza 开头。', '阿里云的 AccessKey ID 以 LTAI 开头，长 24 位。', '令牌是三段，eyJ 开头的第一段是头。', `jwt.io 的例子 ${['eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ', 'SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c'].join('.')}`,
  '-----BEGIN PRIVATE KEY-----\n（你的私钥）\n-----END PRIVATE KEY-----', '-----BEGIN CERTIFICATE-----', '-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----', 'https://user:password@example.com/', 'postgres://user:pass@localhost:5432/app',
  'mysql://root:${DB_PASSWORD}@db/app', '占位手机号 13800138000。', '手机号写成 138****8000。', '手机号 13812345678 只是格式示例。', '客服热线 400-820-8820。',
  '时间戳 1700000000 是秒，1700000000000 是毫秒。', '"created": 1763712000, "id": 1763712000123', '订单号 202611201234567890。', '2026-11-20 08:30:00 的日志', '2026-01-02 2026-03-04 两次复核。',
  `内容散列 ${made(64, 'hash', hex)}。`, `提交 ${made(40, 'commit', hex)}`, `IndexNow 的文件 ${made(32, 'indexnow', hex)}.txt`, `"hash":"${made(32, 'digits', '0123456789')}"`, `/_astro/index.${made(8, 'asset')}.css 与 chunk-${made(8, 'chunk')}.js`,
  `<p>sha256-${made(43, 'csp')}=</p>`, `"integrity": "sha512-${made(86, 'sri')}=="`, '编号 11010519491231002X 是国家标准里的例子。', `身份证号 ${person.slice(0, 17)}${person.endsWith('1') ? '2' : '1'} 的校验位不对。`, '11 位、15 位或 18 位的数字。',
  '测试卡 4242 4242 4242 4242。', '卡号 4111111111111111 是测试号。', `${bank.slice(0, 15)}${(Number(bank.at(-1)) + 1) % 10} 校验不过。`, '行号 5132 5129 5127 5126', '{"position":[4027,4026,4025,4024]}',
  '信用代码 91350100M000100Y43 是标准里的例子。', 'sequence 0.4532015112830366 是小数', '雪花 ID 1876543210987654321', '版本 10.0.19045.3803', '见 RFC 9110 第 10.2.3 节。',
  '本机 127.0.0.1:8080 和 localhost:3000。', '文档地址 192.0.2.10、198.51.100.7 和 203.0.113.9。', '路由器一般是 192.168.1.1。', '内网段是 10.0.0.0/8、172.16.0.0/12 和 192.168.0.0/16。', '写成 192.168.x.x。',
  '容器里用 host.docker.internal:11434。', '改 .env.local 再重启。', '例如 docker-compose.local.yml。', 'this.config.local = true', 'https://api.example.com/v1 和 https://gateway.example.org。',
  '公网地址 8.8.8.8 与 114.114.114.114。', '元数据地址 169.254.169.254。', 'Chrome/120.0.6099.109 Safari/537.36', 'M8.22 1.754a.25.25 0 0 0-.44 0L1.698 13.132a.25.25 0 0 0 .22.368h12.164a.25.25 0 0 0 .22-.368Z', '1 3 5 7 9 11 13 15 17 19 21 23 25', '14 13 12 11 103 102 10 0072 keyhttp', '2026 199 1988 1986 1985 1973 197',
  '知乎 https://www.zhihu.com/question/19907316244/answer/1', '邮箱 support@alltkn.example 和 @astrojs/mdx@8.0.2。', '长度 16 384 与 1 048 576 个词元', '价格 1,390,000,000 元', 'uuid 550e8400-e29b-41d4-a716-446655440000',
  'gpt-4o-mini-2024-07-18 与 claude-3-5-sonnet-20241022', 'model: deepseek-r1-distill-qwen-32b-awq-int4', 'cache-key: node-modules-linux-x64-20241122', 'x-request-id: req_011CTVe5HmgwLQLgTBfrfYZv', '"access_token": "你的令牌"',
];

test('the tables are long enough', () => assert.ok(positives.length >= 60 && negatives.length >= 60));

for (const [index, [rule, text]] of positives.entries()) {
  test(`finds ${rule} (${index + 1})`, () => {
    assert.deepEqual(findLeaks(text).map((found) => found.rule), [rule], text);
    assert.ok(hasWrittenSigns(text), 'the quick look does not pass over it');
  });
}

for (const text of negatives) test(`lets pass: ${text.slice(0, 40)}`, () => assert.deepEqual(findLeaks(text).map(({ rule, start, end }) => `${rule} ${text.slice(start, end)}`), []));

test('the quick look for built files passes over nothing but tricks, and what was searched for in the content alone', () => {
  const missed = positives.filter(([rule, text]) => !hasSigns(text) && text === text.normalize('NFKC') && !/[\u200b-\u2060–\u3000]/.test(text) && !['secret/credentials', 'company/credit-code'].includes(rule) && !/IPv6|机器人|飞书|钉钉|GitLab|xAI/.test(text));
  assert.deepEqual(missed.map(([rule, text]) => `${rule} ${text}`), []);
});

test('a row of characters is worth a search from thirty on, wherever it stands, and the number of a company too', () => {
  const row = 'q1-_'.repeat(8);
  for (let before = 0; before < 40; before += 1) {
    const inText = (value: string) => hasWrittenSigns(`${'的'.repeat(before)}${value}。`);
    assert.deepEqual([inText(row.slice(0, 29)), inText(row.slice(0, 30)), inText(company), inText(`x${company}x`)], [false, true, true, true], `behind ${before} characters`);
  }
});

test('a place is that of the value in the text, whatever stands before it', () => {
  const text = `前面有\u200b零宽字符😀和全角ＡＢ：${phone}。`;
  const [found] = findLeaks(text);
  assert.equal(text.slice(found!.start, found!.end), phone);
});

test('each of several values is found once', () => {
  assert.deepEqual(findLeaks(`${phone}、${other}；${sk}；${person}`).map(({ rule }) => rule), ['personal/phone', 'personal/phone', 'secret/token', 'personal/identity']);
});

test('a value of many words with a number at its end is judged, however many they are', () => {
  const name = Array.from({ length: 60 }, (_, index) => `${'bcdfghjklm'[index % 10]}${'aeiou'[index % 5]}`).join('_');
  assert.deepEqual([`${name}_90817`, `${name}_908`, `${name}3_w_90817`].map((value) => findLeaks(`把 access_token=${value} 写进设置。`).length), [1, 0, 1]);
});

test('a list of fifty thousand customers or hosts is read once, not once for each of them, and a key of 200,000 characters too', () => {
  const many = (line: (index: number) => string) => findLeaks(Array.from({ length: 50_000 }, (_, index) => line(index)).join('\n')).length;
  assert.equal(many((index) => `客户甲：199${String(12_340_567 + index * 97)}`), 50_000);
  assert.equal(many((index) => `主机 db${index}.prod.corp，地址 10.1.2.${1 + (index % 200)}`), 100_000);
  assert.equal(findLeaks(`api_key: ${made(1000, 'long', hex).repeat(200)}`).length, 1);
});

test('a row of beginnings of a token or of the name of a session is searched to its end', () => {
  for (const part of ['-eyJ', 'sess']) {
    const row = `cookie: ${part.repeat(80_000)}`;
    assert.deepEqual(findLeaks(row), []);
    assert.deepEqual(findLeaks(`${row}\n有事打${phone}找张三。`).map(({ rule }) => rule), ['personal/phone']);
    assert.equal(hasWrittenSigns(`${row}\n有事打${phone}找张三。`), true);
  }
});

test('what stands before an address tells what it is', () => {
  const found = (text: string) => findLeaks(text).length;
  assert.deepEqual(['见版本 v10.1.2.3。', '见 version  10.1.2.3。', '主机 10.1.2.3。'].map(found), [0, 0, 1]);
  assert.deepEqual(['打开 //db.corp。', '连接 db.corp:8080。', '写成 x = db.a.corp。', '主机 db.a.corp。', '一段 db.corp。'].map(found), [1, 1, 0, 1, 0]);
});

test('only the ends of a value are shown', () => {
  assert.equal(maskValue(phone), '19…16');
  assert.equal(maskValue(sk), `${sk.slice(0, 4)}…${sk.slice(-4)}`);
  assert.equal(maskValue('abcd'), '…');
});
