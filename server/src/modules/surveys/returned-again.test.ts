import { beforeEach, describe, expect, it } from 'vitest';
import { signInTestStaff, type TestAccount } from '../../kernel/identity/testing/test-accounts.ts';
import { openSpreadsheet } from '../../kernel/spreadsheets/index.ts';
import type { SurveyAnswer } from './contract.ts';
import { linesOf, useSurveyOffice } from './testing/survey-office.ts';

const { server, call, uploadTo, people } = useSurveyOffice();
let taskId = '';

type Row = Readonly<Record<string, string>>;

beforeEach(async () => {
  const { manager, clerk, department } = people();
  const survey = (await call(manager, 'POST', '/api/v1/surveys', {
    title: '电话核对', instructions: '', elements: ['consultationTelephone', 'promisedLimit'], questions: [{ key: 'online', text: '能否全程网办', kind: 'yes-no', required: false }],
    organizationIds: [department], taskTypes: [], dueOn: '2026-11-25',
  })).body;
  await call(manager, 'POST', `/api/v1/surveys/${survey.id}/dispatch`, { revision: survey.revision });
  taskId = (await call(clerk, 'GET', `/api/v1/survey-tasks?surveyId=${survey.id}`)).body.items[0].id;
});

async function download(who: TestAccount): Promise<Row[]> {
  const content = (await server().app.inject({ method: 'GET', url: `/api/v1/survey-tasks/${taskId}/workbook`, headers: who.headers })).rawPayload;
  const file = await openSpreadsheet({ fileName: 'a.xlsx', content });
  const rows: ReadonlyMap<number, { text: string }>[] = [];
  for await (const { cells } of file.rows('事项')) rows.push(cells);
  const [heading, ...rest] = rows;
  return rest.map((cells) => Object.fromEntries([...heading ?? []].map(([column, { text }]) => [text, cells.get(column)?.text ?? ''])));
}

/** Uploads a downloaded sheet with some rows changed, by the items' codes. */
async function send(who: TestAccount, rows: readonly Row[], changes: Readonly<Record<string, Row>> = {}) {
  const { body } = await uploadTo(who, taskId, await linesOf(rows.map((row) => ({ ...row, ...changes[row['地方实施编码'] ?? ''] }))));
  return { ...body, told: body.issues.map(({ position, severity, message }: Record<string, string>) => `${severity} ${position} ${message}`) };
}

async function answerOf(code: string): Promise<SurveyAnswer> {
  const found = (await call(people().clerk, 'GET', `/api/v1/survey-tasks/${taskId}/answers`)).body.items.find((answer: SurveyAnswer) => answer.code === code);
  if (!found) throw new Error(`the task has no ${code}`);
  return found;
}

const telephoneOf = async (code: string) => (await answerOf(code)).values['consultationTelephone'];

describe('改好再传 (CAT-13)', () => {
  it('同一份文件改好再传：相同的行不变，改正的行记入', async () => {
    const { clerk } = people();
    const rows = await download(clerk);
    const first = { 'SV-1': { 咨询电话: '0826-2000001' }, 'SV-3': { 承诺办结时限: '三天' } };
    expect((await send(clerk, rows, first)).told).toEqual([expect.stringMatching(/^error 事项![A-Z]4 .*三天/)]);
    const untouched = await answerOf('SV-2');
    expect(await send(clerk, rows, { 'SV-1': { 咨询电话: '0826-2000002' } })).toMatchObject({ told: [], read: 3, changed: 1, unchanged: 2, task: { answeredCount: 3 } });
    expect([await telephoneOf('SV-1'), (await answerOf('SV-2')).revision]).toEqual(['0826-2000002', untouched.revision]);
  });

  it('只有别人改过、内容又不同的行不收，说出是谁；其余照收', async () => {
    const { clerk, manager } = people();
    await send(clerk, await download(clerk));
    const rows = await download(clerk);
    const { id, revision } = await answerOf('SV-1');
    expect((await call(manager, 'PUT', `/api/v1/survey-answers/${id}`, { revision, values: { consultationTelephone: '0826-2000003' }, replies: {} })).status).toBe(200);
    expect((await send(clerk, rows, { 'SV-1': { 咨询电话: '0826-2000004' }, 'SV-3': { 咨询电话: '0826-2000005' } })).told).toEqual(['error 事项!A2 “排水许可SV-1”在您下载之后由周敏改过，与这一行不同；请重新下载，看过最新内容再填这一行。']);
    expect([await telephoneOf('SV-1'), await telephoneOf('SV-3')]).toEqual(['0826-2000003', '0826-2000005']);
    expect(await send(clerk, rows, { 'SV-1': { 咨询电话: '0826-2000003' }, 'SV-3': { 咨询电话: '0826-2000005' } })).toMatchObject({ told: [], read: 3 });
    // Who takes the row up again after having seen it may correct the new download as often as needed, but not the old one.
    const later = await download(clerk);
    for (const telephone of ['0826-2000006', '0826-2000007']) expect((await send(clerk, later, { 'SV-1': { 咨询电话: telephone } })).told).toEqual([]);
    expect((await send(clerk, rows, { 'SV-1': { 咨询电话: '0826-2000008' }, 'SV-3': { 咨询电话: '0826-2000005' } })).told).toEqual([expect.stringContaining('在您下载之后由')]);
    expect(await telephoneOf('SV-1')).toBe('0826-2000007');
  });
});

describe('填报内容按要素的规定和质量规则检查 (CAT-13, GDE-03)', () => {
  it('不像电话的咨询电话不记入，指出单元格；问不到的要素受了影响只提醒', async () => {
    const { clerk } = people();
    const { told, changed } = await send(clerk, await download(clerk), { 'SV-1': { 咨询电话: '不知道电话' }, 'SV-2': { 承诺办结时限: '3' } });
    expect([told, changed]).toEqual([[
      'error 事项!F2 “咨询电话”：电话 不知道电话 应带区号，如 0826-1234567。', 'warning 事项!A3 “办理流程”：各步天数合计 5 个工作日，超过承诺时限 3 个工作日。',
    ], 1]);
    const { status, values, base } = await answerOf('SV-1');
    expect([status, values]).toEqual(['unanswered', base]);
  });

  it('在线填报同样检查；平台原有的问题不算部门填错', async () => {
    const { clerk } = people();
    const { id, revision } = await answerOf('SV-2');
    const save = (values: object) => call(clerk, 'PUT', `/api/v1/survey-answers/${id}`, { revision, values, replies: {} });
    expect((await save({ consultationTelephone: '不知道电话' })).body).toMatchObject({ code: 'surveys.bad-answer', issues: [{ message: '“咨询电话”：电话 不知道电话 应带区号，如 0826-1234567。' }] });
    expect((await save({})).body).toMatchObject({ status: 'unchanged' });
  });
});

it('选择部门时知道各部门有多少事项；没有权限的人不能看 (CAT-13)', async () => {
  const { manager, stranger, department, elsewhere } = people();
  const { items } = (await call(manager, 'GET', '/api/v1/survey-departments')).body;
  expect([items, items.some(({ organizationId }: { organizationId: string }) => organizationId === elsewhere)]).toEqual([[{ organizationId: department, taskType: expect.stringMatching(/^\d{2}$/), items: 3 }], false]);
  expect((await call(stranger, 'GET', '/api/v1/survey-departments')).body.items).toEqual([]);
  const supervisor = await signInTestStaff(server().kernel, { roles: [{ code: 'supervisor', scope: { kind: 'all' } }] });
  expect((await call(supervisor, 'GET', '/api/v1/survey-departments')).status).toBe(403);
});
