import { beforeAll, describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { commit } from '../../commit.ts';
import { createId, WriteBatch } from '../../db/index.ts';
import { addTestOrganization, signInTestStaff, type TestAccount } from '../../identity/testing/test-accounts.ts';
import { completeTask, findTasksOf, readProgress, startInstance } from '../index.ts';
import type { MigratedCase, Migration, MigrationPlan, MigrationTrial } from '../migration.contract.ts';
import { contextOf, publish, userTask } from '../testing/office.ts';
import { runMigration } from './run-migration.ts';

const server = useTestServer();
let wide: TestAccount, narrow: TestAccount, reviewer: TestAccount;
const key = 'moved';
let versions: string[] = [];

const system = () => contextOf(server().kernel);
const at = (node: string) => userTask(node, { accept: '受理', review: '审查', check: '审查', extra: '现场核查', decide: '决定' }[node] ?? node, 'window');

async function call(who: TestAccount, method: 'GET' | 'POST', url: string, payload?: object): Promise<{ status: number; body: ReturnType<typeof JSON.parse> }> {
  const response = await server().app.inject({ method, url: `/api/v1${url}`, ...(payload ? { payload } : {}), headers: who.headers });
  return { status: response.statusCode, body: response.body === '' ? undefined : response.json() };
}

/** A case that has been through some steps of version 1. */
async function begin(...done: readonly string[]): Promise<string> {
  const subjectId = createId();
  const batch = new WriteBatch();
  await startInstance(system(), batch, { processKey: key, processVersion: 1, subjectType: 'case', subjectId, subjectNumber: `N-${subjectId.slice(-6)}`, subjectName: '张三', title: '养犬登记', variables: {} });
  await commit(system(), batch);
  for (const node of done) {
    const next = new WriteBatch();
    const task = (await findTasksOf(system(), { subjectType: 'case', subjectId })).find((one) => one.node === node);
    await completeTask(system(), next, { taskId: task?.taskId ?? '' });
    await commit(system(), next);
  }
  return subjectId;
}

const whereIs = async (subjectId: string) => (await readProgress(system(), { subjectType: 'case', subjectId }))[0];
const between = () => ({ fromDefinitionId: versions[0], toDefinitionId: versions[1] });
const plan = async (): Promise<MigrationPlan> => (await call(wide, 'GET', `/processes/${key}/migration-plan?fromDefinitionId=${versions[0]}&toDefinitionId=${versions[1]}`)).body;
const start = async (nodeMap: MigrationPlan['nodeMap'], reason = '新版本增加了决定环节') => call(wide, 'POST', `/processes/${key}/migrations`, { ...between(), nodeMap, reason });
const look = async (migrationId: string): Promise<Migration> => (await call(wide, 'GET', `/process-migrations/${migrationId}`)).body;
const casesOf = async (migrationId: string, filter = ''): Promise<MigratedCase[]> => (await call(wide, 'GET', `/process-migrations/${migrationId}/cases?limit=100${filter}`)).body.items;

beforeAll(async () => {
  const { kernel } = server();
  const bureau = await addTestOrganization(kernel, { name: '区行政审批局' });
  await signInTestStaff(kernel, { organizationId: bureau.id, posts: ['window'] });
  wide = await signInTestStaff(kernel, { name: '钱知行', organizationId: bureau.id, roles: [{ code: 'item-administrator', scope: { kind: 'all' } }] });
  narrow = await signInTestStaff(kernel, { organizationId: bureau.id, roles: [{ code: 'item-administrator', scope: { kind: 'organization', organizationPath: bureau.path } }] });
  reviewer = await signInTestStaff(kernel, { organizationId: bureau.id, roles: ['reviewer'] });
  await publish(kernel, key, ['accept', 'review', 'extra'].map(at).join(''), 's > accept > review > extra > e');
  await publish(kernel, key, ['accept', 'check', 'decide'].map(at).join(''), 's > accept > check > decide > e');
  const { rows } = await kernel.db.pool.query<{ id: string }>('SELECT id FROM workflow.definition WHERE key = $1 ORDER BY version', [key]);
  versions = rows.map(({ id }) => id);
});

describe('在办件迁移到新版本 (WFL-03)', () => {
  it('没有在办件时说没有；自己对自己、别的流程的版本、不存在的环节都被拒绝', async () => {
    expect((await start([])).body.code).toBe('workflow.migration-nothing');
    expect((await call(wide, 'GET', `/processes/${key}/migration-plan?fromDefinitionId=${versions[0]}&toDefinitionId=${versions[0]}`)).body.code).toBe('workflow.migration-same-version');
    expect((await call(wide, 'GET', `/processes/other/migration-plan?fromDefinitionId=${versions[0]}&toDefinitionId=${versions[1]}`)).status).toBe(404);
    expect((await start([{ from: 'accept', to: 'nowhere' }])).body).toMatchObject({ code: 'workflow.migration-map-invalid', title: '对应关系中的“nowhere”不在所选的版本里' });
    expect((await start([{ from: 'nowhere', to: 'accept' }])).body.code).toBe('workflow.migration-map-invalid');
    for (const payload of [{ ...between(), nodeMap: [], reason: '短' }, { ...between(), reason: '没有对应关系' }, { ...between(), nodeMap: Array.from({ length: 3_001 }, () => ({ from: 'a', to: 'a' })), reason: '太多的对应关系' }]) {
      expect((await call(wide, 'POST', `/processes/${key}/migrations`, payload)).status).toBe(400);
    }
  });

  it('先按标识、再按名称建议对应；试算说出每件会怎样、哪些不能和为什么；迁移逐件进行并留痕', async () => {
    const [first, second, third] = [await begin(), await begin('accept'), await begin('accept', 'review')];
    const planned = await plan();
    expect(planned).toMatchObject({ running: 3, from: { version: 1 }, to: { version: 2 } });
    expect(planned.nodes.map(({ node, standing, suggested, by }) => [node, standing, suggested, by])).toEqual(expect.arrayContaining([['accept', 1, 'accept', 'id'], ['review', 1, 'check', 'name'], ['extra', 1, null, null]]));
    const route = { ...between(), nodeMap: planned.nodeMap };
    const trial: MigrationTrial = (await call(wide, 'POST', `/processes/${key}/migration-trial`, route)).body;
    expect(trial).toMatchObject({ looked: 3, running: 3, moves: 2, refused: 1 });
    expect(trial.groups[0]).toEqual({ count: 1, result: 'refused', stands: '现场核查', arrives: '', begins: '', reason: '环节“现场核查”没有对应到新版本的环节。请在对应关系中补上这些环节后重试。' });
    const page = (await call(wide, 'POST', `/processes/${key}/migration-trial/cases`, { ...route, limit: 2 })).body;
    expect(page.items).toMatchObject([{ subjectId: first, result: 'moves', arrives: [{ node: 'accept' }] }, { subjectId: second, stands: [{ node: 'review', name: '审查' }], arrives: [{ node: 'check' }] }]);
    expect((await call(wide, 'POST', `/processes/${key}/migration-trial/cases`, { ...route, limit: 2, cursor: page.nextCursor })).body.items).toMatchObject([{ subjectId: third, result: 'refused' }]);
    expect((await whereIs(second))?.version, 'a trial changes nothing').toBe(1);

    const started = await start(planned.nodeMap);
    expect(started, JSON.stringify(started.body)).toMatchObject({ status: 201, body: { state: 'running', total: 3, moved: 0, startedByName: '钱知行', abilities: { stop: true } } });
    const { migrationId } = started.body as Migration;
    expect((await start(planned.nodeMap)).body.code).toBe('workflow.migration-running');
    await runMigration(system(), migrationId);
    expect(await look(migrationId)).toMatchObject({ state: 'done', moved: 2, refused: 1, failed: 0, abilities: { stop: false } });
    expect(await casesOf(migrationId, '&result=refused')).toMatchObject([{ subjectId: third, stood: '现场核查', stands: null, reason: expect.stringContaining('“现场核查”') }]);
    const moved = await whereIs(second);
    expect(moved).toMatchObject({ version: 2, standing: [{ node: 'check', name: '审查' }], taken: ['s-accept', 'accept-check'], migrations: [{ from: 1, to: 2, by: '钱知行' }] });
    expect(moved?.visits.map(({ node, status }) => `${node} ${status}`)).toEqual(['accept completed', 'check open']);
    expect(await whereIs(third)).toMatchObject({ version: 1, standing: [{ node: 'extra' }], migrations: [] });
    const { rows } = await server().kernel.db.pool.query('SELECT object_type, detail FROM kernel.audit_entry WHERE action = \'workflow.migrate-case\' AND object_id = $1', [second]);
    expect(rows.map(({ object_type: type, detail }) => [type, JSON.parse(String(detail))])).toEqual([['case', { migrationId, from: 1, to: 2, startedBy: '钱知行' }]]);
    await expect(server().kernel.db.pool.query('DELETE FROM workflow.migration_case')).rejects.toThrow('append-only');

    const again = await start([...planned.nodeMap, { from: 'extra', to: 'decide' }]);
    await runMigration(system(), again.body.migrationId);
    expect(await look(again.body.migrationId)).toMatchObject({ total: 1, moved: 1, state: 'done' });
    const last = await whereIs(third);
    expect(last).toMatchObject({ version: 2, standing: [{ node: 'decide' }] });
    expect(last?.visits.map(({ node }) => node), 'what was done before is shown where it is now').toEqual(['accept', 'check', 'decide']);
    expect((await call(wide, 'GET', `/processes/${key}/migrations`)).body.items).toMatchObject([{ migrationId: again.body.migrationId }, { migrationId }]);
  });

  it('中断后接着做，做过的不重做；停止后其余的不再迁移', async () => {
    await begin();
    await begin();
    const { nodeMap } = await plan();
    const { migrationId } = (await start(nodeMap)).body as Migration;
    await runMigration(system(), migrationId);
    await server().kernel.db.pool.query(`UPDATE workflow.migration SET state = 'running', ended_at = NULL WHERE id = $1`, [migrationId]);
    await runMigration(system(), migrationId);
    expect(await look(migrationId)).toMatchObject({ state: 'done', total: 2, moved: 2 });

    const left = await begin();
    const stopped = (await start(nodeMap)).body as Migration;
    expect((await call(wide, 'POST', `/process-migrations/${stopped.migrationId}/stop`)).body).toMatchObject({ state: 'stopped', stateLabel: '已停止' });
    await runMigration(system(), stopped.migrationId);
    expect(await look(stopped.migrationId)).toMatchObject({ moved: 0, state: 'stopped' });
    expect((await call(wide, 'POST', `/process-migrations/${stopped.migrationId}/stop`)).body.code).toBe('workflow.migration-over');
    expect((await whereIs(left))?.version).toBe(1);
  });

  it('正在办的件与迁移同时，只有一方成：另一方重试或被告知', async () => {
    const subjects = await Promise.all(Array.from({ length: 6 }, () => begin()));
    const { nodeMap } = await plan();
    const { migrationId } = (await start(nodeMap)).body as Migration;
    const work = async (subjectId: string): Promise<boolean> => {
      const batch = new WriteBatch();
      const [task] = await findTasksOf(system(), { subjectType: 'case', subjectId });
      await completeTask(system(), batch, { taskId: task?.taskId ?? '' });
      return commit(system(), batch).then(() => true, () => false);
    };
    const [worked] = await Promise.all([Promise.all(subjects.map(work)), runMigration(system(), migrationId)]);
    for (const [index, subjectId] of subjects.entries()) {
      const { version, standing } = (await whereIs(subjectId)) ?? { version: 0, standing: [] };
      expect([version, standing.map(({ node }) => node)], `case ${index}`).toEqual([2, worked[index] === true ? ['check'] : ['accept']]);
    }
    expect(await look(migrationId)).toMatchObject({ state: 'done', refused: 0, failed: 0 });
  });

  it('只有管到这个流程的人可以迁移；审查员不行', async () => {
    const { nodeMap } = await plan();
    const { body: { items: [{ migrationId }] } } = await call(wide, 'GET', `/processes/${key}/migrations`);
    const route = { ...between(), nodeMap };
    const asked: [Parameters<typeof call>[1], string, object?][] = [
      ['GET', `/processes/${key}/migration-plan?fromDefinitionId=${versions[0]}&toDefinitionId=${versions[1]}`], ['POST', `/processes/${key}/migration-trial`, route], ['POST', `/processes/${key}/migration-trial/cases`, route],
      ['POST', `/processes/${key}/migrations`, { ...route, reason: '不该由我来做' }], ['GET', `/processes/${key}/migrations`], ['GET', `/process-migrations/${migrationId}`], ['GET', `/process-migrations/${migrationId}/cases`],
      ['POST', `/process-migrations/${migrationId}/stop`],
    ];
    for (const [method, url, payload] of asked) {
      expect((await call(narrow, method, url, payload)).status, `narrow ${method} ${url}`).toBe(404);
      expect((await call(reviewer, method, url, payload)).status, `reviewer ${method} ${url}`).toBe(403);
    }
    expect((await call(wide, 'GET', `/process-migrations/${createId()}`)).status).toBe(404);
  });
});
