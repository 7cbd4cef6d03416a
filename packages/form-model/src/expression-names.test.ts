import { describe, expect, test } from 'vitest';
import { checkExpression, type FormDefinition } from './index.ts';

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
