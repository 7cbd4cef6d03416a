import { finishedOrderStates, type OrderAction, type OrderState } from '../orders.contract.ts';

/** What a step does to the clock of the order. */
export type OrderClock = 'open' | 'close' | 'reopen' | 'none';

export type OrderOutcome = { ok: true; next: OrderState; clock: OrderClock } | { ok: false; refusal: 'supervision.order-wrong-state' };

const open: readonly OrderState[] = ['issued', 'signed', 'replied', 'rectifying', 'rectified', 'checked'];

/** From which states each step leads where; a step that leads nowhere leaves the state as it is. */
const flow: Readonly<Record<Exclude<OrderAction, 'send-back'>, { from: readonly OrderState[]; to?: OrderState; clock: OrderClock }>> = {
  'sign': { from: ['issued'], to: 'signed', clock: 'none' },
  'reply': { from: ['signed'], to: 'replied', clock: 'close' },
  'rectify': { from: ['replied'], to: 'rectifying', clock: 'open' },
  'report': { from: ['rectifying'], to: 'rectified', clock: 'close' },
  'check': { from: ['replied', 'rectified'], to: 'checked', clock: 'none' },
  'close': { from: ['checked'], to: 'closed', clock: 'none' },
  'urge': { from: ['issued', 'signed', 'rectifying'], clock: 'none' },
  'withdraw': { from: open, to: 'withdrawn', clock: 'close' },
};

/** The state after a step, with what happens to the clock, or the rule that forbids it (SUP-02). Pure. */
export function applyOrderStep(state: OrderState, action: OrderAction): OrderOutcome {
  const refused: OrderOutcome = { ok: false, refusal: 'supervision.order-wrong-state' };
  // Sent back, it is where the department answers it again, and its clock runs on.
  if (action === 'send-back') {
    if (state === 'replied') return { ok: true, next: 'signed', clock: 'reopen' };
    return state === 'rectified' ? { ok: true, next: 'rectifying', clock: 'reopen' } : refused;
  }
  const { from, to, clock } = flow[action];
  return from.includes(state) ? { ok: true, next: to ?? state, clock } : refused;
}

/** Nothing is done to it any more. */
export function isFinished(state: OrderState): boolean {
  return finishedOrderStates.includes(state);
}
