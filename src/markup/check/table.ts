/** Tables: their header names the columns, and a row with more cells would lose them silently. */
import type { CheckContext } from '../components/component.ts';
import { childrenOf, type Table } from '../parse/nodes.ts';
import { plainText } from '../print/text.ts';

/** Reports a header that names no column, and every row of `node` that has more cells than it. */
export function checkTable(node: Table, { report }: CheckContext): void {
  const [header, ...rows] = node.children;
  const columns = header === undefined ? 0 : childrenOf(header).length;
  if (header !== undefined && plainText(childrenOf(header)).trim() === '') {
    report('body/table', header.start, { zh: '表头是空的，读者不知道每一列是什么。', en: 'The header is empty, so readers cannot tell what the columns are.' }, {
      zh: '在第一行写上每一列的名称；只有一列没有名称时，可以空着那一格。',
      en: 'Name the columns in the first row; a single cell may stay empty.',
    });
  }
  for (const row of rows) {
    const cells = childrenOf(row).length;
    if (cells <= columns) continue;
    report('body/table', row.start, {
      zh: `这一行有 ${cells} 格，表头只有 ${columns} 格，多出的内容不会显示。`,
      en: `This row has ${cells} cells and the header ${columns}, so what is beyond would not be shown.`,
    }, {
      zh: '补上表头的列；单元格里的竖线（包括反引号里的）要写成 \\|。',
      en: 'Add columns to the header; a vertical bar inside a cell, even in backticks, is written \\|.',
    });
  }
}
