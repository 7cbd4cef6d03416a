import type { FormDefinition } from '../definition.ts';
import type { Field } from '../field-schemas.ts';

/** Builds a form of one section with one field a row. */
export function formOf(...fields: readonly Field[]): FormDefinition {
  return {
    formatVersion: 1, title: '测试表单',
    sections: [{ id: 'main', rows: fields.map((field) => ({ cells: [{ kind: 'field', field }] })) }],
  };
}

const applicant: FormDefinition['sections'][number] = {
  id: 'applicant', title: '申请人基本情况',
  rows: [
    { cells: [
      { kind: 'text', text: '申请人', style: 'vertical', colSpan: 1, rowSpan: 4 },
      { kind: 'field', colSpan: 5, field: { type: 'personName', id: 'name', label: '姓名', required: true, sensitive: true, dataElement: 'DE00001' } },
      { kind: 'field', colSpan: 6, field: { type: 'residentId', id: 'idNumber', label: '身份证号码', required: true, sensitive: true, dataElement: 'DE00002', help: '18 位，最后一位可能是字母 X。' } },
    ] },
    { cells: [
      { kind: 'field', colSpan: 5, field: { type: 'text', id: 'sex', label: '性别', computed: 'sexOf(idNumber)' } },
      { kind: 'field', colSpan: 6, field: { type: 'number', id: 'age', label: '年龄', unit: '岁', decimals: 0, computed: 'age(birthDateOf(idNumber), today)' } },
    ] },
    { cells: [
      { kind: 'field', colSpan: 5, field: { type: 'mobile', id: 'mobile', label: '手机号码', required: true, sensitive: true, dataElement: 'DE00003' } },
      { kind: 'field', colSpan: 6, field: { type: 'boolean', id: 'married', label: '是否已婚', required: true } },
    ] },
    { cells: [{ kind: 'field', colSpan: 11, field: { type: 'address', id: 'home', label: '家庭住址', required: true, within: '511600' } }] },
    { cells: [
      { kind: 'field', field: { type: 'personName', id: 'spouseName', label: '配偶姓名', visibleWhen: 'married', required: true } },
      { kind: 'field', field: { type: 'identityDocument', id: 'spouseDocument', label: '配偶证件', visibleWhen: 'married', required: true } },
    ] },
  ],
};

const family: FormDefinition['sections'][number] = {
  id: 'family', title: '家庭成员与收入',
  rows: [
    { cells: [{ kind: 'field', colSpan: 12, labelSpan: 0, field: {
      type: 'table', id: 'members', label: '家庭成员', rowName: '成员', minimumRows: 1, maximumRows: 8,
      columns: [
        { type: 'personName', id: 'memberName', label: '姓名', required: true, printWidth: 20 },
        { type: 'choice', id: 'relation', label: '与申请人关系', required: true, printWidth: 20, options: [{ value: 'spouse', label: '配偶' }, { value: 'child', label: '子女' }, { value: 'parent', label: '父母' }, { value: 'other', label: '其他' }] },
        { type: 'text', id: 'relationNote', label: '说明', visibleWhen: 'relation = "other"', required: true, maxLength: 20 },
        { type: 'date', id: 'memberBirth', label: '出生日期', required: true, maximum: 'today' },
        { type: 'money', id: 'monthlyIncome', label: '月收入', required: true },
        { type: 'number', id: 'share', label: '占比', unit: '%', decimals: 1, computed: 'if totalIncome = 0 then 0 else monthlyIncome / totalIncome * 100' },
      ],
      checks: [{ id: 'childIncome', expression: 'relation != "child" or age(memberBirth, today) >= 16 or monthlyIncome = 0', message: '未满 16 周岁的子女不应有收入，请核对。', fieldIds: ['monthlyIncome'] }],
    } }] },
    { cells: [
      { kind: 'field', field: { type: 'money', id: 'totalIncome', label: '家庭月收入合计', computed: 'total(members.monthlyIncome)' } },
      { kind: 'field', field: { type: 'money', id: 'averageIncome', label: '人均月收入', computed: 'if count(members) = 0 then null else totalIncome / count(members)' } },
    ] },
  ],
};

/** A form with every kind of rule: conditions, a table with computed cells, sums across rows, rules over several answers. */
export const SAMPLE_FORM: FormDefinition = {
  formatVersion: 1,
  title: '临时救助申请表',
  note: '请如实填写，带“必填”的栏目不能空着。',
  parameters: ['situation'],
  sections: [applicant, family, {
    id: 'request', title: '申请事项',
    rows: [
      { cells: [{ kind: 'field', field: { type: 'choice', id: 'reason', label: '申请原因', required: true, options: [{ value: 'illness', label: '重大疾病' }, { value: 'accident', label: '意外事故' }, { value: 'study', label: '就学困难' }, { value: 'other', label: '其他' }] } }] },
      { cells: [{ kind: 'field', field: { type: 'dateRange', id: 'treatment', label: '治疗时间', visibleWhen: 'reason = "illness"', required: true, maximum: 'today' } }] },
      { cells: [{ kind: 'field', field: { type: 'money', id: 'expenses', label: '自付费用', visibleWhen: 'reason in ("illness", "accident")', requiredWhen: 'reason = "illness"', minimum: 1, maximum: 100_000_000 } }] },
      { cells: [{ kind: 'field', field: { type: 'multiline', id: 'story', label: '困难情况说明', requiredWhen: 'reason = "other" or situation = "urgent"', minLength: 10, maxLength: 500 } }] },
      { cells: [{ kind: 'field', field: { type: 'boolean', id: 'promise', label: '我承诺以上内容真实', mustBeTrue: true } }] },
    ],
  }],
  checks: [{ id: 'incomeLimit', expression: 'averageIncome <= 200000 or reason != "study"', message: '就学困难救助要求人均月收入不超过 2,000 元，请核对收入或改选原因。', fieldIds: ['reason', 'averageIncome'] }],
};

/** Answers to the sample form that pass. */
export const SAMPLE_ANSWERS = {
  name: '张三', idNumber: '11010519491231002X', mobile: '13812345678', married: false,
  home: { region: '511602000000', detail: '建设路 1 号 2 单元 301' },
  members: [
    { memberName: '张小明', relation: 'child', memberBirth: '2015-03-05', monthlyIncome: 0 },
    { memberName: '李四', relation: 'other', relationNote: '外甥', memberBirth: '1980-01-01', monthlyIncome: 150_000 },
  ],
  reason: 'illness', treatment: { start: '2026-01-01', end: '2026-02-01' }, expenses: 1_234_567, promise: true,
} as const;

export const SAMPLE_CONTEXT = { today: '2026-11-20' } as const;
