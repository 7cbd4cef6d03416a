import { advertisingForm } from '../forms/urban-forms.ts';
import { applicationForm, article45, businessLicence, districtDefaults, licensingLawArticle42, material, permitFlow, point, workingDays } from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';

/** 设置大型户外广告审批. */
export const outdoorAdvertising: SeedItem = {
  key: 'outdoor-advertising', department: '区综合执法局', forms: [advertisingForm],
  handlingDepartments: [{ department: '区综合执法局', role: 'acceptance' }, { department: '区综合执法局', role: 'lead' }, { department: '区综合执法局', role: 'decision' }],
  elements: {
    ...districtDefaults('区综合执法局', 'B20'),
    name: '设置大型户外广告审批', aliases: ['户外广告', '广告牌审批', '门头广告'], mainItemName: '设置大型户外广告及在城市建筑物、设施上悬挂、张贴宣传品审批',
    summary: '在城市建筑物、设施或者公共场地设置大型户外广告前办理。',
    localTaskCode: 'DEMO-511602-A-OUTDOOR-ADVERTISING-01', taskType: '01', serviceObjects: ['2', '3', '4', '5'], audiences: ['company'], projectType: '2', companyTopics: ['002', '016'], companyLifeStages: ['growth'],
    legalBases: [{
      lawName: '城市市容和环境卫生管理条例', documentNumber: '国务院令第101号，2017年3月1日修订', clauseNumber: '第十一条',
      clauseContent: '在城市中设置户外广告、标语牌、画廊、橱窗等，应当内容健康、外型美观，并定期维修、油饰或者拆除。大型户外广告的设置必须征得城市人民政府市容环境卫生行政主管部门同意后，按照有关规定办理审批手续。',
    }, licensingLawArticle42],
    conditions: ['符合城市容貌标准和户外广告设置规划。', '取得设置载体所有权人或者管理人的同意。', '结构安全，不影响消防、通风采光和交通视线。'],
    materials: [
      applicationForm('大型户外广告设置申请表', 'advertising-application', [point('complete', 'acceptance', '设置地点、形式、尺寸、期限填写完整。'), point('plan', 'review', '设置地点在户外广告设置规划允许的范围内。')]),
      businessLicence(),
      material({
        key: 'rendering', name: '设置效果图和实景图', acceptanceStandard: '彩色，标明尺寸，能看出与建筑物和周边的关系。',
        reviewPoints: [point('appearance', 'review', '不遮挡建筑物采光窗、消防救援口和交通信号。')],
      }),
      material({
        key: 'site-consent', name: '设置载体使用权证明', acceptanceStandard: '产权人或者管理人签字盖章的同意书或者租赁合同，期限覆盖设置期限。',
        reviewPoints: [point('period', 'acceptance', '同意使用的期限不短于申请的设置期限。')],
      }),
      material({
        key: 'structure-design', name: '结构设计文件', source: '30', sourceExplanation: '具有相应资质的设计单位', when: [{ question: 'carrier', options: ['roof', 'column'] }],
        acceptanceStandard: '含结构计算书和防雷接地设计，加盖设计单位图章。',
        reviewPoints: [point('wind', 'review', '结构计算考虑当地风荷载，基础和锚固做法明确。'), point('lightning', 'review', '有防雷接地措施。')],
      }),
      material({
        key: 'screen-parameters', name: '电子显示屏技术参数', when: [{ question: 'screen', options: ['yes'] }], acceptanceStandard: '含亮度、开闭时间和信息安全管理措施。',
        reviewPoints: [point('brightness', 'review', '夜间亮度可调，关闭时间不晚于22时。'), point('security', 'review', '有播出内容审核和防入侵措施。')],
      }),
    ],
    flowSteps: permitFlow('书面审查，并到现场核查设置条件；涉及公共利益需要听证的，听证时间不计入办理时限。', { review: 5, decision: 1 }, '区综合执法局'),
    legalLimit: workingDays(20, '行政许可法第四十二条'), promisedLimit: workingDays(8),
    specialProcedures: [{ key: 'hearing', name: '听证', kind: 'hearing', days: 20, unit: 'working-day', basis: article45, departmentName: '区综合执法局' }],
    results: [{ name: '大型户外广告设置许可证', type: '10', licenceTypeCode: 'outdoor-advertising-permit', validity: '批准的设置期限', sample: '载明设置单位、地点、形式、面积和期限。' }],
    faqs: [{ question: '门店招牌要办吗？', answer: '在经营场所设置的、只含单位名称的招牌不属于大型户外广告，按照门头招牌设置要求执行，不需要办理本许可。' }],
    questionnaire: {
      questions: [
        { key: 'carrier', text: '设置在什么载体上？', options: [{ key: 'wall', text: '建筑物外墙或者围挡' }, { key: 'roof', text: '建筑物楼顶' }, { key: 'column', text: '独立立柱' }] },
        { key: 'screen', text: '是否为电子显示屏？', options: [{ key: 'yes', text: '是' }, { key: 'no', text: '否' }] },
      ],
      situations: [
        { key: 'wall', name: '附着式广告', when: [{ question: 'carrier', options: ['wall'] }], notes: ['请先取得产权人同意。'] },
        { key: 'structure', name: '楼顶、立柱广告', when: [{ question: 'carrier', options: ['roof', 'column'] }], flags: ['site-inspection'], notes: ['需要结构设计文件，并安排现场核查。'] },
      ],
    },
    handling: { mode: 'platform', formKey: 'advertising-application', processKey: 'review-with-inspection', processVersion: 1, licenceTypeCode: 'outdoor-advertising-permit' },
  },
};
