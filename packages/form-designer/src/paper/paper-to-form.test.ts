import { checkDefinition, type FormDefinition, listFields, placeCells } from '@tongban/form-model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PaperCell, paperToForm, type PaperTable } from './paper-to-form.ts';

/** A paper table drawn as rows of texts; `<` belongs to the cell on its left, `^` to the one above. */
function draw(rows: readonly (readonly string[])[], title = ''): PaperTable {
  const cells: (PaperCell & { colSpan: number; rowSpan: number })[] = [];
  rows.forEach((texts, row) => texts.forEach((text, column) => {
    if (text === '<') { const left = cells.findLast((cell) => cell.row === row && cell.column < column); if (left) left.colSpan += 1; }
    else if (text === '^') { const above = cells.findLast((cell) => cell.row < row && cell.column === column); if (above) above.rowSpan = row - above.row + 1; }
    else cells.push({ row, column, rowSpan: 1, colSpan: 1, text });
  }));
  return { title, widths: (rows[0] ?? []).map(() => 10), rowCount: rows.length, cells };
}

const kinds = (definition: FormDefinition): readonly string[] => listFields(definition).map(({ label, type }) => `${label}:${type}`);

describe('从 Word 或 Excel 表格起步 (FRM-01)', () => {
  const paper = draw([
    ['临时占用城市道路申请表', '<', '<', '<', '<', '<'],
    ['申请人', '单位名称', '', '<', '统一社会信用代码', ''],
    ['^', '联系人', '', '<', '联系电话', ''],
    ['占用面积（平方米）', '', '<', '起止时间', '', '<'],
    ['占用方式', '□全封闭 □半封闭', '<', '<', '<', '<'],
    ['现场照片', '', '<', '<', '<', '<'],
    ['附近单位意见', '<', '<', '<', '<', '<'],
    ['序号', '单位', '<', '签名', '<', '日期'],
    ['1', '', '<', '', '<', ''],
    ['2', '', '<', '', '<', ''],
    ['填表须知：请用钢笔填写。', '<', '<', '<', '<', '<'],
  ]);
  const form = paperToForm(paper, '文件名');

  test('题目、标签和字段、合并格、选项、明细表', () => {
    expect(form.title).toBe('临时占用城市道路申请表');
    expect(kinds(form)).toEqual([
      '单位名称:text', '统一社会信用代码:creditCode', '联系人:personName', '联系电话:mobile', '占用面积（平方米）:number', '起止时间:dateRange', '占用方式:choice', '现场照片:image', '明细:table',
    ]);
    const [table] = listFields(form).filter((field) => field.type === 'table');
    expect(table?.type === 'table' && table.columns.map(({ label, type }) => `${label}:${type}`)).toEqual(['单位:text', '签名:signature', '日期:date']);
    expect(listFields(form).find(({ label }) => label === '占用方式')).toMatchObject({ options: [{ label: '全封闭' }, { label: '半封闭' }] });
    expect(form.sections.map(({ title }) => title)).toEqual([undefined, '附近单位意见']);
    expect(checkDefinition(form)).toEqual([]);
  });

  test('竖排的合并格跨两行，右边的字段各在一行', () => {
    const [section] = form.sections;
    const [side, company, code] = section ? placeCells(section).cells : [];
    expect(side).toMatchObject({ column: 0, rowSpan: 2, cell: { kind: 'text', text: '申请人' } });
    expect([company?.row, code?.row, (code?.column ?? 0) + (code?.colSpan ?? 0)]).toEqual([0, 0, 12]);
  });

  test('没有题目时用文件里表格上方的文字，再没有用文件名', () => {
    expect(paperToForm(draw([['姓名', '']], '登记表'), '文件').title).toBe('登记表');
    expect(paperToForm(draw([['姓名', '']]), '文件').title).toBe('文件');
  });
});

const grid = fc.record({ rows: fc.integer({ min: 1, max: 12 }), columns: fc.integer({ min: 1, max: 18 }), seed: fc.array(fc.tuple(fc.constantFrom('', '姓名', '说明文字很长很长。', '□是 □否', '日期', '<', '^', '1'), fc.nat(3)), { minLength: 220, maxLength: 220 }) })
  .map(({ rows, columns, seed }) => draw(Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_one, column) => {
    const text = seed[(row * columns + column) % seed.length]?.[0] ?? '';
    return (text === '<' && column === 0) || (text === '^' && row === 0) ? '' : text;
  }))));

test('不管怎样的表格，得到的都是能用的表单', () => {
  fc.assert(fc.property(grid, (paper) => { expect(checkDefinition(paperToForm(paper, '表'))).toEqual([]); }), { numRuns: 300 });
});
