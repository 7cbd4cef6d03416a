import { describe, expect, it } from 'vitest';
import { actionsFrom, applyTicketStep, type TicketAction, type TicketState } from './states.ts';

const rules = { callsBeforeNoShow: 3, returnMinutes: 30 };
const now = new Date('2026-11-30T10:00:00+08:00');
const apply = (state: TicketState, action: TicketAction, more: { calls?: number; missedAt?: Date | null } = {}) =>
  applyTicketStep({ state, calls: more.calls ?? 1, missedAt: more.missedAt ?? null }, action, rules, now);

describe('号的状态 (HAL-02)', () => {
  it.each<[TicketState, TicketAction[]]>([
    ['waiting', ['call', 'cancel']],
    ['called', ['recall', 'start', 'hold', 'transfer', 'no-show', 'finish']],
    ['serving', ['hold', 'transfer', 'finish']],
    ['held', ['resume', 'transfer', 'cancel']],
    ['no-show', ['return', 'cancel']],
    ['done', []],
    ['cancelled', []],
  ])('%s 时可以做的只有 %j', (state, actions) => {
    expect(actionsFrom(state)).toEqual(actions);
    for (const action of ['call', 'recall', 'start', 'hold', 'resume', 'transfer', 'return', 'finish', 'cancel'] as const) {
      if (!actions.includes(action)) expect(apply(state, action)).toEqual({ ok: false, refusal: 'halls.wrong-state' });
    }
  });

  it('叫满次数才能过号；重呼加一次，转移后从头数', () => {
    expect(apply('called', 'no-show', { calls: 2 })).toEqual({ ok: false, refusal: 'halls.call-again-first' });
    expect(apply('called', 'recall', { calls: 2 })).toEqual({ ok: true, next: 'called', calls: 3 });
    expect(apply('called', 'no-show', { calls: 3 })).toEqual({ ok: true, next: 'no-show', calls: 3 });
    expect(apply('serving', 'transfer', { calls: 3 })).toEqual({ ok: true, next: 'waiting', calls: 0 });
  });

  it.each([[30, true], [31, false]])('过号 %i 分钟后回来：%s', (minutes, ok) => {
    expect(apply('no-show', 'return', { missedAt: new Date(now.getTime() - minutes * 60_000) }).ok).toBe(ok);
  });
});
