import { describe, expect, test } from 'vitest';
import { checkDefinition, checkExpression, type FormDefinition } from './index.ts';

const form: FormDefinition = { formatVersion: 1, title: '申请表', sections: [{ id: 's', rows: [
  { cells: [{ kind: 'field', field: { type: 'number', id: 'fullYears', label: '年龄' } }] },
  { cells: [{ kind: 'field', field: { type: 'date', id: 'born', label: '出生日期' } }] },
  { cells: [{ kind: 'field', labelSpan: 0, field: { type: 'table', id: 'members', label: '成员', columns: [{ type: 'number', id: 'income', label: '收入' }] } }] },
] }] };

describe('写表达式时指出错在哪里 (FRM-03)', () => {
  test.each([
    ['年龄 > 3', undefined, '“年龄”在规则里写作“fullYears”'],
    ['收入 > 3', 'members', '“收入”在规则里写作“income”'],
    ['年纪 > 3', undefined, '没有名为“年纪”的字段或变量'],
    ['born > "2020-01-01"', undefined, '“born”是日期，不能和文字"2020-01-01"比较，请写成 date("2026-01-01") 这样的日期。'],
  ])('%s', (source, table, message) => {
    expect(checkExpression(form, source, table).map((problem) => problem.message).join()).toContain(message);
  });
});

describe('表单的问题用字段的名称说明在哪里 (FRM-03)', () => {
  test.each<[string, Partial<FormDefinition>, string]>([
    ['分组', { sections: form.sections.map((section) => ({ ...section, title: '基本情况', visibleWhen: 'nothing = 1' })) }, '“基本情况”的显示条件：没有名为“nothing”的'],
    ['字段', { sections: [{ id: 's', rows: [{ cells: [{ kind: 'field', field: { type: 'number', id: 'a', label: '人均', computed: 'b / 2' } }] }] }] }, '“人均”的自动计算：没有名为“b”的'],
    ['表格的列', { sections: [{ id: 's', rows: [{ cells: [{ kind: 'field', labelSpan: 0, field: { type: 'table', id: 't', label: '成员', columns: [{ type: 'number', id: 'c', label: '补贴', requiredWhen: 'd > 1' }] } }] }] }] }, '“补贴”的必填条件：没有名为“d”的'],
    ['校验', { checks: [{ id: 'old', expression: 'age > 1', message: '请核对年龄。', fieldIds: ['born'] }] }, '“请核对年龄。”的校验：没有名为“age”的'],
  ])('%s', (_place, change, message) => {
    expect(checkDefinition({ ...form, ...change }).map((problem) => problem.message).join()).toContain(message);
  });
});
