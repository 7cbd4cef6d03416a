import { drainageForm } from '../forms/urban-forms.ts';
import { applicationForm, article45, businessLicence, districtDefaults, licensingLawArticle42, material, permitFlow, point, workingDays } from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';

/** 城镇污水排入排水管网许可: detection of water quality does not count against the limit. */
export const drainageLicence: SeedItem = {
  key: 'drainage-licence', department: '区住建局', forms: [drainageForm],
  handlingDepartments: [{ department: '区住建局', role: 'acceptance' }, { department: '区住建局', role: 'lead' }, { department: '区住建局', role: 'decision' }],
  elements: {
    ...districtDefaults('区住建局', 'B13'),
    name: '城镇污水排入排水管网许可', aliases: ['排水许可证', '排水证', '污水接管'],
    summary: '从事工业、建筑、餐饮、医疗等活动，向城镇排水设施排放污水前办理。',
    localTaskCode: 'DEMO-511602-A-DRAINAGE-01', taskType: '01', serviceObjects: ['2', '3', '4', '5'], audiences: ['company'], projectType: '2',
    companyTopics: ['018', '031'], companyLifeStages: ['market-access', 'construction'],
    legalBases: [{
      lawName: '城镇排水与污水处理条例', documentNumber: '国务院令第641号公布，2026年8月8日修订', clauseNumber: '第二十一条第一款',
      clauseContent: '从事工业、建筑、餐饮、医疗等活动的企业事业单位、个体工商户（以下称排水户）向城镇排水设施排放污水的，应当向城镇排水主管部门申请领取污水排入排水管网许可证。城镇排水主管部门应当按照国家有关标准，重点对影响城镇排水与污水处理设施安全运行的事项进行审查。',
    }, licensingLawArticle42],
    conditions: ['污水排放口的设置符合城镇排水与污水处理规划的要求。', '按照国家有关规定建设相应的预处理设施和水质、水量检测设施。', '排放的污水符合国家或者地方规定的有关排放标准。'],
    materials: [
      applicationForm('城镇污水排入排水管网许可申请表', 'drainage-application', [
        point('complete', 'acceptance', '排水口逐一填写，位置、种类、水量齐全。'),
        point('treatment', 'review', '餐饮有隔油设施，建筑施工有沉淀设施，医疗污水有处理设施。'),
      ]),
      businessLicence(),
      material({
        key: 'pipe-drawing', name: '排水户内部排水管网平面图', acceptanceStandard: '标明雨水、污水管道走向，专用检测井和接入市政管网的位置、管径。',
        reviewPoints: [point('separate', 'review', '雨水、污水管道分开，没有混接。'), point('inspection-well', 'review', '接入点前设有专用检测井。')],
      }),
      material({
        key: 'treatment-facility', name: '预处理设施资料', when: [{ question: 'water', options: ['industrial', 'medical'] }], acceptanceStandard: '含工艺说明、处理能力和运行管理制度。',
        reviewPoints: [point('capacity', 'review', '处理能力不小于申报的日排水量。')],
      }),
      material({
        key: 'monitoring-record', name: '重点排污单位在线监测设备安装资料', when: [{ question: 'key-user', options: ['yes'] }], acceptanceStandard: '含设备型号、安装位置和联网情况。',
        reviewPoints: [point('online', 'review', '监测数据已与主管部门联网。')],
      }),
      material({
        key: 'water-quality', name: '排水水质检测报告', source: '30', sourceExplanation: '具有计量认证资质的检测机构', when: [{ question: 'discharging', options: ['yes'] }],
        acceptanceStandard: '三个月内由具有资质的检测机构出具，指标齐全。',
        reviewPoints: [point('date', 'acceptance', '报告日期在三个月以内，加盖资质认定标志。'), point('standard', 'review', '各项指标不超过污水排入城镇下水道水质标准。')],
      }),
    ],
    flowSteps: permitFlow('审查排水口设置、预处理设施和水质；需要检测水质的，检测时间不计入办理时限。', { review: 3, decision: 1 }, '区住建局'),
    legalLimit: workingDays(20, '行政许可法第四十二条'), promisedLimit: workingDays(6),
    specialProcedures: [{ key: 'water-detection', name: '水质检测', kind: 'detection', days: 10, unit: 'working-day', basis: article45, departmentName: '区住建局' }],
    results: [{ name: '城镇污水排入排水管网许可证', type: '10', licenceTypeCode: 'drainage-licence', validity: '五年；因施工需要排水的，不超过施工期限', sample: '载明排水户、排水口数量和位置、排水种类和数量、有效期。' }],
    faqs: [{ question: '只有生活污水也要办吗？', answer: '居民家庭的生活污水不用办；餐饮、洗车、洗浴、医疗等经营活动向管网排水的，都要办理。' }],
    questionnaire: {
      questions: [
        { key: 'water', text: '主要排放哪一种污水？', options: [
          { key: 'domestic', text: '餐饮、宾馆、洗车等经营活动的污水' }, { key: 'industrial', text: '工业生产废水' }, { key: 'medical', text: '医疗污水' }, { key: 'construction', text: '建筑施工排水' },
        ] },
        { key: 'key-user', text: '是否列入重点排污单位名录？', when: [{ question: 'water', options: ['industrial', 'medical'] }], options: [{ key: 'yes', text: '是' }, { key: 'no', text: '否' }] },
        { key: 'discharging', text: '现在是否已经在排水？', options: [{ key: 'yes', text: '已经在排水' }, { key: 'no', text: '还没有排水（新建、装修中）' }] },
      ],
      situations: [
        { key: 'domestic', name: '一般经营排水', when: [{ question: 'water', options: ['domestic'] }], notes: ['餐饮须设隔油池，洗车须设沉淀池。'] },
        { key: 'industrial', name: '工业、医疗排水', when: [{ question: 'water', options: ['industrial', 'medical'] }], flags: ['site-inspection'], notes: ['会安排现场核查预处理设施。'] },
        { key: 'construction', name: '施工临时排水', when: [{ question: 'water', options: ['construction'] }], notes: ['许可期限不超过施工期限。'] },
      ],
    },
    handling: { mode: 'platform', formKey: 'drainage-application', processKey: 'review-with-inspection', processVersion: 1, licenceTypeCode: 'drainage-licence' },
  },
};
