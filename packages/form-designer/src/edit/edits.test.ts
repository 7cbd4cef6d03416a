import { checkDefinition, findField, type FormDefinition, listPlacedFields, placeCells } from '@tongban/form-model';
import { describe, expect, test } from 'vitest';
import type { Edited, Target } from './edited.ts';
import { addControl, changeId, changeKind, duplicate, moveTo, removeTarget } from './edits.ts';
import { nudge } from './nudge.ts';
import { merge, setColumns, setRows, split } from './spans.ts';

const FORM: FormDefinition = {
  formatVersion: 1, title: '申请表', sections: [
    { id: 'main', title: '基本情况', rows: [
      { cells: [{ kind: 'text', text: '申请人', style: 'vertical', colSpan: 1, rowSpan: 2 }, { kind: 'field', field: { type: 'text', id: 'a', label: '甲' } }, { kind: 'field', field: { type: 'text', id: 'b', label: '乙' } }] },
      { cells: [{ kind: 'field', field: { type: 'text', id: 'c', label: '丙' } }] },
      { cells: [{ kind: 'field', field: { type: 'number', id: 'area', label: '面积' } }] },
    ] },
    { id: 'more', rows: [
      { cells: [{ kind: 'field', field: { type: 'table', id: 'items', label: '明细', columns: [{ type: 'text', id: 'what', label: '品名' }, { type: 'number', id: 'cost', label: '金额' }] } }] },
      { cells: [{ kind: 'field', field: { type: 'number', id: 'sum', label: '合计', computed: 'total(items.cost) + area' } }] },
    ] },
  ],
};

const field = (id: string): Target => ({ kind: 'field', id });

function made(edit: Edited): FormDefinition {
  if ('refused' in edit) throw new Error(edit.refused);
  return edit.definition;
}

/** Rows of a group as ids and texts, to be read at a glance. */
function rows(definition: FormDefinition, at = 0): readonly string[] {
  return (definition.sections[at]?.rows ?? []).map(({ cells }) => cells.map((cell) => (cell.kind === 'field' ? cell.field.id : cell.text || '□')).join(' '));
}

describe('键盘移动 (FRM-01)', () => {
  const cases: readonly [name: string, id: string, direction: 'up' | 'down' | 'left' | 'right', join: boolean, expected: readonly string[]][] = [
    ['同行左右交换', 'a', 'right', false, ['申请人 b a', 'c', 'area']],
    ['独占一行的上移，进入合并格的范围', 'area', 'up', false, ['申请人 a b', 'area', 'c']],
    ['从一行里拿出来另起一行', 'b', 'down', false, ['申请人 a', 'b', 'c', 'area']],
    ['并入上一行', 'area', 'up', true, ['申请人 a b', 'c area']],
    ['并入下一行', 'c', 'down', true, ['申请人 a b', 'c area']],
  ];
  test.each(cases)('%s', (_name, id, direction, join, expected) => {
    const moved = made(nudge(FORM, field(id), direction, join));
    expect(rows(moved)).toEqual(expected);
    expect(checkDefinition(moved)).toEqual([]);
  });

  test('越过分组的边', () => {
    expect(rows(made(nudge(FORM, field('area'), 'down')), 1)).toEqual(['area', 'items', 'sum']);
    expect(nudge(FORM, field('sum'), 'down')).toEqual({ refused: '已经在最下面。' });
  });

  test('列左右移动；分组上下移动', () => {
    const moved = findField(made(nudge(FORM, field('cost'), 'left')), 'items');
    expect(moved?.type === 'table' && moved.columns.map(({ id }) => id)).toEqual(['cost', 'what']);
    expect(made(nudge(FORM, { kind: 'section', id: 'more' }, 'up')).sections.map(({ id }) => id)).toEqual(['more', 'main']);
  });
});

describe('拖放', () => {
  test('字段放进表格成为列，列拿出来成为字段', () => {
    const inside = made(moveTo(FORM, field('c'), { kind: 'column', tableId: 'items', index: 1 }));
    expect(listPlacedFields(inside).filter(({ tableId }) => tableId === 'items').map(({ field: { id } }) => id)).toEqual(['what', 'c', 'cost']);
    const outside = made(moveTo(inside, field('what'), { kind: 'row', sectionId: 'main', row: 0 }));
    expect(rows(outside)[0]).toBe('what');
  });

  test('表格里不能放表格，一行放不下的说明怎么办', () => {
    expect(addControl(FORM, 'table', { kind: 'column', tableId: 'items', index: 0 })).toEqual({ refused: '表格里不能再放表格，请放在表格外面。' });
    const full: FormDefinition = { ...FORM, sections: [{ id: 'main', rows: [{ cells: Array.from({ length: 12 }, (_, index) => ({ kind: 'field' as const, field: { type: 'text' as const, id: `x${index}`, label: 'x' } })) }] }] };
    expect(addControl(full, 'text', { kind: 'cell', sectionId: 'main', row: 0, cell: 0 })).toMatchObject({ refused: expect.stringContaining('12') as string });
  });

  test('空的分组放进第一个控件后，占位的空行不再留着', () => {
    const [empty] = [made(addControl(FORM, 'section', { kind: 'row', sectionId: 'main', row: 0 }))];
    expect(rows(empty, 1)).toEqual(['□']);
    const id = empty.sections[1]?.id ?? '';
    expect(rows(made(addControl(empty, 'image', { kind: 'row', sectionId: id, row: 1 })), 1)).toEqual(['image1']);
  });
});

describe('删除和复制', () => {
  test('删去被规则用到的字段，问题里说出哪条规则', () => {
    const left = made(removeTarget(FORM, field('area')));
    expect(checkDefinition(left).map(({ fieldId, message }) => [fieldId, message])).toEqual([['sum', expect.stringContaining('area')]]);
  });

  test('复制分组：标识都是新的，规则读副本自己的字段', () => {
    const copied = made(duplicate(FORM, { kind: 'section', id: 'more' }));
    const sum = listPlacedFields(copied).findLast(({ tableId }) => tableId === undefined)?.field;
    expect(sum).toMatchObject({ id: 'number2', computed: 'total(table1.number1) + area' });
    expect(checkDefinition(copied)).toEqual([]);
  });

  test('最后一列、最后一个分组不能删', () => {
    const one = made(removeTarget(FORM, field('what')));
    expect(removeTarget(one, field('cost'))).toMatchObject({ refused: expect.stringContaining('至少要有一列') as string });
    expect(removeTarget(made(removeTarget(FORM, { kind: 'section', id: 'more' })), { kind: 'section', id: 'main' })).toEqual({ refused: '表单至少要有一个分组。' });
  });
});

test('改标识时，规则跟着改；标识重复时拒绝', () => {
  const renamed = made(changeId(FORM, 'cost', '价格'));
  expect(findField(renamed, 'sum')?.computed).toBe('total(items.价格) + area');
  expect(changeId(FORM, 'cost', 'area')).toMatchObject({ refused: expect.stringContaining('area') as string });
});

test('换控件保留名称、标识和规则', () => {
  const required = made(changeKind({ ...FORM, sections: FORM.sections }, 'area', 'choice'));
  expect(findField(required, 'area')).toMatchObject({ type: 'choice', id: 'area', label: '面积', options: [{ value: '1' }, { value: '2' }] });
});

describe('纸面的格子 (FRM-01)', () => {
  const spans = (definition: FormDefinition, id: string) => {
    const placed = definition.sections.flatMap((section) => placeCells(section).cells).find(({ cell }) => cell.kind === 'field' && cell.field.id === id);
    return placed && [placed.column, placed.colSpan, placed.row, placed.rowSpan];
  };

  test('改宽度，右边的让出或补上', () => {
    const wider = made(setColumns(FORM, field('a'), 8));
    expect([spans(wider, 'a'), spans(wider, 'b')]).toEqual([[1, 8, 0, 1], [9, 3, 0, 1]]);
    const narrower = made(setColumns(wider, field('a'), 2));
    expect([spans(narrower, 'a'), spans(narrower, 'b')]).toEqual([[1, 2, 0, 1], [3, 9, 0, 1]]);
    expect(setColumns(FORM, field('a'), 12)).toMatchObject({ refused: expect.stringContaining('没有更多的格子') as string });
  });

  test('向下合并，再拆开', () => {
    const taller = made(setRows(FORM, field('a'), 2));
    expect(spans(taller, 'a')).toEqual([1, 6, 0, 2]);
    expect(spans(taller, 'c')).toEqual([7, 5, 1, 1]);
    const apart = made(split(taller, field('a')));
    expect(rows(apart)).toEqual(['申请人 a b', '□ c', 'area']);
    expect(rows(made(merge(apart, field('a'), 'down')))).toEqual(['申请人 a b', 'c', 'area']);
  });

  test('两个字段不能合成一格；空白格可以', () => {
    expect(merge(FORM, field('a'), 'right')).toMatchObject({ refused: expect.stringContaining('都有字段') as string });
    const halved = made(split(FORM, field('c')));
    expect(rows(halved)[1]).toBe('c □');
    expect(spans(made(merge(halved, field('c'), 'right')), 'c')).toEqual([1, 11, 1, 1]);
  });
});
