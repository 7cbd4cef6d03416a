import { alternativesOf, conditionsHold, isNeeded, type Answers, type ApplicationMaterial, type Questionnaire } from '../catalog/contract.ts';
import type { NeededMaterial } from './results.contract.ts';

/**
 * The materials needed for the answers, in the order of the item, each with the answer or situation that makes it necessary.
 * A material without conditions is needed in every situation; one limited to situations only once there is one.
 */
export function selectMaterials(
  materials: readonly ApplicationMaterial[], questionnaire: Questionnaire, answers: Answers, situation: string | undefined,
): NeededMaterial[] {
  return materials
    .filter((material) => isNeeded(material, answers, situation))
    .map((material) => ({ material, reason: explain(material, questionnaire, answers) ?? explainSituation(material, questionnaire, situation) }));
}

/** Answers that mean nothing without their question, such as 是 and 否. */
const longestBareAnswer = 2;

function explain(material: ApplicationMaterial, questionnaire: Questionnaire, answers: Answers): string | null {
  const holding = alternativesOf(material.when).find((together) => conditionsHold(together.map(({ question, options }) => ({ question, options })), answers));
  const choices = (holding ?? []).flatMap(({ question: asked }) => {
    const question = questionnaire.questions.find(({ key }) => key === asked);
    const option = question?.options.find(({ key }) => key === answers.get(asked));
    if (!question || !option) return [];
    const subject = option.text.length <= longestBareAnswer ? `“${question.text.replace(/[？?]$/, '')}”` : '';
    return [`${subject}选择了“${option.text}”`];
  });
  return choices.length > 0 ? `因${choices.join('，')}` : null;
}

function explainSituation({ situations }: ApplicationMaterial, questionnaire: Questionnaire, situation: string | undefined): string | null {
  if (situations === undefined) return null;
  const name = questionnaire.situations.find(({ key }) => key === situation)?.name;
  return name === undefined ? null : `因属于“${name}”`;
}
