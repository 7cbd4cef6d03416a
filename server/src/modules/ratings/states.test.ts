import { describe, expect, it } from 'vitest';
import type { RectificationState } from './contract.ts';
import { applyStep, type StepAction } from './states.ts';

const fresh = { state: 'open' as RectificationState, appealedFrom: null };
const run = (...actions: (StepAction | 'grant' | 'deny')[]) => actions.reduce<{ state: RectificationState; appealedFrom: RectificationState | null }>((standing, action) => {
  const outcome = applyStep(standing, action === 'grant' || action === 'deny' ? { action: 'decide-appeal', granted: action === 'grant' } : { action });
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.next;
}, fresh);

describe('差评整改的环节 (RAT-02)', () => {
  it.each<[string, (StepAction | 'grant' | 'deny')[], RectificationState]>([
    ['核实、整改、反馈、销号', ['verify', 'rectify', 'reply', 'close'], 'closed'],
    ['整改不到位退回', ['verify', 'rectify', 'reply', 'send-back'], 'verified'],
    ['申诉成立', ['appeal', 'grant'], 'excluded'],
    ['核实后申诉不成立，回到整改', ['verify', 'appeal', 'deny'], 'verified'],
  ])('%s', (_name, actions, state) => {
    expect(run(...actions).state).toBe(state);
  });

  it.each<[string, (StepAction | 'grant' | 'deny')[], string]>([
    ['未核实就反馈', ['reply'], 'ratings.wrong-state'],
    ['未反馈就销号', ['verify', 'close'], 'ratings.wrong-state'],
    ['整改后才申诉', ['verify', 'rectify', 'appeal'], 'ratings.wrong-state'],
    ['第二次申诉', ['appeal', 'deny', 'appeal'], 'ratings.appealed-once'],
    ['没有申诉就复核', ['grant'], 'ratings.wrong-state'],
    ['销号后再整改', ['verify', 'rectify', 'reply', 'close', 'rectify'], 'ratings.wrong-state'],
  ])('%s：不允许', (_name, actions, refusal) => {
    expect(() => run(...actions)).toThrow(refusal);
  });

  it('申诉期间停钟，反馈即停表，退回再计时', () => {
    const clockOf = (standing: Parameters<typeof applyStep>[0], action: StepAction) => {
      const outcome = applyStep(standing, { action });
      return outcome.ok ? outcome.clock : outcome.refusal;
    };
    expect(clockOf(fresh, 'appeal')).toBe('pause');
    expect(clockOf({ state: 'appealing', appealedFrom: 'open' }, 'decide-appeal')).toBe('resume');
    expect(clockOf({ state: 'rectified', appealedFrom: null }, 'reply')).toBe('close');
    expect(clockOf({ state: 'replied', appealedFrom: null }, 'send-back')).toBe('reopen');
  });
});
