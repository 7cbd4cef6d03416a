import { excavationForm } from '../forms/road-works-forms.ts';
import {
  applicationForm, article45, businessLicence, districtDefaults, licensingLawArticle42, material, permitFlow, point, workingDays,
} from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';
import { roadRegulation30, roadRegulation33, roadRegulation37, trafficSafetyLaw32 } from './road-legal-bases.ts';

const recent = [{ question: 'road-age', options: ['recent'] }];
const affectsTraffic = [{ question: 'traffic', options: ['part', 'full'] }];

/** 挖掘城市道路审批: municipal works and traffic police review in parallel; recent roads need an expert review. */
export const roadExcavation: SeedItem = {
  key: 'road-excavation', department: '区住建局', forms: [excavationForm],
  handlingDepartments: [
    { department: '区住建局', role: 'acceptance' }, { department: '区住建局', role: 'lead' }, { department: '区公安分局', role: 'joint' },
    { department: '区住建局', role: 'decision' },
  ],
  elements: {
    ...districtDefaults('区住建局', 'B12'),
    name: '挖掘城市道路审批', aliases: ['挖路审批', '破路许可', '道路开挖', '掘路'], mainItemName: '市政设施建设类审批',
    summary: '因敷设管线等工程建设需要挖掘城市道路的，施工前办理；住建、公安交管并联审查。',
    localTaskCode: 'DEMO-511602-A-ROAD-EXCAVATION-01', taskType: '01', serviceObjects: ['2', '3', '6'], audiences: ['company'], projectType: '2',
    companyTopics: ['016', '031'], companyLifeStages: ['construction'], legalBases: [roadRegulation30, roadRegulation33, trafficSafetyLaw32, licensingLawArticle42],
    conditions: [
      '因工程建设需要挖掘城市道路，有城市规划部门批准签发的文件和有关设计文件。',
      '新建、扩建、改建的城市道路交付使用满5年，大修的城市道路竣工满3年；未满的，已经县级以上城市人民政府批准。',
      '有保障交通安全和畅通的施工组织与交通疏导方案。',
      '有地下管线保护措施和路面修复安排。',
    ],
    materials: [
      applicationForm('挖掘城市道路申请表', 'excavation-application', [
        point('complete', 'acceptance', '申请表各栏填写完整，建设单位名称与营业执照一致。'),
        point('area', 'review', '挖掘面积与设计图标注的长度、宽度一致。'),
        point('period', 'review', '计划施工期避开重大活动和汛期禁止开挖的时段。'),
      ]),
      businessLicence(),
      material({
        key: 'planning-document', name: '城市规划部门批准签发的文件', type: '1', source: '20', issuingAuthority: '自然资源和规划部门', copies: 1, originals: 0,
        basis: '城市道路管理条例第三十三条', acceptanceStandard: '建设工程规划许可证或者管线规划批准文件，在有效期内，路由与申请一致。',
        reviewPoints: [
          point('number', 'acceptance', '文号与申请表填写的规划批准文件文号一致。'),
          point('route', 'review', '批准的管线位置覆盖申请挖掘的路段。'),
        ],
      }),
      material({
        key: 'design-drawing', name: '挖掘工程设计文件', source: '30', sourceExplanation: '具有相应资质的设计单位', basis: '城市道路管理条例第三十三条', fileTypes: ['pdf', 'ofd'],
        acceptanceStandard: '含平面位置图、横断面图和路面恢复结构图，加盖设计单位图章。',
        reviewPoints: [
          point('stamp', 'acceptance', '图纸有设计单位图章和设计人员签字。'),
          point('restoration', 'review', '路面恢复结构不低于原路面结构，压实度要求明确。'),
          point('pipelines', 'review', '图上标明开挖范围内的既有地下管线及保护措施。'),
        ],
      }),
      material({
        key: 'construction-plan', name: '施工组织方案', acceptanceStandard: '含工期、围挡、夜间施工和应急抢修安排。',
        reviewPoints: [point('schedule', 'review', '分段施工安排合理，单次开挖不超过计划工期。'), point('safety', 'review', '有围挡、警示灯和防坠落措施。')],
      }),
      material({
        key: 'traffic-plan', name: '道路交通组织方案', when: affectsTraffic, basis: '道路交通安全法第三十二条',
        acceptanceStandard: '含占用车道示意图、交通标志布设图和绕行方案。',
        reviewPoints: [
          point('signs', 'review', '在来车方向安全距离外设置警示标志的位置和数量明确。'),
          point('capacity', 'review', '剩余车道能够满足高峰时段通行，或者有可行的绕行路线。'),
        ],
      }),
      material({
        key: 'government-approval', name: '城市人民政府批准文件', when: recent, type: '1', source: '20', issuingAuthority: '县级以上城市人民政府', copies: 1, originals: 0,
        basis: '城市道路管理条例第三十三条第二款', acceptanceStandard: '批准文件载明的路段与申请一致。',
        reviewPoints: [point('segment', 'review', '批准文件写明路段、事由，与申请一致。')],
      }),
    ],
    flowSteps: permitFlow('区住建局审查设计文件和路面恢复，区公安分局同步审查交通组织；需要专家评审的，按特别程序办理。', { review: 5, decision: 2 }, '区住建局'),
    legalLimit: workingDays(20, '行政许可法第四十二条'), promisedLimit: workingDays(8, '特别程序所需时间不计算在内'),
    specialProcedures: [
      { key: 'expert-review', name: '专家评审', kind: 'expert-review', days: 10, unit: 'working-day', basis: article45, departmentName: '区住建局' },
      { key: 'appraisal', name: '地下管线安全鉴定', kind: 'appraisal', days: 15, unit: 'working-day', basis: article45, departmentName: '区住建局' },
    ],
    charged: true, onlinePayment: true,
    fees: [{
      name: '城市道路挖掘修复费', standard: '按四川省住房城乡建设主管部门制定的标准，依路面种类和挖掘面积计收；自行修复并验收合格的不收。',
      basis: `${roadRegulation37.lawName}${roadRegulation37.clauseNumber}`, reducible: false,
    }],
    results: [{
      name: '挖掘城市道路许可证', type: '10', licenceTypeCode: 'road-excavation-permit', validity: '批准的施工期',
      sample: '载明建设单位、施工单位、路段、面积、批准期限和注意事项，附二维码。',
    }],
    faqs: [
      { question: '管线突发故障要抢修，来不及办手续怎么办？', answer: '依照城市道路管理条例，埋设在城市道路下的管线发生故障需要紧急抢修的，可以先行破路抢修，并同时通知市政工程行政主管部门和公安交通管理部门，在24小时内按照规定补办批准手续。' },
      { question: '住建和公安要分别申请吗？', answer: '不用。网上或者窗口提交一次，两个部门同时审查，合并出具一个许可。' },
    ],
    questionnaire: {
      questions: [
        { key: 'road-age', text: '要挖掘的道路交付使用（或者大修竣工）多久了？', help: '新建、扩建、改建的道路看交付使用日期，大修的道路看竣工日期。', options: [
          { key: 'old', text: '交付使用满5年，且大修竣工满3年' }, { key: 'recent', text: '未满上述年限' },
        ] },
        { key: 'traffic', text: '施工会占用车道吗？', options: [
          { key: 'none', text: '不占用车道，只在人行道或者绿化带施工' }, { key: 'part', text: '占用部分车道' }, { key: 'full', text: '需要封闭道路' },
        ] },
      ],
      situations: [
        { key: 'ordinary', name: '一般路段挖掘', when: [{ question: 'road-age', options: ['old'] }, { question: 'traffic', options: ['none', 'part'] }], notes: ['两个部门并联审查，8个工作日内办结。'] },
        { key: 'closure', name: '封闭道路挖掘', when: [{ question: 'road-age', options: ['old'] }, { question: 'traffic', options: ['full'] }], notes: ['封闭道路需要提前向社会公告绕行安排。'] },
        { key: 'recent-road', name: '新建或者大修道路挖掘', when: recent, flags: ['expert-review'], notes: ['须先取得县级以上城市人民政府批准。', '一般需要组织专家评审，所需时间不计入办理时限，会书面告知。'] },
      ],
    },
    handling: { mode: 'platform', formKey: 'excavation-application', processKey: 'joint-review', processVersion: 1, licenceTypeCode: 'road-excavation-permit' },
  },
};
