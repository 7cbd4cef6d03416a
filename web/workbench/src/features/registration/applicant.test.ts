import { describe, expect, it } from 'vitest';
import { judgeName, judgeNumber, type TypedApplicant } from './applicant.ts';

const person: TypedApplicant = { kind: 'person', documentType: '111', documentNumber: '', name: '', filledName: '', mobile: '', representativeName: '', representativeNumber: '', readFrom: null };

describe('窗口登记当场核对申请人（INT-02）', () => {
  it.each([
    ['11010519491231002X', '11010519491231002X', '女，1949年12月31日出生'],
    ['11010519491231002x', '11010519491231002X', '女，1949年12月31日出生'],
  ])('身份证 %s 通过，小写 x 更正为大写', (documentNumber, value, note) => {
    expect(judgeNumber({ ...person, documentNumber }, '2026-11-20')).toEqual({ value, fault: undefined, note });
  });

  it.each(['110105194912310021', '110105491231002', '11010519490231002X'])('错误的身份证 %s 当场说明怎么改', (documentNumber) => {
    const { fault, note } = judgeNumber({ ...person, documentNumber }, '2026-11-20');
    expect(fault).toMatch(/。$/);
    expect(note).toBeUndefined();
  });

  it('姓名含生僻字和间隔号', () => {
    for (const name of ['𠮷振邦', '古丽·阿依夏木']) expect(judgeName({ ...person, name })).toMatchObject({ value: name, fault: undefined });
    expect(judgeName({ ...person, name: '张3' }).fault).toBeDefined();
  });

  it('企业核对统一社会信用代码', () => {
    expect(judgeNumber({ ...person, kind: 'company', documentNumber: '91350100M000100Y4A' }, '2026-11-20').fault).toBeDefined();
    expect(judgeName({ ...person, kind: 'company', name: ' ' }).fault).toBeDefined();
  });
});
