/** Whether XML is well-formed, by a parser that made none of it and forgives nothing: what reads facts out of it forgives much. */
import { parseXml } from '@rgrove/parse-xml';
import type { Difference } from './difference.ts';

/** What keeps `text` of `file` from being XML; nothing where it is, or where it need not be. */
export function xmlFaults(file: string, text: string): Difference[] {
  const fault = file.endsWith('.xml') ? faultOf(text) : undefined;
  return fault === undefined ? [] : [{ rule: 'format', file, surface: 'xml', field: 'format', found: fault }];
}

/** What long files of XML consist of. */
export const xmlItems = ['<url>', '<item>', '<entry>'];

/** Whether `text` is nothing but whole elements: where it takes the place of other such text, the file stays XML. */
export function isWholeXml(text: string): boolean {
  return faultOf(`<x>${text}</x>`) === undefined;
}

function faultOf(text: string): string | undefined {
  try {
    parseXml(text);
    return undefined;
  } catch (error) {
    return (error as Error).message.split('\n', 1)[0];
  }
}
