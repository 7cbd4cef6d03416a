/** The rule of a finding that no check makes: people reported that the guide is wrong, and somebody found them right. */
export const reportedRule = 'reported-by-people';

/** What is shown of it where rules have a title and a way to mend. */
export const reportedRuleText = { title: '群众反映办事指南有误', mend: '按反映核对这一要素，改正后发布新版本，再由质量管理人员核实。' } as const;
