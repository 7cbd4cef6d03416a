import type { FieldRule, TypeContent } from '../../modules/recognition/contract.ts';

/** A kind of material that the demonstration city recognises. */
export interface SeedDocumentType { readonly code: string; readonly content: TypeContent }

type Sketch = Pick<FieldRule, 'key' | 'label' | 'kind' | 'anchors'> & Partial<FieldRule>;

const field = (sketch: Sketch): FieldRule => ({ elements: [], required: false, notPast: false, region: null, ...sketch });

function kind(code: string, name: string, content: { materialNames: string[]; marks: string[]; fields: Sketch[]; licenceTypes?: string[]; typeThreshold?: number }): SeedDocumentType {
  return {
    code, content: {
      name, materialNames: content.materialNames, marks: content.marks, licenceTypes: content.licenceTypes ?? [], typeThreshold: content.typeThreshold ?? 0.5, fieldThreshold: 0.7, fields: content.fields.map(field), sampleFileId: null,
    },
  };
}

const personNames = ['person.name', 'company.legalRepresentative', 'agent.name', 'contact.name'];
const validTo = (anchors: string[]): Sketch => ({ key: 'validTo', label: '有效期至', kind: 'date', anchors, notPast: true });

/** 智审目录 of the demonstration city. */
export const seedDocumentTypes: readonly SeedDocumentType[] = [
  kind('business-licence', '营业执照', {
    materialNames: ['营业执照'], marks: ['营业执照', '统一社会信用代码', '法定代表人', '注册资本', '经营范围', '登记机关'],
    fields: [
      { key: 'creditCode', label: '统一社会信用代码', kind: 'credit-code', anchors: ['统一社会信用代码', '信用代码'], elements: ['company.creditCode'], required: true },
      { key: 'name', label: '名称', kind: 'organisation', anchors: ['名称'], elements: ['company.name'], required: true },
      { key: 'representative', label: '法定代表人', kind: 'name', anchors: ['法定代表人', '经营者', '负责人'], elements: ['company.legalRepresentative'] },
      { key: 'address', label: '住所', kind: 'address', anchors: ['住所', '经营场所', '营业场所'], elements: ['company.address'] },
      validTo(['营业期限', '有效期至']),
    ],
  }),
  kind('identity-card', '居民身份证', {
    materialNames: ['身份证', '身份证明'], marks: ['姓名', '性别', '民族', '出生', '住址', '公民身份号码'], typeThreshold: 0.6,
    fields: [
      { key: 'name', label: '姓名', kind: 'name', anchors: ['姓名'], elements: personNames, required: true },
      { key: 'number', label: '公民身份号码', kind: 'resident-id', anchors: ['公民身份号码'], elements: ['person.idNumber'], required: true },
      { key: 'address', label: '住址', kind: 'address', anchors: ['住址'] },
      validTo(['有效期限']),
    ],
  }),
  kind('household-register', '居民户口簿', {
    materialNames: ['户口簿', '户口本'], marks: ['户口簿', '户别', '户主姓名', '户号', '常住人口登记卡', '与户主关系'], typeThreshold: 0.3,
    fields: [{ key: 'name', label: '姓名', kind: 'name', anchors: ['姓名'], elements: personNames }, { key: 'number', label: '公民身份号码', kind: 'resident-id', anchors: ['公民身份证件编号', '公民身份号码'], elements: ['person.idNumber'] }],
  }),
  kind('lease', '房屋租赁合同', {
    materialNames: ['场所使用证明', '场所使用权证明', '租赁合同', '租赁证明', '使用权证明'], marks: ['租赁合同', '出租方', '承租方', '租赁期限', '租金', '房屋坐落'], typeThreshold: 0.5,
    fields: [
      { key: 'tenant', label: '承租方', kind: 'organisation', anchors: ['承租方(乙方)', '承租方', '乙方'], elements: ['company.name', 'person.name'] },
      { key: 'address', label: '房屋坐落', kind: 'address', anchors: ['房屋坐落', '坐落', '租赁房屋位于'], elements: [] },
      validTo(['租赁期限', '租期']),
    ],
  }),
  kind('property-certificate', '不动产权证书', {
    materialNames: ['场所使用证明', '不动产权证', '房产证', '产权证明'], marks: ['不动产权', '权利人', '共有情况', '坐落', '不动产单元号', '权利类型'],
    fields: [{ key: 'number', label: '证号', kind: 'number', anchors: ['不动产权证书号', '证号'] }, { key: 'owner', label: '权利人', kind: 'organisation', anchors: ['权利人'] }, { key: 'address', label: '坐落', kind: 'address', anchors: ['坐落'] }],
  }),
  kind('labour-dispatch-licence', '劳务派遣经营许可证', {
    materialNames: ['劳务派遣经营许可证'], marks: ['劳务派遣经营许可证', '许可经营事项', '注册资本', '有效期限', '发证机关'], licenceTypes: ['labour-dispatch-licence'],
    fields: [{ key: 'number', label: '编号', kind: 'number', anchors: ['编号'], required: true }, { key: 'name', label: '单位名称', kind: 'organisation', anchors: ['单位名称', '名称'], elements: ['company.name'] }, validTo(['有效期限', '有效期至'])],
  }),
  kind('health-certificate', '健康证明', {
    materialNames: ['健康证明', '健康证', '体检表', '体检报告'], marks: ['健康', '体检', '体检结论', '合格', '发证日期'], typeThreshold: 0.6,
    fields: [{ key: 'name', label: '姓名', kind: 'name', anchors: ['姓名'], elements: personNames }, validTo(['有效期至', '有效期'])],
  }),
  kind('diploma', '毕业证书', {
    materialNames: ['学历证书', '毕业证书', '毕业证'], marks: ['毕业证书', '普通高等学校', '修业期满', '准予毕业', '证书编号', '校长'],
    fields: [{ key: 'name', label: '学生姓名', kind: 'name', anchors: ['学生', '姓名'], elements: personNames }, { key: 'number', label: '证书编号', kind: 'number', anchors: ['证书编号'] }],
  }),
];
