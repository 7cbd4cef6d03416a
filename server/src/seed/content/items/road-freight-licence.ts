import { freightForm } from '../forms/trade-forms.ts';
import { applicationForm, businessLicence, districtDefaults, identityDocument, material, permitFlow, point, workingDays } from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';

const needed = [{ question: 'mass', options: ['heavy'] }];

/** 道路货物运输经营许可; light vehicles are told that they need none. */
export const roadFreightLicence: SeedItem = {
  key: 'road-freight-licence', department: '区交通运输局', forms: [freightForm],
  handlingDepartments: [{ department: '区交通运输局', role: 'acceptance' }, { department: '区交通运输局', role: 'lead' }, { department: '区交通运输局', role: 'decision' }],
  elements: {
    ...districtDefaults('区交通运输局', 'B08'),
    name: '道路货物运输经营许可', aliases: ['货运许可证', '道路运输证', '跑货运', '物流公司许可'], mainItemName: '道路货物运输经营许可',
    summary: '使用总质量4500千克以上车辆从事危险货物运输以外的货运经营前办理。',
    localTaskCode: 'DEMO-511602-A-ROAD-FREIGHT-01', taskType: '01', serviceObjects: ['2', '5'], audiences: ['company'], projectType: '2', companyTopics: ['002', '017'], companyLifeStages: ['market-access'],
    legalBases: [{
      lawName: '中华人民共和国道路运输条例', documentNumber: '国务院令第406号公布，2026年1月30日修订', clauseNumber: '第二十一条',
      clauseContent: '申请从事货运经营的，应当具备下列条件：（一）有与其经营业务相适应并经检测合格的车辆；（二）有符合本条例第二十二条规定条件的驾驶人员；（三）有健全的安全生产管理制度。',
    }],
    conditions: ['有与其经营业务相适应并经检测合格的车辆。', '驾驶人员取得相应的机动车驾驶证，年龄不超过60周岁，并经考试合格。', '有健全的安全生产管理制度。'],
    materials: [
      applicationForm('道路货物运输经营许可申请表', 'freight-application', [point('complete', 'acceptance', '经营范围、车辆、驾驶人员填写完整。'), point('scope', 'review', '申请的经营范围与车辆类型相符。')]),
      businessLicence(),
      identityDocument('representative-id', '负责人身份证明'),
      material({
        key: 'vehicle-test', name: '机动车行驶证和检测合格证明', type: '1', source: '20', issuingAuthority: '公安交管部门、机动车检验机构', originals: 0, copies: 1, maxFiles: 20, when: needed,
        acceptanceStandard: '每辆车的行驶证和检测报告，在有效期内；拟购置车辆的提交承诺书。',
        reviewPoints: [point('passed', 'review', '车辆检测结论合格，总质量与申请表一致。')],
      }),
      material({
        key: 'driver-documents', name: '驾驶证和从业资格证', type: '1', source: '20', issuingAuthority: '公安交管部门、交通运输部门', originals: 0, copies: 1, maxFiles: 20,
        acceptanceStandard: '每名驾驶人员的证件在有效期内，准驾车型与车辆相符。',
        reviewPoints: [point('class', 'review', '准驾车型覆盖拟驾驶的车辆，年龄不超过60周岁。')],
      }),
      material({
        key: 'safety-system', name: '安全生产管理制度', acceptanceStandard: '含安全生产责任制、业务操作规程、驾驶人员和车辆安全管理制度。',
        reviewPoints: [point('systems', 'review', '三类制度齐全，落实到岗位和人员。')],
      }),
    ],
    flowSteps: permitFlow('审查车辆、驾驶人员和安全生产制度。', { review: 3, decision: 1 }, '区交通运输局'),
    legalLimit: workingDays(20, '道路运输条例第二十四条'), promisedLimit: workingDays(5),
    results: [{ name: '道路运输经营许可证', type: '10', licenceTypeCode: 'road-transport-licence', validity: '四年', sample: '载明业户名称、地址、经营范围、证号和有效期；投入的车辆另配发道路运输证。' }],
    faqs: [{ question: '4.2米蓝牌货车要办吗？', answer: '使用总质量4500千克及以下普通货运车辆从事普通货运经营的，不需要取得道路运输经营许可证和车辆营运证。' }],
    questionnaire: {
      questions: [
        { key: 'goods', text: '运输什么货物？', options: [{ key: 'ordinary', text: '普通货物、冷藏、集装箱、大件' }, { key: 'dangerous', text: '危险货物' }] },
        { key: 'mass', text: '车辆总质量是多少？', when: [{ question: 'goods', options: ['ordinary'] }], options: [{ key: 'heavy', text: '有4500千克以上的车辆' }, { key: 'light', text: '全部在4500千克及以下' }] },
      ],
      situations: [
        { key: 'freight', name: '货运经营', when: needed, notes: ['审查通过后另行为车辆配发道路运输证。'] },
        { key: 'light', name: '轻型普通货运', when: [{ question: 'mass', options: ['light'] }], refused: true, notes: ['依照道路运输条例，不需要取得道路运输经营许可证和车辆营运证。'] },
        { key: 'dangerous', name: '危险货物运输', when: [{ question: 'goods', options: ['dangerous'] }], refused: true, notes: ['危险货物运输由设区的市级人民政府交通运输主管部门许可，请向广安市交通运输局申请。'] },
      ],
    },
    handling: { mode: 'platform', formKey: 'freight-application', processKey: 'review-and-check', processVersion: 1, licenceTypeCode: 'road-transport-licence' },
  },
};
