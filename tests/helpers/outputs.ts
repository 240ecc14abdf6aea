/** Files of outputs, made without a build. */
import type { Edition } from '#markup/edition.ts';
import type { Given, Output } from '#outputs/output.ts';
import { unitsOf } from '#site/products/units.ts';

/** What an output of the whole site is given, but what others want known. */
export const given: Given = { subject: { path: '/' }, resources: [], made: () => undefined };

/** The text of each file of `output`, by path. */
export async function filesOf(output: Output, edition: Edition): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const { files } of unitsOf(output, edition)) {
    for await (const { path, content } of files()) texts.set(path, typeof content === 'string' ? content : [...content].join(''));
  }
  return texts;
}
