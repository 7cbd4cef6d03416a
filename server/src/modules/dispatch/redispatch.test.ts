import { beforeAll, describe, expect, it } from 'vitest';
import { listInbox } from '../../kernel/workflow/contract.ts';
import { applyAsElder } from '../../testing/apply.ts';
import { refusalOf } from '../../testing/http-client.ts';
import { accept, look } from '../../testing/office.ts';
import { useTestCity, type Signed } from '../../testing/test-city.ts';
import { acceptCase } from '../intake/contract.ts';
import { getDispatchRecord, redispatchTasks } from './contract.ts';
import { addSupervisor, recordsOf } from './testing/dispatching.ts';

const city = useTestCity({ now: '2026-11-23T09:30:00+08:00' });
const civil = '区民政局';
let supervisor: Signed;
let clerk: Signed;
beforeAll(async () => {
  supervisor = await addSupervisor(city());
  clerk = await city().officer(civil, 'window');
});

/** A case that waits at the window of 区民政局. */
async function waiting(): Promise<{ caseId: string; number: string; taskId: string }> {
  const { receipt: { caseId, number } } = await applyAsElder(city());
  await city().server.relay.drain();
  const [record] = await recordsOf(supervisor, number);
  return { caseId, number, taskId: record?.taskId ?? '' };
}

const send = (by: Signed, tasks: readonly { taskId: string; sequence?: number }[], to: { organizationId?: string; postCode?: string; staffId?: string }, reason = '窗口人手不足') =>
  by.http.call(redispatchTasks, { body: { tasks: tasks.map(({ taskId, sequence = 0 }) => ({ taskId, sequence })), to, reason } });

describe('监督人员改派 (DEC-07)', () => {
  it('改派到别的机构：原来的人不能再办，新的人看得到、办得了，理由留下记录', async () => {
    const { caseId, number, taskId } = await waiting();
    const other = await city().officer('区行政审批局', 'window');
    expect(await refusalOf(look(other, caseId))).toMatchObject({ code: 'cases.not-found' });
    const sent = await send(supervisor, [{ taskId }], { organizationId: city().organizationId('区行政审批局') });
    expect(sent).toMatchObject({ done: 1, failed: 0, results: [{ taskId, ok: true, target: '区行政审批局窗口受理岗' }] });
    await city().server.relay.drain();
    const view = await look(clerk, caseId);
    expect(view.tasks).toMatchObject([{ name: '受理', mine: false }]);
    expect(await refusalOf(clerk.http.call(acceptCase, { params: { caseId }, body: { version: view.version, points: [] } }))).toMatchObject({ code: 'cases.not-your-task' });
    expect((await other.http.call(listInbox, { query: { q: number } })).items).toHaveLength(1);
    await accept(other, caseId);

    const record = (await recordsOf(supervisor, number)).find((one) => one.taskId === taskId);
    expect(record).toMatchObject({ outcome: 'by-person', sequence: 1, reason: '窗口人手不足', byName: supervisor.name, target: '区行政审批局窗口受理岗', state: 'done', rule: null });
    const { history } = await supervisor.http.call(getDispatchRecord, { params: { recordId: record?.id ?? '' } });
    expect(history.map(({ outcomeLabel, target }) => [outcomeLabel, target])).toEqual([['按流程', '区民政局窗口受理岗'], ['人工改派', '区行政审批局窗口受理岗']]);
    const events = await city().server.database.db.pool.query(`SELECT data FROM kernel.event WHERE type = 'dispatch.task-redispatched' AND aggregate_id = $1`, [caseId]);
    expect(events.rows).toMatchObject([{ data: { taskId, from: '区民政局窗口受理岗', to: '区行政审批局窗口受理岗', reason: '窗口人手不足' } }]);
    const audit = await city().server.database.db.pool.query(`SELECT actor_id FROM kernel.audit_entry WHERE action = 'dispatch.redispatch-task' AND object_id = $1`, [caseId]);
    expect(audit.rows).toMatchObject([{ actor_id: supervisor.id }]);
  });

  it('改派给一个人：已经签收的人失去它，别人也不能签收', async () => {
    const { number, taskId } = await waiting();
    const colleague = await city().officer(civil, 'window', '同事');
    expect(await send(supervisor, [{ taskId }], { staffId: colleague.id })).toMatchObject({ done: 1, results: [{ target: colleague.name }] });
    expect((await clerk.http.call(listInbox, { query: { q: number } })).items).toEqual([]);
    expect((await colleague.http.call(listInbox, { query: { q: number } })).items).toHaveLength(1);
  });

  it('成批改派逐件给出结果：办结的、重复的、看不到的不改，其余照改', async () => {
    const [open, over, twice] = [await waiting(), await waiting(), await waiting()];
    await accept(clerk, over.caseId);
    const nowhere = '00000000-0000-7000-8000-000000000000';
    const sent = await send(supervisor, [open, over, twice, twice, { taskId: nowhere }], { organizationId: city().organizationId('区行政审批局') });
    expect([sent.done, sent.failed, sent.results.map(({ code }) => code)]).toEqual([2, 3, [null, 'dispatch.task-over', null, 'dispatch.stale', 'dispatch.task-not-found']]);
    expect(sent.results[1]?.message).toBe('这个待办已经办结、被退回或被取消。不需要改派；请刷新分发监控。');
  });

  it('两名监督人员同时改派同一个待办：一个成功，一个得到明确的拒绝，没有混在一起', async () => {
    const { number, taskId } = await waiting();
    const second = await addSupervisor(city());
    const [one, two] = await Promise.all([
      send(supervisor, [{ taskId }], { organizationId: city().organizationId('区行政审批局') }), send(second, [{ taskId }], { organizationId: city().organizationId('区人社局') }),
    ]);
    const [won, lost] = one.done === 1 ? [one, two] : [two, one];
    expect([won.done, lost.done, lost.results[0]?.code]).toEqual([1, 0, 'dispatch.stale']);
    const [record] = await recordsOf(supervisor, number);
    expect(record).toMatchObject({ sequence: 1, target: won.results[0]?.target });
    const { rows } = await city().server.database.db.pool.query(`SELECT candidate_keys FROM workflow.task WHERE id = $1`, [taskId]);
    expect(rows).toMatchObject([{ candidate_keys: [`o:${city().organizationId(record?.target.startsWith('区行政审批局') === true ? '区行政审批局' : '区人社局')}|p:window`] }]);
    // who saw it before is told, even long after
    expect((await send(second, [{ taskId }], { organizationId: city().organizationId('区公安分局') })).results).toMatchObject([{ code: 'dispatch.stale' }]);
  });

  it('不该改派的人和去向都被拒绝', async () => {
    const { taskId } = await waiting();
    const police = city().organizationId('区公安分局');
    expect(await refusalOf(send(clerk, [{ taskId }], { organizationId: police }))).toMatchObject({ status: 403 });
    const own = await city().officer(civil, 'supervision');
    expect((await send(own, [{ taskId }], { organizationId: police })).results).toMatchObject([{ code: 'dispatch.target-outside' }]);
    const elsewhere = await city().officer('区公安分局', 'supervision');
    expect((await send(elsewhere, [{ taskId }], { organizationId: police })).results).toMatchObject([{ code: 'dispatch.task-not-found' }]);
    expect(await refusalOf(send(supervisor, [{ taskId }], {}))).toMatchObject({ code: 'dispatch.no-target' });
    expect((await send(supervisor, [{ taskId }], { organizationId: city().organizationId(civil), postCode: 'window' })).results).toMatchObject([{ code: 'dispatch.same-target' }]);
    expect((await send(supervisor, [{ taskId }], { organizationId: police, postCode: 'licence-making' })).results).toMatchObject([{ code: 'workflow.no-handler' }]);
    expect(await refusalOf(send(supervisor, [{ taskId }], { organizationId: police }, ''))).toMatchObject({ status: 400 });
  });
});
