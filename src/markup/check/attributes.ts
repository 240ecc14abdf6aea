/** Attributes of components: known ones, each once, with values that are accepted. */
import { closest } from '#lib/text.ts';
import type { CheckContext, Component } from '../components/component.ts';
import type { Tag, TagAttribute } from '../parse/nodes.ts';

/** Beyond these, a tag is not a mistake but an attack; its first attributes are reported all the same. */
const maxAttributes = 20;

/** Reports what is wrong with the attributes of `tag`, and whether nothing was. */
export function checkAttributes(tag: Tag, component: Component, context: CheckContext): boolean {
  const seen = new Set<string>();
  let isGood = true;
  for (const attribute of tag.attributes.slice(0, maxAttributes)) {
    const isGoodOne = seen.has(attribute.name)
      ? reportRepeated(tag, attribute, context)
      : checkAttribute(tag, attribute, component, context);
    isGood = isGoodOne && isGood;
    seen.add(attribute.name);
  }
  for (const [name, rule] of Object.entries(component.attributes)) {
    if (rule.required === undefined || seen.has(name)) continue;
    isGood = false;
    context.report('body/attribute', tag.start, {
      zh: `<${component.name}> 缺少属性 ${name}。`,
      en: `<${component.name}> lacks the attribute ${name}.`,
    }, {
      zh: `写 <${component.name} ${name}="…">，值为${rule.expected.zh}。`,
      en: `Write <${component.name} ${name}="…"> with ${rule.expected.en}.`,
    });
  }
  return isGood;
}

function checkAttribute(tag: Tag, attribute: TagAttribute, component: Component, context: CheckContext): boolean {
  const { name, value } = attribute;
  if (/^on\w/i.test(name) || isCode(value)) return reportCode(tag, attribute, component, context);
  const rule = Object.hasOwn(component.attributes, name) ? component.attributes[name] : undefined;
  if (rule === undefined) return reportUnknown(tag, name, component, context);
  if (value !== null && rule.accepts(value)) return true;
  context.report('body/attribute', context.attributeAt(tag, name), value === null
    ? { zh: `<${component.name}> 的 ${name} 没有值。`, en: `${name} of <${component.name}> has no value.` }
    : { zh: `<${component.name}> 的 ${name} 不能是 "${value}"。`, en: `${name} of <${component.name}> cannot be "${value}".` },
  { zh: `写${rule.expected.zh}。`, en: `Write ${rule.expected.en}.` });
  return false;
}

function reportCode(tag: Tag, { name, value }: TagAttribute, component: Component, context: CheckContext): false {
  const typed = name === '' ? `{…}` : isCode(value) ? `${name}={…}` : name;
  context.report('body/code', name === '' ? tag.start : context.attributeAt(tag, name), {
    zh: `<${component.name}> 的属性里不能有代码：${typed}。`,
    en: `An attribute of <${component.name}> cannot hold code: ${typed}.`,
  }, {
    zh: '只写 属性="文字"，没有需要时删掉它。',
    en: 'Write only attribute="text", or delete it.',
  });
  return false;
}

function reportUnknown(tag: Tag, name: string, component: Component, context: CheckContext): false {
  const known = Object.keys(component.attributes);
  const near = closest(name, known);
  context.report('body/attribute', context.attributeAt(tag, name), {
    zh: `<${component.name}> 没有属性 ${name}。`,
    en: `<${component.name}> has no attribute ${name}.`,
  }, unknownHint(near, known));
  return false;
}

function unknownHint(near: string | undefined, known: readonly string[]): { zh: string; en: string } {
  if (near !== undefined) return { zh: `你是不是想写 ${near}？`, en: `Did you mean ${near}?` };
  if (known.length === 0) return { zh: '删掉它：这个组件没有属性。', en: 'Delete it: the component has no attributes.' };
  return { zh: `可用的属性：${known.join('、')}。`, en: `The attributes are ${known.join(', ')}.` };
}

function reportRepeated(tag: Tag, { name }: TagAttribute, context: CheckContext): false {
  context.report('body/attribute', context.attributeAt(tag, name, 'last'), {
    zh: `<${tag.name}> 的属性 ${name} 写了两次。`,
    en: `The attribute ${name} of <${tag.name}> is given twice.`,
  }, { zh: '只留一个。', en: 'Keep one of them.' });
  return false;
}

function isCode(value: TagAttribute['value']): value is { code: string } {
  return typeof value === 'object' && value !== null;
}
