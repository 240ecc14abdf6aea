/** Walks a tree once and reports everything that a body may not hold; on the way it notes where the body points to. */
import type { Link } from '../document.ts';
import type { BodyIndex } from '../parse/index-body.ts';
import { childrenOf, type Node, type Root } from '../parse/nodes.ts';
import type { Reporter } from '../report.ts';
import type { BodySource } from '../source.ts';
import { classifyAddress } from './address.ts';
import { checkEsm, checkExpression } from './code.ts';
import { checkFence } from './fence.ts';
import { checkDefinition, checkImage, checkLink, checkNesting, reportAddress, type LinkContext } from './links.ts';
import { checkParagraph } from './paragraph.ts';
import { checkTable } from './table.ts';
import { attributeAt, checkTag, type Surroundings } from './tag.ts';

/** Reports the problems of `root` and returns where it points to, in document order. */
export function checkTree(root: Root, index: BodyIndex, source: BodySource, reporter: Reporter): Link[] {
  const links: Link[] = [];
  const context: LinkContext = {
    source,
    report: reporter.report,
    index,
    attributeAt: (tag, name, which) => attributeAt(tag, name, source.text, which),
    link: (to, offset, kind) => {
      if (classifyAddress(to, kind) === undefined) reportAddress(to, offset, kind, reporter.report);
      const { line, column } = reporter.pointAt(offset);
      links.push(kind === 'image' ? { to, line, column, image: true } : { to, line, column });
    },
  };
  checkChildren(root, { parent: undefined, inLink: false }, context);
  return links;
}

function checkChildren(node: Node, around: Surroundings, context: LinkContext): void {
  for (const child of childrenOf(node)) {
    checkNode(child, around, context);
    checkChildren(child, surround(child, around), context);
  }
}

function surround(node: Node, around: Surroundings): Surroundings {
  switch (node.type) {
    case 'tag':
      return { parent: node, inLink: around.inLink || node.name === 'Term' };
    case 'link': case 'linkReference':
      return { parent: undefined, inLink: true };
    default:
      return around.parent === undefined ? around : { parent: undefined, inLink: around.inLink };
  }
}

function checkNode(node: Node, around: Surroundings, context: LinkContext): void {
  switch (node.type) {
    case 'paragraph': return checkParagraph(node, context);
    case 'code': return checkFence(node, context);
    case 'table': return checkTable(node, context);
    case 'footnoteReference': return checkNesting(node, around, context);
    case 'link': case 'linkReference':
      checkNesting(node, around, context);
      return checkLink(node, context);
    case 'image': case 'imageReference': return checkImage(node, context);
    case 'definition': return checkDefinition(node, context);
    case 'expression': return checkExpression(node, context);
    case 'esm': return checkEsm(node, context);
    case 'tag': return checkTag(node, around, context);
    default: return;
  }
}
