import type { BundleVersionState } from './contract.ts';

/** What can be done to a version of a bundle. */
export type BundleAction = 'edit' | 'submit' | 'withdraw' | 'approve' | 'return' | 'supersede' | 'retire';

const transitions: Readonly<Record<BundleVersionState, Partial<Record<BundleAction, BundleVersionState>>>> = {
  // A version that is worked on ends with its bundle.
  draft: { edit: 'draft', submit: 'in-review', retire: 'retired' },
  'in-review': { withdraw: 'draft', approve: 'published', return: 'draft', retire: 'retired' },
  published: { supersede: 'superseded', retire: 'retired' },
  superseded: {},
  retired: {},
};

/** The state after `action`, or undefined when this state refuses it (BDL-01). */
export function findNextState(state: BundleVersionState, action: BundleAction): BundleVersionState | undefined {
  return transitions[state][action];
}

/** Versions of which a bundle may have only one. */
export const openStates = ['draft', 'in-review'] as const satisfies readonly BundleVersionState[];

export const versionStateLabels: Readonly<Record<BundleVersionState, string>> = {
  draft: '草稿', 'in-review': '审核中', published: '已发布', superseded: '已被替代', retired: '已停办',
};
export const actionLabels: Readonly<Record<BundleAction, string>> = {
  edit: '修改', submit: '提交审核', withdraw: '撤回', approve: '审核', return: '退回', supersede: '替代', retire: '停办',
};
