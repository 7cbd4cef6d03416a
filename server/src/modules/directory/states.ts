import type { EntryVersionState } from './entry.contract.ts';

/** What can be done to a version of an entry. */
export type EntryAction = 'edit' | 'submit' | 'withdraw' | 'approve' | 'return' | 'discard';

/** The state after `action`, or undefined when this state refuses it (CAT-01). */
export function findNextState(state: EntryVersionState, action: EntryAction): EntryVersionState | 'gone' | undefined {
  switch (state) {
    case 'draft': return ({ edit: 'draft', submit: 'in-review', discard: 'gone' } as const)[action as 'edit'];
    case 'in-review': return ({ approve: 'approved', return: 'draft', withdraw: 'draft' } as const)[action as 'approve'];
    case 'approved': return action === 'return' ? 'draft' : undefined;
    default: return undefined;
  }
}

export const entryActionLabels: Readonly<Record<EntryAction, string>> = { edit: '修改', submit: '提交审核', withdraw: '撤回', approve: '审核', return: '退回', discard: '丢弃' };

/** The version being worked on; an entry has at most one. */
export const openEntryStates = ['draft', 'in-review', 'approved'] as const satisfies readonly EntryVersionState[];
