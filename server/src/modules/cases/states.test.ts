import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseActionTypes, caseStatuses, type CaseActionType, type CaseStatus } from './contract.ts';
import { allows, extensionDays, fold, isOver, step, supplementNoticeDays, type CaseState, type CaseStep } from './states.ts';

const on = '2026-11-20';

/** One action of each kind, with facts that break no rule. */
const example: { [T in CaseActionType]: CaseStep } = {
  'submit': { type: 'submit', on },
  'accept': { type: 'accept', on },
  'deem-accepted': { type: 'deem-accepted', on },
  'refuse': { type: 'refuse', on },
  'request-supplement': { type: 'request-supplement', on, elapsedDays: 2, dueOn: '2026-12-11' },
  'supplement': { type: 'supplement', on },
  'review': { type: 'review', on },
  'return-for-rework': { type: 'return-for-rework', on },
  'propose-special-procedure': { type: 'propose-special-procedure', on, id: 'b', key: 'hearing', days: 10 },
  'start-special-procedure': { type: 'start-special-procedure', on, id: 'a' },
  'reject-special-procedure': { type: 'reject-special-procedure', on, id: 'a' },
  'end-special-procedure': { type: 'end-special-procedure', on, id: 'a' },
  'extend': { type: 'extend', on, days: 10 },
  'decide': { type: 'decide', on, outcome: 'approved' },
  'deliver': { type: 'deliver', on },
  'close': { type: 'close', on },
  'withdraw': { type: 'withdraw', on },
  'terminate': { type: 'terminate', on },
  'take-over': { type: 'take-over', on },
  'revoke-decision': { type: 'revoke-decision', on },
  'handle-step': { type: 'handle-step', on },
  'mail-returned': { type: 'mail-returned', on },
  'deliver-again': { type: 'deliver-again', on },
  'sign-notices': { type: 'sign-notices', on },
  'decline-notices': { type: 'decline-notices', on },
};

/** What may still happen to a case that was closed. */
const afterwards: ReadonlySet<string> = new Set<CaseActionType>(['revoke-decision', 'mail-returned', 'deliver-again', 'sign-notices', 'decline-notices']);

const propose: CaseStep = { type: 'propose-special-procedure', on, id: 'a', key: 'hearing', days: 10 };

/** The shortest record that leads to each status. */
const recordOf: Record<CaseStatus, CaseStep[]> = {
  submitted: [example.submit],
  supplementing: [example.submit, example['request-supplement']],
  accepted: [example.submit, example.accept],
  paused: [example.submit, example.accept, propose, example['start-special-procedure']],
  decided: [example.submit, example.accept, example.decide],
  closed: [example.submit, example.accept, example.decide, example.deliver],
  refused: [example.submit, example.refuse],
  withdrawn: [example.submit, example.withdraw],
  terminated: [example.submit, example.terminate],
};

function stateAfter(record: readonly CaseStep[]): CaseState {
  const state = fold(record);
  if (!state) throw new Error('the record could not have happened');
  return state;
}

/** Papers are signed for, or refused, in every status, which stays. */
const signing: ReadonlySet<string> = new Set<CaseActionType>(['sign-notices', 'decline-notices']);

/** What every other action leads to in every status; absent: refused as not possible in this status. */
const table: Record<CaseStatus, Partial<Record<CaseActionType, CaseStatus | 'cases.special-procedure-unknown' | 'cases.not-returned'>>> = {
  submitted: { 'accept': 'accepted', 'deem-accepted': 'accepted', 'refuse': 'refused', 'request-supplement': 'supplementing', 'withdraw': 'withdrawn', 'terminate': 'terminated', 'take-over': 'submitted', 'handle-step': 'submitted' },
  supplementing: { 'supplement': 'submitted', 'withdraw': 'withdrawn', 'terminate': 'terminated', 'take-over': 'supplementing', 'handle-step': 'supplementing' },
  accepted: {
    'review': 'accepted', 'return-for-rework': 'accepted', 'propose-special-procedure': 'accepted',
    'start-special-procedure': 'cases.special-procedure-unknown', 'reject-special-procedure': 'cases.special-procedure-unknown',
    'extend': 'accepted', 'decide': 'decided', 'withdraw': 'withdrawn', 'terminate': 'terminated', 'take-over': 'accepted', 'handle-step': 'accepted',
  },
  paused: { 'review': 'paused', 'end-special-procedure': 'accepted', 'withdraw': 'withdrawn', 'terminate': 'terminated', 'take-over': 'paused', 'handle-step': 'paused' },
  decided: { 'deliver': 'closed', 'close': 'closed', 'revoke-decision': 'closed', 'handle-step': 'decided', 'mail-returned': 'decided' },
  closed: { 'revoke-decision': 'closed', 'mail-returned': 'closed', 'deliver-again': 'cases.not-returned' }, refused: {}, withdrawn: {}, terminated: {},
};

describe('状态 × 动作，每一格 (design §1)', () => {
  const cells = caseStatuses.flatMap((status) => caseActionTypes.map((type) => [status, type, signing.has(type) ? status : table[status][type] ?? 'cases.wrong-status'] as const));

  it.each(cells)('%s × %s → %s', (status, type, expected) => {
    const state = stateAfter(recordOf[status]);
    expect(state.status).toBe(status);
    const outcome = step(state, example[type]);
    expect(outcome.ok ? outcome.state.status : outcome.refusal).toBe(expected);
    expect(allows(state, type)).toBe(expected !== 'cases.wrong-status');
  });

  it.each(caseActionTypes)('还没有办件时只能提交：%s', (type) => {
    expect(step(null, example[type]).ok).toBe(type === 'submit');
  });

  it('办结、不予受理、撤回、终止之后什么也不能做，准予的决定可以撤销，邮件退回的可以重新送达', () => {
    for (const status of caseStatuses) expect(isOver(status)).toBe(Object.keys(table[status]).every((type) => status === 'closed' && afterwards.has(type)));
  });
});

const after = (record: readonly CaseStep[], action: CaseStep) => {
  const outcome = step(stateAfter(record), action);
  return outcome.ok ? outcome.state : outcome.refusal;
};

describe('法定规则', () => {
  const supplemented = [...recordOf.supplementing, example.supplement];

  it.each([0, 1, supplementNoticeDays])('收到后第 %d 个工作日可以告知补正', (elapsedDays) => {
    expect(after(recordOf.submitted, { type: 'request-supplement', on, elapsedDays, dueOn: '2026-12-11' })).toMatchObject({ status: 'supplementing', supplementDueOn: '2026-12-11' });
  });

  it('第六个工作日起不能再告知补正 (第三十二条)', () => {
    expect(after(recordOf.submitted, { type: 'request-supplement', on, elapsedDays: supplementNoticeDays + 1, dueOn: '2026-12-11' })).toBe('cases.supplement-too-late');
  });

  it('补正只告知一次；补正后受理期限重新计算，申请日不变', () => {
    expect(after(supplemented, example['request-supplement'])).toBe('cases.supplement-once');
    expect(after(recordOf.supplementing, { type: 'supplement', on: '2026-11-25' })).toMatchObject({ round: 1, submittedOn: on, receivedOn: '2026-11-25', supplementDueOn: null });
  });

  it('视为受理从收到之日起算，不是从任务执行之日', () => {
    expect(after(supplemented.with(-1, { type: 'supplement', on: '2026-11-25' }), { type: 'deem-accepted', on: '2026-12-03' })).toMatchObject({ acceptedOn: '2026-11-25' });
  });

  it.each([[0, 'cases.extension-too-long'], [extensionDays + 1, 'cases.extension-too-long']] as const)('延长 %d 天被拒绝 (第四十二条)', (days, refusal) => {
    expect(after(recordOf.accepted, { type: 'extend', on, days })).toBe(refusal);
  });

  it('只有准予的决定能撤销，只撤销一次；撤销后办件不再重新决定 (第六十九条)', () => {
    const denied: CaseStep[] = [...recordOf.accepted, { type: 'decide', on, outcome: 'denied' }];
    expect(after(denied, example['revoke-decision'])).toBe('cases.nothing-to-revoke');
    expect(after(recordOf.decided, { type: 'revoke-decision', on: '2026-11-27' })).toMatchObject({ status: 'closed', outcome: 'approved', revokedOn: '2026-11-27' });
    expect(after([...recordOf.closed, example['revoke-decision']], example['revoke-decision'])).toBe('cases.nothing-to-revoke');
    expect(after([...recordOf.decided, example['revoke-decision']], example.deliver)).toBe('cases.wrong-status');
  });

  it('邮件退回登记一次，重新送达一次；退回后撤销了决定的不再送达 (第四十四条)', () => {
    const returned: CaseStep[] = [...recordOf.closed, { type: 'mail-returned', on: '2026-11-30' }];
    expect(stateAfter(returned)).toMatchObject({ status: 'closed', returnedOn: '2026-11-30' });
    expect(after(returned, example['mail-returned'])).toBe('cases.already-returned');
    expect(after(returned, example['deliver-again'])).toEqual(stateAfter(recordOf.closed));
    expect(after([...returned, example['deliver-again']], example['deliver-again'])).toBe('cases.not-returned');
    expect(after([...returned, example['deliver-again']], example['mail-returned'])).toMatchObject({ returnedOn: on });
    expect(after([...returned, example['revoke-decision']], example['deliver-again'])).toBe('cases.not-returned');
    expect(after([...recordOf.decided, example['mail-returned']], example.deliver)).toEqual(stateAfter(recordOf.closed));
  });

  it('转由工作人员办理只有一次，办件停在原来的环节', () => {
    expect(after(recordOf.accepted, example['take-over'])).toMatchObject({ status: 'accepted', takenOver: true });
    expect(after([...recordOf.submitted, example['take-over']], example['take-over'])).toBe('cases.taken-over');
  });

  it('期限只延长一次', () => {
    expect(after([...recordOf.accepted, { type: 'extend', on, days: 1 }], { type: 'extend', on, days: 1 })).toBe('cases.extended-once');
  });

  it('特别程序：一次一项；未批复前不能决定；批准才停；否决后照常 (第四十五条)', () => {
    const proposed = [...recordOf.accepted, propose];
    expect(after(proposed, example['propose-special-procedure'])).toBe('cases.special-procedure-running');
    expect(after(proposed, example.decide)).toBe('cases.special-procedure-open');
    expect(after(proposed, example['start-special-procedure'])).toMatchObject({ status: 'paused' });
    expect(after(proposed, example['reject-special-procedure'])).toMatchObject({ status: 'accepted', special: [{ state: 'rejected' }] });
    expect(after([...proposed, example['reject-special-procedure']], example.decide)).toMatchObject({ status: 'decided' });
    expect(after([...proposed, example['reject-special-procedure']], example['start-special-procedure'])).toBe('cases.special-procedure-wrong-state');
    expect(after(recordOf.paused, { type: 'end-special-procedure', on, id: 'z' })).toBe('cases.special-procedure-unknown');
  });

  it('特别程序结束后可以再申请另一项', () => {
    expect(after([...recordOf.paused, example['end-special-procedure']], example['propose-special-procedure'])).toMatchObject({ special: [{ state: 'ended' }, { state: 'proposed' }] });
  });
});

const anyStep: fc.Arbitrary<CaseStep> = fc.oneof(
  ...caseActionTypes.map((type) => fc.constant(example[type])),
  fc.record({ type: fc.constant('request-supplement' as const), on: fc.constant(on), elapsedDays: fc.integer({ min: 0, max: 9 }), dueOn: fc.constant('2026-12-11') }),
  fc.record({ type: fc.constant('extend' as const), on: fc.constant(on), days: fc.integer({ min: -1, max: 12 }) }),
  fc.record({ type: fc.constant('propose-special-procedure' as const), on: fc.constant(on), id: fc.constantFrom('a', 'b'), key: fc.constant('hearing'), days: fc.constant(5) }),
);

describe('任意动作序列', () => {
  /** Performs what is possible and leaves out what is refused, as a server does. */
  function perform(attempts: readonly CaseStep[]): { state: CaseState | null; record: CaseStep[] } {
    let state: CaseState | null = null;
    const record: CaseStep[] = [];
    for (const attempt of attempts) {
      const outcome: ReturnType<typeof step> = step(state, attempt);
      if (!outcome.ok) continue;
      state = outcome.state;
      record.push(attempt);
    }
    return { state, record };
  }

  const attempts = fc.array(anyStep, { maxLength: 40 }).map((tail) => [example.submit, ...tail]);

  it('记录重放得到同一状态；少了任何中间结果也说不出别的状态', () => {
    fc.assert(fc.property(attempts, (given) => {
      const { state, record } = perform(given);
      expect(fold(record)).toEqual(state);
    }), { numRuns: 500 });
  });

  it('无论怎么试：至多一次补正、一次延期、一项进行中的特别程序；结束后只可能依法撤销决定、登记邮件退回、重新送达和签收文书', () => {
    fc.assert(fc.property(attempts, (given) => {
      const { state, record } = perform(given);
      const count = (type: CaseActionType) => record.filter((one) => one.type === type).length;
      expect(count('request-supplement')).toBeLessThanOrEqual(1);
      expect(count('extend')).toBeLessThanOrEqual(1);
      expect(count('decide')).toBeLessThanOrEqual(1);
      expect(state?.special.filter((one) => one.state === 'running' || one.state === 'proposed').length).toBeLessThanOrEqual(1);
      expect(state?.status === 'paused').toBe(state?.special.some((one) => one.state === 'running') && !isOver(state.status));
      const ended = record.findIndex((_one, index) => isOver(fold(record.slice(0, index + 1))?.status ?? 'submitted'));
      expect(ended === -1 ? [] : record.slice(ended + 1).filter(({ type }) => !afterwards.has(type))).toEqual([]);
      expect(count('revoke-decision')).toBeLessThanOrEqual(count('decide'));
    }), { numRuns: 500 });
  });

  it('步骤不改动传入的状态', () => {
    fc.assert(fc.property(attempts, anyStep, (given, next) => {
      const { state } = perform(given);
      const before = structuredClone(state);
      step(state, next);
      expect(state).toEqual(before);
    }), { numRuns: 200 });
  });
});
