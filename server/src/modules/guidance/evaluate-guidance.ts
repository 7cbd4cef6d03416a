import type { Context } from '../../kernel/context.ts';
import { getPinnedVersion, getPublishedItem, type PinnedVersion } from '../catalog/index.ts';
import type { Questionnaire } from '../catalog/contract.ts';
import type { GivenAnswer, GuidanceResult } from './contract.ts';
import { resolveSituation, type Resolution } from './resolve-situation.ts';
import { selectMaterials } from './select-materials.ts';

const noQuestions: Questionnaire = { questions: [], situations: [{ key: 'general', name: '通用情形', when: [], notes: [] }] };

/** The questions of a version; items without any have one general situation. */
export function questionnaireOf({ elements }: PinnedVersion): Questionnaire {
  return elements.questionnaire ?? noQuestions;
}

/**
 * Says where the answers lead in the item's published version, or in the one a case is pinned to.
 * @throws catalog.item-not-found, catalog.version-not-found
 */
export async function evaluateGuidance(
  ctx: Context, itemId: string, given: readonly GivenAnswer[], versionId?: string,
): Promise<GuidanceResult> {
  const version = versionId === undefined ? await getPublishedItem(ctx, itemId) : await getPinnedVersion(ctx, versionId);
  return guide(version, given);
}

/** The pure part: from a version and answers to the next question, or to situation, materials and form. */
export function guide(version: PinnedVersion, given: readonly GivenAnswer[]): GuidanceResult {
  const questionnaire = questionnaireOf(version);
  const resolution = resolveSituation(questionnaire, given);
  const { answers } = resolution;
  return {
    itemId: version.itemId, versionId: version.versionId,
    answers: [...answers].map(([question, option]) => ({ question, option })),
    progress: { answered: answers.size, remainingAtMost: resolution.kind === 'question' ? resolution.remainingAtMost : 0 },
    materials: selectMaterials(version.elements.materials, questionnaire, answers),
    ...outcomeOf(resolution, version),
  };
}

function outcomeOf(resolution: Resolution, { elements }: PinnedVersion): Pick<GuidanceResult, 'complete' | 'nextQuestion' | 'situation' | 'formKey' | 'notes'> {
  switch (resolution.kind) {
    case 'question':
      return { complete: false, nextQuestion: resolution.question, situation: null, formKey: null, notes: [] };
    case 'no-situation':
      return { complete: false, nextQuestion: null, situation: null, formKey: null, notes: ['没有与您的回答对应的情形，请到窗口咨询。'] };
    case 'situation': {
      const { key, name, refused, formKey, notes } = resolution.situation;
      return {
        complete: true, nextQuestion: null, situation: { key, name, refused: refused ?? false },
        formKey: formKey ?? elements.handling.formKey ?? null, notes,
      };
    }
  }
}
