/** The rules of what must not be public: what it is called, why, and what to write instead. None of them can be waived. */
import type { LeakRule } from '#lib/leaks/finding.ts';
import type { Words } from './problem.ts';
import { rule, type Rule } from './rule.ts';

interface LeakWords {
  /** What was found. */
  name: Words;
  hint: Words;
}

const revoke: Words = { zh: '换成占位符，例如 sk-你的令牌；再到发放它的地方把这一个作废，写进过文件的就当作已经泄露。', en: 'Write a placeholder such as sk-your-token, and revoke this one where it was issued: what has been in a file has leaked.' };
const remove: Words = { zh: '删掉它，或换成明显的占位，例如 13800138000；本来就要公开的，写进 site.yaml 的 checks.public。', en: 'Delete it or write an obvious placeholder such as 13800138000; if it is meant to be public, list it in checks.public of site.yaml.' };
const invent: Words = { zh: '换成文档专用的写法，例如 192.0.2.10 或 api.example.com；本来就要公开的，写进 site.yaml 的 checks.public。', en: 'Write what is reserved for documentation, such as 192.0.2.10 or api.example.com; if it is meant to be public, list it in checks.public of site.yaml.' };

/** What is said of each kind of finding. */
export const leakWords: Readonly<Record<LeakRule, LeakWords>> = {
  'secret/token': { name: { zh: '密钥', en: 'a key' }, hint: revoke },
  'secret/private-key': { name: { zh: '私钥', en: 'a private key' }, hint: revoke },
  'secret/credentials': { name: { zh: '登录凭据', en: 'credentials' }, hint: revoke },
  'personal/identity': { name: { zh: '身份证号', en: 'an identity number' }, hint: remove },
  'personal/phone': { name: { zh: '手机号', en: 'a mobile number' }, hint: remove },
  'personal/card': { name: { zh: '银行卡号', en: 'the number of a bank card' }, hint: remove },
  'company/credit-code': { name: { zh: '统一社会信用代码', en: 'a unified social credit code' }, hint: remove },
  'internal/address': { name: { zh: '内网地址', en: 'a private address' }, hint: invent },
  'internal/host': { name: { zh: '内网主机名', en: 'an internal host' }, hint: invent },
};

// The values are put together here, so that no scanner takes this file for a leak. None of them is anybody's.
const key = ['sk', 'q7Zt3mWc9L', 'dX2vBn8RkY4pHs'].join('-').replace('L-d', 'Ld');
const pem = ['-----BEGIN', 'PRIVATE KEY-----'].join(' ');
const body = ['MIIEvQIBADANBgkqhkiG9w0B', 'AQEFAASCBKcwggSjAgEAAoIBAQC7'].join('');
const phone = ['199', '0000', '7316'].join('');
const identity = ['110101', '19000101', '0014'].join('');
const card = ['6222', '0200', '0000', '0197'].join(' ');
const code = ['9111', '0000', 'MA00', '001XY2'].join('');

/** The rules, for `lede explain` and the check. */
export const leakRules: readonly Rule[] = [
  rule('secret/token', '公开过的密钥谁都能用，账单和数据都算在它的主人头上。', 'A key that was public can be used by anybody, at the cost of its owner.', { bad: `把 \`${key}\` 填进去。`, good: '把 `sk-你的令牌` 填进去。' }),
  rule('secret/private-key', '拿到私钥的人可以冒充它的主人，而且看不出来。', 'Whoever holds a private key can pass for its owner, and nobody can tell.', { bad: `\`\`\`text\n${pem}\n${body}\n${body}\n\`\`\``, good: `\`\`\`text\n${pem}\n（私钥的内容）\n\`\`\`` }),
  rule('secret/credentials', '请求头、地址和配置里的用户名、口令和令牌，复制一次就能登录。', 'A name and password or a token in a header, an address or a setting lets whoever copies it log in.', { bad: `\`Authorization: Bearer ${key.slice(3)}\``, good: '`Authorization: Bearer $API_KEY`' }),
  rule('personal/identity', '身份证号一辈子不换，公开一次就收不回来。', 'An identity number stays for life and cannot be called back.', { bad: `身份证号填 ${identity}。`, good: '身份证号填 11010519491231002X（国家标准里的例子）。' }),
  rule('personal/phone', '手机号能找到人，也能找回账号；公开它要本人同意。', 'A mobile number reaches a person and recovers accounts; it is theirs to publish.', { bad: `有事打 ${phone}。`, good: '手机号填 13800138000 这样的占位。' }),
  rule('personal/card', '卡号是付款凭据的一半，写在页面上就是交给了别人。', 'The number of a card is half of what a payment needs.', { bad: `卡号 ${card}。`, good: '卡号 4242 4242 4242 4242（支付服务给的测试号）。' }),
  rule('company/credit-code', '别家公司的信用代码能用来开票和冒名登记；自己的要公开，先写进 site.yaml。', 'With a credit code invoices are issued and names borrowed; one that is your own is listed in site.yaml first.', { bad: `抬头税号填 ${code}。`, good: '抬头税号填你公司的统一社会信用代码。' }),
  rule('internal/address', '内网地址告诉外人里面怎样排布，对读者却打不开。', 'A private address tells outsiders how a network is laid out, and readers cannot open it.', { bad: `接口在 ${['10', '23', '4', '17'].join('.')}。`, good: '接口在 192.0.2.10。' }),
  rule('internal/host', '内网主机名告诉外人里面有什么，对读者却打不开。', 'The name of an internal host tells outsiders what there is, and readers cannot open it.', { bad: `接口在 http://gateway.corp:8080。`, good: '接口在 https://gateway.example.com。' }),
  rule('secret/file', '密钥文件和环境文件放进 public 文件夹，就原样发布给所有人。', 'A file of keys or settings in the public folder is published to everybody as it is.', { bad: 'public/.env', good: 'public/logo.svg' }),
  rule('secret/directive', '能用一句注释关掉的检查，谁也不再相信；占位符不会被当成密钥。', 'Nobody can rely on a check that a comment turns off; placeholders are not taken for secrets anyway.', { bad: `{/* ${'secretlint'}-disable */}\n\n正文。`, good: '正文。' }),
];
