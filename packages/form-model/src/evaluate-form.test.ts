import { describe, expect, test } from 'vitest';
import { evaluateForm, type FormContext, type FormDefinition, maskAnswers, validateForm } from './index.ts';
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

describe('已提交的申请表：按提交时的样子显示 (FRM-03, design 不变量 3)', () => {
  const filed = validateForm(SAMPLE_FORM, SAMPLE_ANSWERS, { ...SAMPLE_CONTEXT, mode: 'submit' }).value;
  const later = { today: '2031-11-20', filed: true } as const;

  test('计算值是提交时的，不随查看日期变化', () => {
    expect(evaluateForm(SAMPLE_FORM, filed, { today: later.today }).fields['age']).toMatchObject({ value: 81 });
    expect(evaluateForm(SAMPLE_FORM, filed, later).fields['age']).toMatchObject({ visible: true, computed: false, readOnly: true, value: 76 });
    expect(evaluateForm(SAMPLE_FORM, filed, later).fields['members[1].share']).toMatchObject({ value: 100 });
  });

  test('号码隐去以后，由它算出的内容照样在', () => {
    const masked = maskAnswers(SAMPLE_FORM, filed);
    expect(evaluateForm(SAMPLE_FORM, masked, SAMPLE_CONTEXT).fields['sex']?.value).toBeUndefined();
    expect(evaluateForm(SAMPLE_FORM, masked, later).fields['sex']).toMatchObject({ visible: true, value: '女' });
  });

  test('条件依据隐去的内容或引导答案的，填了的仍然显示，没有填的仍然不显示', () => {
    const form: FormDefinition = {
      ...formOf(
        { type: 'residentId', id: 'idNumber', label: '公民身份号码', sensitive: true },
        { type: 'text', id: 'school', label: '就读学校', visibleWhen: 'situation = "study"' },
        { type: 'table', id: 'wards', label: '被监护人', visibleWhen: 'sexOf(idNumber) = "女"', columns: [{ type: 'text', id: 'wardName', label: '姓名' }] },
        { type: 'text', id: 'other', label: '其他', visibleWhen: 'situation = "other"' },
      ), parameters: ['situation'],
    };
    const answers = { idNumber: SAMPLE_ANSWERS.idNumber, school: '示范小学', wards: [{ wardName: '甲' }] };
    const shown = (context: FormContext) => Object.entries(evaluateForm(form, maskAnswers(form, answers), context).fields).filter(([, { visible }]) => visible).map(([path]) => path);
    expect(shown(SAMPLE_CONTEXT)).toEqual(['idNumber']);
    expect(shown(later)).toEqual(['idNumber', 'school', 'wards', 'wards[0].wardName']);
    expect(shown({ ...SAMPLE_CONTEXT, parameters: { situation: 'other' } })).toEqual(['idNumber', 'other']);
  });

  test('整组的条件不能判断时，填过的组仍然显示', () => {
    const form: FormDefinition = {
      formatVersion: 1, title: '条件', parameters: ['situation'],
      sections: [{ id: 'study', visibleWhen: 'situation = "study"', rows: [{ cells: [{ kind: 'field', field: { type: 'text', id: 'school', label: '就读学校' } }] }] }],
    };
    expect([...evaluateForm(form, { school: '示范小学' }, later).visibleSections]).toEqual(['study']);
    expect([...evaluateForm(form, {}, later).visibleSections]).toEqual([]);
  });
});
