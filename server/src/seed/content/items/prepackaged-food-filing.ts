import { foodFilingForm } from '../forms/food-forms.ts';
import { applicationForm, businessLicence, districtDefaults, identityDocument, point, singleSituation, workingDays } from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';
import { foodSafetyLaw35 } from './food-legal-bases.ts';

/** 仅销售预包装食品备案: done at once (即办件). */
export const prepackagedFoodFiling: SeedItem = {
  key: 'prepackaged-food-filing', department: '区市监局', forms: [foodFilingForm],
  handlingDepartments: [{ department: '区市监局', role: 'acceptance' }, { department: '区市监局', role: 'lead' }, { department: '区市监局', role: 'decision' }],
  elements: {
    ...districtDefaults('区市监局', 'A05'),
    name: '仅销售预包装食品备案', aliases: ['预包装食品备案', '开便利店', '开超市', '卖零食'], mainItemName: '仅销售预包装食品的食品经营者备案',
    summary: '只销售预包装食品的经营者在开展销售活动前备案，当场办结，取得备案编号。',
    localTaskCode: 'DEMO-511602-Z-PREPACKAGED-FOOD-01', taskType: '10', serviceObjects: ['2', '5'], audiences: ['company'], projectType: '1', companyTopics: ['002'], companyLifeStages: ['market-access'],
    tags: ['online', 'mobile', 'instant', 'one-licence'], selfServiceTerminal: true, legalBases: [foodSafetyLaw35],
    conditions: ['取得营业执照等合法主体资格。', '只销售预包装食品，不销售散装食品，不提供餐饮服务。'],
    materials: [
      applicationForm('仅销售预包装食品备案信息采集表', 'prepackaged-filing', [
        point('complete', 'acceptance', '销售方式、食品种类、仓库地址填写完整。'), point('scope', 'decision', '只含预包装食品，没有散装食品和餐饮服务项目。'),
      ]),
      businessLicence(),
      identityDocument('representative-id', '法定代表人（负责人）身份证明'),
    ],
    flowSteps: [
      { name: '申请', content: '网上填写备案信息采集表。', responsible: '申请人' },
      { name: '受理', content: '核对主体资格和备案信息。', days: 0, responsible: '区市监局窗口' },
      { name: '审核', content: '信息完整的当场备案。', days: 0, responsible: '区市监局窗口' },
      { name: '办结', content: '生成备案编号，向社会公布备案信息。', responsible: '区市监局' },
      { name: '送达', content: '网上下载备案凭证。', responsible: '区市监局窗口' },
    ],
    legalLimit: workingDays(5, '食品安全法没有规定备案的期限，按实施清单'), promisedLimit: workingDays(0, '当场办结'),
    results: [{ name: '仅销售预包装食品备案凭证', type: '10', licenceTypeCode: 'prepackaged-food-filing', validity: '长期，信息变化时办理变更', sample: '载明备案编号、经营者、销售方式、食品种类和备案日期。' }],
    faqs: [{ question: '备案后想卖散装熟食怎么办？', answer: '在经营前申请食品经营许可；取得许可后原备案自行失效。' }],
    questionnaire: singleSituation('仅销售预包装食品', ['信息完整的当场办结。']),
    handling: { mode: 'platform', formKey: 'prepackaged-filing', processKey: 'immediate', processVersion: 1, licenceTypeCode: 'prepackaged-food-filing' },
  },
};
