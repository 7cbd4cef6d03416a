import { describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { addTestOrganization, signInTestPerson, signInTestStaff } from '../../kernel/identity/testing/test-accounts.ts';
import { openSpreadsheet } from '../../kernel/spreadsheets/index.ts';
import { addTestCase } from '../../testing/add-case.ts';
import { remindUnrated } from './jobs/remind-unrated.ts';

type Headers = Record<string, string>;

const server = useTestServer({ now: '2026-11-02T10:00:00+08:00' });
const call = (method: 'GET' | 'POST' | 'PUT', url: string, headers: Headers, payload?: object) =>
  server().app.inject({ method, url: `/api/v1${url}`, headers, ...(payload ? { payload } : {}) });
const rate = (caseId: string, headers: Headers, payload: object) => call('POST', `/cases/${caseId}/rating`, headers, payload);
const praise = { level: 1, optionCodes: ['511', '517'], anonymous: false };
const blame = { level: 4, optionCodes: ['209'], text: '等了很久，<b>没有人</b>解释', anonymous: false };

/** The lines of an exported sheet by heading. */
async function sheetOf(url: string, headers: Headers, name: string): Promise<Record<string, string>[]> {
  const answer = await call('GET', url, headers);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')]);
  const rows: string[][] = [];
  for await (const { cells } of (await openSpreadsheet({ fileName: 'a.xlsx', content: answer.rawPayload })).rows(name)) {
    rows.push(Array.from({ length: Math.max(...cells.keys()) }, (_none, index) => cells.get(index + 1)?.text ?? ''));
  }
  const [titles = [], ...lines] = rows;
  return lines.map((cells) => Object.fromEntries(titles.map((title, index) => [title, cells[index] ?? ''])));
}

async function setUp() {
  const { kernel } = server();
  const organization = await addTestOrganization(kernel);
  const applicant = await signInTestPerson(kernel, { name: '欧阳修' });
  const closed = (more: Partial<Parameters<typeof addTestCase>[1]> = {}) => addTestCase(kernel, { applicant, organization, ...more });
  const officer = (code: string) => signInTestStaff(kernel, { organizationId: organization.id, roles: [{ code, scope: { kind: 'organization', organizationPath: organization.path }, organizationId: organization.id }] });
  return { organization, applicant, closed, officer };
}

describe('评价 (RAT-01)', () => {
  it('五个等级各有选项，没有默认等级；选项的星级与等级对应', async () => {
    const { levels } = (await call('GET', '/rating-options', {})).json();
    expect(levels.map(({ level, name, star, bad }: Record<string, unknown>) => [level, name, star, bad])).toEqual([
      [1, '非常满意', 5, false], [2, '满意', 4, false], [3, '基本满意', 3, false], [4, '不满意', 2, true], [5, '非常不满意', 1, true]]);
    for (const { star, options } of levels) expect(options.every(({ code }: { code: string }) => code.startsWith(String(star)))).toBe(true);
    expect(levels[4].options).toContainEqual({ code: '110', text: '无理由超过法定办理时间' });
  });

  it('办结后申请人评价一次，第二次被告知已评价；没有评价时没有默认好评', async () => {
    const { applicant, closed } = await setUp();
    const { id } = await closed();
    expect((await call('GET', `/cases/${id}/rating`, applicant.headers)).json()).toEqual({ rating: null });
    const first = await rate(id, applicant.headers, praise);
    expect(first.statusCode).toBe(201);
    expect(first.json()).toMatchObject({ level: 1, levelName: '非常满意', channel: 'pc', raterName: '欧*修', options: [{ code: '511', text: '可以先受理后补材料' }, { code: '517', text: '服务热情效率高' }], rectification: null });
    const second = await rate(id, applicant.headers, blame);
    expect(second.statusCode).toBe(409);
    expect(second.json()).toMatchObject({ code: 'ratings.already-rated' });
  });

  it('同时提交两次，只记一次', async () => {
    const { applicant, closed } = await setUp();
    const { id } = await closed();
    const answers = await Promise.all([rate(id, applicant.headers, praise), rate(id, applicant.headers, praise), rate(id, applicant.headers, praise)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409]);
  });

  it.each([
    ['别人的办件', praise, 404, 'ratings.case-not-found'],
    ['选项与等级不符', { ...praise, optionCodes: ['110'] }, 400, 'ratings.wrong-options'],
    ['没有选等级', { optionCodes: [], anonymous: false }, 400, 'kernel.invalid-input'],
    ['文字超过 500 字', { ...praise, text: '好'.repeat(501) }, 400, 'kernel.invalid-input'],
    ['等级为 0', { ...praise, level: 0 }, 400, 'kernel.invalid-input'],
  ])('%s：拒绝', async (label, payload, status, code) => {
    const { applicant, closed } = await setUp();
    const other = await signInTestPerson(server().kernel);
    const { id } = await closed();
    const answer = await rate(id, label === '别人的办件' ? other.headers : applicant.headers, payload);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code });
  });

  it('未办结、超过 30 天的办件不能评价；代为办理的代理人可以', async () => {
    const { applicant, closed } = await setUp();
    const agent = await signInTestPerson(server().kernel);
    const [open, old, filed] = [await closed({ status: 'accepted' }), await closed({ closedAt: new Date('2026-10-01T10:00:00+08:00') }), await closed({ agentId: agent.id })];
    expect((await rate(open.id, applicant.headers, praise)).json()).toMatchObject({ code: 'ratings.not-closed' });
    expect((await rate(old.id, applicant.headers, praise)).json()).toMatchObject({ code: 'ratings.too-late', title: '办结已超过 30 天，评价已截止' });
    expect((await rate(filed.id, agent.headers, praise)).statusCode).toBe(201);
  });

  it('办结后收到带一次性链接的邀请短信，不登录也能评价，用后即失效', async () => {
    const { closed, applicant } = await setUp();
    const { id, number } = await closed();
    await server().relay.drain();
    const { pool } = server().database.db;
    const { rows: [message] } = await pool.query(`SELECT body FROM messaging.message WHERE template_key = 'ratings.invitation' AND channel = 'sms' AND recipient_id = $1`, [applicant.id]);
    const token = /\/rating\/([\w-]+)/.exec(message.body)?.[1];
    expect((await call('GET', `/rating-links/${token}`, {})).json()).toMatchObject({ caseNumber: number, rated: false, itemName: '食品经营许可' });
    const answers = await Promise.all([1, 2].map(() => call('POST', `/rating-links/${token}`, {}, praise)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    expect((await call('GET', `/rating-links/${token}`, {})).json()).toMatchObject({ rated: true });
    expect((await call('GET', `/cases/${id}/rating`, applicant.headers)).json().rating).toMatchObject({ channel: 'sms' });
    expect((await call('GET', '/rating-links/notexistingtoken', {})).statusCode).toBe(404);
    expect((await pool.query('SELECT token_digest FROM ratings.link')).rows.some((row) => row.token_digest === token)).toBe(false);
  });

  it('办结一周还没有评价的提醒一次；评价过的、不到一周的不提醒，也不算好评 (RAT-02)', async () => {
    const start = new Date('2026-11-02T10:00:00+08:00');
    server().clock.set(start.toISOString());
    const { closed, applicant } = await setUp();
    const [silent, rated] = [await closed(), await closed()];
    await server().relay.drain();
    expect((await rate(rated.id, applicant.headers, praise)).statusCode).toBe(201);
    const { pool } = server().database.db;
    const reminders = async (): Promise<string[]> => (await pool.query<{ body: string }>(`SELECT body FROM messaging.message WHERE template_key = 'ratings.reminder' AND channel = 'sms' AND recipient_id = $1`, [applicant.id])).rows.map(({ body }) => body);
    for (const [days, count] of [[6, 0], [8, 1], [9, 1]] as const) {
      server().clock.set(new Date(start.getTime() + days * 86_400_000).toISOString());
      await remindUnrated(systemContext(server().kernel, systemActor('test'), 'test'));
      expect(await reminders()).toHaveLength(count);
    }
    expect((await reminders())[0]).toContain('2026年12月2日前');
    server().clock.set(start.toISOString());
    expect((await call('GET', `/cases/${silent.id}/rating`, applicant.headers)).json()).toEqual({ rating: null });
  });

  it('窗口只生成二维码，由申请人自己评价', async () => {
    const { closed, officer } = await setUp();
    const { id } = await closed();
    await server().database.db.pool.query(`UPDATE access.role SET permissions = permissions || '{cases.case.view}' WHERE code = 'window-clerk'`);
    const clerk = await officer('window-clerk');
    expect((await rate(id, clerk.headers, praise)).statusCode).toBe(403);
    const link = await call('POST', `/cases/${id}/rating-link`, clerk.headers);
    expect(link.statusCode).toBe(201);
    expect((await call('POST', `/rating-links/${link.json().token}`, {}, praise)).statusCode).toBe(201);
  });
});

describe('差评整改 (RAT-02)', () => {
  async function badRating(input: { anonymous?: boolean } = {}) {
    const scene = await setUp();
    const { id, itemId } = await scene.closed();
    const rated = await rate(id, scene.applicant.headers, { ...blame, ...input });
    expect(rated.statusCode).toBe(201);
    const [handler, supervisor] = [await scene.officer('decider'), await scene.officer('supervisor')];
    const rectificationId: string = rated.json().rectification.id;
    const step = async (headers: Headers, payload: object) => {
      const { version } = (await call('GET', `/rectifications/${rectificationId}`, headers)).json();
      return call('POST', `/rectifications/${rectificationId}/steps`, headers, { version, text: '已电话联系并当面致歉', ...payload });
    };
    return { ...scene, caseId: id, itemId, rated: rated.json(), rectificationId, handler, supervisor, step };
  }

  it('差评开出限期 15 个工作日的整改单，核实、整改、反馈、销号，评价人看到反馈', async () => {
    server().clock.set('2026-11-02T10:00:00+08:00');
    const { rated, step, handler, supervisor, applicant, caseId, rectificationId } = await badRating();
    expect(rated).toMatchObject({ text: '等了很久，<b>没有人</b>解释', rectification: { state: 'open', stateLabel: '待核实', dueOn: '2026-11-23' } });
    expect((await step(handler.headers, { action: 'reply' })).json()).toMatchObject({ code: 'ratings.wrong-state' });
    expect((await step(handler.headers, { action: 'verify', contacted: true })).json()).toMatchObject({ state: 'verified', remainingDays: 15 });
    expect((await step(handler.headers, { action: 'rectify', measure: 'at-once' })).json()).toMatchObject({ state: 'rectified' });
    expect((await step(handler.headers, { action: 'close' })).statusCode).toBe(403);
    const replied = await step(handler.headers, { action: 'reply', text: '已补发办理结果，并完善了告知流程。' });
    expect(replied.json()).toMatchObject({ state: 'replied', abilities: { close: false, reply: false } });
    const closed = await step(supervisor.headers, { action: 'close' });
    expect(closed.json()).toMatchObject({ state: 'closed', steps: [{ label: '回访核实' }, { label: '整改' }, { label: '反馈' }, { label: '销号' }], remainingDays: null });
    expect((await call('GET', `/cases/${caseId}/rating`, applicant.headers)).json().rating.rectification).toMatchObject({ stateLabel: '已销号', reply: '已补发办理结果，并完善了告知流程。' });
    const { rows } = await server().database.db.pool.query('SELECT in_time FROM ratings.rectification WHERE id = $1', [rectificationId]);
    expect(rows).toEqual([{ in_time: true }]);
  });

  it('两人同时处理，后一人被告知；别的单位看不到', async () => {
    const { handler, rectificationId } = await badRating();
    const post = () => call('POST', `/rectifications/${rectificationId}/steps`, handler.headers, { action: 'verify', version: 1, contacted: true, text: '已电话核实情况' });
    const answers = await Promise.all([post(), post()]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const elsewhere = await setUp();
    const stranger = await elsewhere.officer('decider');
    expect((await call('GET', `/rectifications/${rectificationId}`, stranger.headers)).statusCode).toBe(404);
    expect((await call('GET', '/rectifications', stranger.headers)).json().items).toEqual([]);
  });

  it('申诉期间停钟；申诉成立则不计入统计，申诉不成立则继续整改且不能再申诉', async () => {
    server().clock.set('2026-11-02T10:00:00+08:00');
    const [granted, denied] = [await badRating(), await badRating()];
    const statistics = async (itemId: string) => (await call('GET', `/rating-statistics?itemId=${itemId}`, {})).json();
    expect(await statistics(granted.itemId)).toMatchObject({ total: 1, bad: 1, goodShare: 0 });
    for (const { step, handler } of [granted, denied]) expect((await step(handler.headers, { action: 'appeal', ground: 'mistaken' })).json()).toMatchObject({ state: 'appealing', remainingDays: null, steps: [{ choice: '误评' }] });
    server().clock.set('2026-11-09T10:00:00+08:00');
    const officer = await granted.officer('supervisor');
    expect((await granted.step(officer.headers, { action: 'decide-appeal', granted: true })).json()).toMatchObject({ state: 'excluded', rating: { excluded: true } });
    expect(await statistics(granted.itemId)).toMatchObject({ total: 0, bad: 0, goodShare: null });
    const again = await denied.officer('supervisor');
    expect((await denied.step(again.headers, { action: 'decide-appeal', granted: false })).json()).toMatchObject({ state: 'open', dueOn: '2026-11-30', remainingDays: 15 });
    const handler = await denied.officer('decider');
    // Whoever decides, and whoever reads it later, sees on what ground it was appealed and how it was decided.
    expect((await call('GET', `/rectifications/${denied.rectificationId}`, handler.headers)).json().steps).toMatchObject([{ label: '申诉', choice: '误评' }, { label: '申诉复核', choice: '申诉不成立，继续整改' }]);
    expect((await denied.step(handler.headers, { action: 'appeal', ground: 'mistaken' })).json()).toMatchObject({ code: 'ratings.appealed-once' });
  });

  it('匿名差评：办理单位不知道是谁、哪一件', async () => {
    const { handler, rectificationId, caseId } = await badRating({ anonymous: true });
    const seen = (await call('GET', `/rectifications/${rectificationId}`, handler.headers)).json();
    expect(seen.rating).toMatchObject({ raterName: '匿名', caseId: null, caseNumber: null });
    expect(JSON.stringify(seen)).not.toContain('欧阳');
    expect((await call('GET', '/ratings?bad=true', handler.headers)).json().items).toMatchObject([{ raterName: '匿名', caseId: null }]);
    await server().database.db.pool.query(`UPDATE access.role SET permissions = permissions || '{cases.case.view}' WHERE code = 'decider'`);
    expect((await call('GET', `/cases/${caseId}/rating`, handler.headers)).json()).toEqual({ rating: null });
  });

  it('整改期限可以设置，对之后的差评有效；逾期可以筛出', async () => {
    server().clock.set('2026-11-02T10:00:00+08:00');
    const { supervisor, handler, officer, rectificationId } = await badRating();
    expect((await call('PUT', '/rating-settings', handler.headers, { rectificationDays: 5 })).statusCode).toBe(403);
    expect((await call('PUT', '/rating-settings', supervisor.headers, { rectificationDays: 5 })).json()).toEqual({ rectificationDays: 5 });
    expect((await badRating()).rated.rectification.dueOn).toBe('2026-11-09');
    await call('PUT', '/rating-settings', supervisor.headers, { rectificationDays: 15 });
    const overdue = async () => (await call('GET', '/rectifications?overdue=true', (await signInTestStaff(server().kernel, { roles: ['supervisor'] })).headers)).json().items.map(({ id }: { id: string }) => id);
    expect(await overdue()).not.toContain(rectificationId);
    server().clock.set('2026-11-24T00:00:00+08:00');
    expect(await overdue()).toContain(rectificationId);
    const again = await officer('decider');
    const { version } = (await call('GET', `/rectifications/${rectificationId}`, again.headers)).json();
    expect((await call('POST', `/rectifications/${rectificationId}/steps`, again.headers, { action: 'appeal', ground: 'not-responsible', version, text: '该事项由省里直接办理' })).statusCode).toBe(200);
    // Nobody is late while the clock stands.
    expect(await overdue()).not.toContain(rectificationId);
  });

  it('差评清单导出：评价、申诉、整改和反馈都在，匿名的不带办件编号，只有权限范围内的 (RAT-02)', async () => {
    server().clock.set('2026-11-02T10:00:00+08:00');
    const { step, handler, organization, applicant, closed } = await badRating();
    await step(handler.headers, { action: 'verify', contacted: false });
    await rate((await closed()).id, applicant.headers, { ...blame, anonymous: true });
    const lines = await sheetOf(`/rectifications/export?finished=false`, handler.headers, '差评清单');
    expect(lines).toHaveLength(2);
    expect(lines.map((line) => [line['状态'], line['评价人'], line['责任部门'], line['办件编号'] === ''])).toEqual(expect.arrayContaining([
      ['整改中', '欧*修', organization.name, false], ['待核实', '匿名', organization.name, true]]));
    expect(lines.find((line) => line['状态'] === '整改中')).toMatchObject({ 回访核实: '没有联系到评价人：已电话联系并当面致歉', 文字评价: '等了很久，<b>没有人</b>解释' });
    expect(await sheetOf(`/rectifications/export?finished=true&organizationId=${organization.id}`, handler.headers, '差评清单')).toEqual([]);
    expect((await call('GET', '/rectifications/export', applicant.headers)).statusCode).toBe(403);
  });
});

describe('统计 (RAT-03)', () => {
  it('公开，按部门汇总各等级、好评率和各月', async () => {
    server().clock.set('2026-11-02T10:00:00+08:00');
    const { organization, applicant, closed } = await setUp();
    for (const level of [1, 1, 2, 3, 4]) await rate((await closed()).id, applicant.headers, { level, optionCodes: [], anonymous: false });
    const answer = (await call('GET', `/rating-statistics?organizationId=${organization.id}`, {})).json();
    expect(answer).toMatchObject({ total: 5, bad: 1, goodShare: 80, rectifiedInTimeShare: null, months: [{ month: '2026-11', total: 5, good: 4 }] });
    expect(answer.levels.map(({ count }: { count: number }) => count)).toEqual([2, 1, 1, 1, 0]);
    expect((await call('GET', `/rating-statistics?organizationId=${organization.id}&months=1`, {})).json().total).toBe(5);
    expect(answer.departments).toEqual([{ organizationId: organization.id, name: organization.name, total: 5, bad: 1, goodShare: 80, rectifiedInTimeShare: null }]);
    expect((await call('GET', '/rating-statistics', {})).json().departments.length).toBeGreaterThan(1);
  });

  it('上报用的统计表：按部门（末行合计）、按等级带星级、按月；群众不能导出', async () => {
    const { officer, organization, applicant, closed } = await setUp();
    for (const level of [1, 5]) await rate((await closed()).id, applicant.headers, { level, optionCodes: [], anonymous: false });
    const { headers } = await officer('supervisor');
    const url = `/rating-statistics/export?organizationId=${organization.id}`;
    expect(await sheetOf(url, headers, '按部门')).toEqual([organization.name, '合计'].map((name) => ({ '部门': name, '评价': '2', '差评': '1', '好评率（%）': '50', '按期整改率（%）': '' })));
    expect((await sheetOf(url, headers, '按等级')).map((line) => [line['等级'], line['星级'], line['件数']])).toEqual([
      ['非常满意', '5', '1'], ['满意', '4', '0'], ['基本满意', '3', '0'], ['不满意', '2', '0'], ['非常不满意', '1', '1']]);
    expect(await sheetOf(url, headers, '按月')).toHaveLength(1);
    expect((await call('GET', url, applicant.headers)).statusCode).toBe(403);
  });

  it('以上全部做完，预先计好的数与逐条评价相等，申诉成立的已经减去', async () => {
    const { rows: [counted] } = await server().database.db.pool.query<{ kept: string[]; excluded: number; counted: string[] }>(`
      SELECT ARRAY(SELECT (organization_id, item_id, month, level, count)::text FROM ratings.tally WHERE count <> 0 ORDER BY 1) AS kept, (SELECT count(*)::int FROM ratings.rating WHERE excluded) AS excluded,
        ARRAY(SELECT (organization_id, coalesce(item_id, '00000000-0000-0000-0000-000000000000'), to_char(rated_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')::char(7), level, count(*)::int)::text
          FROM ratings.rating WHERE NOT excluded GROUP BY organization_id, item_id, to_char(rated_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM'), level ORDER BY 1) AS counted`);
    expect(counted?.excluded).toBeGreaterThan(0);
    expect(counted?.kept.length).toBeGreaterThan(5);
    expect(counted?.kept).toEqual(counted?.counted);
  });
});
