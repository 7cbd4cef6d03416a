import type { SeedRuleSet } from './seed-rule-set.ts';

/** 现场核查: whether the site is as it was declared, and what the visit means for the review; run by the steps of a process. */
export const siteInspectionRules: SeedRuleSet = {
  department: '区行政审批局',
  ruleSet: {
    code: 'site-inspection', name: '现场核查结果的处理', description: '核对现场面积与申报面积，按核查结果给出审核建议。由流程的环节运行，结论由审核人作出。',
    legalBasis: '《公共场所卫生管理条例》第四条；公共场所卫生许可新办（办事指南：现场核查）',
    content: {
      inputs: [
        { id: 'result', name: 'siteResult', label: '核查结果', type: 'text', optional: true, allowedValues: '"符合", "需要整改", "不符合"' },
        { id: 'area', name: 'areaOnSite', label: '现场面积', type: 'number', optional: true, allowedValues: '>= 0' },
        { id: 'declared', name: 'declaredArea', label: '申报面积', type: 'number', optional: true, allowedValues: '>= 0' },
      ],
      decisions: [
        {
          id: 'area-check', name: '面积核对', requires: ['areaOnSite', 'declaredArea'], logic: {
            kind: 'expression', type: 'text', allowedValues: '"一致", "面积不符"',
            expression: 'if areaOnSite = null or declaredArea = null then "一致" else if abs(areaOnSite - declaredArea) > declaredArea * 0.2 then "面积不符" else "一致"',
          },
        },
        {
          id: 'advice', name: '审核建议', requires: ['siteResult'], logic: {
            kind: 'table', hitPolicy: 'U', inputs: [{ id: 'c-result', expression: 'siteResult', label: '核查结果', optional: true }],
            outputs: [{ id: 'o-advice', name: '审核建议', type: 'text', allowedValues: '"建议通过", "建议不通过"' }],
            rules: [
              { id: 'r1', inputs: ['"符合"'], outputs: ['"建议通过"'], annotation: '现场核查符合' },
              { id: 'r2', inputs: ['"需要整改", "不符合"'], outputs: ['"建议不通过"'], annotation: '现场核查没有全部符合' },
              { id: 'r3', inputs: ['null'], outputs: ['"建议通过"'], annotation: '这种情形不需要现场核查' },
            ],
          },
        },
      ],
    },
    testCases: [
      { id: 't1', name: '面积一致、符合', inputs: { siteResult: '符合', areaOnSite: 300, declaredArea: 320 }, expected: { 面积核对: '一致', 审核建议: '建议通过' } },
      { id: 't2', name: '相差超过两成', inputs: { siteResult: '符合', areaOnSite: 200, declaredArea: 320 }, expected: { 面积核对: '面积不符' } },
      { id: 't3', name: '恰好相差两成', inputs: { siteResult: '需要整改', areaOnSite: 256, declaredArea: 320 }, expected: { 面积核对: '一致', 审核建议: '建议不通过' } },
      { id: 't4', name: '没有现场核查', inputs: {}, expected: { 面积核对: '一致', 审核建议: '建议通过' } },
    ],
  },
};
