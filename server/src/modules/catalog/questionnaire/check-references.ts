import type { AnswerCondition, ApplicationMaterial, Question, Questionnaire, QuestionnaireFault } from '../contract.ts';

/** The parts of an item version that its guidance refers to. */
export interface GuidedElements {
  readonly questionnaire: Questionnaire;
  readonly materials: readonly Pick<ApplicationMaterial, 'key' | 'name' | 'when'>[];
  readonly formKeys: readonly string[];
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
    ...situations.flatMap(({ key, name, formKey }): QuestionnaireFault[] => formKey === undefined || formKeys.includes(formKey) ? []
      : [{ code: 'unknown-form', path: `situations.${key}`, message: `情形“${name}”使用的表单“${formKey}”不存在。` }]),
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
