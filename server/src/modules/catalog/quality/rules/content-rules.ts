import { at, basis, defineRule, integer, words, type QualityRule } from '../rule.ts';

const { practice } = basis;
const permitOnly = (types: readonly string[], taskType: string): boolean => types.includes(taskType);
const taskTypes = () => words('适用的事项类型代码', ['01'], '两位事项类型代码，一行一个，如 01（行政许可）。');

/** 受理条件、办理流程、常见问题、救济渠道. */
export const contentRules: readonly QualityRule[] = [
  defineRule({
    id: 'conditions', version: 1, group: 'guide', severity: 'error', title: '受理条件已填写', basis: basis.publicity,
    message: '请填写受理条件。', mend: '逐条写出申请人要具备的条件，一条一个意思。',
    find: ({ conditions }) => at('conditions', conditions.length === 0),
  }),
  defineRule({
    id: 'flow', version: 2, group: 'guide', severity: 'error', title: '办理流程已填写', basis: basis.standard,
    message: '请填写办理流程。', mend: '按先后写出每一步的名称、内容、办理人和时限。',
    find: ({ flowSteps }) => at('flowSteps', flowSteps.length === 0),
  }),
  defineRule({
    id: 'flow-steps', version: 1, group: 'guide', severity: 'error', title: '行政许可的流程步骤完整', basis: practice,
    message: '{fault}', mend: '补上缺少的步骤：受理、审核、审批、办结、送达。',
    parameters: {
      taskTypes: taskTypes(), least: integer('最少步数', 5, 1, 20),
      steps: words('应有的步骤', ['受理', '审核/审查', '审批/决定/核准', '办结', '送达'], '一行一步；几种叫法用“/”分开。'),
    },
    find: ({ taskType, flowSteps }, { taskTypes: types, least, steps }) => {
      if (!permitOnly(types, taskType) || flowSteps.length === 0) return [];
      const names = flowSteps.map(({ name }) => name);
      const missing = steps.filter((step) => !step.split('/').some((word) => names.some((name) => name.includes(word))));
      return [
        ...at('flowSteps', names.length < least, { fault: `办理流程只有 ${names.length} 步，不少于 ${least} 步。` }),
        ...at('flowSteps', missing.length > 0, { fault: `办理流程缺少：${missing.join('、')}。` }),
      ];
    },
  }),
  defineRule({
    id: 'flow-days', version: 1, group: 'guide', severity: 'warning', title: '各步天数之和不超过承诺时限', basis: basis.platform,
    message: '各步天数合计 {sum} 个工作日，超过承诺时限 {promised} 个工作日。', mend: '缩短某几步的天数，或者改正承诺办结时限。',
    find: ({ flowSteps, promisedLimit }) => {
      const sum = flowSteps.reduce((total, { days }) => total + (days ?? 0), 0);
      return at('flowSteps', promisedLimit?.unit === 'working-day' && sum > Math.max(promisedLimit.days, 1), { sum, promised: promisedLimit?.days ?? 0 });
    },
  }),
  defineRule({
    id: 'faq', version: 2, group: 'guide', severity: 'error', title: '行政许可有常见问题', basis: practice,
    message: '常见问题有 {count} 个，至少需要 {least} 个。', mend: '把窗口常被问到的问题写进来，如“谁需要办”“有效期多久”。',
    parameters: { taskTypes: taskTypes(), least: integer('最少个数', 1, 1, 20) },
    find: ({ taskType, faqs }, { taskTypes: types, least }) => at('faqs', permitOnly(types, taskType) && faqs.length < least, { count: faqs.length, least }),
  }),
  defineRule({
    id: 'penalties', version: 1, group: 'guide', severity: 'error', title: '行政处罚写明行为、种类和幅度', basis: '《中华人民共和国行政处罚法》第五条、第九条',
    message: '行政处罚事项请填写处罚的行为、种类和幅度。', mend: '按裁量基准逐条填写违法行为、处罚种类和幅度。',
    find: ({ taskType, penalties }) => at('penalties', taskType === '02' && (penalties ?? []).length === 0),
  }),
  defineRule({
    id: 'levies', version: 1, group: 'guide', severity: 'error', title: '行政征收写明种类和减免', basis: basis.standard,
    message: '行政征收事项请填写征收种类和是否涉及减免。', mend: '逐种填写征收的名称；可以减免的写明依据。',
    find: ({ taskType, levies }) => at('levies', taskType === '04' && (levies ?? []).length === 0),
  }),
  defineRule({
    id: 'entrusting-department', version: 1, group: 'guide', severity: 'warning', title: '受委托组织写明委托部门', basis: '《中华人民共和国行政许可法》第二十四条',
    message: '实施主体是受委托组织，没有写明委托它的部门。', mend: '填写委托部门的全称；不是受委托的，改正实施主体性质。',
    find: ({ departmentType, entrustingDepartmentName }) => at('entrustingDepartmentName', departmentType === '3' && (entrustingDepartmentName ?? '').trim() === ''),
  }),
  defineRule({
    id: 'remedies', version: 1, group: 'guide', severity: 'error', title: '行政复议和行政诉讼渠道已填写', basis: '《中华人民共和国行政许可法》第七条、第三十八条',
    message: '请填写行政复议和行政诉讼渠道。', mend: '写明向哪个机关申请复议、向哪个法院起诉和期限；公共服务事项不用填。',
    find: ({ taskType, reconsideration, litigation }) => at('reconsideration', taskType !== '20' && !((reconsideration ?? '').trim() && (litigation ?? '').trim())),
  }),
];
