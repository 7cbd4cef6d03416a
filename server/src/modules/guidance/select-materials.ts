import type { ApplicationMaterial, Questionnaire } from '../catalog/contract.ts';
import { conditionsHold, type Answers } from '../catalog/index.ts';
import type { NeededMaterial } from './contract.ts';

/**
 * The materials needed for the answers, in the order of the item, each with the answer that makes it necessary.
 * A material without conditions is needed in every situation.
 */
export function selectMaterials(
  materials: readonly ApplicationMaterial[], questionnaire: Questionnaire, answers: Answers,
): NeededMaterial[] {
  return materials
    .filter(({ when }) => conditionsHold(when, answers))
    .map((material) => ({ material, reason: explain(material, questionnaire, answers) }));
}

/** Answers that mean nothing without their question, such as 是 and 否. */
const longestBareAnswer = 2;

function explain(material: ApplicationMaterial, questionnaire: Questionnaire, answers: Answers): string | null {
  const choices = (material.when ?? []).flatMap(({ question: asked }) => {
    const question = questionnaire.questions.find(({ key }) => key === asked);
    const option = question?.options.find(({ key }) => key === answers.get(asked));
    if (!question || !option) return [];
    const subject = option.text.length <= longestBareAnswer ? `“${question.text.replace(/[？?]$/, '')}”` : '';
    return [`${subject}选择了“${option.text}”`];
  });
  return choices.length > 0 ? `因${choices.join('，')}` : null;
}
