import type { MaterialState } from './library.contract.ts';
import type { SubstitutionState } from './substitution.contract.ts';

/** What can be done to a standard material; an undone merge gives each material the state it had. */
export type MaterialAction = 'edit' | 'activate' | 'retire' | 'map' | 'substitute' | 'keep' | 'merge';

const materialTransitions: Readonly<Record<MaterialState, Partial<Record<MaterialAction, MaterialState>>>> = {
  draft: { edit: 'draft', activate: 'active', merge: 'merged' },
  active: { edit: 'active', retire: 'retired', map: 'active', substitute: 'active', keep: 'active', merge: 'merged' },
  retired: { activate: 'active', merge: 'merged' },
  merged: {},
};

/** The state of a material after `action`, or undefined when this state refuses it. */
export function findMaterialState(state: MaterialState, action: MaterialAction): MaterialState | undefined {
  return materialTransitions[state][action];
}

export const materialStateLabels: Readonly<Record<MaterialState, string>> = { draft: '草稿', active: '在用', retired: '停用', merged: '已归并' };
export const materialActionLabels: Readonly<Record<MaterialAction, string>> = {
  edit: '修改', activate: '启用', retire: '停用', map: '用于事项', substitute: '设定替代规则', keep: '作为保留的材料', merge: '归并',
};

/** What can be done to a substitution rule; one in force is never edited, another one replaces it. */
export type SubstitutionAction = 'edit' | 'submit' | 'approve' | 'return' | 'replace' | 'end';

const substitutionTransitions: Readonly<Record<SubstitutionState, Partial<Record<SubstitutionAction, SubstitutionState>>>> = {
  'draft': { edit: 'draft', submit: 'in-review', end: 'ended' },
  'in-review': { approve: 'active', return: 'draft' },
  'active': { replace: 'ended', end: 'ended' },
  'ended': {},
};

/** The state of a rule after `action`, or undefined when this state refuses it. */
export function findSubstitutionState(state: SubstitutionState, action: SubstitutionAction): SubstitutionState | undefined {
  return substitutionTransitions[state][action];
}

export const substitutionStateLabels: Readonly<Record<SubstitutionState, string>> = { 'draft': '草稿', 'in-review': '审核中', 'active': '生效', 'ended': '已终止' };
export const substitutionActionLabels: Readonly<Record<SubstitutionAction, string>> = {
  edit: '修改', submit: '提交审核', approve: '审核通过', return: '退回', replace: '替换', end: '终止',
};
