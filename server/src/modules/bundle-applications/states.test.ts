import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueDates } from './queries/due-dates.ts';
import { isSettled, listMoves, stateOf, type ChildStanding } from './states.ts';

const child = (key: string, change: Partial<ChildStanding> = {}): ChildStanding => ({ key, itemName: key, waitsFor: [], state: 'opened', caseStatus: 'accepted', caseOutcome: null, ...change });
const waiting = (key: string, ...waitsFor: string[]): ChildStanding => child(key, { state: 'waiting', caseStatus: null, waitsFor });
const approved = { caseStatus: 'decided', caseOutcome: 'approved' } as const;

describe('事项之间的先后（BDL-02）', () => {
  it.each<[string, ChildStanding[], boolean, [string, string][]]>([
    ['前一事项还在办，等着', [child('a'), waiting('b', 'a')], true, []],
    ['前一事项获准、结果出来了，开始', [child('a', approved), waiting('b', 'a')], true, [['b', 'open']]],
    ['获准了，证照还没有制好，等着', [child('a', approved), waiting('b', 'a')], false, []],
    ['要等两个，只好了一个，等着', [child('a', approved), child('c'), waiting('b', 'a', 'c')], true, []],
    ['没有获准，不再办理，等它的也不再办理', [child('a', { caseStatus: 'decided', caseOutcome: 'denied' }), waiting('b', 'a'), waiting('c', 'b')], true, [['b', 'drop'], ['c', 'drop']]],
    ['不予受理、撤回、终止，一样', [child('a', { caseStatus: 'refused' }), waiting('b', 'a')], true, [['b', 'drop']]],
    ['开始了的不再变', [child('a', { caseStatus: 'withdrawn' }), child('b', { waitsFor: ['a'] })], true, []],
  ])('%s', (_name, children, ready, moves) => {
    expect(listMoves(children, () => ready).map((one) => [one.child.key, one.move.move])).toEqual(moves);
  });

  it('按事项得出整件事的状态', () => {
    expect(stateOf([child('a'), waiting('b', 'a')])).toBe('handling');
    expect(stateOf([child('a', { caseStatus: 'supplementing' }), child('b', approved)])).toBe('supplementing');
    expect(stateOf([child('a', approved), child('b', { caseStatus: 'refused' })])).toBe('decided');
    expect(stateOf([child('a', { ...approved, caseStatus: 'closed' }), child('b', { state: 'dropped', caseStatus: null })])).toBe('closed');
    expect(stateOf([child('a', { caseStatus: 'withdrawn' }), child('b', { state: 'dropped', caseStatus: null })])).toBe('withdrawn');
  });

  const keys = ['a', 'b', 'c', 'd', 'e'];
  const graphs = fc.tuple(...keys.map((key, index) => fc.record({
    key: fc.constant(key), itemName: fc.constant(key), waitsFor: fc.subarray(keys.slice(0, index)),
    fate: fc.constantFrom<Partial<ChildStanding>>(approved, { caseStatus: 'decided', caseOutcome: 'denied' }, { caseStatus: 'refused' }),
  })));

  it('不论先后怎样、结果怎样，总会办完：每个事项或者有结果，或者因为前面的失败不再办理', () => {
    fc.assert(fc.property(graphs, (graph) => {
      let now: ChildStanding[] = graph.map(({ fate: _fate, ...one }) => (one.waitsFor.length === 0 ? child(one.key, one) : waiting(one.key, ...one.waitsFor)));
      for (let round = 0; round < keys.length + 1; round += 1) {
        now = now.map((one) => (one.state === 'opened' && !isSettled(one) ? { ...one, ...graph.find(({ key }) => key === one.key)?.fate } : one));
        const moves = listMoves(now, () => true);
        now = now.map((one) => {
          const move = moves.find((moved) => moved.child.key === one.key)?.move.move;
          return move === undefined ? one : move === 'open' ? { ...one, state: 'opened', caseStatus: 'submitted' } : { ...one, state: 'dropped' };
        });
      }
      expect(now.every(isSettled)).toBe(true);
      for (const one of now) {
        const failed = now.filter(({ key }) => one.waitsFor.includes(key)).some(({ caseOutcome }) => caseOutcome !== 'approved');
        expect(one.state === 'dropped').toBe(failed);
      }
    }));
  });

  it('预计日期沿最长的一路推算；等申请人的没有日期', () => {
    const add = (day: string, days: number): string => String(Number(day) + days);
    const time = { days: 3, clockDueOn: null, acceptanceDueOn: null };
    const due = dueDates([
      { ...child('a'), ...time, clockDueOn: '15' }, { ...child('b', { caseStatus: 'submitted' }), ...time, acceptanceDueOn: '14' }, { ...waiting('c', 'a', 'b'), ...time },
      { ...child('d', { caseStatus: 'supplementing' }), ...time }, { ...waiting('e', 'd'), ...time }, { ...child('f', approved), ...time },
    ], add, '10');
    expect([...due].map(([key, { dueOn }]) => [key, dueOn])).toEqual([['a', '15'], ['b', '17'], ['c', '20'], ['d', null], ['e', null], ['f', null]]);
  });
});
