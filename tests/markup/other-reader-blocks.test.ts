/**
 * The blocks of a body, however they are nested and indented, are in its Markdown what they are in its HTML, read by parsers
 * that are not ours: what MDX takes for text four columns too deep, CommonMark takes for code.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Element, Nodes as Hast } from 'hast';
import type { FootnoteDefinition, Nodes as Mdast } from 'mdast';
import rehypeParse from 'rehype-parse';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { compileBody } from '#markup/compile.ts';
import { resolveReferences } from '#markup/references.ts';
import { bodySource, compile } from './body.ts';

/** A block: its kind, and the blocks or the text in it. */
type Block = [kind: string, ...content: (Block | string)[]];

const codeFiles = new Map([['a.py', { language: 'python', text: 'x\n\n  y\n```\n' }]]);
const words = fc.array(fc.constantFrom('甲', '乙。', 'b', '`码`', '**粗**', '[链](answers/b)', '![图](/y.png)', '令牌', '[^n]', '<Term to="a">词</Term>'), { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));
const table = fc.array(fc.constantFrom('| 1 | `a\\|b` |', '| | x |', '| 2 |', '| [链](answers/b) | 丙\\|丁 |'), { maxLength: 3 }).map((rows) => ['| 甲 | 乙 |', '| :-- | --: |', ...rows].join('\n'));
const fence = fc.tuple(fc.constantFrom('```', '~~~', '````'), fc.constantFrom('x', '', 'x\n\n  y', '- a\n> b', '    t', '\n\nx\n\n')).map(([mark, code]) => `${mark}js\n${code}\n${mark}`);

const { blocks } = fc.letrec<Record<'blocks' | 'block' | 'quote' | 'list' | 'component' | 'tabs' | 'steps', string>>((tie) => ({
  quote: tie('blocks').map((inner) => inner.replace(/^/gm, '> ')),
  list: fc.tuple(fc.constantFrom('- ', '* ', '1. ', '3) ', '10. ', '-   ', '- [x] 办\n\n'), fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\n\n'), fc.constantFrom(0, 0, 1, 2, 4, 6)).map(
    ([marker, items, gap, deeper]) => items.map((item) => indent(marker + item, ' '.repeat(/^\S+ +/.exec(marker)![0].replace('[x] ', '').length + deeper))).join(gap)),
  component: fc.tuple(fc.constantFrom('Note', 'Details summary="更*多"'), tie('blocks'), fc.constantFrom('', '  ', '    '), fc.constantFrom('', '\n')).map(([tag, inner, deeper, gap]) => `<${tag}>\n${gap}${deeper}${indent(inner, deeper)}\n${gap}</${tag.split(' ')[0]!}>`),
  tabs: fc.tuple(tie('blocks'), tie('blocks')).map(([a, b]) => `<Tabs>\n<Tab label="A">\n\n${a}\n\n</Tab>\n<Tab label="B">\n\n${b}\n\n</Tab>\n</Tabs>`),
  steps: tie('blocks').map((inner) => `<Steps>\n\n1. ${indent(inner, '   ')}\n\n</Steps>`),
  block: fc.oneof({ maxDepth: 3, depthIdentifier: 'blocks' }, words, words.map((text) => `## ${text}`), table, fence, fc.constantFrom('***', '<Code file="a.py" />', '<Figure src="/a.png" alt="图" caption="说明" />'), tie('quote'), tie('list'), tie('list'), tie('component'), tie('tabs'), tie('steps')),
  blocks: fc.tuple(fc.array(tie('block'), { minLength: 1, maxLength: 3 }), fc.constantFrom('\n\n', '\n\n', '\n')).map(([some, gap]) => some.join(gap)),
}));

test('whatever stands in whatever', () => {
  fc.assert(fc.property(blocks, (typed) => {
    const note = typed.includes('[^n]') ? '\n\n[^n]: 注\n\n        深 [链](answers/b)' : '';
    const { document, problems } = compileBody(bodySource(typed + note, { codeFiles, terms: [{ name: '令牌', ref: 'glossary/token' }], self: 'answers/a' }));
    fc.pre(problems.length === 0);
    const show = (text: string) => resolveReferences(text, (to) => `https://site.example/${to.replace(/^\//, '')}`);
    assert.deepEqual(readTwin(show(document.markdown)), readPage(show(document.html)));
  }), { numRuns: 300, seed: 1 });
});

test('what is indented too deep is text for CommonMark, too', () => {
  assert.equal(compile('- 一\n\n        [深](answers/a)\n      - 二\n\n1.       三\n\n> 引\n\n    > - 四').markdown, '- 一\n\n  [深](→answers/a)\n  - 二\n\n1. 三\n\n> 引\n\n> - 四');
  assert.equal(compile('注[^n]\n\n[^n]: 甲\n\n          [深](answers/a)').markdown, '注[^n]\n\n[^n]: 甲\n\n    [深](→answers/a)');
});

test('a list behind another of its kind does not go on with that', () => {
  assert.equal(compile('<Steps>\n\n1. 一\n2. 二\n\n</Steps>\n\n1. 甲\n2. 乙\n\n{/* 注 */}\n\n1. 丙').markdown, '1. 一\n2. 二\n\n1) 甲\n2) 乙\n\n1. 丙');
});

test('what begins a line of text begins no block where the line loses its indentation', () => {
  assert.equal(compile('- > 甲\n  | 乙 |\n  | - |').markdown, '- > 甲\n  > | 乙 |\n  > \\| - |');
});

function indent(text: string, by: string): string {
  return text.replace(/\n(?=.)/g, `\n${by}`);
}

function readPage(html: string): Block[] {
  const notes: Block[] = [];
  const all = (nodes: readonly Hast[]): Block[] => {
    const found: Block[] = [];
    let line: Hast[] = [];
    for (const node of [...nodes, undefined]) {
      if (node !== undefined && !(node.type === 'element' && /^(?:p|[uo]l|blockquote|hr|h\d|figure|section|div|details|summary|table)$/.test(node.tagName))) {
        line.push(node);
        continue;
      }
      found.push(...paragraph(line.map(pageText).join('')));
      line = [];
      if (node?.type === 'element') found.push(...one(node));
    }
    return found;
  };
  const one = (node: Element): Block[] => {
    const { tagName, children } = node;
    const name = String(node.properties.className);
    switch (tagName) {
      case 'p': case 'summary': return paragraph(pageText(node));
      case 'hr': return [['rule']];
      case 'ul': case 'ol': return [['list', String(tagName === 'ul' ? '' : node.properties.start ?? 1), ...elements(node, 'li').map((item): Block => [`item${item.properties.className ? ` ${find(item, 'input')?.properties.checked}` : ''}`, ...all(item.children)])]];
      case 'blockquote': return [['quote', ...all(children)]];
      case 'div': return name.startsWith('note') ? [['quote', ...all(children)]] : all(children);
      case 'figure': return name === 'code' ? [['code', textOf(find(node, 'pre')!)]] : children.flatMap((child) => paragraph(pageText(child)));
      case 'table': return [['table', ...elements(find(node, 'thead')!, 'tr').concat(elements(find(node, 'tbody'), 'tr')).map((row): Block => ['row', ...row.children.map((cell) => plain(pageText(cell)))])]];
      case 'section':
        if (name !== 'footnotes') return all(children);
        for (const item of elements(find(node, 'ol'), 'li')) notes.push(['note', ...all(item.children)]);
        return [];
      default: return /^h\d$/.test(tagName) ? [[tagName, plain(pageText(node))]] : all(children);
    }
  };
  const root = unified().use(rehypeParse, { fragment: true }).parse(html);
  return [...all(root.children), ...notes];
}

function pageText(node: Hast): string {
  if (node.type !== 'element') return textOf(node);
  const { tagName, properties, children } = node;
  const inner = children.map(pageText).join('');
  if (String(properties.className).startsWith('footnote-')) return tagName === 'sup' ? '[^]' : '';
  if (tagName === 'a' && properties.ariaHidden === undefined) return `${inner}(${String(properties.href)})`;
  return tagName === 'img' ? `${String(properties.alt)}(${String(properties.src)})` : inner;
}

function readTwin(markdown: string): Block[] {
  const root = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).parse(markdown);
  const notes: FootnoteDefinition[] = [];
  const text = (node: Mdast): string => {
    if (node.type === 'link') return `${node.children.map(text).join('')}(${node.url})`;
    if (node.type === 'image') return `${node.alt}(${node.url})`;
    if (node.type === 'footnoteReference') return '[^]';
    return 'children' in node ? node.children.map(text).join('') : 'value' in node ? node.value : '';
  };
  const one = (node: Mdast): Block[] => {
    switch (node.type) {
      case 'paragraph': return paragraph(text(node));
      case 'heading': return [[`h${node.depth}`, plain(text(node))]];
      case 'thematicBreak': return [['rule']];
      case 'code': return [['code', node.value]];
      case 'blockquote': return [['quote', ...node.children.flatMap(one)]];
      case 'list': return [['list', String(node.start ?? ''), ...node.children.map((item): Block => [`item${item.checked === true ? ' true' : ''}`, ...item.children.flatMap(one)])]];
      case 'table': return [['table', ...node.children.map((row): Block => ['row', ...node.children[0]!.children.map((_, index) => plain(row.children[index] === undefined ? '' : text(row.children[index])))])]];
      case 'footnoteDefinition': notes.push(node); return [];
      default: return [[node.type]];
    }
  };
  return [...root.children.flatMap(one), ...notes.map((note): Block => ['note', ...note.children.flatMap(one)])];
}

function paragraph(text: string): Block[] {
  return plain(text) === '' ? [] : [['text', plain(text)]];
}

/** Without spaces and marks of emphasis. */
function plain(text: string): string {
  return text.replace(/[\s*]+/g, '');
}

function textOf(node: Hast): string {
  return 'children' in node ? node.children.map(textOf).join('') : node.type === 'text' ? node.value : '';
}

function elements(node: Element | undefined, tagName: string): Element[] {
  return (node?.children ?? []).filter((child): child is Element => child.type === 'element' && child.tagName === tagName);
}

function find(node: Element, tagName: string): Element | undefined {
  if (node.tagName === tagName) return node;
  for (const child of node.children) {
    const found = child.type === 'element' ? find(child, tagName) : undefined;
    if (found) return found;
  }
  return undefined;
}
