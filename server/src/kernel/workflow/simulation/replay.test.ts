import { describe, expect, it } from 'vitest';
import type { NoHandlerPolicy, ProcessModel } from '@tongban/bpmn-model';
import { begin, finish, model, node, task } from '../interpreter/testing/drive.ts';
import { StepCounter, type StepProfile } from './profile.ts';
import { replay, shareOf, type Assumption, type PastVisit, type Surroundings } from './replay.ts';

const hour = 3_600;
const day = 24 * hour;
const profile = (...times: [Record<string, unknown>, number][]): StepProfile => {
  const counter = new StepCounter();
  for (const [result, seconds] of times) counter.add(result, seconds);
  return counter.profile();
};
const around = (more: Partial<Omit<Surroundings, 'assumptions'>> & { assumptions?: readonly Assumption[] } = {}): Surroundings => ({
  profiles: new Map(), profilesByStep: new Map(), hasHandler: () => true, ...more, assumptions: new Map((more.assumptions ?? []).map((one) => [one.node, one])),
});
const run = (process: ProcessModel, visits: readonly PastVisit[], surroundings = around(), variables: Record<string, unknown> = {}, seed = 'case') => replay(process, { seed, variables, visits }, surroundings);
const reviewed = (id: string, more: object = {}) => task(id, { step: 'review', ...more });
/** acceptance, a review that a gateway looks at, and a check for what passed. */
const choice = () => model([begin, task('a'), reviewed('r'), node('exclusive', 'g', {}), task('c'), finish], 's > a > r > g', 'g > c if conclusion = "pass"', 'g > e else', 'c > e');

describe('用办过的件试算 (WFL-03)', () => {
  it('有记录的环节按本件当时的结果和用时走，走过的连线各记一次', () => {
    const process = choice();
    const visits = [{ node: 'a', result: {}, seconds: hour }, { node: 'r', result: { conclusion: 'pass' }, seconds: 2 * day }];
    expect(run(process, visits)).toMatchObject({
      result: 'ended', flows: ['s-a', 'a-r', 'r-g', 'g-c', 'c-e'], seconds: hour + 2 * day,
      visits: [{ node: 'a', timeBy: 'recorded' }, { node: 'r', from: hour, until: hour + 2 * day, outcomeBy: 'recorded' }, { node: 'c', timeBy: 'none', outcomeBy: 'none' }],
    });
    expect(run(process, [{ node: 'r', result: { conclusion: 'fail' }, seconds: day }]).visits.map((visit) => visit.node)).toEqual(['a', 'r']);
  });

  it('没有记录的环节：先按设定，再按这个环节的多数件，再按同类环节的多数件；用时再按时限', () => {
    const process = model([begin, reviewed('r', { limitWorkingDays: '3' }), node('exclusive', 'g', {}), task('c'), finish], 's > r > g', 'g > c if conclusion = "pass"', 'g > e else', 'c > e');
    const passed = profile([{ conclusion: 'pass' }, hour], [{ conclusion: 'pass' }, 3 * hour], [{ conclusion: 'fail' }, 2 * hour]);
    const failed = profile([{ conclusion: 'fail' }, day]);
    expect(run(process, [], around({ profiles: new Map([['r', passed]]), profilesByStep: new Map([['review', failed]]) }))).toMatchObject({ visits: [{ until: 2 * hour, timeBy: 'common', outcomeBy: 'common', result: { conclusion: 'pass' } }, { node: 'c' }] });
    expect(run(process, [], around({ profilesByStep: new Map([['review', failed]]) }))).toMatchObject({ visits: [{ until: 3 * day, timeBy: 'limit', outcomeBy: 'common', result: { conclusion: 'fail' } }] });
    const assumed = { node: 'r', days: 1.5, outcomes: [{ values: { conclusion: 'pass' }, percent: 100 }] };
    expect(run(process, [], around({ assumptions: [assumed], profiles: new Map([['r', failed]]) }))).toMatchObject({ visits: [{ until: 1.5 * day, timeBy: 'assumed', outcomeBy: 'assumed' }, { node: 'c' }] });
  });

  it('设定的比例大致成立，同一件每次试算结果相同', () => {
    const assumption = { node: 'r', outcomes: [{ values: { conclusion: 'pass' }, percent: 70 }, { values: { conclusion: 'fail' }, percent: 30 }] };
    const results = (salt: string) => Array.from({ length: 400 }, (_case, index) => run(choice(), [], around({ assumptions: [assumption] }), {}, `${salt}${index}`).visits[1]?.result['conclusion']);
    const passed = results('a').filter((one) => one === 'pass').length;
    expect(passed).toBeGreaterThan(240);
    expect(passed).toBeLessThan(320);
    expect(results('a')).toEqual(results('a'));
    expect(shareOf('a')).not.toBe(shareOf('b'));
  });

  it('当时退回过的再退回一次，之后接着走', () => {
    const process = model([begin, reviewed('r'), task('d', { step: 'decision' }), finish], 's > r > d > e');
    const visits = [
      { node: 'r', result: { conclusion: 'pass' }, seconds: day }, { node: 'd', seconds: hour, returnedTo: 'r' }, { node: 'r', result: { conclusion: 'fail' }, seconds: day }, { node: 'd', result: { outcome: 'denied' }, seconds: hour },
    ];
    const replayed = run(process, visits);
    expect(replayed.visits.map(({ node: at, returned }) => [at, returned])).toEqual([['r', false], ['d', true], ['r', false], ['d', false]]);
    expect(replayed).toMatchObject({ result: 'ended', seconds: 2 * day + 2 * hour });
  });

  it('并行的分支各按各的用时，从最慢的一支接着走；边界定时先到先触发', () => {
    const parallel = model([begin, node('parallel', 'f', {}), task('a'), task('b'), node('parallel', 'j', {}), task('c'), finish], 's > f > a > j > c > e', 'f > b > j');
    expect(run(parallel, [{ node: 'a', result: {}, seconds: day }, { node: 'b', result: {}, seconds: 3 * day }, { node: 'c', result: {}, seconds: hour }])).toMatchObject({ seconds: 3 * day + hour });
    const timed = model([begin, task('a'), node('boundary-timer', 't', { host: 'a', interrupting: true, timer: { type: 'working-days', value: '2' } }), task('late'), finish], 's > a > e', 't > late > e');
    expect(run(timed, [{ node: 'a', result: {}, seconds: day }]).visits.map((visit) => visit.node)).toEqual(['a']);
    expect(run(timed, [{ node: 'a', result: {}, seconds: 5 * day }])).toMatchObject({ visits: [{ node: 'late', from: 2 * day }], result: 'ended' });
  });

  it('条件都不成立、表达式缺数据、没有人办：卡住并说出在哪里；跳过和交给大厅负责人另外记下', () => {
    const gate = model([begin, node('exclusive', 'g', {}), task('a'), task('b'), finish], 's > g', 'g > a if large = true', 'g > b if large = 7', 'a > e', 'b > e');
    expect(run(gate, [], around(), { large: 1 })).toMatchObject({ result: 'stuck', refusal: { code: 'no-flow-taken', params: { node: 'g' } } });
    const broken = model([begin, node('exclusive', 'g', {}), task('a'), finish], 's > g', 'g > a if area > ', 'g > e else', 'a > e');
    expect(run(broken, [])).toMatchObject({ result: 'stuck', refusal: { code: 'expression-failed', params: { node: 'g' } } });
    const nobody = around({ hasHandler: () => false });
    const lone = (noHandler: NoHandlerPolicy) => model([begin, task('a', { noHandler }), finish], 's > a > e');
    expect(run(lone('refuse'), [], nobody)).toMatchObject({ result: 'stuck', refusal: { code: 'no-handler' } });
    expect(run(lone('skip'), [], nobody)).toMatchObject({ result: 'ended', skipped: ['a'], visits: [] });
    expect(run(lone('administrator'), [], nobody)).toMatchObject({ result: 'ended', visits: [{ node: 'a', unhandled: true }] });
  });

  it('走不出的一圈走 20 遍为止，说出是哪些环节；全自动的一圈由解释器停下', () => {
    const loop = model([begin, reviewed('r'), task('c'), node('exclusive', 'g', {}), finish], 's > r > c > g', 'g > r if conclusion = "fail"', 'g > e else');
    const replayed = run(loop, [], around({ profiles: new Map([['r', profile([{ conclusion: 'fail' }, hour])]]) }));
    expect(replayed).toMatchObject({ result: 'loop', loop: ['r'] });
    expect(replayed.visits.length).toBeLessThan(60);
    const automatic = model([begin, node('service-task', 'n', { name: '推送', handler: 'h' }), node('exclusive', 'x', {}), finish], 's > n > x', 'x > n if true = true', 'x > e else');
    expect(run(automatic, [], around(), { true: true })).toMatchObject({ result: 'stuck', refusal: { code: 'endless-loop', params: { names: ['推送', 'x'] } } });
  });

  it('会签的人再多也不算走圈', () => {
    const many = model([begin, task('a', { multi: { collection: 'list' } }), finish], 's > a > e');
    expect(run(many, [], around(), { list: Array.from({ length: 60 }, (_one, index) => index) })).toMatchObject({ result: 'ended' });
  });
});
