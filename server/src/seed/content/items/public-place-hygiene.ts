import { siteInspectionForm } from '../forms/handling-forms.ts';
import { hygieneForm } from '../forms/trade-forms.ts';
import { applicationForm, article45, businessLicence, districtDefaults, material, permitFlow, point, workingDays } from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';

/** 公共场所卫生许可新办. */
export const publicPlaceHygiene: SeedItem = {
  key: 'public-place-hygiene', department: '区行政审批局', forms: [hygieneForm, siteInspectionForm],
  handlingDepartments: [{ department: '区行政审批局', role: 'acceptance' }, { department: '区行政审批局', role: 'lead' }, { department: '区行政审批局', role: 'decision' }],
  elements: {
    ...districtDefaults('区行政审批局', 'A01'),
    name: '公共场所卫生许可新办', aliases: ['卫生许可证', '开宾馆', '开理发店', '开美容店', '开浴室', '开游泳馆'], mainItemName: '公共场所卫生许可',
    summary: '宾馆、浴室、理发店、游泳场馆等公共场所营业前办理。',
    localTaskCode: 'DEMO-511602-A-HYGIENE-01', taskType: '01', serviceObjects: ['2', '3', '5'], audiences: ['company'], projectType: '2', companyTopics: ['002', '021'], companyLifeStages: ['market-access'],
    legalBases: [
      {
        lawName: '公共场所卫生管理条例', documentNumber: '1987年4月1日国务院发布，2024年12月6日修订，2025年1月20日起施行', clauseNumber: '第四条、第八条',
        clauseContent: '国家对公共场所实行“卫生许可证”制度。“卫生许可证”由设区的市级、县级人民政府疾病预防控制部门签发。除公园、体育场（馆）、公共交通工具和本条第二款规定的实行卫生备案管理的公共场所外，经营单位应当在营业前向设区的市级、县级人民政府疾病预防控制部门申请办理“卫生许可证”。录像厅（室）、音乐厅、展览馆、博物馆、美术馆、图书馆、书店的经营单位应当在营业之日起30天内向设区的市级、县级人民政府疾病预防控制部门办理卫生备案。',
      },
      {
        lawName: '公共场所卫生管理条例实施细则', documentNumber: '卫生部令第80号，2017年12月26日修正', clauseNumber: '第二十二条',
        clauseContent: '国家对除公园、体育场馆、公共交通工具外的公共场所实行卫生许可证管理。公共场所经营者取得工商行政管理部门颁发的营业执照后，还应当按照规定向县级以上地方人民政府卫生计生行政部门申请卫生许可证，方可营业。',
      },
    ],
    conditions: ['取得营业执照。', '场所的选址、布局和卫生设施符合公共场所卫生标准。', '室内空气、用品用具、水质等检测结果合格。', '从业人员持有有效健康合格证明，配备专（兼）职卫生管理人员。'],
    materials: [
      applicationForm('公共场所卫生许可申请表', 'hygiene-application', [point('complete', 'acceptance', '场所名称、类别、地址、面积填写完整。'), point('staff', 'review', '从业人员健康合格证明均在有效期内。')]),
      businessLicence(),
      material({
        key: 'location-plan', name: '公共场所地址方位示意图、平面图', acceptanceStandard: '标明周边30米内环境、各功能区和卫生设施位置。',
        reviewPoints: [point('facilities', 'review', '清洗消毒间、储藏间、卫生间的位置和面积符合卫生要求。')],
      }),
      material({
        key: 'test-report', name: '公共场所卫生检测或者评价报告', source: '30', sourceExplanation: '具有资质的检测机构', acceptanceStandard: '一年内出具，检测项目与场所类别相应。',
        reviewPoints: [point('date', 'acceptance', '报告在一年以内，有资质认定标志。'), point('results', 'review', '空气、用品用具等检测结果均合格。')],
      }),
      material({
        key: 'hygiene-system', name: '公共场所卫生管理制度', acceptanceStandard: '含岗位责任、用品用具清洗消毒、健康危害事故处置。',
        reviewPoints: [point('systems', 'review', '三项制度齐全，写明负责人。')],
      }),
      material({
        key: 'air-conditioning-report', name: '集中空调通风系统卫生检测或者评价报告', source: '30', when: [{ question: 'air', options: ['yes'] }], acceptanceStandard: '送风中细菌总数、真菌总数和风管内表面积尘量检测合格。',
        reviewPoints: [point('indicators', 'review', '三项指标检测合格，系统设有应急关闭回风装置。')],
      }),
      material({
        key: 'pool-report', name: '泳池水质检测报告', source: '30', when: [{ question: 'kind', options: ['pool'] }], acceptanceStandard: '一年内出具，含余氯、浑浊度、菌落总数、尿素。',
        reviewPoints: [point('water', 'review', '水质指标均符合公共场所卫生标准。')],
      }),
    ],
    flowSteps: permitFlow('书面审查申请材料，安排现场核查；需要检测的，检测时间不计入办理时限。', { review: 5, decision: 1 }, '区行政审批局'),
    legalLimit: workingDays(20, '公共场所卫生管理条例实施细则第二十四条'), promisedLimit: workingDays(7),
    specialProcedures: [{ key: 'air-detection', name: '卫生检测', kind: 'detection', days: 10, unit: 'working-day', basis: article45, departmentName: '区行政审批局' }],
    results: [{ name: '公共场所卫生许可证', type: '10', licenceTypeCode: 'public-place-hygiene-licence', validity: '四年', sample: '载明编号、单位名称、法定代表人或者负责人、经营项目、经营场所地址、发证机关、发证时间和有效期限。' }],
    faqs: [{ question: '理发店不用集中空调，要交空调检测报告吗？', answer: '不用。只有使用集中空调通风系统的场所才需要提交。' }],
    questionnaire: {
      questions: [
        { key: 'kind', text: '开办哪一类场所？', options: [
          { key: 'lodging', text: '宾馆、旅店' }, { key: 'hairdresser', text: '理发店、美容店' }, { key: 'bath', text: '公共浴室' }, { key: 'pool', text: '游泳场（馆）' },
          { key: 'mall', text: '商场、影剧院、游艺厅、舞厅' }, { key: 'filing', text: '录像厅、音乐厅、展览馆、博物馆、美术馆、图书馆、书店' },
          { key: 'exempt', text: '公园、体育场馆（不含游泳）、公共交通工具' },
        ] },
        { key: 'air', text: '是否使用集中空调通风系统？', when: [{ question: 'kind', options: ['lodging', 'hairdresser', 'bath', 'pool', 'mall'] }], options: [{ key: 'yes', text: '是' }, { key: 'no', text: '否' }] },
      ],
      situations: [
        { key: 'inspected', name: '住宿、沐浴、游泳场所', when: [{ question: 'kind', options: ['lodging', 'bath', 'pool'] }], flags: ['site-inspection'], notes: ['会安排现场核查。'] },
        { key: 'ordinary', name: '美容美发、商场等场所', when: [{ question: 'kind', options: ['hairdresser', 'mall'] }], notes: ['书面审查，发证后一个月内现场检查。'] },
        { key: 'filing', name: '办理卫生备案的场所', when: [{ question: 'kind', options: ['filing'] }], refused: true, notes: ['不需要卫生许可证。请在营业之日起30天内向区疾病预防控制部门办理卫生备案（公共场所卫生管理条例，2024年12月6日修订）。'] },
        { key: 'exempt', name: '不需要卫生许可的场所', when: [{ question: 'kind', options: ['exempt'] }], refused: true, notes: ['依照公共场所卫生管理条例第八条，不需要办理卫生许可证。'] },
      ],
    },
    handling: { mode: 'platform', formKey: 'hygiene-application', processKey: 'inspection-record', processVersion: 1, licenceTypeCode: 'public-place-hygiene-licence' },
  },
};
