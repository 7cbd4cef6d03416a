import { dispatchForm } from '../forms/labour-forms.ts';
import { applicationForm, businessLicence, districtDefaults, identityDocument, licensingLawArticle42, material, permitFlow, point, singleSituation, workingDays } from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';

/** 劳务派遣经营许可: for companies, often through an agent. */
export const labourDispatchLicence: SeedItem = {
  key: 'labour-dispatch-licence', department: '区人社局', forms: [dispatchForm],
  handlingDepartments: [{ department: '区人社局', role: 'acceptance' }, { department: '区人社局', role: 'lead' }, { department: '区人社局', role: 'decision' }],
  elements: {
    ...districtDefaults('区人社局', 'A10'),
    name: '劳务派遣经营许可', aliases: ['劳务派遣证', '派遣公司许可', '人力外包许可'], mainItemName: '劳务派遣经营许可',
    summary: '公司经营劳务派遣业务前办理，可以由受托人代为申请。',
    localTaskCode: 'DEMO-511602-A-LABOUR-DISPATCH-01', taskType: '01', serviceObjects: ['2'], audiences: ['company'], projectType: '2', companyTopics: ['002', '006'], companyLifeStages: ['market-access'],
    legalBases: [{
      lawName: '中华人民共和国劳动合同法', documentNumber: '2012年12月28日修正', clauseNumber: '第五十七条',
      clauseContent: '经营劳务派遣业务应当具备下列条件：（一）注册资本不得少于人民币二百万元；（二）有与开展业务相适应的固定的经营场所和设施；（三）有符合法律、行政法规规定的劳务派遣管理制度；（四）法律、行政法规规定的其他条件。经营劳务派遣业务，应当向劳动行政部门依法申请行政许可；经许可的，依法办理相应的公司登记。未经许可，任何单位和个人不得经营劳务派遣业务。',
    }, licensingLawArticle42],
    conditions: ['注册资本不少于人民币二百万元，且为实缴。', '有与开展业务相适应的固定的经营场所和设施。', '有符合法律、行政法规规定的劳务派遣管理制度。'],
    materials: [
      applicationForm('劳务派遣经营许可申请书', 'dispatch-application', [
        point('complete', 'acceptance', '单位名称、住所、法定代表人与营业执照一致。'), point('capital', 'review', '实缴注册资本不少于二百万元，与验资报告或者审计报告一致。'),
      ]),
      businessLicence(),
      material({
        key: 'articles', name: '公司章程', basis: '劳务派遣行政许可实施办法第八条', acceptanceStandard: '经公司登记机关备案，股东签字盖章。',
        reviewPoints: [point('shareholders', 'review', '股东和出资额与申请书一致。')],
      }),
      material({
        key: 'capital-report', name: '验资报告或者财务审计报告', source: '30', sourceExplanation: '会计师事务所', basis: '劳务派遣行政许可实施办法第八条',
        acceptanceStandard: '会计师事务所盖章，两名注册会计师签字，能证明实缴注册资本。',
        reviewPoints: [point('auditors', 'acceptance', '有会计师事务所印章和两名注册会计师签章。'), point('amount', 'review', '报告载明的实缴金额不少于二百万元。')],
      }),
      material({
        key: 'premises', name: '经营场所使用证明', basis: '劳务派遣行政许可实施办法第八条', acceptanceStandard: '房屋所有权证明或者租赁合同，剩余租期不少于一年。',
        reviewPoints: [point('period', 'review', '场所地址与申请书一致，使用期限不少于一年。')],
      }),
      identityDocument('representative-id', '法定代表人身份证明'),
      material({
        key: 'management-system', name: '劳务派遣管理制度', basis: '劳务派遣行政许可实施办法第八条', acceptanceStandard: '含劳动合同、劳动报酬、社会保险、工作时间、休息休假、劳动纪律的规章制度文本。',
        reviewPoints: [point('six', 'review', '六项规章制度齐全，内容不违反法律、行政法规。')],
      }),
      material({
        key: 'agreement-sample', name: '劳务派遣协议样本', basis: '劳务派遣行政许可实施办法第八条', acceptanceStandard: '拟与用工单位签订的协议样本，约定派遣岗位、人数、期限、报酬和社会保险。',
        reviewPoints: [point('terms', 'review', '协议约定派遣岗位和人员数量、派遣期限、劳动报酬和社会保险费的数额与支付方式以及违反协议的责任。')],
      }),
    ],
    flowSteps: permitFlow('审查申请材料，派两名以上工作人员实地核查经营场所。', { review: 5, decision: 1 }, '区人社局'),
    legalLimit: workingDays(20, '行政许可法第四十二条'), promisedLimit: workingDays(8),
    results: [{ name: '劳务派遣经营许可证', type: '10', licenceTypeCode: 'labour-dispatch-licence', validity: '三年', sample: '载明单位名称、住所、法定代表人、注册资本、许可经营事项、有效期限、编号和发证机关。' }],
    faqs: [
      { question: '可以请代理机构办吗？', answer: '可以。公司在平台上授权受托人，受托人登录后选择代表公司申请；授权可以随时撤回。' },
      { question: '许可证快到期了什么时候申请延续？', answer: '在有效期届满60日前提出延续申请。' },
    ],
    questionnaire: singleSituation('新办', ['受理后会安排实地核查经营场所。']),
    handling: { mode: 'platform', formKey: 'dispatch-application', processKey: 'review-and-check', processVersion: 1, licenceTypeCode: 'labour-dispatch-licence' },
  },
};
