import type { CaseActionType, CaseStatus } from './contract.ts';

/** A special procedure in the record of a case; `days` is the time announced to the applicant. */
export interface SpecialProcedureState {
  id: string;
  key: string;
  state: 'proposed' | 'running' | 'ended' | 'rejected';
  days: number;
}

/** What the actions so far add up to; a pure function of them (design: state is a fold over actions). */
export interface CaseState {
  status: CaseStatus;
  outcome: 'approved' | 'denied' | null;
  /** 0 at submission, one more with each supplement. */
  round: number;
  /** Date of application, `2026-11-20`. */
  submittedOn: string;
  /** Date from which the five working days for acceptance count. */
  receivedOn: string;
  acceptedOn: string | null;
  decidedOn: string | null;
  supplementDueOn: string | null;
  extended: boolean;
  special: readonly SpecialProcedureState[];
  /** A person has taken the case over from the platform; it decides nothing of it any more. */
  takenOver?: true;
  /** The approval has been revoked. */
  revokedOn?: string;
  /** The mail has brought the result back, and it has not been handed over since. */
  returnedOn?: string;
}

/** An action as the state machine sees it: its kind and the facts that its rules need. */
export type CaseStep =
  | { type: 'submit'; on: string }
  | { type: 'accept' | 'deem-accepted'; on: string }
  | { type: 'refuse'; on: string }
  /** `elapsedDays`: working days since receipt, day of receipt excluded. */
  | { type: 'request-supplement'; on: string; elapsedDays: number; dueOn: string }
  | { type: 'supplement'; on: string }
  | { type: 'review' | 'return-for-rework' | 'handle-step'; on: string }
  | { type: 'propose-special-procedure'; on: string; id: string; key: string; days: number }
  | { type: 'start-special-procedure' | 'reject-special-procedure' | 'end-special-procedure'; on: string; id: string }
  | { type: 'extend'; on: string; days: number }
  | { type: 'decide'; on: string; outcome: 'approved' | 'denied' }
  | { type: 'deliver' | 'close' | 'withdraw' | 'terminate'; on: string }
  | { type: 'take-over' | 'revoke-decision'; on: string }
  | { type: 'mail-returned' | 'deliver-again' | 'sign-notices' | 'decline-notices'; on: string };

export type Refusal =
  | 'cases.wrong-status' | 'cases.supplement-once' | 'cases.supplement-too-late' | 'cases.special-procedure-running'
  | 'cases.special-procedure-unknown' | 'cases.special-procedure-wrong-state' | 'cases.extended-once' | 'cases.extension-too-long'
  | 'cases.special-procedure-open' | 'cases.taken-over' | 'cases.nothing-to-revoke'
  | 'cases.already-returned' | 'cases.not-returned';

export type Outcome = { ok: true; state: CaseState } | { ok: false; refusal: Refusal };

/** Working days within which everything missing must be told, once (行政许可法第三十二条第一款第四项). */
export const supplementNoticeDays = 5;
/** Working days within which a licence must be delivered after the decision (行政许可法第四十四条). */
export const deliveryDays = 10;
/** Most working days a decision may be put off by the head of the authority (行政许可法第四十二条). */
export const extensionDays = 10;

const open: readonly CaseStatus[] = ['submitted', 'supplementing', 'accepted', 'paused'];
/** Somebody may sign for a paper whenever it was issued, also for the one that ended the case. */
const always: readonly CaseStatus[] = [...open, 'decided', 'closed', 'refused', 'withdrawn', 'terminated'];

/** In which statuses an action is possible at all. */
const allowedIn: Record<CaseActionType, readonly CaseStatus[]> = {
  'submit': [],
  'accept': ['submitted'],
  'deem-accepted': ['submitted'],
  'refuse': ['submitted'],
  'request-supplement': ['submitted'],
  'supplement': ['supplementing'],
  'review': ['accepted', 'paused'],
  'return-for-rework': ['accepted'],
  'propose-special-procedure': ['accepted'],
  'start-special-procedure': ['accepted'],
  'reject-special-procedure': ['accepted'],
  'end-special-procedure': ['paused'],
  'extend': ['accepted'],
  'decide': ['accepted'],
  'deliver': ['decided'],
  'close': ['decided'],
  'withdraw': open,
  'terminate': open,
  'take-over': open,
  'revoke-decision': ['decided', 'closed'],
  'handle-step': ['submitted', 'supplementing', 'accepted', 'paused', 'decided'],
  'mail-returned': ['decided', 'closed'],
  'deliver-again': ['closed'],
  'sign-notices': always,
  'decline-notices': always,
};

/** Whether the status alone allows the action; rules on the facts come with `step`. */
export function allows(state: CaseState, type: CaseActionType): boolean {
  return allowedIn[type].includes(state.status);
}

/** A case that nobody can act on any more. */
export function isOver(status: CaseStatus): boolean {
  return status === 'closed' || status === 'refused' || status === 'withdrawn' || status === 'terminated';
}

const refuse = (refusal: Refusal): Outcome => ({ ok: false, refusal });
const becomes = (state: CaseState, change: Partial<CaseState>): Outcome => ({ ok: true, state: { ...state, ...change } });

function withProcedure(state: CaseState, id: string, from: SpecialProcedureState['state'], to: SpecialProcedureState['state'], change: Partial<CaseState>): Outcome {
  const procedure = state.special.find((one) => one.id === id);
  if (!procedure) return refuse('cases.special-procedure-unknown');
  if (procedure.state !== from) return refuse('cases.special-procedure-wrong-state');
  return becomes(state, { ...change, special: state.special.map((one) => (one.id === id ? { ...one, state: to } : one)) });
}

function requestSupplement(state: CaseState, action: { elapsedDays: number; dueOn: string }): Outcome {
  if (state.round > 0 || state.supplementDueOn !== null) return refuse('cases.supplement-once');
  if (action.elapsedDays > supplementNoticeDays) return refuse('cases.supplement-too-late');
  return becomes(state, { status: 'supplementing', supplementDueOn: action.dueOn });
}

function propose(state: CaseState, action: { id: string; key: string; days: number }): Outcome {
  if (state.special.some((one) => one.state === 'proposed' || one.state === 'running')) return refuse('cases.special-procedure-running');
  return becomes(state, { special: [...state.special, { id: action.id, key: action.key, state: 'proposed', days: action.days }] });
}

function extend(state: CaseState, days: number): Outcome {
  if (state.extended) return refuse('cases.extended-once');
  if (days < 1 || days > extensionDays) return refuse('cases.extension-too-long');
  return becomes(state, { extended: true });
}

function decide(state: CaseState, action: { on: string; outcome: 'approved' | 'denied' }): Outcome {
  if (state.special.some((one) => one.state === 'proposed')) return refuse('cases.special-procedure-open');
  return becomes(state, { status: 'decided', outcome: action.outcome, decidedOn: action.on });
}

function takeOver(state: CaseState): Outcome {
  return state.takenOver ? refuse('cases.taken-over') : becomes(state, { takenOver: true });
}

/**
 * An approval given by mistake is revoked by the authority that gave it (行政许可法第六十九条). That ends the case: whoever
 * still wants the matter applies anew, since what was decided cannot be decided a second time.
 */
function revoke(state: CaseState, on: string): Outcome {
  if (state.outcome !== 'approved' || state.revokedOn !== undefined) return refuse('cases.nothing-to-revoke');
  return becomes(state, { status: 'closed', revokedOn: on });
}

/** What came back has not reached the applicant (行政许可法第四十四条), whatever the 送达回证 of the posting says. */
function comeBack(state: CaseState, on: string): Outcome {
  return state.returnedOn === undefined ? becomes(state, { returnedOn: on }) : refuse('cases.already-returned');
}

function handedOver({ returnedOn: _returnedOn, ...state }: CaseState): Outcome {
  return becomes(state, { status: 'closed' });
}

/** The state of a case on the day of its submission. */
export function begin(on: string): CaseState {
  return {
    status: 'submitted', outcome: null, round: 0, submittedOn: on, receivedOn: on, acceptedOn: null, decidedOn: null,
    supplementDueOn: null, extended: false, special: [],
  };
}

/** Applies one action to the state of a case; null is a case that does not exist yet. */
export function step(state: CaseState | null, action: CaseStep): Outcome {
  if (state === null) return action.type === 'submit' ? { ok: true, state: begin(action.on) } : refuse('cases.wrong-status');
  if (!allows(state, action.type)) return refuse('cases.wrong-status');
  switch (action.type) {
    case 'submit': return refuse('cases.wrong-status');
    case 'accept': return becomes(state, { status: 'accepted', acceptedOn: action.on });
    case 'deem-accepted': return becomes(state, { status: 'accepted', acceptedOn: state.receivedOn });
    case 'refuse': return becomes(state, { status: 'refused' });
    case 'request-supplement': return requestSupplement(state, action);
    case 'supplement': return becomes(state, { status: 'submitted', round: state.round + 1, receivedOn: action.on, supplementDueOn: null });
    case 'review': case 'return-for-rework': case 'handle-step': case 'sign-notices': case 'decline-notices': return becomes(state, {});
    case 'propose-special-procedure': return propose(state, action);
    case 'start-special-procedure': return withProcedure(state, action.id, 'proposed', 'running', { status: 'paused' });
    case 'reject-special-procedure': return withProcedure(state, action.id, 'proposed', 'rejected', {});
    case 'end-special-procedure': return withProcedure(state, action.id, 'running', 'ended', { status: 'accepted' });
    case 'extend': return extend(state, action.days);
    case 'decide': return decide(state, action);
    case 'deliver': case 'close': return handedOver(state);
    case 'withdraw': return becomes(state, { status: 'withdrawn' });
    case 'terminate': return becomes(state, { status: 'terminated' });
    case 'take-over': return takeOver(state);
    case 'revoke-decision': return revoke(state, action.on);
    case 'mail-returned': return comeBack(state, action.on);
    case 'deliver-again': return state.returnedOn === undefined || state.revokedOn !== undefined ? refuse('cases.not-returned') : handedOver(state);
  }
}

/** Rebuilds the state of a case from its actions; undefined when they could not have happened in this order. */
export function fold(actions: readonly CaseStep[]): CaseState | undefined {
  let state: CaseState | null = null;
  for (const action of actions) {
    const outcome: Outcome = step(state, action);
    if (!outcome.ok) return undefined;
    state = outcome.state;
  }
  return state ?? undefined;
}
