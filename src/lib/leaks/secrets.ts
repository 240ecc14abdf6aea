/** Keys and tokens that secretlint's preset does not know, and headers that carry one. */
import type { Finding } from './finding.ts';
import { isPasswordWord, looksReal } from './placeholder.ts';

/** Formats of keys. What stands between brackets is the part that a machine has made. */
const keys: readonly RegExp[] = [
  /(?<![A-Za-z0-9])sk-(?:[a-z]{2,8}-)?(?:[a-z]{2,6}\d{0,2}-)?([A-Za-z0-9_-]{16,})/g, // OpenAI and all who took its form: DeepSeek, Moonshot, Qwen, gateways
  /(?<![A-Za-z0-9])[rs]k_(?:live|prod)_([A-Za-z0-9]{16,})/g, // Stripe
  /(?<![A-Za-z0-9])AIza([A-Za-z0-9_-]{35})(?![A-Za-z0-9_-])/g, // Google
  /(?<![A-Za-z0-9])LTAI([A-Za-z0-9]{12,26})(?![A-Za-z0-9])/g, // Alibaba Cloud
  /(?<![A-Za-z0-9])AKID([A-Za-z0-9]{32})(?![A-Za-z0-9])/g, // Tencent Cloud
  /(?<![A-Za-z0-9])AKLT([A-Za-z0-9_-]{20,60})(?![A-Za-z0-9_-])/g, // Volcengine
  /(?<![A-Za-z0-9])ALTAK-?([A-Za-z0-9]{20,32})(?![A-Za-z0-9])/g, // Baidu Cloud
  /(?<![A-Za-z0-9])(?:A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA)([A-Z0-9]{16})(?![A-Za-z0-9])/g, // AWS
  /(?<![A-Za-z0-9._/-])([0-9a-f]{32}\.[A-Za-z0-9]{16})(?![A-Za-z0-9.])/g, // Zhipu
  /(?<![A-Za-z0-9])(?:xai|pplx|nvapi|fw|r8|tvly)[-_]([A-Za-z0-9_-]{30,})/g, // xAI, Perplexity, NVIDIA, Fireworks, Replicate, Tavily
  /(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{8,8000}\.([A-Za-z0-9_-]{16,})/g, // JWT, RFC 7519; without a most each of many beginnings would be read to the end
  /qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=([0-9a-f-]{36})/g, // WeCom robot
  /oapi\.dingtalk\.com\/robot\/send\?access_token=([0-9a-f]{40,})/g, // DingTalk robot
  /open\.(?:feishu|larksuite)\.(?:cn|com)\/open-apis\/bot\/v2\/hook\/([0-9a-f-]{36})/g, // Feishu robot
];

/** The token that jwt.io shows to everybody. */
const sampleToken = 'eyJzdWIiOiIxMjM0NTY3ODkwI';

/** Keys in `text`. */
export function findKeys(text: string): Finding[] {
  return keys.flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap((match): Finding[] => {
      const [whole, made = ''] = match;
      if (!looksReal(made) || whole.includes(sampleToken) || isSlug(made)) return [];
      return [{ rule: 'secret/token', start: match.index, end: match.index + whole.length }];
    }),
  );
}

/** Whether `made` is words and numbers between dashes, as names of files and models are. */
function isSlug(made: string): boolean {
  return made.length < 36 && made.split(/[-_]/).every((part) => part.length < 10 || /^(?:[A-Za-z]+|\d+)$/.test(part)) && /[-_]/.test(made) && !/^[0-9a-f]{8}-[0-9a-f]{4}-/.test(made);
}

/** A private key whose body has begun; secretlint asks for the end too. */
const privateKey = /-----BEGIN [A-Z ]{0,20}PRIVATE KEY(?: BLOCK)?-----(?:\s|\\[nr])*([A-Za-z0-9+/=]{16,})(?:[A-Za-z0-9+/=\s]|\\[nr]){24,}/g;

/** Private keys in `text`. */
export function findPrivateKeys(text: string): Finding[] {
  return Array.from(text.matchAll(privateKey)).flatMap((match) => (looksReal(match[1]!) ? [{ rule: 'secret/private-key', start: match.index, end: match.index + match[0].length } as const] : []));
}

/** Names whose value is a credential. The value stands in the group. */
const bearer = /\bBearer\s+["']?([A-Za-z0-9._~+/-]{16,}=*)/gi;
const named = /(?:x-api-key|api[-_]?key|access[-_]?token|auth[-_]?token|refresh[-_]?token|secret[-_]?key|access[-_]?key(?:[-_]?(?:id|secret))?|client[-_]?secret|app[-_]?secret|authorization)["']?\s*[:=]\s*["'`]?([A-Za-z0-9._~+/-]{20,}=*)/gi;
const cookie = /\bcookie["']?\s*[:=]\s*["']?(?:[\w-]+=[^;\s"']*;\s*)*[\w-]{0,60}(?:sess|sid|token|auth)[\w-]{0,60}=([A-Za-z0-9%._+/-]{16,})/gi;
const basic = /\bBasic\s+([A-Za-z0-9+/]{8,}={0,2})(?![A-Za-z0-9+/=])/gi;

/** Headers and settings of `text` that carry a credential. */
export function findCredentials(text: string): Finding[] {
  const values = [bearer, named, cookie].flatMap((pattern) => Array.from(text.matchAll(pattern)).filter(([, value = '']) => looksReal(value) && !isName(value)));
  const pairs = Array.from(text.matchAll(basic)).filter(([, coded = '']) => isUserAndPassword(Buffer.from(coded, 'base64').toString()));
  return [...values, ...pairs].map(({ 0: whole, 1: value = '', index }) => {
    const start = index + whole.lastIndexOf(value);
    return { rule: 'secret/credentials', start, end: start + value.length };
  });
}

/** Whether `value` is the name of a variable, a file or an address: words, and at most a number at the end. */
function isName(value: string): boolean {
  return words.test(value) || value.includes('//');
}

/** An underscore joins words and is a character of them: where it could be read as both, a name of thirty words would take a minute, and each further one twice as long. */
const words = /^[A-Za-z_]+(?:(?:\d[._/-]|[./-])[A-Za-z_]+)*\d{0,3}$/;

function isUserAndPassword(decoded: string): boolean {
  const [, password] = /^[\x21-\x39\x3b-\x7e]{2,}:([\x21-\x7e]{3,})$/.exec(decoded) ?? [];
  return password !== undefined && !isPasswordWord(password);
}
