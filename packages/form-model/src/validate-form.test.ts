import { describe, expect, test } from 'vitest';
import type { Field } from './field-schemas.ts';
import { type FormDefinition, validateForm, type ValidateResult } from './index.ts';
import { formOf, SAMPLE_ANSWERS, SAMPLE_CONTEXT, SAMPLE_FORM } from './testing/sample-form.ts';

function submit(form: FormDefinition, answers: Record<string, unknown>): ValidateResult {
  return validateForm(form, answers, { ...SAMPLE_CONTEXT, mode: 'submit' });
}

function draft(form: FormDefinition, answers: Record<string, unknown>): ValidateResult {
  return validateForm(form, answers, { ...SAMPLE_CONTEXT, mode: 'draft' });
}

function codes(result: ValidateResult): string[] {
  return result.issues.map((issue) => `${issue.path}:${issue.code}`);
}

describe('提交一张完整的表单 (FRM-03)', () => {
  test('算出计算值，通过', () => {
    const result = submit(SAMPLE_FORM, SAMPLE_ANSWERS);
    expect(result.issues).toEqual([]);
    expect(result.value).toMatchObject({ sex: '女', age: 76, totalIncome: 150_000, averageIncome: 75_000, members: [{ share: 0 }, { share: 100 }] });
  });

  const cases: readonly [name: string, change: Record<string, unknown>, issues: readonly string[]][] = [
    ['缺必填', { name: '' }, ['name:required']],
    ['身份证校验位错', { idNumber: '110105194912310021' }, ['idNumber:wrong-check-character']],
    ['15 位身份证', { idNumber: '110105491231002' }, ['idNumber:old-15-digit']],
    ['条件成立时必填', { expenses: undefined }, ['expenses:required']],
    ['显示后必填', { married: true }, ['spouseName:required', 'spouseDocument:required']],
    ['证件号错', { married: true, spouseName: '李四', spouseDocument: { type: '414', number: '!' } }, ['spouseDocument:wrong-format']],
    ['日期先后颠倒', { treatment: { start: '2026-02-01', end: '2026-01-01' } }, ['treatment:wrong-order']],
    ['日期只填一半', { treatment: { start: '2026-02-01' } }, ['treatment:incomplete']],
    ['晚于今天', { treatment: { start: '2026-02-01', end: '2026-12-01' } }, ['treatment:too-late']],
    ['不在办理范围', { home: { region: '110105', detail: '某路' } }, ['home:outside-region']],
    ['没有承诺', { promise: false }, ['promise:must-agree']],
    ['选项不存在', { reason: 'none' }, ['reason:unknown-option']],
    ['没有成员', { members: [] }, ['members:required']],
    ['单元格缺必填', { members: [{ memberName: '甲', relation: 'other', memberBirth: '2000-01-01', monthlyIncome: 0 }] }, ['members[0].relationNote:required']],
    ['行内规则', { members: [{ memberName: '甲', relation: 'child', memberBirth: '2020-01-01', monthlyIncome: 5 }] }, ['members[0].monthlyIncome:check:childIncome']],
    ['行数过多', { members: new Array(9).fill({ memberName: '甲', relation: 'child', memberBirth: '2020-01-01', monthlyIncome: 0 }) }, ['members:too-many-rows']],
    ['整表规则', { reason: 'study', members: [{ memberName: '甲', relation: 'parent', memberBirth: '1960-01-01', monthlyIncome: 900_000 }] }, ['reason:check:incomeLimit']],
    ['说明太短', { story: '困难' }, ['story:too-short']],
    ['说明太长', { story: '难'.repeat(501) }, ['story:too-long']],
  ];
  test.each(cases)('%s', (_name, change, issues) => {
    expect(codes(submit(SAMPLE_FORM, { ...SAMPLE_ANSWERS, ...change }))).toEqual(issues);
  });

  test('问题写明在哪一行、怎么办', () => {
    const [issue] = submit(SAMPLE_FORM, { ...SAMPLE_ANSWERS, members: [SAMPLE_ANSWERS.members[0], { ...SAMPLE_ANSWERS.members[1], memberName: '' }] }).issues;
    expect(issue).toEqual({ path: 'members[1].memberName', fieldId: 'memberName', code: 'required', message: '请填写“姓名”。', label: '家庭成员第 2 个成员 姓名' });
  });

  test('至少几行，按表上的叫法说', () => {
    expect(submit(SAMPLE_FORM, { ...SAMPLE_ANSWERS, members: [] }).issues.map(({ message }) => message)).toEqual(['“家庭成员”至少要填 1 个成员。']);
  });

  test('承诺的话很长时，提示里只引开头', () => {
    const label = '所填内容和提交的材料真实、合法、有效，对申请材料实质内容的真实性负责。';
    const form: FormDefinition = { formatVersion: 1, title: '申请表', sections: [{ id: 'end', rows: [{ cells: [{ kind: 'field', field: { type: 'boolean', id: 'declared', label, mustBeTrue: true } }] }] }] };
    for (const answers of [{}, { declared: false }]) {
      expect(submit(form, answers).issues.map(({ message }) => message)).toEqual(['请阅读并勾选“所填内容和提交的材料真实、合法、……”。']);
    }
  });

  test('宿主给的参数参与条件', () => {
    const result = validateForm(SAMPLE_FORM, SAMPLE_ANSWERS, { ...SAMPLE_CONTEXT, mode: 'submit', parameters: { situation: 'urgent' } });
    expect(codes(result)).toEqual(['story:required']);
  });
});

describe('草稿', () => {
  test('不查必填和号码，保留没填完的内容', () => {
    const result = draft(SAMPLE_FORM, { name: '张', idNumber: '1101', members: [{}, { memberName: '李' }] });
    expect(result).toEqual({ ok: true, issues: [], value: { name: '张', idNumber: '1101', members: [{ share: 0 }, { memberName: '李', share: 0 }], totalIncome: 0, averageIncome: 0 } });
  });

  test('查类型和长度', () => {
    expect(codes(draft(SAMPLE_FORM, { name: 5, story: '难'.repeat(501), members: 'x' }))).toEqual(['name:wrong-type', 'members:wrong-type', 'story:too-long']);
  });
});

describe('不可信的输入', () => {
  test('未知的键、隐藏的字段、伪造的计算值都不留下', () => {
    const result = submit(SAMPLE_FORM, { ...SAMPLE_ANSWERS, admin: true, spouseName: '伪造', age: 5, totalIncome: 1, __proto__: { polluted: true }, members: [{ ...SAMPLE_ANSWERS.members[0], extra: 1, share: 99 }] });
    expect(result.ok).toBe(true);
    expect(result.value).not.toHaveProperty('admin');
    expect(result.value).not.toHaveProperty('spouseName');
    expect(result.value).not.toHaveProperty('polluted');
    expect(result.value).toMatchObject({ age: 76, totalIncome: 0, members: [{ share: 0 }] });
    expect(result.value['members']).not.toHaveProperty('0.extra');
  });

  test('继承来的属性不算答案', () => {
    const answers: Record<string, unknown> = Object.create({ note: '继承' });
    expect(submit(formOf({ type: 'text', id: 'note', label: '备注' }), answers).value).toEqual({});
  });

  const texts: readonly [name: string, given: string, kept: string | undefined][] = [
    ['前后空白', '  建设路  ', '建设路'],
    ['组合字符合成', 'e\u0301', 'é'],
    ['控制与零宽字符', '张\u0000三\u200B\u202E丰', '张三丰'],
    ['单行里的换行', '甲\r\n乙', '甲 乙'],
    ['标签按原样保留', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['扩展区汉字', '𠮷野家', '𠮷野家'],
    ['孤立代理项', '甲\uD842', '甲'],
    ['只有空白', ' \u3000\t', undefined],
  ];
  test.each(texts)('文字清理:%s', (_name, given, kept) => {
    expect(submit(formOf({ type: 'text', id: 'note', label: '备注' }), { note: given }).value['note']).toBe(kept);
  });

  test('只读字段以平台的值为准', () => {
    const form = formOf({ type: 'text', id: 'owner', label: '户主', readOnly: true }, { type: 'text', id: 'note', label: '备注' });
    const result = validateForm(form, { owner: '篡改', note: '乙' }, { ...SAMPLE_CONTEXT, mode: 'submit', lockedAnswers: { owner: '甲', note: '丙' } });
    expect(result.value).toEqual({ owner: '甲', note: '乙' });
  });
});

describe('各类字段', () => {
  const cases: readonly [field: Field, given: unknown, kept: unknown, code: string | undefined][] = [
    [{ type: 'number', id: 'x', label: '数', decimals: 1 }, '１２.5', 12.5, undefined],
    [{ type: 'number', id: 'x', label: '数' }, '1,234', 1234, undefined],
    [{ type: 'number', id: 'x', label: '数' }, '十二', '十二', 'not-a-number'],
    [{ type: 'number', id: 'x', label: '数', decimals: 0 }, 1.5, 1.5, 'too-precise'],
    [{ type: 'number', id: 'x', label: '数' }, 1e-7, 1e-7, undefined],
    [{ type: 'number', id: 'x', label: '数', decimals: 2 }, 1e-7, 1e-7, 'too-precise'],
    [{ type: 'number', id: 'x', label: '数', maximum: 9 }, 10, 10, 'too-large'],
    [{ type: 'number', id: 'x', label: '数' }, Number.NaN, undefined, 'out-of-range'],
    [{ type: 'money', id: 'x', label: '金额' }, 1_050, 1_050, undefined],
    [{ type: 'money', id: 'x', label: '金额' }, 10.5, undefined, 'not-an-amount'],
    [{ type: 'money', id: 'x', label: '金额' }, -1, -1, 'too-small'],
    [{ type: 'date', id: 'x', label: '日期' }, '2026年3月5日', '2026-03-05', undefined],
    [{ type: 'date', id: 'x', label: '日期' }, '20260305', '2026-03-05', undefined],
    [{ type: 'date', id: 'x', label: '日期' }, '2026-02-29', '2026-02-29', 'not-a-date'],
    [{ type: 'date', id: 'x', label: '日期', minimum: 'today' }, '2026-11-19', '2026-11-19', 'too-early'],
    [{ type: 'choices', id: 'x', label: '多选', options: [{ value: 'a', label: '甲' }, { value: 'b', label: '乙' }] }, ['b', 'a', 'b'], ['a', 'b'], undefined],
    [{ type: 'choices', id: 'x', label: '多选', options: [{ value: 'a', label: '甲' }, { value: 'b', label: '乙' }], minimumChoices: 2 }, ['a'], ['a'], 'too-few'],
    [{ type: 'choices', id: 'x', label: '多选', options: [{ value: 'a', label: '甲' }] }, ['z'], undefined, 'unknown-option'],
    [{ type: 'region', id: 'x', label: '地区' }, '511602', '511602000000', undefined],
    [{ type: 'region', id: 'x', label: '地区', lowestLevel: 'town' }, '511602', '511602000000', 'region-too-wide'],
    [{ type: 'region', id: 'x', label: '地区' }, '5116', undefined, 'unknown-region'],
    [{ type: 'creditCode', id: 'x', label: '代码' }, '91350100m000100y43', '91350100M000100Y43', undefined],
    [{ type: 'residentId', id: 'x', label: '身份证' }, '11010519491231002x', '11010519491231002X', undefined],
    [{ type: 'mobile', id: 'x', label: '手机' }, '+86 138-1234-5678', '13812345678', undefined],
    [{ type: 'personName', id: 'x', label: '姓名' }, '阿卜杜拉•买买提', '阿卜杜拉·买买提', undefined],
    [{ type: 'identityDocument', id: 'x', label: '证件', documentTypes: ['111'] }, { type: '414', number: 'E12345678' }, { number: 'E12345678' }, 'unknown-type'],
    [{ type: 'address', id: 'x', label: '住址', regionRequired: true }, { detail: '某路 1 号' }, { detail: '某路 1 号' }, 'incomplete'],
    [{ type: 'organization', id: 'x', label: '单位' }, { name: '某公司', creditCode: '1' }, { name: '某公司', creditCode: '1' }, 'wrong-length'],
    [{ type: 'attachment', id: 'x', label: '附件', extensions: ['pdf'] }, [{ fileId: 'f1', name: 'a.pdf', size: 5 }, { fileId: 'f1', name: 'a.pdf' }], [{ fileId: 'f1', name: 'a.pdf' }], undefined],
    [{ type: 'attachment', id: 'x', label: '附件', extensions: ['pdf'] }, [{ fileId: 'f1', name: 'a.exe' }], [{ fileId: 'f1', name: 'a.exe' }], 'wrong-file-type'],
    [{ type: 'signature', id: 'x', label: '签名' }, { fileId: '../etc', name: 'x' }, undefined, 'wrong-type'],
    [{ type: 'text', id: 'x', label: '邮编', pattern: '\\d{6}', patternMessage: '邮政编码是 6 位数字。' }, '63800', '63800', 'wrong-format'],
  ];
  test.each(cases.map(([field, given, kept, code]) => [`${field.type} ${JSON.stringify(given)}`, field, given, kept, code] as const))('%s', (_name, field, given, kept, code) => {
    const result = submit(formOf(field), { x: given });
    expect(result.value['x']).toEqual(kept);
    expect(result.issues.map((issue) => issue.code)).toEqual(code === undefined ? [] : [code]);
  });
});

describe('条件与计算', () => {
  test('缺少答案时条件不成立、计算值空着，不报错', () => {
    const form = formOf({ type: 'number', id: 'a', label: '甲' }, { type: 'number', id: 'b', label: '乙', computed: 'a * 2' }, { type: 'text', id: 'c', label: '丙', visibleWhen: 'a + 1 > 3', required: true });
    expect(submit(form, {})).toEqual({ ok: true, value: {}, issues: [] });
    expect(submit(form, { a: 5 })).toMatchObject({ value: { a: 5, b: 10 }, issues: [{ path: 'c', code: 'required' }] });
  });

  test('规则本身算不出来时拒绝提交', () => {
    const form = formOf({ type: 'text', id: 'a', label: '甲' }, { type: 'text', id: 'b', label: '乙', visibleWhen: 'a + 1 > 3' });
    expect(codes(submit(form, { a: 'x' }))).toEqual(['b:expression-failed']);
  });

  test('隐藏的分组连同其中的答案一起消失', () => {
    const form: FormDefinition = { ...SAMPLE_FORM, sections: SAMPLE_FORM.sections.map((section) => (section.id === 'family' ? { ...section, visibleWhen: 'married' } : section)) };
    const result = submit(form, SAMPLE_ANSWERS);
    expect(result.issues).toEqual([]);
    expect(result.value).not.toHaveProperty('members');
    expect(result.value).not.toHaveProperty('totalIncome');
  });

  test('隐藏的字段在别的条件里算没有值', () => {
    const form = formOf({ type: 'boolean', id: 'a', label: '甲' }, { type: 'boolean', id: 'b', label: '乙', visibleWhen: 'a' }, { type: 'text', id: 'c', label: '丙', visibleWhen: 'b', required: true });
    expect(submit(form, { a: false, b: true })).toEqual({ ok: true, value: { a: false }, issues: [] });
  });

  test('没有内容的行提交时去掉', () => {
    const result = submit(SAMPLE_FORM, { ...SAMPLE_ANSWERS, members: [{}, SAMPLE_ANSWERS.members[1], { relation: '' }] });
    expect(result.ok).toBe(true);
    expect(result.value).toMatchObject({ averageIncome: 150_000, members: [{ memberName: '李四' }] });
  });

  test('金额的计算四舍五入到分', () => {
    const form = formOf({ type: 'money', id: 'a', label: '甲' }, { type: 'money', id: 'b', label: '乙', computed: 'a / 3' });
    expect(submit(form, { a: 200 }).value['b']).toBe(67);
  });
});
