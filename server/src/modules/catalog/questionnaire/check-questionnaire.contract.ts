import type { ItemElements, Questionnaire } from '../elements.contract.ts';
import { checkReferences, checkWords, type GuidedElements } from './check-references.contract.ts';
import { countWays, drawDiagram, findAnswersTo, type Diagram, type Outcome } from './diagram.contract.ts';
import type { QuestionnaireFault } from './questionnaire-fault.contract.ts';

export type { GuidedElements } from './check-references.contract.ts';

export interface QuestionnaireReport {
  /** Complete sets of answers. */
  readonly pathCount: number;
  readonly faults: QuestionnaireFault[];
}

type Steps = readonly { question: string; option: string }[];

/**
 * Proves a questionnaire when it is configured (GDE-02): references exist and look backwards, every complete set of answers
 * meets exactly one situation (mutually exclusive, complete, no dead end), every question, situation and conditional material is
 * reachable, and every situation ends in a form and materials. The flow that is walked holds every set of answers, so a pass is
 * a proof, not a sample. Pure: editors run it while they type, the server before anything is sent to review.
 */
export function checkQuestionnaire(elements: GuidedElements): QuestionnaireReport {
  const { questionnaire } = elements;
  const words = checkWords(questionnaire);
  const references = checkReferences(elements);
  if (references.length > 0) return { pathCount: 0, faults: [...references, ...words] };
  const diagram = drawDiagram(questionnaire.questions, questionnaire.situations);
  if (diagram === undefined) {
    const message = '问题组合过多，无法逐一核对，请拆分事项或减少问题。';
    return { pathCount: 0, faults: [{ code: 'too-many-paths', path: 'questions', message }, ...words] };
  }
  return { pathCount: countWays(diagram), faults: [...checkEnds(questionnaire, diagram), ...checkReach(elements, diagram), ...words, ...checkResults(elements)] };
}

/** The part of an item version that its guidance depends on; undefined when it has none. */
export function guidedPartOf({ questionnaire, materials, forms, handling, noMaterials }: ItemElements): GuidedElements | undefined {
  if (questionnaire === undefined) return undefined;
  return {
    questionnaire, formKeys: forms.map(({ key }) => key),
    materials: materials.map(({ key, name, when, situations }) => ({ key, name, ...(when ? { when } : {}), ...(situations ? { situations } : {}) })),
    ...(handling.mode === 'platform' ? { ends: { formKey: handling.formKey, noMaterials: noMaterials === true } } : {}),
  };
}

function checkEnds(questionnaire: Questionnaire, diagram: Diagram): QuestionnaireFault[] {
  const answersTo = findAnswersTo(diagram);
  return diagram.nodes.flatMap((node): QuestionnaireFault[] => {
    const answers = answersTo.get(node.id);
    if (node.kind !== 'end' || node.outcomes.length === 1 || answers === undefined) return [];
    const said = describe(questionnaire, answers);
    if (node.outcomes.length === 0) {
      const last = answers.at(-1);
      const path = last ? `questions.${last.question}.options.${last.option}` : 'situations';
      return [{ code: 'dead-end', path, message: `按“${said}”回答后没有对应情形，请补充情形。`, answers: [...answers] }];
    }
    const names = questionnaire.situations.filter(({ key }) => node.outcomes.includes(key)).map(({ name }) => name);
    return [{
      code: 'overlapping', path: `situations.${node.outcomes[0] ?? ''}`,
      message: `按“${said}”回答会同时落入情形“${names.join('”“')}”，情形必须互斥。`, answers: [...answers],
    }];
  });
}

function checkReach({ questionnaire: { questions, situations }, materials }: GuidedElements, { nodes }: Diagram): QuestionnaireFault[] {
  const asked = new Set(nodes.map((node) => (node.kind === 'question' ? node.question : '')));
  const met = new Set(nodes.flatMap((node) => (node.kind === 'end' ? node.outcomes : [])));
  return [
    ...questions.filter(({ key }) => !asked.has(key)).map(({ key, text }): QuestionnaireFault =>
      ({ code: 'never-asked', path: `questions.${key}`, message: `没有任何回答会问到问题“${text}”，请连接或删除。` })),
    ...situations.filter(({ key }) => !met.has(key)).map(({ key, name }): QuestionnaireFault =>
      ({ code: 'never-reached', path: `situations.${key}`, message: `没有任何回答能到达情形“${name}”，请连接或删除。` })),
    ...materials.filter((material) => !isEverNeeded(material, questions, situations)).map(({ key, name }): QuestionnaireFault =>
      ({ code: 'never-reached', path: `materials.${key}`, message: `没有任何回答需要材料“${name}”，请检查条件或删除。` })),
  ];
}

type Conditional = GuidedElements['materials'][number];

function isEverNeeded({ when, situations: limits }: Conditional, questions: Questionnaire['questions'], situations: Questionnaire['situations']): boolean {
  if (when === undefined && limits === undefined) return true;
  const needed: Outcome = { key: 'needed', ...(when ? { when } : {}) };
  const others = limits === undefined ? [] : situations.filter(({ key }) => limits.includes(key));
  // Too many to follow is no proof that it is never needed.
  const drawn = drawDiagram(questionsFor(questions, [needed, ...others]), [needed, ...others]);
  return drawn === undefined || drawn.nodes.some((node) => node.kind === 'end' && node.outcomes.includes('needed') && (limits === undefined || node.outcomes.length > 1));
}

/** The questions on whose answers some outcomes depend, directly or because one decides whether another is asked. */
function questionsFor(questions: Questionnaire['questions'], outcomes: readonly Outcome[]): Questionnaire['questions'] {
  const used = new Set(outcomes.flatMap(({ when }) => (when ?? []).map(({ question }) => question)));
  for (const { key, when } of questions.toReversed()) if (used.has(key)) for (const { question } of when ?? []) used.add(question);
  return questions.filter(({ key }) => used.has(key));
}

function checkResults({ questionnaire, materials, ends }: GuidedElements): QuestionnaireFault[] {
  if (ends === undefined) return [];
  const open = questionnaire.situations.filter(({ refused, handlingItemId }) => refused !== true && handlingItemId === undefined);
  return [
    ...(ends.formKey === undefined ? open.filter(({ formKey }) => formKey === undefined) : []).map(({ key, name }): QuestionnaireFault =>
      ({ code: 'no-form', path: `situations.${key}`, message: `情形“${name}”没有申请表单，申请人无法填写。` })),
    ...(ends.noMaterials ? [] : open.flatMap(({ key, name }): QuestionnaireFault[] => {
      const answers = findAnswersWithoutMaterials(questionnaire, materials, key);
      return answers === undefined ? []
        : [{ code: 'no-material', path: `situations.${key}`, answers: [...answers], message: `情形“${name}”按“${describe(questionnaire, answers)}”回答不需要任何材料；确实不需要的，在申请材料里选“无需材料”。` }];
    })),
  ];
}

function findAnswersWithoutMaterials({ questions, situations }: Questionnaire, materials: readonly Conditional[], situation: string): Steps | undefined {
  const listed = materials.filter(({ situations: limits }) => limits === undefined || limits.includes(situation));
  if (listed.some(({ when }) => when === undefined || when.length === 0)) return undefined;
  const needed = listed.map(({ key, when }): Outcome => ({ key: `material ${key}`, ...(when ? { when } : {}) }));
  const diagram = drawDiagram(questions, [...situations.filter(({ key }) => key === situation), ...needed]);
  const bare = diagram?.nodes.find((node) => node.kind === 'end' && node.outcomes.length === 1 && node.outcomes[0] === situation);
  return diagram && bare && findAnswersTo(diagram).get(bare.id);
}

function describe({ questions }: Questionnaire, answers: Steps): string {
  const texts = answers.flatMap(({ question, option }) => questions.find(({ key }) => key === question)?.options.find(({ key }) => key === option)?.text ?? []);
  return texts.join(' → ') || '无问题';
}
