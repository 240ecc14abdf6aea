/** Bodies of the corpus: sections of prose with code, tables, notes, steps, links, terms and citations. */
import { makeCode } from './code.ts';
import { kindOf, refOf, slugOf, subjectOf, termOf } from './plan.ts';
import type { Speech } from './speech.ts';

/** The body of entry `number`. `sources` are the ids that it may cite. */
export function makeBody(number: number, { random, say }: Speech, sources: readonly string[]): string {
  const extras: (() => string)[] = [
    () => fence(number, random),
    () => `| 时段 | 状态码 | 毫秒 |\n| --- | --- | --- |\n${Array.from({ length: random.int(2, 4) }, () => `| ${random.int(0, 23)} 点后 | ${random.pick(['429', '502', '504', '401'])} | ${random.int(100, 9999)} |`).join('\n')}`,
    () => `<Note type="${random.pick(['info', 'tip', 'warning', 'danger'])}" title="${say('heading')}">\n\n${say('prose')}\n\n</Note>`,
    () => `<Steps>\n\n${numbered([say('step'), say('step'), say('step')])}\n\n</Steps>`,
    () => `- ${say('step')}\n- **注意：**${say('limit')}`,
  ];
  const shown = random.chance(0.7) ? [extras[0]!, random.pick(extras.slice(1))] : random.sample(extras.slice(1), 2);
  const sections = shown.map((extra, index) => {
    const cited = index === 0 && sources[0] ? `${say('prose').slice(0, -1)}[^${sources[0]}]。` : say('prose');
    return `## ${say('heading')}\n\n${cited}${index === 1 ? mention(number, random) : say('prose')}\n\n${extra()}`;
  });
  return `${sections.join('\n\n')}\n\n${say('prose')}${say('caveat')}\n`;
}

/** A sentence with a link to an earlier entry, as `<Term>` where that is a term. */
function mention(number: number, random: Speech['random']): string {
  if (number === 0) return '';
  const to = random.int(0, number - 1);
  const link = kindOf(to) === 'glossary' ? `<Term to="${slugOf(to)}">${termOf(to)}</Term>` : `[${subjectOf(to)}](${refOf(to)})`;
  return `这一点与${link}第 ${number} 号记录的做法相同。`;
}

function fence(number: number, random: Speech['random']): string {
  const { language, text } = makeCode(number, random);
  return `\`\`\`${language}\n${text}\`\`\``;
}

function numbered(lines: string[]): string {
  return lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
}
