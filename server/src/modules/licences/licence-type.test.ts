import { describe, expect, it } from 'vitest';
import { seedItems, seedLicenceTypes } from '../../seed/content/index.ts';
import { checkLicenceType, fillNumber, isFaceSource, lackingFields, lastDayOfYears, type LicenceTypeContent } from './licence-type.contract.ts';
import { creditCodeFault, tidyContent } from './type-record.ts';

const whole: LicenceTypeContent = {
  name: '挖掘许可证', typeCode: '11511602008778183T001', issuerId: '0192f1d0-0000-7000-8000-000000000000', holderKind: 'company', validity: 'years', validYears: 3, numberPattern: '挖〔{year}〕{sequence:5}号', statement: '',
  face: [{ key: 'a', label: '单位名称', from: 'holder.name' }, { key: 'b', label: '工程', from: 'form.projectName' }],
};
const codesOf = (change: Partial<LicenceTypeContent>) => checkLicenceType({ ...whole, ...change }, creditCodeFault).map(({ path, code }) => `${path} ${code}`);

describe('LIC-01 证照类型写得对不对', () => {
  it('完整的没有问题', () => expect(codesOf({ typeCode: seedLicenceTypes[0]?.typeCode ?? '' })).toEqual([]));

  it.each<[string, Partial<LicenceTypeContent>, string]>([
    ['没有名称', { name: ' ' }, 'name name-missing'],
    ['没有类型代码', { typeCode: '' }, 'typeCode type-code-missing'],
    ['类型代码位数不对', { typeCode: '11511602008778183T01' }, 'typeCode type-code-length'],
    ['定义机构的信用代码校验位不对', { typeCode: '115116020087781830001' }, 'typeCode type-code-body'],
    ['序号不是数字', { typeCode: `${(seedLicenceTypes[0]?.typeCode ?? '').slice(0, 18)}0A1` }, 'typeCode type-code-serial'],
    ['没有颁发机构', { issuerId: null }, 'issuerId issuer-missing'],
    ['没有流水号', { numberPattern: '挖〔{year}〕号' }, 'numberPattern pattern-sequence'],
    ['两个流水号', { numberPattern: '{sequence:3}-{sequence:4}' }, 'numberPattern pattern-sequences'],
    ['流水号没有位数', { numberPattern: '{sequence}' }, 'numberPattern pattern-unknown'],
    ['不认得的占位', { numberPattern: '{month}{sequence:4}' }, 'numberPattern pattern-unknown'],
    ['花括号没有闭合', { numberPattern: '{sequence:4}{year' }, 'numberPattern pattern-open'],
    ['照面没有内容', { face: [] }, 'face face-empty'],
    ['行没有名称', { face: [{ key: 'a', label: '', from: 'holder.name' }] }, 'face.0.label label-missing'],
    ['两行同名', { face: [{ key: 'a', label: '名称', from: 'holder.name' }, { key: 'b', label: '名称', from: 'item.name' }] }, 'face.1.label label-doubled'],
    ['两行同一个标识', { face: [{ key: 'a', label: '名称', from: 'holder.name' }, { key: 'a', label: '事项', from: 'item.name' }] }, 'face.1.key key-doubled'],
    ['不认得的来源', { face: [{ key: 'a', label: '名称', from: 'holder.idNumber' }] }, 'face.0.from source-unknown'],
    ['继承来的名字不是来源', { face: [{ key: 'a', label: '名称', from: 'toString' }] }, 'face.0.from source-unknown'],
  ])('%s', (_name, change, found) => expect(codesOf(change)).toContain(found));

  it('固定年限没有年数', () => {
    const { validYears: _years, ...rest } = whole;
    expect(checkLicenceType(rest, creditCodeFault).map(({ code }) => code)).toContain('years-missing');
  });

  it('表格字段名可以是中文，写法不对的不是来源', () => {
    expect(['form.工程名称', 'form.siteAddress', 'form.', 'form.a b', 'form.9a'].map(isFaceSource)).toEqual([true, true, false, false, false]);
  });

  it('照面要印的字段哪张表没有，说出事项、表和行', () => {
    const [first] = lackingFields(whole.face, [{ itemName: '道路挖掘', formName: '申请表', fields: [{ id: 'road', label: '道路' }] }, { itemName: '甲', formName: '乙', fields: [{ id: 'projectName', label: '工程' }] }]);
    expect(first).toMatchObject({ path: 'face.1.from', code: 'field-lacking' });
    expect(first?.message).toContain('“道路挖掘”的申请表“申请表”里没有第 2 行“工程”要印的字段');
  });

  it('编号按年份和位数填写，流水号超过位数时写全', () => {
    expect(fillNumber('挖〔{year}〕{sequence:4}号', '2026', 23)).toBe('挖〔2026〕0023号');
    expect(fillNumber('{sequence:3}', '2026', 12_345)).toBe('12345');
    expect(lastDayOfYears('2026-11-21', 5)).toBe('2031-11-20');
  });

  it('保存前去掉空格，代码变大写，不按年限的不留年数', () => {
    expect(tidyContent({ ...whole, name: ' 挖掘许可证 ', typeCode: ' 11511602008778183t００1 ', validity: 'unlimited' })).toMatchObject({ name: '挖掘许可证', typeCode: '11511602008778183T001' });
    expect(tidyContent({ ...whole, validity: 'unlimited' })).not.toHaveProperty('validYears');
  });

  it('演示证照全部合格，照面要印的字段申请表都有', () => {
    for (const { issuer: _issuer, code, face, ...type } of seedLicenceTypes) {
      const content = { ...type, face: face.map((line) => ({ ...line })), issuerId: whole.issuerId };
      expect([code, checkLicenceType(content, creditCodeFault)]).toEqual([code, []]);
    }
    expect(seedItems.length).toBeGreaterThan(10);
  });
});
