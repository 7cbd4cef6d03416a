import { describe, expect, test } from 'vitest';
import type { Field } from './field-schemas.ts';
import { formatAnswer, listSensitivePaths, maskAnswers } from './index.ts';
import { SAMPLE_ANSWERS, SAMPLE_FORM } from './testing/sample-form.ts';

const base = { id: 'x', label: '栏' } as const;
const options = [{ value: 'a', label: '甲' }, { value: 'b', label: '乙' }];

describe('答案的文字', () => {
  const cases: readonly [field: Field, value: unknown, text: string, masked: string][] = [
    [{ ...base, type: 'text' }, '建设路', '建设路', '******'],
    [{ ...base, type: 'number', unit: '平方米' }, 12_345.5, '12,345.5 平方米', '******'],
    [{ ...base, type: 'money' }, 123_450, '¥1,234.50', '******'],
    [{ ...base, type: 'money' }, -5, '-¥0.05', '******'],
    [{ ...base, type: 'date' }, '2026-11-20', '2026年11月20日', '******'],
    [{ ...base, type: 'dateRange' }, { start: '2026-01-01', end: '2026-02-03' }, '2026年1月1日 至 2026年2月3日', '******'],
    [{ ...base, type: 'choice', options }, 'a', '甲', '******'],
    [{ ...base, type: 'choices', options }, ['a', 'b'], '甲、乙', '******'],
    [{ ...base, type: 'boolean', falseLabel: '未婚' }, false, '未婚', '******'],
    [{ ...base, type: 'personName' }, '欧阳小明', '欧阳小明', '欧**明'],
    [{ ...base, type: 'mobile' }, '13812345678', '13812345678', '138****5678'],
    [{ ...base, type: 'residentId' }, '11010519491231002X', '11010519491231002X', '110105********002X'],
    [{ ...base, type: 'identityDocument' }, { type: '414', number: 'E12345678' }, '普通护照 E12345678', '普通护照 E1*****78'],
    [{ ...base, type: 'address' }, { region: '511602000000', detail: '某路 1 号' }, '四川省广安市广安区某路 1 号', '四川省广安市广安区****'],
    [{ ...base, type: 'attachment' }, [{ fileId: 'f', name: '病历.pdf' }], '病历.pdf', '1 个文件'],
    [{ ...base, type: 'signature' }, { fileId: 'f', name: '签名.png' }, '已签名', '已签名'],
    [{ ...base, type: 'text' }, undefined, '', ''],
  ];
  const regionName = (code: string): string | undefined => (code === '511602000000' ? '四川省广安市广安区' : undefined);
  test.each(cases.map(([field, value, text, masked]) => [field.type, field, value, text, masked] as const))('%s', (_name, field, value, text, masked) => {
    expect(formatAnswer(field, value, { regionName })).toBe(text);
    expect(formatAnswer({ ...field, sensitive: true }, value, { regionName, masked: true })).toBe(masked);
  });
});

test('敏感栏遮盖，其余照原样', () => {
  expect(listSensitivePaths(SAMPLE_FORM)).toEqual(['name', 'idNumber', 'mobile']);
  expect(maskAnswers(SAMPLE_FORM, SAMPLE_ANSWERS)).toEqual({ ...SAMPLE_ANSWERS, name: '张*', idNumber: '110105********002X', mobile: '138****5678' });
});
