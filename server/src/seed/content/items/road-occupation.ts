import { occupationForm } from '../forms/road-works-forms.ts';
import { applicationForm, businessLicence, districtDefaults, licensingLawArticle42, material, permitFlow, point, workingDays } from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';
import { roadRegulation30, roadRegulation31, roadRegulation37 } from './road-legal-bases.ts';

/** 临时占用城市道路审批: two departments in parallel, no special procedure. */
export const roadOccupation: SeedItem = {
  key: 'road-occupation', department: '区住建局', forms: [occupationForm],
  handlingDepartments: [
    { department: '区住建局', role: 'acceptance' }, { department: '区住建局', role: 'lead' }, { department: '区公安分局', role: 'joint' },
    { department: '区住建局', role: 'decision' },
  ],
  elements: {
    ...districtDefaults('区住建局', 'B12'),
    name: '临时占用城市道路审批', aliases: ['占道审批', '占道许可', '围挡占道'], mainItemName: '市政设施建设类审批',
    summary: '因施工围挡、设备吊装、外墙维修等特殊情况临时占用城市道路的，占用前办理。',
    localTaskCode: 'DEMO-511602-A-ROAD-OCCUPATION-01', taskType: '01', serviceObjects: ['2', '3', '4', '5'], audiences: ['company'], projectType: '2',
    companyTopics: ['016', '017'], companyLifeStages: ['construction', 'growth'], legalBases: [roadRegulation30, roadRegulation31, licensingLawArticle42],
    conditions: ['因特殊情况确需临时占用城市道路。', '占用范围和期限明确，不影响消防通道和无障碍设施。', '有保障行人、车辆通行安全的措施，期满能够恢复道路原状。'],
    materials: [
      applicationForm('临时占用城市道路申请表', 'occupation-application', [
        point('complete', 'acceptance', '占用位置、部位、面积和期限填写完整。'),
        point('necessity', 'review', '占用面积和期限与占用事由相称。'),
      ]),
      businessLicence(),
      material({
        key: 'site-plan', name: '占用位置平面图', acceptanceStandard: '标明占用范围、周边出入口、消防通道和剩余通行宽度。',
        reviewPoints: [
          point('width', 'review', '人行道剩余通行宽度不小于1.5米，或者有替代通道。'),
          point('fire', 'review', '不占压消防通道、消火栓和盲道；占压盲道的有临时改道。'),
        ],
      }),
      material({
        key: 'traffic-plan', name: '道路交通组织方案', when: [{ question: 'part', options: ['lane'] }], acceptanceStandard: '含占用车道示意图和交通标志布设图。',
        reviewPoints: [point('signs', 'review', '警示标志、防撞设施的位置和数量明确，夜间有灯光警示。')],
      }),
      material({
        key: 'entrustment', name: '施工合同或者委托书', necessity: '1', when: [{ question: 'who', options: ['contractor'] }], acceptanceStandard: '载明委托单位、工程内容和工期。',
        reviewPoints: [point('parties', 'acceptance', '申请单位为合同或者委托书载明的施工方，工期覆盖占用期限。')],
      }),
    ],
    flowSteps: permitFlow('区住建局审查占用范围和恢复措施，区公安分局同步审查交通安全。', { review: 3, decision: 1 }, '区住建局'),
    legalLimit: workingDays(20, '行政许可法第四十二条'), promisedLimit: workingDays(5), charged: true, onlinePayment: true,
    fees: [{ name: '城市道路占用费', standard: '按四川省核定的收费标准，依占用面积和天数计收。', basis: `${roadRegulation37.lawName}${roadRegulation37.clauseNumber}`, reducible: false }],
    results: [{ name: '临时占用城市道路许可证', type: '10', licenceTypeCode: 'road-occupation-permit', validity: '批准的占用期限', sample: '载明占用单位、位置、面积、期限和恢复要求，附二维码。' }],
    faqs: [{ question: '占用期限到了还没有完工怎么办？', answer: '在期限届满前重新提出申请，说明延长的理由；未经批准不得超期占用。' }],
    questionnaire: {
      questions: [
        { key: 'part', text: '占用的是道路的哪个部位？', options: [{ key: 'sidewalk', text: '只占用人行道' }, { key: 'lane', text: '占用机动车道或者非机动车道' }] },
        { key: 'who', text: '由谁申请？', options: [{ key: 'owner', text: '业主单位' }, { key: 'contractor', text: '受委托的施工单位' }] },
      ],
      situations: [
        { key: 'sidewalk', name: '占用人行道', when: [{ question: 'part', options: ['sidewalk'] }], notes: ['请保留不小于1.5米的人行通道。'] },
        { key: 'lane', name: '占用车行道', when: [{ question: 'part', options: ['lane'] }], notes: ['需要提交交通组织方案，由公安交管部门同步审查。'] },
      ],
    },
    handling: { mode: 'platform', formKey: 'occupation-application', processKey: 'joint-review', processVersion: 1, licenceTypeCode: 'road-occupation-permit' },
  },
};
