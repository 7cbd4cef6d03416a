import type { EnvelopeState, Leg } from './envelopes.contract.ts';

/** Where an envelope lies, as far as its rules need it. */
export interface Resting { leg: Leg; state: EnvelopeState }

/** `prior` is where it lay before it was put into a batch, to which it goes back when taken out or called back. */
export interface Standing extends Resting { prior: Resting | null }

export type EnvelopeAction =
  | { type: 'put-in'; leg: Leg }
  | { type: 'take-out' | 'hand-over' | 'call-back' | 'sign' | 'refuse' | 'cancel' };

export type EnvelopeOutcome = { ok: true; next: Standing } | { ok: false; refusal: 'custody.wrong-state' };

/** Which ways lead on from where an envelope lies; archived paper stays. */
const ways: Readonly<Record<'pending' | 'received' | 'refused', Readonly<Record<Leg, readonly Leg[]>>>> = {
  pending: { forward: ['forward'], back: [], archive: [] },
  refused: { forward: ['forward'], back: ['back', 'archive'], archive: ['back', 'archive'] },
  received: { forward: ['back', 'archive'], back: ['forward', 'archive'], archive: [] },
};

/** The ways in which an envelope may be put into a batch now. */
export function waysFrom({ leg, state }: Resting): readonly Leg[] {
  return state === 'pending' || state === 'received' || state === 'refused' ? ways[state][leg] : [];
}

const refused: EnvelopeOutcome = { ok: false, refusal: 'custody.wrong-state' };

/** The standing after an action, or the rule that forbids it (INT-12). Pure. */
export function applyEnvelopeAction(standing: Standing, action: EnvelopeAction): EnvelopeOutcome {
  const { leg, state, prior } = standing;
  switch (action.type) {
    case 'put-in': return waysFrom(standing).includes(action.leg) ? { ok: true, next: { leg: action.leg, state: 'batched', prior: { leg, state } } } : refused;
    case 'hand-over': return state === 'batched' ? { ok: true, next: { leg, state: 'in-transit', prior } } : refused;
    case 'take-out': return state === 'batched' && prior ? { ok: true, next: { ...prior, prior: null } } : refused;
    case 'call-back': return state === 'in-transit' && prior ? { ok: true, next: { ...prior, prior: null } } : refused;
    case 'sign': return state === 'in-transit' ? { ok: true, next: { leg, state: 'received', prior: null } } : refused;
    case 'refuse': return state === 'in-transit' ? { ok: true, next: { leg, state: 'refused', prior: null } } : refused;
    // Paper that has not left the window stays there when its case ends; what has left must come back by hand.
    case 'cancel': return leg === 'forward' && ['pending', 'batched', 'refused'].includes(state) && prior?.state !== 'received' ? { ok: true, next: { leg, state: 'cancelled', prior: null } } : refused;
  }
}

const ends: Readonly<Record<Leg, string>> = { forward: '已签收', back: '已交回窗口', archive: '已归档' };
const waits: Readonly<Record<Leg, string>> = { forward: '已递交待签收', back: '交回途中', archive: '归档途中' };
const others: Readonly<Record<'pending' | 'batched' | 'refused' | 'cancelled', string>> = { pending: '待递交', batched: '已装批次', refused: '退回', cancelled: '不再递交' };

/** The state as people say it. */
export function standingLabel({ leg, state }: Resting): string {
  if (state === 'received') return ends[leg];
  return state === 'in-transit' ? waits[leg] : others[state];
}
