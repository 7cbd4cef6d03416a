import { describe, expect, test } from 'vitest';
import type { FormDefinition } from './definition.ts';
import type { Field } from './field-schemas.ts';
import { checkDefinition } from './index.ts';
import { formOf, SAMPLE_FORM } from './testing/sample-form.ts';

const text = (id: string, rest: Partial<Field> = {}): Field => ({ type: 'text', id, label: `字段${id}`, ...rest } as Field);
const tableOf = (...columns: readonly unknown[]): unknown => ({ type: 'table', id: 'items', label: '明细', columns });

function codesOf(definition: unknown): string[] {
  return checkDefinition(definition).map((problem) => problem.code);
}

test('完整的表单没有问题 (FRM-01)', () => {
  expect(checkDefinition(SAMPLE_FORM)).toEqual([]);
});

describe('拒绝有问题的表单定义', () => {
  const cases: readonly [name: string, definition: unknown, code: string][] = [
    ['不是对象', 'x', 'shape'],
    ['没有分组', { formatVersion: 1, title: '空', sections: [] }, 'shape'],
    ['多余的属性', { ...SAMPLE_FORM, owner: '某局' }, 'shape'],
    ['字段属性拼错', formOf(Object.assign(text('a'), { requird: true })), 'shape'],
    ['未知字段类型', formOf({ type: 'colour', id: 'a', label: '颜色' } as never), 'unknown-field-type'],
    ['表格里套表格', formOf(tableOf(tableOf(text('a'))) as Field), 'table-in-table'],
    ['字段标识重复', formOf(text('a'), text('a')), 'duplicate-id'],
    ['列与字段标识重复', formOf(text('a'), tableOf(text('a')) as Field), 'duplicate-id'],
    ['与参数同名', { ...formOf(text('a')), parameters: ['a'] }, 'duplicate-id'],
    ['保留字作标识', formOf(text('today')), 'reserved-id'],
    ['关键字作标识', formOf(text('if')), 'reserved-id'],
    ['与日期函数同名', formOf(text('date')), 'reserved-id'],
    ['表达式用到不存在的字段', formOf(text('a', { visibleWhen: 'b = "x"' })), 'unknown-name'],
    ['表达式用到表格里没有的列', formOf(text('a', { computed: 'items.x' }), tableOf(text('b')) as Field), 'unknown-name'],
    ['列不能在表格外直接使用', formOf(text('a', { visibleWhen: 'b = "x"' }), tableOf(text('b')) as Field), 'unknown-name'],
    ['表达式写法有陷阱', formOf(text('a', { visibleWhen: 'b in ["x"] and b != "y"' }), text('b')), 'membership-precedence'],
    ['自己等自己', formOf(text('a', { visibleWhen: 'a = "x"' })), 'circular'],
    ['循环计算', formOf({ type: 'number', id: 'a', label: '甲', computed: 'b + 1' }, { type: 'number', id: 'b', label: '乙', computed: 'a + 1' }), 'circular'],
    ['显示条件与计算循环', formOf(text('a', { visibleWhen: 'b = "x"' }), text('b', { computed: 'a' })), 'circular'],
    ['表格内外循环', formOf({ type: 'number', id: 'sum', label: '合计', computed: 'total(items.n)' }, tableOf({ type: 'number', id: 'n', label: '数', computed: 'sum' }) as Field), 'circular'],
    ['灾难性回溯的格式规则', formOf(text('a', { pattern: '(a+)+', patternMessage: '不对' } as Partial<Field>)), 'pattern-unsafe'],
    ['格式规则没有说明', formOf(text('a', { pattern: '\\d{6}' } as Partial<Field>)), 'pattern-message'],
    ['下限大于上限', formOf({ type: 'number', id: 'a', label: '甲', minimum: 5, maximum: 1 }), 'empty-range'],
    ['选择没有选项也没有字典', formOf({ type: 'choice', id: 'a', label: '甲' }), 'options'],
    ['选项值重复', formOf({ type: 'choice', id: 'a', label: '甲', options: [{ value: '1', label: '一' }, { value: '1', label: '壹' }] }), 'options'],
    ['附件不能计算', formOf({ type: 'attachment', id: 'a', label: '甲', computed: '1' }), 'not-computable'],
    ['图片不能计算', formOf({ type: 'image', id: 'a', label: '甲', computed: '1' }), 'not-computable'],
    ['校验规则指向不存在的字段', { ...formOf(text('a')), checks: [{ id: 'r', expression: 'a = "x"', message: '改。', fieldIds: ['b'] }] }, 'unknown-field'],
    ['未知的证件类型', formOf({ type: 'identityDocument', id: 'a', label: '证件', documentTypes: ['999'] }), 'unknown-document-type'],
  ];
  test.each(cases)('%s', (_name, definition, code) => {
    expect(codesOf(definition)).toContain(code);
  });

  test('循环说出每一环的名称', () => {
    const form = formOf(text('a', { visibleWhen: 'c = "x"' }), text('b', { computed: 'a' }), text('c', { computed: 'b' }));
    expect(checkDefinition(form)[0]?.message).toBe('“字段a”的显示条件用到“字段c”，“字段c”的自动计算用到“字段b”，“字段b”的自动计算用到“字段a”，互相等待，谁也算不出来。请改掉其中一处。');
    expect(checkDefinition(formOf(text('a', { computed: 'a' })))[0]?.message).toBe('“字段a”的自动计算用到自己，算不出来。请在这条规则里去掉它自己。');
  });

  test('行内占比依赖行外合计不算循环', () => {
    expect(checkDefinition(SAMPLE_FORM)).toEqual([]);
  });
});

describe('版面', () => {
  const cell = (id: string, colSpan?: number, rowSpan?: number): FormDefinition['sections'][number]['rows'][number]['cells'][number] => ({
    kind: 'field', field: text(id), ...(colSpan === undefined ? {} : { colSpan }), ...(rowSpan === undefined ? {} : { rowSpan }),
  });
  const sheet = (...rows: readonly FormDefinition['sections'][number]['rows'][number]['cells'][]): FormDefinition => ({
    formatVersion: 1, title: '版面', sections: [{ id: 's', rows: rows.map((cells) => ({ cells })) }],
  });

  test.each([
    ['一行超过 12 格', sheet([cell('a', 8), cell('b', 6)])],
    ['跨行的格子占了位置', sheet([cell('a', 8, 2), cell('b', 4)], [cell('c', 6)])],
    ['跨行超出本组', sheet([cell('a', 6, 3), cell('b', 6)], [cell('c', 6)])],
  ])('拒绝%s', (_name, definition) => {
    expect(codesOf(definition)).toEqual(['layout']);
  });

  test('合并单元格排得下', () => {
    expect(codesOf(sheet([cell('a', 2, 2), cell('b')], [cell('c'), cell('d')]))).toEqual([]);
  });
});
