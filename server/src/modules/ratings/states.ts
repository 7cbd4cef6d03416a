import type { RectificationState, RectificationStep } from './contract.ts';

export type StepAction = RectificationStep['action'];

/** Where a rectification stands, as far as its rules need it. */
export interface RectificationStanding {
  state: RectificationState;
  appealedFrom: RectificationState | null;
}

export type StepOutcome =
  | { ok: true; next: RectificationStanding; clock: 'pause' | 'resume' | 'close' | 'reopen' | 'none' }
  | { ok: false; refusal: 'ratings.wrong-state' | 'ratings.appealed-once' };

/** From which states each step leads where. The department's work ends with its reply; closing is the supervisor's. */
const flow: Record<Exclude<StepAction, 'appeal' | 'decide-appeal'>, { from: RectificationState; to: RectificationState; clock: 'close' | 'reopen' | 'none' }> = {
  'verify': { from: 'open', to: 'verified', clock: 'none' },
  'rectify': { from: 'verified', to: 'rectified', clock: 'none' },
  'reply': { from: 'rectified', to: 'replied', clock: 'close' },
  'close': { from: 'replied', to: 'closed', clock: 'none' },
  'send-back': { from: 'replied', to: 'verified', clock: 'reopen' },
};

/** The standing after a step, with what happens to the clock of the rectification, or the rule that forbids it (RAT-02). */
export function applyStep({ state, appealedFrom }: RectificationStanding, step: Pick<RectificationStep, 'action'> & { granted?: boolean }): StepOutcome {
  const wrong: StepOutcome = { ok: false, refusal: 'ratings.wrong-state' };
  if (step.action === 'appeal') {
    if (state !== 'open' && state !== 'verified') return wrong;
    return appealedFrom !== null ? { ok: false, refusal: 'ratings.appealed-once' } : { ok: true, next: { state: 'appealing', appealedFrom: state }, clock: 'pause' };
  }
  if (step.action === 'decide-appeal') {
    if (state !== 'appealing' || appealedFrom === null) return wrong;
    return step.granted ? { ok: true, next: { state: 'excluded', appealedFrom }, clock: 'close' } : { ok: true, next: { state: appealedFrom, appealedFrom }, clock: 'resume' };
  }
  const { from, to, clock } = flow[step.action];
  return state === from ? { ok: true, next: { state: to, appealedFrom }, clock } : wrong;
}

/** Whether nothing more can happen. */
export function isFinished(state: RectificationState): boolean {
  return state === 'closed' || state === 'excluded';
}
