/** Headings: levels 2 to 6 without a gap, something to read, and an id that no other has. */
import GithubSlugger from 'github-slugger';
import type { Heading } from '../document.ts';
import type { HeadingNode } from '../parse/nodes.ts';
import { plainText } from '../print/text.ts';
import type { Report } from '../report.ts';

/**
 * The headings of a body with their ids: those that editors chose first, so that no computed one takes them.
 * `sources` are ids of sources, whose places on the page are called `source-…`.
 */
export function nameHeadings(nodes: readonly HeadingNode[], sources: readonly string[], report: Report): Map<HeadingNode, Heading> {
  const slugger = new GithubSlugger();
  for (const source of sources) slugger.slug(`source-${source}`, true);
  const chosen = chooseIds(nodes, slugger, report);
  const result = new Map<HeadingNode, Heading>();
  let above = 1;
  for (const node of nodes) {
    const text = plainText(node.children).trim();
    checkHeading(node, text, report);
    if (node.depth > above + 1) reportGap(node, above + 1, text, report);
    above = node.depth;
    const id = chosen.get(node) ?? slugger.slug(text === '' ? 'section' : text);
    result.set(node, { depth: Math.max(node.depth, 2) as Heading['depth'], id: id === '' ? slugger.slug('section') : id, text });
  }
  return result;
}

function chooseIds(nodes: readonly HeadingNode[], slugger: GithubSlugger, report: Report): Map<HeadingNode, string> {
  const chosen = new Map<HeadingNode, string>();
  for (const node of nodes) {
    const explicit = node.explicit;
    if (explicit === undefined) continue;
    if (!/^[\p{L}\p{N}_-]+$/u.test(explicit.id)) reportShape(explicit.id, explicit.start, report);
    else if (slugger.occurrences[explicit.id] !== undefined) reportTaken(explicit.id, explicit.start, report);
    else chosen.set(node, explicit.id);
    slugger.occurrences[explicit.id] ??= 0;
  }
  return chosen;
}

function checkHeading(node: HeadingNode, text: string, report: Report): void {
  if (text === '') {
    report('body/heading', node.start, { zh: '小标题没有文字。', en: 'The heading has no text.' }, {
      zh: '写上文字，或删掉这一行。',
      en: 'Write the text, or delete the line.',
    });
  }
  if (node.depth > 1) return;
  report('body/heading', node.start, {
    zh: `正文里不能有一级标题 “${text}”：页面的一级标题就是 title。`,
    en: `The body cannot have the level 1 heading "${text}": the title is the page's level 1 heading.`,
  }, { zh: `写成 ## ${text}。`, en: `Write ## ${text}.` });
}

function reportGap({ depth, start }: HeadingNode, wanted: number, text: string, report: Report): void {
  const [marks, fewer] = ['#'.repeat(depth), '#'.repeat(wanted)];
  report('body/heading', start, {
    zh: `小标题 “${text}” 用了 ${marks}，上面却没有 ${marks.slice(1)} 的小标题。`,
    en: `The heading "${text}" has ${marks}, but there is no heading with ${marks.slice(1)} above it.`,
  }, { zh: `写成 ${fewer} ${text}。`, en: `Write ${fewer} ${text}.` });
}

function reportShape(id: string, offset: number, report: Report): void {
  report('body/heading', offset, {
    zh: `小标题的 id "${id}" 含有不能使用的字符。`,
    en: `The heading id "${id}" holds characters that are not allowed.`,
  }, {
    zh: '只用文字、数字、- 和 _，例如 [#business]。',
    en: 'Use only letters, digits, - and _, as in [#business].',
  });
}

function reportTaken(id: string, offset: number, report: Report): void {
  report('body/heading', offset, {
    zh: `小标题的 id "${id}" 已经用过了。`,
    en: `The heading id "${id}" is taken already.`,
  }, { zh: '换一个本页没有用过的 id。', en: 'Choose an id that is not used on this page.' });
}
