import type { QuestionnaireFault } from '../../contract.ts';
import { guidanceDigestOf } from '../../questionnaire/guidance-confirmations.ts';
import { checkQuestionnaire, guidedPartOf } from '../../questionnaire/check-questionnaire.contract.ts';
import { rememberByContent } from '../remember.ts';
import { at, basis, defineRule, type Hit, type QualityRule } from '../rule.ts';

const inspect = rememberByContent(guidedPartOf, (guided) => (guided === undefined ? [] : checkQuestionnaire(guided).faults));

type Code = QuestionnaireFault['code'];
type Words = readonly [code: Code, title: string, mend: string];

const words: readonly Words[] = [
  ['duplicate-key', '问题、选项和情形的标识不重复', '给重复的问题、选项或者情形换一个标识。'],
  ['unknown-question', '条件引用的问题存在', '在条件里重新选择问题，或者删除这个条件。'],
  ['unknown-option', '条件引用的选项存在', '在条件里重新选择选项，或者删除这个条件。'],
  ['later-question', '条件只引用前面的问题', '调整问题的先后，让被引用的问题排在前面。'],
  ['never-asked', '每个问题都有机会问到', '放宽这个问题的出现条件，或者删除它。'],
  ['overlapping', '情形互相排斥', '修改情形的条件，使每一种回答只落入一个情形。'],
  ['dead-end', '每一种回答都有情形', '为没有着落的回答增加情形，或者放宽已有情形的条件。'],
  ['never-reached', '每个情形和材料都有机会用到', '放宽它的条件，或者删除它。'],
  ['unknown-form', '情形使用的表单存在', '重新选择情形的表单。'],
  ['unknown-situation', '材料适用的情形存在', '重新选择这份材料适用的情形。'],
  ['unworded', '问题、选项和情形都写了内容', '补写问题、选项或者情形的名称；不需要的删除。'],
  ['repeated-option', '同一问题的选项各不相同', '改写相同的选项，使它们互相排斥；多余的删除。'],
  ['no-form', '每个情形都有申请表单', '给这个情形选择表单，或者在办理方式里选择默认的表单；不能办理的情形勾选“不在这里办理”。'],
  ['no-material', '每个情形都有申请材料', '勾选这个情形需要的材料；整个事项不要材料的，选“无需材料”。'],
  ['too-many-paths', '问题组合可以逐一核对', '减少问题，或者把事项拆成几个业务办理项。'],
];

/** 情形引导 (GDE-02): one rule a kind of fault, all found in one walk through the questions. */
export const guidanceRules: readonly QualityRule[] = [
  ...words.map(([code, title, mend]) => defineRule({
    id: `guidance-${code}`, version: 1, group: 'guidance', severity: 'error', title, basis: basis.platform, message: '{fault}', mend,
    find: (elements) => inspect(elements).filter((fault) => fault.code === code).map(({ path, message }) => ({ path: `questionnaire.${path}`, values: { fault: message } })),
  })),
  defineRule({
    id: 'situation-repeated', version: 1, group: 'guidance', severity: 'warning', title: '情形名称不重复', basis: basis.platform,
    message: '有不止一个情形叫“{name}”。', mend: '在名称里写出各个情形的差别。',
    find: ({ questionnaire }) => {
      const names = (questionnaire?.situations ?? []).map(({ name }) => name.trim());
      return (questionnaire?.situations ?? []).flatMap(({ key, name }, index) => at(`questionnaire.situations.${key}`, names.indexOf(name.trim()) < index, { name }));
    },
  }),
  defineRule({
    id: 'guidance-handling-item', version: 1, group: 'guidance', severity: 'error', title: '情形指向的业务办理项可以办理', basis: basis.platform,
    message: '情形“{situation}”指向的业务办理项{fault}。', mend: '重新选择本事项已发布的业务办理项，或者先发布它。',
    find: ({ questionnaire }, _parameters, { handlingItems }) => (questionnaire?.situations ?? []).flatMap(({ key, name, handlingItemId }): Hit[] => {
      if (handlingItems === undefined || handlingItemId === undefined) return [];
      const item = handlingItems.find(({ id }) => id === handlingItemId);
      const fault = item === undefined ? '不在本事项之下' : item.published ? undefined : `“${item.name}”还没有发布`;
      return fault === undefined ? [] : [{ path: `questionnaire.situations.${key}`, values: { situation: name, fault } }];
    }),
  }),
  defineRule({
    id: 'guidance-handling-item-open', version: 1, group: 'guidance', severity: 'warning', title: '情形都指明业务办理项', basis: basis.practice,
    message: '本事项有已发布的业务办理项，情形“{situation}”没有指明办理哪一个。', mend: '在情形里选择业务办理项；确实按实施清单办理的不用改。',
    find: ({ questionnaire }, _parameters, { handlingItems }) => (handlingItems?.some(({ published }) => published) ? questionnaire?.situations ?? [] : [])
      .filter(({ refused, handlingItemId }) => refused !== true && handlingItemId === undefined).map(({ key, name }) => ({ path: `questionnaire.situations.${key}`, values: { situation: name } })),
  }),
  defineRule({
    id: 'guidance-unconfirmed', version: 1, group: 'guidance', severity: 'warning', title: '情形引导经部门确认', basis: basis.practice,
    message: '现在的情形引导还没有经办理部门确认。', mend: '在情形引导页面送部门确认；城市要求必须确认的，把本规则设为错误。',
    find: (elements, _parameters, { guidanceConfirmed }) =>
      at('questionnaire', (elements.questionnaire?.questions.length ?? 0) > 0 && guidanceConfirmed !== undefined && !guidanceConfirmed(() => guidanceDigestOf(elements))),
  }),
];
