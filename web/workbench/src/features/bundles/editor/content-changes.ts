import type { BundleContent, BundleItem, GivenItemAnswer } from '@tongban/server/src/modules/bundles/contract.ts';
import type { AnswerCondition, Question } from '@tongban/server/src/modules/catalog/contract.ts';

/** A key that no other has: `question-3`. */
export function freeKey(prefix: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}

/** The list with one entry moved; unchanged at its ends. */
export function moved<T>(list: readonly T[], at: number, step: -1 | 1): T[] {
  const to = at + step;
  const [one, other] = [list[at], list[to]];
  if (one === undefined || other === undefined) return [...list];
  return list.map((entry, index) => (index === at ? other : index === to ? one : entry));
}

/** Conditions without what refers to a question, or to one of its options; a condition that is left without options goes. */
function without(when: readonly AnswerCondition[], question: string, option?: string): AnswerCondition[] {
  return when.flatMap((condition) => {
    if (condition.question !== question) return [condition];
    const options = option === undefined ? [] : condition.options.filter((one) => one !== option);
    return options.length === 0 ? [] : [{ ...condition, options }];
  });
}

function cleanAnswers(answers: readonly GivenItemAnswer[], question: string, option?: string): GivenItemAnswer[] {
  // An answer that was given under a condition only must not become one that is always given.
  return answers.flatMap((answer) => {
    const when = without(answer.when, question, option);
    return when.length < answer.when.length ? [] : [{ ...answer, when }];
  });
}

/** Removes a question, or one of its options, with everything that refers to it. */
export function removeFromQuestions(content: BundleContent, question: string, option?: string): BundleContent {
  const questions = option === undefined
    ? content.questions.filter(({ key }) => key !== question)
    : content.questions.map((one) => (one.key === question ? { ...one, options: one.options.filter(({ key }) => key !== option) } : one));
  return {
    ...content,
    questions: questions.map((one) => withWhen(one, without(one.when ?? [], question, option))),
    items: content.items.map((item) => ({ ...item, when: without(item.when, question, option), answers: cleanAnswers(item.answers, question, option) })),
  };
}

/** How many conditions and answers of items refer to a question. */
export function countUses({ items }: BundleContent, question: string): number {
  const refers = (when: readonly AnswerCondition[]) => when.some((condition) => condition.question === question);
  return items.filter(({ when, answers }) => refers(when) || answers.some((answer) => refers(answer.when))).length;
}

/** A question with its conditions; none are left out. */
export function withWhen(question: Question, when: readonly AnswerCondition[]): Question {
  const { when: _before, ...rest } = question;
  return when.length === 0 ? rest : { ...rest, when: [...when] };
}

/** Removes an item with everything that refers to it. */
export function removeItem(content: BundleContent, key: string): BundleContent {
  const left = <R extends { item: string }>(refs: readonly R[]) => refs.filter(({ item }) => item !== key);
  return {
    ...content,
    items: content.items.filter((item) => item.key !== key).map((item) => ({ ...item, dependsOn: item.dependsOn.filter((one) => one !== key) })),
    sharedFields: content.sharedFields.map((shared) => ({ ...shared, fields: left(shared.fields) })).filter(({ fields }) => fields.length > 1),
    separateFields: left(content.separateFields),
    sharedMaterials: content.sharedMaterials.map((shared) => ({ ...shared, materials: left(shared.materials) })).filter(({ materials }) => materials.length > 1),
  };
}

/** How the bundle answers one question of an item. */
export type AnswerWay =
  | { readonly kind: 'none' }
  | { readonly kind: 'fixed'; readonly option: string }
  | { readonly kind: 'mapped'; readonly by: string; readonly options: Readonly<Record<string, string>> }
  | { readonly kind: 'custom' };

/** Reads the way in which a question is answered out of the answers given to it. */
export function readWay(answers: readonly GivenItemAnswer[], question: string): AnswerWay {
  const own = answers.filter((answer) => answer.question === question);
  const [first] = own;
  if (!first) return { kind: 'none' };
  if (own.length === 1 && first.when.length === 0) return { kind: 'fixed', option: first.option };
  const by = first.when[0]?.question;
  if (by === undefined || !own.every(({ when }) => when.length === 1 && when[0]?.question === by)) return { kind: 'custom' };
  return { kind: 'mapped', by, options: Object.fromEntries(own.flatMap(({ option, when }) => (when[0]?.options ?? []).map((given) => [given, option]))) };
}

/** The answers of an item with one question answered in another way. */
export function writeWay(answers: readonly GivenItemAnswer[], question: string, way: Exclude<AnswerWay, { kind: 'custom' }>): GivenItemAnswer[] {
  const others = answers.filter((answer) => answer.question !== question);
  if (way.kind === 'none') return others;
  if (way.kind === 'fixed') return [...others, { question, option: way.option, when: [] }];
  const byOption = new Map<string, string[]>();
  for (const [given, option] of Object.entries(way.options)) byOption.set(option, [...byOption.get(option) ?? [], given]);
  return [...others, ...[...byOption].map(([option, options]) => ({ question, option, when: [{ question: way.by, options }] }))];
}

/** Answers of the questionnaire that say the same as options of an item's question: the same key, or the same words. */
export function matchOptions(asked: Question, answered: Question): Record<string, string> {
  return Object.fromEntries(asked.options.flatMap(({ key, text }) => {
    const same = answered.options.find((option) => option.key === key) ?? answered.options.find((option) => option.text.trim() === text.trim());
    return same ? [[key, same.key]] : [];
  }));
}

/** Conditions on an item's own answers, said by the questions of the bundle that give those answers; what is always given needs none. */
function translate(when: readonly AnswerCondition[], answers: readonly GivenItemAnswer[]): AnswerCondition[] {
  return when.flatMap(({ question, options }) => {
    const way = readWay(answers, question);
    if (way.kind !== 'mapped') return [];
    const given = Object.entries(way.options).filter(([, option]) => options.includes(option)).map(([one]) => one);
    return given.length === 0 ? [] : [{ question: way.by, options: given }];
  });
}

/** Puts a question of an item into the questionnaire and lets it answer the item; asked only when the item would ask it. */
export function adoptQuestion(content: BundleContent, itemKey: string, question: Question): BundleContent {
  const item = content.items.find(({ key }) => key === itemKey);
  if (!item) return content;
  const taken = content.questions.map(({ key }) => key);
  const key = taken.includes(question.key) ? freeKey(question.key, taken) : question.key;
  const when = [...item.when, ...translate(question.when ?? [], item.answers).filter((condition) => !item.when.some((one) => one.question === condition.question))];
  const adopted = withWhen({ ...question, key, options: question.options.map((option) => ({ ...option })) }, when);
  const options = Object.fromEntries(question.options.map((option) => [option.key, option.key]));
  return {
    ...content, questions: [...content.questions, adopted],
    items: content.items.map((one): BundleItem => (one.key === itemKey ? { ...one, answers: writeWay(one.answers, question.key, { kind: 'mapped', by: key, options }) } : one)),
  };
}
