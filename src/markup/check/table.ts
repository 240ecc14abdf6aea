/** Tables: a row with more cells than the header would lose them silently. */
import type { CheckContext } from '../components/component.ts';
import { childrenOf, type Table } from '../parse/nodes.ts';

/** Reports every row of `node` that has more cells than its header. */
export function checkTable(node: Table, { report }: CheckContext): void {
  const [header, ...rows] = node.children;
  const columns = header === undefined ? 0 : childrenOf(header).length;
  for (const row of rows) {
    const cells = childrenOf(row).length;
    if (cells <= columns) continue;
    report('body/table', row.start, {
      zh: `这一行有 ${cells} 格，表头只有 ${columns} 格，多出的内容不会显示。`,
      en: `This row has ${cells} cells and the header ${columns}, so what is beyond would not be shown.`,
    }, {
      zh: '请补上表头的列；单元格里的竖线（包括反引号里的）要写成 \\|。',
      en: 'Add columns to the header; a vertical bar inside a cell, even in backticks, is written \\|.',
    });
  }
}
