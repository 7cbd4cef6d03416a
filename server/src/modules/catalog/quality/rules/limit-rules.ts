import { at, basis, defineRule, integer, type QualityRule } from '../rule.ts';

const { practice } = basis;

/** 办件类型、法定时限、承诺时限、特别程序. */
export const limitRules: readonly QualityRule[] = [
  defineRule({
    id: 'project-type', version: 1, group: 'guide', severity: 'error', title: '办件类型已选择', basis: basis.standard,
    message: '请选择办件类型（即办件或承诺件）。', mend: '当场可以办结的选“即办件”，需要几个工作日的选“承诺件”。',
    find: ({ projectType }) => at('projectType', projectType === undefined),
  }),
  defineRule({
    id: 'legal-limit', version: 1, group: 'guide', severity: 'error', title: '法定办结时限已填写', basis: '《中华人民共和国行政许可法》第四十二条',
    message: '请填写法定办结时限。', mend: '填写法律、法规规定的天数；没有规定的行政许可为 20 个工作日。',
    find: ({ legalLimit }) => at('legalLimit', legalLimit === undefined),
  }),
  defineRule({
    id: 'promised-limit', version: 1, group: 'guide', severity: 'error', title: '承诺办结时限已填写', basis: basis.standard,
    message: '请填写承诺办结时限。', mend: '填写本部门承诺的工作日数；即办件填 0。',
    find: ({ promisedLimit }) => at('promisedLimit', promisedLimit === undefined),
  }),
  defineRule({
    id: 'immediate', version: 2, group: 'guide', severity: 'error', title: '承诺当场办结的是即办件，即办件当场办结', basis: practice,
    message: '{fault}', mend: '让承诺办结时限与办件类型一致：即办件为 0，承诺件大于 0。',
    find: ({ projectType, promisedLimit }) => promisedLimit === undefined || projectType === undefined ? [] : [
      ...at('projectType', promisedLimit.days === 0 && projectType !== '1', { fault: '承诺当场办结的事项，办件类型应为即办件。' }),
      ...at('promisedLimit', promisedLimit.days > 0 && projectType === '1', { fault: '即办件的承诺时限应为 0（当场办结）。' }),
    ],
  }),
  defineRule({
    id: 'immediate-special', version: 1, group: 'guide', severity: 'warning', title: '即办件没有特别程序', basis: practice,
    message: '即办件一般没有特别程序，请核对。', mend: '删除特别程序，或者把办件类型改为承诺件。',
    find: ({ projectType, specialProcedures }) => at('specialProcedures', projectType === '1' && specialProcedures.length > 0),
  }),
  defineRule({
    id: 'promise-within-law', version: 1, group: 'guide', severity: 'error', title: '承诺时限不长于法定时限', basis: '《中华人民共和国行政许可法》第四十二条',
    message: '承诺时限 {promised} 长于法定时限 {legal}，请改短。', mend: '把承诺办结时限改为不长于法定办结时限。',
    find: ({ promisedLimit, legalLimit }) => promisedLimit === undefined || legalLimit === undefined ? []
      : at('promisedLimit', promisedLimit.unit === legalLimit.unit && promisedLimit.days > legalLimit.days, { promised: promisedLimit.days, legal: legalLimit.days }),
  }),
  defineRule({
    id: 'same-unit', version: 1, group: 'guide', severity: 'warning', title: '承诺时限与法定时限单位相同', basis: practice,
    message: '承诺时限与法定时限的单位不同，请统一为工作日。', mend: '两个时限都用工作日，压缩了多少才能比较。',
    find: ({ promisedLimit, legalLimit }) => at('promisedLimit', promisedLimit !== undefined && legalLimit !== undefined && promisedLimit.unit !== legalLimit.unit),
  }),
  defineRule({
    id: 'promise-in-working-days', version: 1, group: 'guide', severity: 'warning', title: '行政许可的承诺时限以工作日计', basis: '《中华人民共和国行政许可法》第八十二条',
    message: '行政许可的期限以工作日计算，承诺时限用的是自然日。', mend: '把承诺办结时限的单位改为工作日。',
    find: ({ taskType, promisedLimit, legalLimit }) =>
      at('promisedLimit', taskType === '01' && promisedLimit?.unit === 'calendar-day' && legalLimit?.unit === 'calendar-day'),
  }),
  defineRule({
    id: 'long-legal-limit', version: 1, group: 'guide', severity: 'warning', title: '法定时限超过一般规定的，写明出处', basis: '《中华人民共和国行政许可法》第四十二条',
    message: '法定时限 {days} 个工作日长于一般规定的 {most} 个工作日，没有说明依据。', mend: '在法定办结时限的说明里写出规定它的法律、法规和条款。',
    parameters: { most: integer('一般规定的工作日数', 20, 1, 365) },
    find: ({ taskType, legalLimit }, { most }) => at('legalLimit',
      taskType === '01' && legalLimit?.unit === 'working-day' && legalLimit.days > most && (legalLimit.explanation ?? '').trim() === '', { days: legalLimit?.days ?? 0, most }),
  }),
  defineRule({
    id: 'plan-dates', version: 1, group: 'guide', severity: 'error', title: '计划取消日期晚于计划生效日期', basis: basis.standard,
    message: '计划取消日期应晚于计划生效日期。', mend: '改正其中写错的日期；没有取消计划的，清空计划取消日期。',
    find: ({ planEffectiveDate, planCancelDate }) =>
      at('planCancelDate', planEffectiveDate !== undefined && planCancelDate !== undefined && planEffectiveDate > planCancelDate),
  }),
];
