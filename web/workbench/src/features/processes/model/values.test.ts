import { describe, expect, it } from 'vitest';
import { readValues } from './values.ts';

describe('试走的数据 (WFL-03)', () => {
  it('每行一项，值是 FEEL', () => {
    expect(readValues('departments = {lead: "d1", joint: ["d1", "d2"]}\n\n需要勘验 = true\ncount = 2')).toEqual({ ok: true, values: { departments: { lead: 'd1', joint: ['d1', 'd2'] }, 需要勘验: true, count: 2 } });
  });

  it.each([['applicantKind', '第 1 行：请写成“名称 = 值”'], ['a = 1\nb = "', '第 2 行'], ['a = person', '第 1 行']])('%s 说明哪一行', (source, message) => {
    expect(readValues(source)).toMatchObject({ ok: false, message: expect.stringContaining(message) });
  });
});
