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

function explain(material: ApplicationMaterial, questionnaire: Questionnaire, answers: Answers): string | null {
  const texts = (material.when ?? []).flatMap(({ question }) => {
    const option = questionnaire.questions.find(({ key }) => key === question)?.options.find(({ key }) => key === answers.get(question));
    return option ? [option.text] : [];
  });
  return texts.length > 0 ? `因选择了“${texts.join('”“')}”` : null;
}
