/** Whether XML is well-formed, by a parser that made none of it and forgives nothing: what reads facts out of it forgives much. */
import { parseXml } from '@rgrove/parse-xml';
import type { Difference } from './difference.ts';

/** What keeps `text` of `file` from being XML; nothing where it is, or where it need not be. */
export function xmlFaults(file: string, text: string): Difference[] {
  if (!file.endsWith('.xml')) return [];
  try {
    parseXml(text);
    return [];
  } catch (error) {
    return [{ rule: 'format', file, surface: 'xml', field: 'format', found: (error as Error).message.split('\n', 1)[0] }];
  }
}
