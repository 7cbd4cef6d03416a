import { isSame, type MergeChoice, type MergeConflict } from '@tongban/server/src/modules/catalog/contract.ts';
import { editProcessDraft, getProcessDraft, referenceProblemCodes, type ProcessDraft, type ProcessProblem } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import { api } from '../../../shared/api.ts';
import { DraftKeeper, type Stored } from '../../../shared/draft/draft-keeper.ts';
import { text } from '../text.ts';

/** What is written in a draft. */
export interface Drawn {
  readonly xml: string;
  readonly note: string;
}

/** What only the server can tell: whatever the diagram names and is kept elsewhere. */
function referenceProblems({ problems }: ProcessDraft): ProcessProblem[] {
  return problems.filter(({ code }) => referenceProblemCodes.has(code));
}

function stored(draft: ProcessDraft): Stored<Drawn, ProcessProblem> {
  const { xml, note, revision, updatedAt, updatedByName, abilities } = draft;
  return { value: { xml, note }, revision, findings: referenceProblems(draft), savedAt: updatedAt, savedByName: updatedByName, editable: abilities.edit };
}

/** A diagram makes no sense by halves: when two people changed it, one of the two is chosen as a whole. */
export function mergeDrawn(base: Drawn, theirs: Drawn, mine: Drawn, choose: (path: string) => MergeChoice): { value: Drawn; conflicts: readonly MergeConflict[] } {
  const conflicts: MergeConflict[] = [];
  const one = (path: 'xml' | 'note'): string => {
    const [from, other, own] = [base[path], theirs[path], mine[path]];
    if (isSame(other, own) || isSame(from, other)) return own;
    if (isSame(from, own)) return other;
    conflicts.push({ path, label: text.merge[path], base: from, theirs: other, mine: own });
    return choose(path) === 'mine' ? own : other;
  };
  return { value: { xml: one('xml'), note: one('note') }, conflicts };
}

/** Keeps the draft of a process while it is drawn (WFL-01). */
export class ProcessKeeper extends DraftKeeper<Drawn, ProcessProblem, MergeConflict> {
  constructor(draft: ProcessDraft) {
    const at = { params: { draftId: draft.draftId } };
    super(stored(draft), {
      name: `process.${draft.draftId}`,
      overtaken: ['workflow.draft-stale', 'workflow.draft-closed'],
      read: async () => stored(await api.call(getProcessDraft, at)),
      save: async (revision, drawn) => {
        const saved = await api.call(editProcessDraft, { ...at, body: { revision, ...drawn } });
        return { revision: saved.revision, savedAt: saved.updatedAt, findings: referenceProblems(saved) };
      },
      merge: mergeDrawn,
    });
  }
}
