import { beforeAll, describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import type { StaffActor } from '../access/index.ts';
import { commit } from '../commit.ts';
import { createId, WriteBatch } from '../db/index.ts';
import {
  addSigners, cancelInstance, circulateTask, claimTask, completeActivity, completeTask, countInbox, delegateTask, fireDueTimers, listInbox, listReturnTargets,
  listTasksOf, markRead, migrateInstance, publishDefinition, releaseTask, resumeInstance, returnTask, startInstance, suspendInstance, transferTask,
  type StepResult,
} from './index.ts';
import { contextOf, createOffice, processXml, publish, userTask, type Office } from './testing/office.ts';

const server = useTestServer();
let office: Office;

const fork = (id: string): string => `<bpmn:parallelGateway id="${id}"/>`;
const review = [
  userTask('accept', '受理', 'window', undefined, 'tongban:step="acceptance" tongban:limitWorkingDays="1"'),
  fork('f'),
  userTask('planning', '规划审查', 'preliminary-review', '=lead', 'tongban:step="review" tongban:limitWorkingDays="3"'),
  userTask('fire', '消防审查', 'preliminary-review', '=other', 'tongban:step="review"'),
  fork('j'),
  userTask('decide', '决定', 'decision', undefined, 'tongban:step="decision"'),
].join('');
const reviewFlows = ['s > accept > f > planning > j > decide > e', 'f > fire > j'];

beforeAll(async () => {
  office = await createOffice(server().database.db);
  await publish(server().kernel, 'review', review, ...reviewFlows);
});

const as = (actor?: StaffActor) => contextOf(server().kernel, actor);

async function begin(processKey = 'review', variables: Record<string, unknown> = {}): Promise<{ instanceId: string; subjectId: string }> {
  const batch = new WriteBatch();
  const subjectId = createId();
  const instanceId = await startInstance(as(), batch, {
    processKey, subjectType: 'case', subjectId, subjectNumber: `511600-${subjectId.slice(-6)}`, subjectName: '张三', title: '建设工程规划许可',
    variables: { lead: office.planning, other: office.fire, ...variables },
  });
  await commit(as(), batch);
  return { instanceId, subjectId };
}

async function write(act: (batch: WriteBatch) => Promise<StepResult>): Promise<StepResult> {
  const batch = new WriteBatch();
  const result = await act(batch);
  await commit(as(), batch);
  return result;
}

async function taskOf(subjectId: string, node: string): Promise<string> {
  const task = (await listTasksOf(as(), { subjectType: 'case', subjectId })).find((one) => one.node === node);
  if (!task) throw new Error(`no open task at ${node}`);
  return task.taskId;
}

async function complete(actor: StaffActor, subjectId: string, node: string, variables: Record<string, unknown> = {}): Promise<StepResult> {
  const taskId = await taskOf(subjectId, node);
  return write((batch) => completeTask(as(actor), batch, { taskId, variables, opinion: '同意' }));
}

const nodesOf = async (subjectId: string): Promise<string[]> => (await listTasksOf(as(), { subjectType: 'case', subjectId })).map(({ node }) => node).sort();
const todoOf = async (actor: StaffActor, subjectId: string): Promise<string[]> =>
  (await listInbox(as(actor), { limit: 100 })).items.filter(({ subject }) => subject.id === subjectId).map(({ name }) => name);

describe('办理 (WFL-01)', () => {
  test('两部门并联审查到决定，一步一条语句', async () => {
    const { subjectId } = await begin();
    expect(await todoOf(office.clerk, subjectId)).toEqual(['受理']);
    expect(await todoOf(office.planner, subjectId)).toEqual([]);
    await complete(office.clerk, subjectId, 'accept');
    expect(await todoOf(office.planner, subjectId)).toEqual(['规划审查']);
    expect(await todoOf(office.fireReviewer, subjectId)).toEqual(['消防审查']);
    await complete(office.planner, subjectId, 'planning');
    expect(await nodesOf(subjectId)).toEqual(['fire']);
    const joined = await complete(office.fireReviewer, subjectId, 'fire');
    expect(joined.created).toMatchObject([{ node: 'decide', step: 'decision' }]);
    const ended = await complete(office.leader, subjectId, 'decide', { outcome: 'approved' });
    expect(ended).toMatchObject({ status: 'completed', ended: { how: 'completed', end: 'e' }, created: [] });
    expect(await nodesOf(subjectId)).toEqual([]);
  });

  test('办理人一栏写明部门与岗位，时限按工作日', async () => {
    const { subjectId } = await begin();
    expect(await listTasksOf(as(office.clerk), { subjectType: 'case', subjectId })).toMatchObject([{ handler: '窗口受理岗', mine: true, dueOn: '2026-11-23' }]);
    await complete(office.clerk, subjectId, 'accept');
    expect(await listTasksOf(as(office.clerk), { subjectType: 'case', subjectId })).toMatchObject([
      { node: 'planning', handler: '广安市自然资源和规划局审查岗', mine: false, dueOn: '2026-11-25' },
      { node: 'fire', handler: '广安市消防救援支队审查岗', mine: false, dueOn: null },
    ]);
  });

  test('不是办理人、已办结、两人同时推进都被拒绝，什么也不写', async () => {
    const { subjectId } = await begin();
    const taskId = await taskOf(subjectId, 'accept');
    await expect(completeTask(as(office.planner), new WriteBatch(), { taskId })).rejects.toMatchObject({ code: 'workflow.not-handler', kind: 'forbidden' });
    const [one, other] = [new WriteBatch(), new WriteBatch()];
    await completeTask(as(office.clerk), one, { taskId });
    await completeTask(as(office.clerk), other, { taskId });
    await commit(as(), one);
    await expect(commit(as(), other)).rejects.toMatchObject({ code: 'workflow.stale', kind: 'conflict' });
    expect(await nodesOf(subjectId)).toEqual(['fire', 'planning']);
    await expect(completeTask(as(office.clerk), new WriteBatch(), { taskId })).rejects.toMatchObject({ code: 'workflow.task-not-found' });
  });

  test('退回逐级重走与可退环节', async () => {
    const { subjectId } = await begin();
    await complete(office.clerk, subjectId, 'accept');
    await complete(office.planner, subjectId, 'planning');
    await complete(office.fireReviewer, subjectId, 'fire');
    const taskId = await taskOf(subjectId, 'decide');
    expect(await listReturnTargets(as(office.leader), taskId)).toEqual([{ node: 'accept', name: '受理' }, { node: 'planning', name: '规划审查' }, { node: 'fire', name: '消防审查' }]);
    await write((batch) => returnTask(as(office.leader), batch, { taskId, target: 'planning', reason: '图纸不清' }));
    expect(await nodesOf(subjectId)).toEqual(['planning']);
    await complete(office.planner, subjectId, 'planning');
    expect(await nodesOf(subjectId)).toEqual(['decide']);
    const done = await listInbox(as(office.leader), { box: 'done' });
    expect(done.items.filter(({ subject }) => subject.id === subjectId)).toMatchObject([{ result: 'returned', note: '图纸不清' }]);
  });

  test('撤回时取消一切；挂起的不在待办里，恢复后回来', async () => {
    const { subjectId, instanceId } = await begin();
    await write((batch) => suspendInstance(as(), batch, instanceId));
    expect(await todoOf(office.clerk, subjectId)).toEqual([]);
    const taskId = await taskOf(subjectId, 'accept');
    await expect(completeTask(as(office.clerk), new WriteBatch(), { taskId })).rejects.toMatchObject({ code: 'workflow.instance-suspended' });
    await write((batch) => resumeInstance(as(), batch, instanceId));
    expect(await todoOf(office.clerk, subjectId)).toEqual(['受理']);
    const result = await write((batch) => cancelInstance(as(), batch, instanceId));
    expect(result.ended).toEqual({ how: 'terminated', end: undefined });
    expect(await nodesOf(subjectId)).toEqual([]);
  });
});

describe('签收、转办、委托、加签、传阅 (WFL-01, WFL-02)', () => {
  test('签收后别人看不到也办不了，退回签收后恢复', async () => {
    const { subjectId } = await begin();
    await complete(office.clerk, subjectId, 'accept');
    const taskId = await taskOf(subjectId, 'planning');
    await claimTask(as(office.planner), taskId);
    await claimTask(as(office.planner), taskId);
    expect(await todoOf(office.otherPlanner, subjectId)).toEqual([]);
    await expect(claimTask(as(office.otherPlanner), taskId)).rejects.toMatchObject({ code: 'workflow.claimed-by-other', title: '这个待办已由李·买买提签收' });
    await expect(completeTask(as(office.otherPlanner), new WriteBatch(), { taskId })).rejects.toMatchObject({ code: 'workflow.claimed-by-other' });
    await expect(releaseTask(as(office.otherPlanner), taskId)).rejects.toMatchObject({ code: 'workflow.not-claimed' });
    await releaseTask(as(office.planner), taskId);
    expect(await todoOf(office.otherPlanner, subjectId)).toEqual(['规划审查']);
  });

  test('转办给部门以外的人；不在职的人拒绝', async () => {
    const { subjectId } = await begin();
    const taskId = await taskOf(subjectId, 'accept');
    await expect(transferTask(as(office.clerk), { taskId, to: createId(), reason: '休假' })).rejects.toMatchObject({ code: 'workflow.staff-not-found' });
    await transferTask(as(office.clerk), { taskId, to: office.fireReviewer.id, reason: '休假' });
    expect(await todoOf(office.clerk, subjectId)).toEqual([]);
    expect(await listTasksOf(as(office.fireReviewer), { subjectType: 'case', subjectId })).toMatchObject([{ handler: '赵强', mine: true }]);
    await complete(office.fireReviewer, subjectId, 'accept');
    expect(await nodesOf(subjectId)).toEqual(['fire', 'planning']);
  });

  test('委托办完回到委托人确认', async () => {
    const { subjectId } = await begin();
    const taskId = await taskOf(subjectId, 'accept');
    await delegateTask(as(office.clerk), { taskId, to: office.leader.id, confirm: true, reason: '请代办' });
    await complete(office.leader, subjectId, 'accept');
    expect(await listTasksOf(as(office.clerk), { subjectType: 'case', subjectId })).toMatchObject([{ taskId, handler: '王敏', mine: true }]);
    await complete(office.clerk, subjectId, 'accept');
    expect(await nodesOf(subjectId)).toEqual(['fire', 'planning']);
  });

  test('前加签期间原待办不可提交', async () => {
    const { subjectId } = await begin();
    const taskId = await taskOf(subjectId, 'accept');
    await addSigners(as(office.clerk), { taskId, mode: 'before', signers: [office.leader.id], reason: '请领导先看' });
    expect(await todoOf(office.clerk, subjectId)).toEqual([]);
    expect((await listInbox(as(office.leader), {})).items.find(({ subject }) => subject.id === subjectId)).toMatchObject({ sign: 'before', claim: 'open' });
    await expect(completeTask(as(office.clerk), new WriteBatch(), { taskId })).rejects.toMatchObject({ code: 'workflow.task-held' });
    const signing = (await listTasksOf(as(office.leader), { subjectType: 'case', subjectId })).find(({ mine }) => mine)?.taskId ?? '';
    await write((batch) => completeTask(as(office.leader), batch, { taskId: signing }));
    expect(await todoOf(office.clerk, subjectId)).toEqual(['受理']);
  });

  test('传阅进入待阅，读后进入已阅；不能替别人读', async () => {
    const { subjectId } = await begin();
    const taskId = await taskOf(subjectId, 'accept');
    const before = await countInbox(as(office.leader));
    await circulateTask(as(office.clerk), { taskId, readers: [office.leader.id, office.leader.id], note: '请知悉' });
    await circulateTask(as(office.clerk), { taskId, readers: [office.leader.id], note: '再发一次' });
    expect((await countInbox(as(office.leader))).toRead).toBe(before.toRead + 1);
    const [reading] = (await listInbox(as(office.leader), { box: 'to-read' })).items.filter(({ subject }) => subject.id === subjectId);
    expect(reading).toMatchObject({ kind: 'reading', name: '王敏传阅', note: '请知悉' });
    await expect(markRead(as(office.clerk), reading?.id ?? '')).rejects.toMatchObject({ code: 'workflow.reading-not-found' });
    await markRead(as(office.leader), reading?.id ?? '');
    await markRead(as(office.leader), reading?.id ?? '');
    expect((await listInbox(as(office.leader), { box: 'read' })).items.map(({ id }) => id)).toContain(reading?.id);
    await expect(circulateTask(as(office.planner), { taskId, readers: [office.leader.id], note: '' })).rejects.toMatchObject({ code: 'workflow.not-handler' });
  });
});

describe('无人办理', () => {
  const lonely = (policy: string): string => userTask('lonely', '制证', 'licence-making', undefined, `tongban:noHandler="${policy}"`) + userTask('after', '送达', 'window');

  test.each([['refuse'], ['administrator'], ['skip']])('规则 %s', async (policy) => {
    await publish(server().kernel, `lonely-${policy}`, lonely(policy), 's > lonely > after > e');
    if (policy === 'refuse') {
      await expect(begin(`lonely-${policy}`)).rejects.toMatchObject({ code: 'workflow.no-handler', title: '下一环节“制证”没有可以办理的人员' });
      return;
    }
    const { subjectId } = await begin(`lonely-${policy}`);
    expect(await nodesOf(subjectId)).toEqual([policy === 'skip' ? 'after' : 'lonely']);
    expect(await todoOf(policy === 'skip' ? office.clerk : office.leader, subjectId)).toEqual([policy === 'skip' ? '送达' : '制证']);
  });
});

describe('定时', () => {
  test('到期才触发，恰好一次；挂起的等恢复', async () => {
    const wait = '<bpmn:intermediateCatchEvent id="t"><bpmn:timerEventDefinition tongban:workingDays="5"/></bpmn:intermediateCatchEvent>';
    await publish(server().kernel, 'timed', wait + userTask('after', '送达', 'window'), 's > t > after > e');
    const first = await begin('timed');
    const second = await begin('timed');
    await write((batch) => suspendInstance(as(), batch, second.instanceId));
    expect(await fireDueTimers(as())).toBe(0);
    server().clock.set('2026-11-28T00:00:00+08:00');
    const fired = await Promise.all([fireDueTimers(as()), fireDueTimers(as())]);
    expect(fired.reduce((sum, one) => sum + one)).toBe(1);
    expect([await nodesOf(first.subjectId), await nodesOf(second.subjectId)]).toEqual([['after'], []]);
    await write((batch) => resumeInstance(as(), batch, second.instanceId));
    expect(await fireDueTimers(as())).toBe(1);
    expect(await nodesOf(second.subjectId)).toEqual(['after']);
    server().clock.set('2026-11-20T10:00:00+08:00');
  });
});

describe('定义、调用、服务、迁移', () => {
  test('同样的内容不产生新版本，有误的不能发布', async () => {
    expect(await publish(server().kernel, 'review', review, ...reviewFlows)).toBe(1);
    expect(await publish(server().kernel, 'review', `${review}<bpmn:textAnnotation id="n"/>`, ...reviewFlows)).toBe(2);
    const xml = processXml('bad', '<bpmn:scriptTask id="x"/>', ['s > x > e']);
    await expect(publishDefinition(as(), new WriteBatch(), { key: 'bad', xml })).rejects.toMatchObject({ code: 'workflow.definition-invalid', issues: [{ path: 'x', code: 'unsupported-element' }] });
    await expect(begin('nowhere')).rejects.toMatchObject({ code: 'workflow.definition-not-found' });
  });

  test('调用活动启动子流程，子流程结束后主流程继续；取消主流程时子流程一并终止', async () => {
    await publish(server().kernel, 'child', userTask('inner', '内部核查', 'window'), 's > inner > e');
    await publish(server().kernel, 'caller', `<bpmn:callActivity id="c" calledElement="child"/>${userTask('after', '送达', 'window')}`, 's > c > after > e');
    const { subjectId } = await begin('caller');
    expect(await nodesOf(subjectId)).toEqual(['inner']);
    await complete(office.clerk, subjectId, 'inner', { checked: true });
    expect(await nodesOf(subjectId)).toEqual(['after']);
    const other = await begin('caller');
    await write((batch) => suspendInstance(as(), batch, other.instanceId));
    await write((batch) => cancelInstance(as(), batch, other.instanceId));
    expect(await nodesOf(other.subjectId)).toEqual([]);
  });

  test('服务任务作为事件发出，等待的由回报推进', async () => {
    await publish(server().kernel, 'served', `<bpmn:serviceTask id="w" tongban:handler="check-licence" tongban:mode="waiting"/>${userTask('after', '送达', 'window')}`, 's > w > after > e');
    const { subjectId, instanceId } = await begin('served');
    const { rows } = await server().database.db.pool.query<{ data: { activityId: string; handler: string } }>(
      `SELECT data FROM kernel.event WHERE type = 'workflow.service-invoked' AND aggregate_id = $1`, [subjectId],
    );
    expect(rows).toMatchObject([{ data: { handler: 'check-licence', instanceId, waiting: true } }]);
    await write((batch) => completeActivity(as(), batch, { instanceId, activityId: rows[0]?.data.activityId ?? '', variables: { valid: true } }));
    expect(await nodesOf(subjectId)).toEqual(['after']);
  });

  test('在办实例按节点表迁移到新版本', async () => {
    await publish(server().kernel, 'moving', userTask('old', '旧环节', 'window'), 's > old > e');
    const { subjectId, instanceId } = await begin('moving');
    await publish(server().kernel, 'moving', userTask('fresh', '新环节', 'window') + userTask('extra', '复核', 'decision'), 's > fresh > extra > e');
    const move = (nodeMap: Record<string, string>) => write((batch) => migrateInstance(as(), batch, { instanceId, processKey: 'moving', toVersion: 2, nodeMap }));
    await expect(move({})).rejects.toMatchObject({ code: 'workflow.migration-token-unmapped', title: '环节 old 没有对应到新版本的环节' });
    await move({ old: 'fresh' });
    expect(await todoOf(office.clerk, subjectId)).toEqual(['新环节']);
    await complete(office.clerk, subjectId, 'fresh');
    expect(await nodesOf(subjectId)).toEqual(['extra']);
  });
});

describe('待办列表 (WFL-02)', () => {
  test('翻页不重不漏，按时限排序，按关键字和类型筛选', async () => {
    const actor: StaffActor = { ...office.clerk, id: createId(), postCodes: ['supervision'] };
    await publish(server().kernel, 'supervised', userTask('x', '督办', 'supervision', undefined, 'tongban:limitWorkingDays="=days" tongban:noHandler="refuse"'), 's > x > e');
    await server().database.db.pool.query(`UPDATE organization.staff_post SET post_code = 'supervision' WHERE staff_id = $1`, [office.otherPlanner.id]);
    const subjects: string[] = [];
    for (const days of [5, 1, 3, 2, 4]) subjects.push((await begin('supervised', { days })).subjectId);
    const pages = async (query: Parameters<typeof listInbox>[1]): Promise<string[]> => {
      const ids: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await listInbox(as(actor), { ...query, limit: 2, ...(cursor === undefined ? {} : { cursor }) });
        ids.push(...page.items.map(({ subject }) => subject.id));
        cursor = page.nextCursor;
      }
      return ids;
    };
    expect(await pages({})).toEqual([...subjects].reverse());
    expect(await pages({ order: 'due' })).toEqual([1, 3, 2, 4, 0].map((at) => subjects[at]));
    expect(await pages({ q: subjects[2]?.slice(-6) ?? '' })).toEqual([subjects[2]]);
    expect(await pages({ q: '100%' })).toEqual([]);
    expect(await pages({ subjectType: 'incident' })).toEqual([]);
    expect(await countInbox(as(actor))).toEqual({ todo: 5, dueToday: 0, overdue: 0, toRead: 0 });
    server().clock.set('2026-11-24T09:00:00+08:00');
    expect(await countInbox(as(actor))).toMatchObject({ dueToday: 1, overdue: 1 });
    expect((await listInbox(as(actor), { order: 'due', limit: 2 })).items.map(({ level }) => level)).toEqual(['overdue', 'today']);
    server().clock.set('2026-11-20T10:00:00+08:00');
  });

  test('没有登录不能看待办', async () => {
    const answer = await server().app.inject({ method: 'GET', url: '/api/v1/inbox' });
    expect(answer.statusCode).toBe(401);
  });
});
