import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderAbilities, orderStates, type OrderAction, type OrderState } from '../orders.contract.ts';
import { applyOrderStep, isFinished } from './states.ts';

function walk(actions: readonly OrderAction[]): { state: OrderState; running: boolean } {
  let [state, running]: [OrderState, boolean] = ['issued', true];
  for (const action of actions) {
    const outcome = applyOrderStep(state, action);
    if (!outcome.ok) continue;
    state = outcome.next;
    if (outcome.clock !== 'none') running = outcome.clock !== 'close';
  }
  return { state, running };
}

describe('督办单的状态 (SUP-02)', () => {
  it('签收、反馈、整改、核查、销号', () => {
    expect(walk(['sign', 'reply', 'rectify', 'report', 'check', 'close']).state).toBe('closed');
    expect(walk(['sign', 'reply', 'check', 'close']).state).toBe('closed');
    expect(walk(['sign', 'reply', 'send-back']).state).toBe('signed');
    expect(walk(['sign', 'reply', 'rectify', 'report', 'send-back']).state).toBe('rectifying');
  });

  it('无论怎么走：该部门动手的状态时钟在走，等监察的状态时钟停着，结束后什么也做不了', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...orderAbilities), { maxLength: 40 }), (actions) => {
      const { state, running } = walk(actions);
      expect(running).toBe(['issued', 'signed', 'rectifying'].includes(state));
      if (isFinished(state)) for (const action of orderAbilities) expect(applyOrderStep(state, action).ok).toBe(false);
      else expect(applyOrderStep(state, 'withdraw').ok).toBe(true);
    }));
  });

  it('每个状态都走得到', () => {
    const reached = new Set<OrderState>(['issued']);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const state of [...reached]) for (const action of orderAbilities) { const outcome = applyOrderStep(state, action); if (outcome.ok) reached.add(outcome.next); }
    }
    expect([...reached].toSorted()).toEqual([...orderStates].toSorted());
  });
});
