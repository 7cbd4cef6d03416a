import { describe, expect, it } from 'vitest';
import { compile, referencedNames, renameNames } from './index.ts';

const names = new Map([['area', 'shop_area'], ['kind', 'shop_kind'], ['面积', '店面积']]);

describe('表达式换名（FRM-02、BDL-01）', () => {
  it.each([
    ['area > 30 and kind = "area"', 'shop_area > 30 and shop_kind = "area"'],
    ['total(rows.area)', 'total(rows.area)'],
    ['if area = null then 0 else area * 2', 'if shop_area = null then 0 else shop_area * 2'],
    ['areas + area', 'areas + shop_area'],
    ['面积 >= 30', '店面积 >= 30'],
    ['list contains(["area"], kind)', 'list contains(["area"], shop_kind)'],
  ])('%s → %s', (source, expected) => {
    expect(renameNames(source, { names })).toBe(expected);
  });

  it('表格的列在行内和取值路径里一起换', () => {
    expect(renameNames('total(rows.area) + area', { names: new Map([['area', 'a2']]), parts: new Map([['area', 'a2']]) })).toBe('total(rows.a2) + a2');
  });

  it.each([['> area', '> shop_area'], ['"area", kind', '"area", shop_kind'], ['not(area)', 'not(shop_area)']])('条件格 %s → %s', (source, expected) => {
    expect(renameNames(source, { names }, 'tests')).toBe(expected);
  });

  it('换名后读取的正是新名字', () => {
    const compiled = compile(renameNames('area * 2 > 面积', { names }));
    expect(compiled.ok && referencedNames(compiled.expression)).toEqual(['shop_area', '店面积']);
  });
});
