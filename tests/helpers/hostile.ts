/** Text made to break outputs, as the schemas let it through: one line, without control characters. */
import fc from 'fast-check';
import { kinds } from '#kinds/index.ts';
import { cleanLine } from '#lib/text.ts';
import { emptyDocument } from '#markup/document.ts';
import type { Edition } from '#markup/edition.ts';
import { briefOf } from '#model/brief.ts';
import type { Contract } from '#model/contract.ts';
import type { Entry } from '#model/entry.ts';
import { assembleSite } from '#model/assemble.ts';
import { loadSite } from '#site/load.ts';
import { answer, makeContent, minimalConfig } from './content.ts';
import { today } from './build.ts';

const pieces = [
  '<', '>', '&', '[', ']', '(', ')', '"', "'", '“', '😀', '👨‍👩‍👧', ']]>', '</script>', '<!--', '-->', '<b>', '\0', '\x07', '\x1b', '\x85', '\u2028', '\ud800', '\ufffe', 'مرحبا', '\u202e', '答'.repeat(80),
  '- ', '-', '+ ', '1. ', '2)', '#', '# ', '> ', '---', '===', '`', '```', '*', '**', '_', '__', '~', '~~', '|', '\\', '&amp;', '&#60;', '&copy;', '!', '[^1]', '[x]: y', '{', '}', ':', '=', 'x', '中', '，', ' ', '  ', '\t', '\u00a0', '\u3000',
  'https://a.example/甲_乙_x', 'https://a.example/x_y_(z)', 'http://', 'www.a.example，', 'a_b@c.example', 'mailto:a@b.example', 'x_y', '_x_',
];

/** One line of anything, never empty. */
export const hostileLine: fc.Arbitrary<string> = fc
  .oneof(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }).map((list) => list.join('')), fc.string({ unit: 'binary', minLength: 1 }), fc.string({ unit: 'grapheme', minLength: 1 }))
  .map(cleanLine)
  .filter((line) => line !== '');

/** How many cases a property is tried on. */
export const runs = { numRuns: 1_000 };

const loaded = loadSite({ contentDir: makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': answer() }), today }).edition!;

/** An edition whose only entry, `answers/a`, has the fields in `change`. */
export function editionOf(change: Partial<Contract>): { edition: Edition; entry: Entry } {
  const [base] = loaded.site.entries;
  const entry = withFields(base!, change);
  const site = assembleSite({ config: loaded.site.config, kinds, entries: [entry], pages: [], today });
  return { entry: site.entries[0]!, edition: { ...loaded, site, document: emptyDocument } };
}

/** `entry` with other fields. */
export function withFields(entry: Entry, change: Partial<Contract>): Entry {
  const data = { ...entry.data, ...change };
  return { ...entry, data, term: entry.kind.term?.(data), brief: briefOf(entry.kind, data) };
}
