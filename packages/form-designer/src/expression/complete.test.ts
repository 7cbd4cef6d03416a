import { acceptSuggestion } from '@tongban/expression-editor';
import { type FormDefinition, listExpressionNames } from '@tongban/form-model';
import { describe, expect, test } from 'vitest';
import { complete } from './complete.ts';
import { readAloud } from './read-aloud.ts';

const FORM: FormDefinition = {
  formatVersion: 1, title: '表', sections: [{ id: 's', rows: [
    { cells: [{ kind: 'field', field: { type: 'choice', id: 'reason', label: '申请原因', options: [{ value: 'ill', label: '生病' }, { value: 'other', label: '其他' }] } }] },
    { cells: [{ kind: 'field', field: { type: 'number', id: 'area', label: '建筑面积' } }] },
    { cells: [{ kind: 'field', field: { type: 'table', id: 'items', label: '明细', columns: [{ type: 'number', id: 'cost', label: '金额' }] } }] },
  ] }],
};
const names = listExpressionNames(FORM);
const optionsOf = (name: string) => (name === 'reason' ? [{ value: 'ill', label: '生病' }, { value: 'other', label: '其他' }] : []);
const offered = (source: string) => complete(source, source.length, names, optionsOf).list.map(({ insert }) => insert);

describe('表达式补全 (FRM-03)', () => {
  test.each([
    ['按标识', 'ar', 'area'], ['按名称', '建筑', 'area'], ['点后面是列', 'total(items.', 'cost'], ['等号后的引号里是选项', 'reason = "', 'ill"'],
    ['引号里按名称找选项', 'reason in ("ill", "其', 'other"'], ['函数', 'area > 1 and tot', 'total()'], ['今天', 'tod', 'today'],
  ])('%s', (_name, source, expected) => {
    expect(offered(source)).toContain(expected);
  });

  test('引号里、没有输入时不打扰', () => {
    expect(offered('area = "ar')).toEqual([]);
    expect(offered('area > ')).toEqual([]);
  });

  test('填入后光标在后面，已有的引号不重复', () => {
    const taken = (source: string, cursor: number, insert: string) => {
      const found = complete(source, cursor, names, optionsOf);
      const one = found.list.find((suggestion) => suggestion.insert === insert);
      return one && acceptSuggestion(source, found, one);
    };
    expect(taken('reason = ""', 10, 'ill"')).toEqual({ source: 'reason = "ill"', cursor: 14 });
    expect(taken('ar > 3', 2, 'area')).toEqual({ source: 'area > 3', cursor: 4 });
  });
});

test('用表单里的话读出来', () => {
  expect(readAloud(FORM, 'reason != "ill" and total(items.cost) >= area', names)).toBe('“申请原因” ≠ "生病" 且 total(“明细”.金额) ≥ “建筑面积”');
});
