import type { LicenceTypeState } from './licence-type.contract.ts';

/** What can be done to a type of the licence catalogue. */
export type LicenceTypeAction = 'edit' | 'retire' | 'restore';

const transitions: Readonly<Record<LicenceTypeState, Partial<Record<LicenceTypeAction, LicenceTypeState>>>> = {
  active: { edit: 'active', retire: 'retired' },
  retired: { restore: 'active' },
};

/** The state after `action`, or undefined when this state refuses it (LIC-01). */
export function findTypeState(state: LicenceTypeState, action: LicenceTypeAction): LicenceTypeState | undefined {
  return transitions[state][action];
}

export const typeStateLabels: Readonly<Record<LicenceTypeState, string>> = { active: '在用', retired: '已停用' };
export const typeActionLabels: Readonly<Record<LicenceTypeAction, string>> = { edit: '修改', retire: '停用', restore: '重新启用' };
