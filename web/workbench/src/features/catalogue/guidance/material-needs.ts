import { drawDiagram, type ApplicationMaterial, type Questionnaire, type Situation } from '@tongban/server/src/modules/catalog/contract.ts';

/** In a situation a material is needed whatever the answers, by some of them alone, or not at all. */
export type Need = 'always' | 'by-answer' | 'never';

/** Whether a material is needed in a situation, by all sets of answers that lead to it. */
export function needIn({ questions }: Questionnaire, { when, situations }: ApplicationMaterial, situation: Situation): Need {
  if (situations !== undefined && !situations.includes(situation.key)) return 'never';
  if (when === undefined || when.length === 0) return 'always';
  const diagram = drawDiagram(questions, [{ key: 'here', when: situation.when }, { key: 'needed', when }]);
  const here = (diagram?.nodes ?? []).flatMap((node) => (node.kind === 'end' && node.outcomes.includes('here') ? [node.outcomes.includes('needed')] : []));
  // What is too tangled to follow is left to the material's own conditions, and so is a situation that nothing leads to yet.
  if (here.length === 0) return 'by-answer';
  return here.every(Boolean) ? 'always' : here.some(Boolean) ? 'by-answer' : 'never';
}

/**
 * Needs a material in a situation, or no longer. It is then limited to the situations by name; undefined when answers decide it
 * in some other situation, so that its own conditions have to be changed instead.
 */
export function withNeed(questionnaire: Questionnaire, material: ApplicationMaterial, key: string, needed: boolean): ApplicationMaterial | undefined {
  const needs = questionnaire.situations.map((situation) => [situation.key, needIn(questionnaire, material, situation)] as const);
  const { situations: _limits, when: _when, ...rest } = material;
  // Taking one away needs no change of the conditions.
  const limited = needs.filter(([one, need]) => need !== 'never' && one !== key).map(([one]) => one);
  if (!needed) return { ...material, situations: limited };
  if (needs.some(([one, need]) => one !== key && need === 'by-answer')) return undefined;
  const asked = questionnaire.situations.map((situation) => situation.key).filter((one) => one === key || limited.includes(one));
  return asked.length === questionnaire.situations.length ? rest : { ...rest, situations: asked };
}
