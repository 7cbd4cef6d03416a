import { describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../access/index.ts';
import { seedCalendar } from '../calendar/index.ts';
import { forgetCalendar } from '../calendar/load-calendar.ts';
import { commit } from '../commit.ts';
import { systemContext, type Context } from '../context.ts';
import { createId, WriteBatch } from '../db/index.ts';
import {
  advanceAccounts, closeAccount, closeAccountIfOpen, describeClock, extendAccount, findAccount, getAccount, openAccount, pauseAccount, recountAccounts,
  reopenAccount, resumeAccount, type NewAccount, type Subject,
} from './index.ts';

const server = useTestServer({ now: '2026-11-02T09:00:00+08:00' });
const context = (): Context => systemContext(server().kernel, systemActor('test'), createId());
const on = (date: string, time = '10:00'): void => server().clock.set(`${date}T${time}:00+08:00`);

async function act(change: (ctx: Context, batch: WriteBatch) => Promise<unknown>): Promise<void> {
  const ctx = context();
  const batch = new WriteBatch();
  await change(ctx, batch);
  await commit(ctx, batch);
}

async function open(input: Partial<NewAccount> = {}): Promise<Subject> {
  const subject = { subjectType: 'case', subjectId: createId() };
  await act((ctx, batch) => openAccount(ctx, batch, { ...subject, promisedDays: 10, legalDays: 20, ...input }));
  return subject;
}

async function levelsOf({ subjectId }: Subject): Promise<string[]> {
  const { rows } = await server().database.db.pool.query(
    `SELECT data->>'level' AS level FROM kernel.event WHERE type = 'time-accounts.level-changed' AND aggregate_type = 'case' AND aggregate_id = $1 ORDER BY position`, [subjectId]);
  return rows.map(({ level }) => level);
}

async function rowOf({ subjectId }: Subject): Promise<Record<string, unknown>> {
  const { rows } = await server().database.db.pool.query('SELECT * FROM time.account WHERE subject_id = $1', [subjectId]);
  return rows[0];
}

describe('时钟账户', () => {
  it('随受理开始，每到一个节点变级一次并发出事件 (SUP-01)', async () => {
    on('2026-11-02');
    const subject = await open();
    expect(await rowOf(subject)).toMatchObject({ level: 'normal', promised_due_on: '2026-11-16', legal_due_on: '2026-11-30', next_threshold_at: new Date('2026-11-12T00:00:00+08:00') });
    for (const date of ['2026-11-11', '2026-11-12', '2026-11-13', '2026-11-17', '2026-11-30', '2026-12-01', '2026-12-08']) {
      on(date, '00:01');
      await advanceAccounts(context());
      await advanceAccounts(context());
    }
    expect(await levelsOf(subject)).toEqual(['warning', 'yellow', 'red']);
    expect(await rowOf(subject)).toMatchObject({ level: 'red', next_threshold_at: null });
  });

  it('停机多日后一次补到当前等级', async () => {
    on('2026-11-02');
    const subject = await open();
    on('2026-11-18');
    await advanceAccounts(context());
    expect(await levelsOf(subject)).toEqual(['yellow']);
  });

  it('一批时钟同时到点，其中一个恰好被人改动：其余照样变级，它随后补上，都只告知一次', async () => {
    on('2026-11-02');
    const subjects = [await open(), await open(), await open()];
    const held = subjects[1] ?? { subjectType: '', subjectId: '' };
    on('2026-11-12', '00:01');
    const client = await server().database.db.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('UPDATE time.account SET version = version + 1 WHERE subject_id = $1', [held.subjectId]);
      const advancing = advanceAccounts(context());
      await expect.poll(async () => (await client.query('SELECT FROM pg_locks WHERE NOT granted')).rowCount).toBeGreaterThan(0);
      await client.query('COMMIT');
      await advancing;
    } finally {
      client.release();
    }
    const levels = async () => Promise.all(subjects.map(levelsOf));
    expect(await levels()).toEqual([['warning'], [], ['warning']]);
    await advanceAccounts(context());
    await advanceAccounts(context());
    expect(await levels()).toEqual([['warning'], ['warning'], ['warning']]);
  });

  it('特别程序停钟、恢复、延长、办结、重新办理，期限始终由账本推出 (HND-03)', async () => {
    on('2026-11-02');
    const subject = await open();
    on('2026-11-04');
    await act((ctx, batch) => pauseAccount(ctx, batch, subject, { reason: '专家评审', documentId: createId() }));
    on('2026-11-16');
    await advanceAccounts(context());
    expect(await levelsOf(subject)).toEqual([]);
    expect(await getAccount(context(), subject)).toMatchObject({ deadlines: { status: 'paused', promisedDueOn: null, remainingPromised: 8 } });
    on('2026-11-18');
    await act((ctx, batch) => resumeAccount(ctx, batch, subject));
    expect(await rowOf(subject)).toMatchObject({ status: 'running', promised_due_on: '2026-11-30', legal_due_on: '2026-12-14' });
    on('2026-11-20');
    await act((ctx, batch) => extendAccount(ctx, batch, subject, { days: 5, reason: '情况复杂', documentId: null }));
    expect(await rowOf(subject)).toMatchObject({ promised_due_on: '2026-12-07', legal_due_on: '2026-12-21' });
    on('2026-12-02');
    await act((ctx, batch) => closeAccount(ctx, batch, subject));
    expect(await rowOf(subject)).toMatchObject({ status: 'stopped', closed_on: '2026-12-02', level: 'warning', next_threshold_at: null });
    on('2026-12-10');
    await act((ctx, batch) => reopenAccount(ctx, batch, subject));
    const account = await getAccount(context(), subject);
    expect(account.deadlines).toMatchObject({ status: 'running', promisedDueOn: '2026-12-15', remainingPromised: 3 });
    expect(describeClock(account, account.limits).segments).toEqual([
      { kind: 'running', from: '2026-11-02', to: '2026-11-04', reason: null, days: null },
      { kind: 'suspended', from: '2026-11-04', to: '2026-11-18', reason: '专家评审', days: null },
      { kind: 'running', from: '2026-11-18', to: '2026-12-02', reason: null, days: null },
      { kind: 'extended', from: '2026-11-20', to: '2026-11-20', reason: '情况复杂', days: 5 },
      { kind: 'running', from: '2026-12-10', to: null, reason: null, days: null },
    ]);
  });

  it('即办件当日到期，次日黄牌', async () => {
    on('2026-11-20');
    const subject = await open({ immediate: true, promisedDays: 0 });
    expect(await rowOf(subject)).toMatchObject({ promised_due_on: '2026-11-20', next_threshold_at: new Date('2026-11-21T00:00:00+08:00') });
    await expect(act((ctx, batch) => pauseAccount(ctx, batch, subject, { reason: '听证', documentId: null }))).rejects.toMatchObject({ code: 'time-accounts.immediate', kind: 'rule-violated' });
    on('2026-11-21', '00:00');
    await advanceAccounts(context());
    expect(await levelsOf(subject)).toEqual(['yellow']);
  });

  it('动作发生时已到的等级也会发出，即使动作使它好转', async () => {
    on('2026-11-02');
    const subject = await open();
    on('2026-11-17', '00:00');
    await act((ctx, batch) => extendAccount(ctx, batch, subject, { days: 10, reason: '情况复杂', documentId: null }));
    expect(await levelsOf(subject)).toEqual(['yellow', 'normal']);
  });

  it('两人同时停钟，只有一人成功', async () => {
    on('2026-11-02');
    const subject = await open();
    const pause = () => act((ctx, batch) => pauseAccount(ctx, batch, subject, { reason: '检验', documentId: null }));
    const results = await Promise.allSettled([pause(), pause()]);
    const codes = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
    expect(codes).toHaveLength(1);
    expect(['time-accounts.stale', 'time-accounts.paused']).toContain(codes[0]);
    expect((await getAccount(context(), subject)).ledger.segments).toHaveLength(1);
  });

  it('同一件事只有一个时钟；没有时钟的可以放心结束', async () => {
    on('2026-11-02');
    const subject = await open();
    await expect(act((ctx, batch) => openAccount(ctx, batch, { ...subject, promisedDays: 1, legalDays: 1 }))).rejects.toMatchObject({ code: 'time-accounts.already-open' });
    const none = { subjectType: 'case', subjectId: createId() };
    await act((ctx, batch) => closeAccountIfOpen(ctx, batch, none));
    expect(await findAccount(context(), none)).toBeUndefined();
    await expect(getAccount(context(), none)).rejects.toMatchObject({ code: 'time-accounts.not-found' });
    expect(describeClock(undefined, { promisedDays: 5, legalDays: 20 })).toMatchObject({ state: 'not-started', promisedDays: 5, segments: [] });
  });

  it('跨入没有放假通知的年份时为暂定；录入通知后自动重算 (ADR 0005)', async () => {
    on('2026-12-17');
    const subject = await open();
    expect(await rowOf(subject)).toMatchObject({ provisional: true, promised_due_on: '2026-12-31', legal_due_on: '2027-01-14' });
    on('2027-01-20');
    await advanceAccounts(context());
    expect(await levelsOf(subject)).toEqual(['yellow']);
    const { pool } = server().database.db;
    await pool.query(`INSERT INTO calendar.covered_year VALUES (2027, '通知', 1, now(), 'test')`);
    await pool.query(`INSERT INTO calendar.day_exception VALUES ('2027-01-01', 'holiday', '元旦', 2027)`);
    await pool.query('UPDATE calendar.revision SET version = version + 1');
    forgetCalendar(server().kernel);
    await recountAccounts(context());
    expect(await rowOf(subject)).toMatchObject({ provisional: false, promised_due_on: '2026-12-31', legal_due_on: '2027-01-15', level: 'red' });
    expect(await levelsOf(subject)).toEqual(['yellow', 'red']);
    expect(await recountAccounts(context())).toBe(0);
    expect(await seedCalendar(server().database.db)).toEqual([]);
  });
});
