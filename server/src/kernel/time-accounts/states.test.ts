import { describe, expect, it } from 'vitest';
import type { Ledger } from './ledger.ts';
import { applyClockStep, type ClockStep } from './states.ts';

const fresh: Ledger = { startedOn: '2026-11-02', immediate: false, segments: [] };
const pause: ClockStep = { type: 'pause', on: '2026-11-04', reason: '专家评审', documentId: 'd1' };
const extend: ClockStep = { type: 'extend', on: '2026-11-05', days: 10, most: 10, reason: '情况复杂', documentId: null };
const close: ClockStep = { type: 'close', on: '2026-11-06' };

function after(...steps: ClockStep[]): Ledger {
  return steps.reduce((ledger, step) => {
    const outcome = applyClockStep(ledger, step);
    if (!outcome.ok) throw new Error(outcome.refusal);
    return outcome.ledger;
  }, fresh);
}

describe('时钟的规则', () => {
  it.each<[string, Ledger, ClockStep, string]>([
    ['已停钟时再停', after(pause), pause, 'time-accounts.paused'],
    ['没有停钟时恢复', fresh, { type: 'resume', on: '2026-11-05' }, 'time-accounts.not-paused'],
    ['停钟没有理由', fresh, { ...pause, reason: '  ' }, 'time-accounts.no-reason'],
    ['即办件停钟', { ...fresh, immediate: true }, pause, 'time-accounts.immediate'],
    ['即办件延长', { ...fresh, immediate: true }, extend, 'time-accounts.immediate'],
    ['第二次延长', after(extend), extend, 'time-accounts.extended-once'],
    ['延长超过十日', fresh, { ...extend, days: 11 }, 'time-accounts.extension-too-long'],
    ['延长零日', fresh, { ...extend, days: 0 }, 'time-accounts.extension-too-long'],
    ['办结后停钟', after(close), pause, 'time-accounts.closed'],
    ['办结后再办结', after(close), close, 'time-accounts.closed'],
    ['未办结时重新办理', fresh, { type: 'reopen', on: '2026-11-09' }, 'time-accounts.not-closed'],
  ])('%s：不允许', (_name, ledger, step, refusal) => {
    expect(applyClockStep(ledger, step)).toEqual({ ok: false, refusal });
  });

  it('法定期限过后不能再延长', () => {
    expect(applyClockStep(fresh, extend, 'red')).toEqual({ ok: false, refusal: 'time-accounts.legal-limit-passed' });
    expect(applyClockStep(fresh, extend, 'yellow').ok).toBe(true);
  });

  it('停钟中办结，停钟随之结束，重新办理后继续计时', () => {
    const closed = after(pause, close);
    expect(closed.segments).toMatchObject([{ kind: 'suspended', toOn: '2026-11-06' }, { kind: 'closed', fromOn: '2026-11-06', toOn: null }]);
    expect(after(pause, close, { type: 'reopen', on: '2026-11-09' }, pause).segments).toHaveLength(3);
  });
});
