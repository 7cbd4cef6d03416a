import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { envelopeStates, legs, type Leg } from './contract.ts';
import { applyEnvelopeAction, standingLabel, waysFrom, type EnvelopeAction, type Standing } from './states.ts';

const start: Standing = { leg: 'forward', state: 'pending', prior: null };
const put = (leg: Leg): EnvelopeAction => ({ type: 'put-in', leg });
const plain = (type: Exclude<EnvelopeAction['type'], 'put-in'>): EnvelopeAction => ({ type });
const actions = fc.oneof(fc.constantFrom(...legs).map(put), fc.constantFrom(...(['take-out', 'hand-over', 'call-back', 'sign', 'refuse', 'cancel'] as const)).map(plain));
/** Every standing on the way; refused actions leave it as it is. */
const walk = (taken: readonly EnvelopeAction[]): Standing[] => taken.reduce<Standing[]>((path, action) => {
  const outcome = applyEnvelopeAction(path.at(-1) ?? start, action);
  return outcome.ok ? [...path, outcome.next] : path;
}, [start]);
const run = (...taken: EnvelopeAction[]): Standing => taken.reduce<Standing>((standing, action) => {
  const outcome = applyEnvelopeAction(standing, action);
  if (!outcome.ok) throw new Error(`${action.type}: ${outcome.refusal}`);
  return outcome.next;
}, start);

describe('材料袋的状态 (INT-12)', () => {
  it.each<[string, EnvelopeAction[], string]>([
    ['递交并签收', [put('forward'), plain('hand-over'), plain('sign')], '已签收'],
    ['退回后再递交', [put('forward'), plain('hand-over'), plain('refuse'), put('forward'), plain('hand-over'), plain('sign')], '已签收'],
    ['取出批次，回到待递交', [put('forward'), plain('take-out')], '待递交'],
    ['没有签收就收回', [put('forward'), plain('hand-over'), plain('call-back')], '待递交'],
    ['用完交回窗口', [put('forward'), plain('hand-over'), plain('sign'), put('back'), plain('hand-over'), plain('sign')], '已交回窗口'],
    ['直接归档', [put('forward'), plain('hand-over'), plain('sign'), put('archive'), plain('hand-over'), plain('sign')], '已归档'],
    ['交回被退，仍由部门保管', [put('forward'), plain('hand-over'), plain('sign'), put('back'), plain('hand-over'), plain('refuse'), put('archive'), plain('hand-over')], '归档途中'],
    ['收回交回的批次，回到已签收', [put('forward'), plain('hand-over'), plain('sign'), put('back'), plain('hand-over'), plain('call-back')], '已签收'],
    ['办件终止，还没有递交', [plain('cancel')], '不再递交'],
    ['办件终止，退回后没有再递交', [put('forward'), plain('hand-over'), plain('refuse'), plain('cancel')], '不再递交'],
  ])('%s', (_name, taken, label) => {
    expect(standingLabel(run(...taken))).toBe(label);
  });

  it.each<[string, EnvelopeAction[]]>([
    ['没有递交就签收', [put('forward'), plain('sign')]], ['签收两次', [put('forward'), plain('hand-over'), plain('sign'), plain('sign')]], ['没有递交就交回', [put('back')]],
    ['装进两个批次', [put('forward'), put('forward')]], ['已经在部门的办件终止时取消', [put('forward'), plain('hand-over'), plain('sign'), plain('cancel')]],
    ['再次递交装批次时取消', [put('forward'), plain('hand-over'), plain('sign'), put('back'), plain('hand-over'), plain('sign'), put('forward'), plain('cancel')]],
    ['归档之后再动', [put('forward'), plain('hand-over'), plain('sign'), put('archive'), plain('hand-over'), plain('sign'), put('back')]],
  ])('%s：不允许', (_name, taken) => {
    expect(() => run(...taken)).toThrow('custody.wrong-state');
  });

  it('不论怎么走：记着来处的只有批次里的；同一次递交只能签收或退回一次；终点不再动', () => {
    fc.assert(fc.property(fc.array(actions, { maxLength: 40 }), (taken) => {
      const path = walk(taken);
      for (const standing of path) {
        expect(standing.prior !== null).toBe(standing.state === 'batched' || standing.state === 'in-transit');
        expect(envelopeStates).toContain(standing.state);
      }
      const signed = path.filter(({ state }, at) => (state === 'received' || state === 'refused') && path[at - 1]?.state === 'in-transit').length;
      const handed = path.filter(({ state }) => state === 'in-transit').length;
      expect(signed).toBeLessThanOrEqual(handed);
      const end = path.findIndex((one) => one.state === 'cancelled' || (one.state === 'received' && one.leg === 'archive'));
      if (end >= 0) expect(end).toBe(path.length - 1);
    }));
  });

  it('取出和收回总是回到装批次之前', () => {
    fc.assert(fc.property(fc.array(actions, { maxLength: 30 }), fc.constantFrom(...legs), fc.boolean(), (taken, leg, handed) => {
      const before = walk(taken).at(-1) ?? start;
      fc.pre(waysFrom(before).includes(leg));
      const batched = applyEnvelopeAction(before, put(leg));
      if (!batched.ok) throw new Error('a way that is offered is refused');
      const gone = handed ? applyEnvelopeAction(batched.next, plain('hand-over')) : batched;
      if (!gone.ok) throw new Error('a batched envelope is not handed over');
      expect(applyEnvelopeAction(gone.next, plain(handed ? 'call-back' : 'take-out'))).toEqual({ ok: true, next: before });
    }));
  });
});
