import { branchFilingForm } from '../forms/labour-forms.ts';
import { applicationForm, businessLicence, districtDefaults, material, point, singleSituation, workingDays } from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';

/** 劳务派遣单位设立分公司备案: the licence the platform issued before stands for the upload. */
export const labourDispatchBranch: SeedItem = {
  key: 'labour-dispatch-branch', department: '区人社局', forms: [branchFilingForm],
  handlingDepartments: [{ department: '区人社局', role: 'acceptance' }, { department: '区人社局', role: 'lead' }, { department: '区人社局', role: 'decision' }],
  elements: {
    ...districtDefaults('区人社局', 'A10'),
    name: '劳务派遣单位设立分公司备案', aliases: ['派遣分公司备案'], mainItemName: '劳务派遣经营许可',
    summary: '劳务派遣单位在本区设立分公司经营劳务派遣业务的，由分公司备案；已有的许可证自动复用。',
    localTaskCode: 'DEMO-511602-Z-DISPATCH-BRANCH-01', taskType: '10', serviceObjects: ['2'], audiences: ['company'], projectType: '2', companyTopics: ['001', '006'], companyLifeStages: ['growth'],
    tags: ['online', 'mobile', 'one-licence'],
    legalBases: [{
      lawName: '劳务派遣行政许可实施办法', documentNumber: '人力资源和社会保障部令第19号', clauseNumber: '第二十一条',
      clauseContent: '劳务派遣单位设立子公司经营劳务派遣业务的，应当由子公司向所在地许可机关申请行政许可；劳务派遣单位设立分公司经营劳务派遣业务的，应当书面报告许可机关，并由分公司向所在地人力资源社会保障行政部门备案。',
    }],
    conditions: ['劳务派遣单位持有有效的劳务派遣经营许可证。', '分公司已经登记，取得营业执照。'],
    materials: [
      applicationForm('劳务派遣单位设立分公司备案表', 'branch-filing', [point('complete', 'acceptance', '劳务派遣单位和分公司信息填写完整。'), point('positions', 'review', '派遣岗位为临时性、辅助性或者替代性岗位。')]),
      material({
        key: 'dispatch-licence', name: '劳务派遣经营许可证', type: '1', form: '2', source: '20', issuingAuthority: '人力资源社会保障部门', originals: 0, copies: 1,
        replacedByLicenceTypes: ['labour-dispatch-licence'], sourceExplanation: '本平台签发的许可证经同意后自动调用，不用上传。',
        acceptanceStandard: '在有效期内，单位名称与备案表一致。',
        reviewPoints: [point('valid', 'acceptance', '许可证在有效期内，没有被撤销、注销。'), point('holder', 'review', '持证单位与备案的劳务派遣单位一致。')],
      }),
      businessLicence({ key: 'branch-licence', name: '分公司营业执照' }),
    ],
    flowSteps: [
      { name: '申请', content: '网上填写备案表，同意调用许可证。', responsible: '申请人' },
      { name: '受理', content: '核对许可证状态和分公司登记信息。', days: 1, responsible: '区人社局窗口' },
      { name: '审核', content: '核对派遣岗位和人数。', days: 1, responsible: '区人社局' },
      { name: '办结', content: '出具备案文书。', responsible: '区人社局' },
      { name: '送达', content: '网上下载，或者到窗口领取。', responsible: '区人社局窗口' },
    ],
    legalLimit: workingDays(5, '实施办法没有规定备案的期限，按实施清单'), promisedLimit: workingDays(3),
    results: [{ name: '劳务派遣分公司备案回执', type: '20', licenceTypeCode: 'dispatch-branch-filing', validity: '与总公司许可证有效期一致', sample: '载明劳务派遣单位、分公司、许可证编号和备案日期。' }],
    faqs: [{ question: '外地的劳务派遣公司在广安区设分公司也在这里备案吗？', answer: '是。外地签发的许可证不能自动调用，请上传许可证扫描件。' }],
    questionnaire: singleSituation('设立分公司', ['持有本平台签发的劳务派遣经营许可证的，无需上传。']),
    handling: { mode: 'platform', formKey: 'branch-filing', processKey: 'review-and-check', processVersion: 1, licenceTypeCode: 'dispatch-branch-filing' },
  },
};
