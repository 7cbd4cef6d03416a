import { expect, test } from 'vitest';
import { evaluateForm } from './index.ts';
import { formOf, SAMPLE_ANSWERS, SAMPLE_CONTEXT, SAMPLE_FORM } from './testing/sample-form.ts';

test('边填边算：显示、必填、只读和计算值', () => {
  const { fields } = evaluateForm(SAMPLE_FORM, SAMPLE_ANSWERS, SAMPLE_CONTEXT);
  expect(fields['spouseName']).toMatchObject({ visible: false });
  expect(fields['expenses']).toMatchObject({ visible: true, required: true, readOnly: false });
  expect(fields['age']).toMatchObject({ visible: true, computed: true, readOnly: true, value: 76 });
  expect(fields['members[0].relationNote']).toMatchObject({ visible: false });
  expect(fields['members[1].relationNote']).toMatchObject({ visible: true, required: true, value: '外甥' });
  expect(fields['members[1].share']).toMatchObject({ readOnly: true, value: 100 });
});

test('还没填的行也有状态', () => {
  const { fields } = evaluateForm(SAMPLE_FORM, { members: [{}] }, SAMPLE_CONTEXT);
  expect(fields['members[0].memberName']).toMatchObject({ visible: true, required: true, value: undefined });
});

test('只读条件', () => {
  const form = formOf({ type: 'boolean', id: 'locked', label: '锁定' }, { type: 'text', id: 'note', label: '备注', readOnlyWhen: 'locked' });
  expect(evaluateForm(form, { locked: true }, SAMPLE_CONTEXT).fields['note']?.readOnly).toBe(true);
  expect(evaluateForm(form, {}, SAMPLE_CONTEXT).fields['note']?.readOnly).toBe(false);
});

test('分组和说明文字的显示条件', () => {
  const [section] = formOf({ type: 'boolean', id: 'more', label: '更多' }).sections;
  const note = { kind: 'text', text: '补充说明', visibleWhen: 'more' } as const;
  const form = { formatVersion: 1 as const, title: '条件', sections: [
    { id: 'first', rows: [...(section?.rows ?? []), { cells: [note] }] },
    { id: 'second', visibleWhen: 'more', rows: [{ cells: [{ kind: 'text' as const, text: '第二组' }] }] },
  ] };
  const off = evaluateForm(form, { more: false }, SAMPLE_CONTEXT);
  expect([...off.visibleSections, off.hiddenTexts.size]).toEqual(['first', 1]);
  const on = evaluateForm(form, { more: true }, SAMPLE_CONTEXT);
  expect([...on.visibleSections, on.hiddenTexts.size]).toEqual(['first', 'second', 0]);
});

test('没有通过检查的定义不能使用', () => {
  expect(() => evaluateForm(formOf({ type: 'text', id: 'a', label: '甲', visibleWhen: 'b = 1' }), {}, SAMPLE_CONTEXT)).toThrow(TypeError);
});
