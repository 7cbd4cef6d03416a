import { describe, expect, it } from 'vitest';
import { matterStates, type MatterState } from './contract.ts';
import { applyMatterStep, type MatterAction, type MatterStanding } from './states.ts';

type Move = MatterAction | 'content' | 'dissatisfied' | 'urge-own';
const stepOf = (move: Move): Parameters<typeof applyMatterStep>[1] =>
  move === 'urge-own' ? { action: 'urge', byReporter: true } : move === 'content' || move === 'dissatisfied' ? { action: 'record-word', satisfied: move === 'content' } : { action: move };
const run = (...moves: Move[]): MatterStanding => moves.reduce<MatterStanding>((standing, move) => {
  const outcome = applyMatterStep(standing, stepOf(move));
  if (!outcome.ok) throw new Error(`${move}: ${outcome.refusal}`);
  return outcome.next;
}, { state: 'registered', round: 1 });
const firstRound: Move[] = ['assign', 'take', 'answer', 'pass', 'dissatisfied'];

describe('办不成事的环节 (STK-01)', () => {
  it.each<[string, Move[], MatterState]>([
    ['分派、签收、反馈、审核、满意', ['assign', 'take', 'answer', 'pass', 'content'], 'closed'],
    ['签收前改派', ['assign', 'assign', 'take'], 'handling'],
    ['退回后重新分派', ['assign', 'hand-back', 'assign'], 'assigned'],
    ['交值班局长', ['put-to-director', 'take', 'answer'], 'answered'],
    ['审核退回重办', ['assign', 'take', 'answer', 'send-back', 'answer'], 'answered'],
    ['催办、帮办不改变环节', ['urge-own', 'assign', 'urge', 'take', 'accompany', 'urge'], 'handling'],
    ['反映人在分派前、二次指派前都可以催办', ['urge-own', ...firstRound, 'urge-own'], 'reopened'],
    ['不满意一次，二次指派', firstRound, 'reopened'],
    ['第二次不满意也办结', [...firstRound, 'assign', 'take', 'answer', 'pass', 'dissatisfied'], 'closed'],
    ['二次指派后退回，仍待二次指派', [...firstRound, 'assign', 'hand-back'], 'reopened'],
    ['没有等到评价', ['assign', 'take', 'answer', 'pass', 'lapse'], 'closed'],
    ['审核驳回', ['reject'], 'rejected'],
    ['办理中撤回', ['assign', 'take', 'withdraw'], 'withdrawn'],
  ])('%s', (_name, moves, state) => {
    expect(run(...moves).state).toBe(state);
  });

  it.each<[string, Move[]]>([
    ['没有签收就反馈', ['assign', 'answer']], ['没有审核就评价', ['assign', 'take', 'answer', 'content']], ['已分派的驳回', ['assign', 'reject']],
    ['二次指派的驳回', [...firstRound, 'reject']], ['反馈后撤回', ['assign', 'take', 'answer', 'withdraw']], ['待评价时催办', ['assign', 'take', 'answer', 'pass', 'urge']],
    ['没有分派就帮办', ['accompany']], ['没有分派，分派的人催办', ['urge']], ['退回后、二次指派前，分派的人催办', [...firstRound, 'urge']], ['待评价时反映人催办', ['assign', 'take', 'answer', 'pass', 'urge-own']],
  ])('%s：不允许', (_name, moves) => {
    expect(() => run(...moves)).toThrow('stuck-matters.wrong-state');
  });

  it('到了终点，什么都不能再做', () => {
    const moves: Move[] = ['urge-own', 'assign', 'put-to-director', 'take', 'hand-back', 'accompany', 'urge', 'answer', 'pass', 'send-back', 'content', 'dissatisfied', 'reject', 'withdraw', 'lapse'];
    for (const state of matterStates.filter((one) => ['closed', 'rejected', 'withdrawn'].includes(one))) {
      expect(moves.filter((move) => applyMatterStep({ state, round: 1 }, stepOf(move)).ok)).toEqual([]);
    }
  });

  it('分派开钟，反馈、退回、撤回停钟，审核退回再走', () => {
    const clockOf = (state: MatterState, action: MatterAction) => {
      const outcome = applyMatterStep({ state, round: 1 }, { action });
      return outcome.ok ? outcome.clock : outcome.refusal;
    };
    expect((['assign', 'take', 'hand-back', 'withdraw'] as const).map((action) => clockOf('assigned', action))).toEqual(['open', 'none', 'close', 'close']);
    expect([clockOf('handling', 'answer'), clockOf('answered', 'send-back')]).toEqual(['close', 'reopen']);
  });
});
