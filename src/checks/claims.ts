/** Amounts of money, percentages, laws and service levels rest on a source. */
import { fieldTexts } from '#markup/prose.ts';
import { makePointAt } from '#markup/report.ts';
import { isLiving, type Entry } from '#model/entry.ts';
import type { Place } from '#model/problem.ts';
import { placeOf } from '#model/read.ts';
import type { Check, CheckContext, Found } from './check.ts';

export const claims: Check = {
  id: 'claims',
  rules: [
    {
      id: 'claim/source',
      severity: 'warning',
      why: {
        zh: '金额、百分比、法规和 SLA 会被当成事实引用；没有来源，读者无从核对，编辑到复核时也不知道该看哪里。',
        en: 'Amounts, percentages, laws and service levels are quoted as facts; without a source readers cannot check them, nor editors at the next review.',
      },
      example: {
        bad: 'basis: [换成流式之后，首字等待时间平均缩短 62%。]',
        good: 'basis: [换成流式之后，首字等待时间平均缩短 62%。]\nsources:\n  - { title: 首字等待时间的测量记录, url: "https://example.org/latency", checked: 2026-05-20 }',
      },
    },
    {
      id: 'claim/kind',
      severity: 'error',
      why: { zh: '写错的内容类型不会被检查，而且没有人会发现。', en: 'A kind misspelt here is not checked, and nobody would notice.' },
      example: { bad: 'checks: { claims: [answer] }', good: 'checks: { claims: [answers] }' },
    },
  ],
  find: unknownKinds,
  findIn: (item, config) => (isLiving(item) && config.checks.claims.includes(item.kind.id) && !item.data.sources?.length ? unsourced(item) : []),
};

function unknownKinds({ edition: { site }, settings }: CheckContext): Found[] {
  const known = site.kinds.map(({ id }) => id);
  return site.config.checks.claims.flatMap((id, index) => {
    if (known.includes(id)) return [];
    return [{
      ...settings(['checks', 'claims', index]),
      rule: 'claim/kind',
      message: { zh: `没有叫 "${id}" 的内容类型。`, en: `There is no kind "${id}".` },
      hint: { zh: `可用的有：${known.join('、')}。`, en: `The kinds are: ${known.join(', ')}.` },
    }];
  });
}

function unsourced(entry: Entry): Found[] {
  return claimsOf(entry).map(({ claim, place }) => ({
    ...place,
    rule: 'claim/source',
    message: { zh: `“${claim}”没有来源。`, en: `"${claim}" has no source.` },
    hint: { zh: '在 sources 里写上它的出处：title、url 和 checked；只是举例，就换成不带数字的说法。', en: 'Say in sources where it comes from, with title, url and checked; if it is an example only, say it without the number.' },
  }));
}

interface Claim {
  claim: string;
  place: Place;
}

/** The first claim of each field and of each line of the body: one source settles them all. */
function claimsOf(entry: Entry): Claim[] {
  const { data, kind, source } = entry;
  const asked = new Set(kind.phrasings?.(data));
  const fields = fieldTexts(entry, (field) => !silent.has(field)).filter(({ text }) => !asked.has(text)).flatMap(({ text, path }) => find(text).slice(0, 1).map(({ claim }) => ({ claim, place: placeOf(source, path) })));
  const pointAt = makePointAt(source.text);
  const body = find(source.text.slice(source.bodyStart)).map(({ claim, index }) => ({ claim, place: { file: source.file, ...pointAt(source.bodyStart + index) } }));
  return [...fields, ...body.filter(({ place }, index) => place.line !== body[index - 1]?.place.line)];
}

/** Fields that ask, name, date or disown: nothing is claimed in them. */
const silent = new Set<PropertyKey>(['title', 'aliases', 'notFor', 'neverShare', 'related', 'sources', 'revisions', 'review', 'waivers', 'files', 'question', 'published', 'updated', 'category', 'tags', 'redirectFrom']);

/** A number begins at its first digit. From each of them, a row of digits as long as those in code would be read to its end. */
const number = String.raw`(?<!\d[,.]*)\d[\d,.]*(?:\s?[%％]?\s?[–~～到至-]\s?\d[\d,.]*)?`;
const money = String.raw`(?:US\$|RMB|[￥¥$€£])\s?${number}|${number}\s?[万亿千百]?\s?(?:元|块钱|美元|美金|美分|人民币|欧元|日元|港元|(?:dollars?|USD|CNY|RMB|EUR|yuan)\b)(?![素组数件年旦气])`;
const share = String.raw`${number}\s?(?:[%％‰](?![0-9A-Za-z])|percent\b)|百分之[\d一二三四五六七八九十百零点]+`;
const law = String.raw`《[^《》\n]{1,40}(?:条例|规定|办法|细则|准则|公约|(?<![方用语写做算说看想书])法)(?:（[^）]*）)?》`;
const level = String.raw`\bSLA\b[^，。；\n]{0,12}\d[\d.]*|(?<!\d\.*)\d[\d.]*[^，。；\n]{0,6}\bSLA\b`;
const claim = new RegExp(`${level}|${money}|${share}|${law}`, 'giu');
/** Code, addresses, comments and tags of a body, and what stands in backticks in a field. */
const noProse = /^[ \t]*([`~]{3,})[^\n]*\n[\s\S]*?^[ \t]*\1[^\n]*$|`[^`\n]+`|\{\/\*[\s\S]*?\*\/\}|\]\([^)\s]*\)|https?:\/\/[\w/.%?=&#~:+-]+|<\/?[A-Z][^>]{0,10000}>/gm;
/** What readers are told to set is no claim: 先切 5% 的流量. */
const told = /(?:抽|切|放|导|引|留|取|采|采样|抽样|设|设成|设为|调到|灰度|控制在|限制在|保留|预留)[^，。；：\n]{0,4}$/u;
/** The most that it takes, in UTF-16 units, rounded up: all that stands before would be read for each of a table of percentages. */
const longestTold = 16;

function find(text: string): { claim: string; index: number }[] {
  if (text.search(claim) < 0) return [];
  const prose = text.replace(noProse, (part) => part.replace(/[^\n]/g, ' '));
  return [...prose.matchAll(claim)].filter(({ 0: found, index }) => !(/[%％‰]$/.test(found) && told.test(prose.slice(Math.max(0, index - longestTold), index)))).map(({ 0: found, index }) => ({ claim: found.trim(), index }));
}
