import { describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../../kernel/access/index.ts';
import { commit } from '../../kernel/commit.ts';
import { systemContext, type Context } from '../../kernel/context.ts';
import { createId, WriteBatch } from '../../kernel/db/index.ts';
import { publishEvent } from '../../kernel/events/index.ts';
import { addTestOrganization, signInTestStaff } from '../../kernel/identity/testing/test-accounts.ts';
import { advanceAccounts, closeAccount, extendAccount, openAccount, pauseAccount, resumeAccount } from '../../kernel/time-accounts/index.ts';
import type { CaseEventData } from '../cases/index.ts';

type Headers = Record<string, string>;
type Organization = Awaited<ReturnType<typeof addTestOrganization>>;

const server = useTestServer({ now: '2026-11-02T10:00:00+08:00' });
const context = (): Context => systemContext(server().kernel, systemActor('test'), createId());
const call = (method: 'GET' | 'POST', url: string, headers: Headers, payload?: object) =>
  server().app.inject({ method, url: `/api/v1/supervision${url}`, headers, ...(payload ? { payload } : {}) });

async function on(date: string): Promise<void> {
  server().clock.set(`${date}T10:00:00+08:00`);
  // The sessions are not what is tested here.
  await server().database.db.pool.query(`UPDATE identity.session SET last_seen_at = $1::timestamptz, expires_at = $1::timestamptz + interval '1 day'`, [server().clock.now()]);
  await advanceAccounts(context());
  await server().relay.drain();
}

/** A case that takes the steps of the cases module as far as supervision can tell: row, clock, events. */
async function newCase(organization: Organization, regionCode = '511602000000') {
  const id = createId();
  const subject = { subjectType: 'case', subjectId: id };
  const facts = { number: `C${id.slice(-8)}`, itemName: '食品经营许可', organizationId: organization.id, organizationName: organization.name, regionCode, applicantName: '欧阳修' };
  let version = 0;
  const now = server().kernel.clock.now();
  const row = {
    id, ...Object.fromEntries(Object.entries(facts).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value])),
    version: 1, status: 'accepted', state: {}, submission_key: id, item_id: createId(), item_version_id: createId(), title: '', guidance: {}, situation_key: '', situation_name: '',
    form_key: '', project_type: '2', participant_paths: [organization.path], applicant_kind: 'person', applicant_id: createId(), applicant_document_masked: '', applicant_last_four: '',
    filer_kind: 'self', filer_id: 'x', filer_name: '', channel: 'portal', promised_days: 10, legal_days: 20, delivery_method: 'electronic', submitted_at: now, updated_at: now,
  };
  await server().database.db.pool.query(`INSERT INTO cases."case" SELECT * FROM json_populate_record(NULL::cases."case", $1)`, [JSON.stringify(row)]);
  const act = async (type: string, status: string, change: (ctx: Context, batch: WriteBatch) => Promise<unknown> = async () => {}) => {
    const ctx = context();
    const batch = new WriteBatch();
    const data: Partial<CaseEventData> = { caseId: id, version: (version += 1), status, ...facts };
    publishEvent(ctx, batch, { type: `cases.${type}`, aggregateType: 'case', aggregateId: id, data });
    await change(ctx, batch);
    await commit(ctx, batch);
    await server().relay.drain();
  };
  return {
    id, number: facts.number,
    submit: () => act('case-submitted', 'submitted'),
    accept: (promisedDays = 10, legalDays = 20) => act('case-accepted', 'accepted', (ctx, batch) => openAccount(ctx, batch, { ...subject, promisedDays, legalDays })),
    pause: () => act('case-paused', 'paused', (ctx, batch) => pauseAccount(ctx, batch, subject, { reason: '专家评审', documentId: null })),
    resume: () => act('case-resumed', 'accepted', (ctx, batch) => resumeAccount(ctx, batch, subject)),
    extend: () => act('limit-extended', 'accepted', (ctx, batch) => extendAccount(ctx, batch, subject, { days: 10, reason: '情况复杂', documentId: null })),
    decide: () => act('case-decided', 'decided', (ctx, batch) => closeAccount(ctx, batch, subject)),
    close: () => act('case-closed', 'closed'),
    refuse: () => act('case-refused', 'refused'),
  };
}

async function officerOf(organization: Organization, code: string) {
  return signInTestStaff(server().kernel, { organizationId: organization.id, roles: [{ code, scope: { kind: 'organization', organizationPath: organization.path }, organizationId: organization.id }] });
}

async function scene() {
  server().clock.set('2026-11-02T10:00:00+08:00');
  const organization = await addTestOrganization(server().kernel);
  const { id: supervisorId, headers } = await officerOf(organization, 'supervisor');
  const board = async () => (await call('GET', '/board', headers)).json();
  const signals = async (query = '') => (await call('GET', `/signals${query}`, headers)).json().items;
  return { organization, supervisorId, headers, board, signals };
}

describe('看板 (SUP-03)', () => {
  it('随办件动作和时钟变化：待受理、在办、特别程序、预警、黄牌、红牌、按期办结', async () => {
    const { organization, board } = await scene();
    const [first, second, third, fourth] = [await newCase(organization), await newCase(organization), await newCase(organization), await newCase(organization)];
    for (const one of [first, second, third, fourth]) await one.submit();
    expect((await board()).total).toMatchObject({ waiting: 4, inProgress: 0 });
    for (const one of [first, second, third]) await one.accept();
    await fourth.refuse();
    await third.pause();
    expect((await board()).departments).toMatchObject([{ organizationId: organization.id, waiting: 0, inProgress: 3, paused: 1, warning: 0, closed: 0, onTimeShare: null }]);
    await on('2026-11-12');
    expect((await board()).total).toMatchObject({ inProgress: 3, warning: 2, yellow: 0 });
    await first.decide();
    await first.close();
    await on('2026-11-17');
    expect((await board()).total).toMatchObject({ inProgress: 2, warning: 0, yellow: 1, red: 0, closed: 1, closedOnTime: 1, onTimeShare: 100 });
    await on('2026-12-01');
    expect((await board()).total).toMatchObject({ yellow: 0, red: 1 });
    await second.decide();
    expect((await board()).total).toMatchObject({ inProgress: 1, paused: 1, red: 0, closed: 2, closedOnTime: 1, onTimeShare: 50 });
    const { rows } = await server().database.db.pool.query(`SELECT state, level, count(*)::int FROM supervision.watched_case WHERE state <> 'closed' GROUP BY 1, 2
      EXCEPT SELECT state, level, sum(count)::int FROM supervision.open_count GROUP BY 1, 2`);
    expect(rows).toEqual([]);
  });

  it('事件重复投递不重复计数', async () => {
    const { organization, board } = await scene();
    const one = await newCase(organization);
    await one.submit();
    await one.accept();
    await one.decide();
    await server().database.db.pool.query(`UPDATE kernel.subscription SET last_tx = '0', last_position = 0 WHERE name = 'supervision.watch'`);
    await server().relay.drain();
    expect((await board()).total).toMatchObject({ closed: 1, closedOnTime: 1, inProgress: 0 });
  });

  it('只看得到权限范围内的部门；没有权限的看不到', async () => {
    const { organization, headers } = await scene();
    const other = await addTestOrganization(server().kernel, { regionCode: '511621000000' });
    await (await newCase(other, '511621000000')).submit();
    await (await newCase(organization)).submit();
    const ids = async (as: Headers) => (await call('GET', '/board', as)).json().departments.map(({ organizationId }: { organizationId: string }) => organizationId);
    expect(await ids(headers)).toEqual([organization.id]);
    const region = await signInTestStaff(server().kernel, { roles: [{ code: 'supervisor', scope: { kind: 'region', regionCode: '511621000000' } }] });
    expect(await ids(region.headers)).toContain(other.id);
    expect(await ids(region.headers)).not.toContain(organization.id);
    const clerk = await officerOf(organization, 'window-clerk');
    expect((await call('GET', '/board', clerk.headers)).statusCode).toBe(403);
  });

  it('数字背后的办件可以列出，期限近的在前，申请人姓名隐去', async () => {
    const { organization, headers } = await scene();
    const [slow, quick, waiting] = [await newCase(organization), await newCase(organization), await newCase(organization)];
    for (const one of [slow, quick, waiting]) await one.submit();
    await slow.accept(15, 20);
    await quick.accept(3, 20);
    const first = (await call('GET', '/cases?limit=2', headers)).json();
    expect(first.items.map(({ number }: { number: string }) => number)).toEqual([quick.number, slow.number]);
    expect(first.items[0]).toMatchObject({ applicantName: '欧*修', state: 'running', promisedDueOn: '2026-11-05' });
    const second = (await call('GET', `/cases?limit=2&cursor=${first.nextCursor}`, headers)).json();
    expect(second).toMatchObject({ items: [{ number: waiting.number, state: 'waiting', promisedDueOn: null }], nextCursor: null });
    await on('2026-11-06');
    expect((await call('GET', '/cases?level=yellow', headers)).json().items).toMatchObject([{ number: quick.number }]);
  });
});

describe('预警和红黄牌 (SUP-01)', () => {
  it('每级一次，通知承办人，黄牌起也通知监督员；办结后消除', async () => {
    const { organization, supervisorId, signals } = await scene();
    await server().database.db.pool.query(`UPDATE access.role SET permissions = array_append(permissions, 'handling.case.review') WHERE code = 'reviewer' AND NOT permissions @> '{handling.case.review}'`);
    const reviewer = await officerOf(organization, 'reviewer');
    const one = await newCase(organization);
    await one.submit();
    await one.accept();
    for (const date of ['2026-11-12', '2026-11-13', '2026-11-17', '2026-12-01']) await on(date);
    expect((await signals()).map(({ level, levelLabel, dueOn, caseNumber }: Record<string, unknown>) => [level, levelLabel, dueOn, caseNumber])).toEqual([
      ['red', '红牌', '2026-11-30', one.number], ['yellow', '黄牌', '2026-11-16', one.number], ['warning', '预警', '2026-11-16', one.number]]);
    const { pool } = server().database.db;
    const titles = async (id: string) => (await pool.query(`SELECT title FROM messaging.message WHERE recipient_id = $1 AND template_key = 'supervision.case-signal' ORDER BY created_at, id`, [id])).rows.map(({ title }) => title);
    expect(await titles(reviewer.id)).toEqual(['预警：食品经营许可', '黄牌：食品经营许可', '红牌：食品经营许可']);
    expect(await titles(supervisorId)).toEqual(['黄牌：食品经营许可', '红牌：食品经营许可']);
    await one.decide();
    expect(await signals('?open=true')).toEqual([]);
    expect(await signals('?open=false')).toHaveLength(3);
  });

  it('批准延长后黄牌消除，再次超期重新亮起而不重复', async () => {
    const { organization, signals } = await scene();
    const one = await newCase(organization);
    await one.submit();
    await one.accept();
    await on('2026-11-17');
    await one.extend();
    expect(await signals('?open=true')).toEqual([]);
    await on('2026-12-01');
    const open = await signals('?open=true');
    expect(open.map(({ level }: { level: string }) => level)).toEqual(['yellow']);
    expect(open[0]).toMatchObject({ dueOn: '2026-11-30' });
  });

  it('特别程序停钟期间不报', async () => {
    const { organization, signals } = await scene();
    const one = await newCase(organization);
    await one.submit();
    await one.accept();
    await one.pause();
    await on('2026-12-20');
    expect(await signals()).toEqual([]);
    await one.resume();
    expect(await signals()).toEqual([]);
  });
});
