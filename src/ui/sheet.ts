import type { PrintedPart } from './props.ts';

/** The sheet of a text with this body and these parts: few have tabs or a checklist, whose rules are many. */
export function sheetOf(body: string, parts: readonly PrintedPart[] = []): 'article' | 'workbook' {
  return body.includes('<div class="tabs">') || parts.some(({ part }) => part.type === 'checklist') ? 'workbook' : 'article';
}
