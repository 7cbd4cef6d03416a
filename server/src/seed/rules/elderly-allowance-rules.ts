import type { SeedRuleSet } from './seed-rule-set.ts';

const person = { 出生日期: '1944-03-08', 申请日期: '2026-03-08', 户籍在本区: true, 健在: true, 亲属代办: false, 已取得授权: false };

/** 高龄津贴: who is entitled, and which applications a person must look at. */
export const elderlyAllowanceRules: SeedRuleSet = {
  department: '区民政局',
  ruleSet: {
    code: 'elderly-allowance', name: '高龄津贴申领条件', description: '按出生日期、户籍和生存状况判断是否符合条件，再判断可否自动办理。不符合条件的一律转人工，由工作人员说明理由。',
    legalBasis: '《中华人民共和国老年人权益保障法》第三十三条；80周岁以上老年人高龄津贴申领（办事指南：年满80周岁、户籍在广安市广安区）',
    content: {
      inputs: [
        { id: 'birth', name: '出生日期', type: 'date' }, { id: 'applied', name: '申请日期', type: 'date' }, { id: 'region', name: '户籍在本区', type: 'boolean' },
        { id: 'alive', name: '健在', type: 'boolean' }, { id: 'agent', name: '亲属代办', type: 'boolean' }, { id: 'mandate', name: '已取得授权', type: 'boolean' },
      ],
      decisions: [
        { id: 'age', name: '周岁', requires: ['出生日期', '申请日期'], logic: { kind: 'expression', type: 'integer', expression: 'age(出生日期, 申请日期)' } },
        {
          id: 'entitled', name: '资格', requires: ['周岁', '户籍在本区', '健在'], logic: {
            kind: 'table', hitPolicy: 'U',
            inputs: [{ id: 'c-age', expression: '周岁' }, { id: 'c-region', expression: '户籍在本区' }, { id: 'c-alive', expression: '健在' }],
            outputs: [{ id: 'o-result', name: '结论', type: 'text', allowedValues: '"符合", "不符合"' }, { id: 'o-reason', name: '理由', type: 'text' }],
            rules: [
              { id: 'r1', inputs: ['>= 80', 'true', 'true'], outputs: ['"符合"', '"年满80周岁，户籍在本区"'], annotation: '老年人权益保障法第三十三条' },
              { id: 'r2', inputs: ['< 80', '-', 'true'], outputs: ['"不符合"', '"未满80周岁"'] },
              { id: 'r3', inputs: ['>= 80', 'false', 'true'], outputs: ['"不符合"', '"户籍不在广安区"'] },
              { id: 'r4', inputs: ['-', '-', 'false'], outputs: ['"不符合"', '"已经去世，津贴停止发放"'] },
            ],
          },
        },
        {
          id: 'handling', name: '办理方式', requires: ['资格', '亲属代办', '已取得授权'], logic: {
            kind: 'table', hitPolicy: 'U',
            inputs: [{ id: 'c-result', expression: '资格.结论', label: '资格' }, { id: 'c-agent', expression: '亲属代办' }, { id: 'c-mandate', expression: '已取得授权' }],
            outputs: [{ id: 'o-handling', name: '办理方式', type: 'text', allowedValues: '"自动办理", "转人工"' }],
            rules: [
              { id: 'r1', inputs: ['"符合"', 'false', '-'], outputs: ['"自动办理"'] },
              { id: 'r2', inputs: ['"符合"', 'true', 'true'], outputs: ['"自动办理"'], annotation: '亲属代办须有老年人的授权' },
              { id: 'r3', inputs: ['"符合"', 'true', 'false'], outputs: ['"转人工"'] },
              { id: 'r4', inputs: ['"不符合"', '-', '-'], outputs: ['"转人工"'], annotation: '不予给付须说明理由，由工作人员作出' },
            ],
          },
        },
      ],
    },
    testCases: [
      { id: 't1', name: '八十岁生日当天', inputs: { ...person, 出生日期: '1946-03-08' }, expected: { 周岁: 80, 办理方式: '自动办理' } },
      { id: 't2', name: '生日前一天', inputs: { ...person, 出生日期: '1946-03-09' }, expected: { 资格: { 结论: '不符合', 理由: '未满80周岁' }, 办理方式: '转人工' } },
      { id: 't3', name: '户籍在外区', inputs: { ...person, 户籍在本区: false }, expected: { 资格: { 结论: '不符合', 理由: '户籍不在广安区' } } },
      { id: 't4', name: '代办没有授权', inputs: { ...person, 亲属代办: true }, expected: { 办理方式: '转人工' } },
      { id: 't5', name: '代办已经授权', inputs: { ...person, 亲属代办: true, 已取得授权: true }, expected: { 办理方式: '自动办理' } },
      { id: 't6', name: '已经去世', inputs: { ...person, 健在: false }, expected: { 办理方式: '转人工' } },
      { id: 't7', name: '出生日期在申请以后', inputs: { ...person, 出生日期: '2026-03-09' }, expected: {}, failure: 'null-result' },
    ],
  },
};
