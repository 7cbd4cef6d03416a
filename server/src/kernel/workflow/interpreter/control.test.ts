import { describe, expect, test } from 'vitest';
import type { ProcessNode } from '@tongban/bpmn-model';
import { completeTask, fireTimer, listReturnTargets, migrate, type Outcome } from './index.ts';
import { begin, Drive, finish, model, node, task } from './testing/drive.ts';

const codeOf = (outcome: Outcome) => (outcome.ok ? 'ok' : outcome.refusal.code);
const fork = (id: string) => node('parallel', id, {});

/** 受理 → 两部门并联(甲部门先初审后复核) → 决定 → 不通过则整个重来。 */
const review = model(
  [begin, task('accept'), fork('f'), task('a1'), task('a2'), task('b'), fork('j'), task('decide'), node('exclusive', 'x', {}), finish],
  's > accept > f > a1 > a2 > j > decide > x > accept if redo', 'f > b > j', 'x > e else',
);
const atDecision = () => new Drive(review).complete('accept').complete('b').complete('a1').complete('a2');

describe('退回', () => {
  test('支路内退回不影响另一支路', () => {
    const drive = new Drive(review).complete('accept').complete('b').complete('a1');
    expect(drive.returnTo('a2', 'a1').at).toEqual(['a1']);
    expect(drive.complete('a1').complete('a2').at).toEqual(['decide']);
  });

  test('退到并联之前:另一支路的任务和已到汇聚的都取消重来', () => {
    const drive = new Drive(review).complete('accept').complete('a1');
    expect(drive.returnTo('a2', 'accept').at).toEqual(['accept']);
    expect(drive.last).toMatchObject([{ type: 'task-cancelled', node: 'a2', reason: 'returned' }, { type: 'task-cancelled', node: 'b' }, { type: 'task-created', node: 'accept' }]);
    const joined = new Drive(review).complete('accept').complete('b').complete('a1');
    joined.returnTo('a2', 'accept').complete('accept');
    expect(joined.at).toEqual(['a1', 'b']);
    expect(joined.complete('a1').complete('a2').at).toEqual(['b']);
  });

  test('并联之后退回一个支路逐级重走:其余支路视为已完成', () => {
    const drive = atDecision().returnTo('decide', 'a1');
    expect(drive.at).toEqual(['a1']);
    expect(drive.complete('a1').complete('a2').at).toEqual(['decide']);
    expect(drive.complete('decide', { redo: false }).ended).toHaveLength(1);
  });

  test('退回后直送:完成后直接回到退回人', () => {
    const drive = atDecision().returnTo('decide', 'a1', { then: 'straight-back' });
    expect(drive.last).toMatchObject([{ type: 'task-cancelled' }, { type: 'task-created', node: 'a1', returned: true }]);
    expect(drive.complete('a1').at).toEqual(['decide']);
    expect(drive.complete('decide', { redo: false }).ended).toHaveLength(1);
  });

  test('直送途中再退回,仍逐层直送', () => {
    const drive = atDecision().returnTo('decide', 'a2', { then: 'straight-back' }).returnTo('a2', 'a1');
    expect(drive.complete('a1').at).toEqual(['a2']);
    expect(drive.complete('a2').at).toEqual(['decide']);
  });

  test('直送并停下平行任务:完成后一并恢复,汇聚处的也恢复', () => {
    const drive = new Drive(review).complete('accept').complete('b').complete('a1');
    drive.returnTo('a2', 'accept', { then: 'straight-back', parallel: 'cancel' });
    expect(drive.at).toEqual(['accept']);
    expect(drive.complete('accept').at).toEqual(['a2']);
    expect(drive.complete('a2').at).toEqual(['decide']);
  });

  test('直送而不停平行任务', () => {
    const drive = new Drive(review).complete('accept').complete('a1').returnTo('a2', 'accept', { then: 'straight-back' });
    expect(drive.at).toEqual(['accept', 'b']);
    expect(drive.complete('b').complete('accept').at).toEqual(['a2']);
    expect(drive.complete('a2').at).toEqual(['decide']);
  });

  test('平行的两处都退回时,记着要直送到退回范围内的任务也取消', () => {
    const twice = model([begin, task('a0'), task('a'), fork('f'), task('c1'), task('c2'), fork('j'), finish], 's > a0 > a > f > c1 > j > e', 'f > c2 > j');
    const drive = new Drive(twice).complete('a0').complete('a').returnTo('c1', 'a0', { then: 'straight-back' });
    expect(drive.at).toEqual(['a0', 'c2']);
    expect(drive.returnTo('c2', 'a').at).toEqual(['a']);
    expect(drive.complete('a').complete('c1').complete('c2').ended).toHaveLength(1);
  });

  test('重来一轮之后仍可退回,会签整体退回整体重来', () => {
    const drive = atDecision().complete('decide', { redo: true });
    expect(drive.complete('accept').complete('a1').returnTo('a2', 'accept').at).toEqual(['accept']);
    const vote = new Drive(model([begin, task('a'), task('v', { multi: { collection: '3' } }), finish], 's > a > v > e')).complete('a').complete('v');
    expect(vote.returnTo('v', 'a').at).toEqual(['a']);
    expect(vote.state.scopes).toEqual([]);
    expect(vote.complete('a').at).toEqual(['v', 'v', 'v']);
  });

  test('子流程内退到子流程外,整个子流程取消', () => {
    const inner = (one: ProcessNode): ProcessNode => ({ ...one, scope: 'sub' });
    const process = model([begin, task('a'), node('sub-process', 'sub', {}), inner({ ...begin, id: 'is' }), inner(task('x')), inner(task('y')), inner({ ...finish, id: 'ie' }), finish], 's > a > sub > e', 'is > x > y > ie');
    const drive = new Drive(process).complete('a').complete('x');
    expect(listReturnTargets(process, drive.state, drive.idOf('y'), drive.env)).toEqual(['a', 'x']);
    expect(drive.returnTo('y', 'a').at).toEqual(['a']);
    expect(drive.complete('a').at).toEqual(['x']);
  });

  const refusals: [string, () => Outcome][] = [
    ['return-target-not-task', () => atDecision().tryReturn('decide', 'j')],
    ['return-target-not-task', () => atDecision().tryReturn('decide', 'nowhere')],
    ['return-target-same', () => atDecision().complete('decide', { redo: true }).tryReturn('accept', 'accept')],
    ['return-target-not-visited', () => new Drive(review).complete('accept').tryReturn('b', 'a1')],
    ['return-target-not-upstream', () => new Drive(review).complete('accept').complete('a1').tryReturn('b', 'a1')],
    ['return-would-double', () => new Drive(review).complete('accept').tryReturn('b', 'accept', { parallel: 'keep' })],
  ];
  test.each(refusals)('拒绝 %s', (code, attempt) => {
    expect(codeOf(attempt())).toBe(code);
  });

  test('不能退进已离开的子流程', () => {
    const inner = (one: ProcessNode): ProcessNode => ({ ...one, scope: 'sub' });
    const process = model([begin, node('sub-process', 'sub', {}), inner({ ...begin, id: 'is' }), inner(task('x')), inner({ ...finish, id: 'ie' }), task('a'), finish], 's > sub > a > e', 'is > x > ie');
    expect(codeOf(new Drive(process).complete('x').tryReturn('a', 'x'))).toBe('return-target-out-of-scope');
  });
});

describe('转办、委托、加签', () => {
  const simple = model([begin, task('a'), task('b'), finish], 's > a > b > e');

  test('转办换人,任务照旧', () => {
    const drive = new Drive(simple);
    expect(drive.take(drive.transfer('a', 'u2')).last).toEqual([{ type: 'task-reassigned', taskId: 'id1', node: 'a', how: 'transfer', to: 'u2' }]);
    expect(drive.complete('a').at).toEqual(['b']);
  });

  test('委托需确认时,受托人办完回到委托人', () => {
    const drive = new Drive(simple);
    drive.take(drive.delegate('a', 'u2', true));
    expect(codeOf(drive.delegate('a', 'u3', true))).toBe('task-already-delegated');
    expect(drive.complete('a').last).toMatchObject([{ type: 'task-reassigned', how: 'confirm', to: 'owner' }]);
    expect(drive.at).toEqual(['a']);
    expect(drive.complete('a').at).toEqual(['b']);
  });

  test('不需确认的委托办完即过;转办终止委托', () => {
    const direct = new Drive(simple);
    expect(direct.take(direct.delegate('a', 'u2', false)).complete('a').at).toEqual(['b']);
    const moved = new Drive(simple);
    moved.take(moved.delegate('a', 'u2', true));
    moved.take(moved.transfer('a', 'u3'));
    expect(moved.complete('a').at).toEqual(['b']);
  });

  test('前加签:签完才放行原任务', () => {
    const drive = new Drive(simple);
    drive.take(drive.addSign('a', 'before', ['u1', 'u2']));
    expect([...drive.held]).toEqual(['id1']);
    expect([...drive.open.values()].slice(1)).toMatchObject([{ candidates: [{ person: 'u1' }], sign: { mode: 'before', taskId: 'id1' } }, { candidates: [{ person: 'u2' }] }]);
    expect(codeOf(drive.tryComplete('a'))).toBe('task-held');
    drive.complete('a', {}, 1).complete('a', {}, 1);
    expect([...drive.held]).toEqual([]);
    expect(drive.complete('a').at).toEqual(['b']);
  });

  test('后加签按顺序,原任务的结果保留到签完', () => {
    const drive = new Drive(simple);
    drive.take(drive.addSign('a', 'after', ['u1', 'u2'], true)).complete('a', { opinion: 'ok' });
    expect([...drive.open.values()]).toMatchObject([{ candidates: [{ person: 'u1' }], sign: { mode: 'after', taskId: 'id1' } }]);
    drive.complete('a');
    expect([...drive.open.values()]).toMatchObject([{ candidates: [{ person: 'u2' }], sign: { taskId: 'id1' } }]);
    expect(drive.complete('a').at).toEqual(['b']);
    expect(drive.state.variables).toEqual({ opinion: 'ok' });
  });

  test('加签人可退回,原任务一并取消', () => {
    const drive = new Drive(simple).complete('a');
    drive.take(drive.addSign('b', 'before', ['u1']));
    const signing = drive.idOf('b', 1);
    expect(drive.take(drive.tryReturn('b', 'a', { taskId: signing })).at).toEqual(['a']);
  });

  test.each([
    ['signers-empty', (drive: Drive) => drive.addSign('a', 'before', [])],
    ['task-already-signed', (drive: Drive) => drive.take(drive.addSign('a', 'after', ['u1'])).addSign('a', 'after', ['u2'])],
    ['task-not-found', (drive: Drive) => completeTask(drive.model, drive.state, { taskId: 'none' }, drive.env)],
  ])('拒绝 %s', (code, attempt) => {
    expect(codeOf(attempt(new Drive(simple)))).toBe(code);
  });

  test('加签任务不能再加签', () => {
    const drive = new Drive(simple);
    drive.take(drive.addSign('a', 'after', ['u1'])).complete('a');
    expect(codeOf(drive.addSign('a', 'before', ['u2']))).toBe('sign-task-not-extendable');
  });
});

describe('挂起、恢复、终止', () => {
  const timed = model([begin, fork('f'), task('a'), node('timer', 't', { timer: { type: 'duration', value: 'P1D' } }), node('message', 'm', { message: 'paid' }), node('service-task', 'w', { handler: 'h', waiting: true }), finish], 's > f > a > e', 'f > t > e', 'f > m > e', 'f > w > e');

  test('挂起期间一切步骤被拒绝,恢复后照常', () => {
    const drive = new Drive(timed);
    drive.take(drive.suspend());
    const timerId = [...drive.timers.keys()][0] ?? '';
    expect(codeOf(drive.tryComplete('a'))).toBe('instance-suspended');
    expect(codeOf(fireTimer(drive.model, drive.state, { timerId }, drive.env))).toBe('instance-suspended');
    expect(codeOf(drive.suspend())).toBe('instance-suspended');
    drive.take(drive.resume());
    expect(codeOf(drive.resume())).toBe('instance-not-suspended');
    expect(codeOf(drive.tryComplete('a'))).toBe('ok');
  });

  test('终止取消任务、定时、消息、服务,之后不能再办', () => {
    const drive = new Drive(timed);
    drive.take(drive.suspend());
    drive.take(drive.terminate());
    expect([drive.at, drive.timers.size, drive.subscriptions.size, drive.activities.size]).toEqual([[], 0, 0, 0]);
    expect(drive.ended).toMatchObject([{ how: 'terminated' }]);
    expect(drive.state).toMatchObject({ status: 'terminated', tokens: [], scopes: [] });
    for (const outcome of [drive.terminate(), drive.suspend(), drive.resume()]) expect(codeOf(outcome)).toBe('instance-ended');
    expect(codeOf(completeTask(drive.model, drive.state, { taskId: 'id1' }, drive.env))).toBe('instance-ended');
  });

  test('取消过的定时再触发被拒绝', () => {
    const drive = new Drive(timed);
    expect(codeOf(fireTimer(drive.model, drive.state, { timerId: 'gone' }, drive.env))).toBe('timer-not-found');
  });
});

describe('迁移(WFL-03)', () => {
  const timer = (host: string) => node('boundary-timer', `t_${host}`, { host, interrupting: true, timer: { type: 'duration', value: 'P1D' } });
  const from = model([begin, fork('f'), task('a'), task('b'), fork('j'), timer('a'), task('late'), finish], 's > f > a > j > e', 'f > b > j', 't_a > late > e');
  const to = model([begin, fork('f'), task('a2', { name: '新审查' }), task('b'), fork('j'), timer('b'), task('late'), task('extra'), finish], 's > f > a2 > j > extra > e', 'f > b > j', 't_b > late > e');
  const map = { a: 'a2', b: 'b', j: 'j' };

  test('按节点表移动,任务不变,边界事件随新版本', () => {
    const old = new Drive(from);
    const drive = new Drive(to);
    const outcome = migrate(from, to, old.state, map, old.env);
    expect(outcome.ok && outcome.effects).toMatchObject([
      { type: 'timer-cancelled', node: 't_a' },
      { type: 'timer-scheduled', node: 't_b' },
      { type: 'task-moved', from: 'a', node: 'a2', name: '新审查' },
      { type: 'task-moved', from: 'b', node: 'b' },
    ]);
    if (!outcome.ok) return;
    drive.state = outcome.state;
    drive.open.clear();
    const step = completeTask(to, drive.state, { taskId: [...old.open.values()].find((one) => one.node === 'a')?.taskId ?? '' }, old.env);
    expect(step.ok && step.state.tokens.map((token) => [token.node, token.flow])).toEqual([['b', undefined], ['j', 'a2-j']]);
  });

  test('未映射的令牌拒绝并列出节点,类型或范围不合的也拒绝', () => {
    const old = new Drive(from);
    const attempt = (nodeMap: Record<string, string>) => migrate(from, to, old.state, nodeMap, old.env);
    expect(attempt({ b: 'b' })).toEqual({ ok: false, refusal: { code: 'migration-token-unmapped', params: { nodes: ['a'] } } });
    expect(attempt({ a: 'j', b: 'b' })).toEqual({ ok: false, refusal: { code: 'migration-target-unfit', params: { nodes: ['a'] } } });
    old.complete('a');
    expect(codeOf(attempt({ b: 'b', j: 'j' }))).toBe('migration-target-unfit');
    expect(codeOf(attempt(map))).toBe('ok');
    old.complete('b');
    expect(codeOf(attempt(map))).toBe('instance-ended');
  });

  test('新版本的汇聚条件已满足时立即继续', () => {
    const single = model([begin, task('a2'), fork('j'), task('extra'), finish], 's > a2 > j > extra > e');
    const old = new Drive(model([begin, fork('f'), task('a'), node('timer', 'w', { timer: { type: 'duration', value: 'P1D' } }), fork('j'), finish], 's > f > a > j > e', 'f > w > j')).complete('a');
    expect(codeOf(migrate(old.model, single, old.state, { a: 'a2', j: 'j' }, old.env))).toBe('migration-token-unmapped');
    const gone = { ...old.state, tokens: old.state.tokens.filter((token) => token.node === 'j') };
    const outcome = migrate(old.model, single, gone, { a: 'a2', j: 'j' }, old.env);
    expect(outcome.ok && outcome.state.tokens.map((token) => token.node)).toEqual(['extra']);
  });
});
