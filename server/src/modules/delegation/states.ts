import type { DelegationState } from './contract.ts';

/** What can be done to a delegation; `start` and `expire` are done by the date. */
export type DelegationAction = 'edit' | 'submit' | 'discard' | 'approve' | 'return' | 'withdraw' | 'accept' | 'refuse' | 'start' | 'end' | 'expire';

export const actionLabels: Readonly<Record<DelegationAction, string>> = {
  edit: '修改', submit: '提交审核', discard: '丢弃', approve: '审核', return: '退回', withdraw: '撤回', accept: '接收', refuse: '不予接收', start: '生效', end: '提前终止', expire: '到期',
};

const flow: Readonly<Record<DelegationState, Partial<Record<DelegationAction, DelegationState>>>> = {
  'draft': { edit: 'draft', submit: 'in-review', discard: 'withdrawn' },
  'in-review': { approve: 'offered', return: 'draft', withdraw: 'draft' },
  'offered': { accept: 'scheduled', refuse: 'refused', withdraw: 'withdrawn', expire: 'withdrawn' },
  'scheduled': { start: 'in-force', end: 'ended' },
  'in-force': { end: 'ended', expire: 'ended' },
  'ended': {}, 'refused': {}, 'withdrawn': {},
};

/** The state after `action`, or undefined when this state refuses it (CAT-02, CAT-03). */
export function findNextState(state: DelegationState, action: DelegationAction): DelegationState | undefined {
  return flow[state][action];
}

/** Whether items of a delegation in this state are with the receiver, or offered to it. */
export function isStanding(state: DelegationState): boolean {
  return state === 'offered' || state === 'scheduled' || state === 'in-force';
}
