/** Kinds of field (`Field['type']` of the form model) that hold a data element as it is. */
type HoldingType = 'text' | 'multiline' | 'personName' | 'residentId' | 'identityDocument' | 'date' | 'mobile' | 'address' | 'creditCode' | 'region';

/** A public data element that forms are bound to, with where the platform fills it in from (FRM-02). */
export interface DataElementInfo {
  readonly code: string;
  readonly name: string;
  readonly types: readonly HoldingType[];
  /** How its value is written. */
  readonly format: string;
  /** Where it is known from, in the order asked, as the applicant is told; none when the platform does not know it. */
  readonly sources: readonly string[];
}

const own = ['实名认证信息', '窗口登记信息'];
const company = ['企业登记信息'];
const contact = ['经办人实名信息', '实名认证信息', '窗口登记信息'];

/** The dictionary of data elements: what an application fills in by itself, and what forms share with each other. */
export const dataElements: readonly DataElementInfo[] = [
  { code: 'person.name', name: '姓名', types: ['personName', 'text'], format: '', sources: own },
  { code: 'person.idNumber', name: '公民身份号码', types: ['residentId', 'text'], format: '18 位', sources: own },
  { code: 'person.identityDocument', name: '身份证件', types: ['identityDocument'], format: '类型和号码', sources: own },
  { code: 'person.birthDate', name: '出生日期', types: ['date'], format: '年月日', sources: own },
  { code: 'person.mobile', name: '手机号码', types: ['mobile', 'text'], format: '11 位', sources: own },
  { code: 'person.address', name: '联系地址', types: ['text', 'multiline', 'address'], format: '', sources: [] },
  { code: 'contact.name', name: '联系人', types: ['personName', 'text'], format: '', sources: contact },
  { code: 'contact.mobile', name: '联系电话', types: ['mobile', 'text'], format: '11 位', sources: contact },
  { code: 'agent.name', name: '代办人姓名', types: ['personName', 'text'], format: '', sources: [] },
  { code: 'agent.mobile', name: '代办人电话', types: ['mobile', 'text'], format: '11 位', sources: [] },
  { code: 'company.name', name: '单位名称', types: ['text'], format: '', sources: company },
  { code: 'company.creditCode', name: '统一社会信用代码', types: ['creditCode', 'text'], format: '18 位', sources: company },
  { code: 'company.legalRepresentative', name: '法定代表人（负责人）', types: ['personName', 'text'], format: '', sources: company },
  { code: 'company.address', name: '住所', types: ['text', 'multiline'], format: '', sources: company },
  { code: 'company.region', name: '登记地', types: ['region'], format: '12 位区划代码', sources: company },
];
