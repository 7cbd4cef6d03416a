import { fireworksForm } from '../forms/trade-forms.ts';
import { applicationForm, businessLicence, districtDefaults, identityDocument, material, permitFlow, point, singleSituation, workingDays } from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';

const regulation = { lawName: '烟花爆竹安全管理条例', documentNumber: '国务院令第455号公布，2016年2月6日修订' };

/** 烟花爆竹经营（零售）许可. */
export const fireworksRetail: SeedItem = {
  key: 'fireworks-retail', department: '区应急管理局', forms: [fireworksForm],
  handlingDepartments: [{ department: '区应急管理局', role: 'acceptance' }, { department: '区应急管理局', role: 'lead' }, { department: '区应急管理局', role: 'decision' }],
  elements: {
    ...districtDefaults('区应急管理局', 'B16'),
    name: '烟花爆竹经营（零售）许可', aliases: ['卖鞭炮', '烟花零售证', '鞭炮许可证'],
    summary: '零售经营烟花爆竹前办理，专店或者专柜销售。',
    localTaskCode: 'DEMO-511602-A-FIREWORKS-01', taskType: '01', serviceObjects: ['2', '5'], audiences: ['company'], projectType: '2', companyTopics: ['002', '028'], companyLifeStages: ['market-access'],
    legalBases: [
      { ...regulation, clauseNumber: '第十八条', clauseContent: '烟花爆竹零售经营者，应当具备下列条件：（一）主要负责人经过安全知识教育；（二）实行专店或者专柜销售，设专人负责安全管理；（三）经营场所配备必要的消防器材，张贴明显的安全警示标志；（四）法律、法规规定的其他条件。' },
      { ...regulation, clauseNumber: '第十九条第二款', clauseContent: '申请从事烟花爆竹零售的经营者，应当向所在地县级人民政府安全生产监督管理部门提出申请，并提供能够证明符合本条例第十八条规定条件的有关材料。受理申请的安全生产监督管理部门应当自受理申请之日起20日内对提交的有关材料和经营场所进行审查，对符合条件的，核发《烟花爆竹经营（零售）许可证》；对不符合条件的，应当说明理由。' },
    ],
    conditions: ['主要负责人经过安全知识教育。', '实行专店或者专柜销售，设专人负责安全管理。', '经营场所配备必要的消防器材，张贴明显的安全警示标志。', '零售点与学校、幼儿园、医院、集贸市场等人员密集场所和加油站保持规定的安全距离。'],
    materials: [
      applicationForm('烟花爆竹经营（零售）许可申请表', 'fireworks-application', [point('complete', 'acceptance', '场所、种类、存放量、期限填写完整。'), point('storage', 'review', '申请的存放量与场所面积相适应。')]),
      businessLicence(),
      identityDocument('manager-id', '主要负责人身份证明'),
      material({
        key: 'training-record', name: '安全知识教育合格证明', type: '1', acceptanceStandard: '主要负责人和销售人员均有，一年以内。',
        reviewPoints: [point('persons', 'acceptance', '证明上的姓名包含主要负责人和销售人员。')],
      }),
      material({
        key: 'surroundings', name: '零售场所及周边安全条件说明', acceptanceStandard: '附平面图，标明与周边建筑、人员密集场所、加油站的距离和疏散通道。',
        reviewPoints: [point('distance', 'review', '与人员密集场所和加油站的距离符合规定。'), point('dwelling', 'review', '经营场所没有与居民居住场所设在同一建筑物内。')],
      }),
      material({
        key: 'fire-equipment', name: '消防器材和警示标志照片', fileTypes: ['jpg', 'png', 'pdf'], acceptanceStandard: '能看清器材种类、数量和警示标志内容。',
        reviewPoints: [point('equipment', 'review', '器材数量与申请表一致，在有效期内。')],
      }),
    ],
    flowSteps: permitFlow('书面审查，并到经营场所核查安全条件。', { review: 4, decision: 1 }, '区应急管理局'),
    legalLimit: workingDays(20, '烟花爆竹安全管理条例第十九条'), promisedLimit: workingDays(7),
    results: [{ name: '烟花爆竹经营（零售）许可证', type: '10', licenceTypeCode: 'fireworks-retail-licence', validity: '最长不超过两年', sample: '载明经营负责人、经营场所地址、经营期限、烟花爆竹种类和限制存放量。' }],
    faqs: [{ question: '春节期间临时摆摊卖鞭炮要办吗？', answer: '要办。在许可证载明的期限和地点销售，不得流动销售。' }],
    questionnaire: { ...singleSituation('零售经营'), situations: [{ key: 'general', name: '零售经营', when: [], notes: ['会安排现场核查零售场所。'], flags: ['site-inspection'] }] },
    handling: { mode: 'platform', formKey: 'fireworks-application', processKey: 'review-with-inspection', processVersion: 1, licenceTypeCode: 'fireworks-retail-licence' },
  },
};
