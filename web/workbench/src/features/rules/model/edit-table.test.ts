import { describe, expect, it } from 'vitest';
import { emptyHistory, recordChange, redo, undo } from '../../../shared/draft/history.ts';
import { rowAction } from '../grid/row-actions.ts';
import type { RuleTable } from './draft.ts';
import { clearArea, duplicateColumn, duplicateRows, insertInput, insertOutput, moveColumn, moveRows, readArea, removeColumn, writeBlockAt, type Area } from './edit-table.ts';

const table: RuleTable = {
  kind: 'table', hitPolicy: 'U', inputs: [{ id: 'c1', expression: '年龄' }, { id: 'c2', expression: '类别' }], outputs: [{ id: 'o1', name: '结论', type: 'text' }],
  rules: [{ id: 'r1', inputs: ['>= 80', '-'], outputs: ['"准予"'], annotation: '第三条' }, { id: 'r2', inputs: ['< 80', '"低保"'], outputs: ['"不予"'] }],
};
const cells = ({ rules }: RuleTable) => rules.map(({ inputs, outputs, annotation }) => [...inputs, ...outputs, annotation ?? ''].join('|'));
const spot = (row: number, column: number): Area => ({ top: row, bottom: row, left: column, right: column });
const plain = (text: string) => text;

describe('决策表的编辑 (DEC-02)', () => {
  it('粘贴一块：多出的行补上，超出列的部分说出来', () => {
    const pasted = writeBlockAt(table, spot(1, 2), [['甲', '乙', '丙'], ['丁', '戊', '己']], plain);
    expect(cells(pasted.table)).toEqual(['>= 80|-|"准予"|第三条', '< 80|"低保"|甲|乙', '-|-|丁|戊']);
    expect([pasted.cut, pasted.area]).toEqual([true, { top: 1, bottom: 2, left: 2, right: 3 }]);
    expect(pasted.table.rules[0]).toBe(table.rules[0]);
  });

  it('一格粘贴到选中的一片，片内都是它', () => {
    const { table: filled, cut } = writeBlockAt(table, { top: 0, bottom: 1, left: 0, right: 1 }, [['7']], plain);
    expect([cells(filled), cut]).toEqual([['7|7|"准予"|第三条', '7|7|"不予"|'], false]);
  });

  it('最多 1,000 行，超出的说出来', () => {
    const block = Array.from({ length: 1_005 }, (_, row) => [String(row)]);
    const { table: full, cut } = writeBlockAt(table, spot(0, 0), block, plain);
    expect([full.rules.length, full.rules.at(-1)?.inputs[0], cut]).toEqual([1_000, '999', true]);
  });

  it('复制出一块；清空后条件不限、结果为空、说明没有', () => {
    const area = { top: 0, bottom: 1, left: 0, right: 3 };
    expect(readArea(table, area)).toEqual([['>= 80', '-', '"准予"', '第三条'], ['< 80', '"低保"', '"不予"', '']]);
    expect(cells(clearArea(table, area))).toEqual(['-|-||', '-|-||']);
    expect(clearArea(table, area).rules[0]).not.toHaveProperty('annotation');
  });

  it('行：复制、移动、插入、删除，到头不动', () => {
    const copied = duplicateRows(table, 0, 0);
    expect(cells(copied)).toEqual([cells(table)[0], cells(table)[0], cells(table)[1]]);
    expect(new Set(copied.rules.map(({ id }) => id)).size).toBe(3);
    expect(cells(moveRows(table, 0, 0, 1))).toEqual(cells(table).toReversed());
    expect(moveRows(table, 0, 0, -1)).toBe(table);
    expect(rowAction(table, { top: 1, bottom: 5 }, 'remove')).toMatchObject({ table: { rules: [{ id: 'r1' }] }, top: 0 });
    expect(rowAction(table, { top: 2, bottom: 2 }, 'remove')).toBeUndefined();
    expect(rowAction(table, { top: 2, bottom: 2 }, 'insert-below')?.table.rules).toHaveLength(3);
    expect(rowAction(table, { top: 0, bottom: 0 }, 'up')).toBeUndefined();
    expect(rowAction(table, { top: 0, bottom: 0 }, 'insert-above')).toMatchObject({ top: 0, bottom: 0, table: { rules: [{ inputs: ['-', '-'] }, { id: 'r1' }, { id: 'r2' }] } });
  });

  it('列：插入、移动、复制、删除，各行的格子跟着走；唯一的结果列删不掉', () => {
    expect(cells(insertInput(table, 0, { id: 'c3', expression: '有房' }))[0]).toBe('-|>= 80|-|"准予"|第三条');
    expect(cells(insertOutput(table, 1, { id: 'o2', name: '理由', type: 'text' }))[0]).toBe('>= 80|-|"准予"||第三条');
    expect(cells(moveColumn(table, 0, 1))[1]).toBe('"低保"|< 80|"不予"|');
    expect(moveColumn(table, 1, 1)).toBe(table);
    expect(cells(duplicateColumn(table, 0))[0]).toBe('>= 80|>= 80|-|"准予"|第三条');
    expect(duplicateColumn(table, 2).outputs.map(({ name }) => name)).toEqual(['结论', '结论2']);
    expect(cells(removeColumn(table, 0))[1]).toBe('"低保"|"不予"|');
    expect(removeColumn(table, 2)).toBe(table);
  });

  it('撤销和重做回到原样', () => {
    const next = removeColumn(table, 0);
    const history = recordChange<RuleTable>(emptyHistory, table, 'remove', 0);
    const back = undo(history, next);
    expect(back?.value).toBe(table);
    expect(back && redo(back.history, back.value)?.value).toBe(next);
  });
});
