/** What a kind adds to the contract, in the forms that leave the page: nothing of it is lost in a twin or a feed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { markdownToMdast, type MdastNode } from 'satteri';
import { prosePlain } from '#lib/prose.ts';
import { feedItem } from '#markup/forms/feed.ts';
import { entryMarkdown } from '#markup/forms/markdown.ts';
import type { Entry } from '#model/entry.ts';
import type { Part } from '#model/part.ts';
import { loadSite } from '#site/load.ts';
import { today } from '../helpers/build.ts';
import { smallSite } from '../helpers/content.ts';

const edition = loadSite({ contentDir: smallSite, today }).edition!;
const partsOf = ({ kind, data }: Entry) => [...(kind.before?.(data, 'zh') ?? []), ...(kind.after?.(data, 'zh') ?? [])];

for (const entry of edition.site.entries) {
  if (partsOf(entry).length === 0) continue;
  test(`the parts of ${entry.ref} stand in its twin and in feeds, in their order`, () => {
    const forms = { twin: textOf(markdownToMdast(entryMarkdown(edition, entry).rest, { features: { gfm: true, smartPunctuation: false } })), feed: textContent(parseDocument(feedItem(edition, entry).html)) };
    for (const [form, text] of Object.entries(forms)) {
      for (const part of partsOf(entry)) {
        let at = -1;
        for (const said of [part.title, ...saidIn(part, entry)]) {
          const found = text.indexOf(said, at + 1);
          assert.ok(found > at, `${form}: ${said}`);
          at = found;
        }
      }
    }
  });
}

test('that is every type of part', () => {
  const types: Record<Part['type'], true> = { text: true, list: true, table: true, pairs: true, code: true, checklist: true };
  assert.deepEqual([...new Set(edition.site.entries.flatMap((entry) => partsOf(entry).map(({ type }) => type)))].sort(), Object.keys(types).sort());
});

/** What `part` says, as plain texts in their order. */
function saidIn(part: Part, entry: Entry): string[] {
  switch (part.type) {
    case 'text': return [prosePlain(part.text)];
    case 'list': return part.items.map(prosePlain);
    case 'table': return [...part.columns, ...part.rows.flat().map(prosePlain)];
    case 'pairs': return part.pairs.flatMap(({ name, text, to }) => [to ? edition.site.entry(to)!.brief.title : prosePlain(name), prosePlain(text)]);
    case 'code': return part.files.flatMap(({ path, title }) => [title, entry.codeFiles.get(path)!.text.trim()]);
    case 'checklist': return part.items.flatMap(({ text, notes }) => [prosePlain(text), ...notes.flatMap((note) => [note.label, prosePlain(note.text)])]);
  }
}

function textOf(node: MdastNode): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  return 'children' in node ? node.children.map(textOf).join('\n') : '';
}
