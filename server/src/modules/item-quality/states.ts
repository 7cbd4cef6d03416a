import type { RectificationState, RectificationStep } from './contract.ts';

export type StepAction = RectificationStep['action'];

const flow: Readonly<Record<StepAction, Partial<Record<RectificationState, RectificationState>>>> = {
  reply: { issued: 'replied' },
  'send-back': { replied: 'issued' },
  cancel: { issued: 'cancelled', replied: 'cancelled' },
};

/** The state of an order after a step, or undefined when its state refuses it. Closing is never a step: the next check does it. */
export function applyStep(state: RectificationState, action: StepAction): RectificationState | undefined {
  return flow[action][state];
}
