import type { AutomationModel, Finder, InputMapping, PointAnswer, SettingContent } from '../../modules/decisioning/contract.ts';

/** An item of the demonstration city with how the platform acts on it. */
export interface SeedAutomation { readonly itemKey: string; readonly model: AutomationModel; readonly content: SettingContent }

type Source = Omit<InputMapping, 'input'>;
const fieldOf = (source: string): Source => ({ kind: 'field', source });
const applicant = (source: string): Source => ({ kind: 'applicant', source });
const age = applicant('age');
const guidance = (source: string): Source => ({ kind: 'guidance', source });
const held = (source: string): Source => ({ kind: 'licence', source, attribute: 'held' });

const formComplete: PointAnswer = { materialKey: 'application-form', pointKey: 'complete', by: 'covered', reason: '申请表各栏必填并按规则校验，姓名、证件号码取自实名信息。' };
const fromRules = { by: 'rule', decision: '办理方式', value: '自动办理' } as const;
const byRules = (pointKey: string, materialKey = 'application-form'): PointAnswer => ({ materialKey, pointKey, ...fromRules });
const conditionByRules = (pointKey: string): PointAnswer => ({ pointKey, ...fromRules });

interface Sketch { inputs: Readonly<Record<string, Source>>; points?: PointAnswer[]; rules?: string; sampleShare?: number; channels?: SettingContent['channels']; finder?: Finder }

function automation(itemKey: string, model: AutomationModel, { inputs, points = [formComplete], rules = itemKey, sampleShare = 10, channels = ['portal', 'mobile', 'window', 'kiosk'], finder }: Sketch): SeedAutomation {
  return {
    itemKey, model, content: {
      ruleSetCode: rules, conclusion: { decision: '办理方式', value: '自动办理' }, problems: '问题清单', inputs: Object.entries(inputs).map(([input, source]) => ({ input, ...source })), points,
      capabilities: ['pre-check', 'form', 'applicant', 'licences', 'single-case'], channels, sampleShare, reviewDays: 5, ...(finder ? { finder } : {}),
    },
  };
}

/** Documents are uploaded here, so the platform advises and people decide. */
const advised = (itemKey: string, model: 'pre-check' | 'assisted', rules: string, inputs: Sketch['inputs'], points: PointAnswer[] = []): SeedAutomation =>
  automation(itemKey, model, { rules, inputs, points });

/** 智能审批事项 of the demonstration city: ten that the platform decides, nine of them without materials, and ten that it helps with. */
export const seedAutomation: readonly SeedAutomation[] = [
  automation('employment-record', 'automatic', { inputs: { 年龄: age, 就业形式: fieldOf('work') } }),
  automation('unemployment-record', 'automatic', { inputs: { 年龄: age, 从业情况: fieldOf('now'), 求职要求: fieldOf('wish') } }),
  automation('job-seeker-record', 'automatic', { inputs: { 年龄: age } }),
  automation('rights-notice', 'automatic', { inputs: { 本人申请: applicant('self-filed'), 参保地: fieldOf('place') } }),
  automation('business-suspension', 'automatic', { inputs: { 歇业原因: fieldOf('cause'), 歇业月数: fieldOf('months'), 与职工协商: fieldOf('staff') }, sampleShare: 30 }),
  automation('liaison-filing', 'automatic', { inputs: { 联络员证件号码: fieldOf('liaisonId'), 申请日期: { kind: 'date', source: 'submitted-on' } } }),
  automation('name-declaration', 'automatic', { inputs: { 企业名称: fieldOf('proposedName') }, sampleShare: 20 }),
  automation('licence-replacement', 'automatic', { inputs: { 声明作废: fieldOf('announced') }, sampleShare: 30 }),
  automation('elderly-card', 'proactive', {
    inputs: { 年龄: age }, points: [formComplete, byRules('form-1')],
    finder: { kind: 'age-reached', age: 60, guidance: [], answers: [{ field: 'receive', value: '电子证' }], purpose: '查找年满60周岁、还没有优待证的老年人，主动提示申领', legalBasis: '《中华人民共和国老年人权益保障法》第五十三条' },
  }),
  automation('residence-endorsement', 'proactive', {
    inputs: { 持有居住证: held('residence-permit'), 居住地址: fieldOf('same'), 连续居住: fieldOf('continuous'), 材料免交: { kind: 'materials', source: 'all-known' } },
    points: [formComplete, byRules('match', 'residence-permit')],
    finder: {
      kind: 'licence-expiring', licenceType: 'residence-permit', days: 30, guidance: [], answers: [{ field: 'same', value: '没有变化' }, { field: 'continuous', value: '连续居住' }],
      purpose: '查找一个月内到期的居住证，提示持有人签注', legalBasis: '《居住证暂行条例》第十条',
    },
  }),
  advised('elderly-allowance', 'assisted', 'elderly-allowance-form', { 年龄: age, 户籍地: fieldOf('household') }, [formComplete, byRules('age'), conditionByRules('age')]),
  advised('labour-dispatch-licence', 'assisted', 'labour-dispatch-form', { 实缴注册资本: fieldOf('paidInCapital'), 场所面积: fieldOf('premisesArea') }, [formComplete, byRules('capital')]),
  advised('nurse-registration', 'assisted', 'nurse-registration-form', { 年龄: age, 实习月数: fieldOf('internshipMonths') }),
  advised('disabled-allowance', 'assisted', 'disabled-allowance-form', { 申请补贴: guidance('allowance'), 残疾等级: fieldOf('disabilityLevel') }, [formComplete, byRules('form-1')]),
  advised('hard-to-employ', 'assisted', 'hard-to-employ-form', { 人员类别: guidance('kind'), 年龄: age, 性别: applicant('sex') }, [formComplete]),
  advised('employment-agency', 'assisted', 'employment-agency-form', { 专职人员: fieldOf('staffCount'), 场所面积: fieldOf('siteArea') }, [formComplete]),
  advised('association-registration', 'assisted', 'association-form', { 个人会员: fieldOf('personalMembers'), 单位会员: fieldOf('unitMembers'), 活动资金: fieldOf('funds') }, [formComplete, byRules('form-1')]),
  advised('unemployment-benefit', 'pre-check', 'unemployment-benefit-form', { 年龄: age, 持失业登记: held('unemployment-record') }),
  advised('flexible-insurance', 'pre-check', 'flexible-insurance-form', { 年龄: age }),
  advised('social-security-card', 'pre-check', 'social-card-form', { 年龄: age, 为谁办理: guidance('who') }),
];
