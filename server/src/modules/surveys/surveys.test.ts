import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { createId, tablesOf } from '../../kernel/db/index.ts';
import type { TestAccount } from '../../kernel/identity/testing/test-accounts.ts';
import { openSpreadsheet } from '../../kernel/spreadsheets/index.ts';
import { readPart } from '../../kernel/spreadsheets/testing/read-part.ts';
import type { Survey, SurveyAnswer, SurveyTask } from './contract.ts';
import { remindJob } from './jobs/remind.ts';
import type { SurveysTables } from './tables.ts';
import { linesOf, useSurveyOffice } from './testing/survey-office.ts';

const office = useSurveyOffice();
const { server, call, uploadTo, codes } = office;
let manager: TestAccount, clerk: TestAccount, stranger: TestAccount;
let department = '', elsewhere = '';
beforeAll(() => { ({ manager, clerk, stranger, department, elsewhere } = office.people()); });

const fields = (extra: object = {}) => ({
  title: '要素调研', instructions: '请核对下列要素。', elements: ['promisedLimit', 'consultationTelephone', 'materials'], questions: [{ key: 'online', text: '能否全程网办', kind: 'yes-no', required: true }],
  organizationIds: [department, elsewhere], taskTypes: [], dueOn: '2026-11-25', ...extra,
});

let survey: Survey, task: SurveyTask;
const taskNow = async (): Promise<SurveyTask> => (await call(clerk, 'GET', `/api/v1/survey-tasks/${task.id}`)).body.task;
const answersOf = async (): Promise<SurveyAnswer[]> => (await call(clerk, 'GET', `/api/v1/survey-tasks/${task.id}/answers`)).body.items;
const answerOf = async (code: string): Promise<SurveyAnswer> => {
  const found = (await answersOf()).find((answer) => answer.code === code);
  if (!found) throw new Error(`the task has no ${code}`);
  return found;
};

describe('梳理工作台：编制与下发 (CAT-13)', () => {
  it.each([
    [{ elements: ['nothing'] }, 'surveys.unknown-element'], [{ elements: ['localTaskCode'] }, 'surveys.unknown-element'], [{ elements: ['questionnaire'] }, 'surveys.unknown-element'],
    [{ dueOn: '2026-11-01' }, 'surveys.due-in-past'], [{ organizationIds: [createId()] }, 'surveys.unknown-department'],
  ])('%j 不能编制：%s', async (extra, code) => {
    expect((await call(manager, 'POST', '/api/v1/surveys', fields(extra))).body.code).toBe(code);
  });

  it('下发后有事项的部门各得一个任务，收到提醒；没有权限的人看不到', async () => {
    survey = (await call(manager, 'POST', '/api/v1/surveys', fields())).body;
    expect((await call(clerk, 'GET', `/api/v1/surveys/${survey.id}`)).body.code).toBe('surveys.survey-not-found');
    survey = (await call(manager, 'PUT', `/api/v1/surveys/${survey.id}`, { ...fields({ title: '住建要素调研' }), revision: survey.revision })).body;
    expect((await call(manager, 'POST', `/api/v1/surveys/${survey.id}/dispatch`, { revision: 1 })).body.code).toBe('surveys.stale');
    survey = (await call(manager, 'POST', `/api/v1/surveys/${survey.id}/dispatch`, { revision: survey.revision })).body;
    expect(survey).toMatchObject({ state: 'dispatched', counts: { departments: 1, items: 3, answered: 0 } });
    const mine = (await call(clerk, 'GET', '/api/v1/survey-tasks')).body.items;
    expect(mine).toMatchObject([{ title: '住建要素调研', organizationName: '区住建局', state: 'open', itemCount: 3, overdue: false, abilities: { answer: true, confirm: true, return: false, adopt: false } }]);
    task = mine[0];
    expect((await call(clerk, 'GET', '/api/v1/messages')).body.items.map(({ title }: { title: string }) => title)).toContain('请填报：住建要素调研');
    expect((await call(stranger, 'GET', '/api/v1/survey-tasks')).body.items).toEqual([]);
    for (const path of ['', '/answers', '/workbook', '/confirmations']) expect((await call(stranger, 'GET', `/api/v1/survey-tasks/${task.id}${path}`)).body.code).toBe('surveys.task-not-found');
    expect((await call(stranger, 'POST', `/api/v1/survey-tasks/${task.id}/confirm`, { revision: 1 })).status).toBe(404);
    expect((await call(manager, 'PUT', `/api/v1/surveys/${survey.id}`, { ...fields(), revision: survey.revision })).body.code).toBe('surveys.state-refused');
  });
});

describe('梳理工作台：填报 (CAT-13)', () => {
  it('下载的 Excel 只有问到的要素，已预填，带下拉框；原样上传都是“确认无误”', async () => {
    const response = await server().app.inject({ method: 'GET', url: `/api/v1/survey-tasks/${task.id}/workbook`, headers: clerk.headers });
    const content = response.rawPayload;
    const file = await openSpreadsheet({ fileName: 'a.xlsx', content });
    expect(file.sheets.map(({ name }) => name)).toEqual(['填报说明', '事项', '申请材料']);
    const rows: string[][] = [];
    for await (const { cells } of file.rows('事项')) rows.push([...cells.values()].map(({ text }) => text));
    expect(rows[0]).toEqual(['地方实施编码', '事项名称', '承诺办结时限', '承诺办结时限单位', '承诺办结时限说明', '咨询电话', '能否全程网办', '版本标记']);
    expect(rows.slice(1).map(([code]) => code)).toEqual(codes);
    expect(await readPart(content, 'xl/worksheets/sheet2.xml')).toContain('<formula1>&quot;是,否&quot;</formula1>');
    const { body } = await uploadTo(clerk, task.id, content);
    expect([body.read, body.changed, body.issues.map(({ position, message }: { position: string; message: string }) => `${position} ${message}`)]).toEqual([3, 0, [
      '事项!A2 “能否全程网办”没有回答。', '事项!A3 “能否全程网办”没有回答。', '事项!A4 “能否全程网办”没有回答。',
    ]]);
  });

  it('回收的 Excel：没有错误的行记入填报并显示差异，有错误的指出单元格', async () => {
    const content = await linesOf([
      { 地方实施编码: 'SV-1', 承诺办结时限: '', 咨询电话: '', 能否全程网办: '是' },
      { 地方实施编码: 'SV-2', 承诺办结时限: '3', 咨询电话: '0826-1112223', 能否全程网办: '否' },
      { 地方实施编码: 'SV-3', 承诺办结时限: '三天', 咨询电话: '', 能否全程网办: '是' }, { 地方实施编码: 'SV-9', 承诺办结时限: '3', 咨询电话: '', 能否全程网办: '是' },
    ]);
    const { body } = await uploadTo(clerk, task.id, content);
    expect(body.issues.map(({ position, message }: { position: string; message: string }) => `${position} ${message}`)).toEqual([
      '事项!B4 “承诺办结时限”应是0到3650的整数，实际是“三天”。', '事项!A5 编码“SV-9”不在本部门的调研任务中。', '事项!A3 “办理流程”：各步天数合计 5 个工作日，超过承诺时限 3 个工作日。',
    ]);
    expect(body.task).toMatchObject({ answeredCount: 2 });
    const second = await answerOf('SV-2');
    expect([second.status, second.updatedByName, second.replies, second.differences.map(({ label, after }) => [label, after])]).toEqual([
      'changed', '李敏', { online: '否' }, [['承诺办结时限', expect.objectContaining({ days: 3 })], ['咨询电话', '0826-1112223']],
    ]);
    expect((await answerOf('SV-1')).status).toBe('unchanged');
  });

  it('在线填报：不合规定的内容指出要素；两个人同时填，后一个先看到最新内容', async () => {
    const answer = await answerOf('SV-3');
    const save = (revision: number, values: object, replies: object = { online: '是' }) => call(clerk, 'PUT', `/api/v1/survey-answers/${answer.id}`, { revision, values, replies });
    expect((await save(answer.revision, { consultationTelephone: '1'.repeat(41) })).body.issues.map(({ message }: { message: string }) => message)).toEqual(['“咨询电话”：不能超过 40 个字。']);
    expect((await save(answer.revision, {}, {})).body.issues[0].message).toBe('“能否全程网办”没有回答。');
    expect((await call(clerk, 'POST', `/api/v1/survey-tasks/${task.id}/confirm`, { revision: (await taskNow()).revision })).body).toMatchObject({ code: 'surveys.not-complete', params: { count: 1 } });
    expect((await save(answer.revision, { name: '不问的要素不改', consultationTelephone: '0826-9998887' })).body).toMatchObject({ status: 'changed', values: { consultationTelephone: '0826-9998887' } });
    expect((await save(answer.revision, {})).body.code).toBe('surveys.stale');
    expect((await call(stranger, 'PUT', `/api/v1/survey-answers/${answer.id}`, { revision: 1, values: {}, replies: {} })).status).toBe(404);
  });
});

describe('梳理工作台：确认留痕、退回、采用 (CAT-13)', () => {
  const confirm = async () => call(clerk, 'POST', `/api/v1/survey-tasks/${task.id}/confirm`, { revision: (await taskNow()).revision });

  it('确认留下人员、时间和摘要；退回后再确认留下第二次；谁也改不了', async () => {
    expect((await confirm()).body).toMatchObject({ state: 'confirmed', confirmedByName: '李敏' });
    expect((await call(clerk, 'POST', `/api/v1/survey-tasks/${task.id}/return`, { revision: (await taskNow()).revision, opinion: '请补充' })).status).toBe(404);
    expect((await call(manager, 'POST', `/api/v1/survey-tasks/${task.id}/return`, { revision: (await taskNow()).revision, opinion: '电话请核对' })).body).toMatchObject({ state: 'open', returnOpinion: '电话请核对' });
    expect((await confirm()).body.state).toBe('confirmed');
    const kept = (await call(manager, 'GET', `/api/v1/survey-tasks/${task.id}/confirmations`)).body.items;
    expect(kept).toMatchObject([{ number: 2, confirmedByName: '李敏', itemCount: 3, changedCount: 2, intact: true, digest: expect.stringMatching(/^[0-9a-f]{64}$/) }, { number: 1, intact: true }]);
    await expect(tablesOf<SurveysTables>(server().kernel.db).updateTable('surveys.confirmation').set({ content: '{}' }).execute()).rejects.toThrow('a confirmation is kept as it was made');
    await expect(tablesOf<SurveysTables>(server().kernel.db).deleteFrom('surveys.confirmation').execute()).rejects.toThrow('kept');
    expect((await call(clerk, 'PUT', `/api/v1/survey-answers/${(await answerOf('SV-1')).id}`, { revision: 9, values: {}, replies: { online: '是' } })).body.code).toBe('surveys.state-refused');
  });

  it('逐要素采用到草稿，没选的不动', async () => {
    const answer = await answerOf('SV-2');
    const adopt = async (elements: string[], who = manager) => call(who, 'POST', `/api/v1/survey-tasks/${task.id}/adopt`, { revision: (await taskNow()).revision, answers: [{ answerId: answer.id, elements }] });
    expect((await adopt(['consultationTelephone'], clerk)).status).toBe(404);
    expect((await adopt(['consultationTelephone'])).body).toMatchObject({ adopted: 1, task: { state: 'adopted' } });
    expect((await adopt(['consultationTelephone'])).body.code).toBe('surveys.nothing-to-adopt');
    const item = (await call(manager, 'GET', '/api/v1/catalog/items?q=SV-2')).body.items[0];
    const version = (await call(manager, 'GET', `/api/v1/catalog/versions/${item.latestVersionId}`)).body;
    expect([version.state, version.elements.consultationTelephone, version.elements.promisedLimit.days === 3]).toEqual(['draft', '0826-1112223', false]);
    expect((await answerOf('SV-2')).adopted).toEqual(['consultationTelephone']);
  });
});

describe('梳理进度 (CAT-13)', () => {
  it('按部门统计各阶段；确认无误的已发布事项算上线，其余发布后上线；可下钻和导出', async () => {
    const board = async () => (await call(manager, 'GET', '/api/v1/survey-board')).body;
    expect(await board()).toMatchObject({ targets: { single: 825, bundle: 80, automatic: 20 }, totals: { single: { 'not-started': 0, drafted: 0, confirmed: 2, online: 1 } }, departments: [{ organizationName: '区住建局' }] });
    const draft = (await call(manager, 'GET', '/api/v1/catalog/items?q=SV-2')).body.items[0];
    const version = (await call(manager, 'GET', `/api/v1/catalog/versions/${draft.latestVersionId}`)).body;
    const submitted = (await call(manager, 'POST', `/api/v1/catalog/versions/${version.versionId}/submit`, { revision: version.revision })).body;
    const approved = (await call(clerk, 'POST', `/api/v1/catalog/versions/${version.versionId}/review`, { revision: submitted.revision, decision: 'approve', opinion: '同意' })).body;
    expect((await call(manager, 'POST', `/api/v1/catalog/versions/${version.versionId}/publish`, { revision: approved.revision })).body.state).toBe('published');
    await server().relay.drain();
    expect((await board()).totals.single).toEqual({ 'not-started': 0, drafted: 0, confirmed: 1, online: 2 });
    expect((await call(manager, 'GET', '/api/v1/survey-board/subjects?kind=single&stage=confirmed')).body.items).toMatchObject([{ code: 'SV-3', stageLabel: '部门确认', movable: false }]);
    expect((await call(stranger, 'GET', '/api/v1/survey-board')).body.totals.single.online).toBe(0);
    expect((await server().app.inject({ method: 'GET', url: '/api/v1/survey-board/export', headers: manager.headers })).rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it('情形引导在等部门确认的事项按部门计数，点开列出；范围以外的看不到，办结后不再计 (GDE-01)', async () => {
    const board = async (who: TestAccount) => (await call(who, 'GET', '/api/v1/survey-board')).body;
    const item = (await call(manager, 'GET', '/api/v1/catalog/items?q=SV-3')).body.items[0];
    const confirmation = `/api/v1/catalog/versions/${item.latestVersionId}/guidance-confirmation`;
    const { digest } = (await call(manager, 'GET', confirmation)).body;
    expect((await board(manager)).awaitingGuidance).toBe(0);
    expect((await call(manager, 'POST', confirmation, { digest })).status).toBe(204);
    expect(await board(clerk)).toMatchObject({ awaitingGuidance: 1, departments: [{ organizationName: '区住建局', awaitingGuidance: 1 }] });
    const list = async (who: TestAccount, query = '') => (await call(who, 'GET', `/api/v1/survey-board/awaiting-guidance${query}`)).body.items;
    expect(await list(manager, `?organizationId=${department}`)).toMatchObject([{ versionId: item.latestVersionId, code: 'SV-3', name: '排水许可SV-3', organizationName: '区住建局', askedByName: '周敏' }]);
    expect(await list(manager, `?organizationId=${elsewhere}`)).toEqual([]);
    expect([await list(stranger), (await board(stranger)).awaitingGuidance]).toEqual([[], 0]);
    expect((await call(manager, 'POST', `${confirmation}/withdraw`)).status).toBe(204);
    expect((await board(manager)).awaitingGuidance).toBe(0);
  });

  it('智能审批登记后按阶段推进；目标可以设置', async () => {
    const added = (await call(manager, 'POST', '/api/v1/survey-board/subjects', { kind: 'automatic', name: '个体工商户登记', organizationId: elsewhere })).body;
    expect((await call(clerk, 'POST', '/api/v1/survey-board/subjects', { kind: 'automatic', name: '别的部门的', organizationId: elsewhere })).body.code).toBe('surveys.unknown-department');
    expect((await call(manager, 'POST', '/api/v1/survey-board/subjects', { kind: 'bundle', name: '新生儿出生一件事', organizationId: elsewhere })).status).toBe(400);
    expect((await call(manager, 'PUT', `/api/v1/survey-board/subjects/${added.id}`, { revision: 1, stage: 'online' })).body).toMatchObject({ stageLabel: '上线', revision: 2 });
    expect((await call(manager, 'PUT', `/api/v1/survey-board/subjects/${added.id}`, { revision: 1, stage: 'drafted' })).body.code).toBe('surveys.stale');
    expect((await call(stranger, 'PUT', `/api/v1/survey-board/subjects/${added.id}`, { revision: 2, stage: 'drafted' })).body.code).toBe('surveys.subject-not-found');
    await call(manager, 'PUT', '/api/v1/survey-board/targets', { single: 900, bundle: 80, automatic: 25 });
    expect((await call(manager, 'GET', '/api/v1/survey-board')).body).toMatchObject({ targets: { single: 900, automatic: 25 }, totals: { automatic: { online: 1 } } });
  });

  it('快到期和逾期的每天提醒一次；结束后不能再填', async () => {
    const next = (await call(manager, 'POST', '/api/v1/surveys', fields({ title: '第二次调研', questions: [] }))).body;
    const sent = (await call(manager, 'POST', `/api/v1/surveys/${next.id}/dispatch`, { revision: next.revision })).body;
    const remind = () => remindJob.handle(systemContext(server().kernel, systemActor(remindJob.name), createId()), {});
    const reminders = async () => (await call(clerk, 'GET', '/api/v1/messages')).body.items.map(({ title }: { title: string }) => title).filter((title: string) => title.includes('第二次调研') && !title.startsWith('请填报'));
    await remind();
    expect(await reminders()).toEqual([]);
    server().clock.set('2026-11-23T08:30:00+08:00');
    await server().kernel.db.pool.query(`UPDATE identity.session SET last_seen_at = $1, expires_at = $1::timestamptz + interval '30 days' WHERE ended_at IS NULL`, [server().clock.now()]);
    await remind();
    await remind();
    expect(await reminders()).toEqual(['即将到期：第二次调研']);
    server().clock.set('2026-11-26T08:30:00+08:00');
    await server().kernel.db.pool.query(`UPDATE identity.session SET last_seen_at = $1, expires_at = $1::timestamptz + interval '30 days' WHERE ended_at IS NULL`, [server().clock.now()]);
    await remind();
    expect((await reminders()).toSorted()).toEqual(['即将到期：第二次调研', '已逾期：第二次调研']);
    const [late] = (await call(manager, 'GET', '/api/v1/survey-tasks?overdue=true')).body.items;
    expect(late).toMatchObject({ title: '第二次调研', overdue: true });
    await call(manager, 'POST', `/api/v1/surveys/${next.id}/close`, { revision: sent.revision });
    expect((await call(clerk, 'POST', `/api/v1/survey-tasks/${late.id}/confirm`, { revision: late.revision })).body.code).toBe('surveys.survey-over');
  });
});
