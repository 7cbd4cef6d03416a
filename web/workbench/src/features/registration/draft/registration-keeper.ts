import { mergeAnswers } from '@tongban/form-model';
import type { MergeChoice } from '@tongban/server/src/modules/catalog/contract.ts';
import { getDraft, saveDraft, type Draft, type PrefillAnswer } from '@tongban/server/src/modules/intake/contract.ts';
import { api } from '../../../shared/api.ts';
import { DraftKeeper, mergeWhole, type Stored } from '../../../shared/draft/draft-keeper.ts';
import { contentOf, entriesOf, materialsOf, mergeMaterials, withMaterial, type DraftContent, type GivenMaterial } from './draft-content.ts';

function stored(draft: Draft): Stored<DraftContent, never> {
  return { value: contentOf(draft), revision: draft.revision, findings: [], savedAt: draft.updatedAt, savedByName: null, editable: draft.caseId === null };
}

/** Form and materials are changed apart from each other: the applicant may take a shared licence back while the form is typed. */
function mergeParts(base: DraftContent, theirs: DraftContent, mine: DraftContent, choose: (path: 'content') => MergeChoice): { value: DraftContent; conflicts: readonly 'content'[] } {
  const answers = mergeWhole(base.answers, theirs.answers, mine.answers, choose);
  const materials = mergeWhole(base.materials, theirs.materials, mine.materials, choose);
  return { value: { answers: answers.value, materials: materials.value }, conflicts: answers.conflicts.length > 0 ? answers.conflicts : materials.conflicts };
}

/** Keeps a registration as it is typed; when it was changed elsewhere, somebody decides which of the two contents stays. */
export class RegistrationKeeper extends DraftKeeper<DraftContent, never, 'content'> {
  constructor(draft: Draft) {
    const at = { params: { draftId: draft.id } };
    super(stored(draft), {
      name: `draft.${draft.id}`,
      overtaken: ['intake.draft-stale', 'intake.draft-submitted'],
      read: async () => stored(await api.call(getDraft, at)),
      save: async (revision, { answers, materials }) => {
        const saved = await api.call(saveDraft, { ...at, body: { revision, answers: { ...answers }, materials: entriesOf(materials) } });
        return { revision: saved.revision, savedAt: saved.savedAt, findings: [] };
      },
      merge: mergeParts,
    });
  }

  get content(): DraftContent { return this.value; }

  fill(answers: DraftContent['answers']): void {
    this.change({ ...this.value, answers }, 'answers');
  }

  /** Has the server fill answers in; what is typed until it answers stays. Undefined when the draft could not be saved before. */
  async fillIn<A extends PrefillAnswer>(ask: (revision: number) => Promise<A>): Promise<A | undefined> {
    let answer: A | undefined;
    await this.exchange(async (revision) => {
      const { materials } = this.value;
      answer = await ask(revision);
      return { ...answer, value: { answers: answer.answers, materials } };
    }, (before, theirs, mine) => ({ ...mine, answers: mergeAnswers(before.answers, theirs.answers, mine.answers) }));
    return answer;
  }

  /** Has the server put materials in or take them out; what is typed until it answers stays. Undefined when the draft could not be saved before. */
  async takeIn<A extends { revision: number; savedAt: string; materials: Draft['materials'] }>(ask: (revision: number) => Promise<A>): Promise<A | undefined> {
    let answer: A | undefined;
    await this.exchange(async (revision) => {
      const { answers } = this.value;
      answer = await ask(revision);
      return { revision: answer.revision, savedAt: answer.savedAt, value: { answers, materials: materialsOf(answer.materials) } };
    }, (before, theirs, mine) => ({ answers: mine.answers, materials: mergeMaterials(before.materials, theirs.materials, mine.materials) }));
    return answer;
  }

  /** Changes what is given for a material, in the content as it is by then: an upload ends when much else has been typed. */
  give(key: string, change: Partial<GivenMaterial>): void {
    this.change({ ...this.value, materials: withMaterial(this.value.materials, key, change) }, key);
  }
}
