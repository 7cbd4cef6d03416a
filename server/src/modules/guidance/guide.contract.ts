import type { ItemElements, Questionnaire } from '../catalog/contract.ts';
import { resolveSituation, type Resolution } from './resolve-situation.contract.ts';
import type { GivenAnswer, GuidanceResult } from './results.contract.ts';
import { selectMaterials } from './select-materials.contract.ts';

/** A version as it is stored, or as an editor has it before it is saved. */
interface GuidedVersion { readonly itemId: string; readonly versionId: string; readonly elements: ItemElements }

const noQuestions: Questionnaire = { questions: [], situations: [{ key: 'general', name: '通用情形', when: [], notes: [] }] };

/** The questions of a version; items without any have one general situation. */
export function questionnaireOf({ elements }: Pick<GuidedVersion, 'elements'>): Questionnaire {
  return elements.questionnaire ?? noQuestions;
}

/** The pure part: from a version and answers to the next question, or to situation, materials and form. */
export function guide(version: GuidedVersion, given: readonly GivenAnswer[]): GuidanceResult {
  const questionnaire = questionnaireOf(version);
  const resolution = resolveSituation(questionnaire, given);
  const { answers } = resolution;
  return {
    itemId: version.itemId, versionId: version.versionId,
    answers: [...answers].map(([question, option]) => ({ question, option })),
    progress: { answered: answers.size, remainingAtMost: resolution.kind === 'question' ? resolution.remainingAtMost : 0 },
    materials: selectMaterials(version.elements.materials, questionnaire, answers, resolution.kind === 'situation' ? resolution.situation.key : undefined),
    ...outcomeOf(resolution, version),
  };
}

function outcomeOf(resolution: Resolution, { elements }: GuidedVersion): Pick<GuidanceResult, 'complete' | 'nextQuestion' | 'situation' | 'formKey' | 'notes'> {
  switch (resolution.kind) {
    case 'question':
      return { complete: false, nextQuestion: resolution.question, situation: null, formKey: null, notes: [] };
    case 'no-situation':
      return { complete: false, nextQuestion: null, situation: null, formKey: null, notes: ['没有与您的回答对应的情形，请到窗口咨询。'] };
    case 'situation': {
      const { key, name, refused, formKey, notes, handlingItemId } = resolution.situation;
      return {
        complete: true, nextQuestion: null, situation: { key, name, refused: refused ?? false, ...(handlingItemId === undefined ? {} : { handlingItemId }) },
        formKey: formKey ?? elements.handling.formKey ?? null, notes,
      };
    }
  }
}
