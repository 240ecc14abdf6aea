/** Components: that they exist, stand where they may, and hold what they may. */
import { closest } from '#lib/text.ts';
import type { Words } from '#model/problem.ts';
import type { CheckContext, Component } from '../components/component.ts';
import { components, findComponent } from '../components/registry.ts';
import type { Tag } from '../parse/nodes.ts';
import { checkAttributes } from './attributes.ts';
import { checkContent } from './content.ts';
import { isCrossed, sayCrossed } from './crossed.ts';
import { rawHtmlHint } from './raw-html.ts';

export interface Surroundings {
  /** The tag that the node is a direct child of. */
  parent: Tag | undefined;
  inLink: boolean;
}

/** Reports what is wrong with `tag` itself; its content is visited apart. */
export function checkTag(tag: Tag, around: Surroundings, context: CheckContext): void {
  const component = findComponent(tag.name);
  if (component === undefined) return reportUnknown(tag, context);
  if (isCrossed(tag, context.source.text)) {
    const { message, hint } = sayCrossed(tag.name);
    return context.report('body/syntax', tag.start, message, hint);
  }
  const isPlaced = checkPlace(tag, component, around, context);
  const isTyped = checkAttributes(tag, component, context);
  const isFilled = checkContent(tag, component, context);
  if (isPlaced && isTyped && isFilled) component.check?.(tag, context);
}

/** Where in `text` (the file) the attribute `name` of `tag` is typed; the start of the tag when it cannot be found. */
export function attributeAt(tag: Tag, name: string, text: string, which: 'first' | 'last' = 'first'): number {
  const typed = text.slice(tag.start, Math.min(tag.end, tag.start + 5_000));
  const opening = /^<(?:"[^"]*"|'[^']*'|[^"'>])*>/.exec(typed)?.[0] ?? typed;
  const matches = [...opening.matchAll(new RegExp(`[\\s"'}]${RegExp.escape(name)}(?=[\\s=/>])`, 'g'))];
  const match = which === 'first' ? matches[0] : matches.at(-1);
  return match === undefined ? tag.start : tag.start + match.index + 1;
}

function reportUnknown(tag: Tag, { report }: CheckContext): void {
  const name = tag.name;
  const isHtml = name === '' || /^[a-z]/.test(name) || (rawHtmlHint(name) !== undefined && closestComponent(name) === undefined);
  if (isHtml) {
    report('body/html', tag.start, {
      zh: `正文里不能写 HTML 标签 <${name}>。`,
      en: `The body cannot hold the HTML tag <${name}>.`,
    }, rawHtmlHint(name) ?? {
      zh: `删掉这个标签；要原样显示时写成 \\<${name}> 或放进反引号。`,
      en: `Delete the tag; to show it, write \\<${name}> or use backticks.`,
    });
    return;
  }
  const near = closestComponent(name);
  const all = components.map((component) => component.name).join('、');
  report('body/component', tag.start, {
    zh: `没有名为 <${name}> 的组件。`,
    en: `There is no component <${name}>.`,
  }, near === undefined
    ? { zh: `可用的组件：${all}。`, en: `The components are ${all.replaceAll('、', ', ')}.` }
    : { zh: `你是不是想写 <${near}>？`, en: `Did you mean <${near}>?` });
}

function closestComponent(name: string): string | undefined {
  return closest(name, components.map((component) => component.name));
}

function checkPlace(tag: Tag, component: Component, { parent, inLink }: Surroundings, { report }: CheckContext): boolean {
  const misplaced = findMisplacement(tag, component, parent, inLink);
  if (misplaced !== undefined) report('body/component', tag.start, misplaced.message, misplaced.hint);
  return misplaced === undefined;
}

function findMisplacement(tag: Tag, component: Component, parent: Tag | undefined, inLink: boolean): { message: Words; hint: Words } | undefined {
  const { name } = component;
  if (component.parent !== undefined && parent?.name !== component.parent) {
    return {
      message: { zh: `<${name}> 只能直接放在 <${component.parent}> 里。`, en: `<${name}> can only stand directly in <${component.parent}>.` },
      hint: { zh: `在它外面写上 <${component.parent}> … </${component.parent}>。`, en: `Put <${component.parent}> … </${component.parent}> around it.` },
    };
  }
  if (component.place === 'inline') {
    if (!inLink) return undefined;
    return {
      message: { zh: `<${name}> 不能放在链接或另一个 <${name}> 里。`, en: `<${name}> cannot stand in a link or in another <${name}>.` },
      hint: { zh: '只留一个链接。', en: 'Keep one of the two links.' },
    };
  }
  const isInGroup = component.parent !== undefined;
  if (tag.flow || isInGroup) return undefined;
  return {
    message: { zh: `<${name}> 不能放在一行文字里。`, en: `<${name}> cannot stand inside a line of text.` },
    hint: { zh: `把 <${name}> 和它的结束标签各放在单独的行，前后空一行。`, en: `Put <${name}> and its closing tag on lines of their own, with blank lines around.` },
  };
}
