import { beforeAll, describe, expect, it } from 'vitest';
import { createWorkingCalendar, workingSeconds } from '../../../kernel/calendar/index.ts';
import { fictitiousResidentId } from '../../../kernel/identity/fictitious-numbers.ts';
import { applyFor } from '../../../testing/apply.ts';
import { statementsOf } from '../../../testing/count-statements.ts';
import { refusalOf } from '../../../testing/http-client.ts';
import { accept, approve, deliver, review } from '../../../testing/office.ts';
import { useTestCity, type Signed } from '../../../testing/test-city.ts';
import { getCaseProgress, type StepVisit } from '../../cases/contract.ts';
import { getStepTimes, listTimedProcesses } from '../contract.ts';
import { countSteps } from './count-steps.ts';
import { wholeMonths } from './read-step-times.ts';

const city = useTestCity({ now: '2026-11-02T10:00:00+08:00' });
const hour = 3_600;

describe('工作日里的时间', () => {
  const calendar = createWorkingCalendar({ coveredYears: [2026], exceptions: [] });
  const at = (time: string) => new Date(`${time}+08:00`);
  it.each([
    ['同一天', '2026-11-02T09:00', '2026-11-02T11:30', 2.5], ['跨周末', '2026-11-06T22:00', '2026-11-09T01:00', 3], ['整个周末', '2026-11-07T08:00', '2026-11-08T20:00', 0], ['倒过来', '2026-11-03T08:00', '2026-11-02T08:00', 0],
  ])('%s', (_name, from, to, hours) => expect(workingSeconds(calendar, at(from), at(to))).toBe(hours * hour));

  it.each([
    ['2026-01-01', '2026-12-31', '2027-01-05', ['2026-01-01', '2027-01-01']], ['2026-01-15', '2026-03-31', '2026-12-01', ['2026-02-01', '2026-04-01']], ['2026-01-15', '2026-03-30', '2026-12-01', ['2026-02-01', '2026-03-01']],
    ['2025-12-20', '2026-12-19', '2026-12-19', ['2026-01-01', '2026-12-01']], ['2026-11-01', '2026-11-30', '2026-11-18', ['2026-11-01', '2026-11-01']], ['2026-02-10', '2026-02-20', '2026-12-01', ['2026-02-01', '2026-02-01']],
  ])('%s 至 %s、统计到 %s：整月', (from, to, countedTo, months) => {
    expect(wholeMonths(from, to, countedTo)).toEqual(months);
  });
});

describe('流程图上的进展和环节耗时 (WFL-03)', () => {
  let caseId = '';
  let supervisor: Signed, other: Signed;
  const progress = async (by: Signed) => {
    const { processes: [process] } = await by.http.call(getCaseProgress, { params: { caseId } });
    if (!process) throw new Error('no process');
    return process;
  };
  const times = async (by: Signed, query: object = {}) => {
    const { processes: [process] } = await by.http.call(listTimedProcesses, {});
    return by.http.call(getStepTimes, { query: { definitionId: process?.versions[0]?.definitionId ?? '', from: '2026-11-01', to: '2026-11-30', ...query } });
  };

  beforeAll(async () => {
    [supervisor, other] = [await city().officer('区民政局', 'supervision'), await city().officer('区住建局', 'supervision')];
    const applicant = await city().person({ name: '王秀兰', documentNumber: fictitiousResidentId(978, '19410203') });
    ({ caseId } = await applyFor(city(), applicant, 'elderly-allowance', [{ question: 'who', option: 'self' }]));
    await city().server.relay.drain();
  });

  it('停在哪里、走过哪里、每个环节多久；没有办过的没有数', async () => {
    const before = await progress(supervisor);
    expect(before).toMatchObject({ ended: false, standing: [{ name: expect.stringContaining('受理') }], called: false, migrations: [] });
    expect(before.taken).toHaveLength(1);
    expect((await supervisor.http.call(listTimedProcesses, {})).processes).toEqual([]);
    await city().moveTo('2026-11-02T12:00');
    await accept(await city().officer('区民政局', 'window'), caseId);
    await city().moveTo('2026-11-09T09:00');
    const after = await progress(supervisor);
    const [accepted, standing] = after.visits as [StepVisit, StepVisit];
    expect(accepted).toMatchObject({ state: 'completed', stateLabel: '已办', elapsedSeconds: 2 * hour, workingDays: 0, stoppedDays: 0 });
    expect(standing).toMatchObject({ state: 'open', elapsedSeconds: 7 * 24 * hour - 3 * hour, workingDays: 5, endedAt: null });
    expect(after.taken.length).toBeGreaterThan(before.taken.length);
    expect(after.xml).toContain(standing.node);
  });

  it('走到结束，图上没有停着的；统计按部门的范围，重复统计不重复计', async () => {
    await review(await city().officer('区民政局', 'preliminary-review'), caseId);
    await review(await city().officer('区民政局', 'review'), caseId);
    await approve(await city().officer('区民政局', 'decision'), caseId);
    await city().server.relay.drain();
    await deliver(await city().officer('区民政局', 'delivery'), caseId);
    await city().server.relay.drain();
    expect(await progress(supervisor)).toMatchObject({ ended: true, standing: [] });
    for (let count = 0; count < 2; count += 1) await countSteps(city().system());
    const seen = await times(supervisor);
    expect(seen.steps.map(({ count }) => count)).toEqual(seen.steps.map(() => 1));
    expect(seen.steps.length).toBeGreaterThanOrEqual(4);
    const [first] = seen.steps;
    // Nobody claimed it: all of the two hours were waited.
    expect(first?.waiting.median).toBeGreaterThan(1.9 * hour);
    expect(first?.waiting.median).toBeLessThan(2.1 * hour);
    expect(first).toMatchObject({ name: expect.stringContaining('受理'), handling: { median: 0, p90: 0 } });
    const reviewed = seen.steps[1];
    expect(reviewed?.total.median).toBeGreaterThan((reviewed?.waiting.median ?? 0) * 1.2);
    expect(seen).toMatchObject({ departments: [{ organizationName: expect.stringContaining('民政局') }], countedAt: expect.any(String), process: { version: 1 } });
    expect((await other.http.call(listTimedProcesses, {})).processes).toEqual([]);
    const definitionId = (await supervisor.http.call(listTimedProcesses, {})).processes[0]?.versions[0]?.definitionId ?? '';
    expect((await other.http.call(getStepTimes, { query: { definitionId, from: '2026-11-01', to: '2026-11-30' } })).steps).toEqual([]);
    expect((await times(supervisor, { from: '2026-10-01', to: '2026-10-31' })).steps).toEqual([]);
    expect((await times(supervisor, { regionCode: '520000000000' })).steps).toEqual([]);
    expect((await times(supervisor, { regionCode: '511602000000', organizationId: city().organizationId('区民政局') })).steps).toHaveLength(seen.steps.length);
  });

  it('月底过后整月合计，数与逐日相同', async () => {
    const daily = await times(supervisor);
    await city().moveTo('2026-12-02T09:00');
    await countSteps(city().system());
    const { rows: [added] } = await city().server.kernel.db.pool.query<{ months: number }>('SELECT count(*)::int AS months FROM supervision.step_month');
    expect(added?.months).toBe(daily.steps.length * 3);
    expect((await times(supervisor)).steps).toEqual(daily.steps);
    expect((await times(supervisor, { from: '2026-11-02', to: '2026-12-02' })).steps).toEqual(daily.steps);
    const definitionId = (await supervisor.http.call(listTimedProcesses, {})).processes[0]?.versions[0]?.definitionId ?? '';
    expect((await other.http.call(getStepTimes, { query: { definitionId, from: '2026-11-01', to: '2026-11-30' } })).steps).toEqual([]);
  });

  it('期限不对的不答；导出成表格；没有权限的不行；读几条语句与件数无关', async () => {
    for (const period of [{ from: '2026-11-30', to: '2026-11-01' }, { from: '2025-01-01', to: '2026-11-01' }]) expect((await refusalOf(times(supervisor, period))).code).toBe('supervision.bad-period');
    const definitionId = (await supervisor.http.call(listTimedProcesses, {})).processes[0]?.versions[0]?.definitionId ?? '';
    const reads = await statementsOf(() => supervisor.http.call(getStepTimes, { query: { definitionId, from: '2026-11-01', to: '2026-11-30' } }));
    expect(reads.filter((text) => /step_day|step_progress|workflow\.task/.test(text)).length).toBe(3);
    const exported = await city().server.app.inject({ method: 'GET', url: `/api/v1/supervision/step-times/export?definitionId=${definitionId}&from=2026-11-01&to=2026-11-30`, headers: supervisor.headers });
    expect(exported.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const clerk = await city().officer('区民政局', 'window');
    expect((await refusalOf(clerk.http.call(listTimedProcesses, {}))).status).toBe(403);
    const stranger = await city().officer('区住建局', 'window');
    expect((await refusalOf(stranger.http.call(getCaseProgress, { params: { caseId } }))).status).toBe(404);
  });
});
