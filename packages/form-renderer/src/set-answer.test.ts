import type { TableField } from '@tongban/form-model';
import { describe, expect, test } from 'vitest';
import { setAnswer, shownRows } from './set-answer.ts';

describe('改动一个答案', () => {
  test.each([
    [{ a: 1 }, 'b', 2, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, 'b', undefined, { a: 1 }],
    [{}, 'rows[1].x', 5, { rows: [{}, { x: 5 }] }],
    [{ rows: [{ x: 1, y: 2 }] }, 'rows[0].x', undefined, { rows: [{ y: 2 }] }],
    [{ rows: 'broken' }, 'rows[0].x', 1, { rows: [{ x: 1 }] }],
  ])('%j %s = %s', (answers, path, value, expected) => {
    const before = structuredClone(answers);
    expect(setAnswer(answers, path, value)).toEqual(expected);
    expect(answers).toEqual(before);
  });
});

test('空表格先给出要填的行，只读时不给', () => {
  const table: TableField = { type: 'table', id: 'rows', label: '行', minimumRows: 2, columns: [{ type: 'text', id: 'x', label: '栏' }] };
  expect(shownRows(table, undefined, false)).toEqual([{}, {}]);
  expect(shownRows(table, [{ x: '1' }], false)).toEqual([{ x: '1' }, {}]);
  expect(shownRows(table, undefined, true)).toEqual([]);
});
