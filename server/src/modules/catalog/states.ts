import type { VersionState } from './contract.ts';

/** What can be done to an item version. */
export type VersionAction = 'edit' | 'submit' | 'withdraw' | 'approve' | 'return' | 'publish' | 'supersede' | 'retire';

const transitions: Readonly<Record<VersionState, Partial<Record<VersionAction, VersionState>>>> = {
  draft: { edit: 'draft', submit: 'in-review' },
  'in-review': { approve: 'approved', return: 'draft', withdraw: 'draft' },
  approved: { publish: 'published', return: 'draft' },
  published: { supersede: 'superseded', retire: 'retired' },
  superseded: {},
  retired: {},
};

/** The state after `action`, or undefined when this state refuses it (CAT-02). */
export function findNextState(state: VersionState, action: VersionAction): VersionState | undefined {
  return transitions[state][action];
}

/** Versions of which an item may have only one: the one being worked on. */
export const openStates = ['draft', 'in-review', 'approved'] as const satisfies readonly VersionState[];

/** Versions whose content never changes again; cases may be pinned to them. */
export const frozenStates = ['published', 'superseded', 'retired'] as const satisfies readonly VersionState[];

/** Chinese name of a state. */
export const stateLabels: Readonly<Record<VersionState, string>> = {
  draft: '草稿', 'in-review': '审核中', approved: '审核通过', published: '已发布', superseded: '已被替代', retired: '已取消',
};
