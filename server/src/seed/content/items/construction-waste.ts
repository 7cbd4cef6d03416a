import { wasteForm } from '../forms/urban-forms.ts';
import { applicationForm, businessLicence, districtDefaults, material, permitFlow, point, singleSituation, workingDays } from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';

/** 城市建筑垃圾处置核准. */
export const constructionWaste: SeedItem = {
  key: 'construction-waste', department: '区综合执法局', forms: [wasteForm],
  handlingDepartments: [
    { department: '区综合执法局', role: 'acceptance' }, { department: '区综合执法局', role: 'lead' }, { department: '区公安分局', role: 'joint' },
    { department: '区综合执法局', role: 'decision' },
  ],
  elements: {
    ...districtDefaults('区综合执法局', 'B20'),
    name: '城市建筑垃圾处置核准', aliases: ['渣土运输', '渣土证', '建筑垃圾清运'],
    summary: '产生、运输、消纳建筑垃圾的单位在处置前办理；综合执法和公安交管同时审查运输路线。',
    localTaskCode: 'DEMO-511602-A-CONSTRUCTION-WASTE-01', taskType: '01', serviceObjects: ['2', '5'], audiences: ['company'], projectType: '2', companyTopics: ['016', '018'], companyLifeStages: ['construction'],
    legalBases: [
      {
        lawName: '国务院对确需保留的行政审批项目设定行政许可的决定', documentNumber: '国务院令第412号公布，2009年1月29日、2016年8月25日修订', clauseNumber: '附件第101项',
        clauseContent: '城市建筑垃圾处置核准。实施机关：城市人民政府市容环境卫生行政主管部门。',
      },
      {
        lawName: '城市建筑垃圾管理规定', documentNumber: '建设部令第139号', clauseNumber: '第七条第一款、第二款',
        clauseContent: '处置建筑垃圾的单位，应当向城市人民政府市容环境卫生主管部门提出申请，获得城市建筑垃圾处置核准后，方可处置。城市人民政府市容环境卫生主管部门应当在接到申请后的20日内作出是否核准的决定。予以核准的，颁发核准文件；不予核准的，应当告知申请人，并说明理由。',
      },
    ],
    conditions: ['有明确的产生量、运输路线、运输时间和消纳场所。', '运输车辆具有道路运输证、密闭装置和行驶记录装置。', '消纳场所同意接收。'],
    materials: [
      applicationForm('城市建筑垃圾处置核准申请表', 'waste-application', [
        point('complete', 'acceptance', '车辆号牌、载质量、路线和期限填写完整。'),
        point('capacity', 'review', '日运总量与处置总量、期限相称。'),
      ]),
      businessLicence(),
      material({
        key: 'vehicle-licence', name: '运输车辆行驶证和道路运输证', type: '1', source: '20', issuingAuthority: '公安交管、交通运输部门', originals: 0, copies: 1, maxFiles: 20,
        acceptanceStandard: '每辆车的证件在有效期内，车主为申请单位。',
        reviewPoints: [point('plates', 'acceptance', '证件数量与申请表车辆数一致。'), point('sealed', 'review', '车辆为密闭式，核定载质量与申请表一致。')],
      }),
      material({
        key: 'disposal-agreement', name: '消纳场所接收协议', acceptanceStandard: '消纳场所盖章，写明接收的种类和数量。',
        reviewPoints: [point('quantity', 'review', '接收数量不小于申请的处置总量，种类一致。')],
      }),
      material({
        key: 'transport-plan', name: '运输方案', acceptanceStandard: '含路线图、时段和防遗撒措施。',
        reviewPoints: [point('route', 'review', '路线避开禁行路段，时段符合交通管理规定。'), point('cleaning', 'review', '工地出口设有车辆冲洗设施。')],
      }),
    ],
    flowSteps: permitFlow('区综合执法局审查处置方案，区公安分局同时审查运输路线和时段。', { review: 3, decision: 1 }, '区综合执法局'),
    legalLimit: workingDays(20, '城市建筑垃圾管理规定第七条'), promisedLimit: workingDays(6),
    results: [{ name: '城市建筑垃圾处置核准证', type: '10', licenceTypeCode: 'construction-waste-approval', validity: '核准的处置期限', sample: '载明单位、工程、种类、数量、路线、消纳场所和期限，附车辆清单。' }],
    faqs: [{ question: '换了运输车辆要重新办理吗？', answer: '增加或者更换车辆的，提交新车辆的证件办理变更，核准的期限不变。' }],
    questionnaire: singleSituation('建筑垃圾处置', ['每辆运输车都要填写，核准后按核准的路线和时段运输。']),
    handling: { mode: 'platform', formKey: 'waste-application', processKey: 'joint-review', processVersion: 1, licenceTypeCode: 'construction-waste-approval' },
  },
};
