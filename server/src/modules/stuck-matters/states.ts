import type { MatterState } from './contract.ts';

/** What can happen to a matter; `lapse` is the end of waiting for the citizen's word. */
export type MatterAction =
  | 'assign' | 'put-to-director' | 'take' | 'hand-back' | 'accompany' | 'urge' | 'answer' | 'pass' | 'send-back' | 'record-word' | 'reject' | 'withdraw' | 'lapse';

/** Where a matter stands, as far as its rules need it. */
export interface MatterStanding {
  state: MatterState;
  /** 1, and 2 once the citizen was dissatisfied. */
  round: number;
}

/** What a step does to the clock of the assignment. */
export type MatterClock = 'open' | 'close' | 'reopen' | 'none';

export type MatterOutcome =
  | { ok: true; next: MatterStanding; clock: MatterClock }
  | { ok: false; refusal: 'stuck-matters.wrong-state' };

const unassigned: readonly MatterState[] = ['registered', 'reopened'];
const withOffice: readonly MatterState[] = ['assigned', 'handling'];
const before: readonly MatterState[] = [...unassigned, ...withOffice];

/** From which states each step leads where; undefined stays. */
const flow: Record<Exclude<MatterAction, 'record-word' | 'hand-back'>, { from: readonly MatterState[]; to?: MatterState; clock: MatterClock }> = {
  'assign': { from: before, to: 'assigned', clock: 'open' },
  'put-to-director': { from: before, to: 'assigned', clock: 'open' },
  'take': { from: ['assigned'], to: 'handling', clock: 'none' },
  'accompany': { from: withOffice, clock: 'none' },
  'urge': { from: [...before, 'answered'], clock: 'none' },
  'answer': { from: ['handling'], to: 'answered', clock: 'close' },
  'pass': { from: ['answered'], to: 'awaiting-word', clock: 'none' },
  'send-back': { from: ['answered'], to: 'handling', clock: 'reopen' },
  'reject': { from: ['registered'], to: 'rejected', clock: 'none' },
  'withdraw': { from: before, to: 'withdrawn', clock: 'close' },
  'lapse': { from: ['awaiting-word'], to: 'closed', clock: 'none' },
};

/** The standing after a step, with what happens to the clock, or the rule that forbids it (STK-01). Pure. */
export function applyMatterStep({ state, round }: MatterStanding, step: { action: MatterAction; satisfied?: boolean; byReporter?: boolean }): MatterOutcome {
  const refused: MatterOutcome = { ok: false, refusal: 'stuck-matters.wrong-state' };
  if (step.action === 'hand-back') {
    return withOffice.includes(state) ? { ok: true, next: { state: round > 1 ? 'reopened' : 'registered', round }, clock: 'close' } : refused;
  }
  if (step.action === 'record-word') {
    if (state !== 'awaiting-word') return refused;
    // Dissatisfied once leads to a second assignment; after that the matter ends with the word as it is.
    return step.satisfied === false && round === 1 ? { ok: true, next: { state: 'reopened', round: 2 }, clock: 'none' } : { ok: true, next: { state: 'closed', round }, clock: 'none' };
  }
  // Before it is assigned, a matter waits for those who assign: the one who reported may remind them, they do not remind themselves.
  if (step.action === 'urge' && step.byReporter !== true && unassigned.includes(state)) return refused;
  const { from, to, clock } = flow[step.action];
  return from.includes(state) ? { ok: true, next: { state: to ?? state, round }, clock } : refused;
}
