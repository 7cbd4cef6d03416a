import type { AnswerCondition, Questionnaire, QuestionnaireFault } from '../contract.ts';
import { conditionsHold, type Answers } from './answer-conditions.ts';
import { checkReferences, type GuidedElements } from './check-references.ts';

/** The most complete sets of answers that are walked; a questionnaire beyond it is refused as unreviewable. */
export const MAX_PATHS = 20_000;

export interface QuestionnaireReport {
  /** Complete sets of answers. */
  readonly pathCount: number;
  readonly faults: QuestionnaireFault[];
}

/**
 * Checks a questionnaire when it is configured (GDE-02): references exist and look backwards, and every complete set
 * of answers meets exactly one situation (mutually exclusive, complete, no dead end), and every situation and every
 * conditional material is reachable. Walks all paths, so a pass is a proof, not a sample.
 */
export function checkQuestionnaire(elements: GuidedElements): QuestionnaireReport {
  const references = checkReferences(elements);
  if (references.length > 0) return { pathCount: 0, faults: references };
  const paths = listQuestionnairePaths(elements.questionnaire);
  if (paths === undefined) {
    const message = `问题组合超过${MAX_PATHS}种，无法逐一核对，请拆分事项或减少问题。`;
    return { pathCount: MAX_PATHS, faults: [{ code: 'too-many-paths', path: 'questions', message }] };
  }
  return { pathCount: paths.length, faults: [...checkOutcomes(elements.questionnaire, paths), ...checkReach(elements, paths)] };
}

/** Every complete set of answers, or undefined when there are more than `MAX_PATHS`. */
export function listQuestionnairePaths({ questions }: Questionnaire): Answers[] | undefined {
  let paths: Answers[] = [new Map()];
  for (const question of questions) {
    const next: Answers[] = [];
    for (const path of paths) {
      if (!conditionsHold(question.when, path)) next.push(path);
      else for (const option of question.options) next.push(new Map([...path, [question.key, option.key]]));
      if (next.length > MAX_PATHS) return undefined;
    }
    paths = next;
  }
  return paths;
}

function checkOutcomes(questionnaire: Questionnaire, paths: readonly Answers[]): QuestionnaireFault[] {
  const faults = new Map<string, QuestionnaireFault>();
  for (const path of paths) {
    const hits = questionnaire.situations.filter(({ when }) => conditionsHold(when, path));
    if (hits.length === 1) continue;
    const key = hits.map((hit) => hit.key).join('+') || 'none';
    if (faults.has(key)) continue;
    faults.set(key, hits.length === 0
      ? { code: 'dead-end', path: 'situations', message: `按“${describe(questionnaire, path)}”回答后没有对应情形，请补充情形。` }
      : {
        code: 'overlapping', path: 'situations',
        message: `按“${describe(questionnaire, path)}”回答会同时落入情形“${hits.map(({ name }) => name).join('”“')}”，情形必须互斥。`,
      });
  }
  return [...faults.values()];
}

function checkReach({ questionnaire, materials }: GuidedElements, paths: readonly Answers[]): QuestionnaireFault[] {
  const reached = (when: readonly AnswerCondition[] | undefined) => paths.some((path) => conditionsHold(when, path));
  const asked = (key: string) => paths.some((path) => path.has(key));
  return [
    ...questionnaire.questions.filter(({ key }) => !asked(key)).map(({ key, text }): QuestionnaireFault =>
      ({ code: 'never-asked', path: `questions.${key}`, message: `问题“${text}”的出现条件永远不成立，请检查前置问题。` })),
    ...questionnaire.situations.filter(({ when }) => !reached(when)).map(({ key, name }): QuestionnaireFault =>
      ({ code: 'never-reached', path: `situations.${key}`, message: `没有任何回答能到达情形“${name}”，请检查条件或删除。` })),
    ...materials.filter(({ when }) => !reached(when)).map(({ key, name }): QuestionnaireFault =>
      ({ code: 'never-reached', path: `materials.${key}`, message: `没有任何回答需要材料“${name}”，请检查条件或删除。` })),
  ];
}

function describe({ questions }: Questionnaire, path: Answers): string {
  const texts = questions.flatMap(({ key, options }) => options.filter((option) => option.key === path.get(key)).map(({ text }) => text));
  return texts.join(' → ') || '无问题';
}
