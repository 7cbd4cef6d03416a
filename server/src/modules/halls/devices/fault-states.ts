/** reported 已报修 → handling 处理中 → solved 已解决 → confirmed 已确认; what was not solved after all goes back to handling. */
export type FaultState = 'reported' | 'handling' | 'solved' | 'confirmed';
export type FaultAction = 'take' | 'solve' | 'reopen' | 'confirm';

const flow: Record<FaultAction, { from: readonly FaultState[]; to: FaultState }> = {
  take: { from: ['reported'], to: 'handling' },
  solve: { from: ['reported', 'handling'], to: 'solved' },
  reopen: { from: ['solved'], to: 'handling' },
  confirm: { from: ['solved'], to: 'confirmed' },
};

/** The state after a step; undefined when the state does not allow it (HAL-03). */
export function afterFaultStep(state: FaultState, action: FaultAction): FaultState | undefined {
  const { from, to } = flow[action];
  return from.includes(state) ? to : undefined;
}
