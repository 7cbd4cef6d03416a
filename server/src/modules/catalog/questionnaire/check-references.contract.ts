import type { AnswerCondition, ApplicationMaterial, Question, Questionnaire } from '../elements.contract.ts';
import type { QuestionnaireFault } from './questionnaire-fault.contract.ts';

/** The parts of an item version that its guidance refers to. */
export interface GuidedElements {
  readonly questionnaire: Questionnaire;
  readonly materials: readonly Pick<ApplicationMaterial, 'key' | 'name' | 'when' | 'situations'>[];
  readonly formKeys: readonly string[];
  /** Set where every situation that is not refused must end in a form and materials: the form used unless a situation names another. */
  readonly ends?: { readonly formKey: string | undefined; readonly noMaterials: boolean };
}

/** Finds keys used twice and conditions that name something that does not exist or is asked later. */
export function checkReferences({ questionnaire, materials, formKeys }: GuidedElements): QuestionnaireFault[] {
  const { questions, situations } = questionnaire;
  return [
    ...duplicates('questions', questions),
    ...questions.flatMap((question) => duplicates(`questions.${question.key}.options`, question.options)),
    ...duplicates('situations', situations),
    ...questions.flatMap((question, index) =>
      checkConditions(`questions.${question.key}`, question.when, questions.slice(0, index), questions)),
    ...situations.flatMap(({ key, when }) => checkConditions(`situations.${key}`, when, questions, questions)),
    ...materials.flatMap(({ key, when }) => checkConditions(`materials.${key}`, when, questions, questions)),
    ...materials.flatMap(({ key, name, situations: limits }) => (limits ?? []).filter((limit) => !situations.some((situation) => situation.key === limit))
      .map((limit): QuestionnaireFault => ({ code: 'unknown-situation', path: `materials.${key}`, message: `材料“${name}”适用的情形“${limit}”不存在。` }))),
    ...situations.flatMap(({ key, name, formKey }): QuestionnaireFault[] => formKey === undefined || formKeys.includes(formKey) ? []
      : [{ code: 'unknown-form', path: `situations.${key}`, message: `情形“${name}”使用的表单“${formKey}”不存在。` }]),
  ];
}

/** Finds questions, options and situations that were begun and not worded, and options that say the same. */
export function checkWords({ questions, situations }: Questionnaire): QuestionnaireFault[] {
  const unworded = (path: string, message: string): QuestionnaireFault => ({ code: 'unworded', path, message });
  const blank = (text: string): boolean => text.trim() === '';
  return [
    ...questions.flatMap(({ key, text, options }, index) => [
      ...(blank(text) ? [unworded(`questions.${key}`, `第 ${index + 1} 个问题没有写问什么。`)] : []),
      ...options.filter((option, at) => !blank(option.text) && options.findIndex((other) => other.text.trim() === option.text.trim()) < at).map((option): QuestionnaireFault =>
        ({ code: 'repeated-option', path: `questions.${key}.options.${option.key}`, message: `问题“${text}”有两个选项都是“${option.text}”，申请人分不清该选哪个。` })),
      ...options.flatMap((option, at) => (blank(option.text) ? [unworded(`questions.${key}.options.${option.key}`, `问题“${text}”的第 ${at + 1} 个选项没有写内容。`)] : [])),
    ]),
    ...situations.flatMap(({ key, name }, index) => (blank(name) ? [unworded(`situations.${key}`, `第 ${index + 1} 个情形没有名称。`)] : [])),
  ];
}

function duplicates(path: string, entries: readonly { key: string }[]): QuestionnaireFault[] {
  const seen = new Set<string>();
  return entries.flatMap(({ key }): QuestionnaireFault[] => {
    if (!seen.has(key)) { seen.add(key); return []; }
    return [{ code: 'duplicate-key', path: `${path}.${key}`, message: `标识“${key}”重复，请改为不同的标识。` }];
  });
}

function checkConditions(
  path: string, conditions: readonly AnswerCondition[] | undefined, before: readonly Question[], all: readonly Question[],
): QuestionnaireFault[] {
  return (conditions ?? []).flatMap(({ question, options }): QuestionnaireFault[] => {
    // Never holds, whatever it names.
    if (options.length === 0) return [];
    const target = before.find(({ key }) => key === question);
    if (target === undefined) {
      return all.some(({ key }) => key === question)
        ? [{ code: 'later-question', path, message: `条件引用了排在后面的问题“${question}”，请调整问题顺序。` }]
        : [{ code: 'unknown-question', path, message: `条件引用的问题“${question}”不存在。` }];
    }
    return options.filter((option) => !target.options.some(({ key }) => key === option)).map((option) =>
      ({ code: 'unknown-option', path, message: `问题“${target.text}”没有选项“${option}”。` }));
  });
}
