import { elderlyForm } from '../forms/person-forms.ts';
import { applicationForm, conditionPoint, districtDefaults, identityDocument, material, point, proving, workingDays } from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';

const [age, residence] = ['年满80周岁。', '户籍在广安市广安区。'];

/** 高龄津贴: for a person, often filed by the family under a mandate. */
export const elderlyAllowance: SeedItem = {
  key: 'elderly-allowance', department: '区民政局', forms: [elderlyForm],
  handlingDepartments: [{ department: '区民政局', role: 'acceptance' }, { department: '区民政局', role: 'lead' }, { department: '区民政局', role: 'decision' }],
  elements: {
    ...districtDefaults('区民政局', 'A15'),
    name: '80周岁以上老年人高龄津贴申领', aliases: ['高龄补贴', '老年津贴', '老人补助', '敬老金'],
    summary: '户籍在本区、年满80周岁的老年人申领，可以由子女等亲属代办。',
    localTaskCode: 'DEMO-511602-B-ELDERLY-01', taskType: '20', serviceObjects: ['1'], audiences: ['person'], projectType: '2', personTopics: ['013', '016'], personLifeStages: ['retirement'],
    tags: ['online', 'mobile', 'one-licence'], selfServiceTerminal: true,
    legalBases: [{
      lawName: '中华人民共和国老年人权益保障法', documentNumber: '2018年12月29日修正', clauseNumber: '第三十三条',
      clauseContent: '国家建立和完善老年人福利制度，根据经济社会发展水平和老年人的实际需要，增加老年人的社会福利。国家鼓励地方建立八十周岁以上低收入老年人高龄津贴制度。国家建立和完善计划生育家庭老年人扶助制度。农村可以将未承包的集体所有的部分土地、山林、水面、滩涂等作为养老基地，收益供老年人养老。',
    }],
    conditions: [age, residence],
    conditionPoints: [
      conditionPoint(age, 'age', 'acceptance', '按公民身份号码计算，申请之日已满80周岁；未满的，告知年满后再申请。'),
      conditionPoint(residence, 'residence', 'review', '查询人口信息，户籍登记在广安区，没有迁出或者注销。'),
    ],
    materials: [
      applicationForm('高龄津贴申请审批表', 'elderly-application', [point('complete', 'acceptance', '姓名、公民身份号码、银行账号填写完整。'), proving(age, point('age', 'review', '按公民身份号码计算年满80周岁。'))]),
      identityDocument('id-card', '老年人身份证明'),
      material({
        key: 'household-register', name: '户口簿', type: '1', form: '2', source: '20', issuingAuthority: '公安机关', originals: 0, copies: 1, fileTypes: ['jpg', 'png', 'pdf'],
        acceptanceStandard: '户主页和本人页清晰。', reviewPoints: [proving(residence, point('region', 'review', '户籍地在广安区。'))],
      }),
      identityDocument('agent-id', '代办人身份证明', { when: [{ question: 'who', options: ['family'] }] }),
    ],
    flowSteps: [
      { name: '申请', content: '本人或者亲属网上、窗口、自助终端申请。', responsible: '申请人' },
      { name: '受理', content: '核对身份、户籍信息。', days: 1, responsible: '区民政局窗口' },
      { name: '审核', content: '比对年龄、户籍和生存状况。', days: 2, responsible: '区民政局' },
      { name: '办结', content: '出具发放通知，次月起按月发放到社会保障卡。', days: 1, responsible: '区民政局' },
      { name: '送达', content: '短信和网上告知。', responsible: '区民政局窗口' },
    ],
    legalLimit: workingDays(20), promisedLimit: workingDays(5),
    results: [{ name: '高龄津贴发放通知', type: '20', licenceTypeCode: 'elderly-allowance-notice', validity: '长期，每年核对生存状况', sample: '载明姓名、起发月份和发放方式。' }],
    faqs: [{ question: '老人行动不便、不会用手机怎么办？', answer: '子女等亲属在平台上取得老人授权后代为申请，也可以由村（社区）工作人员上门代办。' }],
    questionnaire: {
      questions: [{ key: 'who', text: '由谁申请？', options: [{ key: 'self', text: '老年人本人' }, { key: 'family', text: '子女等亲属或者村（社区）代办' }] }],
      situations: [
        { key: 'self', name: '本人申请', when: [{ question: 'who', options: ['self'] }], notes: [] },
        { key: 'family', name: '亲属代办', when: [{ question: 'who', options: ['family'] }], notes: ['请老年人先在平台上授权，或者到窗口当面确认。'] },
      ],
    },
    handling: { mode: 'platform', formKey: 'elderly-application', processKey: 'review-and-check', processVersion: 1, licenceTypeCode: 'elderly-allowance-notice' },
  },
};
