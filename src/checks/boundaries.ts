/** Boundaries name cases, so that readers can tell whether they are in one. */
import { isLiving } from '#model/entry.ts';
import { placeOf } from '#model/read.ts';
import type { Check } from './check.ts';

export const boundaries: Check = {
  id: 'boundaries',
  rules: [
    {
      id: 'boundary/vague',
      severity: 'error',
      why: {
        zh: '边界要让读者认出自己是不是例外；“具体情况具体分析”对谁都成立，等于没有边界。',
        en: 'A boundary lets readers see whether they are the exception; "it depends" is true of everybody and bounds nothing.',
      },
      example: {
        bad: { zh: 'boundaries:\n  appliesTo: [使用兼容协议的客户端。]\n  notFor: [具体情况具体分析。]', en: 'boundaries:\n  appliesTo: [Clients of the compatible protocol.]\n  notFor: [It depends on the situation.]' },
        good: { zh: 'boundaries:\n  appliesTo: [使用兼容协议的客户端。]\n  notFor: [只能填网址、不能填接口地址的浏览器插件。]', en: 'boundaries:\n  appliesTo: [Clients of the compatible protocol.]\n  notFor: [Browser extensions that take the address of a website only.]' },
      },
    },
  ],
  findIn(item) {
    if (!isLiving(item)) return [];
    const { source, data } = item;
    return (['appliesTo', 'notFor'] as const).flatMap((list) =>
      data.boundaries[list].flatMap((text, index) => {
        if (!isVague(text)) return [];
        return [{
          ...placeOf(source, ['boundaries', list, index]),
          rule: 'boundary/vague',
          message: { zh: `“${text}”没有说出任何一种情形。`, en: `"${text}" names no case.` },
          hint: { zh: '写一种读者能对照的情形，例如“状态码是 403 的请求”。', en: 'Name a case that readers can compare with their own, such as "requests that return 403".' },
        }];
      }),
    );
  },
};

const vague =
  /(?:具体)?(?:情况|问题)?具体(?:情况)?(?:具体)?分析|[视看依]?(?:具体|实际)?情况(?:而定|决定|不同|来定)?|因人而异|不一而足|以实际(?:情况)?为准|(?:其他|其它|所有|任何|一般|大多数|大部分|多数|部分|特殊|某些|各种|以上|上述)(?:的)?(?:情况|情形|场景|场合|用户|读者|人)?|不限|通用|待补充|待定|同上|略|暂无|无|没有|不适用|it depends(?: on (?:the|your) (?:situation|case|context|circumstances))?|case by case|varies|(?:all|any|every|other|most|some) (?:cases?|situations?|users?|readers?)|everything(?: else)?|everyone|anything(?: else)?|none|tbd|to be done|n\/a|see above/giu;
const filler = /[\p{P}\p{S}\s]|请|需要|可能|应当|应该|都|均|也|会|要|能|的|等|之外|以外|其中|或者|和|与|或|及|下|适用于|适用|不同|\b(?:in|and|or|the|for|of|on|applies to|please)\b/giu;

/** Whether nothing is left of `text` without phrases that fit every case. */
function isVague(text: string): boolean {
  return text.normalize('NFKC').replace(vague, '').replace(filler, '').length < 2;
}
