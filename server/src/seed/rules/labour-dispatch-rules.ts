import type { SeedRuleSet } from './seed-rule-set.ts';

const company = { 实缴注册资本: 200_000_000, 场所剩余使用期: 12, 管理制度项数: 6, 现场核查: '通过' };

/** 劳务派遣经营许可: the conditions of the law that documents prove, listed, and what follows with the visit on site. */
export const labourDispatchRules: SeedRuleSet = {
  department: '区人社局',
  ruleSet: {
    code: 'labour-dispatch-conditions', name: '劳务派遣经营许可条件', description: '逐项列出不具备的条件，结合现场核查给出审查建议；决定由有权的工作人员作出。',
    legalBasis: '《中华人民共和国劳动合同法》第五十七条；《劳务派遣行政许可实施办法》第八条',
    content: {
      inputs: [
        { id: 'capital', name: '实缴注册资本', label: '实缴注册资本（分）', type: 'integer', allowedValues: '>= 0' },
        { id: 'premises', name: '场所剩余使用期', label: '场所剩余使用期（月）', type: 'integer', allowedValues: '>= 0' },
        { id: 'systems', name: '管理制度项数', type: 'integer', allowedValues: '[0..6]' },
        { id: 'visit', name: '现场核查', type: 'text', allowedValues: '"通过", "不通过", "未核查"' },
      ],
      decisions: [
        {
          id: 'lacking', name: '不具备的条件', requires: ['实缴注册资本', '场所剩余使用期', '管理制度项数'], logic: {
            kind: 'table', hitPolicy: 'C',
            inputs: [{ id: 'c-capital', expression: '实缴注册资本', label: '实缴注册资本（分）' }, { id: 'c-premises', expression: '场所剩余使用期', label: '场所剩余使用期（月）' }, { id: 'c-systems', expression: '管理制度项数' }],
            outputs: [{ id: 'o-lacking', name: '不具备的条件', type: 'text' }],
            rules: [
              { id: 'r1', inputs: ['< 200000000', '-', '-'], outputs: ['"实缴注册资本少于人民币二百万元"'], annotation: '劳动合同法第五十七条第一项' },
              { id: 'r2', inputs: ['-', '< 12', '-'], outputs: ['"经营场所使用期限不足一年"'], annotation: '劳动合同法第五十七条第二项' },
              { id: 'r3', inputs: ['-', '-', '< 6'], outputs: ['"劳务派遣管理制度不齐全"'], annotation: '劳动合同法第五十七条第三项' },
            ],
          },
        },
        {
          id: 'advice', name: '审查建议', requires: ['不具备的条件', '现场核查'], logic: {
            kind: 'table', hitPolicy: 'U',
            inputs: [{ id: 'c-count', expression: 'count(不具备的条件)', label: '不具备的条件数', type: 'integer', allowedValues: '>= 0' }, { id: 'c-visit', expression: '现场核查' }],
            outputs: [{ id: 'o-advice', name: '审查建议', type: 'text', allowedValues: '"建议准予", "建议不予", "先现场核查"' }],
            rules: [
              { id: 'r1', inputs: ['0', '"通过"'], outputs: ['"建议准予"'] },
              { id: 'r2', inputs: ['0', '"不通过"'], outputs: ['"建议不予"'] },
              { id: 'r3', inputs: ['0', '"未核查"'], outputs: ['"先现场核查"'] },
              { id: 'r4', inputs: ['> 0', '-'], outputs: ['"建议不予"'], annotation: '不予许可须说明理由，告知救济途径' },
            ],
          },
        },
      ],
    },
    testCases: [
      { id: 't1', name: '恰好二百万元', inputs: company, expected: { 不具备的条件: [], 审查建议: '建议准予' } },
      { id: 't2', name: '差一分', inputs: { ...company, 实缴注册资本: 199_999_999 }, expected: { 不具备的条件: ['实缴注册资本少于人民币二百万元'], 审查建议: '建议不予' } },
      { id: 't3', name: '三项都缺', inputs: { ...company, 实缴注册资本: 0, 场所剩余使用期: 11, 管理制度项数: 5 }, expected: { 不具备的条件: ['实缴注册资本少于人民币二百万元', '经营场所使用期限不足一年', '劳务派遣管理制度不齐全'] } },
      { id: 't4', name: '还没有核查', inputs: { ...company, 现场核查: '未核查' }, expected: { 审查建议: '先现场核查' } },
    ],
  },
};
