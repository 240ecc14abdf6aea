/** What a component may hold. */
import type { Words } from '#model/problem.ts';
import type { CheckContext, Component } from '../components/component.ts';
import { isInlineTag } from '../components/registry.ts';
import { isPhrasing, type Node, type Tag } from '../parse/nodes.ts';

/** Reports content that `component` does not take, and whether there was none. */
export function checkContent(tag: Tag, component: Component, { report }: CheckContext): boolean {
  const wrong = findWrong(tag, component);
  if (wrong !== undefined) report('body/component', wrong.at, wrong.message, wrong.hint);
  return wrong === undefined;
}

interface Wrong {
  at: number;
  message: Words;
  hint: Words;
}

function findWrong(tag: Tag, { name, content }: Component): Wrong | undefined {
  const children = tag.children.filter((child) => child.type !== 'expression' && !isBlank(child));
  const first = children[0];
  if (content === 'nothing') {
    return first && {
      at: first.start,
      message: { zh: `<${name}> 里不能有内容。`, en: `<${name}> cannot have content.` },
      hint: { zh: `写成 <${name} … />。`, en: `Write <${name} … />.` },
    };
  }
  if (first === undefined) return emptyContent(tag, name);
  if (content === 'list') return isOneOrderedList(children) ? undefined : notOneList(first, name);
  if (content === 'inline') return findBlock(children, name);
  if (content === 'blocks') return undefined;
  return findForeign(tag, children, name, content);
}

function emptyContent(tag: Tag, name: string): Wrong {
  return {
    at: tag.start,
    message: { zh: `<${name}> 里没有内容。`, en: `<${name}> is empty.` },
    hint: { zh: `在 <${name}> 和 </${name}> 之间写上内容，或删掉它。`, en: `Write the content between <${name}> and </${name}>, or delete it.` },
  };
}

function isOneOrderedList(children: readonly Node[]): boolean {
  const only = children.length === 1 ? children[0] : undefined;
  return only?.type === 'list' && only.ordered;
}

function notOneList(first: Node, name: string): Wrong {
  return {
    at: first.start,
    message: { zh: `<${name}> 里只能放一个有序列表。`, en: `<${name}> holds exactly one ordered list.` },
    hint: { zh: '把每一步写成 1. 2. 3. 开头的列表项，说明文字缩进到列表项里。', en: 'Write each step as an item that begins with 1. 2. 3., and indent explanations into the items.' },
  };
}

function findBlock(children: readonly Node[], name: string): Wrong | undefined {
  const block = children.find((child) => !isPhrasing(child, isInlineTag) && child.type !== 'paragraph');
  return block && {
    at: block.start,
    message: { zh: `<${name}> 里只能放一行文字。`, en: `<${name}> holds only a single line of text.` },
    hint: { zh: `写成 <${name} …>文字</${name}>。`, en: `Write <${name} …>text</${name}>.` },
  };
}

function findForeign(tag: Tag, children: readonly Node[], name: string, { only, min, max }: { only: string; min: number; max: number }): Wrong | undefined {
  const foreign = children.find((child) => child.type !== 'tag' || child.name !== only);
  if (foreign !== undefined) {
    return {
      at: foreign.start,
      message: { zh: `<${name}> 里只能直接放 <${only}>。`, en: `<${name}> directly holds only <${only}>.` },
      hint: { zh: `把这部分内容移进某个 <${only}>，或移到 <${name}> 外面。`, en: `Move this into one of the <${only}>, or out of <${name}>.` },
    };
  }
  if (children.length >= min && children.length <= max) return undefined;
  return {
    at: tag.start,
    message: { zh: `<${name}> 里有 ${children.length} 个 <${only}>。`, en: `<${name}> holds ${children.length} <${only}>.` },
    hint: { zh: `写 ${min} 到 ${max} 个 <${only}>。`, en: `Write ${min} to ${max} <${only}>.` },
  };
}

function isBlank(node: Node): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
