/** waiting 等候 → called 已叫号 → serving 办理中 → done 已办结; held 挂起, no-show 过号, cancelled 已取消. */
export type TicketState = 'waiting' | 'called' | 'serving' | 'held' | 'no-show' | 'done' | 'cancelled';

/** What is done to a ticket; `transfer` sends it back to waiting elsewhere, `return` lets one who missed the call back in. */
export type TicketAction = 'call' | 'recall' | 'start' | 'hold' | 'resume' | 'transfer' | 'no-show' | 'return' | 'finish' | 'cancel';

const flow: Record<TicketAction, { from: readonly TicketState[]; to: TicketState }> = {
  'call': { from: ['waiting'], to: 'called' },
  'recall': { from: ['called'], to: 'called' },
  'start': { from: ['called'], to: 'serving' },
  'hold': { from: ['called', 'serving'], to: 'held' },
  'resume': { from: ['held'], to: 'called' },
  'transfer': { from: ['called', 'serving', 'held'], to: 'waiting' },
  'no-show': { from: ['called'], to: 'no-show' },
  'return': { from: ['no-show'], to: 'waiting' },
  // Whoever stands at the window already need not be started first.
  'finish': { from: ['called', 'serving'], to: 'done' },
  'cancel': { from: ['waiting', 'held', 'no-show'], to: 'cancelled' },
};

/** The rules of a hall that a step depends on. */
export interface CallingRules {
  /** Calls after which nobody having come is a no-show. */
  callsBeforeNoShow: number;
  /** Minutes within which one who missed the call may come back without a new ticket. */
  returnMinutes: number;
}

export interface TicketStanding {
  state: TicketState;
  calls: number;
  /** When it was passed over. */
  missedAt: Date | null;
}

export type TicketOutcome =
  | { ok: true; next: TicketState; calls: number }
  | { ok: false; refusal: 'halls.wrong-state' | 'halls.call-again-first' | 'halls.too-late-to-return' };

/** The state after a step, or the rule that forbids it (HAL-02). */
export function applyTicketStep({ state, calls, missedAt }: TicketStanding, action: TicketAction, rules: CallingRules, now: Date): TicketOutcome {
  const { from, to } = flow[action];
  if (!from.includes(state)) return { ok: false, refusal: 'halls.wrong-state' };
  if (action === 'no-show' && calls < rules.callsBeforeNoShow) return { ok: false, refusal: 'halls.call-again-first' };
  if (action === 'return' && (missedAt === null || now.getTime() - missedAt.getTime() > rules.returnMinutes * 60_000)) return { ok: false, refusal: 'halls.too-late-to-return' };
  return { ok: true, next: to, calls: callsAfter(action, calls) };
}

function callsAfter(action: TicketAction, calls: number): number {
  if (action === 'call' || action === 'resume') return 1;
  if (action === 'recall') return calls + 1;
  return action === 'transfer' || action === 'return' ? 0 : calls;
}

/** The actions that the state itself allows, for buttons. */
export function actionsFrom(state: TicketState): TicketAction[] {
  return (Object.keys(flow) as TicketAction[]).filter((action) => flow[action].from.includes(state));
}
