/** Links and images: where they may lead, and that they say what they are. */
import { excerpt } from '#lib/text.ts';
import type { CheckContext } from '../components/component.ts';
import type { BodyIndex } from '../parse/index-body.ts';
import type { Definition, FootnoteReference, Image, ImageReference, LinkNode, LinkReference, Node } from '../parse/nodes.ts';
import { plainText } from '../print/text.ts';
import type { Report } from '../report.ts';
import { classifyAddress } from './address.ts';
import type { Surroundings } from './tag.ts';

/** What checking links needs beyond what components see. */
export interface LinkContext extends CheckContext {
  index: BodyIndex;
}

/** Reports a link without text or with an address that is not allowed. */
export function checkLink(node: LinkNode | LinkReference, context: LinkContext): void {
  if (plainText(node.children).trim() === '') {
    const typed = typedOf(node, context.source.text);
    context.report('body/link', node.start, {
      zh: `链接“${typed}”没有文字，读屏软件读不出它通向哪里。`,
      en: `The link "${typed}" has no text, so a screen reader cannot say where it leads.`,
    }, { zh: '写成 [文字](地址)。', en: 'Write [text](address).' });
  }
  if (node.type === 'link') return context.link(node.url, node.start, 'link');
  noteReference(node, 'link', context);
}

/** Reports a link or a citation inside a link: nobody could follow both. */
export function checkNesting(node: LinkNode | LinkReference | FootnoteReference, { inLink }: Surroundings, { report, source }: LinkContext): void {
  if (!inLink) return;
  const typed = typedOf(node, source.text);
  report('body/link', node.start, {
    zh: `“${typed}”在一个链接里，而链接里不能再有链接或脚注引用。`,
    en: `"${typed}" stands in a link, which cannot hold another link or a citation.`,
  }, { zh: '把它移到链接文字的后面。', en: 'Move it behind the text of the link.' });
}

/** Reports an image without a description, with one of which a part would vanish, or with an address that is not allowed. */
export function checkImage(node: Image | ImageReference, context: LinkContext): void {
  if (node.alt.trim() === '') {
    const typed = typedOf(node, context.source.text);
    context.report('body/image', node.start, {
      zh: `图片“${typed}”没有说明文字。`,
      en: `The image "${typed}" has no description.`,
    }, {
      zh: '在方括号里写图片说明：![控制台的模型列表](地址)。',
      en: 'Describe the image in the square brackets: ![model list in the console](address).',
    });
  }
  const lost = findLost(node, context.source.text);
  if (lost) {
    context.report('body/image', lost.at, {
      zh: `图片说明里的“${lost.typed}”会被当成标签或表达式，读者看不到它原来的样子。`,
      en: `"${lost.typed}" in the description would be taken for a tag or an expression, and not be shown as it is.`,
    }, {
      zh: '要显示尖括号和花括号，写 \\<、\\{ 或放进反引号；注释写在图片外面。',
      en: 'To show brackets, write \\< and \\{, or use backticks; comments stand outside of the image.',
    });
  }
  if (node.type === 'image') return context.link(node.url, node.start, 'image');
  noteReference(node, 'image', context);
}

/** The first tag or expression that was typed into the description of `node`: the parser keeps what is in them, and drops the rest without a word. */
function findLost({ start, end, alt }: Image | ImageReference, text: string): { at: number; typed: string } | undefined {
  const typed = text.slice(start, end);
  const close = Math.max(typed.lastIndexOf(']('), typed.lastIndexOf(']['));
  const plain = typed.slice(0, close < 0 ? undefined : close).replace(/\\.|(?<!`)(`+)(?!`)[^`]+\1/gs, (part) => part.replace(/[<{]/g, ' '));
  const found = /<[^<>]*>|\{[^{}]*\}/.exec(plain);
  return found && !alt.includes(found[0]) ? { at: start + found.index, typed: onOneLine(found[0]) } : undefined;
}

/** What was typed for `node`, short enough to be quoted. */
function typedOf({ start, end }: Node, text: string): string {
  return onOneLine(text.slice(start, end));
}

function onOneLine(typed: string): string {
  return excerpt(typed.replace(/\s+/g, ' '), 40);
}

/** Reports `[label]: address` with an address that is not allowed. */
export function checkDefinition(node: Definition, context: LinkContext): void {
  if (classifyAddress(node.url, 'link') === undefined) reportAddress(node.url, node.start, 'link', context.report);
}

/** Reports that the body may not point to `to`. */
export function reportAddress(to: string, offset: number, kind: 'link' | 'image', report: Report): void {
  const shown = [...to.replace(/[\p{Cc}\p{Cf}]/gu, '�')].slice(0, 100).join('');
  if (kind === 'image') {
    report('body/link', offset, {
      zh: `图片地址 "${shown}" 不能使用。`,
      en: `The image address "${shown}" is not allowed.`,
    }, {
      zh: '写以 / 开头的站内路径，例如 /images/console.png，或完整的 https 地址。',
      en: 'Write a site path that begins with /, such as /images/console.png, or a full https address.',
    });
    return;
  }
  report('body/link', offset, {
    zh: `链接地址 "${shown}" 不能使用。`,
    en: `The address "${shown}" is not allowed.`,
  }, {
    zh: '写条目引用（如 answers/base-url-settings）、以 / 开头的站内路径、#小节，或以 https://、http://、mailto:、tel: 开头的完整地址。',
    en: 'Write an entry reference (such as answers/base-url-settings), a site path that begins with /, a #section, or a full address that begins with https://, http://, mailto: or tel:.',
  });
}

/** A bad address was reported where it is defined, so here it is only noted. */
function noteReference(node: LinkReference | ImageReference, kind: 'link' | 'image', context: LinkContext): void {
  const definition = context.index.definitions.get(node.identifier);
  if (definition === undefined || classifyAddress(definition.url, 'link') === undefined) return;
  context.link(definition.url, node.start, kind);
}
