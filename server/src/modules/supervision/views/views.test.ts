import { beforeEach, describe, expect, it } from 'vitest';
import { advanceAccounts } from '../../../kernel/time-accounts/index.ts';
import { applyAsElder } from '../../../testing/apply.ts';
import { refusalOf } from '../../../testing/http-client.ts';
import { accept, approve, deliver, review } from '../../../testing/office.ts';
import { useTestCity, type Signed } from '../../../testing/test-city.ts';
import { getBoard, listWatchedCases } from '../contract.ts';
import { exportView, getTrend, getView, viewDimensions, type ViewDimension, type ViewQuery } from '../views.contract.ts';

const city = useTestCity({ now: '2026-11-02T10:00:00+08:00' });

async function on(time: string): Promise<void> {
  await city().moveTo(time);
  await advanceAccounts(city().system());
  await city().server.relay.drain();
}

describe('监察视图 (SUP-03)', () => {
  let supervisor: Signed;
  beforeEach(async () => { supervisor = await city().officer('区民政局', 'supervision'); });
  const period = { from: '2026-11-01', to: '2026-11-30' };
  const view = (by: ViewDimension, query: Partial<ViewQuery> = {}) => supervisor.http.call(getView, { query: { by, ...period, ...query } });

  it('区划、部门、事项、窗口的数与看板相加相等，人员按经手计；走势、导出、列出办件；不在范围的看不到', { timeout: 120_000 }, async () => {
    const [clerk, first, second, decider] = [await city().officer('区民政局', 'window'), await city().officer('区民政局', 'preliminary-review'), await city().officer('区民政局', 'review'), await city().officer('区民政局', 'decision')];
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) ids.push((await applyAsElder(city())).receipt.caseId);
    const [done, late, waiting] = ids as [string, string, string];
    await accept(clerk, done);
    await accept(clerk, late);
    await on('2026-11-04T10:00');
    await review(first, done);
    await review(second, done);
    await approve(decider, done);
    await city().server.relay.drain();
    await deliver(await city().officer('区民政局', 'delivery'), done);
    await on('2026-11-10T10:00');
    const { total: board } = await supervisor.http.call(getBoard, { query: { days: 30 } });
    expect(board).toMatchObject({ waiting: 1, inProgress: 1, yellow: 1, closed: 1, closedOnTime: 1 });
    const { overdueRectifications: _rectifications, ...counts } = board;
    for (const by of viewDimensions) {
      const { lines, total, overlapping } = await view(by);
      expect(total).toMatchObject(counts);
      if (overlapping) continue;
      for (const name of ['waiting', 'inProgress', 'paused', 'warning', 'yellow', 'red', 'closed', 'closedOnTime'] as const) expect([by, name, lines.reduce((sum, line) => sum + line[name], 0)]).toEqual([by, name, board[name]]);
    }
    expect((await view('department')).lines).toMatchObject([{ key: city().organizationId('区民政局'), name: '广安市广安区民政局', averageDays: 2, promisedDays: 5, onTimeShare: 100 }]);
    expect((await view('item')).lines).toMatchObject([{ key: city().itemId('elderly-allowance'), organizationName: '广安市广安区民政局' }]);
    expect((await view('window')).lines).toMatchObject([{ key: 'online', name: '网上申请' }]);
    const persons = new Map((await view('person')).lines.map((line) => [line.key, line]));
    expect(persons.get(clerk.id)).toMatchObject({ inProgress: 1, yellow: 1, closed: 1 });
    expect(persons.get(decider.id)).toMatchObject({ inProgress: 0, closed: 1, closedOnTime: 1 });
    expect(persons.get(first.id)).toMatchObject({ closed: 1 });
    expect((await view('department', { from: '2026-11-05' })).total).toMatchObject({ closed: 0, onTimeShare: null, averageDays: null, yellow: 1 });
    expect((await view('item', { from: '2026-10-15', to: '2026-12-15' })).total).toMatchObject({ closed: 1 });
    expect((await view('region')).lines).toMatchObject([{ key: '511602000000' }]);
    expect((await view('region', { regionCode: '511602000000' })).lines).toHaveLength(1);
    expect((await view('item', { regionCode: '511621000000' })).lines).toEqual([]);

    const trend = await supervisor.http.call(getTrend, { query: { ...period, by: 'person', key: decider.id } });
    expect(trend).toEqual({ grain: 'day', points: [{ on: '2026-11-04', closed: 1, closedOnTime: 1, onTimeShare: 100, averageDays: 2 }] });
    expect((await supervisor.http.call(getTrend, { query: { from: '2026-06-01', to: '2026-11-30' } })).points).toMatchObject([{ on: '2026-11-01', closed: 1 }]);
    expect((await supervisor.http.download(exportView, { query: { by: 'item', ...period } })).type).toContain('spreadsheet');

    const listed = async (query: object) => (await supervisor.http.call(listWatchedCases, { query })).items.map(({ caseId }) => caseId).toSorted();
    expect(await listed({ handlerId: clerk.id })).toEqual([late]);
    expect(await listed({ windowKey: 'online' })).toEqual([late, waiting].toSorted());
    expect(await listed({ itemId: city().itemId('elderly-allowance'), level: 'yellow' })).toEqual([late]);
    expect(await listed({ regionCode: '511621000000' })).toEqual([]);

    const elsewhere = await city().officer('区住建局', 'supervision');
    expect(await elsewhere.http.call(getView, { query: { by: 'item', ...period } })).toMatchObject({ lines: [], total: { inProgress: 0, closed: 0 } });
    for (const call of [() => clerk.http.call(getView, { query: { by: 'item', ...period } }), () => clerk.http.call(getTrend, { query: period })]) expect(await refusalOf(call())).toMatchObject({ status: 403 });
    expect(await refusalOf(clerk.http.download(exportView, { query: { by: 'item', ...period } }))).toMatchObject({ status: 403 });
    expect(await refusalOf(view('item', { from: '2026-12-01', to: '2026-11-01' }))).toMatchObject({ code: 'supervision.bad-period' });
  });
});
