import { describe, expect, test } from 'vitest';
import type { ProcessModel, ProcessNode } from '@tongban/bpmn-model';
import { start, type Outcome } from './index.ts';
import { begin, Drive, evaluate, finish, model, node, task } from './testing/drive.ts';

const gateway = (kind: 'exclusive' | 'parallel' | 'inclusive', id: string) => node(kind, id, {});
const codeOf = (outcome: Outcome) => (outcome.ok ? 'ok' : outcome.refusal.code);
const startCode = (process: ProcessModel, variables = {}) => codeOf(start(process, variables, { evaluate, newId: () => 'x' }));

describe('顺序与网关', () => {
  test('任务依次创建，结束恰好一次并带出变量', () => {
    const drive = new Drive(model([begin, task('a', { name: '受理', step: 'acceptance', limitWorkingDays: '=days' }), task('b'), finish], 's > a > b > e'), { days: 5 });
    expect([...drive.open.values()]).toEqual([
      { type: 'task-created', taskId: 'id1', node: 'a', name: '受理', step: 'acceptance', candidates: [{ role: 'clerk' }], limitWorkingDays: 5 },
    ]);
    drive.complete('a', { accepted: true });
    expect(drive.at).toEqual(['b']);
    drive.complete('b');
    expect(drive.ended).toEqual([{ type: 'process-ended', how: 'completed', end: 'e', variables: { days: 5, accepted: true } }]);
    expect(drive.state).toMatchObject({ status: 'completed', tokens: [], scopes: [], done: ['a', 'b'] });
  });

  const choice = model([begin, gateway('exclusive', 'x'), task('a'), task('b'), task('c'), finish], 's > x > a if first', 'x > b if second', 'x > c else', 'a > e', 'b > e', 'c > e');
  test.each([
    [{ first: true, second: true }, ['a']],
    [{ first: false, second: true }, ['b']],
    [{ first: false, second: false }, ['c']],
  ])('排他网关取第一个成立的条件 %j', (variables, expected) => {
    expect(new Drive(choice, variables).at).toEqual(expected);
  });

  const some = model(
    [begin, gateway('inclusive', 'o'), task('a'), task('b'), task('c'), gateway('inclusive', 'j'), task('after'), finish],
    's > o > a if first', 'o > b if second', 'o > c else', 'a > j', 'b > j', 'c > j > after > e',
  );
  test.each([
    [{ first: true, second: true }, ['a', 'b']],
    [{ first: false, second: true }, ['b']],
    [{ first: false, second: false }, ['c']],
  ])('包容网关取全部成立的条件，汇聚等齐 %j', (variables, expected) => {
    const drive = new Drive(some, variables);
    expect(drive.at).toEqual(expected);
    for (const id of expected) {
      expect(drive.at).not.toContain('after');
      drive.complete(id);
    }
    expect(drive.at).toEqual(['after']);
    expect(drive.complete('after').ended).toHaveLength(1);
  });

  test('并行汇聚等齐所有分支', () => {
    const drive = new Drive(model([begin, gateway('parallel', 'f'), task('a'), task('b'), gateway('parallel', 'j'), task('c'), finish], 's > f > a > j', 'f > b > j > c > e'));
    expect(drive.complete('b').at).toEqual(['a']);
    expect(drive.complete('a').at).toEqual(['c']);
  });

  test('终止结束事件取消同层其余任务与定时', () => {
    const stop: ProcessNode = { kind: 'end', id: 'stop', terminate: true };
    const remind = node('boundary-timer', 't', { host: 'a', interrupting: false, timer: { type: 'duration', value: 'PT1H' } });
    const drive = new Drive(model([begin, gateway('parallel', 'f'), task('a'), task('b'), stop, finish, remind], 's > f > a > e', 'f > b > stop', 't > e'));
    drive.complete('b');
    expect(drive.at).toEqual([]);
    expect(drive.timers.size).toBe(0);
    expect(drive.ended).toMatchObject([{ how: 'completed', end: 'stop' }]);
  });
});

describe('办理人', () => {
  const withCandidates = (candidates: unknown, noHandler = 'administrator') =>
    model([begin, { ...task('a'), ...{ candidates, noHandler } } as ProcessNode, task('b'), finish], 's > a > b > e');

  test.each([
    [[{ post: 'reviewer', organisation: '=unit' }], [{ post: 'reviewer', organisation: '510100' }]],
    [[{ organisation: '=missing' }, { role: 'r' }], [{ role: 'r' }]],
    [[{ expression: 'people' }], [{ person: 'u1' }, { post: 'p', organisation: 'o' }]],
    [[{ expression: 'one' }], [{ person: 'u9' }]],
  ])('%j', (candidates, expected) => {
    const drive = new Drive(withCandidates(candidates), { unit: '510100', people: ['u1', { post: 'p', organisation: 'o', note: 1 }], one: 'u9' });
    expect([...drive.open.values()][0]?.candidates).toEqual(expected);
  });

  test.each([
    ['administrator', ['a']],
    ['skip', ['b']],
  ])('无人办理时按 %s 处理', (policy, expected) => {
    const drive = new Drive(withCandidates([{ role: 'clerk' }], policy), {}, { hasHandler: (candidate) => candidate.role !== 'clerk' });
    expect(drive.at[0]).toEqual(expected[0]);
    expect(drive.last.some((effect) => effect.type === (policy === 'skip' ? 'task-skipped' : 'task-created'))).toBe(true);
    if (policy === 'administrator') expect([...drive.open.values()][0]).toMatchObject({ unhandled: true, candidates: [] });
  });

  test.each([
    ['no-handler', withCandidates([{ expression: 'nobody' }], 'refuse')],
    ['candidate-invalid', withCandidates([{ expression: '7' }])],
    ['candidate-invalid', withCandidates([{ post: '=count people' }])],
    ['candidate-invalid', withCandidates([{ expression: '[{"name":"x"}]' }])],
  ])('拒绝 %s', (code, process) => {
    expect(startCode(process, { people: [1] })).toBe(code);
  });
});

describe('服务任务与调用活动', () => {
  test('同步的立即继续，等待的等回报', () => {
    const drive = new Drive(
      model([begin, node('service-task', 'n', { handler: 'notify' }), node('service-task', 'w', { handler: 'check', waiting: true }), task('a'), finish], 's > n > w > a > e'),
      { number: 1 },
    );
    expect(drive.last).toMatchObject([
      { type: 'service-invoked', handler: 'notify', waiting: false, variables: { number: 1 } },
      { type: 'service-invoked', handler: 'check', waiting: true },
    ]);
    expect(drive.at).toEqual([]);
    expect(drive.completeActivity({ passed: true }).at).toEqual(['a']);
    expect(drive.state.variables).toEqual({ number: 1, passed: true });
  });

  test('调用活动等被调流程结束，超时取消', () => {
    const process = model(
      [begin, node('call-activity', 'c', { process: 'child' }), task('a'), task('late'), finish, node('boundary-timer', 't', { host: 'c', interrupting: true, timer: { type: 'working-days', value: '3' } })],
      's > c > a > e', 't > late > e',
    );
    expect(new Drive(process).completeActivity().at).toEqual(['a']);
    const late = new Drive(process);
    expect([...late.timers.values()][0]?.due).toEqual({ type: 'working-days', value: 3 });
    late.fire('t');
    expect(late.activities.size).toBe(0);
    expect(late.at).toEqual(['late']);
  });
});

describe('定时与消息', () => {
  const boundary = (interrupting: boolean, type: 'duration' | 'cycle', value: string) =>
    model([begin, task('a'), task('b'), task('r'), finish, node('boundary-timer', 't', { host: 'a', interrupting, timer: { type, value } })], 's > a > b > e', 't > r > e');

  test('中间定时到点才继续', () => {
    const drive = new Drive(model([begin, node('timer', 't', { timer: { type: 'date', value: '=when' } }), task('a'), finish], 's > t > a > e'), { when: '2026-12-01' });
    expect([...drive.timers.values()][0]?.due).toEqual({ type: 'date', value: '2026-12-01' });
    expect(drive.fire('t').at).toEqual(['a']);
  });

  test('中断的边界定时取消任务', () => {
    expect(new Drive(boundary(true, 'duration', 'PT1H')).fire('t').at).toEqual(['r']);
  });

  test('不中断的边界定时在旁边开出分支，任务完成后取消未到的定时', () => {
    const drive = new Drive(boundary(false, 'duration', 'PT1H'));
    expect(drive.fire('t').at).toEqual(['a', 'r']);
    drive.complete('a').complete('r').complete('b');
    expect(drive.ended).toHaveLength(1);
    expect(new Drive(boundary(false, 'duration', 'PT1H')).complete('a').timers.size).toBe(0);
  });

  test.each([
    ['R2/PT1H', 2, 0],
    ['R/PT1H', 5, 1],
  ])('重复定时 %s', (cycle, firings, left) => {
    const drive = new Drive(boundary(false, 'cycle', cycle));
    for (let count = 0; count < firings; count++) {
      expect([...drive.timers.values()][0]?.due).toEqual({ type: 'duration', value: 'PT1H' });
      drive.fire('t');
    }
    expect(drive.timers.size).toBe(left);
    expect(drive.at.filter((id) => id === 'r')).toHaveLength(firings);
  });

  test('消息按名称与关联键送达等得最久的一处', () => {
    const message = (id: string, correlationKey?: string) => node('message', id, { message: 'paid', ...(correlationKey === undefined ? {} : { correlationKey }) });
    const drive = new Drive(model([begin, gateway('parallel', 'f'), message('m1', 'first'), message('m2'), task('a'), task('b'), finish], 's > f > m1 > a > e', 'f > m2 > b > e'), { first: 'k1' });
    expect(codeOf(drive.receive('other'))).toBe('message-not-awaited');
    expect(drive.take(drive.receive('paid', 'k2', { amount: 5 })).at).toEqual(['b']);
    expect(codeOf(drive.receive('paid', 'k2'))).toBe('message-not-awaited');
    expect(drive.take(drive.receive('paid', 'k1')).at).toEqual(['a', 'b']);
    expect(drive.state.variables).toMatchObject({ amount: 5 });
  });

  test('边界消息中断子流程连同内部一切', () => {
    const process = model(
      [begin, node('sub-process', 'sub', {}), { ...begin, id: 'is', scope: 'sub' }, { ...task('x'), scope: 'sub' }, { ...finish, id: 'ie', scope: 'sub' }, task('w'), finish, node('boundary-message', 'm', { host: 'sub', interrupting: true, message: 'withdrawn' })],
      's > sub > e', 'is > x > ie', 'm > w > e',
    );
    const drive = new Drive(process);
    expect(drive.at).toEqual(['x']);
    drive.take(drive.receive('withdrawn'));
    expect(drive.at).toEqual(['w']);
    expect(drive.state.scopes).toEqual([]);
  });
});

describe('子流程与会签', () => {
  const vote = (extra: object) =>
    model([begin, task('v', { candidates: [{ organisation: '=unit' }], multi: { collection: 'units', elementVariable: 'unit', ...extra } }), task('after'), finish], 's > v > after > e');

  test('并行会签按集合创建，全部完成才继续', () => {
    const drive = new Drive(vote({}), { units: ['A', 'B', 'C'] });
    expect([...drive.open.values()].map((one) => [one.index, one.candidates[0]?.organisation])).toEqual([[0, 'A'], [1, 'B'], [2, 'C']]);
    expect(drive.complete('v', {}, 1).complete('v').at).toEqual(['v']);
    expect(drive.complete('v').at).toEqual(['after']);
  });

  test('顺序会签一次一人', () => {
    const drive = new Drive(vote({ sequential: true }), { units: ['A', 'B'] });
    expect(drive.at).toEqual(['v']);
    drive.complete('v');
    expect([...drive.open.values()][0]?.candidates).toEqual([{ organisation: 'B' }]);
    expect(drive.complete('v').at).toEqual(['after']);
  });

  test('完成条件成立时取消其余，意见按完成次序汇总', () => {
    const drive = new Drive(vote({ outputElement: 'agreed', outputCollection: 'votes', completionCondition: 'numberOfCompletedInstances >= 2' }), { units: ['A', 'B', 'C'] });
    drive.complete('v', { agreed: false }, 2).complete('v', { agreed: true });
    expect(drive.last.filter((effect) => effect.type === 'task-cancelled')).toMatchObject([{ node: 'v', reason: 'completion-condition' }]);
    expect(drive.at).toEqual(['after']);
    expect(drive.state.variables).toEqual({ units: ['A', 'B', 'C'], votes: [false, true] });
  });

  test('空集合直接通过，次数可为数字', () => {
    const empty = new Drive(vote({ outputElement: 'agreed', outputCollection: 'votes' }), { units: [] });
    expect(empty.at).toEqual(['after']);
    expect(empty.state.variables).toMatchObject({ votes: [] });
    const counted = model([begin, task('v', { multi: { collection: 'times' } }), finish], 's > v > e');
    expect(new Drive(counted, { times: 2 }).at).toEqual(['v', 'v']);
  });

  test('多实例子流程各有自己的变量', () => {
    const inner = (one: ProcessNode): ProcessNode => ({ ...one, scope: 'sub' });
    const process = model(
      [begin, node('sub-process', 'sub', { multi: { collection: 'units', elementVariable: 'unit', outputElement: 'opinion', outputCollection: 'opinions' } }), inner({ ...begin, id: 'is' }), inner(task('x')), inner(gateway('exclusive', 'g')), inner(task('y')), inner({ ...finish, id: 'ie' }), finish],
      's > sub > e', 'is > x > g > y if more', 'g > ie else', 'y > ie',
    );
    const drive = new Drive(process, { units: ['A', 'B'] });
    drive.complete('x', { opinion: 'one', more: false }).complete('x', { opinion: 'two', more: true });
    expect(drive.at).toEqual(['y']);
    drive.complete('y');
    expect(drive.ended[0]?.variables).toEqual({ units: ['A', 'B'], opinions: ['one', 'two'] });
  });

  test('子流程内的终止只结束子流程', () => {
    const inner = (one: ProcessNode): ProcessNode => ({ ...one, scope: 'sub' });
    const process = model(
      [begin, node('sub-process', 'sub', {}), inner({ ...begin, id: 'is' }), inner(gateway('parallel', 'f')), inner(task('x')), inner(task('y')), inner({ kind: 'end', id: 'stop', terminate: true }), inner({ ...finish, id: 'ie' }), task('after'), finish],
      's > sub > after > e', 'is > f > x > stop', 'f > y > ie',
    );
    expect(new Drive(process).complete('x').at).toEqual(['after']);
  });
});

describe('拒绝', () => {
  const one = (middle: ProcessNode) => model([begin, middle, finish], `s > ${middle.id} > e`);
  const choice = (condition: string) => model([begin, gateway('exclusive', 'x'), task('a'), task('b'), finish], `s > x > a if ${condition}`, 'x > b if other', 'a > e', 'b > e');
  const timer = (type: 'duration' | 'working-days', value: string) => one(node('timer', 't', { timer: { type, value } }));
  test.each([
    ['no-flow-taken', choice('false')],
    ['condition-not-boolean', choice('missing')],
    ['expression-failed', choice('fail')],
    ['collection-not-list', one(task('a', { multi: { collection: 'text' } }))],
    ['too-many-instances', one(task('a', { multi: { collection: '1001' } }))],
    ['timer-invalid', timer('duration', '=text')],
    ['timer-invalid', timer('working-days', '=other')],
    ['limit-invalid', one(task('a', { limitWorkingDays: '=text' }))],
    ['endless-loop', model([begin, gateway('exclusive', 'x'), node('service-task', 'n', { handler: 'h' }), finish], 's > n > x > n if true', 'x > e else')],
  ])('%s', (code, process) => {
    expect(startCode(process, { text: 'abc', other: false })).toBe(code);
  });

  test('条件结果未知(null)时视为不成立', () => {
    const process = model([begin, gateway('exclusive', 'x'), task('a'), task('b'), finish], 's > x > a if amount', 'x > b else', 'a > e', 'b > e');
    expect(new Drive(process, { amount: null }).at).toEqual(['b']);
  });

  test('被拒绝的步骤不改变状态', () => {
    const drive = new Drive(model([begin, task('a'), gateway('exclusive', 'x'), task('b'), finish], 's > a > x > b if ok', 'x > e if ok', 'b > e'));
    const before = JSON.stringify(drive.state);
    expect(codeOf(drive.tryComplete('a', { ok: false }))).toBe('no-flow-taken');
    expect(JSON.stringify(drive.state)).toBe(before);
  });
});
