import type { ElementContent, ElementSource, ElementType, ProfileFact, Sensitivity } from './contract.ts';
import { profileFacts } from './contract.ts';

type Row = [code: string, name: string, type: ElementType, format: string, sensitivity: Sensitivity, sources: readonly ElementSource[], definition?: string];

const profile = (fact: ProfileFact): ElementSource => ({ kind: 'profile', fact });
const past: ElementSource = { kind: 'past-case' };
const shared = (service: string, field: string): ElementSource => ({ kind: 'sharing', service, field });

/** The elements that an installation starts with; afterwards the dictionary is what people make of it. */
const rows: readonly Row[] = [
  ['person.name', '姓名', 'person-name', '', 'personal', [profile('person.name')]],
  ['person.idNumber', '公民身份号码', 'resident-id', '18 位', 'sensitive', [profile('person.idNumber')]],
  ['person.identityDocument', '身份证件', 'identity-document', '类型和号码', 'sensitive', [profile('person.identityDocument')]],
  ['person.birthDate', '出生日期', 'date', '年月日', 'personal', [profile('person.birthDate')]],
  ['person.mobile', '手机号码', 'mobile', '11 位', 'personal', [profile('person.mobile'), past]],
  ['person.address', '联系地址', 'address', '', 'personal', [past, shared('population', 'address')], '能够联系到本人的地址'],
  ['contact.name', '联系人', 'person-name', '', 'personal', [profile('contact.name'), past], '申请事项的联系人或经办人'],
  ['contact.mobile', '联系电话', 'mobile', '11 位', 'personal', [profile('contact.mobile'), past]],
  ['agent.name', '代办人姓名', 'person-name', '', 'personal', [past]],
  ['agent.mobile', '代办人电话', 'mobile', '11 位', 'personal', [past]],
  ['company.name', '单位名称', 'text', '', 'general', [profile('company.name')]],
  ['company.creditCode', '统一社会信用代码', 'credit-code', '18 位', 'general', [profile('company.creditCode')]],
  ['company.legalRepresentative', '法定代表人（负责人）', 'person-name', '', 'personal', [profile('company.legalRepresentative'), shared('company-registration', 'legalRepresentative')]],
  ['company.address', '住所', 'address', '', 'general', [profile('company.address'), shared('company-registration', 'address'), past], '营业执照上的住所'],
  ['company.region', '登记地', 'region', '12 位区划代码', 'general', [profile('company.region')]],
];

/** A standard element with its code. */
export interface StandardElement extends ElementContent { code: string }

export const standardElements: readonly StandardElement[] = rows.map(([code, name, type, format, sensitivity, sources, definition = '']) => {
  const [first] = sources;
  return {
    code, name, type, format, sensitivity, sources: [...sources], definition, minLength: null, maxLength: null, dictionary: null,
    databaseField: first?.kind === 'profile' ? profileFacts[first.fact as ProfileFact].field : null,
  };
});

/** Interfaces that provincial sharing platforms usually have; they are asked once the platform is connected. */
export const standardServices: readonly { code: string; name: string; provider: string }[] = [
  { code: 'population', name: '人口基础信息核查', provider: '公安部门' },
  { code: 'company-registration', name: '企业登记信息查询', provider: '市场监督管理部门' },
];
